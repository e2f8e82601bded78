import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from actions.coaching.goals import GoalKeeping
from actions.coaching.memory import Memory
from actions.coaching.practising import Practising
from actions.coaching.relationship import Relationship
from actions.coaching.remembering import Remembering
from actions.coaching.reminding import Reminding
from actions.coaching.session.card import plan_text
from actions.coaching.session.conversation import Coaching
from actions.coaching.session.hearing import Turn
from actions.coaching.session.moves import MOVES
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import Draft, SessionState, Stage
from actions.coaching.sessions import CoachingSessions
from actions.storage.conversations import Conversations, Stored
from actions.storage.database import Sessions, open_database
from actions.storage.goals import Goals
from actions.storage.memories import OwnMemories
from actions.storage.nudges import Nudges
from actions.storage.people import People
from actions.storage.plans import Plans, StoredPlan

from ..conftest import SECRET, on_disk
from .test_memory import encode

# A Tuesday.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FAR = NOW + 365 * DAY
STORY = (
    "My manager keeps giving me extra tasks late on Friday and I end up working weekends, "
    "it has been going on for months."
)
ANSWERS = {
    Stage.goal: "I want to agree with him on a limit for late requests",
    Stage.reality: "He does it because planning happens on Friday and I never say anything about it to him",
    Stage.options: "I could talk to him or write him a mail",
    Stage.action: "I will talk to him",
    Stage.cue: "on Tuesday after lunch",
    Stage.obstacle: "He might be too busy",
    Stage.remedy: "I'll ask him for ten minutes on Wednesday",
    Stage.check: "in a week",
    Stage.confirm: "yes",
}


class NoReflections:
    """Reflects nothing, so that what is left is the session's own."""

    def reflect(self, *told: Any) -> str:
        return ""


class NoHarm:
    """Sees harm in nothing."""

    def probability(self, text: str) -> float:
        return 0.0


@dataclass
class Office:
    """Everything that knows employees, on one database; a second one is as after a restart."""

    sessions: Sessions
    chores: Any = None
    at: datetime = NOW
    relationship: Relationship = field(init=False)

    def __post_init__(self) -> None:
        self.conversations, self.goals = Conversations(self.sessions), Goals(self.sessions)
        self.plans, self.nudges = Plans(self.sessions), Nudges(self.sessions)
        people = People(self.sessions, SECRET)
        self.memory = Memory(people, partial(OwnMemories, self.sessions), encode)
        coaching = CoachingSessions(
            Coaching(NoReflections(), NoHarm()),
            conversations=self.conversations,
            goals=self.goals,
            plans=self.plans,
            nudges=self.nudges,
            memory=self.memory,
        )
        self.relationship = Relationship(
            conversations=self.conversations,
            sessions=coaching,
            goals=GoalKeeping(self.goals, encode, ()),
            remembering=Remembering(self.memory, self.plans),
            reminding=Reminding(self.nudges, "UTC"),
            practising=Practising(self.conversations),
            chores=self.chores,
            nudges=self.nudges,
            plans=self.plans,
        )
        self.coaching = coaching

    def turn(self, text: str = "", intent: str = "", *, after: timedelta = MINUTE, **fields: Any) -> Turn:
        """Returns the next turn, so much later than the one before; without text it is a pressed button."""
        self.at += after
        return Turn(
            text=text,
            intent=intent,
            at=self.at,
            command=not text,
            confidence=1.0 if intent else 0.0,
            **fields,
        )

    def say(self, employee: str, text: str = "", intent: str = "", **fields: Any) -> Outcome | None:
        """Hands a turn to whatever is going on."""
        return self.relationship.take_turn(employee, self.turn(text, intent, **fields))

    def start(self, employee: str, text: str = STORY, **fields: Any) -> Outcome:
        """Opens a session."""
        return self.coaching.start(employee, self.turn(text), **fields)

    def state(self, employee: str, *statuses: str) -> SessionState:
        """Returns the state of the session that was touched last."""
        return SessionState.model_validate_json(self.stored(employee, *statuses).state)

    def stored(self, employee: str, *statuses: str) -> Stored:
        """Returns the session that was touched last."""
        stored = self.conversations.latest(employee, *(statuses or ("open", "paused", "finished", "stopped")))
        assert stored is not None
        return stored

    def go_on(self, employee: str, until: Stage) -> None:
        """Answers what is asked until the coach asks for that stage."""
        for _ in range(20):
            asked = self.state(employee).asked
            if asked == until:
                return
            times = (self.at + 7 * DAY,) if asked == Stage.check else ()
            assert self.say(employee, ANSWERS[asked], times=times) is not None
        raise AssertionError(f"{until} was never asked for")

    def confirm_plan(self, employee: str) -> StoredPlan:
        """Leads a whole session to a plan."""
        self.start(employee)
        self.go_on(employee, Stage.confirm)
        self.say(employee, ANSWERS[Stage.confirm])
        plan = self.plans.latest(employee)
        assert plan is not None
        return plan

    def due(self, employee: str) -> Outcome | None:
        """Has the next nudge come at its time."""
        nudge = self.nudges.waiting(FAR, employee)[0]
        self.at = nudge.due_at
        self.nudges.sent(nudge.id, self.at)
        turn = self.turn(intent="check_in_due", after=timedelta())
        return self.relationship.nudge(employee, nudge.id, turn)


