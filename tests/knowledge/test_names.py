from datetime import date
from pathlib import Path

import yaml

from knowledge.ingest.front_matter import FrontMatter
from knowledge.ingest.page import Page
from knowledge.names import lookup_tables, readable_pages
from knowledge.settings import ROOT


def _page(title: str, *skills: str) -> Page:
    front = FrontMatter(
        title=title,
        summary="s",
        skills=skills,
        level="foundation",
        minutes=4,
        audience="everyone",
        owner="People team",
        review_by=date(2027, 1, 31),
        language="en",
    )
    return Page("a.md", front, "text")


def _tables(text: str) -> dict[str, list[str]]:
    return {
        item["lookup"]: [line[2:] for line in item["examples"].splitlines()]
        for item in yaml.safe_load(text)["nlu"]
    }


def test_skills_stand_once_with_spaces_and_with_hyphens() -> None:
    pages = [_page("One", "giving-feedback", "listening"), _page("Two", "giving-feedback")]
    assert _tables(lookup_tables(pages))["skill"] == [
        "giving feedback",
        "giving-feedback",
        "listening",
    ]


def test_a_title_stands_once_whatever_its_case_and_may_hold_any_mark() -> None:
    pages = [_page('Say "no": how? #1', "x"), _page('say "NO": how? #1', "x"), _page("- {a} & b", "x")]
    courses = _tables(lookup_tables(pages))["course"]
    assert [title.lower() for title in courses] == ['say "no": how? #1', "- {a} & b"]


def test_the_longer_name_comes_before_the_one_it_starts_with() -> None:
    assert (
        _tables(lookup_tables([_page("T", "learning", "learning-a-skill")]))["skill"][0] == "learning a skill"
    )


def test_a_page_without_front_matter_has_a_title_and_no_skill() -> None:
    assert _tables(lookup_tables([Page("a.md", None, "# A handbook\n\ntext")])) == {"course": ["A handbook"]}


def test_without_pages_there_are_no_tables() -> None:
    assert yaml.safe_load(lookup_tables([]))["nlu"] == []


def test_a_page_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("# Good\n\ntext")
    (tmp_path / "empty.md").write_text("")
    assert [page.title for page in readable_pages(tmp_path)] == ["Good"]


def test_the_shipped_library_gives_its_skills_and_titles() -> None:
    tables = _tables(lookup_tables(readable_pages(ROOT / "knowledge/library")))
    assert "giving feedback" in tables["skill"]
    assert "Giving feedback that helps" in tables["course"]
