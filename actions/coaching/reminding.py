"""Nudges as employees speak of them: reminders, mute, quiet hours, not now."""

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from actions.coaching.nudging import QUIET_FROM, QUIET_UNTIL, zone_of
from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.messages import Reply
from actions.storage.nudges import Nudges, StoredNudge

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = "|".join(_NUMBERS)

# Quiet hours. A number that counts something, or that is a date, is no hour.
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

# Time zones. These places are everyday words: only their full name counts.
_NO_PLACES = {
    "act",
    "christmas",
    "east",
    "easter",
    "factory",
    "general",
    "midway",
    "north",
    "south",
    "wake",
    "west",
}
_PLACED = re.compile(
    r"\b(?:(?:i'm|i am|im|we're|we are)(?: (?!not )\w+)? in|(?:live|living|based|located|here) in"
    r"|work(?:ing)? (?:in|from)|moved to|time ?zone(?: (?:is|to))?)(?: the)? (?P<place>.+)",
    re.I,
)
_TIME_OF = re.compile(r" time\b")
_PUNCTUATION = str.maketrans('.,!?;:()"“”', " " * 11)

# Reminders.
_ASK = re.compile(
    r"\b(?:(?:remin?d|ping|nudge|poke|message|notify|alert|tell|write(?: to)?) me|don't let me forget)\b"
    r"(?: again\b)?|\b(?:reminder|give me a (?:nudge|shout|sign)|drop me a line|send me a (?:message|note))\b"
    r"(?: for me\b)?(?: (?:for|to|about)\b)?",
    re.I,
)
_OWED = re.compile(r"\b(?:forget(?: to)?|i (?:have|need) to|i must) (?P<what>[^,.;]+)[,.;]", re.I)
_COUNT = rf"(?:\d+|an?|{_NUMBER}|half\s+an|a\s+few|a\s+couple\s+of)"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:day|end))"
_PART = r"(?:morning|afternoon|evening|night|lunchtime)s?"
_UNIT = r"(?:min(?:ute)?|h(?:ou)?r|day|week|month)"
_SAID = (
    r"(?:noon|midday|midnight|(?:half(?:\s+past)?|(?:(?:a\s+)?quarter|five|ten|twenty)\s+(?:past|to))"
    rf"\s+(?:\d{{1,2}}|{_NUMBER}))"
)
_EXACT = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?|o'clock)|\d{1,2}[:.]\d\d"
    rf"|(?:{_NUMBER})\s+o'clock|{_SAID})"
)
_TIME = (
    rf"(?:(?:at|by|around|when\s+it's)\s+(?:{_EXACT}|(?:\d{{1,2}}|{_NUMBER})\b(?!\s*%))|{_EXACT}"
    rf"|(?:every|each)\s+(?:other\s+|{_COUNT}\s+)?(?:{_DAY}|{_PART}|{_UNIT})s?|daily|weekly|monthly"
    rf"|in\s+{_COUNT}\s+{_UNIT}s?(?:\s+(?:and\s+)?\d+\s+{_UNIT}s?)?(?:'?\s+time)?|in\s+{_MONTH}"
    rf"|{_COUNT}\s+{_UNIT}s?\s+from\s+now"
    rf"|(?:(?:on|by|for)\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s+20\d\d)?"
    rf"|(?:(?:on|by|for)\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+20\d\d)?"
    r"|(?:(?:on|by|for)\s+)?(?:20\d\d-\d\d-\d\d|the\s+\d{1,2}(?:st|nd|rd|th))"
    r"|(?:(?:at|by)\s+)?(?:the\s+)?end\s+of\s+(?:the|this|next)\s+(?:day|week|month)"
    r"|(?:(?:on|by|for|at|this(?!\s+to)|next|coming|(?:the\s+)?day\s+after|later)\s+){0,3}"
    rf"(?<!the\s)(?<!before\s)(?<!until\s)(?<!since\s)(?<!last\s)(?:{_DAY}s?|tomorrow|tommorow|tonight|today)"
    rf"|(?:on|by|for|next|this)\s+(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)|(?:by\s+)?next\s+(?:week|month)"
    rf"|in\s+the\s+{_PART}|this\s+{_PART}|{_PART}(?=,?\s+(?:at\s+)?\d|\s*$|\s+(?:to|about|that)\b)"
    r"|\d{1,2}(?=\s*(?:$|[,:])|\s+(?:to|about|that)\b))(?![\w'-])"
)
# A number or a part of the day alone is a time only beside another.
_FIRST = rf"(?!(?:{_PART}|\d{{1,2}}(?=\s*(?:$|[,:])|\s+(?:to|about|that)\b))(?![\w:.]))"
_TIMES = rf"{_FIRST}{_TIME}(?:,?\s+(?:at\s+)?{_TIME})*"
_LEADING = re.compile(rf"[\s,:]*(?:(?:please|pls)\b,?\s*)?{_TIMES}", re.I)
_TRAILING = re.compile(rf"(?:^|[\s,:]+){_TIMES}$", re.I)
_ANYWHERE = re.compile(rf"\b{_TIMES}", re.I)
_AGAIN = re.compile(rf"\b(?:every|each|daily|weekly|monthly|{_DAY}s)\b", re.I)
_RHYTHM = re.compile(r"daily|weekly|monthly", re.I)
_FILLER = re.compile(r"^(?:to|that|about|of|for|please|i (?:have|need) to)\s+", re.I)
_COURTESY = re.compile(r"(?:[ ,.!?]+(?:please|pls|thanks|thank you|ok|okay)){0,3}[ ,.!?]*$", re.I)