@pytest.fixture
def office(sessions) -> Office:
    return Office(sessions)


@pytest.fixture
def restarted(settings, office) -> Callable[[], Office]:
    """Makes all objects anew on the same database."""
    return lambda: Office(open_database(settings), at=office.at)


def words(outcome: Outcome | None) -> str:
    assert outcome is not None
    return "\n".join(said.text for said in outcome.says)


def says(outcome: Outcome | None, name: str) -> bool:
    """Says whether the outcome holds a hand-written move of that name."""
    bank: dict[str, list[str]] = {}
    for file in ("steps", "questions"):
        bank |= yaml.safe_load((MOVES / f"{file}.yml").read_text(encoding="utf-8"))
    said = words(outcome)
    return any(all(part.strip() in said for part in _fixed(move)) for move in bank[name])


def _fixed(move: str) -> list[str]:
    return [part.split("}")[-1] for part in move.split("{")]


def draft_of(plan: StoredPlan) -> Draft:
    return Draft(goal=plan.goal, cue=plan.cue, action=plan.action, obstacle=plan.obstacle, remedy=plan.remedy)


def check_ins(office: Office, employee: str) -> list[str | None]:
    """Returns the plans that the employee's waiting nudges ask about."""
    due = office.nudges.waiting(FAR, employee)
    stored = [office.nudges.get(employee, nudge.id) for nudge in due]
    return [nudge.plan_id for nudge in stored if nudge]


def test_a_session_opens_with_what_was_brought_and_asks_one_thing(office, ann) -> None:
    outcome = office.start(ann)

    assert words(outcome).count("?") == 1
    assert outcome.status == "open"
    assert office.stored(ann).kind == "coaching"
    assert office.state(ann).situation == [STORY]


@pytest.mark.parametrize("text", ["", "I'd like a coaching session", "can we talk?", "coach me please"])
def test_whoever_brings_nothing_is_asked_what_it_is(office, ann, text: str) -> None:
    outcome = office.start(ann, text)

    assert says(outcome, "open_without_situation")
    state = office.state(ann)
    assert (state.asked, state.situation) == (Stage.situation, [])
    assert words(outcome) in state.said


def test_a_session_on_a_goal_has_that_goal_and_asks_no_other(office, ann) -> None:
    goal = office.goals.add(ann, "agree on a limit", at=NOW)

    office.start(ann, "", goal_id=goal)
    office.say(ann, STORY)

    state = office.state(ann)
    assert (state.goal_id, state.draft.goal) == (goal, "agree on a limit")
    assert state.asked != Stage.goal


