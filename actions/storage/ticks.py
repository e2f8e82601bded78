"""The repository of the checklist items that an employee has done."""

from datetime import datetime

from sqlalchemy import select

from actions.storage.database import Sessions
from actions.storage.tables import ChecklistTick


class Ticks:
    """Which items of a checklist are done."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def tick(self, employee_id: str, item: str, at: datetime) -> None:
        """Marks an item as done; once more changes nothing but the date."""
        with self._sessions.begin() as session:
            session.merge(ChecklistTick(employee_id=employee_id, item=item, done_at=at))

    def done(self, employee_id: str) -> set[str]:
        """Returns the items that the employee has done."""
        query = select(ChecklistTick.item).where(ChecklistTick.employee_id == employee_id)
        with self._sessions() as session:
            return set(session.execute(query).scalars())
