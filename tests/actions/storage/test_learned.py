from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from actions.errors import CoachError
from actions.storage.learned import CorruptVersion, Learned
from actions.storage.tables import LearnedVersion

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def learned(sessions) -> Learned:
    return Learned(sessions)


def test_what_ships_serves_until_something_is_promoted(learned) -> None:
    assert learned.serving("recommender") == 0
    learned.add("recommender", b"one", {"why": "first"}, AT)
    assert learned.serving("recommender") == 0
    learned.promote("recommender", 1, "better by 0.02", AT)
    assert learned.serving("recommender") == 1
    assert learned.content("recommender", 1) == b"one"


def test_each_kind_counts_for_itself(learned) -> None:
    assert learned.add("recommender", b"", {}, AT) == 1
    assert learned.add("search", b"", {}, AT) == 1
    assert learned.add("search", b"", {}, AT) == 2


def test_rolling_back_goes_to_what_served_before_and_in_the_end_to_what_ships(learned) -> None:
    for content in (b"one", b"two", b"three"):
        version = learned.add("recommender", content, {}, AT)
        if version != 2:
            learned.promote("recommender", version, "better", AT)
    assert learned.roll_back("recommender", AT) == 1
    assert learned.roll_back("recommender", AT) == 0
    assert [change.version for change in learned.changes("recommender")] == [1, 3, 1, 0]


def test_there_is_nothing_to_roll_back_before_the_first_promotion(learned) -> None:
    with pytest.raises(CoachError, match="nothing to roll back"):
        learned.roll_back("moves", AT)


def test_a_version_that_does_not_exist_cannot_serve(learned) -> None:
    with pytest.raises(CoachError, match="no version 7"):
        learned.promote("recommender", 7, "?", AT)


def test_a_damaged_version_is_named_and_not_handed_out(learned, sessions) -> None:
    learned.add("recommender", b"one", {}, AT)
    with sessions.begin() as session:
        session.execute(update(LearnedVersion).values(content=b"onE"))
    with pytest.raises(CorruptVersion, match="version 1 of recommender is damaged"):
        learned.content("recommender", 1)


def test_every_version_keeps_its_card(learned) -> None:
    learned.add("moves", b"", {"gain": 0.01}, AT)
    assert [(v.version, v.card, v.created_at) for v in learned.versions("moves")] == [(1, {"gain": 0.01}, AT)]


def test_a_kind_that_nobody_learns_is_refused(learned) -> None:
    with pytest.raises(ValueError, match="one of recommender, search"):
        learned.add("horoscopes", b"", {}, AT)