def test_nobody_opens_a_session_on_anothers_goal(office, ann, bo) -> None:
    goal = office.goals.add(ann, "agree on a limit", at=NOW)

    office.start(bo, "", goal_id=goal)

    assert "limit" not in office.stored(bo).state
    assert office.state(bo).goal_id is None


def test_nothing_is_going_on_before_a_session_and_after_its_end(office, ann) -> None:
    assert office.say(ann, "hello") is None
    assert not office.relationship.is_busy(ann)

    office.confirm_plan(ann)

    assert office.say(ann, "hello") is None
    assert not office.relationship.is_busy(ann)


def test_a_whole_session_ends_in_a_plan_with_its_check_in_and_goal(office, ann, bo) -> None:
    plan = office.confirm_plan(ann)

    assert "limit" in plan.goal
    assert plan.action == "talk to him"
    assert plan.cue == "Tuesday after lunch"
    assert (plan.status, plan.created_at) == ("active", office.at)
    [nudge] = office.nudges.waiting(FAR)
    assert (nudge.employee_id, nudge.kind, nudge.due_at) == (ann, "check_in", plan.check_at)
    assert check_ins(office, ann) == [plan.id]
    [goal] = office.goals.active(ann)
    assert (goal.id, goal.text) == (plan.goal_id, plan.goal)
    assert office.stored(ann).status == "finished"
    assert office.plans.all(bo) == []


def test_a_plan_on_a_goal_that_was_set_before_belongs_to_it(office, ann) -> None:
    first = office.confirm_plan(ann)

    second = office.confirm_plan(ann)

    assert second.id != first.id
    assert second.goal_id == first.goal_id
    assert len(office.goals.active(ann)) == 1


def test_a_plan_on_another_goal_than_the_session_began_with_is_not_filed_under_the_first(office, ann) -> None:
    goal = office.goals.add(ann, "learn Spanish", at=NOW)
    office.start(ann, "", goal_id=goal)
    office.say(ann, STORY)
    office.say(ann, "Actually I want to agree with him on a limit")
    office.go_on(ann, Stage.confirm)
    office.say(ann, "yes")

    assert office.plans.latest(ann).goal_id != goal


def test_a_restart_after_every_turn_loses_nothing(office, restarted, ann) -> None:
    office.start(ann)
    for _ in range(20):
        before = office.state(ann)
        office = restarted()
        assert office.state(ann) == before
        if before.asked == Stage.confirm:
            break
        times = (office.at + 7 * DAY,) if before.asked == Stage.check else ()
        office.say(ann, ANSWERS[before.asked], times=times)
        assert len(office.state(ann).said) > len(before.said)

    outcome = restarted().say(ann, "yes", after=5 * MINUTE)

    assert outcome.confirmed
    plan = restarted().plans.latest(ann)
    assert "limit" in plan.goal
    assert check_ins(restarted(), ann) == [plan.id]


def test_a_turn_that_is_run_again_after_a_crash_says_the_same(office, restarted, ann, monkeypatch) -> None:
    office.start(ann)
    monkeypatch.setattr(office.conversations, "save", lambda *_: None)
    lost = office.say(ann, ANSWERS[Stage.goal])

    again = restarted().say(ann, ANSWERS[Stage.goal], after=timedelta())

    assert words(again) == words(lost)


def test_a_crash_while_the_plan_is_stored_leaves_it_to_be_confirmed_again(
    office, restarted, ann, monkeypatch
) -> None:
    office.start(ann)
    office.go_on(ann, Stage.confirm)
    with monkeypatch.context() as crash:
        crash.setattr(office.plans, "add", lambda *_, **__: (_ for _ in ()).throw(OSError("gone")))
        with pytest.raises(OSError, match="gone"):
            office.say(ann, "yes")

    again = restarted()
    again.say(ann, "yes")

    assert len(again.plans.all(ann)) == 1


