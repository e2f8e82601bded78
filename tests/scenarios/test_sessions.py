"""A coaching session through the real processes: from a situation to a plan, over a restart, to its check-in."""

from pathlib import Path
from typing import Any

from tests.scenarios.processes import RunningCoach, running_coach

FIRST = "2026-12-01T09:00:00+00:00"
UNTIL_THE_OBSTACLE = (
    "My teammate keeps missing deadlines and I'm the one who gets blamed.",
    "I want him to tell me earlier when there is a delay.",
    "It happens nearly every sprint, and I hear of it on the last day.",
    "I could talk to him directly, or ask our lead to set checkpoints.",
    "I'll talk to him directly.",
    "On Thursday after stand-up.",
    "He gets defensive.",
)
FROM_THE_OBSTACLE = ("I'd tell him what it means for me and ask how he sees it.", "On 10 December.")
MOVES = ("move", "card")


def say(coach: RunningCoach, user: str, text: str, at: str = FIRST) -> list[dict[str, Any]]:
    """Says one thing and returns the replies to it."""
    turn = coach.ask(text, user, at)
    assert turn["route"] is None, text
    return [reply for reply in turn["replies"] if reply["kind"] != "notice"]


def card(replies: list[dict[str, Any]]) -> str:
    """Returns the text of the plan card, "" where there is none."""
    return next((reply["text"] for reply in replies if reply["kind"] == "card"), "")


def until_the_card(coach: RunningCoach, user: str, texts: tuple[str, ...]) -> str:
    """Says all of it, and answers what is still asked, until the card is there."""
    for text in texts:
        replies = say(coach, user, text)
        assert sum(reply["text"].count("?") for reply in replies) <= 1
        if shown := card(replies):
            return shown
    for _ in range(3):
        if shown := card(say(coach, user, "I'd take a colleague along.")):
            return shown
    raise AssertionError("no plan was shown")


def test_a_session_ends_in_a_plan_in_the_employees_words_and_is_asked_about_once(coach: RunningCoach) -> None:
    shown = until_the_card(coach, "has-a-plan", UNTIL_THE_OBSTACLE + FROM_THE_OBSTACLE)
    for words in ("tell me earlier", "Thursday", "I will talk to him", "defensive", "10 December 2026"):
        assert words in shown
    confirmed = say(coach, "has-a-plan", "yes, that's my plan")
    assert "10 December 2026" in confirmed[-1]["text"]

    recalled = say(coach, "has-a-plan", "what did we agree last time?", "2026-12-02T09:00:00+00:00")
    assert "talk to him" in recalled[-1]["text"]

    day = [reply["text"] for reply in say(coach, "has-a-plan", "hello", "2026-12-10T10:00:00+00:00")]
    later = [reply["text"] for reply in say(coach, "has-a-plan", "hello", "2026-12-10T11:00:00+00:00")]
    assert sum("talk to him" in text for text in day) == 1
    assert sum("talk to him" in text for text in later) == 0

    done = say(coach, "has-a-plan", "I did it, and he took it well.", "2026-12-10T11:05:00+00:00")
    assert all(reply["kind"] in MOVES for reply in done)


def test_a_restart_in_the_middle_of_a_session_loses_nothing(tmp_path: Path) -> None:
    with running_coach(tmp_path) as coach:
        for text in UNTIL_THE_OBSTACLE:
            say(coach, "goes-on", text)
    for name in ("models", "library"):
        (tmp_path / name).unlink()
    with running_coach(tmp_path) as coach:
        shown = until_the_card(coach, "goes-on", FROM_THE_OBSTACLE)
    assert "tell me earlier" in shown
    assert "defensive" in shown


def test_a_paused_session_is_picked_up_three_days_later(coach: RunningCoach) -> None:
    for text in UNTIL_THE_OBSTACLE[:2]:
        say(coach, "pauses", text)
    say(coach, "pauses", "I have to run, can we continue later?")
    replies = say(
        coach, "pauses", "Hi, I'm back. Can we pick up where we left off?", "2026-12-04T09:00:00+00:00"
    )
    assert "tell me earlier" in replies[-1]["text"] or "tell you earlier" in replies[-1]["text"]


def test_a_question_in_the_middle_is_answered_from_the_pages_and_the_session_goes_on(
    coach: RunningCoach,
) -> None:
    for text in UNTIL_THE_OBSTACLE[:3]:
        say(coach, "interrupts", text)
    replies = say(coach, "interrupts", "wait, what's our policy on overtime?")
    assert [reply["kind"] for reply in replies] == ["answer", "move"]
    assert replies[0]["citations"]
    assert "?" in replies[1]["text"]
