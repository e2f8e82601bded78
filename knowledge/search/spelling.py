"""Repairs words that a question misspells, from the words that the pages use."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

FILE = "words.json"
WORD = re.compile(r"[a-z]{4,}")
# From how many letters on two slips are repaired instead of one.
TWO_SLIPS = 8


def write_words(file: Path, texts: Iterable[str]) -> None:
    """Writes the words of the texts, the most frequent first."""
    counts = Counter(word for text in texts for word in WORD.findall(text.lower()))
    file.write_text(json.dumps([word for word, _ in counts.most_common()]), encoding="utf-8")


class Spelling:
    """Repairs what neither the pages nor the encoder's vocabulary know."""

    def __init__(self, words: Sequence[str], known: frozenset[str]) -> None:
        self._words = list(words)
        self._known = known | frozenset(words)

    @classmethod
    def load(cls, file: Path, known: frozenset[str]) -> "Spelling":
        """Reads a version's words; known are words that are right though no page has them."""
        return cls(json.loads(file.read_text(encoding="utf-8")), known)

    def repair(self, query: str) -> str:
        """Returns the query with each misspelled word replaced by the nearest of the pages' words."""
        return re.sub(r"[^\W\d_]{4,}", lambda found: self._repaired(found[0]), query)

    def _repaired(self, word: str) -> str:
        low = word.lower()
        # A capital inside a sentence is a name, and names are not repaired.
        if not low.isascii() or low in self._known or not word[1:].islower():
            return word
        slips = 2 if len(low) >= TWO_SLIPS else 1
        if low.endswith("s") and low[:-1] in self._known:
            return word
        nearest = process.extractOne(low, self._words, scorer=DamerauLevenshtein.distance, score_cutoff=slips)
        # A slip in the first letter is rare; to allow it would turn many unknown words into others.
        if nearest is None or nearest[0][0] != low[0]:
            return word
        return str(nearest[0])
