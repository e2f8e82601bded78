from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import IntegrityError

from actions.storage.conversations import Conversations
from actions.storage.database import Sessions, open_database
from actions.storage.goals import Goals
from actions.storage.nudges import Nudges
from actions.storage.plans import Plans
from actions.storage.tables import Employee, Nudge, Plan

from ..conftest import on_disk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHECK = NOW + timedelta(days=7)
HOUR = timedelta(hours=1)
FAR = NOW + timedelta(days=365)


@pytest.fixture
def plans(sessions) -> Plans:
    return Plans(sessions)


@pytest.fixture
def nudges(sessions) -> Nudges:
    return Nudges(sessions)


def add(plans: Plans, employee: str, **fields: Any) -> str:
    told: dict[str, Any] = {
        "session_id": None,
        "goal_id": None,
        "goal": "agree on a limit",
        "cue": "Tuesday after lunch",
        "action": "talk to him",
        "obstacle": "he is away",
        "remedy": "write to him",
        "check_at": CHECK,
        "at": NOW,
    }
    return plans.add(employee, **{**told, **fields})


def states(sessions: Sessions) -> list[tuple[str | None, str]]:
    with sessions() as session:
        rows = session.execute(select(Nudge).order_by(Nudge.id)).scalars()
        return [(row.plan_id, row.state) for row in rows]


def test_a_plan_comes_back_as_it_was_confirmed(plans, settings, sessions, ann) -> None:
    goal = Goals(sessions).add(ann, "agree on a limit", at=NOW)
    held = Conversations(sessions).begin(ann, "coaching", "{}", NOW)
    plan = add(plans, ann, session_id=held, goal_id=goal)

    stored = Plans(open_database(settings)).get(ann, plan)

    assert stored is not None
    assert (stored.goal, stored.cue, stored.action) == (
        "agree on a limit",
        "Tuesday after lunch",
        "talk to him",
    )
    assert (stored.obstacle, stored.remedy) == ("he is away", "write to him")
    assert (stored.check_at, stored.created_at, stored.status) == (CHECK, NOW, "active")
    assert (stored.goal_id, stored.session_id) == (goal, held)


def test_a_plan_comes_with_its_check_in(plans, nudges, ann) -> None:
    plan = add(plans, ann)

    [nudge] = nudges.waiting(FAR)
    assert (nudge.employee_id, nudge.kind, nudge.due_at) == (ann, "check_in", CHECK)
    stored = nudges.get(ann, nudge.id)
    assert (stored.plan_id, stored.text) == (plan, None)


def test_a_plan_whose_check_in_cannot_be_stored_is_not_stored_either(plans, sessions, ann) -> None:
    with sessions.begin() as session:
        session.execute(
            text("CREATE TRIGGER full BEFORE INSERT ON nudges BEGIN SELECT RAISE(ABORT, 'full'); END")
        )

    with pytest.raises(IntegrityError):
        add(plans, ann)

    assert plans.all(ann) == []


def test_plans_come_oldest_first_and_the_one_confirmed_last_is_the_latest(plans, ann) -> None:
    newest = add(plans, ann, at=NOW + 2 * HOUR)
    oldest = add(plans, ann, at=NOW)
    middle = add(plans, ann, at=NOW + HOUR)

    assert [plan.id for plan in plans.all(ann)] == [oldest, middle, newest]
    assert plans.latest(ann).id == newest
    plans.end(ann, newest, "done")
    assert plans.latest(ann).id == newest


def test_somebody_without_a_plan_has_no_latest(plans, ann) -> None:
    assert plans.latest(ann) is None
    assert plans.all(ann) == []


@pytest.mark.parametrize("status", ["done", "not_done", "dropped"])
def test_a_plan_that_ended_is_no_longer_asked_about(plans, nudges, ann, status: str) -> None:
    plan = add(plans, ann)

    plans.end(ann, plan, status)

    assert plans.get(ann, plan).status == status
    assert nudges.waiting(FAR) == []


def test_the_end_of_one_plan_leaves_the_others_check_in_and_reminders_alone(
    plans, nudges, sessions, ann
) -> None:
    ended, kept = add(plans, ann), add(plans, ann, at=NOW + HOUR)
    nudges.add(ann, "reminder", CHECK, text="call")

    plans.end(ann, ended, "done")

    waiting = [nudges.get(ann, nudge.id) for nudge in nudges.waiting(FAR)]
    assert [nudge.plan_id for nudge in waiting] == [kept, None]
    assert plans.get(ann, kept).status == "active"


def test_a_check_in_that_was_said_stays_said_when_its_plan_ends(plans, nudges, sessions, ann) -> None:
    plan = add(plans, ann)
    [nudge] = nudges.waiting(FAR)
    nudges.sent(nudge.id, CHECK)

    plans.end(ann, plan, "done")

    assert states(sessions) == [(plan, "sent")]
    assert nudges.last_sent(ann) == CHECK


@pytest.mark.parametrize(
    ("before", "after"), [("active", "dropped"), ("done", "done"), ("not_done", "not_done")]
)
def test_how_a_replaced_plan_went_stays_as_it_was_told(plans, nudges, ann, before, after) -> None:
    plan = add(plans, ann)
    if before != "active":
        plans.end(ann, plan, before)

    plans.replace(ann, plan)

    assert plans.get(ann, plan).status == after
    assert nudges.waiting(FAR) == []


def test_nobody_sees_replaces_or_ends_anothers_plan(plans, nudges, sessions, ann, bo) -> None:
    plan = add(plans, ann)
    before = plans.get(ann, plan)

    assert plans.get(bo, plan) is None
    assert plans.latest(bo) is None
    assert plans.all(bo) == []
    plans.replace(bo, plan)
    plans.end(bo, plan, "done")

    assert plans.get(ann, plan) == before
    assert [nudge.employee_id for nudge in nudges.waiting(FAR)] == [ann]


def test_a_plan_that_is_not_there_is_replaced_and_ended_without_harm(plans, ann) -> None:
    plans.replace(ann, "gone")
    plans.end(ann, "gone", "done")

    assert plans.get(ann, "gone") is None


def test_every_method_wants_to_know_whose_plan_it_is() -> None:
    public = {name for name in vars(Plans) if not name.startswith("_")}

    assert public == {"add", "get", "latest", "all", "replace", "end"}


def test_no_part_of_a_plan_lies_readable_on_disk(plans, ann, tmp_path) -> None:
    words = {part: f"{part} Xylophone {part}" for part in ("goal", "cue", "action", "obstacle", "remedy")}
    plan = add(plans, ann, **words)

    assert b"Xylophone" not in on_disk(tmp_path)
    assert plans.get(ann, plan).remedy == "remedy Xylophone remedy"


def test_plans_and_their_check_ins_go_with_their_employee(plans, sessions, ann, bo) -> None:
    add(plans, ann)
    kept = add(plans, bo)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    with sessions() as session:
        assert session.execute(select(Plan.id)).scalars().all() == [kept]
    assert states(sessions) == [(kept, "waiting")]
