import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

import actions.coaching

MOVES = Path(actions.coaching.__file__).parent / "moves"
QUESTIONS: dict[str, list[str]] = yaml.safe_load((MOVES / "questions.yml").read_text(encoding="utf-8"))
STEPS: dict[str, list[str]] = yaml.safe_load((MOVES / "steps.yml").read_text(encoding="utf-8"))
LINES = [line for bank in (QUESTIONS, STEPS) for lines in bank.values() for line in lines]

QUESTION_COUNTS = {
    "situation": 8,
    "heard_out": 8,
    "goal": 16,
    "goal_easier": 8,
    "reality": 16,
    "reality_more": 12,
    "options": 15,
    "options_more": 12,
    "options_easier": 8,
    "action": 16,
    "action_easier": 8,
    "cue": 15,
    "cue_easier": 6,
    "obstacle": 15,
    "obstacle_easier": 6,
    "remedy": 15,
    "remedy_easier": 6,
    "check": 15,
    "consequence": 16,
    "practice_after": 8,
}
ASKING_COUNTS = {
    "open_without_situation": 12,
    "offer_pages": 12,
    "back_from_pages_question": 12,
    "card_confirm": 10,
    "edit_which": 6,
    "check_in": 14,
    "celebrate_question": 12,
    "not_done_question": 14,
    "adapt_question": 12,
    "keep_or_change": 8,
    "went_again": 6,
    "partly_question": 6,
    "next_time_question": 6,
    "went_badly_question": 6,
    "offer_plan": 6,
    "other_topic": 6,
}
STATING_COUNTS = {
    "opening_line": 8,
    "stuck": 12,
    "declined_offer": 8,
    "back_from_pages": 14,
    "nothing_in_pages": 8,
    "sceptical": 12,
    "off_topic": 12,
    "feeling_first": 12,
    "short_answer": 10,
    "back": 8,
    "goal_changed": 10,
    "paused": 10,
    "resumed": 10,
    "stopped": 10,
    "card_intro": 10,
    "confirmed": 12,
    "recall": 10,
    "celebrate": 14,
    "not_done": 14,
    "check_in_closed": 10,
    "not_now": 8,
    "muted": 8,
    "unmuted": 6,
    "decline_agreement": 12,
    "rephrase": 8,
    "filled_in": 6,
    "taken_as_said": 5,
    "your_call": 8,
    "agreed": 8,
    "enough_told": 6,
    "enough_ideas": 6,
    "skipped": 6,
    "listening": 10,
    "vent_closed": 6,
    "no_topic": 6,
    "misheard": 6,
    "already_told": 6,
    "why_asked": 8,
    "about_me": 8,
    "goal_reopened": 6,
    "partly": 6,
    "went_badly": 6,
}
PLACEHOLDERS = {
    "confirmed": ["date"],
    "filled_in": ["text"],
    "taken_as_said": ["text"],
    "recall": ["date", "plan"],
    "check_in": ["plan"],
}

OPEN = re.compile(r"\b(?:what|what's|how|when|where|who|which)\b", re.IGNORECASE)
CLOSED = re.compile(
    r"^(?:is|are|do|does|did|can|could|would|will|shall|should|may|have|has)\b", re.IGNORECASE
)
DOUBLE = re.compile(
    r"\b(?:what|how|when|where|who|which) (?:and|or) (?:what|how|when|where|who|which)\b", re.IGNORECASE
)
FLATTERY = re.compile(
    r"\b(?:great|well done|amazing|proud|awesome|excellent|fantastic|wonderful|brilliant|perfect|impressive"
    r"|congratulations|bravo|good job|nice work|good question|superb|terrific|incredible)\b",
    re.IGNORECASE,
)
UNWELCOME = re.compile(
    r"how you feel|important to|\bshould (?:try|consider)\b|safe space|journey|hold space", re.IGNORECASE
)


def words(line: str) -> int:
    return len(line.split())


def repeated(items: list[str]) -> list[str]:
    return [item for item, times in Counter(items).items() if times > 1]


def opening(line: str, length: int) -> str:
    return " ".join(re.findall(r"[\w'-]+", line.lower())[:length])


def start(line: str) -> str:
    return line.split("{", 1)[0].strip()


def test_there_are_enough_moves_for_every_stage_and_occasion() -> None:
    for bank, counts in ((QUESTIONS, QUESTION_COUNTS), (STEPS, ASKING_COUNTS | STATING_COUNTS)):
        assert set(bank) == set(counts)
        assert [name for name, least in counts.items() if len(bank[name]) < least] == []


def test_no_move_is_there_twice() -> None:
    assert repeated([line.lower() for line in LINES]) == []


def test_no_two_questions_begin_with_the_same_four_words() -> None:
    assert repeated([opening(line, 4) for lines in QUESTIONS.values() for line in lines]) == []


@pytest.mark.parametrize("stage", QUESTIONS)
def test_no_two_questions_of_a_stage_begin_with_the_same_three_words(stage: str) -> None:
    assert repeated([opening(line, 3) for line in QUESTIONS[stage]]) == []


@pytest.mark.parametrize("stage", QUESTIONS)
def test_a_question_of_the_session_is_one_open_sentence_of_5_to_16_words(stage: str) -> None:
    for line in QUESTIONS[stage]:
        assert line.endswith("?"), line
        assert len(re.findall(r"[.?!;]", line)) == 1, line
        assert 5 <= words(line) <= 16, line
        assert OPEN.search(line), line
        assert not CLOSED.match(line), line
        assert not DOUBLE.search(line), line


def test_no_move_asks_why_or_shouts_or_flatters() -> None:
    for line in LINES:
        assert not re.search(r"\bwhy\b", line, re.IGNORECASE), line
        assert "!" not in line, line
        assert not FLATTERY.search(line), line
        assert not UNWELCOME.search(line), line


def test_a_step_has_at_most_30_words_and_a_whole_sentence() -> None:
    for lines in STEPS.values():
        for line in lines:
            assert words(line) <= 30, line
            assert line[0].isupper(), line
            assert line[-1] in ".?", line


def test_a_step_that_asks_asks_once_and_at_its_end() -> None:
    for name in ASKING_COUNTS:
        for line in STEPS[name]:
            assert line.count("?") == 1, line
            assert line.endswith("?"), line


def test_a_step_that_states_asks_nothing() -> None:
    assert [line for name in STATING_COUNTS for line in STEPS[name] if "?" in line] == []


def test_placeholders_stand_exactly_where_something_is_filled_in() -> None:
    for bank in (QUESTIONS, STEPS):
        for name, lines in bank.items():
            for line in lines:
                assert sorted(re.findall(r"\{(\w*)\}", line)) == PLACEHOLDERS.get(name, []), line
                assert line.count("{") == line.count("}") == len(PLACEHOLDERS.get(name, [])), line


def test_a_plan_is_quoted() -> None:
    assert [line for line in LINES if "{plan}" in line and "“{plan}”" not in line] == []


def test_a_move_is_recognised_by_its_beginning_so_that_it_is_not_said_again() -> None:
    for lines in [*QUESTIONS.values(), *STEPS.values()]:
        for line in lines:
            assert len(start(line)) > 8, line
            assert [other for other in lines if start(line) in other] == [line]


def test_a_paused_session_says_how_to_pick_it_up() -> None:
    assert [line for line in STEPS["paused"] if "“pick up”" not in line] == []


def test_typed_apostrophes_are_straight() -> None:
    assert [line for line in LINES if "’" in line or "‘" in line] == []
