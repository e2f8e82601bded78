from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from actions.chores.calendar import calendar_file
from actions.chores.system import Booking

LEEDS = timezone(timedelta(hours=1))
BOOKING = Booking(
    "B-17",
    "Giving feedback, the hard part; a day of practice with colleagues from München",
    datetime(2027, 6, 1, 9, tzinfo=LEEDS),
    datetime(2027, 6, 1, 16, 30, 0, 999, tzinfo=LEEDS),
    "Leeds, room 4; second floor",
)
NOW = datetime(2027, 5, 1, 12, 0, 0, 123, tzinfo=UTC)


def event(booking: Booking) -> Any:
    calendar = Calendar.from_ical(calendar_file(booking, NOW))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    return calendar.walk("VEVENT")[0]


def test_a_calendar_program_reads_what_was_booked() -> None:
    read = event(BOOKING)

    assert read["SUMMARY"] == BOOKING.course
    assert read["LOCATION"] == BOOKING.place
    assert read["DESCRIPTION"] == "Booking B-17"
    assert read.decoded("DTSTART") == datetime(2027, 6, 1, 8, tzinfo=UTC)
    assert read.decoded("DTEND") == datetime(2027, 6, 1, 15, 30, tzinfo=UTC)
    assert read.decoded("DTSTAMP") == datetime(2027, 5, 1, 12, tzinfo=UTC)


def test_the_same_booking_stays_the_same_entry_when_it_moves() -> None:
    moved = Booking("B-17", "Another title", BOOKING.starts_at, BOOKING.ends_at)

    assert event(moved)["UID"] == event(BOOKING)["UID"] == "B-17@everycoach"


def test_a_course_without_a_place_has_no_empty_place() -> None:
    assert "LOCATION" not in event(Booking("B-1", "Course", BOOKING.starts_at, BOOKING.ends_at))


def test_lines_are_as_long_and_end_as_the_format_wants() -> None:
    lines = calendar_file(BOOKING, NOW).split(b"\r\n")

    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"DTSTART:20270601T080000Z" in lines


def test_a_title_cannot_become_another_entry() -> None:
    sly = Booking(
        "B-1", "Course\r\nATTENDEE:mailto:eve@elsewhere.example", BOOKING.starts_at, BOOKING.ends_at
    )

    assert "ATTENDEE" not in event(sly)


def test_times_without_a_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar_file(BOOKING, datetime(2027, 5, 1))
    with pytest.raises(ValueError, match="time zone"):
        Booking("B-1", "Course", datetime(2027, 5, 1), BOOKING.ends_at)
    with pytest.raises(ValueError, match="before it starts"):
        Booking("B-1", "Course", BOOKING.ends_at, BOOKING.starts_at)
