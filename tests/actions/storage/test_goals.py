from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select

from actions.storage.database import open_database
from actions.storage.goals import Goals
from actions.storage.tables import Employee, Goal, Progress

from ..conftest import on_disk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def goals(sessions) -> Goals:
    return Goals(sessions)


def test_a_goal_comes_back_as_it_was_set(goals, settings, ann) -> None:
    due = NOW + timedelta(days=30)
    goal = goals.add(
        ann, "hold three talks", at=NOW, measure="number", target=3.0, due_at=due, skill="speaking", start=1.0
    )

    stored = Goals(open_database(settings)).get(ann, goal)

    assert stored is not None
    assert (stored.text, stored.measure, stored.target, stored.start) == (
        "hold three talks",
        "number",
        3.0,
        1.0,
    )
    assert (stored.due_at, stored.created_at, stored.skill) == (due, NOW, "speaking")
    assert (stored.status, stored.values) == ("active", ())


def test_a_goal_of_which_nothing_else_is_said_is_rated(goals, ann) -> None:
    stored = goals.get(ann, goals.add(ann, "listen better", at=NOW))

    assert (stored.measure, stored.target, stored.due_at, stored.skill) == ("rating", None, None, None)


def test_goals_come_oldest_first_whatever_their_order_in_the_file(goals, ann) -> None:
    newest = goals.add(ann, "third", at=NOW + 2 * HOUR)
    oldest = goals.add(ann, "first", at=NOW)
    middle = goals.add(ann, "second", at=NOW + HOUR)

    assert [goal.id for goal in goals.active(ann)] == [oldest, middle, newest]
    for goal in (newest, oldest):
        goals.change(ann, goal, status="done")
    assert [goal.id for goal in goals.ended(ann)] == [oldest, newest]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_goal_that_ended_is_no_longer_worked_on_but_still_known(goals, ann, status: str) -> None:
    goal = goals.add(ann, "listen better", at=NOW)

    assert goals.change(ann, goal, status=status, ended_at=NOW + HOUR)

    assert goals.active(ann) == []
    assert [(g.id, g.status) for g in goals.ended(ann)] == [(goal, status)]
    assert goals.get(ann, goal).status == status


def test_the_numbers_come_in_the_order_they_were_reported_in(goals, ann) -> None:
    goal, other = goals.add(ann, "listen", at=NOW), goals.add(ann, "speak", at=NOW + HOUR)

    for value in (4.0, 2.5, 7.0, 2.5):
        assert goals.report(ann, goal, value, NOW)
    assert goals.report(ann, other, 1.0, NOW)

    assert goals.get(ann, goal).values == (4.0, 2.5, 7.0, 2.5)
    assert [g.values for g in goals.active(ann)] == [(4.0, 2.5, 7.0, 2.5), (1.0,)]


def test_other_words_and_another_date_take_the_place_of_a_goals(goals, ann) -> None:
    goal = goals.add(ann, "listen", at=NOW)

    assert goals.change(ann, goal, text="ask more", due_at=NOW + HOUR)

    stored = goals.get(ann, goal)
    assert (stored.text, stored.due_at, stored.status) == ("ask more", NOW + HOUR, "active")


def test_nobody_sees_changes_or_reports_on_anothers_goal(goals, sessions, ann, bo) -> None:
    goal = goals.add(ann, "listen", at=NOW)
    ended = goals.add(ann, "speak", at=NOW)
    goals.change(ann, ended, status="done")
    before = goals.get(ann, goal)

    assert goals.get(bo, goal) is None
    assert goals.active(bo) == []
    assert goals.ended(bo) == []
    assert not goals.change(bo, goal, text="bo's", status="dropped")
    assert not goals.report(bo, goal, 5.0, NOW)

    assert goals.get(ann, goal) == before
    with sessions() as session:
        assert session.execute(select(func.count()).select_from(Progress)).scalar_one() == 0


def test_a_goal_that_is_not_there_is_nobodys(goals, ann) -> None:
    assert goals.get(ann, "gone") is None
    assert not goals.change(ann, "gone", text="x")
    assert not goals.report(ann, "gone", 1.0, NOW)


def test_every_method_wants_to_know_whose_goal_it_is() -> None:
    public = {name for name in vars(Goals) if not name.startswith("_")}

    assert public == {"add", "change", "report", "get", "active", "ended"}


def test_no_goal_lies_readable_on_disk(goals, ann, tmp_path) -> None:
    goal = goals.add(ann, "play the Xylophone like Zebedee", at=NOW)
    goals.change(ann, goal, text="play the Vibraphone")

    written = on_disk(tmp_path)
    assert not [word for word in (b"Xylophone", b"Zebedee", b"Vibraphone") if word in written]
    assert goals.get(ann, goal).text == "play the Vibraphone"


def test_goals_and_their_numbers_go_with_their_employee(goals, sessions, ann, bo) -> None:
    for employee in (ann, bo):
        goals.report(employee, goals.add(employee, "listen", at=NOW), 3.0, NOW)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    with sessions() as session:
        assert session.execute(select(Goal.employee_id)).scalars().all() == [bo]
        assert len(session.execute(select(Progress)).all()) == 1
