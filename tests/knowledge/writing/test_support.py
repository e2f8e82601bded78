import pytest

from knowledge.writing.support import check_support, numbers

PASSAGE = (
    "Ask for a sabbatical in writing at least six months ahead. The department head answers within 20 working days. "
    "You must not travel before the portal shows your dates. "
    "You may take up to three months, unless your team is in its closing season."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask for a sabbatical in writing at least six months ahead.",
        "Ask in writing for a sabbatical at least 6 months ahead.",
        "Within 20 working days, the department head answers.",
        "The department head answers within 20 working days.",
        "You may take up to three months, unless your team is in its closing season.",
    ],
)
def test_what_the_passage_says_is_supported(sentence: str) -> None:
    verdict = check_support(sentence, PASSAGE)
    assert verdict.supported, verdict.reason
    assert 0.6 <= verdict.score <= 1


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Ask for a sabbatical in writing at least eight months ahead.", "number not in the passage: 8"),
        ("The department head answers within 25 working days.", "number not in the passage: 25"),
        ("The department head at Globex answers within 20 working days.", "name not in the passage: Globex"),
        ('The department head answers "gladly" within 20 working days.', "quotation not in the passage"),
        ("The department head never answers within 20 working days.", "negation differs"),
        ("You must ask for a sabbatical in writing at least six months ahead.", "obligation added"),
        ("Ask for a sabbatical in writing up to six months ahead.", "limit added: up to"),
        ("Ask for a sabbatical in writing six months ahead.", "limit dropped: at least"),
    ],
)
def test_what_it_does_not_say_is_refused_with_the_reason(sentence: str, reason: str) -> None:
    verdict = check_support(sentence, PASSAGE)
    assert not verdict.supported
    assert verdict.reason == reason
    assert verdict.score <= 0.5


@pytest.mark.parametrize(
    ("sentence", "passage", "reason"),
    [
        (
            "Book a flight before you agree the dates.",
            "Agree the dates before you book a flight.",
            "order differs",
        ),
        ("You may wear a badge.", "You must wear a badge.", "obligation weakened"),
        ("Ring the desk.", "Ring the desk if the alarm sounds.", "condition dropped"),
        ("Stay at the desk.", "Stay at the desk until the alarm stops.", "exception differs"),
        ("Sing for the shareholders.", "Stay at the desk.", "says more than the passage"),
    ],
)
def test_order_duty_and_conditions_count(sentence: str, passage: str, reason: str) -> None:
    assert check_support(sentence, passage).reason == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "You may take up to three months in its closing season.",
        "Sing for the shareholders beside the fountain.",
    ],
)
def test_a_dropped_exception_and_a_new_subject_are_refused(sentence: str) -> None:
    assert not check_support(sentence, PASSAGE).supported


def test_the_employees_own_words_may_be_repeated() -> None:
    question = "I want to walk to Compostela for 10 weeks"
    sentence = "Ask for the 10 weeks to Compostela in writing at least six months ahead."
    assert check_support(sentence, PASSAGE, question).supported
    assert not check_support(sentence, PASSAGE).supported


@pytest.mark.parametrize("sentence", ["", "   ", "?", "🙂", "مرحبا"])
def test_odd_sentences_get_a_verdict(sentence: str) -> None:
    assert 0 <= check_support(sentence, PASSAGE).score <= 1


def test_an_empty_passage_supports_nothing() -> None:
    assert not check_support("Ask in writing.", "").supported


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three of 3", {"3"}),
        ("1,000 and 2.25 at 09:30.", {"1000", "2.25", "09:30"}),
        ("twice, half, a dozen", {"2", "0.5"}),
        ("one person", set()),
    ],
)
def test_numbers_are_read_as_digits_and_as_words(text: str, found: set[str]) -> None:
    assert numbers(text) == found
