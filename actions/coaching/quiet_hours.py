"""Quiet hours as employees say them: "not after 6pm", "only between 9 and 5"."""

import re

from actions.coaching.nudging import QUIET_FROM, QUIET_UNTIL

HOUR_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
# A number that counts something, or that is a date, is no hour.
_HOUR = (
    r"(?P<{0}>[01]?\d|2[0-4])(?!\d)(?:[:.](?P<{0}_minute>[0-5]\d))?\s*(?P<{0}_half>[ap]\.?m\b\.?)?"
    r"(?!\s*(?:min|hours|days?\b|weeks?\b|months?\b|messages|nudges|reminders|pings|times|%|st\b|nd\b|rd\b|th\b"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_AFTER = re.compile(r"\b(?:after|from|past)\s+" + _HOUR.format("a"), re.I)
_BEFORE = re.compile(r"\b(?:before|until|till|to)\s+" + _HOUR.format("b"), re.I)
_RANGE = re.compile(
    rf"(?P<outside>\boutside\s+(?:of\s+)?)?(?:(?P<between>\bbetwe?en|\bfrom)\s+)?(?<![\d.:/-]){_HOUR.format('a')}"
    rf"\s*(?:h\b\s*|o'clock\s*)?(?:to|until|till|[-–—]|(?(between)and|(?(outside)and|to)))\s*"
    rf"{_HOUR.format('b')}",
    re.I,
)
_SIGN = re.compile(
    r"\b(?:(?P<only>only|just)|not|no|\w+n't|dont|never|stop|nothing|nobody|without|quiet|silen\w+|mute\w*"
    r"|busy|asleep|sleep\w*|away|unavailable|lunch|meetings?|cannot)\b",
    re.I,
)
_ELSE = re.compile(r"\b(?:else|otherwise|outside|only)\b", re.I)
_WRITE = re.compile(r"\b(?:write|message|ping|contact|text|nudge|remind|reach|send)\b", re.I)


def quiet_hours(text: str) -> dict[str, str | int | bool | None]:
    """Returns quiet_from and quiet_until as they are said: "not after 6pm", "only between 9 and 5"."""
    said = _in_digits(text)
    if span := _RANGE.search(said):
        wanted = _is_wanted(said, span)
        start, end = _ends(span, wanted)
        # Half hours are rounded to more quiet, never to less.
        late_start, late_end = start + bool(_minute(span, "a")), end + bool(_minute(span, "b"))
        first, last = (end, late_start) if wanted else (start, late_end)
        return {"quiet_from": first % 24, "quiet_until": last % 24}
    after, before = _AFTER.search(said), _BEFORE.search(said)
    if not after and not before:
        return {}
    sign = _SIGN.search(said)
    only = bool(sign and sign["only"])
    if only and after:
        until = _hour(after, "a", early=6) + bool(_minute(after, "a"))
        # Whoever wants the evening only is left in peace from midnight on.
        return {"quiet_from": QUIET_FROM if until < QUIET_FROM - 2 else 0, "quiet_until": until % 24}
    if only and before:
        start = _hour(before, "b", early=6)
        return {"quiet_from": start, "quiet_until": QUIET_UNTIL if start > QUIET_UNTIL else 0}
    return {
        "quiet_from": _hour(after, "a", early=12) if after else QUIET_FROM,
        "quiet_until": (_hour(before, "b", early=5) + bool(_minute(before, "b"))) % 24
        if before
        else QUIET_UNTIL,
    }


def _in_digits(text: str) -> str:
    """Returns the text with hours in words as digits: "after seven" is "after 7"."""
    for number, word in enumerate(HOUR_WORDS[1:], start=2):
        text = re.sub(rf"\b{word}\b", str(number), text, flags=re.I)
    return re.sub(
        r"\b(?:noon|midday)\b", "12pm", re.sub(r"\bmidnight\b", "12am", text, flags=re.I), flags=re.I
    )


def _is_wanted(text: str, span: re.Match[str]) -> bool:
    """Says whether the employee wants to be written to in these hours, rather than left in peace."""
    before, after = text[: span.start()], text[span.end() :]
    signs = list(_SIGN.finditer(before))
    if signs:
        wanted = bool(signs[-1]["only"])
    elif _ELSE.search(after):
        wanted = True
    elif sign := _SIGN.search(after):
        wanted = bool(sign["only"])
    elif _WRITE.search(text):
        wanted = True
    else:
        # Hours alone are those of the work, or of the night.
        return bool(span["outside"]) or int(span["a"]) < int(span["b"]) or not _is_sure(span, "a")
    return wanted != bool(span["outside"])


def _ends(span: re.Match[str], wanted: bool) -> tuple[int, int]:
    """Returns the hours in which a span begins and ends, with the half of the day that was left out."""
    start, end = _hour(span, "a"), _hour(span, "b")
    by_the_clock = any(_is_sure(span, name) and not span[f"{name}_half"] for name in "ab")
    if by_the_clock or (span["a_half"] and span["b_half"]):
        return start, end
    if span["b_half"]:
        return max((start % 12, start % 12 + 12), key=lambda hour: (hour - end - 1) % 24), end
    afternoon = 0 < start < 5 and start < end < 9
    evening = not wanted and 10 <= start < 12 and 6 <= end < 10
    if not span["a_half"] and (afternoon or evening):
        start += 12
    return start, min((end % 12, end % 12 + 12), key=lambda hour: (hour - start - 1) % 24)


def _is_sure(match: re.Match[str], name: str) -> bool:
    """Says whether an hour can only be one of the day's 24."""
    return bool(match[f"{name}_half"]) or int(match[name]) > 12 or match[name].startswith("0")


def _hour(match: re.Match[str], name: str, *, early: int = 0) -> int:
    """Returns the hour of the day, 0 to 23; one before early is of the afternoon where nothing says else."""
    hour, half = int(match[name]) % 24, (match[f"{name}_half"] or "").lower()[:1]
    if half:
        return hour if hour > 12 else hour % 12 + 12 * (half == "p")
    return hour + 12 if 0 < hour < early and not _is_sure(match, name) else hour


def _minute(match: re.Match[str], name: str) -> int:
    return int(match[f"{name}_minute"] or 0)