def test_a_yes_that_is_taken_again_after_a_crash_keeps_one_plan_and_one_check_in(
    office, restarted, ann, monkeypatch
) -> None:
    office.start(ann)
    office.go_on(ann, Stage.confirm)
    with monkeypatch.context() as crash:
        crash.setattr(office.conversations, "save", lambda *_: (_ for _ in ()).throw(OSError("gone")))
        with pytest.raises(OSError, match="gone"):
            office.say(ann, "yes")

    again = restarted()
    assert again.say(ann, "yes", after=timedelta()).confirmed

    [plan] = again.plans.all(ann)
    assert check_ins(again, ann) == [plan.id]
    assert len(again.goals.active(ann)) == 1


def test_a_session_paused_for_three_days_is_picked_up_where_it_was(office, restarted, ann) -> None:
    office.start(ann)
    office.go_on(ann, Stage.options)
    paused = office.say(ann, "Sorry, I have to run, let's continue tomorrow")
    assert paused.status == "paused"
    before = office.state(ann)

    office = restarted()
    outcome = office.say(ann, "I'm back", after=3 * DAY)

    assert says(outcome, "resumed")
    assert "limit" in words(outcome)
    assert words(outcome).count("?") == 1
    assert office.stored(ann).status == "open"
    state = office.state(ann)
    assert (state.asked, state.draft, state.situation) == (Stage.options, before.draft, before.situation)
    office.go_on(ann, Stage.confirm)
    assert office.say(ann, "yes").confirmed


@pytest.mark.parametrize(
    "text", ["hello", "Hi, I'm back again", "where were we?", "let's go on", "good morning"]
)
def test_whoever_left_without_a_word_is_picked_up_too(office, ann, text: str) -> None:
    office.start(ann)
    office.go_on(ann, Stage.options)

    assert says(office.say(ann, text, after=5 * HOUR), "resumed")


def test_a_card_that_waited_is_shown_again(office, ann) -> None:
    office.start(ann)
    office.go_on(ann, Stage.confirm)

    outcome = office.say(ann, "hello again", "greet", after=3 * DAY)

    assert [said.kind for said in outcome.says] == ["move", "card"]
    assert office.say(ann, "yes").confirmed


def test_whoever_comes_back_with_more_to_tell_goes_straight_on(office, ann) -> None:
    office.start(ann)
    office.go_on(ann, Stage.options)

    office.say(ann, ANSWERS[Stage.options], after=3 * DAY)

    assert office.state(ann).options
    assert office.state(ann).asked != Stage.options


def test_a_last_word_after_a_pause_opens_nothing(office, ann) -> None:
    office.start(ann)
    office.say(ann, "let's continue tomorrow")
    before = office.stored(ann)

    assert office.say(ann, "thank you", "thanks").status == "paused"
    assert office.stored(ann) == before


def test_a_wish_for_a_session_in_a_paused_one_opens_a_new_one(office, ann) -> None:
    office.start(ann)
    office.say(ann, "let's continue tomorrow")

    office.say(
        ann, "Another thing is that my team never answers my mails and I am stuck", "start_session", after=DAY
    )

    assert len({office.stored(ann, "open").id, office.stored(ann, "paused").id}) == 2


@pytest.mark.parametrize("text", ["stop", "never mind", "let's leave it there"])
def test_a_session_that_is_stopped_is_over_and_keeps_no_plan(office, ann, text: str) -> None:
    office.start(ann)
    office.go_on(ann, Stage.options)

    assert office.say(ann, text).status == "stopped"

    assert office.say(ann, "hello") is None
    assert office.plans.all(ann) == []
    assert office.goals.active(ann) == []


@pytest.mark.parametrize("gap", [MINUTE, 5 * HOUR])
def test_the_button_under_the_card_confirms_it_whenever_it_is_pressed(office, ann, gap) -> None:
    office.start(ann)
    office.go_on(ann, Stage.confirm)

    assert office.say(ann, intent="affirm", after=gap).confirmed


