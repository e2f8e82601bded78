"""Reads who the other person is, and what it is about, from an employee's own words."""

import re
from typing import NamedTuple

from actions.coaching.practice.counterpart import Kind, Role
from actions.coaching.practice.text import plain

MAX_TOPIC = 160
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "manager",
        r"managers?|boss|bosses|team ?lead(?:er)?|lead|leader|supervisor|superior|line manager|director"
        r"|head of \w+|ceo|chief",
    ),
    (
        "report",
        r"reports?|direct report|employees?|team members?|apprentice|trainee|intern|assistant|staff"
        r"|someone i manage"
        r"|somebody i manage|person i manage|new starter|new hire|team",
    ),
    ("customer", r"customers?|clients?|guest|buyer|patient|caller"),
    ("colleague", r"colleagues?|co-?workers?|team-?mates?|peer|workmate|desk neighbour|office mate|mate"),
    (
        "other",
        r"suppliers?|vendor|hr|people team|works council|interviewer|landlord|investor|business partner"
        r"|parent|contractor|neighbour"
        r"|person|teacher|officer|recruiter",
    ),
)
# The longest first: "team lead" before "team".
_WORDS = "|".join(sorted("|".join(words for _, words in _ROLES).split("|"), key=len, reverse=True))
_NAME = r"(?:(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_SOMEBODY = re.compile(
    rf"\b(?P<role>(?:[Mm]y|[Oo]ur|[Tt]he|[Aa]n?|[Oo]ne of my|[Tt]his|[Ss]ome"
    rf"|[Mm]y own) (?:[\w-]+ ){{0,2}}?(?:{_WORDS})"
    rf"|[Ss]ome(?:one|body) [Ii] manage|HR)\b(?:'s)?(?:,? (?:called|named|is called"
    rf"|is)?,? ?(?P<name>(?!I\b|He\b|She\b){_NAME}))?"
)
# Any other person: "my flatmate Kim", "our neighbour".
_ANYBODY = re.compile(
    r"\b(?i:telling|tell|asking|ask|with|talking to|speaking to|be|play|as|like|to) (?P<role>(?i:my|our"
    r"|the|an?) (?!talk\b"
    rf"|conversation|way|role|part|difficult|question|raise|team's)[a-z-]+)(?: (?P<name>{_NAME}))?(?=,"
    rf"| (?:that|about|to|how|why"
    r"|for|who|he|she|they)\b|\s*[.!?]?$| [A-Z])"
)
_VERBS = (
    r"telling|tell|asking|ask|to|with|be|play|play the role of|talking to|speaking to|like|as|it is|it's"
    r"|his name is|her name is"
)
_NAMED = re.compile(rf"\b(?i:{_VERBS}) (?P<name>(?!I\b|I'|Monday|Tuesday|Friday){_NAME})")
_SMALL_NAME = re.compile(
    r"\b(?:telling|tell|asking|ask|with|to) (?!him|her|them|it|me|you|that|how|why|about|for|no|my|our|the"
    r"|a|an|someone"
    r"|somebody|people|everyone|say|talk|speak|ask|tell|practi[sc]e|give"
    r"|have)(?P<name>[a-z]{2,12}) (?=that|about|to|he|she"
    r"|they|how|why|for|who)\b"
)
_NOT_NAMES = frozenset(
    "Practise Practice Hi Hello Please The That It We They You He She English German HR Ok Okay Yes".split()
)
_FILLERS = frozenset("well so ok okay hm hmm yes no actually honestly sorry please".split())
_TOPIC = re.compile(
    r"^[\s,:–—-]*(?:and |because |what i want to say is |it(?:'s| is) |this is )*(?P<topic>(?:that|about"
    r"|how|why|who|to|for|when|if"
    r"|he|she|they|i|we|his|her|their|the|my|always|keeps|on)\b(?!'ll be|'ll play).{3,})",
    re.IGNORECASE | re.DOTALL,
)
# Without a person: "practise telling him that ...", "practise asking for a raise".
_ALONE = re.compile(
    r"\b(?:telling|tell|asking|ask|saying|explaining)(?: (?:him|her|them|someone|somebody|people"
    r"|people at work))?"
    r" (?P<topic>(?:that|to|for|how|why|about|if|no)\b.{2,})",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"\b(?:practi[sc]e|practi[sc]ing|rehearse|rehearsing|role-?play|try out|run through|prepare"
    r"|train)\b(?P<topic>.{4,}?)"
    r"\s+(?:with|to|from)\s*$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:(?:a|an|the|my|this|some|difficult|hard|tough|short|giving|having|how to|conversation|talk|chat"
    r"|talking|telling|speaking"
    r"|asking|tell|talk|speak|conversation|feedback|say|something|it|one|meeting|call|with|you|on|of)\s*)+$"
)
_FEEDBACK = re.compile(
    r"\b(?:he|she|they|his|her|their|who|keeps?|interrupt\w*|being late|lateness|always late|behaviou?r"
    r"|tone|mistakes?|rude|feedback|stop)\b"
)
_ASK = re.compile(
    r"\bi (?:need|want|would like|can't|cannot|can not|won't|have to|must|don't have|am (?:overloaded"
    r"|leaving))\b|\bi'd like\b"
    r"|\b(?:raise|salary|promotion for me|more (?:time|money|people|help|pay|support)|time off|deadline"
    r"|extension|part-?time"
    r"|home office|work from home|no to|saying no|say no|budget|asking for|ask for|for a|workload|holiday"
    r"|leave)\b"
)
_NEWS = re.compile(
    r"\b(?:get|got|gets|getting)? ?(?:the )?(?:job|promoted|promotion)\b|\b(?:redundan\w+|let (?:him|her"
    r"|them) go|laid off|contract"
    r"|cancel\w*|moving|reorgani\w+|restructur\w+|bad news|price|delay\w*|resign\w*|quit|leaving|notice"
    r"|rejected|turned down)\b"
)


