"""What an outcome of a suggestion is worth; the one place that says so."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal, get_args

Outcome = Literal[
    "opened", "started", "done", "helped", "not_helped", "plan_done", "later", "known", "not_for_me"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
# What helped and what was carried out outweigh what was only begun or looked at.
REWARD: dict[Outcome, float] = {
    "plan_done": 1.0,
    "helped": 0.9,
    "done": 0.6,
    "started": 0.25,
    "opened": 0.1,
    "later": 0.05,
    "not_helped": 0.0,
    "known": 0.0,
    "not_for_me": 0.0,
}
# What takes back what was thought before: done, but it did not help.
OVERRULES = frozenset({"not_helped", "known", "not_for_me"})
# A suggestion without any answer counts as nothing after this.
SILENCE = timedelta(days=28)


def reward(outcomes: Iterable[Outcome]) -> float:
    """Returns what a suggestion was worth by all that came of it, in order of time: 0 to 1."""
    worth = 0.0
    for outcome in outcomes:
        worth = 0.0 if outcome in OVERRULES else max(worth, REWARD[outcome])
    return worth
