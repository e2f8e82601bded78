"""Cuts what an employee wrote into sentences and clauses, and quotes from it word for word."""

import re
from typing import NamedTuple

QUOTED_WORDS = 9
SHORT_CLAUSE = 4
# A quotation begins with its clause where so few words come before what was found.
LEAD = 5
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]+)*[.!?]*[\"”')]*")
_CLAUSE = re.compile(
    r"\s*(?:[,;:–—]|\s-)\s+(?:(?:and|but|so|because|which|then)\b\s*)?|\s+(?=(?:and|but|so|because|which)\s)"
)
# A quotation that is cut does not end on these.
_SMALL_WORDS = frozenset(
    "that which who were was is are the a an to of and but or for at in on if my your with".split()
)
_SMALL_OPENING = re.compile(r"^(?:and|but|so|because|which)\s+", re.IGNORECASE)


class Span(NamedTuple):
    """A stretch of a sentence."""

    sentence: str
    start: int
    end: int


def plain(text: str) -> str:
    """Returns the text in small letters with straight apostrophes, character for character."""
    return text.replace("’", "'").replace("‘", "'").lower()


def rule(pattern: str) -> re.Pattern[str]:
    """Returns the compiled pattern; the apostrophe of "don't" or "I'm" may be missing, as in chat."""
    for whole, loose in (("n't", "n'?t"), ("i'm", "i'?m"), ("you're", "you'?re"), ("'ve", "'?ve")):
        pattern = pattern.replace(whole, loose)
    return re.compile(pattern)


def sentences(text: str) -> list[str]:
    """Returns the sentences of a chat message; capital letters are not needed, a line ends one."""
    found = (part.group().strip() for part in _SENTENCE.finditer(text))
    return [part for part in found if re.search(r"\w", part)]


def clauses(sentence: str) -> list[Span]:
    """Returns the parts between commas and joining words, as spans of the sentence."""
    edges = [0]
    for cut in _CLAUSE.finditer(sentence):
        edges += [cut.start(), cut.end()]
    edges.append(len(sentence))
    spans = [Span(sentence, *edges[i : i + 2]) for i in range(0, len(edges), 2)]
    return [span for span in spans if span.end > span.start]


def search(pattern: re.Pattern[str], sentence: str) -> Span | None:
    """Returns where the pattern first occurs in the sentence; patterns are written in small letters."""
    match = pattern.search(plain(sentence))
    return Span(sentence, match.start(), match.end()) if match else None


def quote(span: Span) -> str:
    """Returns the clauses around the span in the employee's own words, nine at most, "…" where cut."""
    touched = [part for part in clauses(span.sentence) if part.start < span.end and part.end > span.start]
    start = touched[0].start if touched else span.start
    end = touched[-1].end if touched else span.end
    # "Next time" alone says little: a short clause takes the next one along.
    rest = [part for part in clauses(span.sentence) if part.start >= end]
    if rest and len(span.sentence[start:end].split()) < SHORT_CLAUSE:
        end = rest[0].end
    opening = _SMALL_OPENING.match(span.sentence[start:end])
    start += opening.end() if opening else 0
    return _shortened(span, start, end)


def _shortened(span: Span, start: int, end: int) -> str:
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", span.sentence[start:end])]
    if not words:
        return span.sentence[span.start : span.end].strip()
    # The words before the span matter less than those that follow it.
    first = max((i for i, word in enumerate(words) if word[0] <= span.start), default=0)
    first = 0 if first < LEAD else first - 2
    first = min(first, max(0, len(words) - QUOTED_WORDS))
    last = min(len(words), first + QUOTED_WORDS) - 1
    while last < len(words) - 1 and span.sentence[slice(*words[last])].lower() in _SMALL_WORDS:
        last -= 1
    text = span.sentence[words[first][0] : words[last][1]].strip(" ,;:.")
    before, after = "… " if first else "", " …" if last < len(words) - 1 else ""
    return f"{before}{text}{after}"