class Reminding:
    """Takes down what an employee wants to be told, and when not to be told anything."""

    def __init__(self, nudges: Nudges, default_zone: str) -> None:
        self._nudges = nudges
        self._zone = ZoneInfo(default_zone)

    def remind(self, employee_id: str, turn: Turn) -> Reply:
        """Stores a reminder for the moment that was named."""
        ahead = [moment for moment in turn.times if moment > turn.at]
        if not ahead:
            return Reply(
                kind="move",
                text="When shall I remind you? Say it with a day or a time, "
                "such as “remind me on Friday at 9 to send the report”.",
            )
        wishes = self._nudges.wishes(employee_id)
        at = self._sensible(employee_id, ahead[0])
        what, again = _what(turn.plain)
        what = what or "what you wanted to do"
        self._nudges.add(employee_id, "reminder", at, text=what)
        local = at.astimezone(zone_of(wishes, self._zone))
        when = f"{long_date(local)} at {local:%H:%M}: {what}."
        once = " It comes this once; ask me again for the next time." if again else ""
        if wishes.muted:
            return Reply(
                kind="move",
                text=f"I have noted it for {when} You asked me not to write first, "
                f"so it waits until you say “you can remind me again”.{once}",
            )
        return Reply(kind="move", text=f"I'll remind you on {when}{once}")

    def mute(self, employee_id: str) -> Reply:
        """Says nothing unasked from now on."""
        self._nudges.wish(employee_id, muted=True)
        return Reply(
            kind="move",
            text="I won't write first any more. Say “you can remind me again” when you want that back; "
            "what you have planned stays.",
        )

    def unmute(self, employee_id: str) -> Reply:
        """Takes a mute back."""
        self._nudges.wish(employee_id, muted=False)
        return Reply(kind="move", text="I'll write to you again when something is due, once a day at most.")

    def quiet(self, employee_id: str, turn: Turn) -> Reply:
        """Takes down quiet hours and the time zone."""
        changes: dict[str, str | int | bool | None] = {}
        if zone := zone_named(turn.plain):
            changes["timezone"] = zone
        changes |= quiet_hours(turn.plain)
        if not changes:
            return Reply(
                kind="move",
                text="I can keep quiet hours and your time zone. Say “don't write after 6pm”, "
                "“only between 9 and 5” or “I'm in Europe/Berlin”.",
            )
        wishes = self._nudges.wish(employee_id, **changes)
        hours = (
            f" I won't write between {wishes.quiet_from:02d}:00 and {wishes.quiet_until:02d}:00."
            if wishes.quiet_from is not None and wishes.quiet_until is not None
            else ""
        )
        place = f" Your time zone is {wishes.timezone}." if wishes.timezone else ""
        return Reply(kind="move", text=f"Noted.{hours}{place}")

    def reminder(self, nudge: StoredNudge) -> Reply:
        """Returns what a reminder says when its time has come."""
        return Reply(kind="move", text=f"You asked me to remind you: {nudge.text}.")

    def _sensible(self, employee_id: str, moment: datetime) -> datetime:
        """Returns the moment; a day without a time means nine in the employee's morning."""
        zone = zone_of(self._nudges.wishes(employee_id), self._zone)
        local = moment.astimezone(zone)
        if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
            local = moment.replace(hour=9, tzinfo=zone)
        return local.astimezone(UTC)


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


