"""The repository of confirmed if-then plans."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from actions.storage.database import Sessions
from actions.storage.tables import Nudge, Plan


@dataclass(frozen=True)
class StoredPlan:
    """A plan in the employee's words, and when to ask how it went."""

    id: str
    goal: str
    cue: str
    action: str
    obstacle: str
    remedy: str
    check_at: datetime
    status: str
    created_at: datetime
    goal_id: str | None = None
    session_id: str | None = None


class Plans:
    """One employee's plans at a time; nobody else's can be asked for."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(
        self,
        employee_id: str,
        *,
        session_id: str | None,
        goal_id: str | None,
        goal: str,
        cue: str,
        action: str,
        obstacle: str,
        remedy: str,
        check_at: datetime,
        at: datetime,
    ) -> str:
        """Stores a plan together with its check-in, both or neither; returns the plan's id."""
        plan_id = uuid.uuid4().hex
        with self._sessions.begin() as session:
            session.add(
                Plan(
                    id=plan_id,
                    employee_id=employee_id,
                    session_id=session_id,
                    goal_id=goal_id,
                    goal=goal,
                    cue=cue,
                    action=action,
                    obstacle=obstacle,
                    remedy=remedy,
                    check_at=check_at,
                    status="active",
                    created_at=at,
                )
            )
            session.flush()
            session.add(Nudge(employee_id=employee_id, kind="check_in", plan_id=plan_id, due_at=check_at))
        return plan_id

    def get(self, employee_id: str, plan_id: str) -> StoredPlan | None:
        """Returns the employee's own plan; somebody else's is as if it were not there."""
        query = select(Plan).where(Plan.id == plan_id, Plan.employee_id == employee_id)
        with self._sessions() as session:
            row = session.execute(query).scalar_one_or_none()
        return _stored(row) if row else None

    def latest(self, employee_id: str) -> StoredPlan | None:
        """Returns the plan that the employee confirmed last, however it went."""
        plans = self.all(employee_id)
        return plans[-1] if plans else None

    def all(self, employee_id: str) -> list[StoredPlan]:
        """Returns all of the employee's plans, oldest first."""
        query = select(Plan).where(Plan.employee_id == employee_id).order_by(Plan.created_at, Plan.id)
        with self._sessions() as session:
            return [_stored(row) for row in session.execute(query).scalars()]

    def replace(self, employee_id: str, plan_id: str) -> None:
        """Retires a plan that another takes the place of; how it went stays as it was told."""
        plan = self.get(employee_id, plan_id)
        if plan:
            self.end(employee_id, plan_id, "dropped" if plan.status == "active" else plan.status)

    def end(self, employee_id: str, plan_id: str, status: str) -> None:
        """Marks how the employee's own plan went; its check-in that still waits is cancelled."""
        with self._sessions.begin() as session:
            own = update(Plan).where(Plan.id == plan_id, Plan.employee_id == employee_id)
            session.execute(own.values(status=status))
            session.execute(
                update(Nudge)
                .where(Nudge.plan_id == plan_id, Nudge.employee_id == employee_id, Nudge.state == "waiting")
                .values(state="cancelled")
            )


def _stored(row: Plan) -> StoredPlan:
    return StoredPlan(
        row.id,
        row.goal,
        row.cue,
        row.action,
        row.obstacle,
        row.remedy,
        row.check_at,
        row.status,
        row.created_at,
        row.goal_id,
        row.session_id,
    )
