"""Hears when an employee will do something, and words it as the first half of an if-then plan."""

import re

from actions.coaching.session.english import is_clause, starts_with_verb
from actions.coaching.session.mirror import sentences
from actions.coaching.session.wording import phrase, plain, unhedged

_DAYNAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|o'clock)|(?:half|quarter) (?:past|to) \w+|\w+ o'clock"
_TIME = (
    rf"{_DAYNAME}|mon|tue|wed|thu|fri|today|tonight|tomorrow|mornings?|afternoons?|evenings?|nights?|noon"
    r"|midday|lunch(?:time)?|breakfast|weeks?|weekends?|months?|sprint|quarter|stand-?ups?|meetings?|1:1s?"
    r"|one-to-ones?|one-on-ones?|1-1|retro\w*|review|call|shift|days?|hour|minutes|break|close of business"
    rf"|{_CLOCK}|\d{{1,2}}(?:[:.]\d\d)?"
)
_FILL = (
    r"the|my|our|his|her|their|a|an|next|this|coming|first|last|early|late|following|weekly|monthly|daily"
    r"|team|every|each|other|end|start|beginning|middle|of|about|around|half|two|three|ten|few"
)
# Between the preposition and the time stands at most one word that is not of this list.
_OTHER = r"(?!(?:me|him|it|us|them|to|with|and|on|at|in|by|for|about|or)\b)[\w'-]+"
_NEAR = rf"(?=(?:(?:\s+(?:{_FILL})\b)+(?:\s+{_OTHER})?)?\s+(?:{_TIME})\b)"
_COUNT = r"(?:a|an|one|two|three|five|ten|a few|half an|\d+)"
_CLAUSAL = (
    rf"(?:not )?(?:{_COUNT} (?:minutes?|hours?|days?|weeks?) (?=before|after))?"
    r"(?:right |just |only |straight |shortly |immediately )?(?:when(?:ever)?|as soon as"
    r"|once(?! (?:a|an|every|per|more|again|or)\b)|after(?! all\b)|before|during|first thing|the moment"
    r"|every time|each time|(?:the )?(?:next|first) time)\b"
)
_BARE = (
    r"(?<!the )(?<!my )(?<!our )(?<!a )(?<!his )(?<!her )(?<!for )(?<!next )(?<!their )"
    rf"(?:{_DAYNAME}|tomorrow|tonight|today|{_CLOCK})"
)
_CUE = re.compile(
    rf"(?:^|(?<=[\s,]))(?P<cue>(?:{_CLAUSAL}|{_BARE}\b"
    r"|the (?:day|morning|evening|week) (?:after|before)\b|the (?:next|following) (?:day|morning|week)\b"
    rf"|for (?:next |this )?(?:{_DAYNAME}|tomorrow|tonight|next week)\b"
    r"|(?:(?:not )?(?:at|on|in|by|over|from)|this"
    rf"|(?<!the )(?<!for )(?<!about )(?<!of )(?:the )?next)\b{_NEAR}"
    # "Every Friday" is a moment, "once every week" only says how often.
    rf"|(?<!once )(?<!twice )(?:every|each)\b(?!\s+(?:\w+ )?(?:weeks?|days?|months?|hour|minutes))"
    rf"{_NEAR}).*)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:{_DAYNAME}|today|tonight|tomorrow|noon|midday|weekend|{_CLOCK})\b"
    r"|^(?:(?:the|my|our) )?(?:next |first |weekly |team |daily )*"
    r"(?:stand-?up|meeting|retro|1:1|one-to-one|one-on-one|1-1|lunch(?:time)?|mornings?|close of business)\b"
    r"|^(?:(?:at|around) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\W*$"
    r"|^(?:every|each) (?:day|week|month)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^(?:{_CLAUSAL}|{_BARE}\b|(?:at|on|every|next)\b)", re.IGNORECASE)
