"""Gives an employee's words back from the other side: "I get blamed" becomes "you get blamed"."""

import re

from actions.coaching.session.cutting import clauses, sentences
from actions.coaching.session.english import is_clause, lower_first, upper_first
from actions.coaching.session.repairing import is_broken, mended
from actions.coaching.session.salience import salience

__all__ = ["MAX_WORDS", "clauses", "flip", "lowered", "mirrored", "salience", "sentences"]

MAX_WORDS = 18
_FLIPS = {
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we're": "you're",
    "we've": "you've",
    "we'd": "you'd",
    "we'll": "you'll",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
    "im": "you're",
    "ive": "you've",
    "id": "you'd",
}
# Short words that in capitals are something else: an ID card, the US office.
_CAPITALS = frozenset({"ID", "US", "IM", "IVE"})
_AFTER_I = {"am": "are", "was": "were", "wasn't": "weren't", "amn't": "aren't"}
# What may stand between "I" and its verb.
_BETWEEN = frozenset(
    "also just really still only never always myself too for one honestly actually often".split()
)
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?|[^A-Za-z]+")
_SUBJECTLESS = re.compile(
    r"^(?:can't|cannot|can|don't|won't|haven't|didn't|couldn't|need to|want to|keep|feel|felt|am|was|hate"
    r"|have (?:to|a lot|lots|no|too|so|been|never|many|much)|had to|got|forgot|tried|told|asked|spoke|talked"
    r"|wasn't)\b(?! i\b| you\b)",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^(?:takes|costs|depends on|feels|sounds|looks|seems|works|helps|hurts|makes|drives me|keeps me|happens"
    r"|went (?:well|badly|fine|better|ok))\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?:am|are|is|was|were|do|does|did|have|has|can|could|will|would|should)n?'?t?"
    r" (?:i|you|we|he|she|they|it)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"^that (?:i|he|she|we|they|it|you|there|nobody|people|my|the)\b", re.IGNORECASE)
_TO_COACH = re.compile(
    r"^you\b(?! (?:get|have to|can't|end up|only|just|never know)\b)"
    r"|\b(?:you|your)\b.*\b(?:i|me|my|i'm)\b|\b(?:i|me|my|i'm)\b.*\byou\b(?! know)",
    re.IGNORECASE,
)
# "Me and Sal" and "Sal and I" are put the polite way round.
_TOGETHER = re.compile(r"^(?P<who>[\w' ]{2,24}?) and you\b(?= \w)", re.IGNORECASE)


def flip(text: str) -> str:
    """Returns the text with first and second person changed over: "I am late" gives "you are late"."""
    out, after_i = [], False
    shouted = text.isupper()
    for token in _TOKEN.findall(text.replace("’", "'")):
        small = token.lower()
        if after_i and small in _AFTER_I:
            out.append(_AFTER_I[small])
        elif token in _CAPITALS and not shouted:
            out.append(token)
        else:
            out.append(_FLIPS.get(small, token))
        if small.strip(" ,"):
            after_i = small == "i" or (after_i and small in _BETWEEN)
    # "They told me I should" would give "you you".
    return re.sub(r"\byou you(?='|\b)", "you that you", "".join(out))


def mirrored(clause: str, *, most: int = MAX_WORDS) -> str | None:
    """Returns the clause said back to the employee, without final stop; None where it cannot be."""
    count = len(clause.split())
    if not 2 <= count <= most or "?" in clause or _INVERTED.match(clause) or _TO_COACH.search(clause):
        return None
    # "Can't say no" leaves out who.
    who = "I" if _SUBJECTLESS.match(clause) else "It" if _IT.match(clause) else ""
    whole = mended(f"{who} {lower_first(clause)}" if who else clause)
    if not is_clause(whole) or is_broken(whole) or _THAT.match(whole):
        return None
    said = flip(whole).strip()
    if re.search(r"\b(?:i|i'm|me|my)\b", said, re.IGNORECASE):
        return None
    return upper_first(_TOGETHER.sub(_you_first, said))


def lowered(mirrored_clause: str) -> str:
    """Returns a mirrored clause as it stands in the middle of a sentence."""
    return lower_first(mirrored_clause)


def _you_first(found: re.Match[str]) -> str:
    return found[0] if is_clause(found["who"]) else f"you and {lower_first(found['who'])}"
