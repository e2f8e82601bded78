"""The repository of spaced reviews: what an employee learned and when they are asked about it again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from actions.storage.database import Sessions
from actions.storage.tables import Review


@dataclass(frozen=True)
class StoredReview:
    """An item to be reviewed; card is the scheduler's memory model as it writes it."""

    item: str
    card: dict[str, Any]
    due_at: datetime


class Reviews:
    """One employee's reviews at a time; nobody else's can be asked for."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def put(self, employee_id: str, item: str, card: dict[str, Any], due_at: datetime) -> None:
        """Stores when an item is due, in place of what stood before."""
        with self._sessions.begin() as session:
            row = session.get(Review, (employee_id, item)) or Review(employee_id=employee_id, item=item)
            row.card, row.due_at = card, due_at
            session.add(row)

    def get(self, employee_id: str, item: str) -> StoredReview | None:
        """Returns the review of an item, None where there is none."""
        with self._sessions() as session:
            row = session.get(Review, (employee_id, item))
            return StoredReview(row.item, row.card, row.due_at) if row else None

    def due(self, employee_id: str, at: datetime) -> list[StoredReview]:
        """Returns what is due, longest due first."""
        query = select(Review).where(Review.employee_id == employee_id, Review.due_at <= at)
        with self._sessions() as session:
            rows = session.scalars(query.order_by(Review.due_at))
            return [StoredReview(row.item, row.card, row.due_at) for row in rows]

    def all(self, employee_id: str) -> list[StoredReview]:
        """Returns all reviews, next first."""
        query = select(Review).where(Review.employee_id == employee_id).order_by(Review.due_at)
        with self._sessions() as session:
            return [StoredReview(row.item, row.card, row.due_at) for row in session.scalars(query)]

    def end(self, employee_id: str, item: str) -> None:
        """Ends the reviews of an item."""
        query = delete(Review).where(Review.employee_id == employee_id, Review.item == item)
        with self._sessions.begin() as session:
            session.execute(query)
