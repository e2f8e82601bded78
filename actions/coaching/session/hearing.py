"""What an employee's turn asks of the coach, beside what it tells: to stop, to go back, to look things up."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from actions.coaching.session import signs
from actions.coaching.session.english import is_clause, starts_with_verb, tokens
from actions.coaching.session.state import Stage

SURE = 0.6


@dataclass(frozen=True)
class Turn:
    """A message as Rasa understood it: intent, how sure, and the moments that it names."""

    text: str
    intent: str = ""
    confidence: float = 0.0
    at: datetime = field(default_factory=lambda: datetime.now().astimezone())
    times: tuple[datetime, ...] = ()
    command: bool = False
    entities: dict[str, str] = field(default_factory=dict)

    def meant(self, *intents: str, sure: float = SURE) -> bool:
        """Says whether Rasa is sure that the message means one of these."""
        return self.intent in intents and (self.command or self.confidence >= sure)

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
        return "?" in self.text or bool(signs.ASKS.match(self.plain))

    @property
    def practises(self) -> bool:
        """Whether the employee wants to practise a conversation."""
        return self.meant("practice_conversation") or bool(signs.PRACTISE.match(self.plain))

    @property
    def tells(self) -> bool:
        """Whether it tells a situation of one's own and asks for nothing."""
        own = bool(signs.OWN.search(self.plain)) and not signs.WANTS_FACTS.search(self.plain)
        return not self.asks and not self.command and self.words >= 4 and own and is_clause(self.plain)

    @property
    def only_asks(self) -> bool:
        """Whether all of it is questions, and none a thought of one's own such as "maybe talk to him?"."""
        parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+", self.plain) if part.strip()]
        return bool(parts) and all(part.endswith("?") and signs.QUESTION.match(part) for part in parts)

    @property
    def agrees(self) -> bool:
        """Whether it is a yes with little or nothing beside it."""
        left = signs.YES_BESIDE.sub(" ", signs.YES.sub(" ", self.plain))
        if self.times or signs.AGAINST.search(left):
            return False
        beside = len(tokens(left))
        if self.meant("affirm") and self.words <= 4:
            return beside <= (1 if signs.YES_FIRST.match(self.plain) else 4)
        return beside == 0 and self.words <= 9 and bool(signs.YES.search(self.plain))

    @property
    def refuses(self) -> bool:
        """Whether it is a no with little or nothing beside it."""
        if self.agrees:
            return False
        return (bool(signs.NO.match(self.plain)) and self.words <= 7) or (
            self.meant("deny", "not_now") and self.words <= 4
        )

    @property
    def unsure(self) -> bool:
        """Whether the employee does not know."""
        return bool(signs.UNSURE.match(self.plain)) and self.words <= 14

    @property
    def nothing(self) -> bool:
        """Whether the answer is that there is nothing."""
        return bool(signs.NOTHING.match(self.plain)) and self.words <= 8

    @property
    def empty(self) -> bool:
        """Whether nothing was said that can be worked with: "ok", "maybe", "hmm"."""
        return self.words <= 3 and all(word in signs.FILLER for word in tokens(self.text))

    @property
    def stops(self) -> bool:
        """Whether the employee wants to end the session."""
        return self.words <= 14 and bool(signs.STOP.search(self.plain))

    @property
    def pauses(self) -> bool:
        """Whether the employee wants to go on another time."""
        by_intent = self.meant("pause_session", "goodbye", sure=0.7) and self.words <= 12
        return by_intent or (self.words <= 20 and bool(signs.PAUSE.search(self.plain)))

    @property
    def back_to(self) -> Stage | None:
        """The stage that the employee wants to go back to, if any."""
        if self.words > 16:
            return None
        if signs.BACK_ALONE.match(self.plain):
            return Stage.options
        back = signs.BACK.search(self.plain)
        part = back["part"] if back else ""
        return next((Stage(name) for name, sign in signs.BACK_TO.items() if sign.search(part)), None)

    @property
    def changes_goal(self) -> bool:
        """Whether the employee puts another goal in place."""
        return bool(signs.NEW_GOAL.search(self.plain)) or self.meant("change_goal", sure=0.7)

    @property
    def asks_library(self) -> bool:
        """Whether it is a question of fact that the company's pages may answer."""
        if not self.asks:
            return False
        return bool(signs.POLICY.search(self.plain)) or (
            self.meant("ask_library", sure=0.7) and not self.asks_advice
        )

    @property
    def asks_advice(self) -> bool:
        """Whether the employee asks what to do."""
        if signs.ADVICE_ELSEWHERE.search(self.plain):
            return False
        # "Collect some ideas" is something to do; "give me some ideas" is not.
        to_do = starts_with_verb(self.plain) and not signs.TELL_ME.match(self.plain)
        return bool(signs.ADVICE.search(self.plain)) and not to_do and (self.asks or self.words <= 14)

    @property
    def doubts(self) -> bool:
        """Whether the employee doubts the coach or its way."""
        return bool(signs.DOUBT.search(self.plain))

    @property
    def feels(self) -> bool:
        """Whether a strong feeling is expressed."""
        return bool(signs.FEELS.search(self.plain))

    @property
    def off_topic(self) -> bool:
        """Whether Rasa is sure that it is about something else than work."""
        return self.meant("out_of_scope", "small_talk", "bot_challenge", sure=0.75) and self.words >= 3
