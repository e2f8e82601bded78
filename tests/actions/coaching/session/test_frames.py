import pytest

from actions.coaching.session.frames import framed, summed_up, wanted
from actions.coaching.session.state import Draft, SessionState, Stage
from tests.actions.coaching.session.conftest import chance, state_at, turn

SEEDS = range(12)


def said_of(stage: Stage, said: str, **draft: str) -> set[str]:
    """Everything that may be said of a turn, by chance."""
    state = state_at(stage, **draft)
    return {framed(state, turn(said), chance(seed), stage) or "" for seed in SEEDS}


@pytest.mark.parametrize(
    ("stage", "part", "end"),
    [
        (Stage.goal, {"goal": "be heard"}, "be heard"),
        (Stage.goal, {"goal": "get him to tell me what he expects"}, "get him to tell you what he expects"),
        (Stage.goal, {"goal": "less stress"}, "less stress"),
        (Stage.goal, {"goal": "my boss would listen"}, "your boss would listen"),
        (Stage.action, {"action": "talk to my boss"}, "talk to your boss"),
        (Stage.action, {"action": "a quick chat with her"}, "a quick chat with her"),
        (Stage.cue, {"cue": "Monday"}, "Monday"),
        (Stage.cue, {"cue": "he comes in"}, "he comes in"),
        (Stage.obstacle, {"obstacle": "my own fear"}, "your own fear"),
        (Stage.obstacle, {"obstacle": "he is busy"}, "he is busy"),
        (Stage.remedy, {"remedy": "ask my colleague"}, "ask your colleague"),
        (Stage.remedy, {"remedy": "a short mail"}, "a short mail"),
        (Stage.obstacle, {"obstacle": "I'm late"}, "you're late"),
    ],
)
def test_a_part_of_the_plan_is_said_back_in_the_second_person(
    stage: Stage, part: dict[str, str], end: str
) -> None:
    for text in said_of(stage, "as I said", **part):
        assert end in text
        assert len(text) > len(end) + 3


@pytest.mark.parametrize(
    ("obstacle", "never"),
    [
        ("a change of plans", "that a change"),
        ("I might be late", "is you might"),
        ("too many emails", "that too many"),
    ],
)
def test_an_obstacle_is_said_back_in_good_grammar(obstacle: str, never: str) -> None:
    assert not any(never in text for text in said_of(Stage.obstacle, obstacle, obstacle=obstacle))


def test_the_latest_option_is_said_back() -> None:
    state = state_at(Stage.options)
    state.options = ["talk to him", "ask Ann"]
    assert (framed(state, turn("or ask Ann"), chance(), Stage.options) or "").endswith("ask Ann")


def test_a_step_named_among_the_options_is_said_back_as_the_step() -> None:
    state = state_at(Stage.options, action="ask Ann")
    texts = {framed(state, turn("ask Ann"), chance(seed), Stage.action) for seed in SEEDS}
    assert texts == {"So you'll ask Ann", "You're going to ask Ann", "So the step is to ask Ann"}


def test_a_fragment_of_a_situation_is_said_back() -> None:
    assert all(text.endswith("too much work") for text in said_of(Stage.reality, "too much work"))


def test_a_whole_sentence_of_a_situation_is_left_to_the_mirror() -> None:
    assert said_of(Stage.reality, "my boss ignores me") == {""}


def test_a_long_answer_is_not_said_back_whole() -> None:
    assert said_of(Stage.goal, "as I said", goal="be " + "very " * 20 + "glad") == {""}


@pytest.mark.parametrize(
    ("goal", "end"),
    [
        ("be heard by my boss", "be heard by your boss"),
        ("less stress", "less stress"),
        ("he listens to me", "that he listens to you"),
        ("fewer emails", "fewer emails"),
    ],
)
def test_a_goal_is_said_back_as_a_wish(goal: str, end: str) -> None:
    for seed in SEEDS:
        text = wanted(Draft(goal=goal), chance(seed))
        assert end in text
        assert "that" in text.split() if end.startswith("that") else "that" not in text.split()


def test_without_a_goal_nothing_is_summed_up() -> None:
    assert wanted(Draft(), chance()) == ""
    assert summed_up(Draft(), chance()) == ""


def test_goal_and_step_stand_in_one_sentence() -> None:
    text = summed_up(Draft(goal="be heard", action="talk to my boss"), chance())
    assert text.endswith(" be heard, and you'll talk to your boss.")


def test_a_step_that_is_no_verb_is_left_to_the_card() -> None:
    text = summed_up(Draft(goal="be heard", action="a quick chat"), chance())
    assert text.endswith(" be heard.")


def test_an_empty_session_says_nothing_back() -> None:
    assert framed(SessionState(asked=Stage.goal), turn(""), chance(), Stage.goal) is None
