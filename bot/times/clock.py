"""Times of day: "at 3", "15:30", "half past two"."""

from __future__ import annotations

import re
from datetime import time
from typing import Optional, Text

from bot.times.number import ONES, number

_HOUR = rf"(?:[01]?\d|2[0-4]|(?:{'|'.join(ONES[1:13])})\b)"
_HALF_DAY = r"(?:\s?(?P<half>[ap]\.?m\b\.?))"
# What is a time of day wherever it stands; "1:1" has too few digits to be one.
CLEAR = (
    rf"(?<![\w.,:/+-])(?:(?P<past>half\s+past|quarter\s+past|quarter\s+to)\s+(?P<of>{_HOUR})"
    rf"|(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:]){_HALF_DAY}?"
    rf"|(?P<h2>1[0-2]|0?[1-9]){_HALF_DAY.replace('half', 'half2')}"
    rf"|(?P<sharp>{_HOUR})\s+o['’]?clock\b"
    r"|(?P<named>noon|midday|midnight)\b)"
)
# A bare number is a time only beside a day, and after "at" or the like.
BESIDE_A_DAY = (
    rf"(?:(?:(?:at|around|about|by|@)\s*)?{CLEAR}"
    rf"|(?:\b(?:at|around|about|by)\s+|@\s*)(?P<bare>{_HOUR})(?![\w.:%-]))"
)
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
# At work "at 3" is in the afternoon.
EARLIEST = 7


def time_of(match: re.Match, part: Optional[Text] = None) -> time:
    """Returns the time of day that CLEAR or BESIDE_A_DAY matched, in a part of the day such as "morning"."""
    found = match.groupdict()
    if found["named"]:
        return _NAMED[found["named"].casefold()]
    hour = found["of"] or found["h"] or found["h2"] or found["sharp"] or found.get("bare")
    hour, minute = int(number(hour)), int(found["m"] or 0)
    half = (found["half"] or found["half2"] or "").casefold()
    # "08:30" and "0:15" say themselves which half of the day they mean.
    hour = _on_the_day(hour, half, part, exact=bool(found["h"]) and found["h"].startswith("0"))
    past = " ".join((found["past"] or "").casefold().split())
    minute = {"half past": 30, "quarter past": 15, "quarter to": 45}.get(past, minute)
    hour -= past == "quarter to"
    return time(hour % 24, minute)


def _on_the_day(hour: int, half: Text, part: Optional[Text], exact: bool) -> int:
    """Returns the hour of 24 that an hour of 12 means."""
    if half:
        return hour % 12 + (12 if half.startswith("p") else 0)
    if exact or hour > 12 or part == "morning":
        return hour
    if part in ("afternoon", "evening", "night"):
        return hour % 12 + 12
    return hour + 12 if hour < EARLIEST else hour
