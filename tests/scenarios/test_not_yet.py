"""What is understood before there is a skill for it: the coach says so, and promises nothing."""

import pytest

from tests.scenarios.processes import RunningCoach


@pytest.mark.parametrize(
    ("text", "intent", "said"),
    [
        ("show me all my goals please", "list_goals", "can't keep goals yet"),
        ("log progress", "update_progress", "can't keep goals or progress yet"),
        ("yes I did it", "check_in_done", "can't keep check-ins yet"),
        ("no, I didn't do it", "check_in_not_done", "can't keep check-ins yet"),
        ("turn off reminders", "mute_nudges", "send no reminders"),
        ("please remember that", "remember_this", "can't keep notes"),
        ("what do you know about me", "what_do_you_know", "no notes and no profile"),
        ("delete that note", "forget_this", "can't delete single messages"),
        ("sign me up for the next workshop", "enroll_course", "can't enrol you"),
    ],
)
def test_what_it_cannot_do_yet_it_says_in_one_reply(
    coach: RunningCoach, text: str, intent: str, said: str
) -> None:
    coach.ask("hello", f"asks-for-{intent}")
    turn = coach.ask(text, f"asks-for-{intent}")
    assert turn["intent"]["name"] == intent
    assert [reply["kind"] for reply in turn["replies"]] == ["move"]
    assert said in turn["replies"][0]["text"]


@pytest.mark.parametrize(
    ("text", "intent"), [("export my data", "export_data"), ("erase my data", "erase_data")]
)
def test_whoever_asks_for_their_data_is_told_whom_to_turn_to(
    coach: RunningCoach, text: str, intent: str
) -> None:
    turn = coach.ask(text, f"asks-to-{intent}")
    assert turn["intent"]["name"] == intent
    refused, named = turn["replies"][-2:]
    assert "no button for it yet" in refused["text"]
    assert "People team" in named["text"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("my teammate and I argue about every little thing", "start_session"),
        ("I want to get better at presenting", "set_goal"),
    ],
)
def test_a_situation_or_a_wish_gets_the_pages_help(coach: RunningCoach, text: str, intent: str) -> None:
    turn = coach.ask(text, f"tells-{intent}")
    assert turn["intent"]["name"] == intent
    reply = turn["replies"][-1]
    assert reply["kind"] == "answer"
    assert reply["citations"]
