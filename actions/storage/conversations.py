"""The repository of coaching sessions: conversations with a course of their own, sealed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from actions.storage.database import Sessions
from actions.storage.tables import CoachingSession

# A question of the coach's that waits for its answer.
PENDING = "pending"


@dataclass(frozen=True)
class Stored:
    """A session as it was last left: its state is JSON that only its own code reads."""

    id: str
    kind: str
    status: str
    state: str
    updated_at: datetime


class Conversations:
    """At most one session of an employee is open; a paused one can be picked up."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def begin(self, employee_id: str, kind: str, state: str, at: datetime) -> str:
        """Opens a session and returns its id; one that was open is paused, a question that waited is over."""
        session_id = uuid.uuid4().hex
        own = update(CoachingSession).where(CoachingSession.employee_id == employee_id)
        going_on = CoachingSession.status.in_(("open", "paused"))
        with self._sessions.begin() as session:
            session.execute(
                own.where(CoachingSession.kind == PENDING, going_on).values(status="stopped", state="{}")
            )
            session.execute(own.where(CoachingSession.status == "open").values(status="paused"))
            session.add(
                CoachingSession(
                    id=session_id,
                    employee_id=employee_id,
                    kind=kind,
                    status="open",
                    state=state,
                    created_at=at,
                    updated_at=at,
                )
            )
        return session_id

    def save(self, employee_id: str, session_id: str, state: str, status: str, at: datetime) -> None:
        """Stores how far the employee's session has come."""
        with self._sessions.begin() as session:
            session.execute(
                update(CoachingSession)
                .where(CoachingSession.id == session_id, CoachingSession.employee_id == employee_id)
                .values(state=state, status=status, updated_at=at)
            )

    def latest(self, employee_id: str, *statuses: str, without: str = "") -> Stored | None:
        """Returns the employee's newest session that has one of the statuses, none of the kind without."""
        query = (
            select(CoachingSession)
            .where(
                CoachingSession.employee_id == employee_id,
                CoachingSession.status.in_(statuses),
                CoachingSession.kind != without,
            )
            .order_by(CoachingSession.updated_at.desc())
            .limit(1)
        )
        with self._sessions() as session:
            row = session.execute(query).scalar_one_or_none()
        return Stored(row.id, row.kind, row.status, row.state, row.updated_at) if row else None
