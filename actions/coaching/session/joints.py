"""The ways in which two things that were said are joined in one sentence."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from actions.coaching.session.english import lower_first, upper_first

LONGEST = 26
# "And yet" stands only between what they want and what is in its way.
AGAINST = (
    "{a}, and at the same time {b}",
    "{a}, and yet {b}",
    "{a}, and still {b}",
    "On the one hand {a}, on the other {b}",
    "Much as {a}, {b}",
)
BOTH_TRUE = ("{a}, and yet {b}", "{a}, and at the same time {b}")
# A fear holds back; other feelings come of how things are.
FEARED = (*BOTH_TRUE, "On the one hand {a}, on the other {b}", "{a}, even though {b}", "{a}, only {b}")
AS_THINGS_ARE = (
    "{a}, and at the moment {b}",
    "{a}, and as things are {b}",
    "{a}, and for now {b}",
    "{a}, while {b}",
)
MEANWHILE = AS_THINGS_ARE[-1:]
ALSO = ("{a}, and on top of that {b}", "{a}, and with that {b}", "{a}, and besides that {b}")
LEAVES = ("{a}, and it leaves you {b}", "{a}, and you're left {b}", "{a}, and that leaves you {b}")
MET_BY = ("{a}, and one way to meet that would be {b}", "{a}, and one answer to it would be {b}")
WAYS = (
    "So there are two ways now: {a}, or {b}",
    "You see two ways: {a}, or {b}",
    "One way would be {a}, another {b}",
)
TO_BEGIN = ("{a}, and to begin with {b}", "{a}, and the first step is that {b}")
RISK = ("{a}, and the risk is that {b}", "{a}, and what could get in the way is that {b}")
RISK_OF_ONES_OWN = (*BOTH_TRUE, "{a}, only {b}")
IN_CASE = ("If {a}, {b}", "So if {a}, {b}", "{b}, if {a}")
MEANT = ("{a}, and then {b}", "{a}, and {b}")


@dataclass(frozen=True)
class Link:
    """A sentence without its stop that joins two things, and whether one of them is the goal."""

    text: str
    with_goal: bool = False


def joined(frames: Sequence[str], a: str, b: str, choice: random.Random, *, with_goal: bool = False) -> Link:
    """Returns both sentences in one of the frames."""
    text = choice.choice(frames).format(a=lower_first(a), b=lower_first(b))
    return Link(upper_first(text), with_goal)
