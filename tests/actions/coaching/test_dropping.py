from datetime import timedelta

import pytest

from actions.coaching.dropping import NOTHING_TO_DROP, drops_plan
from actions.coaching.memory_card import plan_words
from actions.storage.plans import Plans

from .test_remembering import DAY, plan, say
from .test_sessions import FAR, Office, check_ins, words


@pytest.fixture
def office(sessions) -> Office:
    return Office(sessions)


@pytest.mark.parametrize(
    "said",
    [
        "drop the plan",
        "Forget about that plan, I won't do it",
        "cancel my check-in",
        "can you cancel the check in please?",
        "I want to drop my plan",
        "I don't want to do the plan any more",
        "I'm not going to do that plan",
        "scrap the last plan, it doesn't fit",
        "let's drop the plan about Tom",
        "the plan is off",
        "call off the follow-up",
        "Please cancel the plan, I have changed the priorities.",
    ],
)
def test_whoever_wants_a_plan_dropped_is_heard(said: str) -> None:
    assert drops_plan(said)


@pytest.mark.parametrize(
    "said",
    [
        "my boss dropped the plan",
        "drop plan B",
        "cancel the check-in with my manager",
        "forget my holiday plan",
        "cancel my plan to move",
        "the plan is fine",
        "stop the check-ins",
        "cancel my check-ins",
        "cancel the check-in but keep the plan",
        "drop the second step of the plan",
        "delete the note about the plan",
        "drop my goal",
    ],
)
def test_what_is_not_the_coachs_own_plan_is_no_reason_to_drop_it(said: str) -> None:
    assert not drops_plan(said)


def test_a_dropped_plan_ends_with_its_check_in_and_nothing_is_asked(office, ann) -> None:
    stored = office.confirm_plan(ann)
    assert check_ins(office, ann) == [stored.id]

    reply = office.relationship.remembering.forget(ann, office.turn("drop the plan"), None)

    assert office.plans.latest(ann).status == "dropped"
    assert office.nudges.waiting(FAR, ann) == []
    assert f"“{plan_words(stored)}”" in reply.text
    assert "won't ask" in reply.text
    assert "?" not in reply.text
    assert reply.text.count(".") == 1


def test_a_plan_is_dropped_once_and_a_plan_that_is_over_stays_as_it_went(office, ann) -> None:
    stored = office.confirm_plan(ann)
    office.plans.end(ann, stored.id, "done")

    reply = office.relationship.remembering.forget(ann, office.turn("drop the plan"), None)

    assert reply.text == NOTHING_TO_DROP
    assert office.plans.latest(ann).status == "done"


def test_dropping_a_plan_forgets_no_note(office, ann) -> None:
    office.memory.allow(ann, office.at)
    office.memory.remember(ann, "the plan of my manager", office.at)

    office.relationship.remembering.forget(ann, office.turn("drop the plan"), None)

    assert [fact.text for fact in office.memory.facts(ann)] == ["the plan of my manager"]


def test_of_several_plans_the_one_that_is_named_is_dropped_or_else_the_newest(office, ann) -> None:
    plans: Plans = office.plans
    plan(plans, ann, action="talk to Tom")
    plan(plans, ann, say("").at + DAY, action="write to Priya")
    plan(plans, ann, say("").at + 2 * DAY, action="ask Lena")

    office.relationship.remembering.forget(ann, office.turn("drop the plan about Tom"), None)
    office.relationship.remembering.forget(ann, office.turn("drop the plan"), None)

    assert [stored.status for stored in plans.all(ann)] == ["dropped", "active", "dropped"]


def test_nobody_drops_anothers_plan(office, ann, bo) -> None:
    office.confirm_plan(ann)

    reply = office.relationship.remembering.forget(bo, office.turn("drop the plan"), None)

    assert reply.text == NOTHING_TO_DROP
    assert office.plans.latest(ann).status == "active"


@pytest.mark.parametrize("answer", ["drop the plan", "forget about that plan, I won't do it"])
def test_a_check_in_ends_when_its_plan_is_dropped(office, ann, answer: str) -> None:
    office.confirm_plan(ann)
    office.due(ann)

    outcome = office.say(ann, answer)

    assert "dropped the plan" in words(outcome)
    assert "?" not in words(outcome)
    assert office.plans.latest(ann).status == "dropped"
    assert office.nudges.waiting(FAR, ann) == []
    assert not office.relationship.is_busy(ann)


def test_how_a_plan_went_stays_as_it_was_told_when_it_is_not_tried_again(office, ann) -> None:
    office.confirm_plan(ann)
    office.due(ann)
    office.say(ann, "I didn't do it")

    office.say(ann, "drop the plan")

    assert office.plans.latest(ann).status == "not_done"
    assert not office.relationship.is_busy(ann)


def test_an_old_plan_can_be_dropped_while_a_session_rests(office, ann) -> None:
    office.confirm_plan(ann)
    office.start(ann)

    outcome = office.say(ann, "cancel my check-in", after=timedelta(hours=6))

    assert "dropped the plan" in words(outcome)
    assert office.plans.latest(ann).status == "dropped"
    assert office.stored(ann, "paused").kind == "coaching"


def test_in_the_middle_of_a_session_the_words_are_left_to_it(office, ann) -> None:
    office.confirm_plan(ann)
    office.start(ann)

    office.say(ann, "drop the plan")

    assert office.plans.latest(ann).status == "active"
