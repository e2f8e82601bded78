"""Reads from what an employee says how a plan went: done, not done, begun, gone badly, or not now."""

import re

from actions.coaching.session.english import tokens
from actions.coaching.session.hearing import Turn

# "No, I was ill" has so many words beside the no.
REASON = 3

_LATER = re.compile(
    r"\b(?:not now|later|busy|bad (?:time|moment)|another (?:time|day)|tomorrow)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:did|didn't|was|were|had|forgot|tried|went|told|because)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:i (?:did|managed|told|talked|asked|spoke|sent|made|finished|went|called|said|wrote)"
    r"|it (?:went|worked)|done)\b"
    r"|^(?:yes|yep|yeah)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"^(?:no|nope|nah|not (?:yet|really|this time|done|quite))\b(?! problem)"
    r"|\bi (?:didn't|did not|haven't|have not|couldn't(?! believe)|could not|wasn't able|never)\b"
    r"|\b(?:forgot|failed|chickened out|put it off|skipped|no time|no chance|too busy|tried but|didnt|havent"
    r"|never (?:got|happened)|it didn't happen)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:half (?:of )?(?:it|way|done)|half-?way|partly|partially|in part|sort of|kind of|more or less"
    r"|not (?:all|fully|completely|entirely) (?:of it|done|finished)|some of it|a (?:bit|little|part) of it"
    r"|only (?:once|one|part|half|a bit|two|some)|a start"
    r"|(?:i(?:'ve)?|we) (?:have )?(?:only )?started(?! to cry))\b",
    re.IGNORECASE,
)
_BADLY = re.compile(
    r"\b(?:badly|(?<!not a )(?<!no )disaster|terribl[ey]|awful(?:ly)?|horribl[ey]|backfired|went wrong"
    r"|got worse"
    r"|made (?:it|things) worse|no use|useless|in vain"
    r"|(?:didn't|did not|doesn't) (?:work|help|go well|go so well|change anything|go to plan)"
    r"|not (?:so |very |that |really )?(?:well|good|great)"
    r"|(?:he|she|they) (?:said no|refused|laughed|shouted|got (?:angry|cross|upset)|exploded"
    r"|ignored (?:it|me)))\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|was|were|there|he|she|they|had to|came|kept|got (?:ill|sick|called)|broke)\b",
    re.IGNORECASE,
)
_OTHER_TOPIC = re.compile(
    r"\b(?:talk|speak|chat|work|look) (?:about |on |at )?(?:something else|another (?:topic|thing|matter))\b"
    r"|\b(?:i have|i've got|there's|there is) (?:something else|another (?:problem|issue|thing)"
    r"|a new (?:problem|issue))\b",
    re.IGNORECASE,
)


def is_not_done(turn: Turn) -> bool:
    """Says whether the employee tells that they did not do it."""
    if turn.command:
        return turn.intent == "check_in_not_done"
    if _NOT_DONE.search(turn.plain):
        return True
    return turn.meant("check_in_not_done", "deny") and not _DONE.search(turn.plain)


def gives_reason(turn: Turn) -> bool:
    """Says whether the employee tells not only that they did not do it, but what got in the way."""
    rest = _NOT_DONE.sub(" ", turn.plain).strip(" ,.;:-")
    return not turn.command and len(tokens(rest)) >= REASON and bool(_REASON.search(rest))


def is_done(turn: Turn) -> bool:
    """Says whether the employee tells that they did it."""
    if turn.command:
        return turn.intent == "check_in_done"
    return bool(_DONE.search(turn.plain)) or turn.agrees or turn.meant("check_in_done")


def is_partly_done(turn: Turn) -> bool:
    """Says whether the employee tells that they did a part of it."""
    return not turn.command and bool(_PARTLY.search(turn.plain))


def is_gone_badly(turn: Turn) -> bool:
    """Says whether the employee tells that they did it and that it went badly."""
    if turn.command or not _BADLY.search(turn.plain):
        return False
    return not _NOT_DONE.search(_BADLY.sub(" ", turn.plain))


def is_later(turn: Turn) -> bool:
    """Says whether the employee wants to be asked another time, and tells nothing."""
    if turn.command:
        return turn.intent == "not_now"
    later = bool(_LATER.search(turn.plain)) or turn.meant("not_now")
    return later and turn.words <= 9 and not _TELLS.search(turn.plain)


def is_elsewhere(turn: Turn) -> bool:
    """Says whether the employee has something else to talk about."""
    return not turn.command and bool(_OTHER_TOPIC.search(turn.plain))
