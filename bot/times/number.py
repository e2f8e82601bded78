"""Numbers as people write them: in digits or in words."""

from __future__ import annotations

import re
from typing import Text

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {
    **{word: n for n, word in enumerate(ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "couple of": 2,
    "a dozen": 12,
}
_COMPOUND = rf"(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(ONES[1:10])})"
# The longest first: an expression takes the first alternative that fits.
_SINGLE = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{_COMPOUND}|(?:{_SINGLE})\b)"


def number(text: Text) -> float:
    """Returns the value of what NUMBER matched."""
    text = " ".join(text.casefold().split())
    if text[0].isdigit():
        return float(text)
    if text in WORDS:
        return WORDS[text]
    return sum(WORDS[part] for part in re.split(r"[-\s]", text))
