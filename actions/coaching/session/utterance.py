"""What an employee wrote, as Rasa understood it, and its parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from actions.coaching.session.english import tokens
from actions.coaching.session.signs import answers, questions

SURE = 0.6


@dataclass(frozen=True)
class Utterance:
    """A message: intent, how sure, and the moments that it names."""

    text: str
    intent: str = ""
    confidence: float = 0.0
    at: datetime = field(default_factory=lambda: datetime.now().astimezone())
    times: tuple[datetime, ...] = ()
    command: bool = False
    entities: dict[str, str] = field(default_factory=dict)
    # How likely the message does what, see actions/coaching/acts.py; empty where nobody looked.
    acts: Mapping[str, float] = field(default_factory=dict)

    def meant(self, *intents: str, sure: float = SURE) -> bool:
        """Says whether Rasa is sure that the message means one of these."""
        return self.intent in intents and (self.command or self.confidence >= sure)

    def does(self, act: str, *, sure: float = SURE) -> bool:
        """Says whether the message surely does this; a pressed button does nothing of the kind."""
        return not self.command and self.acts.get(act, 0.0) >= sure

    @property
    def words(self) -> int:
        """How many words were said."""
        return len(tokens(self.text))

    @property
    def plain(self) -> str:
        """The text with straight apostrophes, for the patterns."""
        return self.text.replace("’", "'").strip()

    @property
    def asks(self) -> bool:
        """Whether the message asks something."""
        return "?" in self.text or bool(questions.ASKS.match(self.plain))

    @property
    def only_asks(self) -> bool:
        """Whether all of it is questions, and none a thought of one's own such as "maybe talk to him?"."""
        return bool(self.plain) and not self.told

    @property
    def told(self) -> str:
        """What is left of it without the questions: a question that is a thought, "maybe ask him?", stays."""
        asked = (part.endswith("?") and questions.QUESTION.match(part) for part in self.sentences)
        return " ".join(part for part, asks in zip(self.sentences, asked, strict=True) if not asks)

    @property
    def sentences(self) -> list[str]:
        """Its sentences, in order."""
        return [part for part in re.split(r"(?<=[.!?])\s+", self.plain) if part]

    @property
    def said_next(self) -> Self:
        """The turn without its first sentence."""
        return replace(self, text=" ".join(self.sentences[1:]))

    @property
    def decided(self) -> Self:
        """The turn with a preference said as a decision: "I'd rather ask Ann instead" as "I'll ask Ann"."""
        said = answers.RATHER.sub("I'll ", self.plain)
        return replace(self, text=answers.INSTEAD.sub("", said))
