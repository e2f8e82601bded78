import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet

from actions.storage.conversations import Conversations
from actions.storage.database import Sessions, open_database
from actions.storage.encrypted import use_keys
from actions.storage.nudges import Due, Nudges, Wishes
from actions.storage.people import People
from actions.storage.plans import Plans
from gateway.door import Door
from gateway.hub import Hub
from gateway.inbox import Inbox, Incoming
from gateway.neighbours import ActionServer, Rasa
from gateway.outbox import Outbox
from gateway.scheduler import CALM, Scheduler
from gateway.signing import Signer
from gateway.turn import NUDGE, Turns
from gateway.worker import Worker

from .conftest import ACTIONS, RASA, SECRET, on_disk

# A Tuesday, in the middle of everybody's working day.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Bell:
    """A worker that only notes for whom it was called."""

    def __init__(self) -> None:
        self.rung: list[str] = []

    def wake(self, employee_id: str) -> None:
        self.rung.append(employee_id)


@dataclass
class Gateway:
    """A door and its scheduler on a database; a second one is as another process, or one after a restart."""

    sessions: Sessions
    zone: str = "UTC"
    # Whoever works the inbox off; nobody does so without.
    turns: Turns | None = None

    def __post_init__(self) -> None:
        self.inbox, self.outbox, self.hub = Inbox(self.sessions), Outbox(self.sessions), Hub()
        self.people = People(self.sessions, SECRET)
        self.nudges, self.plans = Nudges(self.sessions), Plans(self.sessions)
        self.conversations = Conversations(self.sessions)
        self.bell = Bell()
        worker: Any = Worker(self.inbox, self.turns, self.hub) if self.turns else self.bell
        self.door = Door(
            self.people, self.inbox, self.outbox, self.hub, worker, Signer(SECRET), True, self.nudges
        )
        self.scheduler = Scheduler(self.door, self.nudges, self.conversations, self.zone)

    def plan(self, employee: str, check_at: datetime = NOW, at: datetime = NOW - 7 * DAY) -> str:
        """Stores a plan with its check-in."""
        words = {part: f"{part} of it" for part in ("goal", "cue", "action", "obstacle", "remedy")}
        return self.plans.add(employee, session_id=None, goal_id=None, check_at=check_at, at=at, **words)

    def deliver(self, now: datetime = NOW, employee: str | None = None) -> list[int]:
        """Hands over what is due."""
        return asyncio.run(self.scheduler.deliver(now, employee))

    def handed(self, employee: str) -> list[str]:
        """Returns the nudges that stand in the employee's inbox, oldest first."""
        return [m.text for m in self.inbox.recent(employee, 50) if m.channel == NUDGE]


def due(number: int) -> str:
    return f'/check_in_due{{"nudge": "{number}"}}'


@pytest.fixture
def gateway(sessions) -> Gateway:
    return Gateway(sessions)


@pytest.fixture
def another(settings) -> Callable[[], Gateway]:
    """Makes a gateway of its own on the same database."""
    return lambda: Gateway(open_database(settings))


def crashing(*_: object) -> None:
    raise OSError("the process is gone")


def test_a_due_check_in_reaches_the_inbox_once_as_a_command_of_its_moment(gateway, ann) -> None:
    gateway.plan(ann)

    numbers = gateway.deliver(NOW + 3 * MINUTE)

    [message] = gateway.inbox.recent(ann, 10)
    assert numbers == [message.id]
    assert (message.channel, message.text, message.is_command) == (NUDGE, due(1), True)
    assert (message.employee_id, message.at, message.state) == (ann, NOW + 3 * MINUTE, "waiting")
    assert gateway.bell.rung == [ann]
    assert gateway.nudges.last_sent(ann) == NOW + 3 * MINUTE
    assert gateway.deliver(NOW + 4 * MINUTE) == []
    assert gateway.deliver(NOW + 9 * DAY) == []
    assert gateway.handed(ann) == [due(1)]


def test_what_is_not_due_yet_stays_where_it_is(gateway, ann) -> None:
    gateway.plan(ann, NOW + MINUTE)

    assert gateway.deliver(NOW) == []
    assert gateway.handed(ann) == []
    assert [nudge.due_at for nudge in gateway.nudges.waiting(NOW + MINUTE)] == [NOW + MINUTE]
    assert len(gateway.deliver(NOW + MINUTE)) == 1


def test_what_fell_due_while_nothing_ran_is_handed_over_late_rather_than_never(gateway, ann) -> None:
    gateway.plan(ann, NOW - 3 * DAY)

    assert len(gateway.deliver()) == 1


