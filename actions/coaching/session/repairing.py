"""Puts right what is surely meant in the English of somebody who learnt it late; knows where it cannot."""

import re
from collections.abc import Callable

from actions.coaching.session.lexicon import all_verbs, base_of, participles, pasts, words

_SPAN = (
    r"(?P<span>(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|some|many|several|\d+) (?:day|week|month|year)s?)"
)
_WHO = r"(?P<who>i|we|they|he|she|it|you)"
_AUX = (
    r"(?:am|is|are|was|were|be|been|have|has|had|can|could|will|would|should|do|does|did|must|may|might|'\w+|not"
    r"|never|to|don't|doesn't|didn't)"
)
_ALIKE = frozenset("put cut hit let set shut cost hurt read quit beat spread split burst bet".split())
# Plurals and things that cannot be counted.
_WORDS = {
    "childs": "children",
    "informations": "information",
    "feedbacks": "feedback",
    "advices": "advice",
    "peoples": "people",
    "homeworks": "homework",
    "softwares": "software",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "have to",
    "kinda": "kind of",
    "sorta": "sort of",
    "cuz": "because",
    "coz": "because",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "cant": "can't",
    "wont": "won't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "thats": "that's",
}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def mended(text: str) -> str:
    """Returns the text with those slips put right that can only mean one thing."""
    said = _WORD.sub(lambda found: _cased(found[0], _WORDS[found[0].lower()]), text)
    for sign, put in _REPAIRS:
        said = sign.sub(put, said)
    return said


def is_broken(text: str) -> bool:
    """Says whether the order of the words is so broken that saying it back would sound like mockery."""
    return any(sign.search(text) for sign in _BROKEN)


