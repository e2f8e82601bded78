"""How often the intervals of off-policy estimates hold the truth, in worlds whose values are known."""

import json
from collections import defaultdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actions.recommender.evaluation.estimators import dr, ips, sndr, snips
from actions.recommender.evaluation.verdict import better
from benchmarks.recommender.synthetic_logs import Setting, World

SEED = 5
REPEATS = 1000
# A difference below this is rounding.
NOTHING = 1e-12
SETTINGS = {
    "ordinary": Setting(rows=1000, items=10, rate=0.1),
    "graded rewards": Setting(rows=1000, items=10, rate=0.2, graded=True),
    "small differences": Setting(rows=2000, items=10, rate=0.3, spread=0.1, target=0.7, agreement=0.8),
    "nothing to gain": Setting(rows=2000, items=10, rate=0.1, spread=0.0),
    "few rows": Setting(rows=200, items=5, rate=0.2),
    "very few rows": Setting(rows=50, items=5, rate=0.3),
    "rare rewards": Setting(rows=10_000, items=80, rate=0.004, logging=0.0),
    "very rare rewards": Setting(rows=2500, items=20, rate=0.004, logging=0.3, target=0.7),
    "heavy weights": Setting(rows=2000, items=10, rate=0.1, logging=1.0, target=1.5, agreement=-0.3),
    "extreme weights": Setting(rows=2000, items=10, rate=0.1, logging=1.5, target=2.0, agreement=-0.5),
    "suggestions to people": Setting(rows=2400, items=6, rate=0.2, people=200),
}
ESTIMATORS = {"ips": ips, "snips": snips, "dr": dr, "sndr": sndr}


def measure_coverage(*, repeats: int = REPEATS, seed: int = SEED) -> dict[str, Any]:
    """Returns by setting and estimator the percentage of 95 % intervals that hold the value.

    below and above are the percentages that lie below or above it, width is the median width. Where the log
    is blind no interval is drawn; undrawn is that percentage, and the others are of the rest. better is the
    interval of the difference of two policies, wrong_promotions the percentage of logs on which the one that
    is no better in truth would have been promoted.
    """
    return {
        name: _measured(setting, repeats, seed + at) for at, (name, setting) in enumerate(SETTINGS.items())
    }


def _measured(setting: Setting, repeats: int, seed: int) -> dict[str, Any]:
    random = np.random.default_rng(seed)
    ends = defaultdict(list)
    ess, rewarded, wrong = [], [], 0
    for _ in range(repeats):
        # Each log is of a world of its own, so that no single world decides the figures.
        sample = World(setting, random).sample()
        for name, estimator in ESTIMATORS.items():
            found = estimator(sample.new)
            ends[name].append((found.low, found.high, sample.new_value))
        verdict = better(sample.new, sample.old)
        truth = sample.new_value - sample.old_value
        ends["better"].append((*verdict.interval, truth))
        wrong += verdict.promote and truth < NOTHING
        ess.append(found.ess)
        rewarded.append(np.count_nonzero(sample.new.rewards))
    return {
        "ess": round(float(np.median(ess))),
        "rewarded_rows": round(float(np.median(rewarded))),
        **{name: _coverage(np.array(rows)) for name, rows in ends.items()},
        "wrong_promotions": round(100 * wrong / len(ess), 1),
    }


def _coverage(rows: NDArray[np.float64]) -> dict[str, float]:
    """Returns the figures of intervals: rows of low, high and truth."""
    low, high, truth = rows.T
    drawn = ~((high >= 1) & ((low <= -1) | (low == 0)))
    below, above = (high < truth)[drawn].mean(), (low > truth)[drawn].mean()
    figures = {"covered": 1 - below - above, "below": below, "above": above, "undrawn": 1 - drawn.mean()}
    width = float(np.median((high - low)[drawn]))
    return {
        **{name: round(100 * float(share), 1) for name, share in figures.items()},
        "width": round(width, 4),
    }


if __name__ == "__main__":
    print(json.dumps(measure_coverage(), indent=1))