def test_a_process_that_dies_between_the_two_steps_hands_nothing_over_twice(
    gateway, another, ann, monkeypatch
) -> None:
    gateway.plan(ann)
    monkeypatch.setattr(gateway.nudges, "sent", crashing)
    gateway.deliver()
    assert gateway.handed(ann) == [due(1)]

    restarted = another()
    assert restarted.deliver(NOW + MINUTE) == []

    assert restarted.handed(ann) == [due(1)]
    assert restarted.nudges.last_sent(ann) == NOW + MINUTE
    assert restarted.nudges.waiting(NOW + 9 * DAY) == []


def test_a_check_in_that_was_begun_before_the_crash_is_not_begun_again(
    gateway, another, ann, monkeypatch
) -> None:
    gateway.plan(ann)
    monkeypatch.setattr(gateway.nudges, "sent", crashing)
    gateway.deliver()
    # The inbox was worked off before the process died.
    gateway.conversations.begin(ann, "check_in", "{}", NOW)

    restarted = another()
    for later in range(4):
        restarted.deliver(NOW + later * HOUR + MINUTE)

    assert restarted.handed(ann) == [due(1)]
    assert restarted.nudges.waiting(NOW + 9 * DAY) == []


def test_an_inbox_that_fails_leaves_the_nudge_due(gateway, ann, monkeypatch) -> None:
    gateway.plan(ann)
    with monkeypatch.context() as broken:
        broken.setattr(gateway.inbox, "accept", crashing)
        assert gateway.deliver() == []
    assert gateway.nudges.last_sent(ann) is None

    assert len(gateway.deliver(NOW + MINUTE)) == 1


def test_two_schedulers_on_one_database_hand_everything_over_once(gateway, another, ann, bo) -> None:
    second = another()
    gateway.plan(ann)
    gateway.plan(bo)
    gateway.nudges.add(ann, "reminder", NOW, text="call")

    async def both() -> None:
        await asyncio.gather(*(side.scheduler.deliver(NOW) for side in (gateway, second) for _ in range(3)))

    asyncio.run(both())

    assert sorted(gateway.handed(ann)) == [due(1), due(3)]
    assert gateway.handed(bo) == [due(2)]


class Late(Nudges):
    """Goes by what was due a moment ago, as a process that was held up does."""

    seen: list[Due]

    def waiting(self, until: datetime, employee_id: str | None = None) -> list[Due]:
        return self.seen


def test_a_process_that_was_held_up_does_not_make_a_said_nudge_wait_again(
    gateway, another, sessions, ann
) -> None:
    gateway.plan(ann)
    second = another()
    late = Late(sessions)
    late.seen = gateway.nudges.waiting(NOW)
    gateway.deliver()

    asyncio.run(Scheduler(second.door, late, second.conversations, "UTC").deliver(NOW))

    assert gateway.handed(ann) == [due(1)]
    assert gateway.nudges.last_sent(ann) == NOW


def test_one_employee_gets_one_check_in_a_day_and_the_next_one_tomorrow(gateway, ann, bo) -> None:
    gateway.plan(ann)
    gateway.plan(ann, NOW + MINUTE)
    gateway.plan(bo)

    gateway.deliver(NOW + HOUR)
    assert gateway.handed(ann) == [due(1)]
    assert gateway.handed(bo) == [due(3)]
    gateway.deliver(NOW + 8 * HOUR)
    assert gateway.handed(ann) == [due(1)]

    gateway.deliver(NOW + DAY)
    assert gateway.handed(ann) == [due(1), due(2)]


def test_quiet_hours_move_a_check_in_to_their_end(gateway, ann) -> None:
    gateway.plan(ann, NOW + 10 * HOUR)

    assert gateway.deliver(NOW + 10 * HOUR) == []
    morning = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    assert [nudge.due_at for nudge in gateway.nudges.waiting(morning)] == [morning]
    assert gateway.deliver(morning - MINUTE) == []
    assert len(gateway.deliver(morning)) == 1


@pytest.mark.parametrize(
    ("zone", "company", "moment", "said"),
    [
        ("", "UTC", 10, True),
        ("", "Asia/Tokyo", 10, False),
        ("", "America/New_York", 10, False),
        ("", "America/New_York", 14, True),
        ("Asia/Tokyo", "UTC", 10, False),
        ("Europe/Berlin", "America/New_York", 10, True),
    ],
)
def test_quiet_hours_are_those_of_the_employees_zone_or_else_of_the_companys(
    sessions, ann, zone: str, company: str, moment: int, said: bool
) -> None:
    gateway = Gateway(sessions, zone=company)
    gateway.nudges.wish(ann, timezone=zone)
    at = NOW.replace(hour=moment)
    gateway.plan(ann, at)

    assert bool(gateway.deliver(at)) is said


