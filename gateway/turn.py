"""One turn: a message from the inbox, through safety and Rasa, to the replies for the outbox."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from actions.messages import Reply
from actions.storage.nudges import Nudges
from actions.storage.people import People
from actions.storage.tables import InboxMessage
from actions.trust import notice
from gateway.errors import Unavailable
from gateway.neighbours import ActionServer, Rasa

NUDGE = "nudge"
NOTHING_TO_SAY = Reply(
    kind="decline", text="I lost my thread just now. Could you ask me that again in other words?"
)


@dataclass
class Turn:
    """What came of a message."""

    replies: list[Reply] = field(default_factory=list)
    intent: dict[str, Any] | None = None
    route: str | None = None
    first_contact: bool = False
    # The day on which the help lines were put beside the reply, as a number; 0 where they were not.
    cared_on: int = 0


class Turns:
    """Runs turns; knows the neighbours, and nothing of channels."""

    def __init__(self, rasa: Rasa, actions: ActionServer, people: People, nudges: Nudges) -> None:
        self._rasa = rasa
        self._actions = actions
        self._people = people
        self._nudges = nudges

    async def run(self, message: InboxMessage, show: Callable[[str], None]) -> Turn:
        """Returns the replies to a message; show gets each sentence of an answer as it is ready.

        Raises Unavailable when a neighbour does not answer; nothing has been said then.
        """
        turn, words = Turn(), ""
        if not message.is_command:
            turn.route, words = await self._actions.safety(message.text, message.employee_id)
            if turn.route:
                turn.replies.append(Reply(kind="safety", text=words))
        if not turn.route:
            await self._ask_rasa(message, turn, show)
            self._put_beside(message, turn, words)
        turn.first_contact = not self._people.was_told(message.employee_id, notice.PURPOSE, notice.VERSION)
        if turn.first_contact:
            turn.replies.insert(0, Reply(kind="notice", text=notice.TEXT))
        return turn

    def record_notice(self, employee_id: str, turn: Turn) -> None:
        """Records that the employee was told what this is and who can read it, or where help is to be had."""
        if turn.first_contact:
            self._people.record(employee_id, notice.PURPOSE, notice.VERSION)
        if turn.cared_on:
            self._people.record(employee_id, notice.HELP, turn.cared_on)

    def _put_beside(self, message: InboxMessage, turn: Turn, words: str) -> None:
        """Puts the help lines before the replies, once a day at most."""
        today = (message.at or datetime.now(UTC)).toordinal()
        if words and not self._people.was_told(message.employee_id, notice.HELP, today):
            turn.replies.insert(0, Reply(kind="notice", text=words))
            turn.cared_on = today

    async def _ask_rasa(self, message: InboxMessage, turn: Turn, show: Callable[[str], None]) -> None:
        metadata = {"at": message.at.isoformat()} if message.at else {}
        if zone := self._nudges.wishes(message.employee_id).timezone:
            metadata["timezone"] = zone
        understood = await self._rasa.turn(message.employee_id, message.text, message.channel, metadata)
        turn.intent = understood.intent
        for reply in understood.replies:
            turn.replies.append(await self._finished(reply, show) if reply.stream else reply)
        # A nudge whose plan is over meanwhile says nothing.
        if not turn.replies and message.channel != NUDGE:
            turn.replies.append(NOTHING_TO_SAY)

    async def _finished(self, reply: Reply, show: Callable[[str], None]) -> Reply:
        """Follows a reply that is being written to its end."""
        async for event in self._actions.read_stream(reply.stream or ""):
            if isinstance(event, Reply):
                return event
            show(event)
        raise Unavailable("the action server's stream ended without a reply")
