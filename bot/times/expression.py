"""Finds times and durations in a message: what it names, where, and as ISO 8601 writes it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import List, NamedTuple, Optional, Text, Tuple

from bot.times.clock import BESIDE_A_DAY, CLEAR, time_of
from bot.times.day import Day, days
from bot.times.duration import Duration, durations, iso

TIME, DURATION = "time", "duration"
# Most messages name no time; what has none of these costs only this search.
_GATE = re.compile(
    r"\d:\d\d|\d\s?[ap]\.?m\b|20\d\d|\d(?:st|nd|rd|th)\b|o['’]?clock|past\b|quarter|noon|midday|midnight"
    r"|seconds|secs\b|minute|mins?\b|hour|hrs?\b|\d\s?h\b|day\b|days\b|tonight|tmrw|tom+or+ow|week|wks?\b|fortnight"
    r"|month|years?\b|yrs?\b|morning|afternoon|evening|last\s+night|end\s+of"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:mon|tues?|thu(?:rs?)?|fri)\b",
    re.IGNORECASE,
)
_PART = r"(?P<part>morning|afternoon|evening|night)\b"
_AFTER = re.compile(rf"(?:\s+{_PART})?(?:,?\s+{BESIDE_A_DAY})?", re.IGNORECASE)
_BEFORE = re.compile(rf"{BESIDE_A_DAY}(?:,|\s+on)?\s+(?:the\s+)?$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"morning|afternoon|evening|night", re.IGNORECASE)
_CLOCKS = ("past", "h", "h2", "sharp", "named", "bare")
_CLEAR = re.compile(CLEAR, re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:in|within)\s+$", re.IGNORECASE)
_FROM_NOW = re.compile(r"\s+(?:(?P<ago>ago)|from\s+(?:now|today))\b", re.IGNORECASE)
# "In 30 minutes" names a moment; "in 30-minute steps" and "back in 5 days a week" name a length.
_ADJECTIVE = re.compile(r"-[a-z]+$", re.IGNORECASE)
_A_TIME = re.compile(r"\s+(?:an?|per|each|every)\s", re.IGNORECASE)


class Expression(NamedTuple):
    """A time or a duration: where it stands and its value in ISO 8601."""

    start: int
    end: int
    entity: Text
    value: Text


def find(text: Text, now: datetime) -> List[Expression]:
    """Returns the times and durations of a text, seen from now, which has a time zone; first things first."""
    if not _GATE.search(text):
        return []
    found: List[Expression] = []
    named = days(text, now.date())
    for n, day in enumerate(named):
        free = (found[-1].end if found else 0, named[n + 1].start if n + 1 < len(named) else len(text))
        found.append(_on_a_day(text, day, now, free))
    for item in [_length_or_moment(text, length, now) for length in durations(text)] + _clocks(text, now):
        if not any(item.start < other.end and other.start < item.end for other in found):
            found.append(item)
    return sorted(found)


def _on_a_day(text: Text, day: Day, now: datetime, free: Tuple[int, int]) -> Expression:
    """Returns a day with the time of day beside it, if there is one in what is free of other days."""
    after = _AFTER.match(text, day.end, free[1])
    part = after["part"] or _part(text[day.start : day.end])
    end = max(day.end, after.end())
    if after.end() > day.end and any(after.group(name) for name in _CLOCKS):
        return Expression(day.start, end, TIME, _moment(day.value, time_of(after, part), now))
    before = _BEFORE.search(text, max(free[0], day.start - 30), day.start)
    if before:
        return Expression(before.start(), end, TIME, _moment(day.value, time_of(before, part), now))
    return Expression(day.start, end, TIME, day.value.isoformat())


def _part(text: Text) -> Optional[Text]:
    found = _PART_OF_DAY.search(text)
    return found.group().casefold() if found else None


def _clocks(text: Text, now: datetime) -> List[Expression]:
    """Returns times of day that stand alone: the next such moment."""
    found = []
    for match in _CLEAR.finditer(text):
        clock = time_of(match)
        day = now.date() + timedelta(days=clock <= now.time())
        found.append(Expression(match.start(), match.end(), TIME, _moment(day, clock, now)))
    return found


def _length_or_moment(text: Text, length: Duration, now: datetime) -> Expression:
    """Returns a length of time, or the moment that "in" or "ago" makes of it."""
    ahead = _AHEAD.search(text, max(0, length.start - 30), length.start)
    since = _FROM_NOW.match(text, length.end)
    steady = _ADJECTIVE.search(text[length.start : length.end]) or _A_TIME.match(text, length.end)
    try:
        if since:
            return Expression(length.start, since.end(), TIME, _away(length, now, -1 if since["ago"] else 1))
        if ahead and not steady:
            return Expression(ahead.start(), length.end, TIME, _away(length, now, 1))
    except (ValueError, OverflowError):
        # "In 9000 years" is beyond the calendar, but still a length.
        pass
    return Expression(length.start, length.end, DURATION, iso(length.length))


def _away(length: Duration, now: datetime, sign: int) -> Text:
    """Returns the day so far from now, or the moment where hours or less are counted."""
    span = length.length * sign
    if not (span.hours or span.minutes or span.seconds):
        return (now.date() + span).isoformat()
    # Hours are counted on the world's clock: the local one may be put forward meanwhile.
    return (now.astimezone(timezone.utc) + span).astimezone(now.tzinfo).isoformat(timespec="seconds")


def _moment(day: date, clock: time, now: datetime) -> Text:
    return datetime.combine(day, clock, tzinfo=now.tzinfo).isoformat(timespec="seconds")
