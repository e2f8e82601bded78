"""A simulated employee: what they know, feel and tend to do. Format: docs/simulated-employees.md."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import UserError

Topic = Literal[
    "goal", "reality", "feeling", "options", "action", "cue", "obstacle", "remedy", "check", "confirm"
]
# What a habit can follow: an answer on a topic, or the first message.
Moment = Literal[
    "situation",
    "goal",
    "reality",
    "feeling",
    "options",
    "action",
    "cue",
    "obstacle",
    "remedy",
    "check",
    "confirm",
]
ALWAYS = ("goal", "reality")
FOR_A_PLAN = ("action", "obstacle", "check")


class BadEmployee(UserError):
    """A file of a simulated employee that cannot be used; the line names file, field and what is wrong."""


def _as_list(value: Any) -> Any:
    """Returns a lone sentence as a list of one, with what YAML reads as no text as it was meant."""
    return [_as_text(one) for one in (value if isinstance(value, list) else [value])]


def _as_text(value: Any) -> Any:
    """Returns yes, no, a number, a date, or a sentence that holds a colon as the text that was written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and len(value) == 1:
        return ": ".join(str(part) for part in next(iter(value.items())))
    return str(value) if isinstance(value, int | float | date) else value


Sayings = Annotated[list[Annotated[str, Field(min_length=1)]], BeforeValidator(_as_list)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Interruption(_Part):
    """Something said instead of an answer, once, in the turn after a topic was answered."""

    after: Moment
    text: str = Field(min_length=1)


class Pause(Interruption):
    """An interruption after which the employee is away for some days."""

    text: str = "I have to run, can we continue later?"
    days: int = Field(3, ge=1, le=60)


class Edit(_Part):
    """What is to be changed on the card before it is confirmed."""

    part: str
    text: str = Field(min_length=1)


class Habits(_Part):
    """What an employee tends to do; all of it optional."""

    says_dont_know: dict[Topic, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    asks_library: Interruption | None = None
    asks_advice: Interruption | None = None
    goes_off_topic: Interruption | None = None
    doubts: Interruption | None = None
    changes_goal: Interruption | None = None
    pauses: Pause | None = None
    stops: Interruption | None = None
    answers_two_at_once: list[Annotated[list[Topic], Field(min_length=2)]] = Field(default_factory=list)
    edits: Edit | None = None


class Employee(BaseModel):
    """One simulated employee; keys that it does not know are notes to the reader."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    name: str
    who: str = Field(min_length=1)
    style: str = Field(min_length=1)
    wants_plan: bool
    situation: str = Field(min_length=1)
    facts: dict[Topic, Sayings]
    habits: Habits = Field(default_factory=Habits)
    patience: int = Field(2, ge=1)

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> "Employee":
        for topic in (*ALWAYS, *(FOR_A_PLAN if self.wants_plan else ())):
            if not self.facts.get(topic):
                reason = "everybody has" if topic in ALWAYS else "somebody who wants a plan has"
                raise ValueError(f"facts.{topic}: is missing; {reason} at least one")
        return self


def load_employee(file: Path) -> Employee:
    """Reads one file; raises BadEmployee with one line that names the file and the field."""
    try:
        read = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadEmployee(f"{file.name}: line {line} is not YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadEmployee(f"{file.name}: is no text in YAML") from error
    if not isinstance(read, dict):
        raise BadEmployee(f"{file.name}: must be a mapping with who, style, wants_plan, situation and facts")
    try:
        return Employee.model_validate({**read, "name": file.stem, "habits": read.get("habits") or {}})
    except ValidationError as error:
        raise BadEmployee(f"{file.name}: {_first_problem(error)}") from error


def load_employees(folder: Path) -> list[Employee]:
    """Reads all *.yml and *.yaml files of a folder by name; raises BadEmployee for the first bad one."""
    files = sorted(file for file in folder.iterdir() if file.suffix in {".yml", ".yaml"})
    if not files:
        raise BadEmployee(f"{folder}: holds no .yml file")
    return [load_employee(file) for file in files]


def _first_problem(error: ValidationError) -> str:
    """Returns the first problem in one line: the field, what is wrong and what is allowed."""
    problem = error.errors()[0]
    field = ".".join(str(part) for part in problem["loc"] if part != "[key]")
    text = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "missing":
        text = "is missing"
    elif problem["type"] == "extra_forbidden":
        text = f"is no habit; allowed are {', '.join(Habits.model_fields)}"
        if len(problem["loc"]) > 2:
            text = "is not a field of this habit"
    return f"{field}: {text}" if field else text
