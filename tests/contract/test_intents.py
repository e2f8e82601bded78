"""What people say is written down for every intent, once, and apart from what the figures are measured on."""

import json
import re
from collections import defaultdict

import pytest
import yaml

from knowledge.settings import ROOT

# All that the coach is to understand, also where its skill still says that it cannot do it.
INTENTS = """
    affirm ask_library bot_challenge change_goal change_memory check_in_done check_in_not_done deny enroll_course
    erase_data export_data finish_goal forget_this give_feedback_negative give_feedback_positive goodbye greet hand_over
    help leave_balance list_goals make_plan mute_nudges not_now onboarding_checklist open_ticket out_of_scope
    pause_session practice_conversation privacy_question recall_history recommend_learning remember_this
    resume_session set_goal set_quiet_hours set_reminder small_talk start_session talk_to_human thanks
    unmute_nudges update_progress what_do_you_know
""".split()
# Sent by buttons and by the scheduler; nobody says them.
COMMANDS = ["check_in_due", "edit_plan"]
MIN_EXAMPLES = {"out_of_scope": 150}
MIN_OF_THE_OTHERS = 25
ENTITY = re.compile(r"\[([^\]]+)\]\(\w+\)")


def _plain(text: str) -> str:
    """Folds case, spacing, marked entities and the marks around words; signs such as :+1: stay as they are."""
    words = ENTITY.sub(r"\1", text).lower().replace("’", "'").split()
    return " ".join(word.strip("?!.,;") for word in words).strip() or text


@pytest.fixture(scope="module")
def examples() -> dict[str, set[str]]:
    found = defaultdict(set)
    for path in sorted((ROOT / "bot/data/nlu").glob("*.yml")):
        for item in yaml.safe_load(path.read_text())["nlu"]:
            found[item["intent"]] |= {_plain(line[2:]) for line in item["examples"].splitlines()}
    return found


@pytest.fixture(scope="module")
def measured() -> list[dict[str, str]]:
    lines = (ROOT / "benchmarks/data/intents-test.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_the_domain_has_every_intent_once_and_no_other() -> None:
    files = [yaml.safe_load(path.read_text()) for path in sorted((ROOT / "bot/domain").glob("*.yml"))]
    assert sorted(intent for content in files for intent in content.get("intents", [])) == sorted(
        INTENTS + COMMANDS
    )


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_enough_distinct_examples(examples: dict[str, set[str]], intent: str) -> None:
    assert len(examples[intent]) >= MIN_EXAMPLES.get(intent, MIN_OF_THE_OTHERS)


def test_no_example_stands_under_two_intents_however_it_is_spelt(examples: dict[str, set[str]]) -> None:
    seen: dict[str, str] = {}
    for intent, texts in examples.items():
        for text in texts:
            assert seen.setdefault(text, intent) == intent, text


def test_every_intent_is_measured_and_no_other(measured: list[dict[str, str]]) -> None:
    assert {row["intent"] for row in measured} == set(INTENTS)


def test_nothing_is_measured_on_what_was_learned(
    examples: dict[str, set[str]], measured: list[dict[str, str]]
) -> None:
    learned = set().union(*examples.values())
    assert not [row["text"] for row in measured if _plain(row["text"]) in learned]
