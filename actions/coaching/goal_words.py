"""Hears what an employee says of goals: their words, their number, their date, and how they end."""

import re
from datetime import datetime, time

from actions.coaching.session.english import starts_with_verb
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.phrases import goal_of, wishes

_NAMES = "zero one two three four five six seven eight nine ten eleven twelve fifteen twenty none"
_SPELT = dict(zip(_NAMES.split(), (*range(13), 15, 20, 0), strict=True))
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|noon)"
_UNIT = r"(?:day|week|month|quarter|year)"
_SPAN = rf"(?:{_UNIT}|hour|minute)s?"
_DIGITS = r"(?<![\w.,:/])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\w:])"
_AMOUNT = rf"(?:{_DIGITS}|\b(?:{'|'.join(_SPELT)})\b)"
_NUMBER = re.compile(
    rf"(?P<number>{_AMOUNT})(?P<percent>\s*(?:%|percent\b))?(?:\s*(?:/|out of|of)\s*(?:the |my )?"
    rf"(?P<top>{_AMOUNT}|(?<=/)\d+))?",
    re.IGNORECASE,
)
# Numbers that tell a time, a date, a share or nobody, and "from 4", which is where it was before.
_NO_VALUE = re.compile(
    rf"\b\d+:\d+s?(?:\s*[ap]m\b)?|{_AMOUNT}\s*(?:[ap]\.?m\b|o'clock\b|{_MONTHS}\b|{_SPAN} ago\b)"
    rf"|\bat {_AMOUNT} (?:tomorrow|tonight|sharp)\b|\b{_MONTHS} \d+\b|\bfrom {_AMOUNT}"
    rf"|\b(?:in|for|within|last|past|next) (?:the )?(?:last )?{_AMOUNT} {_SPAN}\b"
    rf"|{_AMOUNT} (?:third|half|halves|quarter|fifth)s?\b"
    rf"|(?<!last )(?<!this )\b(?:goal|step|phase|module|week|chapter) {_AMOUNT}(?: of {_AMOUNT})?"
    rf"|\blast (?:week|time|month),? (?:it was |was )?{_AMOUNT}(?: of {_AMOUNT})?"
    rf"|\bfirst of {_AMOUNT}|\b(?:plus|add|by) {_AMOUNT}|{_AMOUNT} (?:more|to go|left)\b"
    r"|\bno[ -]one\b|\b(?:one|1)[ -](?:to|on)[ -](?:one|1)s?\b"
    r"|\b(?:no|any|every|some|this|that|which|each|another)[ -]one\b|\bnone of\b(?! (?:it|them)\b)"
    r"|\bone (?:of (?:my|our|us|them|those)|more|other|another|person|day|thing|who|that|step)\b",
    re.IGNORECASE,
)
# "Gave away one task" is no place on a scale, "one so far" is.
_ONE_THING = re.compile(
    r"\bone (?!(?:so|today|now|out|of|again|this|at|for|and|or|but|i|please|on|still|maybe)\b)[a-z]", re.I
)
# What is counted is said in the plural, of one word or two: "3 talks", "two new customers a month".
_COUNTED = re.compile(
    rf"(?<!\bat )(?<!\bof )(?P<number>(?!20[1-4]\d\b){_AMOUNT})(?:\s?(?P<percent>%|per ?cent\b)| "
    rf"(?!(?:[a-z]+ )?{_SPAN}\b|(?:{_MONTHS}|{_DAYS}|[ap]m|o'clock|is|this|was|has|as|twice|or|to"
    r"|points?|thanks|because|but|so|if|when|since|i)\b)"
    r"(?:more |other )?(?P<what>people\b|[a-z-]+(?<!s)s\b"
    r"|(?!(?:in|on|at|and|with|for|from|by|per|a|an|the|every|each|out|of|less)\b)[a-z-]+ [a-z-]+(?<!s)s\b)"
    rf"(?P<per> (?:a|per|each|every) {_UNIT}\b)?)",
    re.IGNORECASE,
)
_DROP_WORDS = (
    r"\b(?:drop(?:ping)?|delete|remove|forget|cancel|give up|giving up|don't (?:want|need)|no longer"
    r"|not any ?more|scrap|abandon|stop tracking|get rid of|off my list|doesn't matter|can go"
    r"|take [^,.]*\boff)\b"
)
_DROP = re.compile(_DROP_WORDS, re.IGNORECASE)
# "I've reached my goal: remove two steps" names the goal; "I'm done with it, drop it" wants it gone.
_REACHED = re.compile(
    r"\b(?:reached|achieved|finished|completed|accomplished|managed|done|met|hit)\b"
    rf"[^,.;]*(?:\bto|:)\s+(?:\w+ )?{_DROP_WORDS}",
    re.IGNORECASE,
)
_NEW_WORDS = re.compile(
    r"^(?P<head>.*?\b(?:goal|objective|aim|target|deadline|date|wording|it)\b.*?)"
    r"(?:\bto(?: be)?\b|\binto\b|\bshould be\b|:)\s+(?P<text>.+)$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"[\s,]+(?:instead\b.*|not [^,]*|please\W*)$", re.IGNORECASE)
_NOT_SAID = re.compile(
    r"^(?:something|another|a (?:new|different|smaller|bigger|better) (?:one|goal))\b", re.IGNORECASE
)
_MOVES = re.compile(
    r"\b(?:move|push|postpone|extend|shift|delay|deadline|date|due|bring|run until|more time)\b",
    re.IGNORECASE,
)
_NTH = re.compile(r"\bgoal (?:number |no\.? )?(?P<nth>\d|one|two|three|four|five)\b", re.IGNORECASE)
_GOAL = r"\b(?:goals?|objectives?|aims?|targets?|ambition|resolution|dream)\b"
_WHICH = r"(?:new|next|second|first|learning|development|personal|career|smart|good|small)"
_FOR_WHEN = r"(?:,? (?:for|this|in|by|next|of|with) [^:=,]*?)?"
# "New goal: ...", "One thing I want to achieve this year: ...", "My goal is to ...", "Set a goal to ..."
_CALLED_ONE = tuple(
    re.compile(pattern + r"\s*(?P<rest>\S.*)$", re.IGNORECASE)
    for pattern in (
        rf"^[^:=]*?(?:{_GOAL}|\b(?:achieve|reach)\b)[^:=]{{0,40}}?(?:(?<!\d):(?!\d)|[=?]| [-–] )",
        rf"^.*?{_GOAL}{_FOR_WHEN},?(?: it| now| then)? (?:is|are|was|(?:would|should|will|must) be)\b[,:]?",
        rf"^.*?\b(?:a|an|as|my|own|the|another|{_WHICH}) {_GOAL}{_FOR_WHEN},? (?:to|of)\b"
        r"(?!\s(?:my|our|the|this|it|you|me)\b)",
    )
)
_TO_BE_ONE = re.compile(
    rf"^.*?\b(?:want|like|can|could|may|let) (?:my|the|a) (?:\w+ )?{_GOAL}{_FOR_WHEN} (?:to )?be\b[,:]?"
    r"\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_BEGINS_ONE = re.compile(r"(?:to|that|for|not)\b|\w+ing\b", re.IGNORECASE)
# "My goal to be more patience" is how some say "more patience"; "more patient" needs its "be".
_A_THING = re.compile(
    r"(?:no|fewer)\b|(?:more|less|better) \w+(?:[ea]nce|[ts]ion|ness|ity|ment|ship|ure)\b", re.I
)
_ASKS_FOR_ONE = re.compile(
    rf"^(?:[^.!?:]*?\b(?:(?:a|an|another|some|{_WHICH}) (?:{_WHICH} )?|(?:create|set|add|define) "
    rf"|(?:set|define|phrase|make|write|note|track)(?: down| up)? (?:my|the|our) ))?{_GOAL}"
    r"(?P<more> (?:for|this|next|with|together|by|in|please|today|now|then|again|too|setting|measurable"
    r"|out of)\b[^:]*)?\W*$",
    re.IGNORECASE,
)
_BOUND_TO = re.compile(
    r"^(?!.*\bi(?:'d| would)?(?: \w+)? (?:want|love|hope|wish|need)\b).*?(?:\bi(?:'ll| will| must| should"
    r"|(?:'m| am) going to|(?:'ve| have) (?:got to|to|decided to)| have to| like to| plan to| intend to"
    r"| have (?:in mind|the (?:intention|plan|wish)) to)"
    r"|\b(?:wants?|expects?|asked|told|needs?) me to) (?P<rest>.+)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,;.-]+(?:(?:and |so |please )*(?:(?:let's |please )?make (?:it|that|this)|that's"
    r"|(?:could|can) (?:it|that) be) (?:a|my|the) goal|(?<=[,;-] )(?:(?:as )?(?:a|my) )?goal(?: for [^,:]*)?"
    rf"|(?:is|be) (?:my|our|the) (?:\w+ )?{_GOAL}(?: for [^,:]*)?"
    r"|ok(?:ay)?|right|please|thanks|thank you|if possible)\W*$",
    re.IGNORECASE,
)
_SPELT_OUT = (
    (re.compile(r"(?:^|\bi )(?:wan(?:na|a)(?: to)?|want to)\b", re.IGNORECASE), "I want to"),
    (re.compile(r"\bi(d|m|ve)(?= (?:like|love|going|trying|hoping|decided|got)\b)", re.I), r"I'\1"),
    (re.compile(r"(?<![\w'])i(?=['\s])"), "I"),
)
_ALSO = re.compile(r"\b(?:also|too|as well)\b", re.IGNORECASE)
_HESITANT = re.compile(
    r"^(?:(?:well|hm+|i'm not sure|not sure|i don't know|i (?:think|guess)|let's say|maybe|perhaps|probably"
    r"|something like|(?:how|what) about|so|basically|ok|yes|yeah|sure)\b[\s,.…]*)+",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"^(?:something .*|achieve|reach|aim for|work on)$", re.IGNORECASE)
_I_WANT = r"i(?:'d| would)? (?:also )?(?:want|like|hope|need)"
# How what was heard becomes what stands after "Goal:"; one after the other.
_MENDED = tuple(
    (re.compile(pattern, re.IGNORECASE), mended)
    for pattern, mended in (
        (r"^(?:that|to)\s+", ""),
        (r",?\s+(?:because|cause|since my|as my)\b.*$", ""),
        (r"^(?:help me (?:to |with )?|help with (?=\w+ing\b)|at (?=\w+ing\b))", ""),
        (r"^not to\b", "not"),
        (rf",?\s+and,? (?:(?:then|also|second(?:ly)?) )*(?:{_I_WANT} )?to\b", " and"),
        (r"^i (?:can|could)\b", "be able to"),
        (r"^i(?:'m| am) (?:working|work) on\b", "work on"),
        (r"^i(?:'m| am)\b", "be"),
        (r"^i(?:'ll| will| should| must)? (?!was|had|did)", ""),
    )
)
_DAY_OF = (
    rf"(?:{_DAYS}(?: next week)?|(?:{_MONTHS}(?: \d\d?(?:st|nd|rd|th)?)?|\d\d?(?:st|nd|rd|th)? (?:of )?"
    rf"{_MONTHS}|summer|spring|autumn|winter|christmas|easter|{_UNIT})(?:,? 20\d\d)?|20\d\d(?:-\d\d-\d\d)?"
    r"|\d\d?\.\d\d?\.(?:\d{4})?|\d\d?(?:st|nd|rd|th))"
)
_PART_OF = r"(?:the )?(?:(?:end|start|beginning|middle) of )?(?:(?:the|this|next|coming) )*"
_BY = (
    rf"(?:(?:by|until|till?|before|no later than) {_PART_OF}{_DAY_OF}"
    rf"|on (?:the )?(?:next )?(?!{_UNIT}){_DAY_OF}|this {_UNIT}|next (?:{_DAYS})|tomorrow|tonight"
    rf"|(?:in|within) (?:the )?(?:next )?(?:(?:{_AMOUNT}|an?|a few) (?:week|month|quarter|year)s?|\d\d+ days)"
    r"(?:'?s? time)?)\b"
)
_DATED = re.compile(rf"\b{_BY}", re.IGNORECASE)
_ONLY_A_DATE = re.compile(rf"(?:(?:by|on|until) )?(?:next )?{_PART_OF}{_DAY_OF}\W*$", re.IGNORECASE)
_DATE_APART = re.compile(rf"^{_BY},?\s+(?=\S+ \S)|[\s,]+{_BY}(?: at the latest)?\W*$", re.IGNORECASE)
# "No meetings on Friday" is due on no day.
_HABIT = re.compile(
    r"\b(?:no|never|stop|every|each|always|(?:mon|tues|wednes|thurs|fri)days)\b.*\bon\b", re.I
)
# Where less is more, a number says nothing of how far it has come.
_LESS = re.compile(r"\b(?:reduce|cut|lower|decrease|bring down|below|under|at most|no more than)\b", re.I)
_TWO_THINGS = re.compile(r"^\S+ \S.*? and (?P<second>\S+ .+)$", re.IGNORECASE)


def named(turn: Turn) -> str:
    """Returns the goal that a turn sets, in the employee's words; "" where it only asks to set one."""
    said = " ".join(turn.plain.split())
    for sign, words in _SPELT_OUT:
        said = sign.sub(words, said)
    said = _HESITANT.sub("", _TAIL.sub("", _TAIL.sub("", said)))
    called = _called_one(said)
    asks = _ASKS_FOR_ONE.match(called or said)
    if not said.strip(" .!?…") or (asks and not wishes(asks["more"] or "")):
        return ""
    first = sentences(called)[0] if called else said
    others = (part for part in sentences(called or said)[1:] if wishes(part) and _ALSO.search(part))
    text = " and ".join(_mended(goal_of(part)) for part in (first, *others))
    text = _DATE_APART.sub("", text) if due(turn) else text
    return "" if _VAGUE.match(text) else text


def changed(said: str) -> tuple[str, bool]:
    """Returns (the words that take the place of a goal's or "", whether it is its date that moves)."""
    match = _NEW_WORDS.match(said)
    moves = bool(_MOVES.search(match["head"] if match else said))
    text = _INSTEAD.sub("", match["text"]) if match and not moves else ""
    if len(text.split()) < 2 or _NOT_SAID.match(text) or _ONLY_A_DATE.match(text):
        return "", moves
    return goal_of(text), moves


def drops(said: str) -> bool:
    """Says whether a goal is given up, not reached."""
    return bool(_DROP.search(said)) and not _REACHED.search(said)


def nth(said: str) -> int:
    """Returns the place in the list of the goal that is named by it, 0 where none is."""
    match = _NTH.search(said)
    return int(number(match["nth"])) if match else 0


def due(turn: Turn) -> datetime | None:
    """Returns the day by which a goal is to be reached; None where the turn sets none that is still ahead."""
    return next_moment(turn) if _DATED.search(turn.plain) and not _HABIT.search(turn.plain) else None


def next_moment(turn: Turn) -> datetime | None:
    """Returns the moment ahead that a turn names: a day rather than an hour; None where there is none."""
    ahead = [moment for moment in turn.times if moment > turn.at]
    return next((day for day in ahead if day.time() == time()), ahead[0] if ahead else None)


def counted(text: str) -> re.Match[str] | None:
    """Returns the number, and what it counts, that a goal's words name; None where there is not just one."""
    found = [] if _LESS.search(text) else list(_COUNTED.finditer(text))
    two = _TWO_THINGS.match(text)
    return found[0] if len(found) == 1 and not (two and starts_with_verb(two["second"])) else None


def value(text: str, *, in_percent: bool, of_ten: bool) -> float | None:
    """Returns the number that is reported, of ten where the goal is rated; None where there is none."""
    said = _NO_VALUE.sub(" ", text)
    match = _NUMBER.search(said)
    if not match or (match["percent"] and not in_percent):
        return None
    if of_ten and not match["top"] and (_COUNTED.search(said) or _ONE_THING.search(said)):
        return None
    reported, top = number(match["number"]), number(match["top"] or "0")
    return round(reported * 10 / top, 1) if top and of_ten else reported


def number(text: str) -> float:
    """Returns the value of a number in words or digits; raises ValueError for any other text."""
    said = text.lower()
    if said in _SPELT:
        return float(_SPELT[said])
    thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", said)
    return float(said.replace(",", "" if thousands else "."))


def _called_one(said: str) -> str:
    """Returns what is called a goal, or what somebody is bound to do; "" where nothing is."""
    if match := _TO_BE_ONE.match(said):
        rest = _HESITANT.sub("", match["rest"])
        whole = _BEGINS_ONE.match(rest) or starts_with_verb(rest) or _A_THING.match(rest)
        return rest if whole else f"be {rest}"
    for match in (sign.match(said) for sign in _CALLED_ONE):
        rest = _HESITANT.sub("", match["rest"]) if match else ""
        if rest and (_BEGINS_ONE.match(rest) or starts_with_verb(rest) or not wishes(rest)):
            return rest
    match = _BOUND_TO.match(said)
    return match["rest"] if match else ""


def _mended(text: str) -> str:
    for sign, words in _MENDED:
        text = sign.sub(words, text)
    return text