_ASKING = re.compile(r"\b(?:saying no|say no|negotiat\w+|ask(?:ing)? (?:\w+ ){0,4}for)\b")


class Beginning(NamedTuple):
    """What a message says of the practice; empty where it says nothing."""

    who: str
    role: Role | None
    topic: str
    asks: bool = False


def read(text: str) -> Beginning:
    """Returns the person (a name, or "my manager"), the role and the topic in a first message."""
    text = " ".join(text.split())
    somebody, named = _SOMEBODY.search(text) or _ANYBODY.search(text), _named(text)
    found = somebody or named
    if found is None:
        alone = _ALONE.search(text)
        return Beginning("", None, alone["topic"].strip(" .?!")[:MAX_TOPIC] if alone else "")
    asks = bool(_ASKING.search(plain(text)))
    name = found.group("name") or (named.group("name") if named and somebody else "")
    who = name if name and name not in _NOT_NAMES else _lower_first(found.group("role")) if somebody else ""
    role = _role(found.group("role")) if somebody else None
    end = max(found.end(), found.end("name"))
    start = found.start("role" if somebody else "name")
    return Beginning(_tidy_name(who), role, _topic(text[:start], text[end:]), asks)


def person(text: str) -> Beginning:
    """Returns the person in the answer to "Who is it?": also a bare name or a few words."""
    found = read(text)
    if found.who:
        return found
    bare = " ".join(text.split()).strip(" .!?,\"'")
    head, _, rest = bare.partition(",")
    short = 0 < len(head.split()) <= 4 and head.lower() not in _FILLERS
    role = _role(head)
    return Beginning(_tidy_name(head) if short else "", role, rest.strip() if short else "")


def kind(topic: str) -> Kind:
    """Returns what the talk is about: the other's doing, a wish of the employee, or anything else."""
    text = plain(topic)
    if _ASK.search(text) and not re.search(r"^(?:that |how |because )?(?:he|she|they)\b", text):
        return "ask"
    if _NEWS.search(text):
        return "news"
    return "feedback" if _FEEDBACK.search(text) else "news"


def _named(text: str) -> re.Match[str] | None:
    for pattern in (_NAMED, _SMALL_NAME):
        match = pattern.search(text)
        if match and match.group("name") not in _NOT_NAMES:
            return match
    return None


def _role(words: str) -> Role | None:
    for role, pattern in _ROLES:
        if re.search(rf"\b(?:{pattern})\b", plain(words)):
            return role
    return None


def _topic(before: str, after: str) -> str:
    found = _TOPIC.match(after)
    if found and not _EMPTY.match(plain(found["topic"]).strip(" .!?")):
        return found["topic"].strip(" .?!")[:MAX_TOPIC]
    found = _BEFORE.search(before.rstrip() + " ") or _BEFORE.search(before)
    topic = found["topic"].strip(" ,") if found else ""
    return "" if _EMPTY.match(plain(topic)) else topic[:MAX_TOPIC]


def _tidy_name(who: str) -> str:
    """Returns "Sam" for "sam"; "my manager" stays as it is."""
    return who if " " in who or who[:1].isupper() else who.capitalize()


def _lower_first(text: str) -> str:
    return text if text.isupper() else text[:1].lower() + text[1:]
