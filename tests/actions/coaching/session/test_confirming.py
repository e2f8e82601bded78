from datetime import UTC, datetime, timedelta

import pytest

from actions.coaching.session.card import BUTTONS, PARTS
from actions.coaching.session.confirming import FURTHEST, confirm, settle_check, show_card
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import (
    IN_A_WEEK,
    NOW,
    chance,
    questions,
    state_at,
    text_of,
    turn,
    whole_draft,
)

FRIDAY = datetime(2026, 3, 6, tzinfo=UTC)


def answered(said: str, *, stage: Stage = Stage.confirm, **more: object) -> tuple[SessionState, Outcome]:
    state = state_at(stage)
    return state, confirm(state, turn(said, **more), chance())


def test_the_card_comes_with_one_question_and_two_buttons() -> None:
    state = state_at(Stage.check, check_at=IN_A_WEEK)
    outcome = show_card(state, chance())
    assert state.asked == Stage.confirm
    assert questions(outcome) == 1
    assert outcome.says[-1].kind == "card"
    assert outcome.says[-1].buttons == BUTTONS


def test_what_came_before_the_card_is_said_before_it() -> None:
    outcome = show_card(state_at(Stage.confirm), chance(), "", "You'll write to him.")
    assert outcome.says[0].text.startswith("You'll write to him.")


@pytest.mark.parametrize("said", ["yes", "That's my plan", "ok, sounds good", "perfect"])
def test_a_yes_makes_the_plan_and_names_the_date(said: str) -> None:
    _, outcome = answered(said)
    assert outcome.confirmed
    assert outcome.status == "finished"
    assert "Monday 9 March 2026" in text_of(outcome)
    assert questions(outcome) == 0


def test_the_button_makes_the_plan() -> None:
    _, outcome = answered("/affirm", intent="affirm", command=True)
    assert outcome.confirmed


@pytest.mark.parametrize("said", ["no", "not quite", "that's not right", "make it shorter"])
def test_a_no_asks_which_part_to_change(said: str) -> None:
    state, outcome = answered(said)
    assert not outcome.confirmed
    assert state.asked == Stage.edit
    assert questions(outcome) == 1
    assert [button.title for button in outcome.says[-1].buttons] == list(PARTS.values())
    assert state.draft == whole_draft()


@pytest.mark.parametrize("part", list(PARTS))
def test_every_part_can_be_changed_by_its_button(part: str) -> None:
    state, outcome = answered("/edit_plan", intent="edit_plan", command=True, entities={"part": part})
    assert state.asked == Stage(part)
    assert questions(outcome) == 1
    kept = state.draft.model_dump(exclude={"check_at"})
    assert [name for name, text in kept.items() if not text] == {
        "check": [],
        "obstacle": ["obstacle", "remedy"],
    }.get(part, [part])


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("the date", Stage.check),
        ("I would change the action", Stage.action),
        ("the obstacle", Stage.obstacle),
        ("my goal", Stage.goal),
        ("the moment", Stage.cue),
        ("change when", Stage.cue),
        ("the step please", Stage.action),
        ("the moment is too early", Stage.cue),
        ("the step is asking too much of me", Stage.action),
        ("I'd like to change the goal", Stage.goal),
        ("I want to change the time", Stage.cue),
        ("the goal is wrong", Stage.goal),
        ("the time is wrong", Stage.cue),
        ("please change the date", Stage.check),
        ("yes, change the date", Stage.check),
    ],
)
def test_a_part_that_is_named_is_asked_for(said: str, stage: Stage) -> None:
    state, outcome = answered(said)
    assert not outcome.confirmed
    assert state.asked == stage


@pytest.mark.parametrize(
    ("said", "part", "value"),
    [
        ("change the goal to be promoted", "goal", "be promoted"),
        ("the goal should be less stress", "goal", "less stress"),
        ("goal: sleep better", "goal", "sleep better"),
        ("change the step to writing to Ann", "action", "write to Ann"),
        ("the moment is after lunch", "cue", "after lunch"),
        ("the moment is right after lunch", "cue", "right after lunch"),
        ("no, the time is Tuesday morning", "cue", "Tuesday morning"),
        ("the step is to write to Ann", "action", "write to Ann"),
        ("change the time to Tuesday morning", "cue", "Tuesday morning"),
        ("change the step to asking Ann for help", "action", "ask Ann for help"),
    ],
)
def test_a_part_can_be_changed_in_one_sentence(said: str, part: str, value: str) -> None:
    state, outcome = answered(said)
    assert state.draft == whole_draft(**{part: value})
    assert outcome.says[-1].kind == "card"
    assert value in outcome.says[-1].text


def test_a_step_that_is_none_is_asked_for_instead_of_leaving_a_gap() -> None:
    state = state_at(Stage.confirm)
    state.reality = []
    confirm(state, turn("change the step to he never listens"), chance())
    assert state.asked == Stage.action


def test_another_obstacle_needs_another_answer() -> None:
    state, outcome = answered("change the obstacle to my own fear")
    assert state.draft.obstacle == "my own fear"
    assert state.asked == Stage.remedy
    assert questions(outcome) == 1


@pytest.mark.parametrize("said", ["change the date to Friday", "Friday would be better", "make it Friday"])
def test_another_day_is_put_on_the_card(said: str) -> None:
    state, outcome = answered(said, times=(FRIDAY,))
    assert state.draft.check_at == FRIDAY.replace(hour=9)
    assert "Friday 6 March 2026" in text_of(outcome)


def test_yes_but_on_friday_changes_the_day() -> None:
    state, _ = answered("yes, but on Friday", times=(FRIDAY,))
    assert state.draft.check_at == FRIDAY.replace(hour=9)


@pytest.mark.parametrize(
    "said",
    [
        "change the step to shout at him",
        "the plan is good",
        "the plan is fine",
    ],
)
def test_the_step_stays_one_that_can_be_done(said: str) -> None:
    state, _ = answered(said)
    assert state.draft.action in ("talk to him", "shout at him")


def test_an_answer_to_which_part_is_taken_like_a_wish_for_it() -> None:
    state, _ = answered("the date", stage=Stage.edit)
    assert state.asked == Stage.check


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (None, datetime(2026, 3, 9, 9, tzinfo=UTC)),
        (NOW - timedelta(days=3), datetime(2026, 3, 9, 9, tzinfo=UTC)),
        (NOW, datetime(2026, 3, 9, 9, tzinfo=UTC)),
        (NOW + FURTHEST + timedelta(days=1), datetime(2026, 3, 9, 9, tzinfo=UTC)),
        (datetime(2026, 3, 7, tzinfo=UTC), datetime(2026, 3, 9, 9, tzinfo=UTC)),
        (FRIDAY, FRIDAY.replace(hour=9)),
        (datetime(2026, 3, 6, 15, 30, tzinfo=UTC), datetime(2026, 3, 6, 15, 30, tzinfo=UTC)),
    ],
)
def test_a_date_in_the_past_gives_way_to_one_that_can_be_kept(
    wanted: datetime | None, kept: datetime
) -> None:
    draft = whole_draft(check_at=wanted)
    settle_check(draft, NOW)
    assert draft.check_at == kept


def test_a_card_that_was_left_lying_is_settled_when_it_is_confirmed() -> None:
    state = state_at(Stage.confirm, check_at=NOW - timedelta(days=2))
    outcome = confirm(state, turn("yes"), chance())
    assert outcome.confirmed
    assert state.draft.check_at is not None
    assert state.draft.check_at > NOW
