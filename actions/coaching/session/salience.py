"""Weighs what was said: feelings and wishes ask to be taken up before facts."""

import re

from actions.coaching.session.english import is_clause, tokens
from actions.coaching.session.lexicon import words

# A clause of about so many words is neither thin nor a mouthful.
GOOD_LENGTH = 10
_OWN = frozenset("i i'm me my i've i'd myself".split())
_FEELING = re.compile(
    r"\b(?:feel|felt|feeling|hate|hated|tired|angry|furious|frustrat\w+|afraid|scared|worried|worry|nervous"
    r"|anxious|stuck|lost|hurt|alone|ashamed|embarrass\w+|guilty|overwhelm\w+|exhaust\w+|annoy\w+|sick of"
    r"|fed up|sad|upset|proud|glad|lonely|enjoy\w*|care|slept|sleep|cry\w*|cried|shak\w+|believe|worse|worst"
    r"|awful|terrible|humiliat\w+|jealous|resent\w*|insult\w+|makes? me|relieved|happy|dread\w*|panic\w*"
    r"|unfair|invisible|ignored|blamed|stress\w*|confus\w+|disappoint\w+|pressure)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:i|we)(?:'d| would)? (?:\w+ )?(?:like|love|want|wish|hope|rather|prefer|need)"
    r" (?:to|that|it|for|him|her|them|a|my|some)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:never|always|keep|keeps|every time|nobody|too|can't|cannot|won't|couldn't|still|only|every single"
    r"|constantly|as if|as though|it's like)\b",
    re.IGNORECASE,
)
# "I always do" and "I could do that" point at something else.
_HOLLOW = re.compile(
    r"\b(?:do|does|did|will|would|could|can|have|am|is|are|was)(?: (?:that|it|so|this))?$|^i know\b",
    re.IGNORECASE,
)
_POINTING = frozenset("it that this them there that's it's".split())


def salience(clause: str) -> float:
    """Returns how much a part of what was said asks to be taken up; more is more."""
    said = tokens(clause)
    if not said:
        return 0.0
    feels = bool(_FEELING.search(clause)) or (
        bool({"i'm", "feel", "felt"} & set(said)) and bool(words("feelings") & set(said))
    )
    score = 2.0 * bool(_OWN & set(said)) + 2.5 * feels + 2.5 * bool(_WISH.search(clause))
    score += 1.0 * bool(_STRONG.search(clause)) + 1.5 * is_clause(clause)
    score -= 3.0 * bool(_HOLLOW.search(clause)) + 1.0 * (said[0] in _POINTING)
    score -= 1.0 * (len(said) <= 8 and said[-1] in _POINTING) + 2.0 * (len(said) < 3)
    thin, long = max(GOOD_LENGTH - len(said), 0), max(len(said) - GOOD_LENGTH, 0)
    return score - thin * 0.12 - long * 0.04
