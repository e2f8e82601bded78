import pytest

from actions.coaching.session.controls import STANDING, again, library_question, pages, steer
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import (
    IN_A_WEEK,
    chance,
    questions,
    state_at,
    text_of,
    turn,
)

ASKED = [
    Stage.situation,
    Stage.goal,
    Stage.reality,
    Stage.options,
    Stage.action,
    Stage.cue,
    Stage.obstacle,
    Stage.remedy,
    Stage.check,
]


def steered(state: SessionState, said: str, **more: object) -> Outcome | None:
    return steer(state, turn(said, **more), chance())


@pytest.mark.parametrize(
    "stage", [*ASKED, Stage.confirm, Stage.edit, Stage.went, Stage.learned, Stage.blocked, Stage.keep]
)
def test_a_session_can_be_stopped_and_paused_at_any_time(stage: Stage) -> None:
    stopped, paused = steered(state_at(stage), "stop this"), steered(state_at(stage), "can we continue later")
    assert stopped is not None
    assert stopped.status == "stopped"
    assert paused is not None
    assert paused.status == "paused"
    assert questions(stopped) == questions(paused) == 0


def test_a_pause_says_how_to_go_on() -> None:
    outcome = steered(state_at(Stage.goal), "brb")
    assert outcome is not None
    assert "pick up" in text_of(outcome)


@pytest.mark.parametrize("stage", ASKED)
def test_what_tells_something_steers_nothing(stage: Stage) -> None:
    assert steered(state_at(stage), "my boss talks over me in the meetings") is None


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("can we go back to the goal", Stage.goal),
        ("back to the options", Stage.options),
        ("back to my plan", Stage.action),
        ("go back to the obstacle", Stage.obstacle),
        ("back to the start", Stage.reality),
        ("go back to the moment", Stage.cue),
        ("go back to the date", Stage.check),
    ],
)
def test_going_back_asks_for_that_part_again(said: str, stage: Stage) -> None:
    state = state_at(Stage.check)
    outcome = steered(state, said)
    assert outcome is not None
    assert state.asked == stage
    assert any(question(stage, [], chance(seed)) in text_of(outcome) for seed in range(99))
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("back to the goal", "goal"),
        ("back to my plan", "action"),
        ("back to the obstacle", "obstacle"),
        ("back to the moment", "cue"),
    ],
)
def test_going_back_clears_that_part_and_no_other(said: str, part: str) -> None:
    state = state_at(Stage.check)
    before = state.draft.model_dump()
    steered(state, said)
    assert state.draft.model_dump() == {**before, part: ""}


def test_going_back_to_the_date_clears_the_date_and_nothing_else() -> None:
    state = state_at(Stage.check, check_at=IN_A_WEEK)
    before = state.draft.model_dump()
    steered(state, "back to the date")
    assert state.draft.model_dump() == {**before, "check_at": None}


@pytest.mark.parametrize(
    "said",
    [
        "what do you mean?",
        "I don't understand the question",
        "can you rephrase that",
        "say that again",
        "huh?",
        "What?",
    ],
)
def test_a_question_that_was_not_understood_is_put_differently(said: str) -> None:
    state = state_at(Stage.goal)
    state.said = ["How would you like things to be instead?"]
    outcome = steered(state, said)
    assert outcome is not None
    assert questions(outcome) == 1
    assert state.said[0] not in text_of(outcome)
    assert state.asked == Stage.goal


@pytest.mark.parametrize(
    "said",
    [
        "he doesn't understand me",
        "I don't get the recognition I deserve",
        "I don't understand what he wants from me",
    ],
)
def test_not_understanding_somebody_else_is_a_situation(said: str) -> None:
    assert steered(SessionState(), said) is None


@pytest.mark.parametrize("stage", ASKED)
def test_doubts_are_met_and_the_question_stands(stage: Stage) -> None:
    outcome = steered(state_at(stage), "you're just a bot")
    assert outcome is not None
    assert outcome.status == "open"
    assert questions(outcome) == 1


def test_another_topic_is_led_back() -> None:
    outcome = steered(
        state_at(Stage.goal), "what is the capital of France?", intent="out_of_scope", confidence=0.9
    )
    assert outcome is not None
    assert questions(outcome) == 1


