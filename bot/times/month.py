"""Days of a month and months: "12 March", "the 15th", "in June", "the end of March"."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterable, Optional, Text

from dateutil.relativedelta import relativedelta

_NAMES = "january february march april may june july august september october november december".split()
MONTH = rf"(?P<month>{'|'.join(_NAMES)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:,?\s+(?P<year>20\d\d)\b)?"
# How many years a day may be away: to the next 29th of February at most these.
_YEARS = 9


def in_digits(match: re.Match, today: date) -> date:
    """Returns the day of a match of year, month and day."""
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def in_month(match: re.Match, today: date) -> Optional[date]:
    """Returns a day of a month: of the year that is named, else the next one that comes."""
    month, day = _number(match["month"]), int(match["day"])
    if match["year"]:
        return date(int(match["year"]), month, day)
    return _next((date(today.year + n, month, 1) for n in range(_YEARS)), day, today)


def of_the_month(match: re.Match, today: date) -> Optional[date]:
    """Returns the next such day of a month: "the 15th"."""
    return _next((today + relativedelta(day=1, months=n) for n in range(13)), int(match["day"]), today)


def _next(months: Iterable[date], day: int, today: date) -> Optional[date]:
    """Returns the first such day from today on in months that have it."""
    for first in months:
        found = first + relativedelta(day=day)
        if found.day == day and found >= today:
            return found
    return None


def first_of_month(match: re.Match, today: date) -> date:
    """Returns a month's first day; a month without a year is this one or the next that comes."""
    first = date(int(match["year"] or today.year), _number(match["month"]), 1)
    over = first + relativedelta(months=1) <= today
    return first + relativedelta(years=1) if over and not match["year"] else first


def end_of_month(match: re.Match, today: date) -> date:
    """Returns a month's last day."""
    return first_of_month(match, today) + relativedelta(day=31)


def _number(name: Text) -> int:
    return next(n for n, month in enumerate(_NAMES, start=1) if month.startswith(name.casefold()[:3]))
