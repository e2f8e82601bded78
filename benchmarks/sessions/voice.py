"""What a simulated employee says next: an answer to what was asked, or what their habits make them say."""

from datetime import timedelta
from typing import cast, get_args

from benchmarks.sessions.employee import Employee, Interruption, Pause, Topic
from benchmarks.sessions.listening import OTHER
from benchmarks.sessions.turns import Purpose, Said, Turn

TOPICS: tuple[str, ...] = get_args(Topic)
# Habits that say something instead of an answer, in the order in which they come out.
INTERRUPTIONS: dict[str, Purpose] = {
    "goes_off_topic": "off_topic",
    "doubts": "doubt",
    "changes_goal": "new_goal",
    "asks_library": "library",
    "asks_advice": "advice",
    "pauses": "pause",
    "stops": "stop",
}
ONLY_FOR_A_PLAN = {"action", "cue", "obstacle", "remedy", "check", "confirm_card", "edit_part"}
# How one thing follows another; a coach may leave some out.
_COURSE = ("reality", "feeling", "options", "action", "cue", "obstacle", "remedy", "check")
# What is told unasked, when the coach leaves the choice.
TOLD = ("reality", "feeling", "goal", "options")
# What can be said again; of the rest there is only so much.
STANDS = {"goal", "action", "cue", "obstacle", "remedy", "check"}
NO_MORE = {
    "reality": "That's about all there is to it.",
    "feeling": "I'm not sure how I feel about it.",
    "options": "I can't think of anything else.",
}
DONT_KNOW = ("I don't know.", "No idea, to be honest.", "I really couldn't say.")
NEXT_TURN = timedelta(minutes=1)


class Voice:
    """One employee's voice through one session."""

    # The topics on which something was said, and "situation".
    answered: set[str]

    def __init__(self, employee: Employee) -> None:
        self._employee = employee
        self._used = dict.fromkeys(TOPICS, 0)
        self._unknown = dict(employee.habits.says_dont_know)
        self._waiting = {name for name in INTERRUPTIONS if getattr(employee.habits, name)}
        self.answered = {"situation"}
        self._open = ""
        self._edited = False
        self._said = Said(employee.situation, "situation")

    def first(self) -> Said:
        """Returns the first message."""
        return self._said

    def next(self, turn: Turn) -> Said:
        """Returns what the employee says after a coach's turn, in which they heard turn.heard."""
        self._said = self._next(turn)
        return self._said

    def pause(self) -> timedelta:
        """Returns the time from what was said last to what is said next."""
        pauses = self._employee.habits.pauses
        return timedelta(days=pauses.days) if pauses and self._said.purpose == "pause" else NEXT_TURN

    def _next(self, turn: Turn) -> Said:
        if self._said.purpose == "pause":
            return Said("Hi, I'm back. Can we pick up where we left off?", "return")
        interruption = self._interruption(turn.heard)
        if interruption:
            return interruption
        heard = turn.heard
        if heard == OTHER and self._open:
            heard = self._open
        self._open = ""
        if heard in TOPICS:
            return self._answer(heard)
        return self._react(heard, turn)

    def _interruption(self, heard: str) -> Said | None:
        for name, purpose in INTERRUPTIONS.items():
            habit = cast(Interruption | Pause | None, getattr(self._employee.habits, name))
            if habit and name in self._waiting and self._is_over(habit.after):
                self._waiting.remove(name)
                self._open = heard if heard in TOPICS else self._open
                if purpose == "new_goal":
                    # The first goal holds no longer.
                    self._used["goal"] = max(1, self._used["goal"])
                return Said(habit.text, purpose)
        return None

    def _is_over(self, moment: str) -> bool:
        """Says whether a topic was answered, or the conversation has gone past it."""
        later = _COURSE[_COURSE.index(moment) + 1 :] if moment in _COURSE else ()
        return moment in self.answered or not self.answered.isdisjoint(later)

    def _answer(self, topic: str) -> Said:
        """Answers a question on a topic, perhaps with more than was asked for."""
        self.answered.add(topic)
        if self._unknown.get(cast(Topic, topic)):
            self._unknown[cast(Topic, topic)] -= 1
            return self._at_a_loss()
        together = next(
            (group for group in self._employee.habits.answers_two_at_once if group[0] == topic), []
        )
        more = [fact for other in together[1:] if (fact := self._fact(other))]
        fact = self._fact(topic)
        if fact:
            self.answered.update(together)
            return Said(" ".join([fact, *more]), "answer")
        return self._run_dry(topic)

    def _fact(self, topic: str) -> str:
        """Returns the next thing to say on a topic, each once; empty when all is said."""
        facts = self._employee.facts.get(cast(Topic, topic), [])
        if self._used[topic] >= len(facts):
            return ""
        self._used[topic] += 1
        return facts[self._used[topic] - 1]

    def _run_dry(self, topic: str) -> Said:
        """Says that there is no more, or the same again where it still stands."""
        facts = self._employee.facts.get(cast(Topic, topic))
        if topic in ONLY_FOR_A_PLAN and not self._employee.wants_plan:
            return self._enough()
        if topic in STANDS and facts:
            return Said(f"Like I said: {facts[-1]}", "answer")
        if topic in NO_MORE:
            return Said(NO_MORE[topic], "dont_know")
        return self._at_a_loss()

    def _react(self, heard: str, turn: Turn) -> Said:
        """Reacts to a card, an offer, or a turn that asks for nothing in particular."""
        if heard in ONLY_FOR_A_PLAN and not self._employee.wants_plan:
            return self._enough()
        if heard == "confirm_card":
            return self._confirm(turn)
        if heard == "edit_part":
            edit = self._employee.habits.edits
            return (
                Said(f"The {edit.part}. {edit.text}", "edit") if edit else Said("Nothing, it's fine.", "no")
            )
        if heard == "offer":
            wanted = self._said.purpose in {"dont_know", "advice", "library"}
            return Said("Yes please.", "accept") if wanted else Said("No thanks, not now.", "no")
        if heard == "go_on":
            return self._go_on()
        if heard == "rating":
            return Said("About a five, I'd say.", "answer")
        return self._tell()

    def _confirm(self, turn: Turn) -> Said:
        edit = self._employee.habits.edits
        if edit and turn.card and not self._edited:
            self._edited = True
            return Said(edit.text, "edit")
        return Said(self._fact("confirm") or "Yes, that's my plan.", "confirm")

    def _go_on(self) -> Said:
        facts = self._employee.facts.get("reality", [])
        if self._employee.wants_plan or self._used["reality"] < len(facts):
            return Said("Yes, let's do that.", "yes")
        return self._enough()

    def _tell(self) -> Said:
        """Goes on telling; somebody who has told everything does not know what is wanted."""
        for topic in TOLD:
            fact = self._fact(topic)
            if fact:
                self.answered.add(topic)
                return Said(fact, "answer")
        return Said("I'm not sure what you'd like to know.", "dont_know")

    def _at_a_loss(self) -> Said:
        number = sum(self._used.values()) + sum(self._unknown.values())
        return Said(DONT_KNOW[number % len(DONT_KNOW)], "dont_know")

    def _enough(self) -> Said:
        return Said("I'd rather leave it there for today, thanks.", "stop")
