from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import LibraryError
from knowledge.settings import KnowledgeSettings
from knowledge.tending import Library
from tests.knowledge.conftest import PAGES

TODAY = date(2026, 12, 1)


@pytest.fixture
def settings(tmp_path: Path, pages: Path) -> KnowledgeSettings:
    return KnowledgeSettings(_env_file=None, home=tmp_path / "home", library=pages)


@pytest.fixture
def own(settings) -> Library:
    """The installation's library, whose pages need front matter."""
    return Library.at(None, settings)


def test_the_installations_library_publishes_into_the_home(own, settings, encoder) -> None:
    assert own.check(TODAY) == []
    assert own.publish(encoder).pages == len(PAGES)
    assert (settings.home / "library" / "current").read_text() == "1"


def test_naming_the_installations_folder_is_the_same_library(settings, pages) -> None:
    (pages / "bare.md").write_text("text")
    assert len(Library.at(pages / "working" / "..", settings).check(TODAY)) == 1


def test_another_folder_keeps_its_index_beside_its_pages_and_needs_no_front_matter(
    settings, encoder, tmp_path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "bare.md").write_text("# Parking\n\nPark behind the hall.")
    library = Library.at(folder, settings)
    assert library.check(TODAY) == []
    assert library.publish(encoder).pages == 1
    assert (folder / ".everycoach" / "current").is_file()
    again = library.publish(encoder)
    assert (again.changed, again.pages) == (False, 1)


def test_a_folder_that_is_not_there_is_named(settings, tmp_path) -> None:
    with pytest.raises(LibraryError, match="absent: there is no such folder"):
        Library.at(tmp_path / "absent", settings)


def test_check_lists_every_problem_of_every_page(own, pages) -> None:
    (pages / "bare.md").write_text("text")
    (pages / "empty.md").write_text("")
    (pages / "wrong.md").write_text(PAGES["working/meetings.md"].replace("foundation", "expert"))
    problems = own.check(date(2028, 1, 1))
    for part in (
        "bare.md:1: front matter is missing",
        "empty.md:1: the page has no text",
        "wrong.md:5: level: ",
    ):
        assert any(part in line for line in problems)
    assert sum("review_by: passed on" in line for line in problems) == len(PAGES)


def test_publish_names_every_page_that_stops_it_and_publishes_none(own, pages, encoder) -> None:
    (pages / "bare.md").write_text("text")
    (pages / "empty.md").write_text("")
    with pytest.raises(LibraryError) as error:
        own.publish(encoder)
    assert len(str(error.value).splitlines()) == 2
    assert own.versions.current() is None


def test_a_page_that_is_due_for_review_still_serves(own, pages, encoder) -> None:
    file = pages / "working/meetings.md"
    file.write_text(file.read_text().replace("2027-06-30", "2020-01-01"))
    assert len(own.check(TODAY)) == 1
    assert own.publish(encoder).changed


def test_a_library_without_pages_is_refused(settings, tmp_path, encoder) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LibraryError, match="no pages to publish"):
        Library.at(tmp_path / "empty", settings).publish(encoder)


def test_the_shipped_pages_are_complete() -> None:
    shipped = Path(__file__).parents[2] / "knowledge" / "library"
    settings = KnowledgeSettings(_env_file=None, library=shipped)
    assert Library.at(None, settings).check(TODAY) == []
