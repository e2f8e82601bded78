"""Whether a new policy is better than the one that serves, judged on the same logged rows."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from actions.recommender.evaluation.doubts import ENOUGH, Doubt, doubt_of
from actions.recommender.evaluation.intervals import interval
from actions.recommender.evaluation.log import Log
from actions.recommender.evaluation.scores import Scores
from actions.recommender.evaluation.scoring import SCORING, Scoring, effective, weighed

Word = Literal["better", "worse", "cannot tell"]


@dataclass(frozen=True)
class Verdict:
    """What was decided and on what grounds.

    lift is the difference of the policies' values in reward a row, interval what it may be; ess is the
    smaller of the two effective samples. reason is one plain sentence.
    """

    word: Word
    reason: str
    lift: float
    interval: tuple[float, float]
    ess: float
    clipped: float = 0.0

    @property
    def promote(self) -> bool:
        """Whether the new policy is to serve."""
        return self.word == "better"


def better(
    new: Log,
    old: Log | None = None,
    *,
    estimator: str | None = None,
    cap: float | None = None,
    level: float = 0.95,
    enough: float = ENOUGH,
    design_effect: float = 1.0,
) -> Verdict:
    """Returns whether new earns more than old, both being logs of the same rows, with each one's targets.

    Neither policy may have learnt from these rows. Without old the comparison is with what was logged. The
    difference is taken row by row, so what moves both values does not blur it. estimator is one of SCORING
    but the direct method: dr where both have predictions and snips where not, if not given. New is better
    only if the whole interval is above 0 and both effective samples are at least enough. design_effect is
    explained in intervals.py. Raises ValueError for logs of different rows.
    """
    if old is not None:
        _check_same_rows(new, old)
    both = [log for log in (new, old) if log is not None]
    scoring = _scoring(estimator, both)
    weights = [weighed(log, cap) for log in both]
    parts = [scoring(log, used.used) for log, used in zip(both, weights, strict=True)]
    difference = parts[0].minus(parts[1] if old is not None else as_logged(len(new)))
    lift = float(difference.values(new.rewards).mean())
    doubt = next((found for log in both if (found := doubt_of(log, enough=enough))), None)
    ends = (
        _widest(new)
        if doubt and doubt.blind
        else interval(
            difference,
            new.rewards,
            span=new.span,
            groups=new.groups,
            level=level,
            design_effect=design_effect,
        )
    )
    word, reason = _judged(lift, ends, doubt, alike=not difference.slope.any(), level=level)
    return Verdict(
        word=word,
        reason=reason,
        lift=lift,
        interval=ends,
        ess=min(effective(used.used) for used in weights),
        clipped=max(used.clipped for used in weights),
    )


def as_logged(rows: int) -> Scores:
    """Returns each row's part in the mean of what was logged."""
    return Scores(np.zeros(rows), np.ones(rows))


def _scoring(estimator: str | None, logs: list[Log]) -> Scoring:
    if estimator is None:
        estimator = "snips" if any(log.predicted is None for log in logs) else "dr"
    if estimator == "direct" or estimator not in SCORING:
        allowed = ", ".join(name for name in SCORING if name != "direct")
        raise ValueError(f"no decision rests on the estimator '{estimator}': allowed are {allowed}")
    return SCORING[estimator]


def _check_same_rows(new: Log, old: Log) -> None:
    for name in ("rewards", "propensities", "groups"):
        if not np.array_equal(getattr(new, name), getattr(old, name)):
            raise ValueError(f"the two logs differ in their {name}: policies are compared on the same rows")
    if new.span != old.span:
        raise ValueError(f"the two logs differ in their span: {new.span} and {old.span}")


def _widest(log: Log) -> tuple[float, float]:
    reach = log.span[1] - log.span[0]
    return -reach, reach


def _judged(
    lift: float, ends: tuple[float, float], doubt: Doubt | None, *, alike: bool, level: float
) -> tuple[Word, str]:
    low, high = ends
    if alike:
        return "cannot tell", "Cannot tell: on these rows the two choose alike."
    if doubt:
        return "cannot tell", f"Cannot tell: {doubt.reason[0].lower()}{doubt.reason[1:]}"
    between = f"the {level:.0%} interval goes from {low:.2g} to {high:.2g}"
    if low > 0:
        return "better", f"Better by {lift:.2g} in reward a row; {between}."
    if high < 0:
        return "worse", f"Worse by {-lift:.2g} in reward a row; {between}."
    return "cannot tell", f"Cannot tell: {between}, so there may be no difference."
