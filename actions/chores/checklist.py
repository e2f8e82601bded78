"""A checklist that is worked through in chat, such as a new colleague's first weeks."""

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import Annotated

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from actions.errors import CoachError

ONBOARDING = Path(__file__).parent / "checklists" / "onboarding.yml"
_Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=40)]


def _below_the_root(page: str) -> str:
    path = PurePosixPath(page)
    if path.is_absolute() or ".." in path.parts or path.suffix != ".md" or "\\" in page:
        raise ValueError("must be a page of the library, such as company/leave.md")
    return page


_Page = Annotated[str, AfterValidator(_below_the_root), Field(max_length=200)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Item(_Part):
    """One thing to do: what, how in one line, in which week (1 is the first), and a page that helps."""

    id: _Id
    title: str = Field(min_length=1, max_length=80)
    how: str = Field(min_length=1, max_length=200)
    week: int = Field(ge=1, le=26)
    page: _Page | None = None


class Checklist(_Part):
    """Items in the order in which they are offered, week by week."""

    title: str = Field(min_length=1, max_length=80)
    items: tuple[Item, ...] = Field(min_length=1, max_length=40)

    @model_validator(mode="after")
    def _check(self) -> "Checklist":
        ids = [item.id for item in self.items]
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            raise ValueError(f"the id {twice[0]} stands there twice")
        weeks = [item.week for item in self.items]
        if weeks != sorted(weeks):
            raise ValueError("the items must stand in the order of their weeks")
        return self


def load_checklist(path: Path = ONBOARDING) -> Checklist:
    """Returns the checklist of a file; raises CoachError in one line that names file and place."""
    try:
        return Checklist.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise CoachError(f"{path}: the checklist cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CoachError(f"{path}: the checklist is not valid YAML in UTF-8{_line(error)}") from error
    except ValidationError as error:
        raise CoachError(f"{path}: {_first_problem(error)}") from error


def progress(checklist: Checklist, done_ids: Collection[str]) -> tuple[int, int]:
    """Returns how many items are done, and of how many; ids that the checklist lacks are passed over."""
    return len(checklist.items) - len(_left(checklist, done_ids)), len(checklist.items)


def next_item(
    checklist: Checklist, done_ids: Collection[str], *, put_off: Collection[str] = ()
) -> Item | None:
    """Returns the next thing to do, with what was put off last; None when all is done."""
    left = _left(checklist, done_ids)
    return next((item for item in left if item.id not in put_off), left[0] if left else None)


def without_unknown_pages(checklist: Checklist, documents: Collection[str]) -> Checklist:
    """Returns the checklist with links to these documents of the library only."""
    items = tuple(
        item if item.page in documents else item.model_copy(update={"page": None}) for item in checklist.items
    )
    return checklist.model_copy(update={"items": items})


def _left(checklist: Checklist, done_ids: Collection[str]) -> list[Item]:
    return [item for item in checklist.items if item.id not in done_ids]


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 1})" if mark else ""


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    text = problem["msg"].removeprefix("Value error, ")
    # Positions are counted from one, as people do.
    place = " ".join(str(part + 1) if isinstance(part, int) else part for part in problem["loc"])
    return f"{place}: {text}" if place else text
