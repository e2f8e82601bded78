import json
from pathlib import Path

from actions.coaching.practice.practice import begin

from .talk import GOOD, SAM, say

CASES = Path(__file__).parent / "cases.jsonl"


def test_feedback_names_one_thing_to_try_with_the_beginning_of_a_sentence() -> None:
    _, said = say(begin(SAM), "easy", "You never let me finish.", "feedback")
    assert "○ Something specific: “You never let me finish” stood in the way" in said[0].text
    assert said[0].text.endswith('Start with: "On ... I saw ..."')


def test_feedback_stays_within_ninety_words() -> None:
    texts = [json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines()]
    for start in range(0, len(texts) - 5, 5):
        _, said = say(begin(SAM), "hard", *texts[start : start + 5])
        assert len(said[-1].text.split()) <= 90


def test_a_second_try_shows_what_changed() -> None:
    practice, said = say(
        begin(SAM),
        "easy",
        "You never let me finish.",
        "feedback",
        "again",
        GOOD,
        "How do you see it?",
        "feedback",
    )
    assert practice.attempt == 2
    assert said[-1].text.splitlines() == [
        "Compared with your first try:",
        "New: something specific (“In yesterday's stand-up you interrupted me …”), the impact (“I lost my thread”) "
        "and an open question (“How do you see it?”).",
        "You left out “You never let me finish”.",
    ]


def test_what_a_second_try_lost_is_said_too() -> None:
    _, said = say(begin(SAM), "easy", GOOD, "How do you see it?", "feedback", "again", GOOD, "feedback")
    assert "Not there this time: an open question." in said[-1].text
