"""A policy that leans from what was logged towards a click model, no further than the log can judge."""

from dataclasses import dataclass

import numpy as np

from actions.recommender.evaluation.log import Codes, Numbers
from actions.recommender.evaluation.scoring import effective
from benchmarks.recommender.bandit_log import BanditLog
from benchmarks.recommender.click_model import ClickModel, Matrix

# An item that promises one mean click rate more gains e to this on the others.
BOLDEST = 10.0
# The effective rows that it must leave of those that it was fitted on: this share of them, and this many.
LEAST_SHARE = 0.05
LEAST_ROWS = 100.0
HALVINGS = 12
CHUNK = 20_000


@dataclass(frozen=True)
class Acted:
    """What a policy does in each row: its probability of what was chosen, and the model's two predictions."""

    targets: Numbers
    predicted: Numbers
    expected: Numbers


@dataclass(frozen=True)
class ClickPolicy:
    """Chooses an item as often as it was logged, times e to boldness times what it promises."""

    model: ClickModel
    boldness: float

    @classmethod
    def fitted(cls, log: BanditLog, rows: Codes) -> "ClickPolicy":
        """Returns the boldest policy that leaves enough effective rows of the rows that it is fitted on."""
        model = ClickModel.fitted(log, rows)
        policy = cls(model, BOLDEST)
        enough = max(LEAST_ROWS, LEAST_SHARE * len(rows))
        for _ in range(HALVINGS):
            if effective(policy.acts(log, rows).targets / log.propensities[rows]) >= enough:
                break
            policy = cls(model, policy.boldness / 2)
        return policy

    def acts(self, log: BanditLog, rows: Codes) -> Acted:
        """Returns what the policy does in these rows."""
        parts = [self._acts(log, rows[start : start + CHUNK]) for start in range(0, len(rows), CHUNK)]
        return Acted(
            np.concatenate([part.targets for part in parts]),
            np.concatenate([part.predicted for part in parts]),
            np.concatenate([part.expected for part in parts]),
        )

    def _acts(self, log: BanditLog, rows: Codes) -> Acted:
        contexts, place = np.unique(log.contexts[rows], return_inverse=True)
        promises = self.model.promises(log.users[contexts])
        chances = self.chances(promises)
        moods = self.model.moods(log.users[log.contexts[rows]], log.positions[rows])
        items = log.items[rows]
        return Acted(
            targets=chances[place, items],
            predicted=moods + promises[place, items],
            expected=moods + (chances * promises).sum(axis=1)[place],
        )

    def chances(self, promises: Matrix) -> Matrix:
        """Returns the probabilities of choosing; an item never met when fitting has none."""
        base = self.model.base
        wants = promises * (self.boldness / base) if base > 0 else np.zeros_like(promises)
        odds: Matrix = self.model.shares * np.exp(wants - wants.max(axis=1, keepdims=True))
        chances: Matrix = odds / odds.sum(axis=1, keepdims=True)
        return chances