_OPENINGS = (
    re.compile(
        r"^(?:(?:right|just|only)\s+)?(?:when(?:ever)?|as soon as|once|if|the moment|every time|each time)"
        r"\s+(?!(?:possible|a|an|every|per)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:it is|it's|its)\s+", re.IGNORECASE),
    re.compile(
        r"^(?:on(?! (?:the|my) way\b)|at|in(?! (?:\d|a|an|two|three|half|ten)\b)|by|for"
        rf"|this(?= {_DAYNAME}\b)|(?:every|each)(?! (?:weeks?|days?|months?)\b))\s+(?=\S)",
        re.IGNORECASE,
    ),
)
_JUDGED = re.compile(
    r"\s+(?:(?:would|will|might) be|is|works|would work|sounds|seems)\b(?:\s+(?:the|best|good|fine|ideal"
    r"|better|okay|ok|great|perfect|possible|easiest|for|me|most|likely|probably))*\W*$",
    re.IGNORECASE,
)
# What follows a moment may still tell what will be done: "in our 1:1 for the budget".
_STILL = re.compile(
    rf"^(?P<time>.*?\b(?:{_TIME}))\s+(?P<rest>(?:for|about|whether|how|what|why|to)\s.+)$", re.IGNORECASE
)
_STILL_AFTER = re.compile(
    r"^(?P<time>(?:right |just )?(?:after|before|during) (?:the|our|my|his|her)(?: [\w'-]+){1,2}) "
    r"(?P<rest>(?:that i|about|whether|how)\b.+)$",
    re.IGNORECASE,
)
# In "tell him not to call me at night" the time belongs to what is told.
_REPORTED = re.compile(
    r"\b(?:not to|that (?:i|he|she|they|we)|i can't|i won't|what happened)\b", re.IGNORECASE
)
A_TIME = re.compile(
    r"(?:not|before|after|during|right|just|straight|first|shortly|early|late|tomorrow|today|tonight|next"
    rf"|this|every|as soon as|{_COUNT} \w+ (?:before|after)|\d[\d:.]*\s?(?:am|pm)?|noon"
    rf"|lunch|{_DAYNAME}|in|on|at"
    r"|the (?:\d\w*|morning|afternoon|evening|week|day|end|next|first|following))\b",
    re.IGNORECASE,
)


def names_moment(text: str) -> bool:
    """Says whether the text names a moment."""
    said = text.replace("’", "'").strip()
    return bool(_CUE.search(said) or _NAMED.search(said))


def is_moment_alone(sentence: str) -> bool:
    """Says whether a sentence tells a moment and nothing else: "On Monday.", "When he comes in."."""
    return bool(_ALONE.match(sentence)) and not re.search(r"\bi(?:'ll| will)\b", sentence, re.IGNORECASE)


def cue_of(text: str) -> str:
    """Returns the moment as it stands after "If it is"; a clause stands after "If" alone."""
    parts = sentences(text.replace("’", "'")) or [text]
    said = plain(parts[0])
    found = _CUE.search(said)
    # "If she asks on Monday" is one moment, "I'd do it on Monday" names it at its end.
    if found and not re.match(r"if\b", said, re.IGNORECASE):
        said = found["cue"]
    return worded(said)


def leading_cue(text: str) -> str:
    """Returns the moment that a text begins with, worded, or ""."""
    found = _CUE.match(plain(text.strip(" ,")))
    return worded(found["cue"]) if found else ""


def split_cue(text: str) -> tuple[str, str]:
    """Returns (what will be done, when or "") of a text such as "call her on Monday"."""
    match = _CUE.search(text)
    if not match or match.start("cue") == 0:
        return text, ""
    action, cue = text[: match.start("cue")], match["cue"]
    clausal = re.match(_CLAUSAL, cue, re.IGNORECASE)
    if not clausal and _REPORTED.search(action):
        return text, ""
    # "Tomorrow morning and ask for a date": what follows the moment is still what will be done.
    after = re.search(r"\s+and\s+(?=(\w+))", cue)
    if after and starts_with_verb(after[1]):
        action, cue = f"{action.rstrip(' ,')} and {cue[after.end() :]}", cue[: after.start()]
    still = (_STILL_AFTER if clausal else _STILL).match(cue)
    if still:
        action, cue = f"{action.rstrip(' ,')} {still['rest']}", still["time"]
    return action, worded(cue)


def worded(cue: str) -> str:
    """Returns a moment as it stands in a plan: without "on", "when" and the like."""
    said = _JUDGED.sub("", cue.strip())
    for opening in _OPENINGS:
        said = opening.sub("", said)
    said = phrase(unhedged(said)) or phrase(cue)
    return f"the {said}" if re.match(r"next time \w", said) else said


def when(cue: str) -> str:
    """Returns the first half of an if-then plan: "If it is Thursday" or "If he comes in"."""
    return f"If {cue}" if is_clause(cue) and not A_TIME.match(cue) else f"If it is {cue}"
