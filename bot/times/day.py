"""Days that a text names: "next Friday", "12 March", "the day after tomorrow"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Callable, List, NamedTuple, Optional, Text

from bot.times.duration import OFTEN, text_before
from bot.times.month import DAY, MONTH, YEAR, end_of_month, first_of_month, in_digits, in_month, of_the_month
from bot.times.number import NUMBER
from bot.times.period import (
    ANY_WEEKDAY,
    PERIOD,
    WEEKDAY,
    WEEKS,
    WHICH,
    end_of_period,
    period,
    weekday,
    weekday_in_weeks,
    weekend,
    weeks_after_weekday,
)

Reading = Callable[[re.Match, date], Optional[date]]


class Day(NamedTuple):
    """A day and where it stands in the text."""

    start: int
    end: int
    value: date


def days(text: Text, today: date) -> List[Day]:
    """Returns the days that a text names, seen from today; where two overlap, the earlier rule's."""
    found: List[Day] = []
    for pattern, reading in RULES:
        for match in pattern.finditer(text):
            taken = any(match.start() < day.end and day.start < match.end() for day in found)
            if taken or OFTEN.search(text_before(text, match.start())):
                continue
            value = _valid(reading, match, today)
            if value:
                found.append(Day(match.start(), match.end(), value))
    return sorted(found)


def _valid(reading: Reading, match: re.Match, today: date) -> Optional[date]:
    """Returns the day, or None where the calendar has no such day."""
    try:
        return reading(match, today)
    except (ValueError, OverflowError):
        return None


def _away(n: int) -> Reading:
    return lambda match, today: today + timedelta(days=n)


def _after(words: Text) -> Text:
    """Returns an expression for standing after one of these words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words.split()) + ")"


_END_OF = r"(?:the\s+)?end\s+of\s+"
_NAMED_DAY = rf"(?:{WEEKDAY},?\s+)?"
# First what holds more: "the day after tomorrow" before "tomorrow".
RULES = [
    (re.compile(pattern, re.IGNORECASE), reading)
    for pattern, reading in [
        (r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", in_digits),
        # Day first, as nearly everywhere. With two digits a year could be a version.
        (r"(?<![\w./])(?P<day>\d\d?)(?P<mark>[./])(?P<month>\d\d?)(?P=mark)(?P<year>20\d\d)\b", in_digits),
        (rf"\b{_NAMED_DAY}(?:the\s+)?\b(?<![:.,/-]){DAY}\s+(?:of\s+)?{MONTH}{YEAR}", in_month),
        (rf"\b{_NAMED_DAY}{MONTH}\s+(?:the\s+)?{DAY}\b(?!\s*(?:[:%]|\.\d|[ap]m\b)){YEAR}", in_month),
        (rf"\b{_END_OF}{MONTH}{YEAR}", end_of_month),
        (rf"\b{_END_OF}(?:the\s+|this\s+|(?P<which>next)\s+)?{PERIOD}", end_of_period),
        (r"\b(?:the\s+)?day\s+after\s+tomorrow\b", _away(2)),
        (r"\b(?:the\s+)?day\s+before\s+yesterday\b", _away(-2)),
        (r"\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw)\b", _away(1)),
        (r"\b(?:yesterday|last\s+night)\b", _away(-1)),
        (
            r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening)|(?<=by\s)(?:the\s+)?end\s+of\s+day)\b",
            _away(0),
        ),
        (rf"\b{WEEKDAY}\s+(?:of\s+)?(?P<which>next)\s+week\b", weekday),
        (rf"\b{WEEKDAY}\s+in\s+(?P<count>{NUMBER})\s+{WEEKS}\b", weekday_in_weeks),
        (rf"\bin\s+(?P<count>{NUMBER})\s+{WEEKS}\s+on\s+{WEEKDAY}", weekday_in_weeks),
        (rf"\b(?P<count>{NUMBER})\s+{WEEKS}\s+on\s+{WEEKDAY}", weeks_after_weekday),
        (rf"\b{WEEKDAY}\s+(?:week(?![\w'’-])|after\s+next\b)", weeks_after_weekday),
        (rf"\b(?P<which>next)\s+week\s+(?:on\s+)?{WEEKDAY}", weekday),
        (rf"\b{WHICH}{ANY_WEEKDAY}", weekday),
        (rf"\b(?P<which>since)\s+{WEEKDAY}", weekday),
        (rf"\b{_after('on by until till')}{ANY_WEEKDAY}", weekday),
        (rf"\b{WEEKDAY}", weekday),
        (rf"\b(?:{WHICH}|the\s+)weekend\b", weekend),
        (rf"\b{WHICH}{PERIOD}", period),
        (rf"{_after('in by until till before during from')}{MONTH}{YEAR}", first_of_month),
        (rf"{_after('on by until till before from')}the\s+{DAY}(?<=st|nd|rd|th)\b", of_the_month),
    ]
]
