"""Turns what an employee says into the parts of a plan, still in their own words."""

import re

from actions.coaching.session.english import as_infinitive, base_form, is_clause, starts_with_verb, tokens
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moment import (
    cue_of,
    is_moment_alone,
    leading_cue,
    names_moment,
    split_cue,
    when,
    worded,
)
from actions.coaching.session.wish import goal_of, wishes
from actions.coaching.session.wording import MAX_PHRASE, best, phrase, plain, unhedged

__all__ = [
    "MAX_PHRASE",
    "action_of",
    "commits",
    "cue_of",
    "does",
    "goal_of",
    "if_then",
    "is_doing",
    "names_moment",
    "obstacle_of",
    "option_of",
    "remedy_of",
    "when",
    "will",
    "wishes",
]
_PROMISE = r"i'll|i will|i'm going to|i am going to|i'm gonna|i plan to|i've decided to"
# "I will lose my job" is a fear, no promise.
_FEARED = (
    r"(?!\s+(?:(?:just|probably|definitely|surely|only|never|always)\s+)*(?:never\b|lose\b|miss\b|fail\b"
    r"|(?:get|be|end up) (?:fired|sacked|blamed|into trouble|in trouble|promoted|overlooked|laid off)"
    r"|go (?:mad|crazy)|burn out|break down|have a breakdown))"
)
_COMMITS = re.compile(rf"\b(?:{_PROMISE}){_FEARED}\b", re.IGNORECASE)
_START = (
    r"\s+(?:(?:then|first|just|probably|definitely|maybe|also|simply|finally|always|actually|try to|try and"
    r"|start (?:by|with)(?= \w+ing\b)"
    r"|(?:have|need|want|like|love|prefer) to|to)\s+)*(?P<rest>[a-z].*)$"
)
_STRONG = re.compile(rf"\b(?:{_PROMISE}|then i will|we'll|we will){_START}", re.IGNORECASE)
_WILL = re.compile(
    rf"\b(?:{_PROMISE}|we'll|we will|i'd|i would|i could|i can|i should|i might|i may|let me|i need to"
    rf"|i have to|i want to|we could|we can|we should|i try to){_START}",
    re.IGNORECASE,
)
# A bare "I" promises at the start or after the moment, not in "everything I do".
_I_DO = re.compile(rf"(?:^|,\s*)(?:then\s+|maybe\s+)?i{_START}", re.IGNORECASE)
_FIRST_MOMENT = re.compile(r"^(?:after|before|when|whenever|once|if|as soon as)\b", re.IGNORECASE)
_MUSING = re.compile(r"^(?:thinking|looking|considering|being|having)\b", re.IGNORECASE)
_WONT = re.compile(
    r"\b(?:i won't|i wont|i wouldn't|i'm not going to|i am not going to)\b"
    r"|^(?:don't|do not)\b(?! (?:know|want|think|have|need|like|believe|see)\b)",
    re.IGNORECASE,
)
_IF_THEN = re.compile(
    r"^(?:if|when|whenever|as soon as|once)\s+(?P<cue>.+?),?\s+(?:then\s+)?(?:i'll|i will|i'm going to)"
    rf"{_FEARED}\s+(?P<action>.+)$",
    re.IGNORECASE,
)
_WITH_OBJECT = re.compile(
    r"(?!(?:a|an|the|my|our|his|her|their|some|any|more|less|fewer|no|one|two|it|that|this|what|how|being"
    r"|not)\b)[a-z]+\s+(?:a|an|the|my|our|his|her|him|them|it|me|us|myself|this|that|these|those|to|with|up"
    r"|down|out|off|on|over|through|less|more|for|about|and)\b",
    re.IGNORECASE,
)
_TOLD_CASE = re.compile(r"(?:if|when)\b.*\bi(?:'ll|'d| will| get| give)?\b", re.IGNORECASE)
_DOUBTED = re.compile(
    r"^i (?:don't|do not|dont) (?:think|believe) (?:that )?(?P<who>[\w']+(?: [\w']+)?) "
    r"(?P<verb>has|have|is|are|will|would|can)\b\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_DENIED = {
    "has": "has no",
    "have": "have no",
    "is": "isn't",
    "are": "aren't",
    "will": "won't",
    "would": "wouldn't",
    "can": "can't",
}


