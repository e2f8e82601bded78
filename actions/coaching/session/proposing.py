"""Has the writer suggest a reflection; it is a candidate like any other and checked harder."""

from typing import Protocol

from knowledge.errors import WriterError

BEGIN = "It sounds like you "
MAX_TOKENS = 28
INSTRUCTION = (
    "You are a coach. In one short sentence, say back to the person what they feel or want. "
    "Speak to them as you. Give no advice and add no facts."
)


class Engine(Protocol):
    """Completes a chat."""

    def complete(self, chat: list[dict[str, str]], max_tokens: int, begin: str = "") -> str:
        """Returns the reply, which starts with begin."""


class Proposer:
    """Asks the engine for one sentence on what was said."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(self, said: str) -> str | None:
        """Returns the sentence, None where the engine fails or does not end one."""
        chat = [{"role": "system", "content": INSTRUCTION}, {"role": "user", "content": said}]
        try:
            text = " ".join(self._engine.complete(chat, MAX_TOKENS, BEGIN).split())
        except WriterError:
            return None
        return text if text.endswith(".") and text.count(".") == 1 else None
