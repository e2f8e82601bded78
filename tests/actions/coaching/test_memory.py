import re
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

import numpy as np
import pytest

from actions.coaching.memory import MAX_ANSWERS, MAX_TEXT, PURPOSE, VERSION, Memory
from actions.coaching.vectors import Vectors
from actions.storage.database import open_database
from actions.storage.memories import OwnMemories
from actions.storage.people import People

from ..conftest import SECRET, on_disk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DIMENSIONS = 512


def encode(texts: Sequence[str]) -> Vectors:
    """Returns vectors that are alike where words are: a bag of words, hashed and of length one."""
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for vector, text in zip(vectors, texts, strict=True):
        for word in re.findall(r"[a-z]{3,}", text.lower()):
            vector[zlib.crc32(word.encode()) % DIMENSIONS] += 1
        vector /= np.linalg.norm(vector) or 1
    return vectors


@pytest.fixture
def memory(people, sessions) -> Memory:
    return Memory(people, partial(OwnMemories, sessions), encode)


def texts(memory: Memory, employee: str) -> list[str]:
    return [fact.text for fact in memory.facts(employee)]


def test_nobody_is_remembered_who_has_not_agreed_to_it(memory, ann, bo) -> None:
    assert not memory.allowed(ann)

    memory.allow(ann, NOW)

    assert memory.allowed(ann)
    assert not memory.allowed(bo)


def test_an_agreement_stands_after_a_restart(memory, settings, ann) -> None:
    memory.allow(ann, NOW)
    memory.allow(ann, NOW + HOUR)

    assert People(open_database(settings), SECRET).was_told(ann, PURPOSE, VERSION)


def test_whoever_takes_the_agreement_back_is_forgotten(memory, ann, bo) -> None:
    for employee in (ann, bo):
        memory.allow(employee, NOW)
        memory.remember(employee, "I prefer mornings", NOW)

    memory.disallow(ann, NOW + HOUR)

    assert not memory.allowed(ann)
    assert texts(memory, ann) == []
    assert memory.allowed(bo)
    assert texts(memory, bo) == ["I prefer mornings"]


def test_whoever_agrees_again_begins_anew(memory, ann) -> None:
    memory.allow(ann, NOW)
    memory.remember(ann, "I prefer mornings", NOW)
    memory.disallow(ann, NOW + HOUR)

    memory.allow(ann, NOW + 2 * HOUR)

    assert memory.allowed(ann)
    assert texts(memory, ann) == []


def test_taking_back_what_was_never_given_is_no_error(memory, ann) -> None:
    memory.disallow(ann, NOW)

    assert not memory.allowed(ann)


def test_what_was_said_in_a_session_is_kept_only_with_the_agreement(memory, ann) -> None:
    said = ["My manager plans on Fridays", "yes", "I work on weekends too"]

    memory.keep_session(ann, said, NOW)
    assert texts(memory, ann) == []

    memory.allow(ann, NOW)
    memory.keep_session(ann, said, NOW)
    memory.keep_session(ann, [], NOW)
    memory.keep_session(ann, ["ok", ""], NOW)
    assert sorted(texts(memory, ann)) == ["I work on weekends too", "My manager plans on Fridays"]
    assert {fact.origin for fact in memory.facts(ann)} == {"session"}


def test_a_very_long_text_is_kept_up_to_a_limit(memory, ann) -> None:
    memory.allow(ann, NOW)
    number = memory.remember(ann, "word " * 500, NOW)
    memory.keep_session(ann, ["said " * 500], NOW + HOUR)
    assert [len(text) for text in texts(memory, ann)] == [MAX_TEXT, MAX_TEXT]

    assert memory.change(ann, number, "other " * 500, NOW)
    assert [len(text) for text in texts(memory, ann)] == [MAX_TEXT, MAX_TEXT]


def test_facts_come_oldest_first_with_where_they_come_from(memory, ann) -> None:
    memory.allow(ann, NOW)
    memory.keep_session(ann, ["I work on weekends"], NOW + HOUR)
    memory.remember(ann, "I prefer mornings", NOW)

    assert [(f.text, f.origin) for f in memory.facts(ann)] == [
        ("I prefer mornings", "told"),
        ("I work on weekends", "session"),
    ]


def test_a_question_finds_what_is_like_it_and_the_likest_first(memory, ann) -> None:
    for text in (
        "My manager is called Sam",
        "I prefer mornings for difficult talks",
        "difficult talks tire me",
    ):
        memory.remember(ann, text, NOW)

    found = [fact.text for fact in memory.find(ann, "difficult talks")]

    assert found == ["difficult talks tire me", "I prefer mornings for difficult talks"]


def test_a_question_about_something_else_finds_nothing(memory, ann) -> None:
    assert memory.find(ann, "mornings") == []
    memory.remember(ann, "I prefer mornings", NOW)

    assert memory.find(ann, "travel expenses") == []
    assert memory.find(ann, "") == []


def test_no_question_is_answered_with_more_than_a_few_memories(memory, ann) -> None:
    for n in range(MAX_ANSWERS + 3):
        memory.remember(ann, "mornings suit me", NOW + n * HOUR)

    assert len(memory.find(ann, "mornings suit me")) == MAX_ANSWERS


def test_a_changed_memory_is_found_by_its_new_words_only(memory, ann) -> None:
    number = memory.remember(ann, "mornings suit", NOW)

    assert memory.change(ann, number, "evenings suit", NOW)

    assert [fact.text for fact in memory.find(ann, "evenings suit")] == ["evenings suit"]
    assert memory.find(ann, "mornings") == []


def test_what_was_changed_counts_as_told_on_that_day_wherever_it_came_from(memory, ann) -> None:
    memory.allow(ann, NOW)
    memory.keep_session(ann, ["I work on weekends"], NOW)
    [fact] = memory.facts(ann)

    memory.change(ann, fact.id, "I work on weekdays", NOW + HOUR)

    changed = memory.get(ann, fact.id)
    assert (changed.text, changed.origin, changed.created_at) == ("I work on weekdays", "told", NOW + HOUR)


def test_what_was_forgotten_is_found_no_more(memory, ann) -> None:
    number = memory.remember(ann, "mornings suit me", NOW)
    memory.remember(ann, "my manager is Sam", NOW)

    assert memory.forget(ann, number)

    assert not memory.forget(ann, number)
    assert memory.find(ann, "mornings suit me") == []
    assert memory.forget_all(ann) == 1
    assert memory.forget_all(ann) == 0


def test_nobody_finds_sees_changes_or_forgets_what_another_said(memory, ann, bo) -> None:
    number = memory.remember(ann, "mornings suit me", NOW)

    assert memory.facts(bo) == []
    assert memory.find(bo, "mornings suit me") == []
    assert memory.get(bo, number) is None
    assert not memory.change(bo, number, "bo was here", NOW)
    assert not memory.forget(bo, number)
    assert memory.forget_all(bo) == 0
    memory.disallow(bo, NOW)

    assert texts(memory, ann) == ["mornings suit me"]


def test_nothing_of_it_lies_readable_on_disk(memory, ann, tmp_path) -> None:
    memory.allow(ann, NOW)
    memory.remember(ann, "Zebedee plays the Xylophone", NOW)
    memory.keep_session(ann, ["Zebedee plays the Vibraphone"], NOW)

    written = on_disk(tmp_path)
    assert not [word for word in (b"Zebedee", b"Xylophone", b"Vibraphone") if word in written]
