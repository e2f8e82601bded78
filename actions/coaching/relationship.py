"""What the coach is to one employee over time: whatever is going on between them takes the next turn."""

import re
from dataclasses import dataclass, replace

from actions.chores.desk import ChoreDesk
from actions.coaching.goals import GoalKeeping, is_reached
from actions.coaching.pending import Pending
from actions.coaching.practising import KIND as PRACTICE
from actions.coaching.practising import Practising
from actions.coaching.remembering import Remembering
from actions.coaching.reminding import Reminding
from actions.coaching.session.asides import aside
from actions.coaching.session.card import first_check
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.sessions import A_GAP, CHECK_IN, COACHING, CoachingSessions
from actions.messages import Reply
from actions.storage.conversations import PENDING, Conversations, Stored
from actions.storage.nudges import Nudges
from actions.storage.plans import Plans

# "About a four out of ten, I'd say" is an answer; a longer message has something else to tell.
MOST_WORDS_OF_A_NUMBER = 9
RATING, CONSENT, CHORE = "rating", "consent", "chore"
MEMORY = "memory"
LEFT = "That's fine. Your goal is noted, and you can come back to it whenever you like."
# A message of nothing but these says no to talking about a goal; "ok" alone says neither yes nor no.
_DECLINES = re.compile(
    r"^(?!(?:(?:ok|okay|oh|sorry|please|maybe|perhaps|rather|but|well)\b[\s,.!…]*)+$)"
    r"(?:(?:no|nope|nah|ok|okay|oh|sorry|please|thanks?|thank you|maybe|perhaps|rather|but|well|enough|bye"
    r"|not (?:now|today|yet|really|this time|at the moment)|(?:much )?later|tomorrow|next week|goodbye"
    r"|(?:another|some other|next) (?:time|day)|(?:that's|that is|that was) (?:all|it|enough|fine)|no need"
    r"|for (?:now|today)|i'm (?:fine|good|busy|done)|nothing(?: more| else)?|leave (?:it|that)"
    r"|let's do (?:it|this))\b[\s,.!…]*)+$",
    re.IGNORECASE,
)


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
        handlers[MEMORY] = self._memory_changed
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
        sets_goal = stored.status == "paused" and turn.meant("set_goal", sure=0.7)
        if sets_goal or aside(turn) == turn.intent:
            return None
        state = SessionState.model_validate_json(stored.state)
        if _is_unasked(stored, state) and declines(turn):
            self.conversations.save(employee_id, stored.id, stored.state, "stopped", turn.at)
            return Outcome(status="stopped").say(LEFT)
        return self.sessions.respond(employee_id, self._with_a_day(employee_id, state, turn))

    def set_goal(self, employee_id: str, turn: Turn) -> Outcome:
        """Stores a goal and waits for where the employee stands."""
        reply, goal_id = self.goals.set(employee_id, turn)
        if goal_id:
            self.pending.wait_for(employee_id, RATING, turn.at, goal=goal_id)
        return Outcome.of(reply, "open" if goal_id else "finished")

    def report_progress(self, employee_id: str, turn: Turn, goal_id: str | None) -> Outcome:
        """Takes a number on the way to a goal, or waits for it."""
        outcome, missing = self._reported(employee_id, turn, goal_id)
        if missing:
            self.pending.wait_for(employee_id, RATING, turn.at, goal=missing)
        return outcome

    def finish_goal(self, employee_id: str, turn: Turn, goal_id: str | None) -> Outcome:
        """Ends a goal, and what goes on about it."""
        stored = self._going_on(employee_id)
        state = SessionState.model_validate_json(stored.state) if stored else SessionState()
        goal = self.goals.meant(employee_id, turn, goal_id, talked_of=state.goal_id)
        reply = self.goals.finish(employee_id, turn, goal.id if goal else goal_id)
        if goal and stored and state.goal_id == goal.id:
            ended = self.goals.meant(employee_id, turn, goal.id) or goal
            if stored.kind == CHECK_IN and state.plan_id:
                self.plans.end(employee_id, state.plan_id, ended.status)
            self.conversations.save(employee_id, stored.id, stored.state, "finished", turn.at)
        return Outcome.of(reply)

    def remember(self, employee_id: str, turn: Turn) -> Outcome:
        """Remembers a fact, or waits for the consent to."""
        reply, asks = self.remembering.remember(employee_id, turn)
        if asks:
            self.pending.wait_for(employee_id, CONSENT, turn.at, text=turn.plain)
        return Outcome.of(reply, "open" if asks else "finished")

    def change_memory(self, employee_id: str, turn: Turn, memory_id: str | None) -> Outcome:
        """Changes what is remembered, or waits for the words that take its place."""
        reply, asked = self.remembering.changing.change(employee_id, turn, memory_id)
        if asked:
            self.pending.wait_for(employee_id, MEMORY, turn.at, memory=asked)
        return Outcome.of(reply, "open" if asked else "finished")

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
        outcome, missing = self._reported(employee_id, turn, noted["goal"])
        if missing and declines(turn):
            return Outcome.of(Reply(kind="move", text=LEFT))
        return None if missing else outcome

    def _reported(self, employee_id: str, turn: Turn, goal_id: str | None) -> tuple[Outcome, str | None]:
        """Takes a number; the first one of a goal opens a session on it, where nothing else goes on."""
        before = self.goals.meant(employee_id, turn, goal_id)
        reply, missing = self.goals.report(employee_id, turn, before.id if before else goal_id)
        if missing or before is None:
            return Outcome.of(reply, "open" if missing else "finished"), missing
        if self._is_in_the_middle(employee_id, turn):
            return Outcome.of(reply, "paused"), None
        now = self.goals.meant(employee_id, turn, before.id) or before
        planned = any(plan.goal_id == now.id for plan in self.plans.all(employee_id))
        if before.values or not now.values or is_reached(now) or planned:
            return Outcome.of(reply), None
        return self.sessions.start(employee_id, replace(turn, text="", command=True), goal_id=now.id), None

    def _going_on(self, employee_id: str) -> Stored | None:
        """Returns the session that is open or waits to be picked up; no mere question of the coach's."""
        return self.conversations.latest(employee_id, "open", "paused", without=PENDING)

    def _is_in_the_middle(self, employee_id: str, turn: Turn) -> bool:
        """Says whether something waits to be gone on with; a talk that nobody took up ends here instead."""
        stored = self._going_on(employee_id)
        if stored and _is_unasked(stored, SessionState.model_validate_json(stored.state)):
            self.conversations.save(employee_id, stored.id, stored.state, "stopped", turn.at)
            stored = self._going_on(employee_id)
        return stored is not None and turn.at - stored.updated_at <= A_GAP

    def _with_a_day(self, employee_id: str, state: SessionState, turn: Turn) -> Turn:
        """Returns the turn with a day before the goal is due, where a day was asked for and none is named."""
        if state.asked != Stage.check or turn.times or not state.goal_id:
            return turn
        goal = self.goals.meant(employee_id, turn, state.goal_id)
        if goal is None or goal.due_at is None:
            return turn
        return replace(turn, times=(first_check(turn.at, goal.due_at),))

    def _memory_changed(self, employee_id: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        reply, asked = self.remembering.changing.changed(employee_id, turn, noted["memory"])
        if asked:
            self.pending.wait_for(employee_id, MEMORY, turn.at, memory=asked)
        return Outcome.of(reply, "open" if asked else "finished") if reply else None

    def _consented(self, employee_id: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        if turn.agrees:
            return Outcome.of(self.remembering.allow(employee_id, noted["text"], turn.at))
        if turn.refuses:
            return Outcome.of(
                Reply(kind="move", text="Then I won't remember it, and nothing else about you either.")
            )
        return None


def declines(turn: Turn) -> bool:
    """Says whether a turn only says that a goal is not to be talked about, or not now."""
    pressed = turn.command and turn.intent in ("deny", "not_now")
    return pressed or bool(_DECLINES.match(turn.plain)) or (turn.meant("not_now") and turn.words <= 4)


def _is_unasked(stored: Stored, state: SessionState) -> bool:
    """Says whether a session on a goal was opened by the coach, and nothing has been told in it yet."""
    return (
        stored.kind == COACHING and bool(state.goal_id) and state.asked == Stage.reality and not state.words
    )
