import pytest

from actions.coaching.session.harvest import harvest, what_was_heard
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import IN_A_WEEK, state_at, turn, worse


def after(
    stage: Stage, said: str, *, options: list[str] | None = None, times: tuple = (), **draft: str
) -> SessionState:
    state = state_at(stage, **draft)
    if options is not None:
        state.options = list(options)
    harvest(state, turn(said, times=times))
    return state


def test_a_situation_is_kept_as_it_was_told() -> None:
    state = after(Stage.situation, "My boss ignores me.")
    assert state.situation == ["My boss ignores me."]
    assert not state.draft.goal


def test_a_wish_in_the_situation_is_the_goal() -> None:
    assert after(Stage.situation, "My boss ignores me. I want to be heard.").draft.goal == "be heard"


def test_an_early_promise_is_the_step() -> None:
    draft = after(Stage.situation, "My boss ignores me. I'll talk to him on Monday.").draft
    assert (draft.action, draft.cue) == ("talk to him", "Monday")


def test_an_if_then_plan_among_the_options_is_taken_whole() -> None:
    draft = after(Stage.options, "When he comes in, I'll ask for ten minutes").draft
    assert (draft.cue, draft.action) == ("he comes in", "ask for ten minutes")


def test_a_goal_told_as_a_story_also_tells_the_situation() -> None:
    story = "I want to be heard by my boss in the meetings, because " + "he talks over me and " * 6
    assert after(Stage.goal, story).reality == [story.strip()]
    assert after(Stage.goal, "I want to be heard").reality == []


def test_a_step_named_before_it_was_asked_for_is_an_option() -> None:
    state = after(Stage.reality, "ask to drop one thing")
    assert "ask to drop one thing" in state.options


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("I could talk to him", ["talk to him"]),
        ("talk to him or ask Ann", ["talk to him", "ask Ann"]),
        ("write it down; ask Ann", ["write it down", "ask Ann"]),
        ("talk to him\nask Ann\nleave it", ["talk to him", "ask Ann", "leave it"]),
        ("he just doesn't care", []),
        worse("Nothing else", [], because="'nothing else' becomes an option and is said back as a way"),
        ("annoyed", []),
        worse("That's all I can think of", [], because="'think of' becomes an option"),
        worse(
            "talk to him sooner or later",
            ["talk to him sooner or later"],
            because="'later' becomes an option",
        ),
        worse(
            "I could talk to my boss or to HR",
            ["talk to my boss", "talk to HR"],
            because="'HR' becomes an option",
        ),
    ],
)
def test_options_are_kept_one_by_one(said: str, options: list[str]) -> None:
    assert after(Stage.options, said).options == options


def test_what_is_no_option_tells_more_about_the_situation() -> None:
    assert after(Stage.options, "he just doesn't care").reality[-1] == "he just doesn't care"


@pytest.mark.parametrize(
    ("said", "action", "cue"),
    [
        ("the first one", "ask Ann", ""),
        ("The second", "write it down", ""),
        ("the last option", "write it down", ""),
        ("the third", "write it down", ""),
        ("I'll go with the former", "ask Ann", ""),
        ("I'll talk to him on Friday", "talk to him", "Friday"),
        ("call a meeting", "call a meeting", ""),
        worse("Talk to him first", "talk to him first", "", because="'first' picks the first option instead"),
        worse(
            "first thing tomorrow I'll call Ann",
            "call Ann",
            "first thing tomorrow",
            because="'first' picks the first option instead",
        ),
        worse(
            "the first one on Monday", "ask Ann", "Monday", because="the moment is lost and asked for again"
        ),
        worse("both", "ask Ann and write it down", "", because="the step is 'both'"),
    ],
)
def test_one_of_the_options_can_be_picked_or_another_be_named(said: str, action: str, cue: str) -> None:
    draft = after(Stage.action, said, options=["ask Ann", "write it down"]).draft
    assert (draft.action, draft.cue) == (action, cue)


@pytest.mark.parametrize(
    ("said", "cue"),
    [
        ("on Monday", "Monday"),
        ("when he comes in", "he comes in"),
        ("after lunch", "after lunch"),
        ("break time", "break time"),
        ("Close of business", "close of business"),
        ("end of play", "end of play"),
    ],
)
def test_a_moment_leaves_the_step_alone(said: str, cue: str) -> None:
    draft = after(Stage.cue, said).draft
    assert (draft.action, draft.cue) == ("talk to him", cue)


