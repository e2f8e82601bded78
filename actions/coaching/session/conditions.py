"""Puts what may get in the way after "if": "I might forget it" becomes "you forget it"."""

import re

from actions.coaching.session.english import lower_first
from actions.coaching.session.fragments import Kind, kind_of
from actions.coaching.session.lexicon import all_verbs, words
from actions.coaching.session.mirror import flip
from actions.coaching.session.picking import fragment
from actions.coaching.session.repairing import is_broken, third_person
from actions.coaching.session.statements import is_past

LONGEST = 14
_FEARED = re.compile(
    r"^you(?:'re| are) (?:afraid|scared|worried) (?:that )?(?=\w+(?: \w+)? \w+)", re.IGNORECASE
)
_MODAL = re.compile(
    r"^(?P<who>you|he|she|they|it|[\w' ]{2,24}?)(?P<how>'ll|'d| will| might| may| could| would| won't"
    r"| wouldn't)"
    r"(?: (?:just|probably|still|then|only))? (?P<verb>[a-z]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(r"(?:'ll|'d|\bwill|\bwould|\bmight|\bcould|\bmay)\b")
_AND_WILL = re.compile(r"\b(and|then|so) (you|they)(?:'ll| will|'d| would) (?=[a-z]+)")
_AND_DO = re.compile(r"\b(?P<and>and|or) (?P<verb>[a-z]+)\b")
_USUAL = re.compile(r"\b(?:always|usually|often|probably|maybe|of course) ")


def in_case(obstacle: str) -> str:
    """Returns what may get in the way as it stands after "if", "" where it cannot stand there."""
    text = fragment(obstacle)
    kind = kind_of(text)
    if not text or is_broken(text) or re.search(r"\b(?:if|unless)\b", text) or len(text.split()) > LONGEST:
        return ""
    said = _USUAL.sub("", lower_first(flip(text)))
    if kind == Kind.noun and re.search(r"\band (?:i|he|she|they|it|you|we)\b|'ll\b", text, re.IGNORECASE):
        return ""
    if kind == Kind.noun:
        gets = "get" if re.match(r"[\w' ]*[^s]s$", said) and not said.startswith(("a ", "the ")) else "gets"
        return f"{said} {gets} in the way"
    if kind == Kind.verb:
        return f"you {said}"
    if kind == Kind.that:
        return said.removeprefix("that ")
    return _now(_FEARED.sub("", said)) if kind == Kind.clause else ""


def _now(said: str) -> str:
    """Returns the clause as if it were happening: "you'll be tired" becomes "you're tired"."""
    found = _MODAL.match(said)
    if not found:
        return "" if _STILL_TO_COME.search(said) else said
    who, verb = found["who"], found["verb"].lower()
    rest = _AND_WILL.sub(r"\1 \2 ", found["rest"])
    if _STILL_TO_COME.search(rest) or verb == "have" or (found["how"] in {"'d", " would"} and is_past(rest)):
        return ""
    if verb not in all_verbs() | {"be", "do"}:
        return ""
    several = who.lower() in {"you", "they", "people"} or bool(re.search(r"[^s]s$| and ", who))
    if "n't" in found["how"]:
        helper = (
            ("aren't" if several else "isn't")
            if verb == "be"
            else f"{'don' if several else 'doesn'}'t {verb}"
        )
        return f"{who} {helper}{rest}"
    if verb == "be":
        gap = "" if who.lower() in {"you", "they", "he", "she", "it"} else " "
        return f"{who}{gap}{_is(who, several)}{rest}"
    if not several:
        rest = _AND_DO.sub(_and_does, rest)
    return f"{who} {verb if several else third_person(verb)}{rest}"


def _and_does(found: re.Match[str]) -> str:
    verb = found["verb"]
    return f"{found['and']} {third_person(verb)}" if verb in words("verbs") else found[0]


def _is(who: str, several: bool) -> str:
    if who.lower() in {"you", "they"}:
        return "'re"
    if who.lower() in {"he", "she", "it"}:
        return "'s"
    return "are" if several else "is"
