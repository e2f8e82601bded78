"""The open question that closes an answer: one that was written for the page's skill, never invented."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import yaml

from knowledge.ingest.passages import Passage
from knowledge.search.encoder import Vectors

FILE = Path(__file__).with_name("open_questions.yml")
# Pages of this skill are looked up, not talked over: no question follows.
LOOK_UP = "company-policies"


def closing_question(
    asked: Vectors, passage: Passage, encode: Callable[[Sequence[str]], Vectors]
) -> str | None:
    """Returns the open question nearest to what was asked, among those of the passage's skills.

    asked is the question's vector, (384,); None where the page is looked up or no question is kept for it.
    """
    if LOOK_UP in passage.skills:
        return None
    fitting = [question for skill in passage.skills for question in open_questions().get(skill, ())]
    if not fitting:
        return None
    return fitting[int((encode(fitting) @ asked).argmax())]


@cache
def open_questions() -> dict[str, tuple[str, ...]]:
    """Returns the questions of each skill."""
    values = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {skill: tuple(questions) for skill, questions in values.items()}
