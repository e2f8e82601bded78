"""The questions on our own library, with the pages that answer them, and their test third."""

import hashlib
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


def own_questions(part: str = "") -> list[dict[str, Any]]:
    """Returns {"id", "question", "gold"}; part is "development", "test", or empty for all.

    Nothing is fitted on the test part; a question's id decides which it belongs to.
    """
    files = sorted(DATA.glob("questions-*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    questions = [json.loads(line) for line in lines]
    return [q for q in questions if not part or (part == "test") == _is_test(q["id"])]


def _is_test(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0
