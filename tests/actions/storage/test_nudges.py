from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import delete, select

from actions.storage.database import open_database
from actions.storage.encrypted import use_keys
from actions.storage.nudges import Due, Nudges, Wishes
from actions.storage.plans import Plans
from actions.storage.tables import Employee, Nudge, Preference

from ..conftest import on_disk
from .test_plans import add as add_plan

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FAR = NOW + timedelta(days=365)


@pytest.fixture
def nudges(sessions) -> Nudges:
    return Nudges(sessions)


def state(sessions, number: int) -> str:
    with sessions() as session:
        return session.get_one(Nudge, number).state


def test_a_nudge_comes_back_as_it_was_stored(nudges, settings, ann) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call Sam")

    stored = Nudges(open_database(settings)).get(ann, number)

    assert stored is not None
    assert (stored.id, stored.employee_id, stored.kind) == (number, ann, "reminder")
    assert (stored.text, stored.plan_id, stored.due_at) == ("call Sam", None, NOW)


def test_what_is_due_comes_oldest_first_and_what_is_not_waits(nudges, ann, bo) -> None:
    later = nudges.add(ann, "reminder", NOW + HOUR, text="b")
    now = nudges.add(bo, "reminder", NOW, text="c")
    earlier = nudges.add(ann, "reminder", NOW - HOUR, text="a")
    # Another zone's clock shows a later hour for an earlier moment.
    east = nudges.add(ann, "reminder", (NOW - 2 * HOUR).astimezone(timezone(13 * HOUR)), text="d")

    assert [nudge.id for nudge in nudges.waiting(NOW)] == [east, earlier, now]
    assert [nudge.id for nudge in nudges.waiting(NOW + HOUR)] == [east, earlier, now, later]
    assert nudges.waiting(NOW - 3 * HOUR) == []


def test_what_is_due_says_whose_and_when_and_not_what_about(nudges, ann) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call Sam")

    assert nudges.waiting(NOW) == [Due(number, ann, "reminder", NOW)]


def test_what_is_due_of_one_employee_names_nobody_else(nudges, ann, bo) -> None:
    nudges.add(ann, "reminder", NOW, text="ann's")
    own = nudges.add(bo, "reminder", NOW, text="bo's")

    assert [nudge.id for nudge in nudges.waiting(NOW, bo)] == [own]
    assert nudges.waiting(NOW, "nobody") == []


def test_an_employee_without_an_id_is_nobody_and_not_everybody(nudges, ann) -> None:
    nudges.add(ann, "reminder", NOW, text="ann's")

    assert nudges.waiting(NOW, "") == []


def test_what_was_said_no_longer_waits_and_can_still_be_read(nudges, sessions, ann) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call")

    nudges.sent(number, NOW + HOUR)

    assert nudges.waiting(FAR) == []
    assert nudges.get(ann, number).text == "call"
    assert nudges.last_sent(ann) == NOW + HOUR
    assert state(sessions, number) == "sent"


def test_the_last_word_unasked_is_the_latest_of_all(nudges, ann, bo) -> None:
    assert nudges.last_sent(ann) is None
    first, second = (nudges.add(ann, "reminder", NOW, text="x") for _ in range(2))
    nudges.add(ann, "reminder", NOW, text="waits")
    nudges.sent(nudges.add(bo, "reminder", NOW, text="x"), FAR)

    nudges.sent(second, NOW + 2 * HOUR)
    nudges.sent(first, NOW + HOUR)

    assert nudges.last_sent(ann) == NOW + 2 * HOUR


def test_what_is_put_off_waits_for_its_new_time(nudges, ann) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call")

    nudges.move(number, NOW + HOUR)

    assert nudges.waiting(NOW) == []
    assert [nudge.due_at for nudge in nudges.waiting(NOW + HOUR)] == [NOW + HOUR]


def test_a_check_in_that_waits_is_moved_and_not_doubled(nudges, sessions, ann) -> None:
    plans = Plans(sessions)
    plan = add_plan(plans, ann, check_at=NOW)
    other = add_plan(plans, ann, check_at=NOW)
    [asked, kept] = nudges.waiting(NOW)

    nudges.ask_again(ann, plan, NOW + HOUR)

    assert [(nudge.id, nudge.due_at) for nudge in nudges.waiting(FAR)] == [
        (kept.id, NOW),
        (asked.id, NOW + HOUR),
    ]
    assert nudges.get(ann, kept.id).plan_id == other


def test_a_check_in_that_was_said_is_followed_by_another(nudges, sessions, ann) -> None:
    plan = add_plan(Plans(sessions), ann, check_at=NOW)
    [said] = nudges.waiting(NOW)
    nudges.sent(said.id, NOW)

    nudges.ask_again(ann, plan, NOW + HOUR)

    [again] = nudges.waiting(FAR)
    assert (again.kind, again.due_at) == ("check_in", NOW + HOUR)
    assert nudges.get(ann, again.id).plan_id == plan
    assert state(sessions, said.id) == "sent"


