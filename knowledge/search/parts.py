"""Tells a message that asks two things from one that asks one."""

import re

# A question ends, or "and" starts another: "When is it due, and who signs it?"
BREAK = re.compile(
    r"(?<=\?)\s+|,?\s+and\s+(?=(?:also\s+)?(?:what|how|when|who|where|which|can|could|do|does|is|are|may|must|should)\b)",
    re.IGNORECASE,
)
FEWEST_WORDS = 4


def parts(message: str) -> list[str]:
    """Returns the two questions of a message that asks two; else the message alone."""
    found = [part.strip() for part in BREAK.split(message) if part and part.strip()]
    if len(found) == 2 and all(len(part.split()) >= FEWEST_WORDS for part in found):
        return found
    return [message]
