from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from actions.storage.suggestions import Suggestions

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def suggestions(sessions) -> Suggestions:
    return Suggestions(sessions)


def suggest(suggestions: Suggestions, employee: str, *items: str, at: datetime = AT) -> int:
    return suggestions.add(
        employee,
        at=at,
        place="asked",
        policy=3,
        candidates=[*items, "other"],
        features=np.arange((len(items) + 1) * 4, dtype=np.float32).reshape(-1, 4) / 8,
        chosen=dict.fromkeys(items, 0.25),
    )


def test_a_suggestion_comes_back_with_everything_that_learning_needs(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a", "b")
    stored = suggestions.get([number])[number]
    assert (stored.employee_id, stored.at, stored.place, stored.policy) == (ann, AT, "asked", 3)
    assert stored.candidates == ["a", "b", "other"]
    assert stored.chosen == {"a": 0.25, "b": 0.25}
    assert np.array_equal(stored.features, np.arange(12, dtype=np.float32).reshape(3, 4) / 8)


def test_an_outcome_that_is_said_twice_counts_once(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a")
    assert suggestions.report(ann, number, "a", "done", AT)
    assert not suggestions.report(ann, number, "a", "done", AT + timedelta(days=1))
    assert [outcome.kind for outcome in suggestions.outcomes_of(ann)] == ["done"]


def test_outcomes_that_contradict_each_other_are_both_kept_in_order(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a")
    suggestions.report(ann, number, "a", "helped", AT)
    suggestions.report(ann, number, "a", "not_helped", AT)
    assert [outcome.kind for outcome in suggestions.outcomes_of(ann)] == ["helped", "not_helped"]


def test_nobody_reports_on_what_was_suggested_to_somebody_else(suggestions, ann, bo) -> None:
    number = suggest(suggestions, ann, "a")
    assert not suggestions.report(bo, number, "a", "helped", AT)
    assert suggestions.outcomes_of(ann) == []


def test_an_item_that_was_never_offered_gets_no_outcome(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a")
    assert not suggestions.report(ann, number, "other", "helped", AT)
    assert not suggestions.report(ann, 10_000, "a", "helped", AT)


def test_an_outcome_from_before_its_suggestion_is_taken_as_of_now(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a")
    suggestions.report(ann, number, "a", "done", AT - timedelta(days=400))
    assert suggestions.outcomes_of(ann)[0].at >= AT


def test_an_unknown_outcome_is_refused_with_the_known_ones(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a")
    with pytest.raises(ValueError, match="not_for_me"):
        suggestions.report(ann, number, "a", "loved", AT)


def test_outcomes_are_read_from_where_a_reader_stopped(suggestions, ann) -> None:
    number = suggest(suggestions, ann, "a", "b")
    suggestions.report(ann, number, "a", "opened", AT)
    cursor = suggestions.last_outcome()
    suggestions.report(ann, number, "b", "opened", AT)
    assert [outcome.item for outcome in suggestions.outcomes_after(cursor)] == ["b"]


def test_all_events_can_be_read_again_in_pieces(suggestions, ann, bo, monkeypatch) -> None:
    monkeypatch.setattr("actions.storage.suggestions.PIECE", 2)
    numbers = [suggest(suggestions, who, "a", "b") for who in (ann, bo, ann, bo, ann)]
    suggestions.report(bo, numbers[3], "b", "done", AT)
    read = [
        (s.id, [o.item for o in outcomes.get(s.id, [])])
        for rows, outcomes in suggestions.pieces()
        for s in rows
    ]
    assert read == [(number, ["b"] if number == numbers[3] else []) for number in numbers]


def test_the_newest_suggestion_of_an_item_is_found(suggestions, ann) -> None:
    suggest(suggestions, ann, "a")
    newest = suggest(suggestions, ann, "a")
    suggest(suggestions, ann, "b")
    assert suggestions.latest_with(ann, "a") == newest
    assert suggestions.latest_with(ann, "c") is None


def test_features_and_candidates_must_be_of_one_length(suggestions, ann) -> None:
    with pytest.raises(ValueError, match="1 candidates have 2 rows"):
        suggestions.add(
            ann, at=AT, place="asked", policy=0, candidates=["a"], features=np.zeros((2, 3)), chosen={}
        )