def test_ones_own_quiet_hours_count(gateway, ann) -> None:
    gateway.nudges.wish(ann, quiet_from=9, quiet_until=15)
    gateway.plan(ann)

    assert gateway.deliver() == []
    assert gateway.deliver(NOW + 4 * HOUR) == []
    assert len(gateway.deliver(NOW + 5 * HOUR)) == 1


def test_whoever_muted_hears_nothing_until_that_is_taken_back(gateway, ann, bo) -> None:
    gateway.nudges.wish(ann, muted=True)
    gateway.plan(ann)
    gateway.nudges.add(ann, "reminder", NOW, text="call")
    gateway.plan(bo)

    assert len(gateway.deliver()) == 1
    assert gateway.deliver(NOW + DAY) == []
    assert gateway.handed(ann) == []
    assert gateway.nudges.last_sent(ann) is None

    gateway.nudges.wish(ann, muted=False)
    gateway.deliver(NOW + 2 * DAY)
    assert sorted(gateway.handed(ann)) == [due(1), due(2)]


def test_a_conversation_that_is_going_on_delays_a_check_in_until_it_is_calm(gateway, ann, bo) -> None:
    session = gateway.conversations.begin(ann, "coaching", "{}", NOW - 10 * MINUTE)
    gateway.plan(ann)
    gateway.plan(bo)

    gateway.deliver()
    assert gateway.handed(ann) == []
    assert gateway.handed(bo) == [due(2)]

    gateway.conversations.save(ann, session, "{}", "open", NOW + 50 * MINUTE)
    assert gateway.deliver(NOW + CALM) == []
    assert len(gateway.deliver(NOW + 2 * CALM)) == 1


@pytest.mark.parametrize("status", ["paused", "finished", "stopped"])
def test_a_conversation_that_is_over_delays_nothing(gateway, ann, status: str) -> None:
    session = gateway.conversations.begin(ann, "coaching", "{}", NOW)
    gateway.conversations.save(ann, session, "{}", status, NOW)
    gateway.plan(ann)

    assert len(gateway.deliver()) == 1


def test_a_conversation_that_was_left_open_does_not_delay_a_check_in_for_ever(gateway, ann) -> None:
    gateway.conversations.begin(ann, "coaching", "{}", NOW - CALM)
    gateway.plan(ann)

    assert len(gateway.deliver()) == 1


def test_a_reminder_comes_at_its_very_time_whatever_else_holds(gateway, ann) -> None:
    night = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    gateway.nudges.wish(ann, quiet_from=20, quiet_until=8)
    gateway.plan(ann)
    gateway.deliver()
    gateway.conversations.begin(ann, "coaching", "{}", night - MINUTE)
    gateway.nudges.add(ann, "reminder", night, text="take the bins out")
    gateway.nudges.add(ann, "reminder", night, text="lock up")

    assert gateway.deliver(night - MINUTE) == []
    assert len(gateway.deliver(night)) == 2
    assert gateway.handed(ann) == [due(1), due(2), due(3)]


def test_a_check_in_whose_plan_ended_meanwhile_is_not_handed_over(gateway, ann) -> None:
    plan = gateway.plan(ann)
    gateway.plans.end(ann, plan, "done")

    assert gateway.deliver() == []
    assert gateway.handed(ann) == []


def test_only_what_is_due_of_the_named_employee_is_handed_over(gateway, ann, bo) -> None:
    gateway.plan(ann)
    gateway.plan(bo)

    assert len(gateway.deliver(NOW, ann)) == 1
    assert gateway.handed(bo) == []
    assert len(gateway.deliver(NOW)) == 1


def test_one_employees_reminder_whose_key_is_gone_does_not_silence_everybody(
    gateway, settings, ann, bo
) -> None:
    use_keys([Fernet.generate_key().decode()])
    gateway.nudges.add(ann, "reminder", NOW - HOUR, text="written with a key that was lost")
    use_keys(settings.key_list)
    gateway.plan(bo)

    gateway.deliver()

    assert gateway.handed(bo) == [due(2)]


def test_one_employees_session_whose_key_is_gone_does_not_silence_everybody(
    gateway, settings, ann, bo
) -> None:
    use_keys([Fernet.generate_key().decode()])
    gateway.conversations.begin(ann, "coaching", "{}", NOW - 5 * HOUR)
    use_keys(settings.key_list)
    gateway.plan(ann, NOW - HOUR)
    gateway.plan(bo)

    gateway.deliver()

    assert gateway.handed(bo) == [due(2)]


