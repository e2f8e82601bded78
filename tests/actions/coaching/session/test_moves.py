from pathlib import Path

import pytest

from actions.coaching.session.moves import MOVES, easier, more, question, step
from tests.actions.coaching.session.conftest import chance


def test_a_move_is_not_said_twice_while_another_is_left() -> None:
    said: list[str] = []
    for seed in range(8):
        text = step("short_answer", said, chance(seed))
        assert text not in said
        said.append(text)


def test_a_move_is_known_again_inside_a_longer_reply() -> None:
    first = question("goal", [], chance())
    assert all(question("goal", [f"So that is it. {first}"], chance(seed)) != first for seed in range(40))


def test_when_all_is_said_something_is_still_said() -> None:
    said = {question("goal", [], chance(seed)) for seed in range(400)}
    assert question("goal", said, chance()) in said


def test_what_is_filled_in_does_not_hide_that_a_move_was_said() -> None:
    said: list[str] = []
    for seed in range(6):
        said.append(step("confirmed", said, chance(seed), date=f"day {seed}"))
    assert len({text.split("day")[0] for text in said}) == 6


def test_the_plan_stands_in_the_question_that_names_it() -> None:
    assert "“If it is Monday, then I will talk”" in step(
        "check_in", [], chance(), plan="If it is Monday, then I will talk"
    )


def test_braces_that_an_employee_types_are_only_text() -> None:
    assert "{name} {0}" in step("check_in", [], chance(), plan="{name} {0}")


def test_the_same_chance_says_the_same() -> None:
    assert question("goal", [], chance(5)) == question("goal", [], chance(5))


def test_some_stages_have_smaller_questions_and_some_stay_longer() -> None:
    assert easier("options") == "options_easier"
    assert easier("check") is None
    assert more("reality") == "reality_more"
    assert more("goal") is None


def test_no_stage_is_no_question() -> None:
    with pytest.raises(KeyError):
        question("lunch", [], chance())
    with pytest.raises(KeyError):
        step("lunch", [], chance())


def test_the_moves_ship_with_the_product() -> None:
    assert isinstance(MOVES, Path)
    assert (MOVES / "steps.yml").is_file()


def test_a_question_that_does_not_fit_can_be_left_out() -> None:
    assert not any("idea" in question("action", [], chance(seed), without=("idea",)) for seed in range(60))
