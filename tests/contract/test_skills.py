"""One skill, one name: Rasa's files and the coach's code agree."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.skills import Skills
from knowledge.settings import ROOT

DOMAIN, NLU, RULES = ROOT / "bot/domain", ROOT / "bot/data/nlu", ROOT / "bot/data/rules"
# What is no skill of its own: the session's settings, and what all skills share.
SHARED = {"session", "turn", "entities"}
MIN_EXAMPLES = 25
# Sent by buttons and by the scheduler; nobody says them.
COMMANDS = {"check_in_due", "edit_plan"}


def _names(folder: Path, ending: str) -> set[str]:
    return {path.stem for path in folder.glob(f"*.{ending}")} - SHARED - {"__init__"}


def _all(folder: Path, key: str) -> list[Any]:
    files = [yaml.safe_load(path.read_text()) for path in sorted(folder.glob("*.yml"))]
    return [item for content in files for item in content.get(key, [])]


def _examples() -> dict[str, list[str]]:
    return {item["intent"]: [line[2:] for line in item["examples"].splitlines()] for item in _all(NLU, "nlu")}


def test_every_skill_has_a_domain_file_examples_and_a_rule() -> None:
    assert _names(DOMAIN, "yml") == _names(NLU, "yml") == _names(RULES, "yml")


def test_every_action_file_is_a_skill_of_the_same_name() -> None:
    assert _names(ROOT / "actions/skills", "py") <= _names(DOMAIN, "yml")


def test_every_action_in_the_domain_is_there_and_no_other() -> None:
    assert set(Skills().names()) == set(_all(DOMAIN, "actions"))


@pytest.mark.parametrize("intent", sorted(set(_all(DOMAIN, "intents")) - COMMANDS))
def test_every_intent_has_enough_examples(intent: str) -> None:
    assert len(_examples()[intent]) >= MIN_EXAMPLES


def test_no_example_stands_under_two_intents() -> None:
    seen: dict[str, str] = {}
    for intent, texts in _examples().items():
        for text in texts:
            assert seen.setdefault(text.lower().strip("?!. "), intent) == intent, text


def test_rules_name_only_known_intents_actions_and_responses() -> None:
    known = set(_all(DOMAIN, "actions")) | set(_all(DOMAIN, "intents")) | {"nlu_fallback"}
    for path in DOMAIN.glob("*.yml"):
        known |= set(yaml.safe_load(path.read_text()).get("responses", {}))
    for rule in _all(RULES, "rules"):
        steps = [part for step in rule["steps"] for part in step.get("or", [step])]
        for step in steps:
            named = {value for key, value in step.items() if key in ("intent", "action")}
            assert named <= known, rule["rule"]
