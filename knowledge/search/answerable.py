"""Can the library answer this? A calibrated probability from several signals of the best passages."""

import json
import math
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.search.encoder import Encoded, Vectors
from knowledge.search.index import SearchIndex
from knowledge.search.ranking import Ranked

MODEL = Path(__file__).with_name("answerable.json")
# How many vectors stand for the whole library.
SAMPLE = 20_000


class Answerable:
    """A logistic regression (benchmarks/fit_search.py); its signals do not depend on a library's topic."""

    NAMES = ("best", "domain")

    def __init__(self, index: SearchIndex) -> None:
        size = min(SAMPLE, len(index.passages))
        vectors = index.vectors.reconstruct_n(0, size) if size else np.zeros((1, 1), dtype=np.float32)
        self._centre: Vectors = vectors.mean(axis=0)

    def probability(self, query: Encoded, ranked: Ranked) -> float:
        """Returns the probability that the best passages answer the query."""
        if not len(ranked.numbers) or not len(query.pieces):
            return 0.0
        model = _model()
        signals = self.signals(query, ranked)
        logit = model["bias"] + float(np.dot(model["weights"], signals))
        return 1 / (1 + math.exp(-logit))

    def signals(self, query: Encoded, ranked: Ranked) -> NDArray[np.float64]:
        """Returns the signals of NAMES: the best score, and how near the query is to the whole library."""
        return np.array([ranked.scores[0], query.vector @ self._centre], dtype=np.float64)


@cache
def _model() -> dict[str, Any]:
    return dict(json.loads(MODEL.read_text(encoding="utf-8")))
