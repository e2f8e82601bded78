"""The repository of goals and of the numbers reported on the way to them."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from actions.storage.database import Sessions
from actions.storage.tables import Goal, Progress


@dataclass(frozen=True)
class StoredGoal:
    """A goal in the employee's words, how it is measured, and what was reported so far."""

    id: str
    text: str
    skill: str | None
    measure: str
    start: float | None
    target: float | None
    due_at: datetime | None
    status: str
    created_at: datetime
    values: tuple[float, ...] = ()


class Goals:
    """One employee's goals at a time; nobody else's can be asked for."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, employee_id: str, text: str, *, at: datetime, **fields: Any) -> str:
        """Stores a new active goal and returns its id; fields are those of the table."""
        fields = {"measure": "rating", **fields}
        goal = Goal(
            id=uuid.uuid4().hex, employee_id=employee_id, text=text, status="active", created_at=at, **fields
        )
        with self._sessions.begin() as session:
            session.add(goal)
        return goal.id

    def change(self, employee_id: str, goal_id: str, **fields: Any) -> bool:
        """Changes fields of the employee's own goal; returns False when it is not theirs."""
        with self._sessions.begin() as session:
            result = session.execute(
                update(Goal).where(Goal.id == goal_id, Goal.employee_id == employee_id).values(**fields)
            )
        return bool(result.rowcount)  # type: ignore[attr-defined]

    def report(self, employee_id: str, goal_id: str, value: float, at: datetime) -> bool:
        """Adds a number on the way to the employee's own goal; returns False when it is not theirs."""
        if self.get(employee_id, goal_id) is None:
            return False
        with self._sessions.begin() as session:
            session.add(Progress(goal_id=goal_id, value=value, at=at))
        return True

    def get(self, employee_id: str, goal_id: str) -> StoredGoal | None:
        """Returns the employee's own goal; somebody else's is as if it were not there."""
        return next((goal for goal in self._all(employee_id) if goal.id == goal_id), None)

    def active(self, employee_id: str) -> list[StoredGoal]:
        """Returns the employee's goals that they work on, oldest first."""
        return [goal for goal in self._all(employee_id) if goal.status == "active"]

    def ended(self, employee_id: str) -> list[StoredGoal]:
        """Returns the employee's goals that are done or dropped, oldest first."""
        return [goal for goal in self._all(employee_id) if goal.status != "active"]

    def _all(self, employee_id: str) -> list[StoredGoal]:
        goals = select(Goal).where(Goal.employee_id == employee_id).order_by(Goal.created_at, Goal.id)
        with self._sessions() as session:
            rows = session.execute(goals).scalars().all()
            values: dict[str, list[float]] = {row.id: [] for row in rows}
            reported = select(Progress).where(Progress.goal_id.in_(values)).order_by(Progress.id)
            for item in session.execute(reported).scalars():
                values[item.goal_id].append(item.value)
        return [
            StoredGoal(
                row.id,
                row.text,
                row.skill,
                row.measure,
                row.start,
                row.target,
                row.due_at,
                row.status,
                row.created_at,
                tuple(values[row.id]),
            )
            for row in rows
        ]
