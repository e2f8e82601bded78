"""Does a passage support a sentence? The check that stands between the writer and the employee.

A sentence is aligned with the stretch of the passage that it most likely retells, and then
compared with it fact by fact: numbers, names, quotations, negation, obligation, limits,
conditions, order. Whatever the sentence adds, and whatever condition or limit it drops,
makes it unsupported. Method and figures: docs/decisions/0004-support.md
"""

import re
from dataclasses import dataclass

from knowledge.words import content_stems, stem, tokens
from knowledge.writing.lexicon import (
    CONDITIONS,
    LIMITS,
    NEGATIONS,
    NUMBER_WORDS,
    OBLIGATIONS,
    ORDER,
    phrases_in,
)
from knowledge.writing.sentences import split_sentences

MIN_COVERAGE = 0.6
MAX_WINDOW = 2
HARD_LIMITS = {"only", "at least", "up to", "more than", "less than", "within", "exactly"}
QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NAME = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![\"“])\b[A-Z][\w&-]+")


@dataclass(frozen=True)
class Verdict:
    """Whether the sentence may be shown, how sure that is (0..1), and what spoke against it."""

    supported: bool
    score: float
    reason: str = ""


def check_support(sentence: str, passage: str, context: str = "") -> Verdict:
    """Compares a sentence with a passage; context is what the employee said and may be repeated."""
    source, coverage = _align(sentence, passage, context)
    for find in (_numbers, _names, _quotations, _negation, _obligation, _limits, _conditions, _order):
        problem = find(sentence, source, passage, context)
        if problem:
            return Verdict(False, coverage / 2, problem)
    if coverage < MIN_COVERAGE:
        return Verdict(False, coverage / 2, "says more than the passage")
    return Verdict(True, coverage)


def _align(sentence: str, passage: str, context: str) -> tuple[str, float]:
    """Returns the one or two neighbouring sentences that cover most of it, and the share covered."""
    said = content_stems(sentence)
    free = content_stems(context)
    source = split_sentences(passage)
    best, best_share, best_extra = passage, -1.0, 0
    for size in range(1, MAX_WINDOW + 1):
        for start in range(max(1, len(source) - size + 1)):
            window = " ".join(source[start : start + size])
            stems = content_stems(window)
            covered = sum(1 for s in said if s in stems or s in free)
            share = covered / len(said) if said else 1.0
            # A longer window has to explain clearly more, or it only brings words along.
            if share > best_share + (0.08 if size > 1 else 1e-9) or (
                share == best_share and len(stems) < best_extra
            ):
                best, best_share, best_extra = window, share, len(stems)
    return best, max(best_share, 0.0)


def numbers(text: str) -> set[str]:
    """Returns the numbers in a text, digits and words alike, as digits."""
    found = {match.rstrip(".,:").replace(",", "") for match in NUMBER.findall(text)}
    return found | {NUMBER_WORDS[word] for word in tokens(text) if word in NUMBER_WORDS}


def _numbers(sentence: str, source: str, passage: str, context: str) -> str:
    added = numbers(sentence) - numbers(source) - numbers(context)
    return f"number not in the passage: {min(added)}" if added else ""


def _names(sentence: str, source: str, passage: str, context: str) -> str:
    known = {stem(word) for word in tokens(f"{passage} {context}")}
    added = [n for n in NAME.findall(sentence) if not {stem(word) for word in tokens(n)} <= known]
    added = [name for name in added if name not in ("I", "I'm", "I'll", "I've", "I'd")]
    return f"name not in the passage: {added[0]}" if added else ""


def _quotations(sentence: str, source: str, passage: str, context: str) -> str:
    plain = _loose(f"{passage} {context}")
    for quotation in QUOTED.findall(sentence):
        if _loose(quotation) not in plain:
            return "quotation not in the passage"
    return ""


def _loose(text: str) -> str:
    return " ".join(tokens(text))


def _negation(sentence: str, source: str, passage: str, context: str) -> str:
    said, meant = phrases_in(sentence, NEGATIONS), phrases_in(source, NEGATIONS)
    if bool(said) != bool(meant):
        return "negation differs"
    return ""


def _obligation(sentence: str, source: str, passage: str, context: str) -> str:
    """Refuses a duty made of advice or permission, and a duty made a choice."""
    said, meant = phrases_in(sentence, OBLIGATIONS), phrases_in(source, OBLIGATIONS)
    if "must" in said and "must" not in meant:
        return "obligation added"
    if "must" in meant and said & {"may"} and "must" not in said:
        return "obligation weakened"
    return ""


def _limits(sentence: str, source: str, passage: str, context: str) -> str:
    said, meant = phrases_in(sentence, LIMITS), phrases_in(source, LIMITS)
    if said - meant:
        return f"limit added: {min(said - meant)}"
    # "All" and "usually" may go unsaid; of two source sentences, only one may carry the limit.
    dropped = (meant - said) & HARD_LIMITS
    if dropped and len(split_sentences(source)) == 1:
        return f"limit dropped: {min(dropped)}"
    return ""


def _conditions(sentence: str, source: str, passage: str, context: str) -> str:
    said = phrases_in(sentence, CONDITIONS)
    meant = phrases_in(source, CONDITIONS)
    strong = {"unless", "except", "until", "only if"}
    if (said & strong) - meant or ((meant & strong) - said and len(split_sentences(source)) == 1):
        return "exception differs"
    if "if" in meant and not said and len(split_sentences(source)) == 1:
        return "condition dropped"
    return ""


def _order(sentence: str, source: str, passage: str, context: str) -> str:
    """Refuses "A before B" where the passage has "A after B"."""
    said, meant = phrases_in(sentence, ORDER), phrases_in(source, ORDER)
    if len(said) != 1 or len(meant) != 1:
        return ""
    said_first, meant_first = _first_of(sentence, said), _first_of(source, meant)
    if not said_first or not meant_first:
        return ""
    return (
        "order differs"
        if _overlap(said_first[1], meant_first[0]) > _overlap(said_first[0], meant_first[0])
        and _overlap(said_first[0], meant_first[1]) > 0
        else ""
    )


def _first_of(text: str, marker: set[str]) -> tuple[set[str], set[str]] | None:
    """Returns (what comes first, what comes second) of a text with one order word."""
    word = "before" if "before" in marker else "after"
    lowered = text.lower()
    place = re.search(rf"\b{word}\b", lowered)
    if place is None:
        return None
    left, right = lowered[: place.start()], lowered[place.end() :]
    if not left.strip(" ,"):
        # "Before you speak, breathe": the marked clause stands in front.
        marked, _, main = right.partition(",")
    else:
        marked, main = right, left
    first, second = (main, marked) if word == "before" else (marked, main)
    return content_stems(first), content_stems(second)


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
