"""The durable inbox: a message is stored before it is acknowledged, and handled once, in order."""

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from actions.errors import CoachError
from actions.messages import Reply
from actions.storage.database import Sessions
from actions.storage.tables import InboxMessage, OutboxReply, now

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Incoming:
    """A message from a channel whose sender is proven."""

    channel: str
    channel_message_id: str
    employee_id: str
    text: str
    # A command comes from a signed button, never from typed text.
    is_command: bool = False
    at: datetime | None = None


class Inbox:
    """Messages by employee: waiting, done or failed."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def accept(self, incoming: Incoming) -> int | None:
        """Stores the message and returns its number; None when this one was stored before."""
        row = InboxMessage(**vars(incoming))
        try:
            with self._sessions.begin() as session:
                session.add(row)
        except IntegrityError:
            return None
        return row.id

    def waiting_employees(self) -> list[str]:
        """Returns the employees who have a message waiting."""
        query = select(InboxMessage.employee_id).where(InboxMessage.state == "waiting").distinct()
        with self._sessions() as session:
            return list(session.execute(query).scalars())

    def next(self, employee_id: str) -> InboxMessage | None:
        """Returns the employee's oldest waiting message; one whose key is gone is given up."""
        query = (
            select(InboxMessage.id)
            .where(InboxMessage.state == "waiting", InboxMessage.employee_id == employee_id)
            .order_by(InboxMessage.id)
        )
        with self._sessions() as session:
            for number in session.execute(query).scalars().all():
                try:
                    return session.get_one(InboxMessage, number)
                except CoachError:
                    log.error("message %d cannot be read any more and is given up", number)
                    self._end(session, number, failed=True)
                    session.commit()
        return None

    def count_attempt(self, message_id: int) -> int:
        """Counts a try at the message and returns how many there were."""
        with self._sessions.begin() as session:
            message = session.get_one(InboxMessage, message_id)
            message.attempts += 1
            return message.attempts

    def complete(self, message: InboxMessage, replies: list[Reply], *, failed: bool = False) -> list[int]:
        """Puts the replies into the outbox and ends the message, both or neither; returns their numbers."""
        rows = [
            OutboxReply(
                inbox_id=message.id,
                position=position,
                employee_id=message.employee_id,
                reply=reply.model_dump_json(),
            )
            for position, reply in enumerate(replies)
        ]
        with self._sessions.begin() as session:
            session.add_all(rows)
            self._end(session, message.id, failed=failed)
        return [row.id for row in rows]

    def recent(self, employee_id: str, limit: int) -> list[InboxMessage]:
        """Returns the employee's own latest messages, oldest first."""
        query = (
            select(InboxMessage)
            .where(InboxMessage.employee_id == employee_id)
            .order_by(InboxMessage.id.desc())
            .limit(limit)
        )
        with self._sessions() as session:
            return list(reversed(session.execute(query).scalars().all()))

    @staticmethod
    def _end(session: Session, number: int, *, failed: bool) -> None:
        session.execute(
            update(InboxMessage)
            .where(InboxMessage.id == number)
            .values(state="failed" if failed else "done", done_at=now())
        )
