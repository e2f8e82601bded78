"""A question of the coach's that waits for its answer, outside of a session; it survives a restart."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.storage.conversations import PENDING, Conversations, Stored

# Takes (employee, turn, what was noted with the question); None where the turn does not answer it.
Handler = Callable[[str, Turn, dict[str, str]], Outcome | None]


class Pending:
    """Waits for one answer at a time; a message that does not answer is for other skills."""

    def __init__(self, conversations: Conversations, handlers: Mapping[str, Handler]) -> None:
        self._conversations = conversations
        self._handlers = handlers

    def wait_for(self, employee_id: str, what: str, at: datetime, **noted: str) -> None:
        """Notes that the next message may be the answer; raises ValueError for what nobody handles."""
        if what not in self._handlers:
            raise ValueError(f"nobody handles '{what}'; known are {sorted(self._handlers)}")
        self._conversations.begin(employee_id, PENDING, json.dumps({"what": what, **noted}), at)

    def respond(self, employee_id: str, stored: Stored, turn: Turn) -> Outcome | None:
        """Returns what follows from an answer; None, and no longer waiting, where it is none."""
        noted: dict[str, str] = json.loads(stored.state)
        outcome = self._handlers[noted.pop("what")](employee_id, turn, noted)
        # Answered or not, the question is over, and nothing of what was noted with it stays.
        self._conversations.save(employee_id, stored.id, "{}", "finished", turn.at)
        return outcome
