from datetime import UTC, datetime, timedelta

import pytest

from actions.storage.shelf import LearningWishes, Shelf

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def shelf(sessions) -> Shelf:
    return Shelf(sessions)


def test_an_item_moves_from_one_state_to_the_next(shelf, ann) -> None:
    shelf.put(ann, "a", "started", at=AT)
    shelf.put(ann, "a", "done", at=AT + timedelta(days=1))
    assert [(entry.item, entry.state) for entry in shelf.all(ann)] == [("a", "done")]


def test_that_an_item_helped_is_kept_and_makes_it_done(shelf, ann) -> None:
    shelf.put(ann, "a", "started", at=AT)
    shelf.helped(ann, "a", True, AT)
    shelf.helped(ann, "b", False, AT)
    assert {entry.item: (entry.state, entry.helped) for entry in shelf.all(ann)} == {
        "a": ("done", True),
        "b": ("done", False),
    }


def test_what_is_put_off_says_until_when(shelf, ann) -> None:
    shelf.put(ann, "a", "later", at=AT, until=AT + timedelta(days=14))
    assert shelf.all(ann)[0].until == AT + timedelta(days=14)


def test_a_shelf_is_ones_own(shelf, ann, bo) -> None:
    shelf.put(ann, "a", "done", at=AT)
    shelf.block(ann, ["delegation"])
    assert shelf.all(bo) == []
    assert shelf.wishes(bo) == LearningWishes()


def test_wishes_change_one_by_one(shelf, ann) -> None:
    shelf.wish(ann, exploration=0.0)
    shelf.wish(ann, minutes_a_week=30)
    shelf.wish(ann, learns=False)
    assert shelf.wishes(ann) == LearningWishes(False, 0.0, 30, ())


def test_a_topic_is_blocked_once_and_let_in_again(shelf, ann) -> None:
    shelf.block(ann, ["delegation", "listening"])
    shelf.block(ann, ["delegation"])
    assert shelf.wishes(ann).blocked_skills == ("listening", "delegation")
    shelf.block(ann, ["delegation"], blocked=False)
    assert shelf.wishes(ann).blocked_skills == ("listening",)


def test_a_wish_that_is_unknown_is_refused(shelf, ann) -> None:
    with pytest.raises(ValueError, match="no wish is called colour"):
        shelf.wish(ann, colour="blue")
