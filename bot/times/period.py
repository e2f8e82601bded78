"""Weeks, months, quarters and years around a day: "next week", "the end of the quarter", "Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Text

from dateutil.relativedelta import relativedelta

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
# These count after a word such as "next" alone; "sat", "sun" and "wed" are words themselves.
ANY_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|mon|tues?|thu(?:rs?)?|fri)\b(?!-)"
PERIOD = r"(?P<period>week|month|quarter|year)\b(?!['’-])"
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
