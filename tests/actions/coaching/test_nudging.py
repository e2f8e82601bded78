from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.nudging import A_DAY, QUIET_FROM, QUIET_UNTIL, is_quiet, moment, zone_of
from actions.storage.nudges import Wishes

UTC_ZONE = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
HOUR = timedelta(hours=1)
# Winter, a spring and an autumn change of the clocks, and a year's end.
DAYS = ("2026-01-15", "2026-03-28", "2026-03-29", "2026-10-25", "2026-11-01", "2026-12-31")
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")
QUIET = (
    Wishes(),
    Wishes(quiet_from=22, quiet_until=7),
    Wishes(quiet_from=12, quiet_until=14),
    Wishes(quiet_from=17, quiet_until=9),
    Wishes(quiet_from=0, quiet_until=0),
    Wishes(quiet_from=23, quiet_until=0),
    Wishes(quiet_from=1, quiet_until=0),
)


def at(text: str, zone: ZoneInfo = UTC_ZONE) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def sent_at(
    due: datetime,
    now: datetime | None = None,
    wishes: Wishes = Wishes(),  # noqa: B008
    last: datetime | None = None,
    default: ZoneInfo = UTC_ZONE,
) -> datetime | None:
    return moment(due, now or due, wishes, last, default)


@pytest.mark.parametrize(
    ("due", "now", "expected"),
    [
        ("2026-11-24T10:00", "2026-11-24T10:00", "2026-11-24T10:00"),
        # Found late, as after a stop: at once.
        ("2026-11-24T10:00", "2026-11-24T15:12", "2026-11-24T15:12"),
        ("2026-11-20T10:00", "2026-11-24T10:00", "2026-11-24T10:00"),
        # Not before its time.
        ("2026-11-24T12:30", "2026-11-24T10:00", "2026-11-24T12:30"),
        # The last moment before the quiet hours, the first in them, and the first after.
        ("2026-11-24T17:59:59", "2026-11-24T10:00", "2026-11-24T17:59:59"),
        ("2026-11-24T18:00", "2026-11-24T10:00", "2026-11-25T08:00"),
        ("2026-11-24T23:59", "2026-11-24T10:00", "2026-11-25T08:00"),
        ("2026-11-24T00:00", "2026-11-24T03:20:17", "2026-11-24T08:00"),
        ("2026-11-24T07:59:59", "2026-11-24T07:59:59", "2026-11-24T08:00"),
        ("2026-11-24T08:00", "2026-11-24T08:00", "2026-11-24T08:00"),
        ("2026-12-31T20:00", "2026-12-31T20:00", "2027-01-01T08:00"),
    ],
)
def test_what_is_due_is_said_at_once_unless_it_is_too_early_or_too_late_in_the_day(
    due, now, expected
) -> None:
    assert sent_at(at(due), at(now)) == at(expected)


def test_nobody_is_written_to_twice_within_a_day() -> None:
    last = at("2026-11-24T09:00")

    assert sent_at(last + HOUR, last=last) == at("2026-11-25T08:00")
    assert sent_at(last + A_DAY - timedelta(seconds=1), last=last) == at("2026-11-25T08:00")
    assert sent_at(at("2026-11-25T09:00"), last=last) == at("2026-11-25T09:00")
    assert sent_at(at("2026-11-30T09:00"), last=last) == at("2026-11-30T09:00")


def test_the_same_hour_of_the_next_day_is_not_too_soon() -> None:
    # A check-in of eight in the morning is not pushed on and on by the one of the day before.
    last = at("2026-11-24T08:00:12")

    assert sent_at(at("2026-11-25T08:00"), last=last) == at("2026-11-25T08:00")


def test_one_message_a_day_holds_for_whoever_has_no_quiet_hours_too() -> None:
    wishes = Wishes(quiet_from=12, quiet_until=13)
    last = at("2026-11-24T00:30")

    second = sent_at(at("2026-11-24T14:00"), wishes=wishes, last=last)

    assert second is not None
    assert second.date() > last.date()


@pytest.mark.parametrize("last", [None, "2026-11-01T09:00"])
def test_whoever_muted_hears_nothing(last: str | None) -> None:
    wishes = Wishes(timezone="Europe/Berlin", quiet_from=22, quiet_until=7, muted=True)

    assert sent_at(at("2026-11-24T10:00"), wishes=wishes, last=last and at(last)) is None


@pytest.mark.parametrize(
    ("zone", "due", "expected"),
    [
        # 17:30 in London is half past two in the night in Tokyo and noon in New York.
        ("Asia/Tokyo", "2026-11-24T17:30", "2026-11-24T23:00"),
        ("America/New_York", "2026-11-24T17:30", "2026-11-24T17:30"),
        ("America/New_York", "2026-11-24T09:00", "2026-11-24T13:00"),
        ("Asia/Kathmandu", "2026-11-24T00:00", "2026-11-24T02:15"),
        ("Pacific/Kiritimati", "2026-11-24T10:00", "2026-11-24T18:00"),
        ("Pacific/Pago_Pago", "2026-11-24T10:00", "2026-11-24T19:00"),
    ],
)
def test_the_hours_are_those_of_the_employees_own_clock(zone: str, due: str, expected: str) -> None:
    assert sent_at(at(due), wishes=Wishes(timezone=zone)) == at(expected)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "not a zone"])
