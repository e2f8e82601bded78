"""What a choice was likely to earn, predicted for each row by a model that has not seen it (cross-fitting).

Chernozhukov et al. 2018, "Double/debiased machine learning for treatment and structural parameters": a
model that has seen a row repeats its luck, and the doubly robust correction would then correct too little.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from actions.recommender.evaluation.log import Codes, Log, Numbers

Matrix = NDArray[np.float64]
# Of some rows: the prediction for what was chosen, and the mean prediction over the target's choices.
Predict = Callable[[Codes], tuple[Numbers, Numbers]]
Fit = Callable[[Codes], Predict]
FOLDS = 5
SEED = 20


def cross_fitted(log: Log, fit: Fit, *, folds: int = FOLDS) -> Log:
    """Returns the log with predictions: fit is given the rows of all other folds, in turn.

    A group's rows are in one fold. Raises ValueError where there are fewer than two groups or folds.
    """
    parts = folds_of(log, folds)
    predicted, expected = np.empty(len(log)), np.empty(len(log))
    for part in range(int(parts.max()) + 1):
        held = np.flatnonzero(parts == part)
        predicted[held], expected[held] = fit(np.flatnonzero(parts != part))(held)
    return replace(log, predicted=predicted, expected=expected)


def with_linear_model(
    log: Log, chosen: Matrix, expected: Matrix, *, folds: int = FOLDS, penalty: float = 1.0
) -> Log:
    """Returns the log with the predictions of a ridge regression of rewards on features.

    chosen has the features of each row's choice, expected their mean over the target's choices, weighted by
    its probabilities; both are (rows, features). penalty is worth that many rows of no effect.
    """
    for name, features in (("chosen", chosen), ("expected", expected)):
        if features.ndim != 2 or len(features) != len(log):
            raise ValueError(f"{name} has the shape {features.shape}: ({len(log)}, features) is needed")
        if not np.isfinite(features).all():
            raise ValueError(f"{name} holds numbers that are not finite: every feature must be")
    if chosen.shape[1] != expected.shape[1]:
        raise ValueError(f"chosen has {chosen.shape[1]} features and expected {expected.shape[1]}")

    def fit(rows: Codes) -> Predict:
        model = Ridge.fitted(chosen[rows], log.rewards[rows], penalty)
        return lambda held: (model(chosen[held]), model(expected[held]))

    return cross_fitted(log, fit, folds=folds)


def folds_of(log: Log, folds: int = FOLDS) -> Codes:
    """Returns each row's fold, counted from 0; the same for the same log."""
    groups = np.arange(len(log)) if log.groups is None else log.groups
    count = int(groups.max()) + 1
    if folds < 2 or count < 2:
        raise ValueError(f"{folds} folds of {count} rows or groups: at least two of each are needed")
    fold = np.arange(count) % min(folds, count)
    np.random.default_rng(SEED).shuffle(fold)
    return fold[groups].astype(np.int64)


@dataclass(frozen=True)
class Ridge:
    """A linear prediction: intercept + features @ weights.

    It is not cut to the span of rewards: the mean prediction would then no longer be the prediction of the
    mean, which the doubly robust correction relies on.
    """

    intercept: float
    weights: Numbers

    @classmethod
    def fitted(cls, features: Matrix, rewards: Numbers, penalty: float) -> "Ridge":
        """Returns the model with the least squares, features scaled to spread 1; the intercept is free."""
        middle, spread = features.mean(0), features.std(0)
        spread[spread == 0] = 1.0
        scaled = (features - middle) / spread
        gram = scaled.T @ scaled + penalty * np.eye(scaled.shape[1])
        weights = np.linalg.solve(gram, scaled.T @ (rewards - rewards.mean())) / spread
        return cls(float(rewards.mean() - middle @ weights), weights)

    def __call__(self, features: Matrix) -> Numbers:
        """Returns the prediction for each row of features."""
        return self.intercept + features @ self.weights
