import pytest

from knowledge.search.parts import parts


@pytest.mark.parametrize(
    ("message", "found"),
    [
        (
            "How far ahead do I ask for a sabbatical? And how do I end a meeting?",
            ["How far ahead do I ask for a sabbatical?", "And how do I end a meeting?"],
        ),
        (
            "when is my course due, and what do I add to my page",
            ["when is my course due", "what do I add to my page"],
        ),
    ],
)
def test_two_questions_are_told_apart(message: str, found: list[str]) -> None:
    assert parts(message) == found


@pytest.mark.parametrize(
    "message",
    [
        "How do I give and take feedback?",
        "Really? And how?",
        "My manager is angry and I am tired.",
        "a? b? c?",
        "",
    ],
)
def test_one_question_stays_whole(message: str) -> None:
    assert parts(message) == [message]
