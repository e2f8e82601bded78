"""Coaching sessions of one employee: opened, gone on with, paused, picked up, and ended with a plan."""

import random
import re
from datetime import datetime, timedelta

from actions.coaching.dropping import drop, drops_plan, plan_to_drop
from actions.coaching.goals import opening
from actions.coaching.memory import Memory
from actions.coaching.session import check_in
from actions.coaching.session.asking import ask
from actions.coaching.session.card import first_check, long_date, plan_text
from actions.coaching.session.confirming import show_card
from actions.coaching.session.controls import again
from actions.coaching.session.conversation import Coaching
from actions.coaching.session.frames import wanted
from actions.coaching.session.hearing import Turn
from actions.coaching.session.moves import step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import Draft, SessionState, Stage
from actions.storage.conversations import PENDING, Conversations, Stored
from actions.storage.goals import Goals
from actions.storage.nudges import Nudges
from actions.storage.plans import Plans, StoredPlan

COACHING, CHECK_IN = "coaching", "check_in"
# Moves of the session before that are not said again so soon.
RECENT = 60
A_GAP = timedelta(hours=4)
_BARE = re.compile(
    r"^(?:hi|hello|hey|ok|okay|so|please|yes|good morning)?[\s,]*(?:(?:can|could|may|shall|let's|i'd like"
    r"|i would like|i want|i need|let me|start|new|another|give me|do|have"
    r"|coach me|help me|would you|we|you|i|to|a|an|the|with|some|us|me|think|talk|session|coaching"
    r"|coached|be|something|through|out|over|this|it|on|about|situation|problem"
    r"|please|now|today|for|bit|chat|listen|vent|reflect|issue|quick)[\s,.!?]*)+$",
    re.IGNORECASE,
)
_BACK_AGAIN = re.compile(
    r"^(?:hi|hello|hey|ok|okay|so|good (?:morning|afternoon|evening))?[\s,.!]*(?:i'm |i am )?(?:back"
    r"|resume|continue|pick (?:it |this )?up|let's (?:go on|continue|pick .*)|where (?:were|did) we.*"
    r"|go on|carry on)?(?: again| now| here)?[\s,.!]*(?:let's (?:go on|continue|pick .*)|where (?:were"
    r"|did) we.*|can we (?:go on|continue).*)?\W*$",
    re.IGNORECASE,
)


