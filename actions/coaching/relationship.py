"""What the coach is to one employee over time: whatever is going on between them takes the next turn."""

from dataclasses import dataclass

from actions.chores.desk import ChoreDesk
from actions.coaching.goals import GoalKeeping
from actions.coaching.pending import Pending
from actions.coaching.practising import KIND as PRACTICE
from actions.coaching.practising import Practising
from actions.coaching.remembering import Remembering
from actions.coaching.reminding import Reminding
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.coaching.sessions import CoachingSessions
from actions.messages import Reply
from actions.storage.conversations import PENDING, Conversations
from actions.storage.nudges import Nudges
from actions.storage.plans import Plans

# "About a four out of ten, I'd say" is an answer; a longer message has something else to tell.
MOST_WORDS_OF_A_NUMBER = 9
RATING, CONSENT, CHORE = "rating", "consent", "chore"


@dataclass
class Relationship:
    """The parts that know people, and who of them takes a turn."""

    conversations: Conversations
    sessions: CoachingSessions
    goals: GoalKeeping
    remembering: Remembering
    reminding: Reminding
    practising: Practising
    chores: ChoreDesk
    nudges: Nudges
    plans: Plans

    def __post_init__(self) -> None:
        handlers = {RATING: self._rated, CONSENT: self._consented, CHORE: self._chore_answered}
        self.pending = Pending(self.conversations, handlers)

    def is_busy(self, employee_id: str) -> bool:
        """Says whether something is going on that the next message belongs to."""
        return self.conversations.latest(employee_id, "open", "paused") is not None

    def take_turn(self, employee_id: str, turn: Turn) -> Outcome | None:
        """Returns what follows in what is going on; None where the message is for another skill."""
        stored = self.conversations.latest(employee_id, "open") or self.conversations.latest(
            employee_id, "paused"
        )
        if stored is None:
            return None
        if stored.kind == PENDING:
            return self.pending.respond(employee_id, stored, turn)
        if stored.kind == PRACTICE:
            return self.practising.respond(employee_id, stored, turn)
        return self.sessions.respond(employee_id, turn)

    def set_goal(self, employee_id: str, turn: Turn) -> Outcome:
        """Stores a goal and waits for where the employee stands."""
        reply, goal_id = self.goals.set(employee_id, turn)
        if goal_id:
            self.pending.wait_for(employee_id, RATING, turn.at, goal=goal_id)
        return Outcome.of(reply, "open" if goal_id else "finished")

    def report_progress(self, employee_id: str, turn: Turn, goal_id: str | None) -> Outcome:
        """Takes a number on the way to a goal, or waits for it."""
        reply, missing = self.goals.report(employee_id, turn, goal_id)
        if missing:
            self.pending.wait_for(employee_id, RATING, turn.at, goal=missing)
        return Outcome.of(reply, "open" if missing else "finished")

    def remember(self, employee_id: str, turn: Turn) -> Outcome:
        """Remembers a fact, or waits for the consent to."""
        reply, asks = self.remembering.remember(employee_id, turn)
        if asks:
            self.pending.wait_for(employee_id, CONSENT, turn.at, text=turn.plain)
        return Outcome.of(reply, "open" if asks else "finished")

    def do_chore(self, employee_id: str, turn: Turn) -> Outcome:
        """Does a chore, or waits for what it still needs."""
        outcome, noted = self.chores.ask(employee_id, turn)
        if noted:
            self.pending.wait_for(employee_id, CHORE, turn.at, **noted)
        return outcome

    def nudge(self, employee_id: str, number: int, turn: Turn) -> Outcome | None:
        """Says what a nudge is for, now that its time has come; None where that is over."""
        nudge = self.nudges.get(employee_id, number)
        if nudge is None:
            return None
        if nudge.kind == "reminder":
            return Outcome.of(self.reminding.reminder(nudge))
        plan = self.plans.get(employee_id, nudge.plan_id or "")
        return (
            self.sessions.check_in(employee_id, plan, turn.at) if plan and plan.status == "active" else None
        )

    def _chore_answered(self, employee_id: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        outcome, still = self.chores.answered(employee_id, turn, noted)
        if still:
            self.pending.wait_for(employee_id, CHORE, turn.at, **still)
        return outcome

    def _rated(self, employee_id: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        if turn.command or turn.asks or turn.words > MOST_WORDS_OF_A_NUMBER:
            return None
        reply, missing = self.goals.report(employee_id, turn, noted["goal"])
        return None if missing else Outcome.of(reply)

    def _consented(self, employee_id: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        if turn.agrees:
            return Outcome.of(self.remembering.allow(employee_id, noted["text"], turn.at))
        if turn.refuses:
            return Outcome.of(
                Reply(kind="move", text="Then I won't remember it, and nothing else about you either.")
            )
        return None
