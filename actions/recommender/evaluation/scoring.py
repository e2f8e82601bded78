"""What each row of a log adds to an estimate, by estimator."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from actions.recommender.evaluation.log import Log, Numbers
from actions.recommender.evaluation.scores import Scores

# From a log and the weights used to each row's part.
Scoring = Callable[[Log, Numbers], Scores]


@dataclass(frozen=True)
class Weights:
    """The weights used, and the share of rows whose weight was cut."""

    used: Numbers
    clipped: float = 0.0


def weighed(log: Log, cap: float | None, *, switching: bool = False) -> Weights:
    """Returns the log's weights, those above cap cut to it, or to 0 when switching."""
    weights = log.weights
    if cap is None:
        return Weights(weights)
    if not cap > 0:
        raise ValueError(f"the greatest weight is {cap}: it must be above 0")
    above = weights > cap
    return Weights(np.where(above, 0.0 if switching else cap, weights), float(above.mean()))


def effective(weights: Numbers) -> float:
    """Returns how many equally weighted rows the weights are worth (Kish 1965); 0 where all are 0."""
    squares = float(weights @ weights)
    return float(weights.sum() ** 2 / squares) if squares else 0.0


def ips_scores(log: Log, weights: Numbers) -> Scores:
    """Returns each row's part in ips."""
    return Scores(np.zeros(len(log)), weights)


def snips_scores(log: Log, weights: Numbers) -> Scores:
    """Returns each row's part in snips, made linear in the sums of rewards and of weights."""
    shares = _normalised(weights)
    value = float((shares * log.rewards).mean())
    return Scores(value * (1 - shares), shares)


def direct_scores(log: Log, weights: Numbers) -> Scores:
    """Returns each row's part in the direct method, which has no use for weights."""
    _, expected = _predictions(log)
    return Scores(expected, np.zeros(len(weights)))


def dr_scores(log: Log, weights: Numbers) -> Scores:
    """Returns each row's part in dr."""
    predicted, expected = _predictions(log)
    return Scores(expected - weights * predicted, weights)


def sndr_scores(log: Log, weights: Numbers) -> Scores:
    """Returns each row's part in sndr, made linear as in snips."""
    predicted, expected = _predictions(log)
    shares = _normalised(weights)
    correction = float((shares * (log.rewards - predicted)).mean())
    return Scores(expected - shares * predicted + correction * (1 - shares), shares)


SCORING: dict[str, Scoring] = {
    "ips": ips_scores,
    "snips": snips_scores,
    "direct": direct_scores,
    "dr": dr_scores,
    "sndr": sndr_scores,
}


def _normalised(weights: Numbers) -> Numbers:
    mean = weights.mean()
    return weights / mean if mean else np.zeros(len(weights))


def _predictions(log: Log) -> tuple[Numbers, Numbers]:
    if log.predicted is None or log.expected is None:
        raise ValueError("a reward model is needed: the log has neither predicted nor expected")
    return log.predicted, log.expected