def test_what_only_sounds_like_another_topic_is_listened_to() -> None:
    assert (
        steered(state_at(Stage.goal), "the weather in our team is bad", intent="small_talk", confidence=0.9)
        is None
    )


@pytest.mark.parametrize("intent", list(STANDING))
def test_a_question_about_the_coach_gets_its_standing_answer_and_the_session_goes_on(intent: str) -> None:
    state = state_at(Stage.reality)
    outcome = steered(state, "are you a robot?", intent=intent, confidence=0.9)
    assert outcome is not None
    assert outcome.says[0].kind == "response"
    assert outcome.says[0].text == STANDING[intent]
    assert questions(outcome) == 1
    assert state.asked == Stage.reality


@pytest.mark.parametrize("stage", [Stage.goal, Stage.confirm, Stage.went])
def test_a_greeting_is_returned_and_takes_nothing_away(stage: Stage) -> None:
    state = state_at(stage)
    outcome = steered(state, "hello", intent="greet", confidence=0.9)
    assert outcome is not None
    assert text_of(outcome).startswith("Hello.")
    assert state.asked == stage


@pytest.mark.parametrize(
    "stage",
    [
        *ASKED[1:],
        Stage.confirm,
        Stage.keep,
    ],
)
def test_the_question_comes_again_in_other_words(stage: Stage) -> None:
    state = state_at(stage)
    text = again(state, chance())
    assert text.endswith("?")
    assert state.asked == stage
    assert stage == Stage.goal or text not in {
        again(state_at(Stage.goal), chance(seed)) for seed in range(99)
    }


@pytest.mark.parametrize(
    ("stage", "name"),
    [(Stage.confirm, "card_confirm"), (Stage.edit, "edit_which"), (Stage.keep, "adapt_question")],
)
def test_a_step_is_asked_again_with_its_own_question(stage: Stage, name: str) -> None:
    assert again(state_at(stage), chance()) in {step(name, [], chance(seed)) for seed in range(99)}


def test_after_the_pages_the_employee_thinks_on() -> None:
    state = state_at(Stage.cue)
    outcome = pages(state, ["how many days of leave do I have?"], chance(), advice=False)
    (said,) = outcome.says
    assert (said.kind, said.text) == ("pages", "how many days of leave do I have?")
    assert questions(outcome) == 1
    assert said.then.endswith("?")
    assert said.otherwise.endswith("?")
    assert state.asked == Stage.cue


@pytest.mark.parametrize("stage", [Stage.goal, Stage.reality])
def test_after_advice_from_the_pages_the_question_that_stood_is_asked(stage: Stage) -> None:
    state = state_at(stage)
    outcome = pages(state, ["My boss ignores me"], chance(), advice=True)
    own = {question(stage, [], chance(seed)) for seed in range(99)}
    assert state.asked == stage
    assert any(outcome.says[0].then.endswith(text) for text in own)
    assert questions(outcome) == 1


@pytest.mark.parametrize("stage", [Stage.options, Stage.action])
def test_who_looks_for_a_way_is_asked_what_of_the_page_they_could_use(stage: Stage) -> None:
    state = state_at(stage)
    (said,) = pages(state, ["My boss ignores me"], chance(), advice=True).says
    assert said.then in {step("back_from_pages_question", [], chance(seed)) for seed in range(99)}
    assert state.asked == stage


def test_without_a_page_the_question_that_is_asked_is_the_one_that_is_answered() -> None:
    state = state_at(Stage.goal)
    (said,) = pages(state, ["My boss ignores me"], chance(), advice=True).says
    goals = {again(state_at(Stage.goal), chance(seed)) for seed in range(99)}
    asks_for_goal = any(text in said.otherwise for text in goals)
    assert asks_for_goal == (state.asked == Stage.goal)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("wait, how many days do I get?", ["how many days do I get?"]),
        ("My boss shouts. What is the policy?", ["What is the policy?"]),
        ("By the way, where is it? And who decides?", ["where is it?", "And who decides?"]),
        ("what is the policy", ["what is the policy"]),
    ],
)
def test_only_what_is_asked_is_looked_up(said: str, asked: list[str]) -> None:
    assert library_question(turn(said)) == asked
