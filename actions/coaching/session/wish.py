"""Hears what an employee wants, and words it as a goal."""

import re

from actions.coaching.session.english import as_infinitive, base_form
from actions.coaching.session.mirror import sentences
from actions.coaching.session.wording import best, phrase, plain

_SOFTLY = r"(?:really |just |only |also |actually )*"
# "I want to talk about my workload" opens a conversation, "I hope it's ok to ask" is a courtesy.
_NO_GOAL = (
    r"(?!\s+to (?:talk|speak|chat)(?: (?:to|with) you)? about\b(?!.*\bwith\b))(?!\s+you\b)"
    r"(?!\s+(?:that )?(?:it's|it is|this is|that's|so\b|not\b))"
)
_LIKE = rf"i(?:'d| would) {_SOFTLY}(?:(?:rather|like|love|prefer|want|hope|wish|need)\b ?)+"
_WANT = rf"(?:i|we) {_SOFTLY}(?:want|wish|hope|aim|need)\b"
_ING = rf"i(?:'m| am) {_SOFTLY}(?:hoping|trying|aiming|looking)\b(?= (?:to|for|that)\b)"
_MINE = r"(?:my (?:goal|aim|wish)|the goal|success) (?:is|would be)\b"
_NICE = r"(?:it would be|it'd be|would be) (?:good|great|nice|helpful|better|enough)\b"
_GLAD = r"i(?:'d| would) be (?:happy|glad|relieved)\b"
_WISH = re.compile(
    rf"\b(?:(?:{_LIKE}|{_WANT}|{_ING}){_NO_GOAL}|{_MINE}|{_NICE}(?= (?:if|to)\b)|{_GLAD}(?= if\b))"
    r"|\bi have to (?:find|learn|figure)\b",
    re.IGNORECASE,
)
_WISH_HEAD = re.compile(
    rf"^.*?\b(?:{_LIKE}|{_WANT}|{_ING}|{_MINE}|{_NICE}|{_GLAD})\s*(?P<rest>.+)$", re.IGNORECASE
)
_WHAT_I_WANT = re.compile(
    rf"\bwhat i(?:'d| would)? {_SOFTLY}(?:want|need|like|hope for)\b.*?\b(?:is|would be)\s+"
    r"(?:to\s+|that\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"\bi (?:(?:really |just )?(?:don't|do not|dont) (?:really )?|no longer )want to (?P<rest>.+)$",
    re.IGNORECASE,
)
_OTHERS_TO = re.compile(
    r"^(?:him|her|them|us|people|everyone|everybody|somebody|someone|(?:my|the|our) \w+(?: \w+)?) to \w+",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"[,;-]\s*(?:and |but )?(?:is|are|would|can|could|do|does|should|how|what)\b[^,]*\?\s*$", re.IGNORECASE
)
# "Training on spreadsheets" is a thing, not something to do.
_THINGS = re.compile(
    r"^(?:training|coaching|understanding|funding|planning)\b(?! (?:my|the|him|her|them|people|new)\b)",
    re.IGNORECASE,
)


def wishes(text: str) -> bool:
    """Says whether the text names something that the employee wants."""
    return bool(_WISH.search(text.replace("’", "'")))


def goal_of(text: str) -> str:
    """Returns what the employee wants, as it stands after "Goal:", in their own words."""
    said = [_ASKED_AFTER.sub("", sentence) for sentence in sentences(text)]
    for sentence in said:
        if match := _WHAT_I_WANT.search(sentence):
            return _goal(match["rest"])
    for sentence in said:
        if match := _WISH_HEAD.match(sentence):
            return _goal(re.sub(r"^(?:that|if)\s+", "", match["rest"].strip(), flags=re.IGNORECASE))
    for sentence in said:
        if match := _UNWANTED.search(sentence):
            return f"not {_goal(match['rest'])}"
    return _goal(re.sub(r"^that\s+", "", plain(_ASKED_AFTER.sub("", best(text))), flags=re.IGNORECASE))


def _goal(text: str) -> str:
    said = phrase(re.sub(r"^(?:to|for)\s+", "", text.strip(), flags=re.IGNORECASE))
    # "I want him to tell me" is what they want to bring about.
    if _OTHERS_TO.match(said):
        return f"get {said}"
    if _THINGS.match(said):
        return said
    return as_infinitive(said) if base_form(said.split(" ", 1)[0]) else said
