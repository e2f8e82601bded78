"""What was said in a conversation with a simulated employee, and how it ended."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from benchmarks.sessions.card import Card, read_card
from benchmarks.sessions.employee import Employee

# What an employee is doing when they say something.
Purpose = Literal[
    "situation",
    "answer",
    "dont_know",
    "library",
    "advice",
    "off_topic",
    "doubt",
    "new_goal",
    "pause",
    "return",
    "stop",
    "confirm",
    "edit",
    "yes",
    "no",
    "accept",
    "recall",
    "check_in",
]
Ask = Callable[[str, str, datetime], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Said:
    """What an employee says, and why."""

    text: str
    purpose: Purpose


@dataclass
class Turn:
    """One message of an employee's and the coach's replies to it."""

    said: Said
    at: datetime
    replies: list[dict[str, Any]]
    latency_ms: float
    # What the employee took the replies to ask for.
    heard: str = ""
    bad: str = ""
    dead_end: bool = False

    def texts(self, *kinds: str) -> list[str]:
        """Returns the texts of the replies of these kinds, in order."""
        return [reply["text"] for reply in self.replies if reply["kind"] in kinds and reply["text"]]

    def has(self, kind: str) -> bool:
        """Says whether one of the replies is of this kind."""
        return any(reply["kind"] == kind for reply in self.replies)

    @property
    def card(self) -> Card | None:
        """The plan card that the replies hold, if any."""
        cards = self.texts("card")
        return read_card(cards[-1]) if cards else None

    @property
    def spoken(self) -> str:
        """All that the coach said in this turn; notices stand beside the conversation."""
        return "\n".join(self.texts("answer", "move", "card", "decline", "safety"))


@dataclass
class Conversation:
    """A whole conversation: the session's turns, those of the days after, and how it went."""

    employee: Employee
    turns: list[Turn] = field(default_factory=list)
    later: list[Turn] = field(default_factory=list)
    plan: Card | None = None
    left: bool = False
    stopped: bool = False
    ran_out: bool = False
    recalled: bool = False
    check_ins: int = 0

    @property
    def completed(self) -> bool:
        """Says whether the employee confirmed a plan with all four parts."""
        return bool(self.plan and self.plan.whole)

    @property
    def ending(self) -> str:
        """How the session ended, in a few words."""
        if self.plan:
            return "a plan" if self.plan.whole else "a plan that lacks a part"
        if self.left:
            return "left, out of patience"
        return "stopped as they wished" if self.stopped else "ran out of turns"

    @property
    def dead_ends(self) -> int:
        """How often there was nothing to answer, and one more where the turns ran out."""
        return sum(turn.dead_end for turn in self.turns) + self.ran_out
