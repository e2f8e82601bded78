"""What an employee's turn asks of the coach, beside what it tells: to stop, to go back, to look things up."""

from dataclasses import dataclass

from actions.coaching.session.english import is_clause, starts_with_verb, tokens
from actions.coaching.session.signs import answers, detours, endings, moods, questions
from actions.coaching.session.state import Stage
from actions.coaching.session.utterance import Utterance

# How sure the classifier of acts must be of what steers the session, and of what only opens one.
SURELY, TELLS = 0.8, 0.5


@dataclass(frozen=True)
class Turn(Utterance):
    """A message in a session, and what it asks of the coach."""

    @property
    def practises(self) -> bool:
        """Whether the employee wants to practise a conversation."""
        return self.meant("practice_conversation") or bool(questions.PRACTISE.match(self.plain))

    @property
    def tells(self) -> bool:
        """Whether it tells a situation of one's own and asks for nothing."""
        if self.asks or self.command or self.words < 4 or questions.WANTS_FACTS.search(self.plain):
            return False
        own = bool(moods.OWN.search(self.plain)) and is_clause(self.plain)
        return own or self.does("tells", sure=TELLS)

    @property
    def agrees(self) -> bool:
        """Whether it is a yes with little or nothing beside it."""
        left = answers.YES_BESIDE.sub(" ", answers.YES.sub(" ", self.plain))
        if self.times or answers.AGAINST.search(left) or answers.HESITATES.match(self.plain):
            return False
        beside = len(tokens(left))
        if self.meant("affirm") and self.words <= 4:
            return beside <= (1 if answers.YES_FIRST.match(self.plain) else 4)
        return beside == 0 and self.words <= 9 and bool(answers.YES.search(self.plain))

    @property
    def refuses(self) -> bool:
        """Whether it is a no with little or nothing beside it."""
        if self.agrees:
            return False
        return (bool(answers.NO.match(self.plain)) and self.words <= 7) or (
            self.meant("deny", "not_now") and self.words <= 4
        )

    @property
    def unsure(self) -> bool:
        """Whether the employee does not know; who adds what they think does."""
        match = answers.UNSURE.match(self.plain)
        if not match or self.words > 14:
            return False
        after = self.plain[match.end() :]
        known = tokens(answers.KNOWS_NOTHING.sub(" ", after)) if answers.BUT_KNOWS.match(after) else []
        return len(known) < 3

    @property
    def nothing(self) -> bool:
        """Whether the answer is that there is nothing."""
        return bool(answers.NOTHING.match(self.plain)) and self.words <= 8

    @property
    def empty(self) -> bool:
        """Whether nothing was said that can be worked with: "ok", "maybe", "hmm"."""
        filler = self.words <= 3 and all(word in answers.FILLER for word in tokens(self.text))
        return filler or bool(answers.TRIED_OUT.match(self.plain))

    @property
    def told_all(self) -> bool:
        """Whether the answer is that there is nothing more than what was told."""
        return bool(answers.ALL_TOLD.match(self.plain))

    @property
    def skips(self) -> bool:
        """Whether the employee would rather not answer this question."""
        return bool(answers.SKIP.match(self.plain))

    @property
    def picks(self) -> bool:
        """Whether the employee takes what was said last: "let's do that"."""
        return bool(answers.PICKS.match(self.plain))

    @property
    def thanks(self) -> bool:
        """Whether it is a word of thanks or praise and nothing else."""
        return bool(answers.THANKS.match(self.plain) or answers.PRAISE.match(self.plain))

    @property
    def stops(self) -> bool:
        """Whether the employee wants to end the session."""
        ends = bool(endings.STOP.search(self.plain)) or self.does("stops", sure=SURELY)
        return self.words <= 14 and ends

    @property
    def pauses(self) -> bool:
        """Whether the employee wants to go on another time."""
        # "Wait and stay calm" is something to do.
        to_do = starts_with_verb(self.plain) and self.words > 3
        by_intent = self.meant("pause_session", "goodbye", sure=0.7) and self.words <= 12 and not to_do
        leaves = bool(endings.PAUSE.search(self.plain)) or self.does("pauses", sure=SURELY)
        return by_intent or (self.words <= 20 and leaves and not to_do)

    @property
    def back_to(self) -> Stage | None:
        """The stage that the employee wants to go back to, if any."""
        first = self.sentences[0] if self.sentences else ""
        if len(tokens(first)) > 16:
            return None
        if detours.BACK_ALONE.match(first):
            return Stage.options
        back = detours.BACK.search(first)
        part = back["part"] if back else ""
        return next((Stage(name) for name, sign in detours.BACK_TO.items() if sign.search(part)), None)

    @property
    def changes_goal(self) -> bool:
        """Whether the employee puts another goal in place."""
        by_intent = self.meant("change_goal", sure=0.7) and not moods.MAY.match(self.plain)
        return by_intent or bool(detours.NEW_GOAL.search(self.plain))

    @property
    def asks_library(self) -> bool:
        """Whether it is a question of fact that the company's pages may answer."""
        if not self.asks:
            return False
        own = self.asks_advice or bool(questions.OWN_DECISION.match(self.plain))
        whole = self.words > 2 or bool(questions.ASKS.match(self.plain))
        meant = self.meant("ask_library", sure=0.7) or self.does("asks_facts")
        return (meant and whole and not own) or bool(questions.POLICY.search(self.plain))

    @property
    def asks_advice(self) -> bool:
        """Whether the employee asks what to do."""
        if questions.ADVICE_ELSEWHERE.search(self.plain):
            return False
        # "Collect some ideas" is something to do; "give me some ideas" is not.
        to_do = starts_with_verb(self.plain) and not questions.TELL_ME.match(self.plain)
        if self.asks and self.does("asks_advice") and not to_do:
            return True
        return bool(questions.ADVICE.search(self.plain)) and not to_do and (self.asks or self.words <= 14)

    @property
    def doubts(self) -> bool:
        """Whether the employee doubts the coach or its way."""
        return bool(moods.DOUBT.search(self.plain)) or (self.asks and self.does("doubts"))

    @property
    def vents(self) -> bool:
        """Whether the employee wants to be heard and no more."""
        return bool(moods.VENT.search(self.plain))

    @property
    def relieved(self) -> bool:
        """Whether it did good to have said it."""
        return bool(moods.RELIEVED.search(self.plain)) and self.words <= 14

    @property
    def feels(self) -> bool:
        """Whether a strong feeling is expressed."""
        return bool(moods.FEELS.search(self.plain))

    @property
    def off_topic(self) -> bool:
        """Whether Rasa is sure that it is about something else than work."""
        by_intent = self.meant("out_of_scope", "small_talk", "bot_challenge", sure=0.75)
        return (by_intent or self.does("off_topic", sure=SURELY)) and self.words >= 3