def test_another_step_in_place_of_a_moment_is_taken() -> None:
    draft = after(Stage.cue, "ask Ann first, then talk to him").draft
    assert draft.action == "ask Ann first, then talk to him"


@pytest.mark.parametrize(
    ("said", "obstacle", "remedy"),
    [
        ("he might be busy", "he might be busy", ""),
        ("my own fear", "my own fear", ""),
        ("i might be late so i'll set a reminder", "i might be late", "set a reminder"),
        ("send him the list first", "", "send him the list first"),
        ("a deadline", "a deadline", ""),
        worse(
            "He might be busy, then I'll write to him",
            "he might be busy",
            "write to him",
            because="a capital I hides the answer",
        ),
        worse(
            "If he says no, I'll ask again",
            "he says no",
            "ask again",
            because="the answer stays in the obstacle",
        ),
        worse(
            "get distracted", "get distracted", "", because="an obstacle without I becomes the answer to it"
        ),
        worse("Be too tired", "be too tired", "", because="an obstacle without I becomes the answer to it"),
        worse("Work", "work", "", because="a noun is taken for a verb and becomes the answer"),
        worse(
            "Call from a client",
            "call from a client",
            "",
            because="a noun is taken for a verb and becomes the answer",
        ),
    ],
)
def test_an_obstacle_is_told_from_its_answer(said: str, obstacle: str, remedy: str) -> None:
    draft = after(Stage.obstacle, said).draft
    assert (draft.obstacle, draft.remedy) == (obstacle, remedy)


def test_an_obstacle_that_is_volunteered_is_not_asked_for_again() -> None:
    draft = after(Stage.options, "I could talk to him. The only obstacle is my own fear.").draft
    assert draft.obstacle == "my own fear"


def test_a_volunteered_obstacle_does_not_replace_the_one_that_was_given() -> None:
    draft = after(Stage.remedy, "write to him, if noise does not get in the way", obstacle="he is busy").draft
    assert draft.obstacle == "he is busy"


def test_the_answer_to_an_obstacle_is_kept() -> None:
    assert after(Stage.remedy, "I'd set a reminder").draft.remedy == "set a reminder"


def test_a_day_is_kept_for_asking_how_it_went() -> None:
    assert after(Stage.check, "in a week", times=(IN_A_WEEK,)).draft.check_at == IN_A_WEEK


def test_ask_me_on_a_day_is_heard_at_any_time() -> None:
    state = after(Stage.action, "I'll talk to him. Ask me next Monday.", times=(IN_A_WEEK,))
    assert state.draft.check_at == IN_A_WEEK


def test_a_day_that_is_told_otherwise_is_no_day_for_asking() -> None:
    assert after(Stage.action, "I'll talk to him next Monday", times=(IN_A_WEEK,)).draft.check_at is None


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_takes_what_is_said(stage: Stage) -> None:
    harvest(state_at(stage), turn("my boss talks over me"))


@pytest.mark.parametrize(
    "said",
    [
        "my boss talks over me and nobody says a word",
        "I think I'm going to lose my job",
        "if I say no, I will get fired",
        "Whenever she criticises me I go quiet and say nothing",
    ],
)
def test_a_situation_is_no_plan(said: str) -> None:
    draft = after(Stage.situation, said).draft
    assert (draft.action, draft.cue) == ("", "")


@pytest.mark.parametrize(
    "said",
    [
        "I like my job but my boss ignores me",
        "I want to talk about my workload",
    ],
)
def test_a_situation_is_no_goal(said: str) -> None:
    assert after(Stage.situation, said).draft.goal == ""


@pytest.mark.parametrize(
    ("asked", "said", "heard"),
    [
        (Stage.situation, "my boss talks over me", Stage.situation),
        (Stage.goal, "I want to be heard", Stage.goal),
        (Stage.reality, "it has been so for years", Stage.reality),
        (Stage.options, "I could talk to him", Stage.options),
        (Stage.options, "he just doesn't care", Stage.reality),
        (Stage.options, "I'll talk to him", Stage.action),
        (Stage.cue, "on Monday", Stage.cue),
        (Stage.cue, "ask Ann first, then talk to him", Stage.action),
        (Stage.obstacle, "send him the list first", Stage.remedy),
    ],
)
def test_what_a_turn_told_is_known_also_where_something_else_was_asked(
    asked: Stage, said: str, heard: Stage
) -> None:
    before = state_at(asked)
    after = before.model_copy(deep=True)
    harvest(after, turn(said))
    assert what_was_heard(before, after) == heard