class CoachingSessions:
    """Runs sessions for employees; what has to survive is stored after every turn."""

    def __init__(
        self,
        coaching: Coaching,
        *,
        conversations: Conversations,
        goals: Goals,
        plans: Plans,
        nudges: Nudges,
        memory: Memory,
    ) -> None:
        self._coaching = coaching
        self._conversations = conversations
        self._goals = goals
        self._plans = plans
        self._nudges = nudges
        self._memory = memory

    def start(self, employee_id: str, turn: Turn, *, goal_id: str | None = None) -> Outcome:
        """Opens a session with what the employee brought, or asks for it; on a goal, where one is named."""
        goal = self._goals.get(employee_id, goal_id) if goal_id else None
        state = SessionState(said=self._recently_said(employee_id))
        if goal:
            state.goal_id, state.draft.goal = goal.id, goal.text
        session_id = self._conversations.begin(employee_id, COACHING, state.model_dump_json(), turn.at)
        choice = _choice(session_id, state)
        recall = "" if goal else self._recalled(employee_id, state, turn.at, choice)
        if goal and turn.command:
            state.asked = Stage.reality
            outcome = Outcome().say(opening(goal, state.said, choice))
            state.said.append(outcome.says[0].text)
        elif turn.command or _BARE.match(turn.plain):
            outcome = Outcome().say(recall).say(step("open_without_situation", state.said, choice))
            outcome.says = [said for said in outcome.says if said.text]
            state.said += [said.text for said in outcome.says]
        else:
            outcome = self._coaching.respond(state, turn, choice)
            if recall:
                outcome.says = Outcome().say(recall).says + outcome.says
                state.said.append(recall)
        self._save(employee_id, session_id, state, outcome, turn.at)
        return outcome

    def respond(self, employee_id: str, turn: Turn) -> Outcome | None:
        """Returns what to say to a turn of the session that is open or paused; None where there is none."""
        stored = self._conversations.latest(employee_id, "open", "paused")
        if stored is None:
            return None
        if turn.meant("start_session", sure=0.7) and stored.status == "paused":
            return self.start(employee_id, turn)
        state = SessionState.model_validate_json(stored.state)
        choice = _choice(stored.id, state)
        away = stored.status == "paused" or turn.at - stored.updated_at > A_GAP
        if away and (leaving := self._still_away(stored, turn)):
            return leaving
        if (state.plan_id or away) and (dropped := self._drop_plan(employee_id, stored, state, turn)):
            return dropped
        back = turn.meant("resume_session", "greet") or (not turn.command and _BACK_AGAIN.match(turn.plain))
        if away and back:
            outcome = self._pick_up(state, choice)
        else:
            outcome = self._coaching.respond(state, turn, choice)
        self._save(employee_id, stored.id, state, outcome, turn.at, kind=stored.kind)
        return outcome

    def check_in(self, employee_id: str, plan: StoredPlan, at: datetime) -> Outcome:
        """Asks how a plan went; asked once more after a crash, it is still the same check-in."""
        going_on = self._conversations.latest(employee_id, "open")
        if going_on and going_on.kind == CHECK_IN:
            known = SessionState.model_validate_json(going_on.state)
            if known.plan_id == plan.id and known.said and known.asked == Stage.went:
                return Outcome().say(known.said[-1], buttons=check_in.BUTTONS)
        state = _check_in_state(plan, self._recently_said(employee_id))
        session_id = self._conversations.begin(employee_id, CHECK_IN, state.model_dump_json(), at)
        outcome = check_in.open_check_in(state, _plan_words(plan), _choice(session_id, state))
        self._save(employee_id, session_id, state, outcome, at, kind=CHECK_IN)
        return outcome

    def report(self, employee_id: str, turn: Turn) -> Outcome | None:
        """Takes word of how the latest plan went, unasked; None where there is no plan to go by."""
        plan = self._plans.latest(employee_id)
        if plan is None or plan.status != "active":
            return None
        state = _check_in_state(plan, self._recently_said(employee_id))
        state.asked = Stage.went
        session_id = self._conversations.begin(employee_id, CHECK_IN, state.model_dump_json(), turn.at)
        outcome = self._coaching.respond(state, turn, _choice(session_id, state))
        self._save(employee_id, session_id, state, outcome, turn.at, kind=CHECK_IN)
        return outcome

    def change_plan(self, employee_id: str, turn: Turn) -> Outcome | None:
        """Opens the latest plan again to be changed; None where there is none."""
        plan = self._plans.latest(employee_id)
        if plan is None:
            return None
        state = _check_in_state(plan, [])
        state.asked = Stage.confirm
        session_id = self._conversations.begin(employee_id, COACHING, state.model_dump_json(), turn.at)
        outcome = self._coaching.respond(state, turn, _choice(session_id, state))
        self._save(employee_id, session_id, state, outcome, turn.at)
        return outcome

    def last_plan(self, employee_id: str) -> StoredPlan | None:
        """Returns the plan that the employee confirmed last."""
        return self._plans.latest(employee_id)

    def recall(self, employee_id: str, at: datetime) -> str:
        """Returns a sentence on the last plan that is still open, "" where there is none."""
        return self._recalled(employee_id, SessionState(), at, random.Random(f"{employee_id}{at}"))

    def _recalled(self, employee_id: str, state: SessionState, at: datetime, choice: random.Random) -> str:
        plan = self._plans.latest(employee_id)
        if plan is None or plan.status != "active":
            return ""
        date = long_date(plan.created_at)
        return step("recall", state.said, choice, date=date, plan=_plan_words(plan))

    def _still_away(self, stored: Stored, turn: Turn) -> Outcome | None:
        """A last word after a pause opens nothing."""
        if stored.status == "paused" and turn.meant("goodbye", "thanks") and turn.words <= 6:
            return Outcome(status="paused").say("I'm here when you want to go on.")
        return None

    def _drop_plan(self, employee_id: str, stored: Stored, state: SessionState, turn: Turn) -> Outcome | None:
        """Drops the plan that a check-in is about, which ends with it, or one from before the session."""
        if not drops_plan(turn.plain):
            return None
        about = self._plans.get(employee_id, state.plan_id) if state.plan_id else None
        plan = about or plan_to_drop(self._plans, employee_id, turn.plain)
        if plan is None or plan.status == "done":
            return None
        outcome = Outcome(status="stopped" if about else "paused")
        outcome.say(drop(self._plans, employee_id, plan))
        self._save(employee_id, stored.id, state, outcome, turn.at, kind=stored.kind)
        return outcome

    def _pick_up(self, state: SessionState, choice: random.Random) -> Outcome:
        if state.asked == Stage.went:
            # Nothing was begun that could be gone on with: the question comes whole once more.
            return check_in.open_check_in(state, plan_text(state.draft), choice)
        words = step("resumed", state.said, choice)
        if state.asked == Stage.confirm:
            outcome = show_card(state, choice, words)
        else:
            goal = f"{wanted(state.draft, choice)}." if state.draft.goal else ""
            question = (
                again(state, choice) if state.asked != Stage.situation else ask(state, Stage.goal, choice)
            )
            outcome = Outcome().say(words, goal, question)
        state.said += [said.text for said in outcome.says]
        return outcome

    def _save(
        self,
        employee_id: str,
        session_id: str,
        state: SessionState,
        outcome: Outcome,
        at: datetime,
        *,
        kind: str = COACHING,
    ) -> None:
        if outcome.went and state.plan_id:
            self._plans.end(employee_id, state.plan_id, outcome.went)
        if outcome.postponed and state.plan_id:
            self._nudges.ask_again(employee_id, state.plan_id, at + timedelta(days=1))
        # The plan first: should the process die in between, the same yes is taken again and keeps it once.
        if outcome.confirmed:
            self._keep_plan(employee_id, session_id, state, at)
        self._conversations.save(employee_id, session_id, state.model_dump_json(), outcome.status, at)
        if outcome.status == "finished":
            self._memory.keep_session(employee_id, state.words, at)

    def _keep_plan(self, employee_id: str, session_id: str, state: SessionState, at: datetime) -> None:
        draft = state.draft
        if any(plan.session_id == session_id for plan in self._plans.all(employee_id)):
            return
        if state.plan_id:
            self._plans.replace(employee_id, state.plan_id)
        goal_id = state.goal_id or next(
            (goal.id for goal in self._goals.active(employee_id) if goal.text == draft.goal), None
        )
        goal_id = goal_id or self._goals.add(employee_id, draft.goal, at=at)
        self._plans.add(
            employee_id,
            session_id=session_id,
            goal_id=goal_id,
            goal=draft.goal,
            cue=draft.cue,
            action=draft.action,
            obstacle=draft.obstacle,
            remedy=draft.remedy,
            check_at=draft.check_at or first_check(at),
            at=at,
        )

    def _recently_said(self, employee_id: str) -> list[str]:
        statuses = ("open", "paused", "finished", "stopped")
        last = self._conversations.latest(employee_id, *statuses, without=PENDING)
        return SessionState.model_validate_json(last.state).said[-RECENT:] if last else []


def _check_in_state(plan: StoredPlan, said: list[str]) -> SessionState:
    draft = Draft(
        goal=plan.goal,
        cue=plan.cue,
        action=plan.action,
        obstacle=plan.obstacle,
        remedy=plan.remedy,
        check_at=plan.check_at,
    )
    return SessionState(draft=draft, plan_id=plan.id, goal_id=plan.goal_id, said=said)


def _plan_words(plan: StoredPlan) -> str:
    return plan_text(Draft(goal=plan.goal, cue=plan.cue, action=plan.action))


def _choice(session_id: str, state: SessionState) -> random.Random:
    """Chance that is the same when a turn is run again after a crash."""
    return random.Random(f"{session_id}:{len(state.said)}")
