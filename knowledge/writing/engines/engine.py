"""What every writing engine offers."""

from collections.abc import Sequence
from typing import Protocol

Chat = Sequence[dict[str, str]]


class Engine(Protocol):
    """A causal language model that completes a chat."""

    @property
    def name(self) -> str:
        """The model and its version, as recorded with each answer."""

    def complete(self, chat: Chat, max_tokens: int, begin: str = "") -> str:
        """Returns the assistant's next message, decoded greedily, cut at its end or max_tokens.

        It begins with begin, where the engine can be made to; these words are part of what is returned.
        chat holds {"role", "content"} messages; raises WriterError when the engine fails.
        """

    def speed(self, chat: Chat, tokens: int) -> float:
        """Returns tokens a second when that many are decoded after the chat, whatever they say."""
