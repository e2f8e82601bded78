"""The repository of what the coach will say unasked, and of how each employee wants that."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from actions.storage.database import Sessions
from actions.storage.tables import Nudge, Preference


@dataclass(frozen=True)
class StoredNudge:
    """A check-in or a reminder that waits for its time."""

    id: int
    employee_id: str
    kind: str
    plan_id: str | None
    text: str | None
    due_at: datetime


@dataclass(frozen=True)
class Due:
    """What the scheduler needs of a nudge; it never sees the text."""

    id: int
    employee_id: str
    kind: str
    due_at: datetime


@dataclass(frozen=True)
class Wishes:
    """How an employee wants to be written to: zone (IANA), quiet hours (local, 0 to 23), muted.

    The zone is the one that they named, or else their device's.
    """

    timezone: str = ""
    quiet_from: int | None = None
    quiet_until: int | None = None
    muted: bool = False


class Nudges:
    """What waits to be said unasked, and what was said."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, employee_id: str, kind: str, due_at: datetime, **fields: str | None) -> int:
        """Stores a nudge that waits for its time and returns its number."""
        nudge = Nudge(employee_id=employee_id, kind=kind, due_at=due_at, **fields)
        with self._sessions.begin() as session:
            session.add(nudge)
        return nudge.id

    def get(self, employee_id: str, number: int) -> StoredNudge | None:
        """Returns the employee's own nudge, unless it was cancelled."""
        query = select(Nudge).where(
            Nudge.id == number, Nudge.employee_id == employee_id, Nudge.state != "cancelled"
        )
        with self._sessions() as session:
            row = session.execute(query).scalar_one_or_none()
        return _stored(row) if row else None

    def waiting(self, until: datetime, employee_id: str | None = None) -> list[Due]:
        """Returns what is due by then, of one employee or of all, oldest first; texts stay sealed."""
        query = select(Nudge.id, Nudge.employee_id, Nudge.kind, Nudge.due_at).where(
            Nudge.state == "waiting", Nudge.due_at <= until
        )
        if employee_id is not None:
            query = query.where(Nudge.employee_id == employee_id)
        with self._sessions() as session:
            return [Due(*row) for row in session.execute(query.order_by(Nudge.due_at, Nudge.id))]

    def last_sent(self, employee_id: str) -> datetime | None:
        """Returns when the employee was last written to unasked."""
        query = (
            select(Nudge.sent_at)
            .where(Nudge.employee_id == employee_id, Nudge.state == "sent")
            .order_by(Nudge.sent_at.desc())
            .limit(1)
        )
        with self._sessions() as session:
            return session.execute(query).scalar_one_or_none()

    def sent(self, number: int, at: datetime) -> None:
        """Marks the nudge as said."""
        with self._sessions.begin() as session:
            session.execute(update(Nudge).where(Nudge.id == number).values(state="sent", sent_at=at))

    def move(self, number: int, due_at: datetime) -> None:
        """Puts a nudge that still waits off to later."""
        with self._sessions.begin() as session:
            waiting = update(Nudge).where(Nudge.id == number, Nudge.state == "waiting")
            session.execute(waiting.values(due_at=due_at))

    def ask_again(self, employee_id: str, plan_id: str, due_at: datetime) -> None:
        """Moves a plan's waiting check-in to another time; where none waits there is a new one."""
        own = (Nudge.employee_id == employee_id, Nudge.plan_id == plan_id, Nudge.state == "waiting")
        with self._sessions.begin() as session:
            moved = session.execute(update(Nudge).where(*own).values(due_at=due_at))
            if not moved.rowcount:  # type: ignore[attr-defined]
                session.add(Nudge(employee_id=employee_id, kind="check_in", plan_id=plan_id, due_at=due_at))

    def wishes(self, employee_id: str) -> Wishes:
        """Returns how the employee wants to be written to."""
        with self._sessions() as session:
            row = session.get(Preference, employee_id)
        if row is None:
            return Wishes()
        return Wishes(row.timezone or row.device_zone or "", row.quiet_from, row.quiet_until, row.muted)

    def wish(self, employee_id: str, **changes: str | int | bool | None) -> Wishes:
        """Changes how the employee wants to be written to, or their device's zone, and returns what holds."""
        with self._sessions.begin() as session:
            # What is not named stays as it was.
            session.merge(Preference(employee_id=employee_id, **changes))
        return self.wishes(employee_id)


def _stored(row: Nudge) -> StoredNudge:
    return StoredNudge(row.id, row.employee_id, row.kind, row.plan_id, row.text, row.due_at)
