from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import PageError
from knowledge.ingest.front_matter import parse_front_matter, split_front_matter

FILE = Path("pages/leave.md")
# The opening fence is line 1 of the file.
FIELDS = {
    "title": "Leave",  # line 2
    "summary": "How to ask for leave.",
    "skills": "[company-policies]",
    "level": "foundation",
    "minutes": "4",
    "audience": "everyone",
    "owner": "People team",
    "review_by": "2027-06-30",
    "language": "en",
}


def block(**changes: str | None) -> str:
    fields = {**FIELDS, **changes}
    return "\n".join(f"{name}: {value}" for name, value in fields.items() if value is not None)


def refusal(text: str) -> str:
    with pytest.raises(PageError) as error:
        parse_front_matter(text, FILE)
    return str(error.value)


def test_complete_front_matter_is_read_with_its_types() -> None:
    read = parse_front_matter(block(), FILE)
    assert (read.title, read.skills, read.minutes) == ("Leave", ("company-policies",), 4)
    assert read.review_by == date(2027, 6, 30)


@pytest.mark.parametrize("field", list(FIELDS))
def test_a_missing_field_is_named_with_file_and_line(field: str) -> None:
    assert refusal(block(**{field: None})) == f"{FILE}:1: {field}: field required"


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("title", "''", 2),
        ("title", "x" * 81, 2),
        ("summary", "[a, list]", 3),
        ("skills", "[]", 4),
        ("skills", "one", 4),
        ("skills", "[a, b, c, d, e, f, g]", 4),
        ("level", "expert", 5),
        ("level", "Foundation", 5),
        ("minutes", "0", 6),
        ("minutes", "soon", 6),
        ("minutes", "241", 6),
        ("audience", "nobody", 7),
        ("owner", "'  '", 8),
        ("review_by", "someday", 9),
        ("review_by", "2027/13/40", 9),
        ("language", "english", 10),
        ("language", "EN", 10),
        # YAML reads a bare "no" as false; the line says so.
        ("language", "no", 10),
    ],
)
def test_a_wrong_value_is_named_with_file_line_and_field(field: str, value: str, line: int) -> None:
    assert refusal(block(**{field: value})).startswith(f"{FILE}:{line}: {field}: ")


def test_a_wrong_level_is_answered_with_the_levels_there_are() -> None:
    assert "'foundation', 'practitioner' or 'advanced'" in refusal(block(level="expert"))


def test_an_unknown_field_is_named_with_its_line() -> None:
    assert refusal(block(colour="red")).startswith(f"{FILE}:11: colour: ")


def test_every_problem_gets_a_line() -> None:
    lines = refusal(block(level="expert", owner=None, colour="red")).splitlines()
    assert [line.split(": ")[1] for line in lines] == ["level", "owner", "colour"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{block()}\nextra: [a", 11),
        ("title: 'open", 2),
        ("title: a: b", 2),
        ("\ttitle: tab", 2),
        ("? [a]\n: b\n? {a: b}\n: c", 2),
        ("title: !!python/object/apply:os.system ['true']", 2),
        ("title: \x07bell", 1),
    ],
)
def test_broken_yaml_is_named_with_its_line(text: str, line: int) -> None:
    assert refusal(text) == f"{FILE}:{line}: front matter is not valid YAML"


@pytest.mark.parametrize("text", [block(review_by="2027-13-40"), block(review_by="2027-02-30"), "[" * 1200])
def test_yaml_that_python_cannot_hold_is_named_like_other_broken_yaml(text: str) -> None:
    assert refusal(text).startswith(f"{FILE}:")


@pytest.mark.parametrize("text", ["", "just text", "- a\n- b", "7", "null"])
def test_front_matter_without_fields_is_refused(text: str) -> None:
    assert refusal(text) == f"{FILE}:1: front matter must be 'field: value' lines"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nbody\nmore", ("a: b", "body\nmore", 4)),
        ("---\r\na: b\r\n---\r\nbody\r\n", ("a: b", "body", 4)),
        ("---\n---\nbody", ("", "body", 3)),
        ("body only", (None, "body only", 1)),
        ("---\nnever closed", (None, "---\nnever closed", 1)),
        ("text\n---\na: b\n---\n", (None, "text\n---\na: b\n---\n", 1)),
        ("", (None, "", 1)),
    ],
)
def test_front_matter_is_what_stands_between_the_first_two_fences(text: str, parts: tuple) -> None:
    assert split_front_matter(text) == parts
