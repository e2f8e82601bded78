"""A booked course as a calendar file (RFC 5545) that every calendar program can open."""

from datetime import UTC, datetime

from icalendar import Calendar, Event

from actions.chores.system import Booking

PRODUCT = "-//Everycoach//Chores//EN"


def calendar_file(booking: Booking, now: datetime) -> bytes:
    """Returns the bytes of an .ics file; now carries a time zone, else ValueError.

    Times are in UTC, which needs no table of time zones. The same booking keeps its identity, so that opening
    a newer file moves the entry instead of adding another.
    """
    if now.tzinfo is None:
        raise ValueError("the time of writing needs a time zone")
    event = Event()
    event.add("uid", f"{booking.reference}@everycoach")
    event.add("dtstamp", _whole_seconds(now))
    event.add("dtstart", _whole_seconds(booking.starts_at))
    event.add("dtend", _whole_seconds(booking.ends_at))
    event.add("summary", booking.course)
    event.add("description", f"Booking {booking.reference}")
    if booking.place:
        event.add("location", booking.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _whole_seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