def third_person(verb: str) -> str:
    """Returns "says" for "say"."""
    if verb in {"have", "do", "go", "be"}:
        return {"have": "has", "do": "does", "go": "goes", "be": "is"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def participle(verb: str) -> str:
    """Returns "talked" for "talk" and "spoken" for "speak"."""
    if verb in participles():
        return participles()[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}ed"


def _cased(old: str, new: str) -> str:
    return new.capitalize() if old[:1].isupper() else new


def _he_says(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    plain = verb in words("verbs") or verb in {
        "have",
        "ask",
        "call",
        "look",
        "use",
        "work",
        "help",
        "want",
        "need",
    }
    return f"{found['subject']} {third_person(verb)}" if plain and verb not in _ALIKE else found[0]


def _has_since(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    if verb not in all_verbs():
        return found[0]
    has = "has" if found["who"].lower() in {"he", "she", "it"} else "have"
    return f"{found['who']} {has} {participle(verb)}{found['rest'] or ''} for {found['span']}"


def _want_it(found: re.Match[str]) -> str:
    whom = {"he": "him", "she": "her", "they": "them"}.get(found[1].lower(), "it")
    return f"want {whom} to be"


def _often_first(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    known = verb in all_verbs() or base_of(verb) is not None
    return f"{found['who']} {found['often']} {found['verb']}" if known else found[0]


def _he_always(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    plain = verb in words("verbs") or verb in {"have", "ask", "call", "look", "talk", "work", "help"}
    says = third_person(verb) if plain and verb not in _ALIKE else verb
    return f"{found['subject']} {found['often']} {says}"


def _has_done(found: re.Match[str]) -> str:
    return f"{found[1]} {participle(found['verb'].lower())}"


def _er(found: re.Match[str]) -> str:
    word = found[1].lower()
    return f"{word[:-1]}ier" if word.endswith("y") else f"{word}er"


def _everybody_says(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    plain = verb in words("verbs") and verb not in _ALIKE and verb not in pasts()
    return f"{found['before']}{found['subject']} {third_person(verb) if plain else found['verb']}"


def _my(found: re.Match[str]) -> str:
    return f"My {found[1].lower()}"


def _went(found: re.Match[str]) -> str:
    past = {done: was for was, done in pasts().items() if was != done}.get(found["done"].lower())
    return f"{found['who']} {past}" if past else found[0]


def _not_since(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    has = "hasn't" if found["who"].lower() in {"he", "she", "it"} else "haven't"
    return f"{found['who']} {has} {participle(verb)} for {found['span']}" if verb in all_verbs() else found[0]


def _been(found: re.Match[str]) -> str:
    has = "has" if found["who"].lower() in {"he", "she", "it"} else "have"
    return f"{found['who']} {has} been {found['doing']}{found['rest'] or ''} for {found['span']}"


def _also_first(found: re.Match[str]) -> str:
    return f"{found['who']} also {found['verb']}" if found["verb"].lower() in all_verbs() else found[0]


def _does_not(found: re.Match[str]) -> str:
    several = found["noun"].lower().endswith("s") or found["noun"].lower() in _GROUPS
    return found[0] if several else f"{found['whose']} {found['noun']} doesn't"


_GROUPS = frozenset(
    "team staff management people company police family board crew lot children men women kids".split()
)
_Put = str | Callable[[re.Match[str]], str]


def _rule(sign: str, put: _Put) -> tuple[re.Pattern[str], _Put]:
    return re.compile(sign, re.IGNORECASE), put


_REPAIRS: tuple[tuple[re.Pattern[str], _Put], ...] = (
    _rule(r"\b(?P<who>i|we|they) am agree\b|\bi(?:'m| am) agree\b", "I agree"),
    _rule(rf"\b{_WHO} (?:don't|do not|doesn't|does not) (?P<verb>\w+) since {_SPAN}", _not_since),
    _rule(rf"\b{_WHO} (?:am|are|is) (?P<doing>\w+ing)(?P<rest>(?: [\w']+){{0,6}}?) since {_SPAN}", _been),
    _rule(rf"^since {_SPAN},? {_WHO} (?:am|are|is) (?P<doing>\w+ing)(?P<rest>(?: [\w']+){{0,9}})", _been),
    _rule(
        rf"\bi am since {_SPAN} (?P<rest>(?:in|on|at|with)(?: (?!(?:and|but)\b)[\w'-]+)+)",
        r"I've been \g<rest> for \g<span>",
    ),
    _rule(rf"\b((?:have|has|haven't|hasn't|'ve) [\w' ]+?) since {_SPAN}(?! ago)", r"\1 for \g<span>"),
    _rule(r"^(?P<subject>(?:and |but |if |that )?(?:he|she|it)) don't\b", r"\g<subject> doesn't"),
    _rule(r"^(?P<subject>(?:and |but |if |that )?(?:he|she|it)) (?P<verb>[a-z]+)\b", _he_says),
    _rule(r"\b(?P<whose>my|the|his|her|our) (?P<noun>\w+) don't\b", _does_not),
    _rule(
        r"\b(?P<who>i|he|she|it|we|they) (?P<done>begun|done|seen|gone|written|spoken|chosen|forgotten)\b",
        _went,
    ),
    _rule(r"\bi (asked|told|tried|said|spoke|wrote|called) already\b", r"I already \1"),
    _rule(
        r"\b(it|this|that|everything)(?:'s| is) (already )?(\w+ed) since (yesterday|monday|tuesday"
        r"|wednesday|thursday|friday"
        r"|last \w+)",
        r"\1 was \2\3 \4",
    ),
    _rule(
        rf"\b{_WHO} (?!{_AUX}\b)(?P<verb>[a-z]+) (?P<often>always|never|often)\b(?! (?:enough|as|mind|been"
        rf"|the|in))",
        _often_first,
    ),
    _rule(r"\bto (go|do|get|speak|ask|have|talk|come) also\b", r"to also \1"),
    _rule(
        r"^(?P<subject>(?:and |but |if |that )?(?:he|she|it)) (?P<often>always|never"
        r"|often) (?P<verb>[a-z]+)\b",
        _he_always,
    ),
    _rule(r"^always (they|he|she|we|i)\b", r"\1 always"),
    _rule(rf"\b{_WHO} (?!{_AUX}\b)(?P<verb>\w+) also\b(?! (?:when|if|because|in|on|at|that))", _also_first),
    _rule(r"\b(feel|felt|feels) (?:me|myself) (?=\w)", r"\1 "),
    _rule(r"\bsay (him|her|me|them|us)\b", r"tell \1"),
    _rule(r"\bsays (him|her|me|them|us)\b", r"tells \1"),
    _rule(r"\bsaid (him|her|me|them|us)\b", r"told \1"),
    _rule(
        r"\b(explain(?:s|ed)?) (me|him|her|us|them)\b(?= (?:the|how|what|why|that|it|my|everything))",
        r"\1 to \2",
    ),
    _rule(r"\bdiscuss(ed|es|ing)? about\b", r"discuss\1"),
    _rule(r"\bdepends of\b", "depends on"),
    _rule(r"\b(is|are|was|were) finish\b", r"\1 finished"),
    _rule(r"\bi (?:do|did) a (big |small )?mistake\b", r"I made a \1mistake"),
    _rule(r"\bi find (it|this|that) not (\w+)", r"I don't find \1 \2"),
    _rule(r"\bit (?:gives|makes) me fear\b", "it frightens me"),
    _rule(r"\bi have fear\b", "I'm afraid"),
    _rule(r"\btoo many (work|stress|money|information|pressure|noise|time)\b", r"too much \1"),
    _rule(
        r"\bmuch (people|problems|emails|mails|meetings|things|tasks|questions|calls|mistakes)\b", r"many \1"
    ),
    _rule(r"\b(go|goes|gone|went) (very |so |really )?good\b", r"\1 \2well"),
    _rule(r"\bwithout that i feel\b", "without feeling"),
    _rule(r"\bin other country as\b", "in another country than"),
    _rule(
        rf"\b{_WHO} (?!{_AUX}\b)(?P<verb>[a-z]+)(?P<rest>(?: [\w']+){{0,6}}?) since {_SPAN}",
        _has_since,
    ),
    _rule(
        r"\b(colleague|man|woman|person|boss|client|customer|somebody|someone) what (is|has|was|does)\b",
        r"\1 who \2",
    ),
    _rule(r"\bwant that (it|he|she|they) (?:is|are)\b", _want_it),
    _rule(r"\b(colleagues|contact|people|boss|job|tasks?|team) what (is|are|was|were)\b", r"\1 that \2"),
    _rule(
        r"\b(has|have) (?P<verb>make|do|go|take|say|see|give|write|tell|speak|bring|come|forget)\b", _has_done
    ),
    _rule(r"\b(i|we|they|you) have not (this|that|the|a|any|much|many|enough)\b", r"\1 don't have \2"),
    _rule(r"\bhave problem\b", "have a problem"),
    _rule(r"\bin last (month|week|year)\b", r"last \1"),
    _rule(r"\bin other (topic|country|team|department|city|office|room)\b", r"in another \1"),
    _rule(r"^other (possibility|option|idea|way|thing) (is|would)\b", r"another \1 \2"),
    _rule(r"\bas first\b(?! (?:aid|step|choice|thing))", "first"),
    _rule(r"\bmore (easy|clear|quick|slow|cheap|hard|strong|quiet|loud|calm)\b", _er),
    _rule(r"\b(in the (?:beginning|end|morning|evening)) is\b", r"\1 it is"),
    _rule(
        r"(?P<before>^|, |\band |\bthen |\bthat )(?P<subject>everybody|everyone|nobody|somebody"
        r"|someone) (?P<verb>[a-z]+)\b",
        _everybody_says,
    ),
    _rule(r"^(boss|manager|team|wife|husband|mum|dad|supervisor|deputy)(?= [a-z]+s\b)", _my),
    _rule(r"^bit (?=[a-z]+\W*$)", "a bit "),
    _rule(r"\b(proud|ashamed|sick|tired) of us\b", r"\1 of the team"),
    _rule(r"\b(everything|all|something|nothing|anything|things) what\b", r"\1 that"),
)
_BROKEN = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"\b(?:want|wish|like)s? (?:that )?(?:we|he|she|they|it) (?:can|will|could|do|be)\b",
        r"\b(?:don't|doesn't|not) must\b",
        r"\bwithout that\b",
        r"\bto (?:me|him|her|us|them) not\b",
        rf"\b(?:i|he|she|we|they) (?!{_AUX}\b|hope\b|guess\b|think\b|suppose\b|would\b|had\b|'d\b)\w+ not\b",
        rf"\b(?:i|he|she|we|they) (?!{_AUX}\b|just\b|really\b|almost\b|nearly\b)(?:say|says|tell|tells|make"
        rf"|makes) (?:always|never|often)\b",
        rf"\b(?:am|is|are|'m|'s|'re) (?:already )?(?:\w+ )?since (?:{_SPAN.replace('?P<span>', '?:')}"
        rf"|yesterday|monday|last)",
        r"\b(?:don't|doesn't|do not) \w+ since\b",
        r"\bhow (?:it|this|that) (?:is called|looks like)\b",
        r"\bfor to\b",
        r"\bi am (?:having|knowing|wanting|needing|understanding only)\b",
        r"\bpeople is\b|\bthere is many\b|\bi has\b|\bi is\b|\bthey is\b|\byou is\b",
        r"\b(?:he|she|it) (?:have|are|were|do)\b(?<!if he were)(?<!if she were)(?<!if it were)",
        r"\bi can not more\b|\bi make me\b|\bi have it full\b",
        r"\bas (?:well|soon) i\b",
    )
)
