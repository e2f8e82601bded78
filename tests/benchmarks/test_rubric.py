import pytest

from benchmarks.rubric import rubric

QUESTION = "My teammate keeps missing deadlines and I get blamed"
GOOD = [
    "Before you talk to anyone else, describe what you saw in private.",
    "Within two days, ask how they saw it.",
    "What would you like to be different next month?",
]


def test_a_good_reply_passes_every_check() -> None:
    assert all(rubric(QUESTION, GOOD, looked_up=False).values())


@pytest.mark.parametrize(
    ("sentences", "check"),
    [
        ([" ".join(["word"] * 121) + "."], "short_enough"),
        (["Memory fades with time.", "What matters to you?"], "something_to_try"),
        (GOOD[:2], "closes_with_a_question"),
        ([*GOOD, "Who could help?"], "at_most_one_question"),
        (["Great question!", *GOOD], "no_flattery"),
        (["Your teammate keeps missing deadlines and you get blamed.", *GOOD], "does_not_parrot"),
    ],
)
def test_what_a_reply_lacks_is_counted(sentences: list[str], check: str) -> None:
    assert not rubric(QUESTION, sentences, looked_up=False)[check]


def test_what_is_looked_up_needs_no_question() -> None:
    assert rubric(QUESTION, GOOD[:2], looked_up=True)["closes_with_a_question"]
