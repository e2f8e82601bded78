"""Can the library answer this? A calibrated probability from how near and how worded the passages are."""

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.ingest.passages import Passage

MODEL = Path(__file__).with_name("answerable.json")
TOP = 3
WORD = re.compile(r"[a-z0-9']+")
# Words that say nothing of the topic: function words and the usual words of asking.
COMMON = frozenset(
    "a about after all am an and any are as at be been but by can could did do does for from get go had"
    " has have how i i'm if in into is it it's just like me my need no not of on or our out should so some"
    " than that the their them then there they this to too up us want was we what when where which who why"
    " will with would you your tell give someone something thing things please much many".split()
)


def content_words(text: str) -> list[str]:
    """Returns the lower-case words that carry the topic, cut to a rough stem."""
    return [_stem(word) for word in WORD.findall(text.lower()) if word not in COMMON]


def _stem(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ers",
        "er",
        "ed",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Answerable:
    """Logistic regression on signals that do not depend on a library's size or topic."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        counts = Counter(word for p in passages for word in set(content_words(p.search_text)))
        self._weight = {word: math.log1p(len(passages) / n) for word, n in counts.items()}
        self._unknown = math.log1p(len(passages) + 1)

    def signals(self, query: str, found: Sequence[tuple[Passage, float]]) -> list[float]:
        """Returns the signals, each about 0..1: the best cosine, and how much of the query is mentioned."""
        if not found:
            return [0.0, 0.0]
        scores = [score for _, score in found]
        best = scores[0]
        return [best, self._coverage(query, [p for p, _ in found[:TOP]])]

    def probability(self, query: str, found: Sequence[tuple[Passage, float]]) -> float:
        """Returns the probability that the passages, best first with cosines, answer the query."""
        model = _model()
        logit = model["bias"] + sum(
            weight * signal
            for weight, signal in zip(model["weights"], self.signals(query, found), strict=True)
        )
        return 1 / (1 + math.exp(-logit))

    def _coverage(self, query: str, passages: Sequence[Passage]) -> float:
        """Returns the share of the query's topic, by rarity of its words, that the passages mention."""
        asked = set(content_words(query))
        said = {word for p in passages for word in content_words(f"{p.title} {p.search_text}")}
        total = sum(self._weight.get(word, self._unknown) for word in asked)
        if total == 0:
            return 0.0
        return sum(self._weight.get(word, self._unknown) for word in asked & said) / total


@cache
def _model() -> dict[str, Any]:
    return dict(json.loads(MODEL.read_text(encoding="utf-8")))
