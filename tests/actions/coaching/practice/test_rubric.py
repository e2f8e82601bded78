import json
from pathlib import Path

import pytest

from actions.coaching.practice.rubric import CRITERIA, Mark, judge

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
# Measured only: no rule was made for these lines.
FRESH = [json.loads(line) for line in (HERE / "fresh.jsonl").read_text(encoding="utf-8").splitlines()]


def mark(criterion: str, *lines: str) -> Mark:
    return next(mark for mark in judge(lines) if mark.criterion == criterion)


def accuracy(cases: list[dict], criterion: str) -> float:
    right = [mark(criterion, case["text"]).met == case[criterion] for case in cases]
    return sum(right) / len(right)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_criterion_is_judged_right_in_the_labelled_lines(criterion) -> None:
    assert len(CASES) >= 60
    assert accuracy(CASES, criterion) >= 0.95


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_criterion_is_judged_right_in_lines_that_the_rules_were_not_made_for(criterion) -> None:
    assert len(FRESH) >= 30
    assert accuracy(FRESH, criterion) >= 0.85


def test_the_marks_come_in_the_order_of_the_rubric() -> None:
    assert tuple(mark.criterion for mark in judge(["Hello"])) == CRITERIA


def test_what_is_quoted_stands_in_the_employees_own_line() -> None:
    for line in [case["text"] for case in CASES + FRESH]:
        for found in judge([line]):
            assert found.words.strip(" …") in line
            assert found.against.strip(" …") in line


def test_a_line_with_all_four_gives_four_quotations() -> None:
    marks = judge(
        [
            "In Monday's call you answered two questions that were for me. I looked unprepared. "
            "How did you see it? Next time, could you let me answer first?"
        ]
    )

    assert [m.words for m in marks] == [
        "In Monday's call you answered two questions …",
        "I looked unprepared",
        "How did you see it?",
        "Next time, could you let me answer first?",
    ]


def test_a_generalisation_spoils_an_observation_and_is_quoted_against_it() -> None:
    assert mark("specific", "You interrupted me twice on Monday. You always do that.") == Mark(
        criterion="specific", met=False, against="You always do that."[:-1]
    )


def test_a_clean_observation_later_makes_good_for_a_generalisation() -> None:
    assert mark("specific", "You never listen.", "On Monday you interrupted me twice.").met


def test_a_reproach_is_no_open_question_and_is_quoted_against_it() -> None:
    found = mark("question", "Why do you always do this to me?")
    assert (found.met, found.against) == (False, "Why do you always do this to me?")


def test_a_feeling_that_is_a_verdict_is_no_impact() -> None:
    found = mark("impact", "I feel that you don't respect me.")
    assert (found.met, found.against) == (False, "I feel that you don't respect me")


def test_a_threat_is_no_next_step() -> None:
    found = mark("next_step", "If you do this again I will go to HR.")
    assert not found.met
    assert "go to HR" in found.against


@pytest.mark.parametrize("line", ["How are you?", "How about Friday?", "Do you understand?", "How dare you?"])
def test_small_talk_proposals_and_closed_questions_are_no_open_questions(line) -> None:
    assert not mark("question", line).met


def test_an_open_question_needs_no_question_mark() -> None:
    assert mark("question", "tell me how you see it").met


def test_apostrophes_may_be_missing_or_curly() -> None:
    assert mark("specific", "you didnt send the list on friday").met
    assert mark("specific", "You didn’t send the list on Friday").met


def test_the_agreement_at_the_end_is_quoted_before_a_first_wish() -> None:
    found = mark("next_step", "I need more time.", "Let's look at it again on Monday.")
    assert found.words == "Let's look at it again on Monday"


def test_an_effect_in_plain_words_counts_right_after_an_observation() -> None:
    found = mark("impact", "In the last hour you put four calls on hold. The queue went up to 25 minutes.")
    assert found.words == "The queue went up to 25 minutes"


def test_nothing_said_meets_nothing() -> None:
    assert not any(found.met for found in judge([]))
    assert not any(found.met for found in judge(["", "...", "ok"]))
