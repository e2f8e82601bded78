"""The value of a policy that was not served, from the log of one that was.

Each estimator takes a Log and returns an Estimate. All but the direct method need the propensities to be
right; the doubly robust ones need either them or the reward model to be right. cap cuts off the weights
above it: less spread, and a bias that the share of clipped rows hints at.

In a slate each position is judged given what stands before it as logged, with no product of weights.
"""

from actions.recommender.evaluation.doubts import Doubt, doubt_of
from actions.recommender.evaluation.estimate import Estimate
from actions.recommender.evaluation.intervals import interval, standard_error
from actions.recommender.evaluation.log import Log
from actions.recommender.evaluation.scores import Scores
from actions.recommender.evaluation.scoring import (
    Weights,
    direct_scores,
    dr_scores,
    effective,
    ips_scores,
    sndr_scores,
    snips_scores,
    weighed,
)


def ips(log: Log, *, cap: float | None = None, level: float = 0.95) -> Estimate:
    """Returns the mean of weighted rewards (Horvitz & Thompson 1952): unbiased, wide for rare choices."""
    weights = weighed(log, cap)
    return concluded(log, ips_scores(log, weights.used), weights, cap=cap, level=level)


def snips(log: Log, *, cap: float | None = None, level: float = 0.95) -> Estimate:
    """Returns the weighted mean of rewards (Swaminathan & Joachims 2015): a little bias, less spread."""
    weights = weighed(log, cap)
    return concluded(log, snips_scores(log, weights.used), weights, cap=cap, level=level)


def direct(log: Log, *, level: float = 0.95) -> Estimate:
    """Returns the reward model's mean prediction over the target's choices.

    Its interval holds the luck of the rows, not the model's error; so it always carries a doubt.
    """
    weights = weighed(log, None)
    found = concluded(log, direct_scores(log, weights.used), weights, level=level)
    return found.doubted("The direct method is only as right as its reward model.") if found.tells else found


def dr(log: Log, *, cap: float | None = None, level: float = 0.95) -> Estimate:
    """Returns the direct method corrected by weighted residuals (Dudik, Langford & Li 2011)."""
    weights = weighed(log, cap)
    return concluded(log, dr_scores(log, weights.used), weights, cap=cap, level=level)


def sndr(log: Log, *, cap: float | None = None, level: float = 0.95) -> Estimate:
    """Returns dr with weights of mean 1 (Thomas & Brunskill 2016), for weights that vary widely."""
    weights = weighed(log, cap)
    return concluded(log, sndr_scores(log, weights.used), weights, cap=cap, level=level)


def switch_dr(log: Log, *, cap: float, level: float = 0.95) -> Estimate:
    """Returns dr that trusts the model alone where the weight is above cap (Wang, Agarwal & Dudik 2017)."""
    weights = weighed(log, cap, switching=True)
    return concluded(log, dr_scores(log, weights.used), weights, cap=cap, level=level)


def concluded(
    log: Log, scores: Scores, weights: Weights, *, cap: float | None = None, level: float = 0.95
) -> Estimate:
    """Returns the mean of the scores with its interval: all that is possible where the log is blind."""
    values = scores.values(log.rewards)
    doubt: Doubt | None = doubt_of(log)
    low, high = log.span
    if not (doubt and doubt.blind):
        low, high = interval(scores, log.rewards, span=log.span, groups=log.groups, level=level)
    return Estimate(
        value=float(values.mean()),
        error=standard_error(values, log.groups),
        low=low,
        high=high,
        rows=len(log),
        ess=effective(weights.used),
        cap=cap,
        clipped=weights.clipped,
        doubt=doubt.reason if doubt else None,
    )
