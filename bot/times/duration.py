"""How long something takes: "for half an hour", "two and a half weeks"."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple, Text

from dateutil.relativedelta import relativedelta

from bot.times.number import NUMBER, number

# Each unit as so many of the whole units that ISO 8601 and the calendar have.
_UNITS = {
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "minute": ("minutes", 1),
    "min": ("minutes", 1),
    "hour": ("hours", 1),
    "hr": ("hours", 1),
    "h": ("hours", 1),
    "day": ("days", 1),
    "week": ("weeks", 1),
    "wk": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "quarter": ("months", 3),
    "year": ("years", 1),
    "yr": ("years", 1),
}
_FINER = {
    "years": ("months", 12),
    "months": ("days", 30),
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
}
# "second" is an ordinal far more often than a time: only "30 seconds" counts.
_UNIT = (
    r"(?:sec(?:ond)?s|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|quarters|years?|yrs?)"
    r"\b(?!\s+(?:old(?:er)?|younger|of\s+age)\b)"
)
_SHARE = r"(?P<share>half[-\s](?:(?:an?|one)\s+)?|(?:a\s+|three[-\s]+)?quarters?\s+of\s+(?:an?|one)\s+)"
_COUNT = rf"(?P<count>{NUMBER})(?P<half>\s+and\s+a\s+half)?[-\s]?"
QUANTITY = re.compile(
    rf"(?<![\w.,:/+-])(?:{_SHARE}|{_COUNT})(?P<unit>{_UNIT})(?P<after>\s+and\s+a\s+half\b)?", re.IGNORECASE
)
_JOINT = re.compile(r"(?:,?\s+(?:and\s+)?)?", re.IGNORECASE)
# "ten times a day" and "one day I'll leave" name no length: a single unit does so in such company alone.
_SINGLE = re.compile(r"(?:an?|one)[-\s]\w+", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:for|in|within|after|about|around|over|under|least|takes?|took|taken|lasts?|lasted|needs?|have|has|had"
    r"|spend|spent|than|only|just)\s+$",
    re.IGNORECASE,
)
_TRAILS = re.compile(r"\s+(?:ago|long|from\s+(?:now|today))\b", re.IGNORECASE)
# "Every two weeks" says how often.
OFTEN = re.compile(r"\b(?:every|each|per)\s+(?:other\s+)?$", re.IGNORECASE)


def text_before(text: Text, place: int) -> Text:
    """Returns the words that can bear on what stands at a place; more would cost time and tell nothing."""
    return text[max(0, place - 30) : place]


class Duration(NamedTuple):
    """A length of time and where it stands in the text."""

    start: int
    end: int
    length: relativedelta


def durations(text: Text) -> Iterator[Duration]:
    """Yields the lengths of time in a text; neighbours such as "1 hour 30 minutes" are one."""
    found = None
    for match in QUANTITY.finditer(text):
        if found and _continues(found, match, text):
            found = Duration(found.start, match.end(), found.length + _length(match))
        elif _is_length(match, text):
            if found:
                yield found
            found = Duration(match.start(), match.end(), _length(match))
    if found:
        yield found


def _continues(found: Duration, match: re.Match, text: Text) -> bool:
    """Tells "1 hour 30 minutes" and "a year and a day" from "2 hours a day"."""
    joint = _JOINT.fullmatch(text, found.end, match.start())
    return bool(joint) and ("and" in joint.group().casefold() or not _SINGLE.fullmatch(match.group()))


def _is_length(match: re.Match, text: Text) -> bool:
    before = text_before(text, match.start())
    if OFTEN.search(before):
        return False
    alone = _SINGLE.fullmatch(match.group())
    return not alone or bool(_LEADS.search(before) or _TRAILS.match(text, match.end()))


def _length(match: re.Match) -> relativedelta:
    unit, size = _UNITS[_singular(match["unit"].casefold())]
    count = _share(match["share"]) if match["share"] else number(match["count"])
    count += 0.5 * bool(match["half"] or match["after"])
    return _whole(unit, count * size)


def _share(text: Text) -> float:
    text = text.casefold()
    return 0.5 if text.startswith("half") else 0.75 if text.startswith("three") else 0.25


def _singular(unit: Text) -> Text:
    return unit[:-1] if unit.endswith("s") else unit


def _whole(unit: Text, count: float) -> relativedelta:
    """Returns a count of units, its fraction in finer units: half a year is six months."""
    whole, rest = int(count), count - int(count)
    length = relativedelta(**{unit: whole})
    if rest > 1e-6 and unit in _FINER:
        finer, size = _FINER[unit]
        length += relativedelta(**{finer: round(rest * size)})
    return length


def iso(length: relativedelta) -> Text:
    """Writes a length as ISO 8601 has it: PT30M, P1DT12H, P2W where nothing but weeks is in it."""
    clock = "".join(
        f"{n}{sign}" for n, sign in zip((length.hours, length.minutes, length.seconds), "HMS") if n
    )
    months = length.years or length.months
    if length.days and not length.days % 7 and not months and not clock:
        return f"P{length.days // 7}W"
    day = "".join(f"{n}{sign}" for n, sign in zip((length.years, length.months, length.days), "YMD") if n)
    return f"P{day}" + (f"T{clock}" if clock else "") if day or clock else "PT0S"
