"""The front matter of a page: its schema, and errors that name file, line and field."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.errors import PageError

FENCE = "---"
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Level = Literal["foundation", "practitioner", "advanced"]


class FrontMatter(BaseModel):
    """What a page says of itself; every field is required on a published page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[Line, Field(max_length=80)]
    summary: Annotated[Line, Field(max_length=160)]
    skills: Annotated[tuple[Line, ...], Field(min_length=1, max_length=6)]
    level: Level
    minutes: Annotated[int, Field(ge=1, le=240)]
    audience: Literal["everyone", "managers"]
    owner: Line
    review_by: date
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Returns (front matter or None, body, the body's first line number, from 1)."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != FENCE:
        return None, text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None, text, 1


def parse_front_matter(block: str, file: Path) -> FrontMatter:
    """Checks the block against the schema; raises PageError "file:line: field: problem"."""
    try:
        values = yaml.safe_load(block)
    # PyYAML lets the ValueError of an impossible date through, and runs out of stack on deep nesting.
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise PageError(f"{file}:{line}: front matter is not valid YAML") from error
    if not isinstance(values, dict):
        raise PageError(f"{file}:1: front matter must be 'field: value' lines")
    try:
        return FrontMatter.model_validate(values)
    except ValidationError as error:
        problems = [_problem(file, block, details) for details in error.errors()]
        raise PageError("\n".join(problems)) from error


def foreign_title(block: str) -> str:
    """Returns the title in another system's front matter; "" where it names none that can be read."""
    try:
        values = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
    title = values.get("title") if isinstance(values, dict) else None
    return " ".join(str(title).split()) if isinstance(title, str | int | float) else ""


def _problem(file: Path, block: str, details: Any) -> str:
    field = str(details["loc"][0])
    return f"{file}:{_line_of(field, block)}: {field}: {details['msg'].lower()}"


def _line_of(field: str, block: str) -> int:
    """Returns the file's line of the field; the opening fence's where it is missing."""
    for number, line in enumerate(block.splitlines(), start=2):
        if line.startswith(f"{field}:"):
            return number
    return 1