def test_a_store_that_fails_once_is_looked_into_again_and_says_nothing_of_it(
    gateway, ann, monkeypatch, caplog
) -> None:
    gateway.nudges.add(ann, "reminder", NOW, text="call Zebedee")
    monkeypatch.setattr("gateway.scheduler.POLL", 0.0)
    tries: list[datetime] = []
    waiting = gateway.nudges.waiting

    def fails_once(now: datetime, employee_id: str | None = None) -> list[Due]:
        tries.append(now)
        if len(tries) == 1:
            raise OSError("locked over Zebedee")
        return waiting(now, employee_id)

    monkeypatch.setattr(gateway.nudges, "waiting", fails_once)

    async def scene() -> None:
        running = asyncio.create_task(gateway.scheduler.run())
        while not gateway.bell.rung:
            await asyncio.sleep(0)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    monkeypatch.setattr("gateway.scheduler.datetime", Clock)
    asyncio.run(asyncio.wait_for(scene(), 10))

    assert gateway.handed(ann) == [due(1)]
    assert tries[0].tzinfo is not None
    assert "OSError" in caplog.text
    assert "Zebedee" not in caplog.text


class Clock:
    """A clock that stands still."""

    @staticmethod
    def now(zone: Any) -> datetime:
        return NOW.astimezone(zone)


def test_no_reminder_lies_readable_in_the_inbox(gateway, ann, tmp_path) -> None:
    gateway.nudges.add(ann, "reminder", NOW, text="call Zebedee about the Xylophone")

    gateway.deliver()

    assert b"Zebedee" not in on_disk(tmp_path)
    assert gateway.handed(ann) == [due(1)]


def test_a_nudge_that_fails_is_logged_without_its_words_and_holds_nobody_up(
    gateway, ann, bo, monkeypatch, caplog
) -> None:
    gateway.nudges.add(ann, "reminder", NOW - HOUR, text="call Zebedee")
    gateway.plan(bo)
    wishes = gateway.nudges.wishes

    def fails_for_ann(employee: str) -> Wishes:
        if employee == ann:
            raise OSError("locked over Zebedee")
        return wishes(employee)

    monkeypatch.setattr(gateway.nudges, "wishes", fails_for_ann)

    assert len(gateway.deliver()) == 1

    assert gateway.handed(bo) == [due(2)]
    assert [nudge.id for nudge in gateway.nudges.waiting(NOW)] == [1]
    assert "nudge 1 over: OSError" in caplog.text
    assert "Zebedee" not in caplog.text


@pytest.fixture
def working(sessions, neighbours) -> Gateway:
    """A gateway whose inbox is worked off."""
    people, nudges = People(sessions, SECRET), Nudges(sessions)
    return Gateway(
        sessions, turns=Turns(Rasa(RASA, SECRET, 5), ActionServer(ACTIONS, SECRET, 5), people, nudges)
    )


def run_through(gateway: Gateway, employee: str, incoming: Incoming | None = None) -> None:
    """Delivers what is due, or a message, and waits until it is worked off."""

    async def scene() -> None:
        with gateway.hub.listen(employee) as events:
            if incoming:
                await gateway.door.accept(incoming)
            else:
                assert await gateway.scheduler.deliver(NOW, employee)
            while (await events.get()).name != "done":
                pass

    asyncio.run(asyncio.wait_for(scene(), 5))


def test_a_nudge_goes_to_rasa_with_its_moment_and_the_employees_zone(working, neighbours, ann) -> None:
    working.nudges.wish(ann, timezone="Europe/Berlin")
    working.people.record(ann, "first_contact", 99)
    working.plan(ann)

    run_through(working, ann)

    [(_, body)] = neighbours.asked
    assert (body["text"], body["channel"], body["conversation"]) == (due(1), NUDGE, ann)
    assert body["metadata"] == {"at": NOW.isoformat(), "timezone": "Europe/Berlin"}


def test_a_nudge_whose_plan_is_over_says_nothing_and_a_message_is_always_answered(
    working, neighbours, ann
) -> None:
    neighbours.says = lambda turn: []
    working.people.record(ann, "first_contact", 99)
    working.plan(ann)

    run_through(working, ann)
    assert working.outbox.undelivered(ann) == []

    run_through(working, ann, Incoming("web", "1", ann, "hello"))
    assert [reply.kind for _, reply in working.outbox.undelivered(ann)] == ["decline"]


