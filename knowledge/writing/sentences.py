"""Splits plain text into sentences."""

import re

ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|cf|approx|no|mr|mrs|ms|dr|st|a\.m|p\.m|et al)\.$", re.IGNORECASE
)
BOUNDARY = re.compile(r"(?<=[.!?])([\"”’')\]]*)\s+(?=[\"“‘'(\[]?[A-Z0-9])")
OPENING, CLOSING = "“", "”"


def split_sentences(text: str) -> list[str]:
    """Returns the sentences in order; a line ends one, a quotation is never cut in two."""
    sentences = []
    for line in text.splitlines():
        line = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", line).strip()
        if line:
            sentences += _split_line(line)
    return sentences


def _split_line(line: str) -> list[str]:
    parts, start = [], 0
    for boundary in BOUNDARY.finditer(line):
        end = boundary.end(1)
        candidate = line[start:end]
        if ABBREVIATION.search(candidate) or _is_open(candidate):
            continue
        parts.append(candidate.strip())
        start = boundary.end()
    parts.append(line[start:].strip())
    return [part for part in parts if part]


def _is_open(text: str) -> bool:
    """Says whether a quotation that starts in text has not ended in it."""
    return text.count('"') % 2 == 1 or text.count(OPENING) > text.count(CLOSING)


def is_question(sentence: str) -> bool:
    """Says whether the sentence itself asks; quoted questions do not count."""
    return without_quotations(sentence).rstrip().endswith("?")


def without_quotations(text: str) -> str:
    """Returns the text with what stands in double quotation marks taken out."""
    return re.sub(r"[\"“][^\"”]*[\"”]", "", text)


def words(text: str) -> int:
    """Counts words as an editor does: by white space."""
    return len(text.split())
