from pathlib import Path

import pytest

from actions.chores.checklist import (
    Checklist,
    Item,
    load_checklist,
    next_item,
    progress,
    without_unknown_pages,
)
from actions.errors import CoachError
from knowledge.settings import ROOT

LIBRARY = ROOT / "knowledge" / "library"
THREE = Checklist(
    title="Three",
    items=(
        Item(id="one", title="One", how="How.", week=1, page="company/leave.md"),
        Item(id="two", title="Two", how="How.", week=1, page="gone.md"),
        Item(id="three", title="Three", how="How.", week=2),
    ),
)
ITEM = "items:\n  - {id: a, title: A, how: B, week: 1}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.yml"


def test_a_newcomer_gets_a_list_for_the_first_four_weeks() -> None:
    checklist = load_checklist()

    assert 12 <= len(checklist.items) <= 15
    assert {item.week for item in checklist.items} == {1, 2, 3, 4}


@pytest.mark.parametrize("item", load_checklist().items, ids=lambda item: item.id)
def test_each_item_is_short_plain_and_names_a_page_that_everybody_can_read(item: Item) -> None:
    for text in (item.title, item.how):
        assert len(text) <= 90
        assert "!" not in text
        assert "—" not in text
    assert item.how.endswith(".")
    assert not item.title.endswith(".")
    if item.page:
        assert "audience: everyone" in (LIBRARY / item.page).read_text(encoding="utf-8")


def test_progress_counts_what_is_done() -> None:
    assert progress(THREE, set()) == (0, 3)
    assert progress(THREE, {"two"}) == (1, 3)
    assert progress(THREE, ["one", "two", "three"]) == (3, 3)


def test_what_the_list_no_longer_has_does_not_count() -> None:
    assert progress(THREE, {"one", "dropped-last-year"}) == (1, 3)


def test_the_next_thing_is_the_first_that_is_not_done() -> None:
    assert next_item(THREE, set()) == THREE.items[0]
    assert next_item(THREE, {"one"}) == THREE.items[1]
    assert next_item(THREE, {"one", "two", "three"}) is None


def test_what_is_put_off_comes_back_when_nothing_else_is_left() -> None:
    assert next_item(THREE, set(), put_off={"one"}) == THREE.items[1]
    assert next_item(THREE, {"two", "three"}, put_off={"one"}) == THREE.items[0]
    assert next_item(THREE, {"one", "two", "three"}, put_off={"one"}) is None


def test_pages_that_a_library_does_not_have_are_not_linked() -> None:
    pages = [item.page for item in without_unknown_pages(THREE, {"company/leave.md"}).items]

    assert pages == ["company/leave.md", None, None]


def test_hr_puts_a_list_of_its_own_in_place(file: Path) -> None:
    file.write_text("title: Ours\n" + ITEM, encoding="utf-8")

    assert load_checklist(file).items[0].title == "A"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "valid dictionary"),
        ("title: A\n", "items: Field required"),
        ("title: A\nitems: []\n", "items: .*at least 1"),
        (ITEM, "title: Field required"),
        ("title: A\n" + ITEM.replace("how: B, ", ""), "items 1 how: Field required"),
        ("title: A\n" + ITEM.replace("id: a", "id: A b"), "items 1 id: "),
        ("title: A\n" + ITEM.replace("week: 1", "week: 0"), "items 1 week: "),
        ("title: A\n" + ITEM.replace("week: 1", "week: 1, pages: x.md"), "items 1 pages: Extra"),
        ("title: A\n" + ITEM.replace("week: 1", "week: 1, page: ../x.md"), "items 1 page: must be a page"),
        ("title: A\n" + ITEM.replace("week: 1", "week: 1, page: /x.md"), "items 1 page: must be a page"),
        ("title: A\n" + ITEM.replace("week: 1", "week: 1, page: x.html"), "items 1 page: must be a page"),
        ("title: A\n" + ITEM + "  - {id: a, title: A, how: B, week: 1}\n", "the id a stands there twice"),
        (
            "title: A\n" + ITEM.replace("week: 1", "week: 2") + "  - {id: b, title: A, how: B, week: 1}\n",
            "in the order of their weeks",
        ),
        ("title: [A\n", "not valid YAML in UTF-8 .line 2"),
        ("title: \x07", "not valid YAML"),
    ],
)
def test_a_list_that_is_wrong_is_refused_in_one_line_that_names_the_place(
    file: Path, text: str, says: str
) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(CoachError, match=says) as error:
        load_checklist(file)

    assert str(error.value).startswith(f"{file}: ")
    assert "\n" not in str(error.value)


def test_a_list_that_is_not_there_or_not_text_is_refused_in_one_line(tmp_path: Path, file: Path) -> None:
    with pytest.raises(CoachError, match="cannot be read: No such file"):
        load_checklist(file)
    with pytest.raises(CoachError, match="cannot be read: Is a directory"):
        load_checklist(tmp_path)
    file.write_bytes(b"title: \xff\n")
    with pytest.raises(CoachError, match="not valid YAML in UTF-8"):
        load_checklist(file)