def ask(client: Any, text: str, at: datetime | None) -> list[str]:
    given = {"text": text, "user": "ann", **({"at": at.isoformat()} if at else {})}
    response = client.post("/development/ask", json=given, headers={"Authorization": f"Bearer {SECRET}"})
    assert response.status_code == 200, response.text
    return [reply["text"] for reply in response.json()["replies"]]


def test_what_is_due_by_the_named_moment_is_said_before_the_answer(client, settings, neighbours) -> None:
    neighbours.says = lambda turn: [{"text": f"You said {turn['text'][:14]}"}]
    ask(client, "hello", None)
    gateway = Gateway(open_database(settings))
    employee = gateway.people.employee_id("terminal", "development", "ann")
    # So far ahead that the gateway's own scheduler sees none of it.
    at = datetime(2099, 1, 14, 10, 0, tzinfo=UTC)
    gateway.plan(employee, at)
    gateway.plan(gateway.people.employee_id("terminal", "development", "bo"), at)

    assert ask(client, "not yet", at - MINUTE) == ["You said not yet"]
    assert ask(client, "now", at + MINUTE) == ["You said /check_in_due{", "You said now"]
    assert ask(client, "again", at + 2 * MINUTE) == ["You said again"]
    assert len([text for text in neighbours.texts() if text.startswith("/check_in_due")]) == 1


def test_without_a_named_moment_nothing_is_handed_over_ahead_of_its_time(
    client, settings, neighbours
) -> None:
    gateway = Gateway(open_database(settings))
    gateway.plan(
        gateway.people.employee_id("terminal", "development", "ann"), datetime(2099, 1, 14, tzinfo=UTC)
    )

    ask(client, "hello", None)

    assert neighbours.texts() == ["hello"]


def test_the_zone_of_a_device_is_kept_where_the_employee_named_none(gateway, ann, bo) -> None:
    gateway.door.keep_zone(ann, "Europe/Berlin")
    gateway.nudges.wish(bo, timezone="Asia/Tokyo", quiet_from=20)

    gateway.door.keep_zone(bo, "Europe/Berlin")

    assert gateway.nudges.wishes(ann) == Wishes("Europe/Berlin")
    assert gateway.nudges.wishes(bo) == Wishes("Asia/Tokyo", quiet_from=20)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "europe/berlin", "../etc/passwd", "x" * 1000, "\x00"])
def test_a_zone_that_is_none_is_not_kept(gateway, ann, zone: str) -> None:
    gateway.door.keep_zone(ann, zone)

    assert gateway.nudges.wishes(ann) == Wishes()


def test_a_kept_zone_leaves_the_other_wishes_alone(gateway, ann) -> None:
    gateway.nudges.wish(ann, quiet_from=20, quiet_until=9, muted=True)

    gateway.door.keep_zone(ann, "Europe/Berlin")

    assert gateway.nudges.wishes(ann) == Wishes("Europe/Berlin", 20, 9, muted=True)


def test_the_zone_goes_with_a_device_that_travels(gateway, ann) -> None:
    gateway.door.keep_zone(ann, "Europe/Berlin")

    gateway.door.keep_zone(ann, "America/New_York")

    assert gateway.nudges.wishes(ann).timezone == "America/New_York"


def test_quiet_hours_are_those_of_the_place_that_the_employee_writes_from(gateway, ann) -> None:
    gateway.door.keep_zone(ann, "Europe/Berlin")
    gateway.plan(ann)
    gateway.door.keep_zone(ann, "America/New_York")

    assert gateway.deliver() == []
    assert len(gateway.deliver(NOW + 3 * HOUR)) == 1


def test_a_zone_that_was_named_on_a_journey_stays_whatever_the_device_says(gateway, ann) -> None:
    gateway.door.keep_zone(ann, "Europe/Berlin")
    gateway.nudges.wish(ann, timezone="Asia/Tokyo")
    gateway.door.keep_zone(ann, "America/New_York")

    assert gateway.nudges.wishes(ann).timezone == "Asia/Tokyo"
    gateway.nudges.wish(ann, timezone="")
    assert gateway.nudges.wishes(ann).timezone == "America/New_York"


def test_other_wishes_do_not_make_a_devices_zone_a_named_one(gateway, ann) -> None:
    gateway.door.keep_zone(ann, "Europe/Berlin")
    gateway.nudges.wish(ann, quiet_from=20, quiet_until=9)

    gateway.door.keep_zone(ann, "America/New_York")

    assert gateway.nudges.wishes(ann) == Wishes("America/New_York", 20, 9)
