"""Makes what somebody typed safe to hand on, and refuses what nobody can answer."""

import re
import unicodedata

from gateway.errors import BadMessage

MAX_CHARACTERS = 4000
ALLOWED_CONTROLS = "\n\t"
# Slashes and white space in any mixture.
LEADING = re.compile(r"^[\s/]+")


def clean(text: str) -> str:
    """Returns the text without control characters and without a leading slash.

    A leading slash would reach Rasa as a command. Raises BadMessage for text that is empty,
    too long or has no word in it.
    """
    if len(text) > MAX_CHARACTERS:
        raise BadMessage(
            f"That message has {len(text):,} characters; I can take up to {MAX_CHARACTERS:,}. "
            "Could you send the part that matters most?"
        )
    visible = "".join(
        c for c in text if c in ALLOWED_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs", "Co")
    )
    cleaned = LEADING.sub("", visible).strip()
    if not cleaned:
        raise BadMessage("That message is empty. What would you like to talk about?")
    if not any(c.isalnum() for c in cleaned):
        raise BadMessage("I only understand words. Could you say it in a sentence?")
    return cleaned