def test_nobody_moves_anothers_check_in(nudges, sessions, ann, bo) -> None:
    plan = add_plan(Plans(sessions), ann, check_at=NOW)

    nudges.ask_again(bo, plan, NOW + HOUR)

    assert [nudge.due_at for nudge in nudges.waiting(FAR, ann)] == [NOW]


def test_a_cancelled_check_in_is_neither_due_nor_there(nudges, sessions, ann) -> None:
    plans = Plans(sessions)
    plan = add_plan(plans, ann, check_at=NOW)
    [nudge] = nudges.waiting(NOW)

    plans.end(ann, plan, "done")

    assert nudges.waiting(FAR) == []
    assert nudges.get(ann, nudge.id) is None


def test_a_check_in_that_was_cancelled_meanwhile_is_not_brought_back(nudges, sessions, ann) -> None:
    plans = Plans(sessions)
    plan = add_plan(plans, ann, check_at=NOW)
    [seen] = nudges.waiting(NOW)
    plans.end(ann, plan, "done")

    nudges.move(seen.id, NOW + HOUR)

    assert nudges.waiting(FAR) == []


def test_what_another_process_said_meanwhile_is_not_said_again(nudges, settings, ann) -> None:
    nudges.add(ann, "reminder", NOW, text="call")
    [seen] = nudges.waiting(NOW)
    Nudges(open_database(settings)).sent(seen.id, NOW)

    nudges.move(seen.id, NOW + HOUR)

    assert nudges.waiting(FAR) == []
    assert nudges.last_sent(ann) == NOW


def test_a_reminder_whose_key_is_gone_does_not_hold_up_everybodys(nudges, settings, ann, bo) -> None:
    use_keys([Fernet.generate_key().decode()])
    nudges.add(ann, "reminder", NOW - HOUR, text="written with a key that was lost")
    use_keys(settings.key_list)
    readable = nudges.add(bo, "reminder", NOW, text="call")

    assert readable in [nudge.id for nudge in nudges.waiting(NOW)]


def test_nobody_sees_anothers_nudge(nudges, ann, bo) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call")
    nudges.sent(number, NOW)

    assert nudges.get(bo, number) is None
    assert nudges.waiting(FAR, bo) == []
    assert nudges.last_sent(bo) is None


def test_whoever_wished_for_nothing_has_no_wishes(nudges, ann) -> None:
    assert nudges.wishes(ann) == Wishes("", None, None, False)
    assert nudges.wishes("nobody") == Wishes()


def test_a_wish_changes_what_it_names_and_leaves_the_rest(nudges, settings, ann) -> None:
    assert nudges.wish(ann, timezone="Asia/Tokyo") == Wishes("Asia/Tokyo")
    assert nudges.wish(ann, quiet_from=0, quiet_until=7) == Wishes("Asia/Tokyo", 0, 7)
    assert nudges.wish(ann, muted=True) == Wishes("Asia/Tokyo", 0, 7, True)
    assert nudges.wish(ann) == Wishes("Asia/Tokyo", 0, 7, True)

    assert Nudges(open_database(settings)).wishes(ann) == Wishes("Asia/Tokyo", 0, 7, True)
    assert nudges.wish(ann, quiet_from=None, muted=False) == Wishes("Asia/Tokyo", None, 7)


def test_a_wish_that_nobody_knows_is_refused_and_changes_nothing(nudges, ann) -> None:
    with pytest.raises(TypeError):
        nudges.wish(ann, colour="blue")

    assert nudges.wishes(ann) == Wishes()


def test_nobody_sees_or_changes_anothers_wishes(nudges, ann, bo) -> None:
    nudges.wish(ann, timezone="Asia/Tokyo", muted=True)

    assert nudges.wishes(bo) == Wishes()
    nudges.wish(bo, timezone="Europe/Berlin")

    assert nudges.wishes(ann) == Wishes("Asia/Tokyo", muted=True)


def test_only_the_gateway_speaks_of_a_nudge_by_its_number_alone() -> None:
    public = {name for name in vars(Nudges) if not name.startswith("_")}

    by_number = {"get", "sent", "move"}
    assert public == by_number | {"add", "waiting", "last_sent", "ask_again", "wishes", "wish"}


def test_no_reminder_lies_readable_on_disk(nudges, ann, tmp_path) -> None:
    number = nudges.add(ann, "reminder", NOW, text="call Zebedee about the Xylophone")

    written = on_disk(tmp_path)
    assert b"Zebedee" not in written
    assert b"Xylophone" not in written
    assert nudges.get(ann, number).text == "call Zebedee about the Xylophone"


def test_nudges_and_wishes_go_with_their_employee(nudges, sessions, ann, bo) -> None:
    for employee in (ann, bo):
        nudges.add(employee, "reminder", NOW, text="call")
        nudges.wish(employee, muted=True)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    with sessions() as session:
        assert session.execute(select(Nudge.employee_id)).scalars().all() == [bo]
        assert session.execute(select(Preference.employee_id)).scalars().all() == [bo]
