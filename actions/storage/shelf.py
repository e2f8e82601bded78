"""The repository of where an employee stands with what there is to learn, and of what they wish for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.storage.database import Sessions
from actions.storage.tables import LearningPreference, ShelfItem


@dataclass(frozen=True)
class Shelved:
    """An item on the shelf; until is when one that was put off may come again."""

    item: str
    state: str
    helped: bool | None
    at: datetime
    until: datetime | None


@dataclass(frozen=True)
class LearningWishes:
    """How an employee wants to be suggested to; these are the values until they say otherwise."""

    learns: bool = True
    exploration: float = 1.0
    minutes_a_week: int | None = None
    blocked_skills: tuple[str, ...] = ()


class Shelf:
    """One employee's shelf at a time; nobody else's can be asked for."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def put(
        self,
        employee_id: str,
        item: str,
        state: str,
        *,
        at: datetime,
        until: datetime | None = None,
    ) -> None:
        """Puts an item on the shelf, or moves it to another state; whether it helped is kept."""
        with self._sessions.begin() as session:
            row = session.get(ShelfItem, (employee_id, item)) or ShelfItem(employee_id=employee_id, item=item)
            row.state, row.at, row.until = state, at, until
            session.add(row)

    def helped(self, employee_id: str, item: str, helped: bool, at: datetime) -> None:
        """Notes whether an item helped; one that was not marked as done is done now."""
        with self._sessions.begin() as session:
            row = session.get(ShelfItem, (employee_id, item))
            row = row or ShelfItem(employee_id=employee_id, item=item, at=at)
            row.state, row.helped = "done", helped
            session.add(row)

    def all(self, employee_id: str) -> list[Shelved]:
        """Returns everything on the shelf, oldest first."""
        query = select(ShelfItem).where(ShelfItem.employee_id == employee_id).order_by(ShelfItem.at)
        with self._sessions() as session:
            return [Shelved(r.item, r.state, r.helped, r.at, r.until) for r in session.scalars(query)]

    def wishes(self, employee_id: str) -> LearningWishes:
        """Returns how the employee wants to be suggested to."""
        with self._sessions() as session:
            row = session.get(LearningPreference, employee_id)
            if row is None:
                return LearningWishes()
            return LearningWishes(row.learns, row.exploration, row.minutes_a_week, tuple(row.blocked_skills))

    def wish(self, employee_id: str, **wishes: Any) -> None:
        """Changes how the employee wants to be suggested to; the names are those of LearningWishes."""
        unknown = set(wishes) - {"learns", "exploration", "minutes_a_week"}
        if unknown:
            raise ValueError(f"no wish is called {', '.join(sorted(unknown))}")
        with self._sessions.begin() as session:
            row = _preference(session, employee_id)
            for name, value in wishes.items():
                setattr(row, name, value)

    def block(self, employee_id: str, skills: Sequence[str], *, blocked: bool = True) -> None:
        """Keeps skills out of all suggestions, or lets them in again."""
        with self._sessions.begin() as session:
            row = _preference(session, employee_id)
            others = [skill for skill in row.blocked_skills if skill not in skills]
            row.blocked_skills = [*others, *skills] if blocked else others


def _preference(session: Session, employee_id: str) -> LearningPreference:
    row = session.get(LearningPreference, employee_id)
    if row is None:
        row = LearningPreference(employee_id=employee_id, learns=True, exploration=1.0, blocked_skills=[])
        session.add(row)
    return row
