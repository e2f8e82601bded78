import pytest

from actions.coaching.session.asking import ask, ask_smaller, next_stage, wants_more
from actions.coaching.session.moves import question
from actions.coaching.session.state import Draft, SessionState, Stage
from tests.actions.coaching.session.conftest import chance, state_at, whole_draft

TOLD = "He never listens to me in any of our meetings, and it has gone on for years."


@pytest.mark.parametrize(
    "stage",
    [
        Stage.goal,
        Stage.reality,
        Stage.options,
        Stage.action,
        Stage.cue,
        Stage.obstacle,
        Stage.remedy,
        Stage.check,
    ],
)
def test_what_is_missing_is_asked_for_in_the_order_of_a_plan(stage: Stage) -> None:
    assert next_stage(state_at(stage)) == stage


def test_when_nothing_is_missing_the_plan_is_shown() -> None:
    assert next_stage(SessionState(draft=whole_draft())) == Stage.confirm


def test_a_plan_said_in_one_go_skips_the_questions_that_it_answers() -> None:
    state = SessionState(draft=Draft(goal="be heard", action="talk to him", cue="Monday"))
    assert next_stage(state) == Stage.obstacle


def test_who_has_told_much_is_not_asked_about_the_situation_again() -> None:
    told = SessionState(draft=Draft(goal="be heard"), situation=["My boss ignores me"], reality=[TOLD])
    assert next_stage(told) == Stage.options


def test_who_has_told_little_is_asked_once_more() -> None:
    brief = SessionState(draft=Draft(goal="be heard"), situation=["My boss"], reality=["He shouts"])
    assert next_stage(brief) == Stage.reality
    brief.asked = Stage.reality
    ask(brief, Stage.reality, chance())
    assert next_stage(brief) == Stage.options


def test_asking_notes_what_was_asked() -> None:
    state = SessionState()
    text = ask(state, Stage.goal, chance())
    assert text.endswith("?")
    assert state.asked == Stage.goal
    assert state.asked_more == []


def test_the_coach_stays_with_a_thin_answer_once() -> None:
    state = state_at(Stage.options)
    state.options = ["talk to him"]
    ask(state, Stage.options, chance())
    assert state.asked_more == [Stage.options]
    assert not wants_more(state)


@pytest.mark.parametrize("stage", [Stage.options, Stage.reality])
def test_what_else_is_asked_only_where_there_is_something_already(stage: Stage) -> None:
    own = {question(stage, [], chance(seed)) for seed in range(199)}
    for seed in range(40):
        state = state_at(stage)
        assert ask(state, stage, chance(seed)) in own
        assert state.asked_more == []


def test_a_single_option_is_worth_another_question() -> None:
    state = state_at(Stage.options)
    state.options = ["talk to him"]
    assert wants_more(state)
    state.draft.action = "talk to him"
    assert not wants_more(state)


def test_two_options_are_enough() -> None:
    state = state_at(Stage.options)
    state.options = ["talk to him", "ask Ann"]
    assert not wants_more(state)


@pytest.mark.parametrize(
    "stage",
    [
        Stage.situation,
        Stage.goal,
        Stage.reality,
        Stage.options,
        Stage.action,
        Stage.cue,
        Stage.obstacle,
        Stage.remedy,
        Stage.check,
    ],
)
def test_a_smaller_question_is_there_for_everything_that_is_asked(stage: Stage) -> None:
    assert ask_smaller(state_at(stage), chance()).endswith("?")


def test_a_question_that_was_asked_is_not_asked_again() -> None:
    state, asked = state_at(Stage.goal), set()
    for seed in range(15):
        text = question("goal", state.said, chance(seed))
        assert text not in asked
        asked.add(text)
        state.said.append(f"So it is. {text}")


def test_who_has_one_idea_is_not_asked_which_of_them() -> None:
    for seed in range(60):
        state = state_at(Stage.options)
        state.options = ["talk to him"]
        text = ask(state, Stage.action, chance(seed))
        assert "these" not in text
        assert "idea" not in text
