"""Why a log cannot tell what another policy would have earned."""

from dataclasses import dataclass

import numpy as np

from actions.recommender.evaluation.log import Log
from actions.recommender.evaluation.scoring import effective

# An effective sample below this decides nothing.
ENOUGH = 100.0
# Below this not even an interval is drawn.
BLIND = 10.0
# How far the mean weight may lie from 1, in standard errors and besides, before the log does not fit.
ERRORS_OFF = 5.0
OFF = 0.01


@dataclass(frozen=True)
class Doubt:
    """A reason in one sentence; blind means that every value is possible."""

    reason: str
    blind: bool = False


def doubt_of(log: Log, *, enough: float = ENOUGH) -> Doubt | None:
    """Returns the gravest reason not to believe an estimate from this log, None where there is none."""
    weights = log.weights
    ess = effective(weights)
    count = len(log) if log.groups is None else int(log.groups.max()) + 1
    if count < 2:
        return Doubt("There is only one row, or all rows are one person's.", blind=True)
    if not ess:
        return Doubt("The log never chose what this policy would choose.", blind=True)
    if (log.propensities == 1).all() and (weights != 1).any():
        return Doubt("The log always made the same choice, so nothing is known of any other.", blind=True)
    if _unsupported(log):
        mean = float(weights.mean())
        return Doubt(
            f"The weights average {mean:.2f} instead of 1: the propensities are not those of this log, or it "
            "hardly tried what this policy would choose.",
            blind=True,
        )
    if ess < BLIND:
        return Doubt(_few(ess, enough), blind=True)
    if np.ptp(log.rewards) == 0:
        return Doubt(f"Every reward in the log is {log.rewards[0]:g}.")
    return Doubt(_few(ess, enough)) if ess < enough else None


def _unsupported(log: Log) -> bool:
    """Whether the mean weight lies too far from 1, which it is expected to be for any policy."""
    weights = log.weights
    error = float(weights.std(ddof=1)) / np.sqrt(len(weights))
    return bool(abs(weights.mean() - 1) > ERRORS_OFF * error + OFF)


def _few(ess: float, enough: float) -> str:
    return f"The weighted rows are worth {ess:.0f}, and at least {enough:.0f} are needed."
