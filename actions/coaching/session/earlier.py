"""Finds what was told before that can be taken up again."""

import re
from collections.abc import Callable, Sequence

from actions.coaching.session.english import lower_first
from actions.coaching.session.hearing import Turn
from actions.coaching.session.passages import passages
from actions.coaching.session.state import SessionState
from actions.coaching.session.statements import (
    helps,
    hinders,
    is_past,
    is_possible,
    is_wish,
    points_back,
    tells_feeling,
)

# Picks of several sentences the one that is nearest to the first in meaning, or "".
Nearest = Callable[[str, Sequence[str]], str]
# So many passages of one turn are remembered.
MOST = 3
# Sentences of fewer words say too little to be taken up, those of more say too much.
SHORTEST, LONGEST = 6, 16
_ASIDE = re.compile(
    r"^(?:since|then|now|and|on|in|at|last|yesterday|sometimes|when|because|if|every|some|one|twice|there)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"^\w+(?:'ve| have (?!to\b)| has (?!to\b))", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:it|that|this|them|there)$", re.IGNORECASE)
_WANTS = re.compile(r"\byou(?:'d like| want| need| wish| hope)\b", re.IGNORECASE)
# What happens to somebody: "you get blamed", not "you went home".
_HAPPENS = re.compile(
    r"^(?!you\b)|^you(?:'re| are|'ve| have| had| get| got| were| do| work| stay| can't| never| keep)\b",
    re.IGNORECASE,
)


def earlier(state: SessionState, *, without: Turn | None = None) -> list[str]:
    """Returns what was told of the situation, said back, without wishes and what was said twice already."""
    texts = [*state.situation, *state.reality]
    if without and texts[-1:] == [without.plain]:
        texts.pop()
    told = [said for text in texts for said in passages(text)[:MOST]]
    often = {said for said in told if sum(lower_first(said) in lower_first(old) for old in state.said) > 1}
    return [said for said in told if not is_wish(said) and said not in often]


def problems(state: SessionState) -> list[str]:
    """Returns what was told that is in the way now and can be taken up by itself."""
    return [said for said in earlier(state) if is_problem(said) and not points_back(said)]


def is_problem(said: str) -> bool:
    """Says whether a sentence tells of something that is in the way now."""
    return hinders(said) and not is_past(said) and not is_possible(said)


def is_aside(said: str) -> bool:
    """Says whether a sentence opens with a time or a place, so that no joint can stand before it."""
    return bool(_ASIDE.match(said))


def ends_open(said: str) -> bool:
    """Says whether a sentence ends in a word that points at something else."""
    return bool(_OPEN_END.search(said))


def is_so_now(said: str) -> bool:
    """Says whether a sentence tells how things are, so that "and at the moment" can stand before it."""
    if is_past(said) or is_possible(said) or is_wish(said) or helps(said) or _WANTS.search(said):
        return False
    fits = SHORTEST <= len(said.split()) <= LONGEST and not _PERFECT.match(said)
    return fits and not is_aside(said) and not ends_open(said)


def could_cause(said: str) -> bool:
    """Says whether a sentence tells of something that happens to somebody, not of what they do or feel."""
    told = (hinders(said) or is_past(said)) and not tells_feeling(said) and not is_possible(said)
    return told and bool(_HAPPENS.match(said)) and len(said.split()) <= LONGEST
