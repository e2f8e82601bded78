"""Logs of worlds whose values are known, to see whether intervals hold them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actions.recommender.evaluation.log import Codes, Log, Numbers
from actions.recommender.evaluation.reward_model import Predict, cross_fitted

Matrix = NDArray[np.float64]
CONTEXTS = 20
PLACES = 3
# What a reward may be worth where rewards are graded, all equally often.
GRADES = np.array([0.1, 0.25, 0.6, 0.9, 1.0])
# How much likelier a reward is with each kind of person; its mean is 1.
LUCK = np.array([0.4, 1.0, 1.6])
# No choice earns more on average: even the luckiest person's chances stay below 1.
MOST = 0.5


@dataclass(frozen=True)
class Setting:
    """One kind of world.

    rate is what a choice earns on average before effects, spread how far choices differ. logging and target
    say how sharply the policies choose, agreement how much they like the same (-1 to 1). With people, rows
    are places of suggestions, and those of one person share luck; 0 is independent rows.
    """

    rows: int
    items: int
    rate: float
    spread: float = 0.5
    logging: float = 0.5
    target: float = 1.0
    agreement: float = 0.5
    graded: bool = False
    people: int = 0


@dataclass(frozen=True)
class Sample:
    """A log with the targets of a new policy and of an old one, and what each earns in truth."""

    new: Log
    old: Log
    new_value: float
    old_value: float


@dataclass(frozen=True)
class Policy:
    """Of a target: its probability of each row's choice, those of all items by state, and its true value."""

    targets: Numbers
    chances: Matrix
    value: float


class World:
    """What each choice earns in each context, and three policies: the logging one, a new and an old one."""

    def __init__(self, setting: Setting, random: np.random.Generator) -> None:
        self._setting = setting
        self._random = random
        liked, new, old = (random.normal(size=(CONTEXTS, setting.items)) for _ in range(3))
        new, old = (setting.agreement * liked + np.sqrt(1 - setting.agreement**2) * own for own in (new, old))
        self._logging = _softmax(setting.logging * liked)
        self._targets = [_softmax(setting.target * wanted) for wanted in (new, old)]
        effects = setting.spread * (liked + new) / 2
        self._rates = np.clip(setting.rate * np.exp(effects), 0.0, MOST)

    def sample(self) -> Sample:
        """Returns a log of this world; another one each time."""
        return self._suggestions() if self._setting.people else self._independent()

    def _independent(self) -> Sample:
        """Returns a log of independent rows, in order of their cells: how many each has is drawn at once."""
        counts = self._random.multinomial(self._setting.rows, self._logging.ravel() / CONTEXTS)
        cell = np.repeat(np.arange(counts.size), counts)
        contexts, items = np.divmod(cell, self._setting.items)
        rewards = self._rewards(self._rates.ravel()[cell])
        policies = [
            Policy(target.ravel()[cell], target, float((target * self._rates).sum(axis=1).mean()))
            for target in self._targets
        ]
        return _sample(items, contexts, rewards, self._logging.ravel()[cell], policies)

    def _suggestions(self) -> Sample:
        """Returns a log of suggestions with three different items each, a place a row."""
        count, size = self._setting.rows // PLACES, self._setting.items
        people = self._random.integers(0, self._setting.people, count)
        luck = self._random.choice(LUCK, self._setting.people)[people]
        contexts = self._random.integers(0, CONTEXTS, count)
        keys = np.log(self._logging[contexts]) + self._random.gumbel(size=(count, size))
        items = np.argsort(-keys, axis=1)[:, :PLACES].T
        free = np.ones((PLACES, count, size))
        for place in range(1, PLACES):
            free[place] = free[place - 1]
            free[place, np.arange(count), items[place - 1]] = 0.0
        rewards = self._rewards((self._rates[contexts, items] * luck).ravel())
        rows, chosen = np.arange(rewards.size), items.ravel()

        def left(policy: Matrix) -> Matrix:
            odds = (policy[contexts] * free).reshape(-1, size)
            chances: Matrix = odds / odds.sum(axis=1, keepdims=True)
            return chances

        policies = []
        for target in self._targets:
            chances = left(target)
            policies.append(Policy(chances[rows, chosen], chances, self._value_of_places(target)))
        propensities = left(self._logging)[rows, chosen]
        return _sample(chosen, rows, rewards, propensities, policies, np.tile(people, PLACES))

    def _value_of_places(self, target: Matrix) -> float:
        """Returns the mean over places of what the target earns after what the logging policy put before."""
        earned, logging = target * self._rates, self._logging
        total = earned.sum(axis=1)
        first = total.mean()
        second = (logging * (total[:, None] - earned) / (1 - target)).sum(axis=1).mean()
        pairs = logging[:, :, None] * logging[:, None, :] / (1 - logging[:, :, None])
        rest = 1 - target[:, :, None] - target[:, None, :]
        gain = total[:, None, None] - earned[:, :, None] - earned[:, None, :]
        different = ~np.eye(self._setting.items, dtype=bool)
        third = (pairs * gain / rest)[:, different].sum(axis=1).mean()
        return float((first + second + third) / PLACES)

    def _rewards(self, rates: Numbers) -> Numbers:
        """Returns rewards with these means."""
        if not self._setting.graded:
            return (self._random.random(len(rates)) < rates).astype(np.float64)
        grades = self._random.choice(GRADES, len(rates))
        return np.where(self._random.random(len(rates)) < rates / GRADES.mean(), grades, 0.0)


def _sample(
    items: Codes,
    states: Codes,
    rewards: Numbers,
    propensities: Numbers,
    policies: list[Policy],
    groups: Codes | None = None,
) -> Sample:
    new, old = (
        _with_item_means(Log(rewards, propensities, policy.targets, groups=groups), items, states, policy)
        for policy in policies
    )
    return Sample(new, old, policies[0].value, policies[1].value)


def _with_item_means(log: Log, items: Codes, states: Codes, policy: Policy) -> Log:
    """Returns the log with a crude reward model: each item's mean reward, whatever the context."""
    size = policy.chances.shape[1]

    def fit(rows: Codes) -> Predict:
        counts = np.bincount(items[rows], minlength=size)
        sums = np.bincount(items[rows], log.rewards[rows], minlength=size)
        means = (sums + log.rewards[rows].mean()) / (counts + 1)
        expected = policy.chances @ means
        return lambda held: (means[items[held]], expected[states[held]])

    return cross_fitted(log, fit)


def _softmax(scores: Matrix) -> Matrix:
    odds: Matrix = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Matrix = odds / odds.sum(axis=1, keepdims=True)
    return chances
