"""How likely a click is: effects of items, users and positions, fitted on one part of a log."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actions.recommender.evaluation.log import Codes, Numbers
from benchmarks.recommender.bandit_log import BanditLog

Matrix = NDArray[np.float64]
# How far effects are taken to spread before anything is seen, as a share of the mean click rate.
PRIOR = 0.1


@dataclass(frozen=True)
class ClickModel:
    """Effects added up, each shrunk by how little is known of it.

    positions and users (an array a feature) move all items alike; items is what an item has everywhere, and
    tastes what it has besides with each level of each user feature. shares is how often each item was chosen
    in the rows fitted on.
    """

    base: float
    positions: Numbers
    users: tuple[Numbers, ...]
    items: Numbers
    tastes: tuple[Matrix, ...]
    shares: Numbers

    @classmethod
    def fitted(cls, log: BanditLog, rows: Codes) -> "ClickModel":
        """Returns the model of these rows: each effect in turn, of what the ones before leave over."""
        base = float(log.clicks[rows].mean())
        remaining = Remaining(log.clicks[rows] - base, base)
        items, users, count = log.items[rows], log.users[log.contexts[rows]], log.item_count
        levels = [int(column.max()) + 1 for column in log.users.T]
        positions = remaining.take(log.positions[rows], int(log.positions.max()) + 1)
        mains = tuple(remaining.take(column, most) for column, most in zip(users.T, levels, strict=True))
        effects = np.zeros(count)
        # What alike items share comes first, so that an item of which little is known takes after them.
        for feature in (*log.items_are.T, np.arange(count)):
            effects = effects + remaining.take(feature[items], int(feature.max()) + 1)[feature]
        tastes = tuple(
            remaining.take(column * count + items, most * count).reshape(most, count)
            for column, most in zip(users.T, levels, strict=True)
        )
        return cls(base, positions, mains, effects, tastes, np.bincount(items, minlength=count) / len(rows))

    def promises(self, users: Codes) -> Matrix:
        """Returns what each item promises each user, (users, items), but for what moves all items alike."""
        total = np.tile(self.items, (len(users), 1))
        for column, table in zip(users.T, self.tastes, strict=True):
            total += table[column]
        return total

    def moods(self, users: Codes, positions: Codes) -> Numbers:
        """Returns what moves all items alike, for each user at a position; the mean click rate included."""
        total = self.base + self.positions[positions]
        for column, effect in zip(users.T, self.users, strict=True):
            total = total + effect[column]
        return total


class Remaining:
    """What no effect explains yet."""

    def __init__(self, left: Numbers, base: float) -> None:
        self._left = left
        self._least = (PRIOR * base) ** 2

    def take(self, level: Codes, levels: int) -> Numbers:
        """Returns each level's effect, shrunk by its share of noise, and leaves the rest.

        The spread of the true effects is that of the means, less what noise alone could well give them, and
        at least PRIOR.
        """
        counts = np.bincount(level, minlength=levels)
        means = np.bincount(level, self._left, minlength=levels) / np.maximum(counts, 1)
        noise = float(self._left.var())
        met, rows = np.count_nonzero(counts), len(self._left)
        chance = noise * (met + np.sqrt(2 * met))
        spread = max(self._least, (float(counts @ means**2) - chance) / rows)
        effects = means * counts / (counts + noise / spread) if spread > 0 else np.zeros(levels)
        self._left = self._left - effects[level]
        return effects
