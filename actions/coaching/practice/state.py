"""What is known of one practice, and what the coach says in it."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

from actions.coaching.practice.counterpart import Kind, Role
from actions.coaching.practice.labels import Label
from actions.coaching.practice.openness import Difficulty
from actions.coaching.practice.rubric import Mark
from actions.messages import Button

Step = Literal["who", "difficulty", "playing", "feedback", "done"]
_POSSESSIVE = {"my": "your", "our": "your", "a": "the", "an": "the", "some": "the"}


class Practice(BaseModel):
    """One practice: values do not change, each turn returns a new one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: str = ""
    role: Role | None = None
    topic: str = ""
    kind: Kind = "news"
    difficulty: Difficulty | None = None
    step: Step = "who"
    # The lines of the employee in this try, and how many they are.
    said: tuple[str, ...] = ()
    turn: int = 0
    openness: float = 0.0
    heard: tuple[Label, ...] = ()
    # The lines of the other person in all tries: none comes twice.
    used: tuple[str, ...] = ()
    # The first try counts 1; its marks stay for comparison.
    attempt: int = 1
    first_marks: tuple[Mark, ...] = ()

    @property
    def name(self) -> str:
        """What the coach calls the other person in the middle of a sentence: "Sam", "your manager"."""
        if self.who.lower() in {"someone i manage", "somebody i manage"}:
            return "the person you manage"
        first, _, rest = self.who.partition(" ")
        return (
            f"{_POSSESSIVE[first]} {rest}"
            if first in _POSSESSIVE and rest
            else self.who.replace(" my ", " your ")
        )

    @property
    def subject(self) -> str:
        """The topic without "that" or "about" in front, twelve words at most."""
        words = re.sub(r"^(?:that|about|because|for)\s+", "", self.topic, flags=re.IGNORECASE).split()
        return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


class Said(BaseModel):
    """One message: of the coach, or of the other person, whose name then stands in front."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    buttons: tuple[Button, ...] = ()
    in_role: bool = False


def capital(text: str) -> str:
    """Returns the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def button(title: str, payload: str) -> Button:
    """Returns a button that sends a word."""
    return Button(title=title, payload=payload)