@pytest.mark.parametrize("gap", [MINUTE, 5 * HOUR])
@pytest.mark.parametrize(
    ("pressed", "status"), [("check_in_done", "done"), ("check_in_not_done", "not_done")]
)
def test_the_buttons_of_a_check_in_count_whenever_they_are_pressed(office, ann, pressed, status, gap) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    office.say(ann, intent=pressed, after=gap)

    assert office.plans.get(ann, plan.id).status == status


def test_a_check_in_asks_in_the_words_of_the_plan_and_offers_three_answers(office, restarted, ann) -> None:
    plan = office.confirm_plan(ann)

    office = restarted()
    outcome = office.due(ann)

    assert says(outcome, "check_in")
    assert plan_text(draft_of(plan)) in words(outcome)
    assert [button.payload for button in outcome.says[0].buttons] == [
        "/check_in_done",
        "/check_in_not_done",
        "/not_now",
    ]
    stored = office.stored(ann)
    assert (stored.kind, stored.status) == ("check_in", "open")


def test_a_plan_that_was_done_is_celebrated_and_asked_about_no_more(office, restarted, ann) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    outcome = office.say(ann, "I talked to him and we agreed on Thursdays")
    assert says(outcome, "celebrate")
    assert office.plans.get(ann, plan.id).status == "done"

    office = restarted()
    assert office.say(ann, "I had written down what to say before").status == "finished"
    assert check_ins(office, ann) == []
    assert office.coaching.recall(ann, office.at) == ""


def test_a_plan_that_was_not_done_can_be_kept_with_a_new_date(office, restarted, ann) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    office.say(ann, "no, I didn't get to it")
    assert office.plans.get(ann, plan.id).status == "not_done"
    office = restarted()
    office.say(ann, "We had an audit all week")
    office.say(ann, "keep it as it is")
    assert office.state(ann).asked == Stage.confirm
    assert restarted().say(ann, "yes").confirmed

    newest = office.plans.latest(ann)
    assert newest.id != plan.id
    assert (newest.action, newest.goal_id, newest.status) == (plan.action, plan.goal_id, "active")
    assert newest.check_at > office.at
    assert office.plans.get(ann, plan.id).status == "not_done"
    assert check_ins(office, ann) == [newest.id]
    assert len(office.goals.active(ann)) == 1


def test_not_now_comes_again_the_next_day_and_the_plan_stays(office, restarted, ann) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    outcome = office.say(ann, intent="not_now")

    assert outcome.status == "stopped"
    assert office.plans.get(ann, plan.id).status == "active"
    [nudge] = office.nudges.waiting(FAR, ann)
    assert (nudge.kind, nudge.due_at) == ("check_in", office.at + DAY)
    assert check_ins(office, ann) == [plan.id]
    assert office.say(ann, "hello") is None

    again = restarted()
    assert plan_text(draft_of(plan)) in words(again.due(ann))
    again.say(ann, "I did it, it went fine")
    assert again.plans.get(ann, plan.id).status == "done"
    assert check_ins(again, ann) == []


@pytest.mark.parametrize(
    "text", ["hi", "thanks", "what plan?", "not sure", "How many days of leave do I have left?"]
)
def test_a_message_that_tells_nothing_of_the_plan_does_not_make_it_done(office, ann, text: str) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    office.say(ann, text)

    assert office.plans.get(ann, plan.id).status == "active"


def test_not_now_before_the_day_of_the_check_in_does_not_make_it_two(office, ann) -> None:
    plan = office.confirm_plan(ann)

    office.coaching.report(ann, office.turn("not now, ask me tomorrow", "check_in_not_done"))

    assert check_ins(office, ann) == [plan.id]


