"""A column of texts as codes."""

from array import array

import numpy as np

from actions.recommender.evaluation.log import Codes, Numbers

# A feature keeps at most this many levels: rare ones are taken together.
LEVELS = 50
# Numbers with more distinct values than this are cut into as many parts of equal size.
BINS = 10


class Coded:
    """Texts as numbers, counted from 0 in order of appearance."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._codes = array("q")

    def add(self, text: str) -> None:
        """Adds the next row's text."""
        self._codes.append(self._known.setdefault(text, len(self._known)))

    @property
    def names(self) -> list[str]:
        """Returns the distinct texts by code."""
        return list(self._known)

    @property
    def codes(self) -> Codes:
        """Returns each row's code."""
        return np.array(self._codes, dtype=np.int64)

    def ranks(self) -> Codes:
        """Returns each row's place in the order of the distinct numbers, or else of the distinct texts."""
        numbers = self._numbers()
        values = np.array(self.names) if numbers is None else numbers
        rank = np.empty(len(values), dtype=np.int64)
        rank[np.argsort(values, kind="stable")] = np.arange(len(values))
        return rank[self.codes]

    def levels(self) -> Codes:
        """Returns each row's level: few enough that something can be learnt of each."""
        codes, numbers = self.codes, self._numbers()
        if numbers is not None and len(numbers) > BINS:
            edges = np.quantile(numbers[codes], np.linspace(0, 1, BINS + 1)[1:-1])
            return np.searchsorted(edges, numbers)[codes].astype(np.int64)
        if len(self._known) <= LEVELS:
            return codes
        common = np.argsort(-np.bincount(codes), kind="stable")[: LEVELS - 1]
        level = np.full(len(self._known), LEVELS - 1, dtype=np.int64)
        level[common] = np.arange(len(common))
        return level[codes]

    def _numbers(self) -> Numbers | None:
        try:
            numbers = np.array([float(name) for name in self._known])
        except ValueError:
            return None
        return numbers if np.isfinite(numbers).all() else None
