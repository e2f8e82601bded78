"""Changes as employees ask for them: which note is meant, and what it should say."""

import re
from dataclasses import dataclass

from actions.coaching.memory_words import ASKING, fact_in, place_in

# What is longer than this tells something and changes no note.
LONGEST = 600
_QUOTES = '"“”'
_EDGES = " ,.!?:;" + _QUOTES
_VERB = (
    r"(?:change|update|correct|fix|edit|replace|amend|rewrite|rephrase|reword|modify|adjust|adapt|make|put"
    r"|set|turn)"
)
# What the coach knows as a whole: "update what you know: ...".
_KNOWN = (
    r"(?:what you(?:'ve| have)? (?:know|remember(?:ed)?|noted|stored|saved|got|have|wrote|written|kept)"
    r"(?: down)?(?: (?:about|on|of|for) me)?"
    r"|(?:your|my|the|those|these) (?:notes|memor(?:y|ies)|facts|info(?:rmation)?|records?|data)"
    r"(?: (?:about|on|of) me)?)"
)
_NOTE = r"(?:notes?|fact|item|number|thing|part|bit|memory|entry|information|info|data)"
_THAT = rf"(?:(?:that|this)(?: one| note| fact| memory)?|(?:your|my|the) note|it|{_KNOWN})"
_WANTING = rf"^(?:{ASKING}(?:i (?:want|need|would like|'d like) to|i'd like to|let's)?\s*)"
# "No, I work in Leeds" begins with a no, "no calls before nine" does not.
_NO = (
    r"(?:(?:(?:no|nope)(?=\s*[,.;:!…-]|\s+(?:i|i'm|i've|it|it's|that|that's|my|we)\b)|sorry|wait|hey|oh|well"
    r"|actually|hm+)\b[\s,.!…-]*)*"
)
_FIRST = re.compile(rf"^{_NO}", re.IGNORECASE)
_OWN_WORDS = r"(?=[\"“']|(?:i|i'm|i've|i'd|my|we|our|it's)\b)"
_LINK = r"(?:\s+(?:to say|says?|to read|to|into|with|by|as|so (?:that )?it says)\s+|\s*(?::|->|=>|→)\s*)"
# The first link before somebody's own words, or else the first one: "the note on my talk to Tom to I ...".
_CHANGES = (
    rf"{_WANTING}{_NO}{_VERB}\b\s*(?P<about>.*?)(?:{_LINK}|,\s*){_OWN_WORDS}(?P<text>.+)$",
    rf"{_WANTING}{_NO}{_VERB}\b\s*(?P<about>.*?){_LINK}(?P<text>.+)$",
    rf"{_WANTING}{_NO}{_VERB}\b\s*(?P<about>.*)$",
)
_WRONG = (
    r"(?:'s| is| are| was|'re)?(?: all| just)? ?(?:\b(?:wrong|incorrect|false|out ?dated|out of date|old)\b"
    r"|(?:\b(?:not|no longer)|n't)(?: quite| any ?more)? (?:right|true|correct|up to date|the case))"
    r"(?: any ?more| now| about me)*"
)
_IS_WRONG = (
    rf"^{_NO}(?:(?P<about>{_THAT}|what (?:i|you) [\w' -]+?|(?:my|our) [\w' -]+?"
    rf"|(?:(?:the|my|your|that|this|one of your) )?{_NOTE}\b[\w' -]*?){_WRONG}"
    r"|(?P<changed>(?:my|our) [\w' -]+?|that|it)(?:'s| has| have)? changed"
    r"|(?:you|u)(?:'ve| have)? (?:got|have|had|noted|remember|saved) (?P<had>that|it|this|me|something"
    r"|my [\w' -]+?) (?:wrong|false)(?: about me)?|correction(?: (?:for|of|to) (?:your|my) notes?)?|wrong)"
    rf"(?:[\s,.;:!–-]+|$)(?:(?:and|because|since|actually|now|please|{_VERB} (?:it|that|this) (?:to|into)"
    r"|it should (?:say|be|read))\b[\s,:]*)*(?P<text>.*)$"
)
_SHOULD_SAY = (
    rf"^{_NO}(?P<about>{_THAT}|(?:(?:the|my|your) )?{_NOTE}\b.*?) should "
    r"(?:rather |now |actually )?(?:say|be|read)(?: that)?\b[\s:,]*(?P<text>.+)$"
)
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (_IS_WRONG, _SHOULD_SAY, *_CHANGES))
# "I moved to Leeds, please update that": what comes before it is what the note should say.
_SO_CHANGE = re.compile(
    r"^(?P<text>(?:\S+ ){2,}?\S+?)[\s,;.!-]+(?:please |and |so |can you |could you |you can |pls )*"
    rf"(?:change|update|correct|fix|edit|amend|adapt|adjust) {_THAT}(?: please| accordingly)?\W*$",
    re.IGNORECASE,
)
# Where the note is says nothing of which it is.
_IN_NOTES = re.compile(r"\s+(?:in|from|on) (?:your|ur|my|the) (?:notes?|memory|list)\b\W*$", re.IGNORECASE)
_POINTING = re.compile(
    rf"^(?:(?:that|this|it|one|the|note|fact|item|thing|one of|something|a|please|{_KNOWN}"
    r"|(?:that )?you (?:know|remember|noted|saved|stored|have)|(?:about|on) me"
    r"|what i (?:just )?(?:said|told you))\b[\s,.!?]*)*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"^{_KNOWN}$", re.IGNORECASE)
_OF_NOTE = re.compile(
    rf"^(?:(?:(?:the|my|your|that|this) )?(?:old )?{_NOTE}|what i (?:said|told you)"
    r"|what you(?:'ve| have)? (?:know|noted|remember(?:ed)?|saved|stored|wrote|written|got|have)(?: down)?)"
    r"(?: (?:about|on|of|that says|saying|with|where|that))?\s+",
    re.IGNORECASE,
)
_OWN = re.compile(r"^(?:my|our)\b", re.IGNORECASE)
# The end of "change my office to Leeds" says nothing without its beginning.
_PREDICATE = re.compile(
    r"^(?:(?:it's|it is|now|just|only)\b[\s,]*)*(?!(?:i|i'm|i've|we|my|our|he|she|they|his|her|their)\b)"
    r"(?P<what>\S+(?:\s+\S+){0,5})$",
    re.IGNORECASE,
)
_ANSWER_LEAD = re.compile(
    rf"^{_NO}(?:(?:please|ok|okay|then|yes|just)\b[\s,]*)*(?:(?:{_THAT} should (?:rather |now )?"
    rf"(?:say|be|read)|(?:please )?{_VERB} {_THAT}(?: (?:to say|to|into|as|down))?|say|write"
    r"|better|instead)\b[\s:,]*)?(?:that\b\s*(?=(?:i|i'm|i've|my|we|our)\b))?",
    re.IGNORECASE,
)
_AROUND = r"(?:ok|okay|please|thanks?|thank you|actually|sorry|oh|then|just|well)\b[\s,.!…]*"
_KEEP = re.compile(
    rf"^(?!(?:{_AROUND})*$)(?:(?:no|nope|nah)\b[\s,.!…]*|{_AROUND})*"
    r"(?:(?:leave|keep) (?:it|that|this)?|cancel|stop|never ?mind|nothing|not now|no change"
    r"|forget (?:it|that|about it)|don't(?: change (?:it|that|anything)| bother)?|do not change it"
    r"|(?:it|that|this)(?:'s| is) (?:fine|ok|okay|good|right|correct)|(?:it|that) can stay|stays?"
    r"|i changed my mind|as it is)?"
    r"(?:\W*\b(?:as (?:it|that) is|like (?:that|this)|the way it is|that way|alone|then|it|that|please|thanks"
    r"|thank you|now|all good|actually|no|for now)\b)*\W*$",
    re.IGNORECASE,
)
_DELETE_IT = re.compile(
    rf"^{_NO}{ASKING}(?:delete|remove|erase) (?:it|that|this)\b(?: (?:note|one|instead|please|completely"
    r"|altogether|then))*\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Change:
    """Which note is to be changed, by its place in the list (0: none named) or its words; and to what."""

    place: int = 0
    about: str = ""
    text: str = ""
    # All that the coach knows was named: what it does not know yet is to be added.
    whole: bool = False


def change_in(said: str) -> Change:
    """Returns which note is to be changed, and to what, as far as it is said."""
    said = _IN_NOTES.sub("", said.strip()[:LONGEST])
    ending = _SO_CHANGE.match(said)
    if ending:
        said = ending["text"]
    match = next((found for form in _FORMS if (found := form.match(said))), None)
    if not match:
        return Change(place_in(said), text=_bare(said) if ending else "")
    groups = match.groupdict()
    named = next((groups[key] for key in ("about", "changed", "had") if groups.get(key)), "").strip(_EDGES)
    place = place_in(named)
    about = "" if place or _POINTING.match(named) else _OF_NOTE.sub("", named).strip(_EDGES)
    text = _bare(groups.get("text") or "")
    if _OWN.match(about) and (short := _PREDICATE.match(text)):
        text = f"{about}: {short['what'].rstrip('.')}"
    return Change(place, about, text, bool(_WHOLE.match(named)))


def new_words(said: str) -> str:
    """Returns the words of an answer to "what should it say", without what leads to them."""
    return fact_in(_bare(_ANSWER_LEAD.sub("", said.strip())))


def keeps_it(said: str) -> bool:
    """Says whether an answer leaves a note as it is."""
    return bool(_KEEP.match(said))


def deletes_it(said: str) -> bool:
    """Says whether an answer has a note deleted instead of changed."""
    return bool(_DELETE_IT.match(said))


def _bare(text: str) -> str:
    return _FIRST.sub("", text).strip(" ?!,:;" + _QUOTES)
