"""What a reminder is about, told apart from the moment that is named with it."""

import re

from actions.coaching.quiet_hours import HOUR_WORDS

_NUMBER = "|".join(HOUR_WORDS)
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


def reminded_of(text: str) -> tuple[str, bool]:
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
