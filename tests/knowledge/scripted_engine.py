"""An engine that says what it is told: the writer's rules are tested without a model's moods."""

from collections.abc import Callable, Sequence

from knowledge.errors import WriterError
from knowledge.writing.engines.engine import Chat

Reply = str | WriterError


def last_note(chat: Chat) -> str:
    """Returns the note that the chat's last turn asks for."""
    content = chat[-1]["content"]
    return content.partition("Note: ")[2]


class ScriptedEngine:
    """Gives the replies in order, or what a function makes of the chat; a second draft says the same."""

    name = "scripted:1"

    def __init__(self, replies: Sequence[Reply] | Callable[[Chat], Reply]) -> None:
        self._replies = replies if callable(replies) else iter(replies)
        self.chats: list[list[dict[str, str]]] = []
        self._last: Reply = ""

    def complete(self, chat: Chat, max_tokens: int, begin: str = "") -> str:
        if not begin:
            self.chats.append(list(chat))
            self._last = self._replies(chat) if callable(self._replies) else next(self._replies)
        reply = self._last
        if isinstance(reply, WriterError):
            raise reply
        return reply

    def speed(self, chat: Chat, tokens: int) -> float:
        return 1.0


def repeats_notes(chat: Chat) -> str:
    """Says each note word for word."""
    return last_note(chat)