def test_whoever_named_no_zone_that_is_known_has_the_companys(zone: str) -> None:
    assert zone_of(Wishes(timezone=zone), NEW_YORK) == NEW_YORK
    assert sent_at(at("2026-11-24T12:59"), wishes=Wishes(timezone=zone), default=NEW_YORK) == at(
        "2026-11-24T13:00"
    )


def test_ones_own_zone_comes_before_the_companys() -> None:
    assert zone_of(Wishes(timezone="Europe/Berlin"), NEW_YORK) == BERLIN


@pytest.mark.parametrize(
    ("zone", "due", "expected", "hours_later"),
    [
        # The night in which the clocks go on is an hour shorter, the other an hour longer.
        (BERLIN, "2026-03-28T18:00", "2026-03-29T08:00", 13),
        (BERLIN, "2026-10-24T18:00", "2026-10-25T08:00", 15),
        (NEW_YORK, "2026-03-07T18:00", "2026-03-08T08:00", 13),
        (NEW_YORK, "2026-10-31T18:00", "2026-11-01T08:00", 15),
    ],
)
def test_the_quiet_hours_end_by_the_clock_when_the_clocks_change(zone, due, expected, hours_later) -> None:
    wishes = Wishes(timezone=zone.key)

    said = sent_at(at(due, zone).astimezone(UTC), wishes=wishes)

    assert said is not None
    assert said.astimezone(zone) == at(expected, zone)
    assert said.astimezone(UTC) - at(due, zone).astimezone(UTC) == timedelta(hours=hours_later)


def test_quiet_hours_that_end_in_the_hour_that_is_left_out_end_where_the_clock_goes_on() -> None:
    wishes = Wishes(timezone="Europe/Berlin", quiet_from=22, quiet_until=2)

    said = sent_at(at("2026-03-28T23:30", BERLIN), wishes=wishes)

    assert said is not None
    assert said.astimezone(UTC) == at("2026-03-29T01:00")


@pytest.mark.parametrize(
    ("wishes", "quiet"),
    [
        (Wishes(), {*range(18, 24), *range(8)}),
        (Wishes(quiet_from=9, quiet_until=12), {9, 10, 11}),
        (Wishes(quiet_from=22, quiet_until=6), {22, 23, 0, 1, 2, 3, 4, 5}),
        (Wishes(quiet_from=0, quiet_until=8), set(range(8))),
        (Wishes(quiet_from=20, quiet_until=0), {20, 21, 22, 23}),
        (Wishes(quiet_from=7, quiet_until=7), set()),
        # Who named one end only keeps the other.
        (Wishes(quiet_from=20), {20, 21, 22, 23, *range(8)}),
        (Wishes(quiet_until=10), {*range(18, 24), *range(10)}),
        # Midnight is an hour like any other, not the lack of one.
        (Wishes(quiet_from=0), set(range(8))),
        (Wishes(quiet_until=0), set(range(18, 24))),
    ],
)
def test_the_quiet_hours_are_those_that_were_named_also_over_midnight(
    wishes: Wishes, quiet: set[int]
) -> None:
    assert {hour for hour in range(24) if is_quiet(hour, wishes)} == quiet


def test_whoever_named_no_hours_is_left_in_peace_outside_of_the_working_day() -> None:
    assert (QUIET_FROM, QUIET_UNTIL) == (18, 8)


def cases() -> Iterator[tuple[datetime, datetime, Wishes, datetime | None]]:
    for day in DAYS:
        for zone in ZONES:
            for hour in (0, 1, 2, 7, 11, 17, 23):
                now = at(f"{day}T{hour:02d}:25", ZoneInfo(zone)).astimezone(UTC)
                for n, hours in enumerate(QUIET):
                    wishes = Wishes(zone, hours.quiet_from, hours.quiet_until)
                    due = now + (n - 3) * timedelta(hours=7)
                    for last in (None, now - 5 * HOUR, now - 30 * HOUR):
                        yield due, now, wishes, last


def next_day(moment: datetime, zone: ZoneInfo) -> datetime:
    tomorrow = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, tzinfo=zone).astimezone(UTC)


def test_whatever_the_clocks_do_the_moment_is_the_first_that_keeps_all_the_limits() -> None:
    step = timedelta(minutes=15)
    for due, now, wishes, last in cases():
        said = moment(due, now, wishes, last, UTC_ZONE)
        assert said is not None
        zone = ZoneInfo(wishes.timezone)
        expected = max(due, now, *([last + A_DAY, next_day(last, zone)] if last else []))
        if is_quiet(expected.astimezone(zone).hour, wishes):
            # The quiet hours end at a quarter of an hour in every zone of the world.
            expected = expected.replace(minute=expected.minute // 15 * 15, second=0, microsecond=0)
            while is_quiet(expected.astimezone(zone).hour, wishes):
                expected += step
        assert said.astimezone(UTC) == expected.astimezone(UTC), (due, now, wishes, last)


def test_what_was_put_off_is_not_put_off_again_when_its_time_comes() -> None:
    for due, now, wishes, last in cases():
        said = moment(due, now, wishes, last, UTC_ZONE)
        assert said is not None
        again = moment(said, said, wishes, last, UTC_ZONE)
        assert again is not None
        assert again.astimezone(UTC) == said.astimezone(UTC), (due, now, wishes, last)
