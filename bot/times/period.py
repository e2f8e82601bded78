"""Weeks, months, quarters and years around a day: "next week", "the end of the quarter", "Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Text

from dateutil.relativedelta import relativedelta

from bot.times.number import number

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
# These count after a word such as "next" alone; "sat", "sun" and "wed" are words themselves.
ANY_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|mon|tues?|thu(?:rs?)?|fri)\b(?!-)"
PERIOD = r"(?P<period>week|month|quarter|year)\b(?!['’-])"
# Fortnights count twice.
WEEKS = r"(?P<unit>weeks?|fortnights?)"
WHICH = r"(?P<which>next|this|last|coming)\s+"
_SPANS = {
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
}


def weekday(match: re.Match, today: date) -> date:
    """Returns the next such day after today; "next Friday" is that of the next calendar week."""
    which, number = _which(match), _number(match["weekday"])
    if which == "next":
        return today + timedelta(days=7 + number - today.weekday())
    if which in ("last", "since"):
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def weekday_in_weeks(match: re.Match, today: date) -> date:
    """Returns such a day of the calendar week so many weeks from now: "Monday in two weeks"."""
    then = today + timedelta(weeks=_weeks(match))
    return then + timedelta(days=_number(match["weekday"]) - then.weekday())


def weeks_after_weekday(match: re.Match, today: date) -> date:
    """Returns the day so many weeks after the next such one: "a week on Monday", "Monday week"."""
    return weekday(match, today) + timedelta(weeks=_weeks(match))


def weekend(match: re.Match, today: date) -> date:
    """Returns the weekend's Saturday."""
    weeks = {"next": 1, "last": -1}.get(_which(match), 0)
    return today + timedelta(days=5 - today.weekday() + 7 * weeks)


def period(match: re.Match, today: date) -> date:
    """Returns the first day of the next or last period, of this one its last: what is left ends then."""
    which, unit = _which(match), match["period"].casefold()
    if which == "this":
        return _last_day(unit, today)
    return _first_day(unit, today) + _SPANS[unit] * (-1 if which == "last" else 1)


def end_of_period(match: re.Match, today: date) -> date:
    """Returns the last day of this period, or of the next."""
    unit = match["period"].casefold()
    return _last_day(unit, today + _SPANS[unit] if _which(match) == "next" else today)


def _weeks(match: re.Match) -> int:
    """Returns how many weeks are meant; without a count it is one, and nobody plans further than a year."""
    groups = match.groupdict()
    count = number(groups["count"]) if groups.get("count") else 1
    return min(int(count) * (2 if (groups.get("unit") or "").startswith("fortnight") else 1), 53)


def _which(match: re.Match) -> Text:
    return (match.groupdict().get("which") or "").casefold().strip()


def _number(name: Text) -> int:
    return next(n for n, day in enumerate(_WEEKDAYS) if day.startswith(name.casefold()[:3]))


def _first_day(unit: Text, today: date) -> date:
    if unit == "week":
        return today - timedelta(days=today.weekday())
    month = {"month": today.month, "quarter": 3 * ((today.month - 1) // 3) + 1, "year": 1}[unit]
    return date(today.year, month, 1)


def _last_day(unit: Text, today: date) -> date:
    return _first_day(unit, today) + _SPANS[unit] - timedelta(days=1)