@pytest.mark.parametrize(
    ("text", "status"),
    [("I did it", "done"), ("I talked to him", "done"), ("I didn't manage it", "not_done")],
)
def test_word_that_is_given_unasked_counts_and_the_check_in_is_not_needed(office, ann, text, status) -> None:
    plan = office.confirm_plan(ann)

    outcome = office.coaching.report(ann, office.turn(text, after=DAY))

    assert outcome.went == status
    assert office.plans.get(ann, plan.id).status == status
    assert check_ins(office, ann) == []


@pytest.mark.parametrize(
    "text", ["I did it a day later than planned", "I talked to him although he was busy"]
)
def test_word_of_something_done_is_no_not_now(office, ann, text: str) -> None:
    plan = office.confirm_plan(ann)

    office.coaching.report(ann, office.turn(text, after=DAY))

    assert office.plans.get(ann, plan.id).status == "done"


def test_without_an_open_plan_there_is_nothing_to_report_on(office, ann, bo) -> None:
    assert office.coaching.report(ann, office.turn("I did it")) is None

    plan = office.confirm_plan(ann)
    office.plans.end(ann, plan.id, "done")

    assert office.coaching.report(ann, office.turn("I did it")) is None
    assert office.coaching.report(bo, office.turn("I did it")) is None


def test_a_plan_can_be_opened_again_and_the_new_one_takes_its_place(office, ann) -> None:
    plan = office.confirm_plan(ann)

    outcome = office.coaching.change_plan(ann, office.turn("I want to change my plan", "edit_plan"))
    assert outcome.status == "open"
    assert office.plans.get(ann, plan.id).status == "active"
    shown = office.say(ann, intent="edit_plan", entities={"part": "cue"})
    assert shown.status == "open"
    office.say(ann, "Monday morning")
    assert office.say(ann, "yes").confirmed

    newest = office.plans.latest(ann)
    assert newest.id != plan.id
    assert (newest.cue, newest.action) == ("Monday morning", plan.action)
    assert office.plans.get(ann, plan.id).status == "dropped"
    assert check_ins(office, ann) == [newest.id]


def test_without_a_plan_there_is_none_to_change(office, ann) -> None:
    assert office.coaching.change_plan(ann, office.turn("change my plan")) is None
    assert office.coaching.last_plan(ann) is None


def test_the_next_session_begins_with_the_plan_that_is_still_open(office, ann, bo) -> None:
    plan = office.confirm_plan(ann)
    text = plan_text(draft_of(plan))

    assert text in office.coaching.recall(ann, office.at)
    assert "Tuesday 24 November 2026" in office.coaching.recall(ann, office.at)
    outcome = office.start(ann, "", goal_id=None)
    assert says(outcome, "recall")
    assert text in words(outcome)
    assert text not in words(office.start(bo))
    assert office.coaching.recall(bo, office.at) == ""


def test_a_plan_that_ended_is_not_brought_up_again(office, ann) -> None:
    plan = office.confirm_plan(ann)
    office.plans.end(ann, plan.id, "done")

    assert not says(office.start(ann), "recall")


def test_the_coach_does_not_repeat_the_questions_of_the_session_before(office, ann) -> None:
    office.confirm_plan(ann)
    before = set(office.state(ann).said)

    office.start(ann, "My colleague interrupts me in every meeting and I do not know what to say any more")
    first = office.state(ann).said[-1]

    assert first not in before


def test_what_was_said_is_kept_for_later_only_with_the_agreement(office, ann, bo) -> None:
    office.memory.allow(ann, NOW)

    office.confirm_plan(ann)
    office.confirm_plan(bo)

    assert STORY in [fact.text for fact in office.memory.facts(ann)]
    assert {fact.origin for fact in office.memory.facts(ann)} == {"session"}
    assert office.memory.facts(bo) == []


