"""Ranks passages for a query: candidates by meaning and by words, compared piece by piece."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.search.encoder import Encoded, Vectors
from knowledge.search.index import SearchIndex

# By meaning many, because what comes after sorts them; by words few, for what is asked by its name.
NEAREST, WORDED = 120, 30
# How much late interaction counts beside the cosine: docs/decisions/0003-search.md.
LATE = 1.5


@dataclass(frozen=True)
class Ranked:
    """Candidates, best first: their numbers, and scores of about 0..1."""

    numbers: NDArray[np.int64]
    scores: Vectors


def rank(index: SearchIndex, query: Encoded, words: str, allowed: NDArray[np.bool_] | None = None) -> Ranked:
    """Returns the ranked candidates; words is the query's text, allowed says which passages may be found."""
    cosines = dict(index.nearest(query.vector, NEAREST, allowed))
    for number in _worded(index, words, allowed):
        if number not in cosines:
            cosines[number] = float(index.vectors.reconstruct(number) @ query.vector)
    numbers = np.array(list(cosines), dtype=np.int64)
    cosine = np.array(list(cosines.values()), dtype=np.float32)
    late, _ = index.word_pieces.interaction(query, numbers)
    scores: Vectors = np.asarray((cosine + LATE * late) / (1 + LATE), dtype=np.float32)
    order = np.argsort(-scores, kind="stable")
    return Ranked(numbers[order], scores[order])


def _worded(index: SearchIndex, words: str, allowed: NDArray[np.bool_] | None) -> list[int]:
    """Returns the passages that share the query's rarest words."""
    scores = index.lexical.scores(words)
    if allowed is not None:
        scores = np.where(allowed, scores, np.float32(0))
    best = np.argsort(-scores, kind="stable")[:WORDED]
    return [int(number) for number in best if scores[number] > 0]
