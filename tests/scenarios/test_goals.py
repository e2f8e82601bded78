"""Goals: set, measured, talked through, shown, finished."""

import pytest

from tests.scenarios.processes import RunningCoach


def last(coach: RunningCoach, text: str, user: str = "has-goals") -> str:
    """Says one thing and returns the last reply's text."""
    return str(coach.ask(text, user)["replies"][-1]["text"])


def test_a_goal_is_set_measured_shown_and_finished(coach: RunningCoach) -> None:
    assert "get better at presenting" in last(coach, "I want to get better at presenting")
    assert "4 of 10" in last(coach, "4")
    shown = last(coach, "show me all my goals please")
    assert "get better at presenting" in shown
    assert "4 of 10" in shown
    assert "Reached" in last(coach, "I've reached my presenting goal")
    assert "no goal open" in last(coach, "show me all my goals please")


def test_the_coach_goes_on_to_talk_about_a_goal_that_was_set(coach: RunningCoach) -> None:
    user = "talks-about-a-goal"
    reply = coach.ask("My goal is to delegate more by March", user)["replies"][-1]
    assert reply["kind"] == "move"
    assert reply["text"].startswith("Goal: delegate more. You want to be there by ")

    reply = coach.ask("3", user)["replies"][-1]
    assert reply["kind"] == "move"
    assert reply["text"].startswith("You're at 3 of 10.")
    assert reply["text"].count("?") == 1

    answered = coach.ask("wait, what's our policy on overtime?", user)["replies"]
    assert [reply["kind"] for reply in answered] == ["answer", "move"]
    told = "I do everything myself because explaining it takes me longer than doing it"
    replies = coach.ask(told, user)["replies"]
    assert all(reply["kind"] == "move" for reply in replies)
    assert sum(reply["text"].count("?") for reply in replies) == 1


@pytest.mark.parametrize("text", ["no", "not now", "later", "that's all"])
def test_whoever_only_wants_to_note_a_goal_leaves_it_at_that(coach: RunningCoach, text: str) -> None:
    user = "notes a goal " + text.replace("'", "")
    last(coach, "My goal is to delegate more", user)
    last(coach, "3", user)
    left = coach.ask(text, user)["replies"]
    assert [reply["text"].count("?") for reply in left] == [0]
    answered = coach.ask("What is our policy on overtime?", user)["replies"]
    assert answered[-1]["kind"] == "answer"