def commits(text: str) -> bool:
    """Says whether the text commits to doing something."""
    return bool(_COMMITS.search(text.replace("’", "'")))


def action_of(text: str) -> tuple[str, str]:
    """Returns (what they will do, when or ""), as both stand in "If it is ..., then I will ..."."""
    both = if_then(text)
    if both:
        return both[1], both[0]
    sentence = _doing(text)
    before, rest = _promised(sentence)
    action, cue = split_cue(rest)
    if not cue and before:
        cue = leading_cue(before)
    if not cue:
        others = (part for part in sentences(text) if part != sentence)
        cue = next((cue_of(part) for part in others if is_moment_alone(part)), "")
    return _action(action), cue


def does(action: str) -> bool:
    """Says whether the words are something to do, not something that somebody else does or is."""
    return bool(action) and (is_doing(action) or not is_clause(action))


def if_then(text: str) -> tuple[str, str] | None:
    """Returns (cue, action) of a plan that was said as one, or None."""
    for sentence in sentences(text):
        match = _IF_THEN.match(plain(sentence))
        if match and len(match["action"].split()) >= 2:
            return worded(match["cue"]), _action(match["action"])
    return None


def obstacle_of(text: str) -> str:
    """Returns what may get in the way, as it stands after "Obstacle:"."""
    said = plain(best(text))
    # "If she cries I'll give in" tells one thing; "if she cries" alone tells what may happen.
    if not _TOLD_CASE.match(said):
        said = re.sub(r"^(?:what if|that|if|when)\s+", "", said, flags=re.IGNORECASE)
    if doubted := _DOUBTED.match(said):
        said = f"{doubted['who']} {_DENIED[doubted['verb'].lower()]} {doubted['rest']}"
    return phrase(said)


def remedy_of(text: str) -> str:
    """Returns what they will do about the obstacle, as it stands after "I will"."""
    return _action(_promised(_doing(text))[1])


def option_of(text: str) -> str:
    """Returns an option, beginning with a verb where it can."""
    return action_of(text)[0]


def will(action: str) -> str:
    """Returns the second half: "I will talk to him"."""
    return f"I will {action}" if is_doing(action) else f"I will go for this: {action}"


def is_doing(action: str) -> bool:
    """Says whether the words begin with a verb: a known one, or one that an object follows."""
    return starts_with_verb(action) or (bool(_WITH_OBJECT.match(action)) and not is_clause(action))


def _doing(text: str) -> str:
    """Returns the sentence that says what will be done."""
    parts = [part for part in sentences(text) if not part.endswith("?")] or [text]
    for sign in (_COMMITS, _WILL, _I_DO):
        for part in parts:
            if sign.search(part):
                return part
    return max(parts, key=lambda part: len(part.split()))


def _promised(sentence: str) -> tuple[str, str]:
    """Returns (what stands before the promise, what is promised)."""
    said = _WONT.sub("I will not", plain(sentence))
    first = said.split(" ", 1)[0]
    doing = starts_with_verb(said) or (bool(base_form(first)) and not _MUSING.match(said))
    # "Write down what I need to do" is a whole promise already.
    if doing and not is_clause(said):
        return "", said
    match = _STRONG.search(said) if _FIRST_MOMENT.match(said) else None
    match = match or _WILL.search(said) or _I_DO.search(said)
    return (said[: match.start()], match["rest"]) if match else ("", said)


def _action(text: str) -> str:
    said = as_infinitive(phrase(unhedged(text)))
    return said if tokens(said) else ""
