"""The outbox: replies wait here until their employee has them."""

from collections.abc import Sequence

from sqlalchemy import select, update

from actions.messages import Reply
from actions.storage.database import Sessions
from actions.storage.tables import OutboxReply, now


class Outbox:
    """Replies by employee, each delivered once."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def undelivered(self, employee_id: str) -> list[tuple[int, Reply]]:
        """Returns (number, reply) of what the employee has not got yet, oldest first."""
        query = (
            select(OutboxReply)
            .where(OutboxReply.employee_id == employee_id, OutboxReply.delivered_at.is_(None))
            .order_by(OutboxReply.id)
        )
        with self._sessions() as session:
            return [_numbered(row) for row in session.execute(query).scalars()]

    def of_messages(self, inbox_ids: Sequence[int]) -> dict[int, list[tuple[int, Reply]]]:
        """Returns the replies to each of the messages, in order."""
        query = (
            select(OutboxReply)
            .where(OutboxReply.inbox_id.in_(inbox_ids))
            .order_by(OutboxReply.inbox_id, OutboxReply.position)
        )
        replies: dict[int, list[tuple[int, Reply]]] = {number: [] for number in inbox_ids}
        with self._sessions() as session:
            for row in session.execute(query).scalars():
                replies[row.inbox_id].append(_numbered(row))
        return replies

    def delivered(self, employee_id: str, numbers: Sequence[int]) -> None:
        """Marks the employee's replies as delivered; other people's numbers change nothing."""
        with self._sessions.begin() as session:
            session.execute(
                update(OutboxReply)
                .where(OutboxReply.id.in_(numbers), OutboxReply.employee_id == employee_id)
                .values(delivered_at=now())
            )


def _numbered(row: OutboxReply) -> tuple[int, Reply]:
    return row.id, Reply.model_validate_json(row.reply)
