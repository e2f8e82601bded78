import base64
import inspect
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from sqlalchemy import delete, func, select

from actions.storage.database import open_database
from actions.storage.memories import OwnMemories
from actions.storage.tables import Employee, Memory

from ..conftest import on_disk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
VECTOR = np.linspace(-1, 1, 24, dtype=np.float32)
OTHER = np.roll(VECTOR, 5)


@pytest.fixture
def anns(sessions, ann) -> OwnMemories:
    return OwnMemories(sessions, ann)


@pytest.fixture
def bos(sessions, bo) -> OwnMemories:
    return OwnMemories(sessions, bo)


def texts(memories: OwnMemories, *origins: str) -> list[str]:
    return [memory.text for memory in memories.all(*origins)]


def test_a_memory_comes_back_with_its_words_origin_date_and_vector(anns, settings, ann) -> None:
    number = anns.add("I prefer mornings", "told", VECTOR, NOW)

    [memory] = OwnMemories(open_database(settings), ann).all()

    assert (memory.id, memory.text, memory.origin, memory.created_at) == (
        number, "I prefer mornings", "told", NOW,
    )  # fmt: skip
    assert memory.vector.dtype == np.float32
    np.testing.assert_allclose(memory.vector, VECTOR, atol=1e-3)


def test_memories_come_oldest_first(anns) -> None:
    for text, at in (("third", NOW + 2 * HOUR), ("first", NOW), ("second", NOW + HOUR)):
        anns.add(text, "told", VECTOR, at)

    assert texts(anns) == ["first", "second", "third"]


def test_memories_can_be_told_apart_by_where_they_come_from(anns) -> None:
    for n, origin in enumerate(("told", "session", "plan", "told")):
        anns.add(f"{origin} {n}", origin, VECTOR, NOW + n * HOUR)

    assert texts(anns, "told") == ["told 0", "told 3"]
    assert texts(anns, "session", "plan") == ["session 1", "plan 2"]
    assert texts(anns, "rumour") == []
    assert len(texts(anns)) == 4


def test_other_words_take_the_place_of_a_memorys_with_their_own_vector_and_date(anns) -> None:
    changed, kept = anns.add("mornings", "session", VECTOR, NOW), anns.add("tea", "told", VECTOR, NOW + HOUR)

    assert anns.change(changed, "evenings", OTHER, NOW + 2 * HOUR)

    first, second = anns.all()
    assert (first.id, first.text) == (kept, "tea")
    assert (second.id, second.text) == (changed, "evenings")
    np.testing.assert_allclose(second.vector, OTHER, atol=1e-3)
    assert (second.origin, second.created_at) == ("told", NOW + 2 * HOUR)


def test_one_memory_is_forgotten_and_the_others_stay(anns) -> None:
    one, two, three = (anns.add(text, "told", VECTOR, NOW) for text in ("a", "b", "c"))

    assert anns.forget(two) == 1
    assert anns.forget(two) == 0
    assert sorted(texts(anns)) == ["a", "c"]
    assert anns.forget(one, three, "gone") == 2
    assert texts(anns) == []


def test_everything_is_forgotten_at_once_and_counted(anns, sessions) -> None:
    for _ in range(3):
        anns.add("a", "session", VECTOR, NOW)

    assert anns.forget() == 3
    assert anns.forget() == 0
    with sessions() as session:
        assert session.execute(select(func.count()).select_from(Memory)).scalar_one() == 0


def test_nobody_sees_changes_or_forgets_anothers_memory(anns, bos) -> None:
    number = anns.add("ann's", "told", VECTOR, NOW)
    bos.add("bo's", "told", VECTOR, NOW)

    assert texts(bos) == ["bo's"]
    assert texts(bos, "told") == ["bo's"]
    assert not bos.change(number, "bo was here", OTHER, NOW)
    assert bos.forget(number) == 0
    assert bos.forget() == 1

    assert texts(anns) == ["ann's"]
    np.testing.assert_allclose(anns.all()[0].vector, VECTOR, atol=1e-3)


def test_a_memory_that_is_not_there_is_not_changed(anns) -> None:
    assert not anns.change("gone", "x", VECTOR, NOW)
    assert anns.forget("gone") == 0


def test_no_method_can_name_another_employee() -> None:
    public = {name for name in vars(OwnMemories) if not name.startswith("_")}

    assert public == {"add", "all", "change", "forget"}
    taken = {given for name in public for given in inspect.signature(getattr(OwnMemories, name)).parameters}
    assert taken == {"self", "text", "origin", "vector", "at", "origins", "memory_id", "memory_ids"}


def test_neither_the_words_nor_the_vector_lie_readable_on_disk(anns, tmp_path) -> None:
    number = anns.add("Zebedee plays the Xylophone", "told", VECTOR, NOW)
    anns.change(number, "Zebedee plays the Vibraphone", VECTOR, NOW)

    written = on_disk(tmp_path)
    assert not [word for word in (b"Zebedee", b"Xylophone", b"Vibraphone") if word in written]
    for kind in (np.float16, np.float32):
        raw = VECTOR.astype(kind).tobytes()
        assert raw[:24] not in written
        assert base64.b64encode(raw)[:24] not in written


def test_memories_go_with_their_employee(anns, bos, sessions, ann) -> None:
    anns.add("ann's", "told", VECTOR, NOW)
    bos.add("bo's", "told", VECTOR, NOW)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    assert texts(anns) == []
    assert texts(bos) == ["bo's"]
