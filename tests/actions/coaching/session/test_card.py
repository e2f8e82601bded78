from datetime import UTC, datetime, timedelta

import pytest

from actions.coaching.session.card import (
    BUTTONS,
    PARTS,
    card_text,
    edit_buttons,
    first_check,
    long_date,
    plan_text,
    working_morning,
)
from actions.coaching.session.state import Draft
from tests.actions.coaching.session.conftest import NOW, whole_draft


def test_the_card_has_a_goal_an_if_then_plan_an_obstacle_and_a_date() -> None:
    assert card_text(whole_draft()) == (
        "Goal: be heard\n"
        "If it is Monday, then I will talk to him.\n"
        "If this gets in the way: he is busy, then I will write to him.\n"
        "Check-in: Monday 9 March 2026"
    )


@pytest.mark.parametrize("part", ["goal", "action", "cue", "obstacle", "remedy"])
def test_a_card_with_a_gap_is_an_error(part: str) -> None:
    with pytest.raises(ValueError, match="a plan needs"):
        card_text(whole_draft(**{part: ""}))


def test_a_card_without_a_date_is_an_error() -> None:
    with pytest.raises(ValueError, match="a date"):
        card_text(whole_draft(check_at=None))


@pytest.mark.parametrize(
    ("cue", "action", "plan"),
    [
        ("Monday", "talk to him", "If it is Monday, then I will talk to him"),
        ("he comes in", "talk to him", "If he comes in, then I will talk to him"),
        ("after lunch", "a quick chat", "If it is after lunch, then I will go for this: a quick chat"),
        ("before I leave", "write it down", "If it is before I leave, then I will write it down"),
        ("first thing tomorrow", "call Ann", "If it is first thing tomorrow, then I will call Ann"),
    ],
)
def test_the_plan_is_one_sentence(cue: str, action: str, plan: str) -> None:
    assert plan_text(Draft(cue=cue, action=action)) == plan


def test_a_date_is_written_as_it_is_said() -> None:
    assert long_date(datetime(2026, 12, 3, tzinfo=UTC)) == "Thursday 3 December 2026"


def test_a_plan_is_agreed_to_or_changed_with_one_press() -> None:
    assert [button.payload for button in BUTTONS] == ["/affirm", "/edit_plan"]


def test_every_part_of_the_plan_has_a_button_to_change_it() -> None:
    assert [button.title for button in edit_buttons()] == list(PARTS.values())
    assert edit_buttons()[0].payload == '/edit_plan{"part": "goal"}'


def test_the_first_question_comes_after_a_fifth_of_the_time() -> None:
    assert first_check(NOW) == datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
    assert first_check(NOW, NOW + timedelta(days=50)) == datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def test_even_a_short_goal_leaves_a_day() -> None:
    assert first_check(NOW, NOW + timedelta(hours=3)) == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert first_check(NOW, NOW - timedelta(days=9)) > NOW


@pytest.mark.parametrize(
    ("day", "morning"),
    [(6, 6), (7, 9), (8, 9), (9, 9)],
)
def test_nobody_is_asked_at_the_weekend(day: int, morning: int) -> None:
    moment = datetime(2026, 3, day, 17, 45, 12, 9, tzinfo=UTC)
    assert working_morning(moment) == datetime(2026, 3, morning, 9, 0, tzinfo=UTC)
