"""What a policy learnt from one half of a log would earn on the other, and how sure that is."""

from pathlib import Path
from typing import Any

import numpy as np

from actions.recommender.evaluation.estimators import dr, ips, snips
from actions.recommender.evaluation.log import Codes, Log
from actions.recommender.evaluation.verdict import better
from benchmarks.recommender.bandit_log import BanditLog, read_bandit_log
from benchmarks.recommender.click_policy import Acted, ClickPolicy
from knowledge.errors import LibraryError

# The halves' errors move together, as each half's luck shapes one policy and judges the other. How much is
# not known; so the interval is as wide as if they moved as one, and covers 95 % or more.
DESIGN_EFFECT = 2.0
LEAST_ROWS = 4


def measure_logged(path: Path) -> dict[str, Any]:
    """Takes a file with the Open Bandit Dataset's columns; returns what was logged beside a learnt policy.

    The log is cut at its middle in time. A policy and its reward model are fitted on each half and judged on
    the other, so no row is predicted by what has seen it; policy_value, lift (in clicks a row) and lift_ci
    are doubly robust. Raises LibraryError in one line for a file that cannot be used.
    """
    bandit = read_bandit_log(path)
    if len(bandit) < LEAST_ROWS:
        raise LibraryError(f"{path}: holds {len(bandit)} rows; at least {LEAST_ROWS} are needed")
    log = judged_log(bandit)
    verdict = better(log, design_effect=DESIGN_EFFECT)
    values = {"ips": ips(log).value, "snips": snips(log).value, "dr": dr(log).value}
    return {
        "logged_value": _short(log.rewards.mean()),
        "policy_value": _short(values["dr"]),
        "lift": _short(verdict.lift),
        "lift_ci": [_short(end) for end in verdict.interval],
        "estimators": {name: _short(value) for name, value in values.items()},
        "verdict": verdict.word,
        "reason": verdict.reason,
        "ess": round(verdict.ess, 1),
        "clipped": verdict.clipped,
    }


def judged_log(bandit: BanditLog) -> Log:
    """Returns the rows with what the policy of the other half would have done in each."""
    rows = np.arange(len(bandit))
    early, late = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    acted = [_acted(bandit, late, early), _acted(bandit, early, late)]
    return Log(
        rewards=bandit.clicks,
        propensities=bandit.propensities,
        targets=np.concatenate([half.targets for half in acted]),
        predicted=np.concatenate([half.predicted for half in acted]),
        expected=np.concatenate([half.expected for half in acted]),
    )


def _acted(bandit: BanditLog, learnt: Codes, judged: Codes) -> Acted:
    return ClickPolicy.fitted(bandit, learnt).acts(bandit, judged)


def _short(value: float) -> float:
    return round(float(value), 6)
