import asyncio
from collections.abc import Callable

import pytest

from actions.skills import Skills, chores, goals, sessions, turn

from ..test_server import call

Said = tuple[list[dict], str | None]


@pytest.fixture
def say(monkeypatch, coach, ann) -> Callable[..., Said]:
    """Has an action run on a message; returns the replies and whether something goes on."""
    for module in (chores, goals, sessions, turn):
        monkeypatch.setattr(module, "get_coach", lambda: coach)
    skills = Skills()

    def said(action: str, text: str, intent: str) -> Said:
        status, body = asyncio.run(skills.run(call(action, ann, text, intent)))
        assert status == 200
        slots = {event["name"]: event["value"] for event in body["events"] if event["event"] == "slot"}
        return [reply["custom"] for reply in body["responses"]], slots.get("session")

    return said


def set_goal(say: Callable[..., Said]) -> None:
    say("action_set_goal", "My goal is to present more calmly", "set_goal")


def test_a_goal_is_answered_with_a_move_and_its_number_is_waited_for(say) -> None:
    [reply], session = say("action_set_goal", "My goal is to present more calmly", "set_goal")

    assert reply["kind"] == "move"
    assert "On a scale from 0 to 10" in reply["text"]
    assert session == "open"


def test_after_the_first_number_the_talk_on_the_goal_goes_on(say) -> None:
    set_goal(say)

    [reply], session = say("action_session_turn", "4", "nlu_fallback")
    assert reply["kind"] == "move"
    assert reply["text"].startswith("You're at 4 of 10.")
    assert session == "open"

    replies, session = say("action_session_turn", "I read every word off my slides", "nlu_fallback")
    assert sum(reply["text"].count("?") for reply in replies) == 1
    assert session == "open"


@pytest.mark.parametrize("text", ["no", "not now", "later", "that's all"])
def test_whoever_does_not_want_to_talk_about_it_is_free_to_go(say, text: str) -> None:
    set_goal(say)
    say("action_session_turn", "4", "nlu_fallback")

    [reply], session = say("action_session_turn", text, "deny")

    assert "?" not in reply["text"]
    assert session is None


def test_goals_are_listed_in_the_middle_of_the_talk_and_it_stays_open(say) -> None:
    set_goal(say)
    say("action_session_turn", "4", "nlu_fallback")

    [reply], session = say("action_session_turn", "show me all my goals please", "list_goals")

    assert reply["kind"] == "card"
    assert "4 of 10" in reply["text"]
    assert session == "open"


def test_a_goal_that_is_reached_in_the_middle_of_the_talk_ends_it(say) -> None:
    set_goal(say)
    say("action_session_turn", "4", "nlu_fallback")

    [reply], session = say("action_session_turn", "I've reached my presenting goal", "finish_goal")

    assert reply["text"].startswith("Reached: present more calmly.")
    assert session is None


def test_another_goal_is_set_in_the_middle_of_the_talk(say) -> None:
    set_goal(say)
    say("action_session_turn", "4", "nlu_fallback")

    [reply], session = say("action_session_turn", "New goal: learn Spanish", "set_goal")

    assert reply["text"].startswith("Goal: learn Spanish.")
    assert session == "open"


def test_a_question_of_fact_is_answered_in_the_middle_of_the_talk_and_it_stays_open(say, library) -> None:
    set_goal(say)
    say("action_session_turn", "4", "nlu_fallback")

    _, session = say("action_session_turn", "What is our policy on feedback?", "ask_library")

    assert library.asked
    assert session == "open"
