from datetime import UTC, datetime, timedelta

import pytest

from actions.storage.reviews import Reviews

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def reviews(sessions) -> Reviews:
    return Reviews(sessions)


def test_what_is_due_comes_longest_due_first(reviews, ann) -> None:
    reviews.put(ann, "a", {"s": 1}, AT + timedelta(days=2))
    reviews.put(ann, "b", {"s": 2}, AT + timedelta(days=1))
    reviews.put(ann, "c", {"s": 3}, AT + timedelta(days=9))
    assert [review.item for review in reviews.due(ann, AT + timedelta(days=3))] == ["b", "a"]
    assert [review.item for review in reviews.all(ann)] == ["b", "a", "c"]


def test_a_review_is_put_in_place_of_the_one_before(reviews, ann) -> None:
    reviews.put(ann, "a", {"s": 1}, AT)
    reviews.put(ann, "a", {"s": 2}, AT + timedelta(days=5))
    stored = reviews.get(ann, "a")
    assert stored is not None
    assert (stored.card, stored.due_at) == ({"s": 2}, AT + timedelta(days=5))


def test_reviews_are_ones_own_and_can_end(reviews, ann, bo) -> None:
    reviews.put(ann, "a", {}, AT)
    assert reviews.all(bo) == []
    reviews.end(bo, "a")
    assert reviews.get(ann, "a")
    reviews.end(ann, "a")
    assert reviews.get(ann, "a") is None
