"""What was logged and what another policy would have done: the input of every off-policy estimate."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Log:
    """Logged choices beside a target policy, a row each; all arrays are (rows,).

    propensities are the logging policy's probabilities of what it chose, targets the target policy's of the
    same. predicted is a reward model's prediction for what was chosen, expected its mean prediction over the
    target's choices; both or neither. The model must not have seen the rows that it predicts (see
    reward_model.py).

    A slate has one position a row, with the probabilities given what stands before it. Such rows, and all
    rows of one employee, depend on each other: groups names whose each row is, and intervals count groups.
    span is what a reward can be at least and at most.

    Raises ValueError for arrays that cannot be such a log.
    """

    rewards: Numbers
    propensities: Numbers
    targets: Numbers
    predicted: Numbers | None = None
    expected: Numbers | None = None
    groups: Codes | None = None
    span: tuple[float, float] = (0.0, 1.0)

    def __post_init__(self) -> None:
        rewards = _column("rewards", self.rewards, None)
        rows = len(rewards)
        if not rows:
            raise ValueError("the log has no rows: at least one is needed")
        self._set("rewards", rewards)
        self._set("propensities", _column("propensities", self.propensities, rows))
        self._set("targets", _column("targets", self.targets, rows))
        if (self.predicted is None) != (self.expected is None):
            raise ValueError("predicted and expected go together: give both or neither")
        if self.predicted is not None and self.expected is not None:
            self._set("predicted", _column("predicted", self.predicted, rows))
            self._set("expected", _column("expected", self.expected, rows))
        if self.groups is not None:
            self._set("groups", _coded(self.groups, rows))
        self._check_ranges()

    def __len__(self) -> int:
        return len(self.rewards)

    @property
    def weights(self) -> Numbers:
        """Returns how much likelier the target is to choose what was chosen: target over propensity."""
        return self.targets / self.propensities

    def aimed_at(self, targets: ArrayLike, expected: ArrayLike | None = None) -> "Log":
        """Returns the same rows with another target policy's probabilities and mean predictions."""
        targets = np.asarray(targets, dtype=np.float64)
        if expected is None:
            return replace(self, targets=targets, predicted=None, expected=None)
        return replace(self, targets=targets, expected=np.asarray(expected, dtype=np.float64))

    def _check_ranges(self) -> None:
        low, high = self.span
        if not (np.isfinite(low) and np.isfinite(high) and low < high):
            raise ValueError(f"span is {self.span}: the least reward must be below the greatest")
        p, t, r = self.propensities, self.targets, self.rewards
        _refuse("propensities", p, (p <= 0) | (p > 1), "above 0 and at most 1")
        _refuse("targets", t, (t < 0) | (t > 1), "from 0 to 1")
        _refuse("rewards", r, (r < low) | (r > high), f"from {low:g} to {high:g}, the span")

    def _set(self, name: str, value: Numbers | Codes) -> None:
        object.__setattr__(self, name, value)


def _column(name: str, values: ArrayLike, rows: int | None) -> Numbers:
    column = np.asarray(values, dtype=np.float64)
    if column.ndim != 1:
        raise ValueError(f"{name} has {column.ndim} dimensions: one number a row is needed")
    if rows is not None and len(column) != rows:
        raise ValueError(f"{name} has {len(column)} rows and rewards {rows}: they must be of the same length")
    _refuse(name, column, ~np.isfinite(column), "finite numbers")
    return column


def _coded(groups: ArrayLike, rows: int) -> Codes:
    column = np.asarray(groups)
    if column.shape != (rows,):
        raise ValueError(
            f"groups has the shape {column.shape} and rewards {rows} rows: one group a row is needed"
        )
    return np.unique(column, return_inverse=True)[1].astype(np.int64)


def _refuse(name: str, column: Numbers, wrong: NDArray[np.bool_], allowed: str) -> None:
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ValueError(f"{name} has {column[row]:g} in row {row}: they must be {allowed}")
