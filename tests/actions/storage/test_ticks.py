from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from actions.storage.database import open_database
from actions.storage.tables import ChecklistTick, Employee
from actions.storage.ticks import Ticks

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def ticks(sessions) -> Ticks:
    return Ticks(sessions)


def rows(sessions) -> list[tuple[str, str, datetime]]:
    with sessions() as session:
        query = select(ChecklistTick).order_by(ChecklistTick.item)
        return [(row.employee_id, row.item, row.done_at) for row in session.execute(query).scalars()]


def test_nothing_is_done_at_first(ticks, ann) -> None:
    assert ticks.done(ann) == set()
    assert ticks.done("nobody") == set()


def test_what_was_ticked_is_done_also_after_a_restart(ticks, settings, ann) -> None:
    ticks.tick(ann, "badge", NOW)
    ticks.tick(ann, "laptop", NOW)

    assert ticks.done(ann) == {"badge", "laptop"}
    assert Ticks(open_database(settings)).done(ann) == {"badge", "laptop"}


def test_ticking_once_more_changes_nothing_but_the_date(ticks, sessions, ann) -> None:
    ticks.tick(ann, "badge", NOW)

    ticks.tick(ann, "badge", NOW + timedelta(days=1))

    assert rows(sessions) == [(ann, "badge", NOW + timedelta(days=1))]


def test_nobody_sees_or_ticks_anothers_list(ticks, sessions, ann, bo) -> None:
    ticks.tick(ann, "badge", NOW)

    assert ticks.done(bo) == set()
    ticks.tick(bo, "badge", NOW + timedelta(days=1))
    ticks.tick(bo, "desk", NOW)

    assert ticks.done(ann) == {"badge"}
    assert (ann, "badge", NOW) in rows(sessions)


def test_every_method_wants_to_know_whose_list_it_is() -> None:
    assert {name for name in vars(Ticks) if not name.startswith("_")} == {"tick", "done"}


def test_ticks_go_with_their_employee(ticks, sessions, ann, bo) -> None:
    ticks.tick(ann, "badge", NOW)
    ticks.tick(bo, "badge", NOW)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    assert rows(sessions) == [(bo, "badge", NOW)]
