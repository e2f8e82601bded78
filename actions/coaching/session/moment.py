"""Hears when an employee will do something, and words it as the first half of an if-then plan."""

import re

from actions.coaching.session.english import base_form, is_clause, starts_with_verb
from actions.coaching.session.mirror import sentences
from actions.coaching.session.wording import phrase, plain, pointed, uncommented, unhedged

_I = re.IGNORECASE
_DAYNAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SEASON = r"(?:spring|summer|autumn|winter|(?:new )?year|quarter)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|apr|aug|sept?|oct|nov|dec)"
)
_DATE = (
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)(?: (?:of )?{_MONTH})?\b(?! (?:time|floor|person|one)\b)"
    rf"|\d{{1,2}} {_MONTH}\b|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday)"
_CLOCK = (
    rf"(?:half|quarter|five|ten|twenty) (?:past|to) {_NUMBER}|\d{{1,2}}(?:[:.]\d\d)?\s?(?:am|pm|o'clock)"
    r"|\w+ o'clock|\d{1,2}[:.]\d\d"
)
_EVENT = (
    r"stand-?ups?|meetings?|1:1s?|one-to-ones?|one-on-ones?|1-1|retro\w*|review|call|shift|weekly|daily"
    r"|jour fixe|round"
)
# What makes another thing of a time: "the meeting notes" are no moment, "Friday off" is a wish.
_THING = (
    r"(?!['-]\w|\s+(?:off|agenda|notes?|minutes|room|list|plan|board|summary|invites?|invitations?"
    r"|requests?"
    r"|reports?|series|culture|load|times?|calendar|schedule|rota|figures|numbers|deadlines?|deck|slides"
    r"|mails?|slots?|structure|leader|lead|link|format)\b)"
)
_TIME = (
    rf"(?:{_CLOCK}|{_DATE}{_THING}|(?:{_MONTH}|{_SEASON}|{_DAYNAME}|mon|tue|wed|thu|fri|today|tonight"
    r"|tomorrow|mornings?|afternoons?"
    r"|evenings?|nights?|noon|midday|lunch(?:time|-?break| break)?|breakfast|coffee break|weeks?|weekends?"
    rf"|months?|sprint|quarter|{_EVENT}|days?|hour|minutes|break|payday|close of business)\b{_THING}"
    r"|\d{1,2}(?:[:.]\d\d)?\b(?![%:.]?\d|\s*(?:percent|people|things?|points?|questions|times)\b))"
)
_FILL = (
    r"the|my|our|his|her|their|a|an|next|this|coming|first|last|early|late|following|weekly|monthly|daily"
    r"|team|every|each|other|end|start|beginning|middle|of|about|around|half|two|three|ten|few|second"
    r"|morning"
)
# Between the preposition and the time stands at most one word that is not of this list.
_OTHER = r"(?!(?:me|him|it|us|them|to|with|and|on|at|in|by|for|about|or)\b)[\w'-]+"
_NEAR = rf"(?=(?:(?:\s+(?:{_FILL})\b)+(?:\s+{_OTHER})?)?\s+{_TIME})"
_COUNT = r"(?:a|an|one|two|three|five|ten|a few|half an|\d+)"
_CLAUSAL = (
    rf"(?:not )?(?:{_COUNT} (?:minutes?|hours?|days?|weeks?) (?=before|after))?"
    r"(?:right |just |only |straight |shortly |immediately )?(?:when(?:ever)?|as soon as|while"
    r"|(?<!for )(?<!at )once(?=\s+(?!(?:a|an|every|per|more|again|or|in|and)\b)[\w']+ \w+)"
    r"|after(?! all\b)(?=\s+\w)|before(?=\s+\w)|during|first thing(?! (?:is|i)\b)|the moment"
    r"|every time|each time|(?:the )?(?:next|first) time)\b"
)
_NOT_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "the my our a his her for next their to from until till of than about with off between keep block"
        " take book move clear reserve free and the whole on at in by over"
    ).split()
)
_BARE = rf"{_NOT_AFTER}(?:(?:{_DAYNAME}|tomorrow|tonight|today)\b{_THING}|{_CLOCK}\b|{_DATE})"
# Verbs that a preposition belongs to: "focus on the next sprint", "go over the weekly".
_WITH_ITS_OBJECT = "".join(
    rf"(?<!\b{verb} )"
    for verb in "focus work working agree reflect decide concentrate insist comment report look go read "
    "believe working bring fill hand".split()
)
_CUE = re.compile(
    rf"(?:^|(?<=[\s,]))(?P<cue>(?:{_CLAUSAL}|{_BARE}"
    rf"|at {_NUMBER}(?=\W*$|,|\s(?:in the|sharp|tomorrow|every|and)\b)"
    r"|the (?:day|morning|evening|week) (?:after|before)\b|the (?:next|following) (?:day|morning|week)\b"
    rf"|for (?:next |this )?(?:{_DAYNAME}|tomorrow|tonight|next week)\b{_THING}"
    rf"|(?:not )?(?:on|by|from|around)(?=\s+(?:next |this |the |late |early )?(?:{_DAYNAME}|tomorrow"
    rf"|{_CLOCK}|{_DATE})\b{_THING})"
    rf"|(?:{_WITH_ITS_OBJECT}(?:not )?(?:at|on|in|by|over|from|around)|this"
    rf"|(?<!the )(?<!for )(?<!about )(?<!of )(?<!on )(?:the )?next)\b{_NEAR}"
    # "Every Friday" is a moment, "once every week" only says how often.
    rf"|(?<!once )(?<!twice )(?:every|each)\b(?!\s+(?:\w+ )?(?:weeks?|days?|months?|hour|minutes)\b"
    rf"(?! (?:at|on|in|after|before|when)\b)){_NEAR}).*)$",
    _I,
)
_NAMED = re.compile(
    rf"\b(?:{_DAYNAME}|today|tonight|tomorrow|noon|midday|weekend|{_CLOCK})\b|{_DATE}"
    r"|^(?:(?:the|my|our) )?(?:next |first |weekly |team |daily )*"
    r"(?:stand-?up|meeting|retro|1:1|one-to-one|one-on-one|1-1|lunch(?:time)?|mornings?"
    r"|close of business)\b"
    rf"|^(?:(?:at|around) )?{_NUMBER}\W*$"
    r"|^(?:every|each) (?:day|week|month)\b|^(?:in )?(?:a|one|two|three|\d+) weeks?\b",
    _I,
)
_ALONE = re.compile(rf"^(?:then )?(?:{_CLAUSAL}|{_BARE}|(?:at|on|every|next|in (?:the|my|our|two|a))\b)", _I)
_OPENINGS = (
    re.compile(
        r"^(?:(?:right|just|only|then)\s+)?(?:when(?:ever)?|if|while|the moment|every time|each time"
        r"|as soon as(?!\s+possible)|once(?!\s+(?:a|an|every|per)\b))\s+",
        _I,
    ),
    re.compile(
        r"^(?:it is|it's|its|either|best|ideally|better|quietest|as(?=\s+the first thing\b)"
        r"|in(?=\s+the next time\b)"
        r"|(?:a|the|my) (?:good|best|right|only|first) (?:moment|time|day|slot) (?:is|would be))\s+",
        _I,
    ),
    re.compile(
        rf"^(?:(?:on|at|by|over|around|for|in(?!\s+(?:{_COUNT})\b)){_NEAR}|at(?=\s+{_NUMBER}\b)"
        rf"|this(?=\s+{_DAYNAME}))\s+",
        _I,
    ),
)
_TIME_WHEN = re.compile(r"^(?P<time>(?:the )?(?:next|first) time) when\b", _I)
_JUDGED = re.compile(
    r"\s+(?:(?:would|will|might) be|is|are|works|would work|sounds|seems|suits me)\b(?:\s+(?:the|best"
    r"|good|fine"
    r"|ideal|better|okay|ok|great|perfect|possible|easiest|for|me|most|likely|probably|realistic))*\W*$",
    _I,
)
# Why it will be then is no part of the moment.
_BEYOND = re.compile(
    r",?\s+(?:because|since|as then|so that)\b.*$|,\s+(?:so|but|and then)\s+(?:i|he|she|we|they|it"
    r"|that|there)\b.*$",
    _I,
)
# The day that stands behind its event: "the review is on the 14th", "when it comes, so Friday".
_DAY_OF = (
    (re.compile(r",\s*(?:probably|maybe|perhaps|preferably|ideally)\s+", _I), ", "),
    (
        re.compile(r"\s+(?:is|are|would be|works|work) (?:best|good|fine|better|ideal)(?: for me)?(?=,)", _I),
        "",
    ),
    (
        re.compile(
            rf"^((?:on )?(?:tomorrow|today|{_DAYNAME})(?: morning| afternoon| evening)?),? (?:i|we|he"
            r"|she|they)"
            r"(?:'m|'re|'s| am| are| is| have| has)\b.*?(?:(?=\s(?:at|around|after|before|from)\b)|$)",
            _I,
        ),
        r"\1",
    ),
    (re.compile(r",?\s+which (?:is|will be)\s+", _I), ", "),
    (re.compile(r"^((?:the|our|my|his|her) (?:[\w-]+ ){1,3}?)is (?=(?:on|at|in)\b)", _I), r"\1"),
    (
        re.compile(r"^((?:the|our|my|his|her) (?:[\w-]+ ){1,3}?[\w-]+) is (?=" + _DAYNAME + r"\b)", _I),
        r"\1, ",
    ),
    (re.compile(rf",\s+so (?:on )?(?={_DAYNAME}|{_DATE})", _I), " on "),
    (re.compile(r",\s+so (?=(?:at|around|about) )", _I), ", "),
    (
        re.compile(
            rf"^(?:once|twice|three times) (?:a|per) (?:week|month)[,:]?\s+(?:on )?(?={_DAYNAME})", _I
        ),
        "",
    ),
)
# What follows a moment may still tell what will be done: "in our 1:1 for the budget".
_STILL = re.compile(
    rf"^(?P<time>.*?\b(?:{_TIME}))\s+(?P<rest>(?:for|about|whether|how|what|why|to(?!\s+{_NUMBER}\b)"
    r"|that)\s.+)$",
    _I,
)
_STILL_AFTER = re.compile(
    r"^(?P<time>(?:right |just )?(?:after|before|during) (?:the|our|my|his|her)(?: [\w'-]+){1,2}) "
    r"(?P<rest>(?:that i|about|whether|how)\b.+)$",
    _I,
)
_DAY_WITH = re.compile(rf"^(?P<time>(?:on )?(?:{_DAYNAME}|tomorrow|today)) (?P<rest>with .+)$", _I)
_GOES_ON = re.compile(r"(?P<joint>,?\s+and(?: then| only| just| also)?|,\s+then)\s+(?=(?P<verb>[\w']+))", _I)
# In "tell him not to call me at night" the time belongs to what is told.
_REPORTED = re.compile(
    r"\b(?:not to|that (?:i|he|she|they|we|you|it|there|nobody|everybody|everyone|somebody|people|all"
    r"|the|my|our)|i can't|i need|i won't|what happened)\b"
    r"|\b(?:tell|say|explain|remind|mention)\b.*\bthat\b",
    _I,
)
# "Ask him when he wants it" asks for a moment and is none; nor is "when I got the job".
_ASKS_WHEN = re.compile(
    r"\b(?:ask|find out|agree|decide|know|clarify|check|say|discuss|plan|note"
    r"|write down)(?: [\w']+){0,2}\s*$",
    _I,
)
_ASKED_WHEN = re.compile(
    r"^when (?:he|she|they|it|we|i|the \w+|(?-i:[A-Z]\w+)) (?:want|need|expect|ha[sv]e?\b|can\b"
    r"|could\b|would\b|will\b|should\b|is (?:free|due)|are (?:free|due))",
    _I,
)
_LONG_AGO = re.compile(
    r"^(?:when|after|before|once) \w+(?: \w+)? (?:got|was|were|had|did|went|left|came|started|told"
    r"|said|made|took|became|began|\w{3,}ed)\b",
    _I,
)
_HOW_IT_WAS = re.compile(r"\b(?:how|what|why|about)\b.*\b(?:was|were|did|felt|happened)\b", _I)
# A date that is a part of what is proposed: "a meeting each Tuesday"; "stop when it's done".
_PROPOSED = re.compile(
    r"\b(?:propose|suggest|offer|set up|arrange|ask for|agree(?: on)?)\b.*\b(?:meeting|slot|call|hour"
    r"|session|catch-up|round|review|coffee|lunch|summary|talk)\b",
    _I,
)
_STOPS = re.compile(r"\b(?:stop|finish|end)\s*$", _I)
# What would be left without its object if the time were taken away: "ask for Friday", "book Thursday".
_BEREFT = re.compile(
    r"^(?:not )?(?:ask for|take|book|block|keep|reserve|free(?: up)?|clear|move|use|plan|have"
    r"|cancel)\W*$",
    _I,
)
A_TIME = re.compile(
    r"(?:not|before|after|during|right|just|straight|first thing|shortly|early|late|tomorrow|today|tonight"
    r"|next|every|each|as soon as|from|noon|in|on|at|with"
    rf"|this (?:{_DAYNAME}|morning|afternoon|evening|week|month)|{_COUNT} \w+ (?:before|after)"
    r"|\d[\d:.]*\s?(?:am|pm)?|(?:morning|afternoon|evening|night)(?! \w+s\b)|lunch(?! (?:is|ends"
    rf"|starts)\b)|{_DAYNAME}|(?:mon|tue|wed|thu|fri)\b|quarter|half"
    r"|the (?:\d\w*|(?:morning|afternoon|evening|week|day) (?:after|before|of|that|i|he|she|we)\b|end of"
    r"|(?:next|first) time))\b",
    _I,
)
_HOW_OFTEN = re.compile(
    r"^(?:(?:at least )?(?:once|twice|three times|several times) (?:a|per|every|each) (?:day|week|month)"
    r"|(?:every|each) (?:single |other |second )?(?:day|week|month|hour)|daily|regularly)\W*$",
    _I,
)
_VAGUE = re.compile(
    r"^(?:very |quite )?(?:soon|later|sometime|some ?day|one day|eventually|any ?time|whenever|always|often"
    r"|sometimes|it depends(?=\W*$))(?!\w)(?! (?:i|he|she|we|they|the|my|when)\b)",
    _I,
)
# A sentence of this kind tells no event: "I might forget", "he always says no", "I was too slow".
_NO_EVENT = re.compile(
    r"\b(?:might|may|could|can't|cannot|would|should|will|won't|don't|doesn't|didn't|wasn't|isn't"
    r"|always|never"
    r"|afraid|scared|worried|nervous|feel|think|hate|hope|need|want|no|too|was|were|had|did|got|said"
    r"|went)\b|'(?:ll|d)\b|^(?:i'm|i am)\b",
    _I,
)
# Nouns and verbs alike, which after a noun tell what happens: "my shift ends".
_HAPPENS = re.compile(
    r"^(?:my|the|an?|our|his|her|their) [\w'-]+(?: [\w'-]+){0,4}? (?:goes|ends|starts|begins|rings"
    r"|stops|finishes|closes|opens"
    r"|calls|arrives|comes|leaves|\w+s (?:up|off|in|out|on|over|back|down))\b|^(?:i|he|she|we|they|it"
    r"|you)'(?:s|m|re|ve|d|ll)\b",
    _I,
)
_WHEN = re.compile(r"^(?:when(?:ever)?|once|if|as soon as|while|after|before|during|the moment)\b", _I)
# How the card says a moment that does not stand after "If it is" by itself.
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_HABITS = (
    (re.compile(rf"^(?:every|each) (?:second|other) ({_DAYNAME})\b", _I), r"\1, every second week"),
    (re.compile(rf"^(?:every|each) (?:week on )?({_DAYNAME}(?: {_PART_OF_DAY})?)\b", _I), r"a \1"),
    (
        re.compile(rf"^(?:every|each) (morning|afternoon|evening),? at ({_CLOCK}|{_NUMBER})\b", _I),
        r"\2 in the \1",
    ),
    (re.compile(rf"^(?:every|each) ({_PART_OF_DAY})(?=$|,)", _I), r"\1"),
    (re.compile(rf"^(?:every|each) ({_PART_OF_DAY})\s+", _I), r"\1, "),
    (re.compile(rf"^(?:the |weekday |working )?({_PART_OF_DAY})s\b", _I), r"\1"),
    (re.compile(r"^weekdays\b", _I), "a weekday"),
    (re.compile(r"^(?:every|each) (lunch(?:time)?|breakfast|weekday|working day)\b", _I), r"\1"),
    (
        re.compile(r"^(?:every|each) ((?:team |weekly )?(?:meeting|call|1:1|retro|review|shift))\b", _I),
        r"in a \1",
    ),
    (re.compile(r"^(?:every|each) (first|last) ", _I), r"the \1 "),
    (re.compile(r"\b(before|after|during) (?:every|each) (?=[aeiou])", _I), r"\1 an "),
    (re.compile(r"\b(before|after|during) (?:every|each) ", _I), r"\1 a "),
    (re.compile(rf"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?( {_PART_OF_DAY})s\b", _I), r"a \1\2"),
    (re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b", _I), r"a \1"),
    (re.compile(rf"\b({_DAYNAME}) and (?=(?:an? )?{_DAYNAME}\b)", _I), r"\1 or "),
    (
        re.compile(rf"^from ((?:{_DAYNAME}|tomorrow|next week)(?: {_PART_OF_DAY})?)(?: on(?:wards)?)?\b", _I),
        r"\1 or later",
    ),
    (
        re.compile(rf"^in ({_COUNT} (?:days?|weeks?|months?|hours?|minutes?))(?:' time|'s time)?\b", _I),
        r"\1 from now",
    ),
    (re.compile(r"^as soon as possible\b", _I), "possible"),
    (
        re.compile(
            r"^(?=(?:(?:start|beginning|middle|end) of(?! (?:play|business|day)\b)|(?:lunch |coffee "
            r"|tea )?break\W*$)\b)",
            _I,
        ),
        "the ",
    ),
    (re.compile(rf"^(?=next (?!{_DAYNAME}|week|month|year|time))", _I), "the "),
)
_EVERY_DAY = re.compile(r"^(?:every|each) (?:single )?day,? (?P<rest>.+)$", _I)
_AT_ONCE = re.compile(r"^(?:(?:right|straight) (?:away|after this)|immediately|asap)\W*$", _I)
_PLACE = re.compile(r"^(?:in|at|on)\s+(?=\S)", _I)
_WITH = re.compile(r"^with (?=(?:my|the|a) (?:\w+ )?(?:coffee|tea|breakfast|lunch)\b)", _I)
# What more must be the case: "Monday, in my one-to-one", "tomorrow, when he gets his coffee".
_MORE = re.compile(
    r",?\s+(?=(?:when|while|as soon as|once|if)\s+(?!possible))"
    rf"|,\s+(?=(?:in|at|on) (?:my|our|his|her|their|the)\b(?! (?:{_PART_OF_DAY}|end|start|beginning"
    r"|latest|\d)))"
    rf"|(?<=day)\s+(?=in (?:my|our|his|her|their)\b)|,\s+(?=with my (?:\w+ )?(?:coffee|tea)$)",
    _I,
)


def names_moment(text: str) -> bool:
    """Says whether the text names a moment."""
    said = text.replace("’", "'").strip()
    return bool(_CUE.search(said) or _NAMED.search(said))


def is_moment_alone(sentence: str) -> bool:
    """Says whether a sentence tells a moment and nothing else: "On Monday.", "When he comes in."."""
    return bool(_ALONE.match(sentence)) and not re.search(r"\bi(?:'ll| will)\b", sentence, _I)


def is_time(text: str) -> bool:
    """Says whether the text is a day or an hour and nothing else: "a week on Friday", "Monday at ten"."""
    left = re.sub(
        rf"\b(?:{_CLOCK}|{_DATE}|{_DAYNAME}|today|tonight|tomorrow|{_PART_OF_DAY}|weeks?|weekend|months?"
        rf"|noon|midday|lunch|{_FILL}|{_NUMBER}|on|at|in|by|from|o'clock|am|pm|sharp|please|and|or|so"
        r"|that)\b",
        "",
        plain(text),
        flags=_I,
    )
    return names_moment(text) and not re.search(r"\w", left)


def how_often(text: str) -> str:
    """Returns how often something is to be done where that is all that is said, else ""."""
    said = pointed(unhedged(text)).strip(" .!")
    return said.lower() if _HOW_OFTEN.match(said) else ""


def tells_moment(text: str) -> bool:
    """Says whether an answer to "when?" tells a day, an hour, a place or an event."""
    said = pointed(text)
    if _WHEN.match(said) or names_moment(said):
        return True
    if _VAGUE.match(said) or re.match(r"(?:some|any)(?:thing|body|one)\b", said, _I):
        return False
    return not (is_clause(said) and _NO_EVENT.search(said))


def is_vague(text: str) -> bool:
    """Says whether an answer to "when?" leaves it open: "soon", "it depends"."""
    said = pointed(text)
    return bool(_VAGUE.match(said)) and not names_moment(said)


def cue_of(text: str) -> str:
    """Returns the moment as it stands after "If it is"; a clause stands after "If" alone."""
    parts = sentences(text.replace("’", "'")) or [text]
    said = uncommented(_BEYOND.sub("", pointed(_meant(parts))))
    for sign, instead in _DAY_OF:
        said = sign.sub(instead, said)
    found = _CUE.search(said)
    # "If she asks on Monday" is one moment, "I'd do it on Monday" names it at its end.
    if found and not re.match(r"if\b", said, _I) and not _belongs(said[: found.start("cue")]):
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
    clausal = re.match(_CLAUSAL, cue, _I)
    if _is_its_own(action, cue, bool(clausal)):
        return text, ""
    # "Tomorrow morning and ask for a date": what follows the moment is still what will be done.
    after = _GOES_ON.search(cue)
    if after and starts_with_verb(after["verb"]) and not (clausal and is_clause(cue)):
        action = f"{action.rstrip(' ,')}{after['joint']} {cue[after.end() :]}"
        cue = cue[: after.start()]
    still = (_STILL_AFTER if clausal else _STILL).match(cue) or _DAY_WITH.match(cue)
    if still:
        action, cue = f"{action.rstrip(' ,')} {still['rest']}", still["time"]
    return action.rstrip(" ,"), worded(uncommented(_BEYOND.sub("", cue)))


def worded(cue: str) -> str:
    """Returns a moment as it stands in a plan: without "on", "when" and the like."""
    said, before = re.sub(r"\s+(?:still|already)\W*$", "", _JUDGED.sub("", cue.strip()), flags=_I), None
    while before != said:
        before = said
        for opening in _OPENINGS:
            said = opening.sub("", said)
    said = _TIME_WHEN.sub(r"\g<time>", phrase(unhedged(said)) or phrase(cue))
    return f"the {said}" if re.match(r"next time \w", said) else said


def when(cue: str) -> str:
    """Returns the first half of an if-then plan: "If it is Thursday" or "If he comes in"."""
    whole = is_event(cue) or _EVERY_DAY.match(cue)
    head, *more = [cue] if whole else _MORE.split(cue)
    return _condition(head) + "".join(_further(part) for part in more)


def is_event(cue: str) -> bool:
    """Says whether the moment is something that happens, a sentence of its own: "he comes in"."""
    return bool(_HAPPENS.match(cue) or is_clause(cue)) and not A_TIME.match(cue)


def _condition(cue: str) -> str:
    """Returns a moment of one part after "If"."""
    if daily := _EVERY_DAY.match(cue):
        rest = worded(daily["rest"])
        return _condition(rest) if is_event(rest) else f"{_condition(rest)} on any day"
    for habit, instead in _HABITS:
        cue = habit.sub(instead, cue)
    if _AT_ONCE.match(cue):
        return f"If it can be {cue}"
    if _PLACE.match(cue) or (_gerund(cue) and not names_moment(cue)):
        return f"If I'm {cue}"
    if _WITH.match(cue):
        return f"If I have {_WITH.sub('', cue)}"
    return f"If {cue}" if is_event(cue) else f"If it is {cue}"


def _further(part: str) -> str:
    """Returns what more must be the case, joined to the moment before it."""
    said = worded(part)
    if is_event(said) or (_WHEN.match(part) and len(said.split()) > 1 and not A_TIME.match(said)):
        return f" and {said}"
    if _WITH.match(part):
        return f" and I have {_WITH.sub('', part)}"
    return f" and I'm {part}" if _PLACE.match(part) else f", {part}"


def _gerund(cue: str) -> bool:
    return bool(base_form(cue.split(" ", 1)[0]))


def _meant(parts: list[str]) -> str:
    """Returns the sentence that names the moment; the last word counts where somebody corrects themselves."""
    for part in reversed(parts[1:]):
        corrected = _CORRECTED.match(part)
        if corrected and names_moment(part[corrected.end() :]):
            return part[corrected.end() :]
    return next((part for part in parts if names_moment(part)), parts[0])


_CORRECTED = re.compile(
    r"^(?:(?:or|oh|no|wait|sorry|actually|hmm|better|i mean|rather|make it|make that)\b[\s,]*)+", _I
)


def _belongs(before: str) -> bool:
    """Says whether what stands before a time is a part of the moment: "start of the shift, Tuesday"."""
    said = before.strip(" ,")
    return (
        0 < len(said.split()) <= 6
        and not is_clause(said)
        and not starts_with_verb(said)
        and not re.search(r"\b(?:i|i'd|i'll|best|better|ideally|is|would)\b", said, _I)
    )


def _is_its_own(action: str, cue: str, clausal: bool) -> bool:
    """Says whether the time belongs to what will be done and is not when: "ask for Friday off"."""
    if re.search(rf"\b(?:to|until|till|from) (?:{_CLOCK}|{_NUMBER})\s*$", action, _I):
        return True
    # A month is when the thing will be, hardly when it will be asked for.
    if re.match(rf"(?:in|from) (?:the )?(?:early |late |next )?(?:{_MONTH}|{_SEASON})\b(?! \d)", cue, _I):
        return True
    if re.search(r"\bask\s*$", action, _I) and re.match(r"for\b", cue, _I):
        return True
    if _BEREFT.match(action.strip()) or action.count('"') % 2 or re.match(r"while\b", cue, _I):
        return True
    if re.match(r"(?:every|each)\b", cue, _I) and _PROPOSED.search(action):
        return True
    if not clausal:
        return bool(_REPORTED.search(action))
    if _STOPS.search(action):
        return True
    asked = _ASKS_WHEN.search(action) and _ASKED_WHEN.match(cue)
    return bool(asked or (_LONG_AGO.match(cue) and _HOW_IT_WAS.search(action)))
