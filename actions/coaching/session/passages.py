"""Chooses what of a turn can be said back whole: its weightiest sentence, or the clauses around it."""

import re
from itertools import pairwise

from actions.coaching.session.cutting import parts_of, statements, trimmed, unfilled
from actions.coaching.session.english import is_clause
from actions.coaching.session.mirror import mirrored
from actions.coaching.session.repairing import mended
from actions.coaching.session.salience import salience

# A sentence that holds together may be a little longer than a clause.
MAX_WORDS = 22
# By how much more a clause weighs after "but", and a passage that takes in a second matter.
AFTER_BUT, ANOTHER = 1.0, 0.3
# A clause that weighs no more than this is no matter of its own.
SLIGHT = 1.5
_BUT = r"\b(?:but|yet|and now)\b[^,;]{0,20}"
# "He left, I stayed" runs on where an "and" belongs.
_RUNS_ON = re.compile(
    r"(?<=\w),\s+(?=(?:each|people|(?:the|my|our|his|her|their) \w+|that(?= (?:was|is|has|would)\b)|i|i'm"
    r"|i'd|i've"
    r"|i'll|he|he's|she|she's|they|they're|we|we're|it|it's|that's|there's|nobody|everyone)\b)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"^(?:when\w*|if|once|because|since|as|after|before|while|until|although|though|then|with)\b",
    re.IGNORECASE,
)


def passages(text: str) -> list[str]:
    """Returns what can be said back of a turn, from the other side, what matters most first."""
    return [said for said, _ in weighed(text)]


def weighed(text: str) -> list[tuple[str, float]]:
    """Returns the passages of a turn, each with its weight, what weighs most first."""
    found = [
        (said, _weight(run, sentence))
        for sentence in (mended(unfilled(sentence)) for sentence in statements(text))
        for run in _runs(sentence)
        if (said := mirrored(_linked(run), most=MAX_WORDS))
    ]
    kept: list[tuple[str, float]] = []
    for said, weight in sorted(found, key=lambda pair: -pair[1]):
        if not any(said.lower() in other.lower() or other.lower() in said.lower() for other, _ in kept):
            kept.append((said, weight))
    return kept


def _weight(run: str, sentence: str) -> float:
    weights = [salience(run[part.start : part.end]) for part in parts_of(run)]
    if re.search(_BUT + re.escape(run[:12]), sentence, re.IGNORECASE):
        weights[0] += AFTER_BUT
    return max(weights) + ANOTHER * sum(weight > SLIGHT for weight in weights[1:])


def _runs(sentence: str) -> list[str]:
    """Returns the sentence whole where it is short enough, and else its clauses, joined where they fit."""
    whole, parts = trimmed(sentence), parts_of(sentence)
    texts = [trimmed(sentence[part.start : part.end]) for part in parts]
    short = len(whole.split()) <= MAX_WORDS
    if short and all(part.sound and mirrored(text) for part, text in zip(parts, texts, strict=True)):
        return [whole]
    runs = [text for part, text in zip(parts, texts, strict=True) if part.sound]
    for first, second in pairwise(parts):
        both = trimmed(sentence[first.start : second.end])
        if first.sound and second.sound and len(both.split()) <= MAX_WORDS:
            runs.append(both)
    return runs


def _linked(run: str) -> str:
    """Returns the words with an "and" where one sentence runs on into the next."""
    for joint in _RUNS_ON.finditer(run):
        left, right = run[: joint.start()], run[joint.end() :]
        if is_clause(left) and is_clause(right) and not _OPENED.match(left):
            return f"{left}, and {_linked(right)}"
    return run
