"""Hears the feelings that were named in a word or two: "Angry. Tired. And a bit ashamed."."""

import re

from actions.coaching.session.cutting import sentences
from actions.coaching.session.english import lower_first, tokens
from actions.coaching.session.fragments import feeling_in, is_feeling
from actions.coaching.session.frames import felt
from actions.coaching.session.hearing import Turn
from actions.coaching.session.lexicon import words
from actions.coaching.session.mirror import flip, lowered
from actions.coaching.session.picking import cut_short, fragment
from actions.coaching.session.statements import is_own, tells_feeling

MAX_WORDS = 24
# A sentence of more words is not added to the feelings.
SHORT = 12
# A feeling of more words does not stand after "it leaves you".
BRIEF = 5
_GLAD = frozenset(
    "happy glad proud relieved hopeful calm better good confident thankful grateful free excited".split()
)


def feelings_named(turn: Turn, told: list[str]) -> str:
    """Returns the feelings that were named, as one sentence, and what else was told; "" where none were.

    told holds what can be said back of the turn whole.
    """
    fragments = _fragments(turn)
    own = next((said for said in told if is_own(said) and tells_feeling(said)), "")
    named = [cut_short(text) for text in fragments if feeling_in(text) not in own.lower()]
    if not named:
        return ""
    said = own or felt(named.pop(0))
    for text in named[:2]:
        if not words("feelings") & set(tokens(text)) & set(tokens(said)):
            said = _added(said, text)
    rest = [text for text in told if text != own and len(text.split()) <= SHORT]
    rest = [text for text in rest if not any(text.lower().startswith(part.lower()) for part in fragments)]
    both = f"{said}, and {lowered(rest[0])}" if rest and not named else said
    return both if len(both.split()) <= MAX_WORDS else said


def brief_feelings(turn: Turn) -> str:
    """Returns the feelings as they stand after "it leaves you", "" where more is told or they are glad."""
    fragments = _fragments(turn)
    if any(len(text.split()) > BRIEF or _GLAD & set(tokens(text)) for text in fragments):
        return ""
    return " and ".join(dict.fromkeys(lower_first(flip(text)) for text in fragments[:2]))


def _fragments(turn: Turn) -> list[str]:
    parts = [fragment(part) for part in sentences(turn.plain) if "?" not in part]
    return [text for text in parts if text and is_feeling(text)]


def _added(said: str, text: str) -> str:
    joint = ", and " if "," in said or len(text.split()) > 3 else " and "
    more = lowered(felt(re.sub(r"^(?:and )+", "", text)))
    return said + joint + more.removeprefix("you feel ").removeprefix("you're ")