def test_two_employees_sessions_never_touch(office, ann, bo) -> None:
    office.start(ann)
    office.start(bo, "My colleague interrupts me in every meeting and I do not know what to say any more")
    office.go_on(ann, Stage.confirm)
    before = office.stored(bo)

    assert "manager" not in before.state
    office.say(ann, "yes")
    assert office.stored(bo) == before
    assert office.plans.all(bo) == []


@pytest.mark.parametrize("status", ["done", "not_done", "dropped"])
def test_a_check_in_whose_plan_is_over_says_nothing(office, ann, status: str) -> None:
    plan = office.confirm_plan(ann)
    nudge = office.nudges.add(ann, "check_in", NOW, plan_id=plan.id)
    office.plans.end(ann, plan.id, status)
    late = office.nudges.add(ann, "check_in", NOW, plan_id=plan.id)

    for number in (nudge, late):
        assert office.relationship.nudge(ann, number, office.turn(intent="check_in_due")) is None
    assert not office.relationship.is_busy(ann)


def test_nobody_is_asked_about_anothers_plan(office, ann, bo) -> None:
    plan = office.confirm_plan(ann)
    [nudge] = office.nudges.waiting(FAR, ann)

    assert office.relationship.nudge(bo, nudge.id, office.turn(intent="check_in_due")) is None
    foreign = office.nudges.add(bo, "check_in", NOW, plan_id=plan.id)
    assert office.relationship.nudge(bo, foreign, office.turn(intent="check_in_due")) is None
    assert office.relationship.nudge(ann, 10_000, office.turn(intent="check_in_due")) is None


def test_a_reminder_says_its_words_and_leaves_what_is_going_on(office, ann) -> None:
    office.start(ann)
    before = office.stored(ann)
    number = office.nudges.add(ann, "reminder", NOW, text="call Sam")

    outcome = office.relationship.nudge(ann, number, office.turn(intent="check_in_due"))

    assert words(outcome) == "You asked me to remind you: call Sam."
    assert office.stored(ann) == before


def test_a_check_in_leaves_a_session_to_be_picked_up_afterwards(office, ann) -> None:
    office.confirm_plan(ann)
    office.start(ann, "My colleague interrupts me in every meeting and I do not know what to say any more")
    going_on = office.stored(ann)

    office.due(ann)
    assert office.stored(ann, "open").kind == "check_in"
    office.say(ann, "I did it, it went fine")
    office.say(ann, "I had prepared for it well")

    assert office.stored(ann, "paused").id == going_on.id
    assert says(office.say(ann, "hello"), "resumed")


def test_a_check_in_that_is_run_twice_after_a_crash_is_one_check_in(office, ann) -> None:
    office.confirm_plan(ann)
    [nudge] = office.nudges.waiting(FAR, ann)
    office.due(ann)
    office.relationship.nudge(ann, nudge.id, office.turn(intent="check_in_due"))

    office.say(ann, "I did it, it went fine")
    office.say(ann, "I had prepared for it well")

    assert not office.relationship.is_busy(ann)


def test_a_session_on_a_goal_asks_before_the_goal_is_due(office, ann) -> None:
    goal = office.goals.add(ann, "agree on a limit", at=NOW, due_at=NOW + 5 * DAY)
    office.start(ann, "", goal_id=goal)
    office.say(ann, STORY)
    office.go_on(ann, Stage.check)
    office.say(ann, "whenever you like")
    office.go_on(ann, Stage.confirm)
    office.say(ann, "yes")

    assert office.plans.latest(ann).check_at < NOW + 5 * DAY


def test_nothing_of_a_session_lies_readable_on_disk(office, ann, tmp_path) -> None:
    office.memory.allow(ann, NOW)
    office.start(ann, "Zebedee plays the Xylophone in every meeting and I cannot think any more")
    office.go_on(ann, Stage.confirm)
    office.say(ann, "yes")

    written = on_disk(tmp_path)
    assert not [word for word in (b"Zebedee", b"Xylophone", b"Tuesday after lunch") if word in written]
    assert json.loads(office.stored(ann).state)["situation"]