def zone_named(text: str) -> str | None:
    """Returns the IANA zone that the text names, by its full name or its city; None where it names none."""
    zones, places = _places()
    words = text.lower().translate(_PUNCTUATION).split()
    full = next((zones[word] for word in words if word in zones and "/" in word), None)
    if full:
        return full
    said = " ".join(words)
    tries = [text.lower().split(",")[0].strip(" .!?")] if len(words) <= 4 else []
    if placed := _PLACED.search(said):
        following = placed["place"].split()
        tries += [" ".join(following[:count]) for count in (4, 3, 2, 1)]
    for match in _TIME_OF.finditer(said):
        preceding = said[max(0, match.start() - 40) : match.start()].split()
        tries += [" ".join(preceding[-count:]) for count in (3, 2, 1)]
    return next((places[place] for place in tries if place in places), None)


@cache
def _places() -> tuple[dict[str, str], dict[str, str]]:
    """Returns the zones by their full names and by their cities, in small letters."""
    zones = sorted(available_timezones())
    cities = {
        zone.rsplit("/", 1)[-1].replace("_", " ").lower(): zone
        for zone in sorted(zones, key=lambda zone: ("/" in zone, zone))
        if zone.count("/") <= 1 and not zone.startswith(("Etc/", "US/"))
    }
    return {zone.lower(): zone for zone in zones}, {
        city: zone for city, zone in cities.items() if city not in _NO_PLACES
    }


def _in_digits(text: str) -> str:
    """Returns the text with hours in words as digits: "after seven" is "after 7"."""
    for number, word in enumerate(_NUMBERS[1:], start=2):
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


def _what(text: str) -> tuple[str, bool]:
    """Returns what to be reminded of, without the moment, and whether it is wanted again and again."""
    text = _COURTESY.sub("", " ".join(text.split()))
    ask = _ASK.search(text)
    before, said = (text[: ask.start()], text[ask.end() :]) if ask else ("", text)
    cuts = [cut.group() for cut in _ANYWHERE.finditer(before)]
    # A second moment belongs to what there is to do: "remind me today to prepare for Friday".
    if all(_RHYTHM.fullmatch(cut) for cut in cuts):
        if cut := _LEADING.match(said):
            said = said[cut.end() :]
        elif cut := _TRAILING.search(said):
            said = said[: cut.start()]
        cuts += [cut.group()] if cut else []
    said = _bare(said)
    if not said and (owed := _OWED.search(before)):
        said = _bare(_TRAILING.sub("", owed["what"]))
    return said, any(_AGAIN.search(cut) for cut in cuts)


def _bare(said: str) -> str:
    """Returns what there is to do without the words and signs that lead to it."""
    said, shorter = said.strip(" ,.!?:;-"), None
    while shorter != said:
        shorter, said = said, _FILLER.sub("", said)
    return said
