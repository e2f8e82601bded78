"""The four visible criteria, measured on the employee's own words."""

from collections.abc import Callable, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from actions.coaching.practice import impact, next_step, question, sequel, specific
from actions.coaching.practice.text import Span, quote

Criterion = Literal["specific", "impact", "question", "next_step"]
CRITERIA: tuple[Criterion, ...] = ("specific", "impact", "question", "next_step")
NAMES: dict[Criterion, str] = {
    "specific": "Something specific",
    "impact": "The impact",
    "question": "An open question",
    "next_step": "A next step",
}
Find = Callable[[str], Span | None]
_FINDERS: dict[Criterion, tuple[Find, Find]] = {
    "specific": (specific.find, specific.spoiler),
    "impact": (lambda line: impact.find(line) or sequel.find(line), impact.spoiler),
    "question": (question.find, question.spoiler),
    "next_step": (next_step.find, next_step.spoiler),
}


class Mark(BaseModel):
    """One criterion: the words that met it, or those that worked against it; empty where there are none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    criterion: Criterion
    met: bool
    words: str = ""
    against: str = ""


def judge(lines: Sequence[str]) -> tuple[Mark, ...]:
    """Returns one mark for each criterion, in the order of the rubric."""
    return tuple(_mark(criterion, lines) for criterion in CRITERIA)


def spans(line: str) -> dict[Criterion, Span]:
    """Returns where one line meets which criteria."""
    found = {criterion: _FINDERS[criterion][0](line) for criterion in CRITERIA}
    return {criterion: span for criterion, span in found.items() if span}


def _mark(criterion: Criterion, lines: Sequence[str]) -> Mark:
    find, spoiler = _FINDERS[criterion]
    # What was agreed in the end counts more than a first wish.
    ordered = reversed(lines) if criterion == "next_step" else lines
    met = next((span for span in map(find, ordered) if span), None)
    if met:
        return Mark(criterion=criterion, met=True, words=quote(met))
    against = next((span for span in map(spoiler, lines) if span), None)
    return Mark(criterion=criterion, met=False, against=quote(against) if against else "")
