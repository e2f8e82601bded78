"""Between what values a mean lies: empirical likelihood, which keeps the skew of rare and heavy rows.

Owen 1988, "Empirical likelihood ratio confidence intervals for a single functional"; for off-policy values
Karampatziakis, Langford & Mineiro 2020, "Empirical Likelihood for Contextual Bandits". The interval holds
every mean that some reweighting of the rows has, if that reweighting is likely enough. Rows may also be
given the greatest and the least reward that was possible but not seen: without that, a log with few
rewards knows too little about the far end, and the interval is too short there.
"""

from statistics import NormalDist

import numpy as np

from actions.recommender.evaluation.log import Codes, Numbers
from actions.recommender.evaluation.scores import Scores

# The share of the slopes whose rows count as possible again; measured by benchmarks/recommender/coverage.py.
COMMON = 0.95
STEPS = 100
CLOSE = 1e-10


def interval(
    scores: Scores,
    rewards: Numbers,
    *,
    span: tuple[float, float] = (0.0, 1.0),
    groups: Codes | None = None,
    level: float = 0.95,
    design_effect: float = 1.0,
) -> tuple[float, float]:
    """Returns the ends of the interval of the scores' mean; groups are counted, not rows.

    design_effect says how many times the variance is what it would be if rows or groups were independent.
    """
    values = scores.values(rewards)
    rows, least, most = scores.reach(span, COMMON)
    parts, share = summed(values, groups)
    owners = rows if groups is None else groups[rows]
    low = min(parts.min(), (parts[owners] + (least - values[rows]) * share).min())
    high = max(parts.max(), (parts[owners] + (most - values[rows]) * share).max())
    limit = quantile(level, len(parts) - 1) ** 2 * design_effect
    mean = float(parts.mean())
    return mean - _above(mean - parts, mean - low, limit), mean + _above(parts - mean, high - mean, limit)


def standard_error(values: Numbers, groups: Codes | None = None) -> float:
    """Returns the standard error of the values' mean, over groups where rows have them; infinite for one."""
    parts, _ = summed(values, groups)
    return float(parts.std(ddof=1) / np.sqrt(len(parts))) if len(parts) > 1 else float("inf")


def summed(values: Numbers, groups: Codes | None) -> tuple[Numbers, float]:
    """Returns one number a group with the same mean as the values, and what a row's value counts in it."""
    if groups is None:
        return values, 1.0
    count = int(groups.max()) + 1
    share = count / len(values)
    mean = values.mean()
    return mean + np.bincount(groups, values - mean, minlength=count) * share, share


def quantile(level: float, freedom: int) -> float:
    """Returns the two-sided quantile of Student's t (the series of Abramowitz & Stegun 1964, 26.7.5).

    Exact to 0.003 from 5 degrees of freedom on; infinite for none.
    """
    if not 0 < level < 1:
        raise ValueError(f"level is {level}: it must lie between 0 and 1")
    if freedom < 1:
        return float("inf")
    x = NormalDist().inv_cdf((1 + level) / 2)
    first = (x**3 + x) / 4
    second = (5 * x**5 + 16 * x**3 + 3 * x) / 96
    third = (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384
    return x + first / freedom + second / freedom**2 + third / freedom**3


def _above(parts: Numbers, top: float, limit: float) -> float:
    """Returns how far above 0 the mean of parts may lie; they have the mean 0, and top is their greatest.

    Each weighting at the interval's end has weights proportional to 1 / (1 - tilt * part), so one number,
    the tilt, is looked for: the one at which the likelihood ratio reaches the limit.
    """
    if top <= 0 or not np.isfinite(limit):
        return max(float(top), 0.0)
    scale = float(parts.std()) or float(top)
    parts, top = parts / scale, top / scale
    count = len(parts)
    steepest = (1 - 1e-9) / top
    if _ratio(parts, steepest)[0] < limit:
        return scale * _with_the_unseen(parts, top, steepest, limit)
    low, high, tilt = 0.0, steepest, min(np.sqrt(limit / count), steepest / 2)
    goal = np.sqrt(limit)
    for _ in range(STEPS):
        ratio, growth = _ratio(parts, tilt)
        root = np.sqrt(max(ratio, 0.0))
        low, high = (tilt, high) if root < goal else (low, tilt)
        if abs(root - goal) < CLOSE * goal or high - low < CLOSE * high:
            break
        # Newton on the ratio's root, which is nearly a straight line; halving where that leaves the bracket.
        step = tilt + (goal - root) * 2 * root / growth if growth > 0 else high
        tilt = step if low < step < high else (low + high) / 2
    inverse = 1 / (1 - tilt * parts)
    return scale * float((parts * inverse).mean() / inverse.mean())


def _ratio(parts: Numbers, tilt: float) -> tuple[float, float]:
    """Returns minus twice the log likelihood ratio at a tilt, and its derivative."""
    count = len(parts)
    inverse = 1 / (1 - tilt * parts)
    total = inverse.sum() / count
    ratio = 2 * (count * np.log(total) - np.log(inverse).sum())
    weighted = parts * inverse
    growth = 2 * (weighted @ inverse / total - weighted.sum())
    return float(ratio), float(growth)


def _with_the_unseen(parts: Numbers, top: float, steepest: float, limit: float) -> float:
    """Returns the greatest mean where the seen rows alone do not use up the limit: the rest lies on top."""
    room = 1 - steepest * parts
    shrink = np.exp(limit / (2 * len(parts)) - np.log(room).mean())
    weights = 1 / (len(parts) * shrink * room)
    return float((weights * parts).sum() + (1 - weights.sum()) * top)
