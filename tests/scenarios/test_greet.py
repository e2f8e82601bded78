"""Greetings, thanks, help and small talk."""

import pytest

from tests.scenarios.processes import RunningCoach


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hi there", "greet"),
        ("thanks a lot", "thanks"),
        ("what can you do?", "help"),
        ("am I talking to a robot?", "bot_challenge"),
        ("who can read what I write here?", "privacy_question"),
        ("how are you today?", "small_talk"),
        ("goodbye for now", "goodbye"),
    ],
)
def test_short_talk_is_understood_and_answered_once(coach: RunningCoach, text: str, intent: str) -> None:
    coach.ask("hello", f"talks-{intent}")
    turn = coach.ask(text, f"talks-{intent}")
    assert turn["intent"]["name"] == intent
    assert [reply["kind"] for reply in turn["replies"]] == ["move"]


def test_at_most_one_question_is_asked_in_a_turn(coach: RunningCoach) -> None:
    for text in ("hi", "help", "thanks", "how do I run a meeting?", "how do I give feedback?"):
        reply = coach.ask(text, "counts-questions")["replies"][-1]
        unquoted = reply["text"].split('"')[::2]
        assert "".join(unquoted).count("?") <= 1, reply["text"]
