"""Picks the words of a turn that are a part of the plan, without what does not belong to them."""

import re

from actions.coaching.session.cutting import sentences, trimmed, unfilled
from actions.coaching.session.english import is_clause, starts_with_verb, tokens
from actions.coaching.session.fragments import Kind, kind_of
from actions.coaching.session.hearing import Turn
from actions.coaching.session.repairing import mended
from actions.coaching.session.salience import salience
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.word_classes import PREPOSITIONS

LONGEST = 18
_HEDGES = re.compile(
    r"^(?:(?:or|maybe|perhaps|possibly|probably|dunno|ok|okay|mainly|mostly|also|plus|and|so|well|yes|yeah|then"
    r"|just(?= (?:to )?[a-z]+ (?:a|the|my|him|her|them|it|with|to)\b)"
    r"|the (?:obstacle|risk|goal|aim) (?:is|would be)|that would be"
    r"|it(?:'s| is|'d be| would be)(?= (?:my|our|the|a|an|his|her|their|just|maybe|probably|on|at|in)\b)"
    r")\b(?! of\b)[\s,:.]*)+",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(
    r",?\s+(?:why not|for a start|for starters|then|instead|please|obviously|mainly|mostly|probably"
    r"|preferably|i suppose|i guess|though|really)\W*$"
    r"|,\s+(?:that's|that is|he is|he's|she is|she's|it's|it is|i know)\b.*$",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r",\s+(?:i|he|she|they|we|it|that|i'm|i've|he's|she's|they're|they've|we're|it's|that's|there's)\s.*$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",|\s(?:because|so that|so|which|where|but|and then|although|though|in case)\s", re.IGNORECASE
)
# What a comma does not cut off: "on Friday, when he is back".
_BELONGS = re.compile(
    r"(?:when\w*|if|once|because|since|as|after|before|while|until|although|though|and|or|but|so|who|which|that"
    r"|where|not|no|whether|even|to|only|just|then(?! (?:i|he|she|they|we|it|nobody)\b))\b",
    re.IGNORECASE,
)


def picked(state: SessionState, turn: Turn, heard: Stage) -> str:
    """Returns what the turn told, as it was typed where that can be found, or else as the plan has it."""
    part = part_of(state, heard)
    typed = [text for sentence in sentences(turn.plain) if (text := fragment(sentence))]
    if heard in (Stage.options, Stage.action, Stage.remedy):
        doing = [text for text in typed if kind_of(text) in (Kind.verb, Kind.gerund, Kind.noun)]
        typed = doing or typed
    near = [text for text in typed if not part or overlap(text, part) * 2 >= len(set(tokens(part)))]
    best = max(near, key=lambda text: (overlap(text, part), salience(text))) if near else ""
    return best if 0 < len(best.split()) <= LONGEST else shortened(mended(part))


def part_of(state: SessionState, heard: Stage) -> str:
    """Returns the part of the plan that was told, as the plan has it, or ""."""
    if heard == Stage.options:
        return state.options[-1] if state.options else ""
    named = (Stage.goal, Stage.action, Stage.cue, Stage.obstacle, Stage.remedy)
    return str(getattr(state.draft, heard.value)) if heard in named else ""


def overlap(text: str, part: str) -> int:
    """Returns how many words both have."""
    return len(set(tokens(text)) & set(tokens(part)))


def fragment(sentence: str) -> str:
    """Returns a sentence without what does not belong to its matter: hedges, afterthoughts, its stop."""
    before, said = "", mended(unfilled(sentence.rstrip("?!. ")))
    while said != before:
        before = said
        said = trimmed(_AFTERTHOUGHT.sub("", _HEDGES.sub("", trimmed(said))))
    return _RUNS_ON.sub("", said) if starts_with_verb(said) else said


def cut_short(text: str) -> str:
    """Returns the text without a second sentence that was added after a comma."""
    for comma in re.finditer(r",\s+", text):
        right = text[comma.end() :]
        first = (tokens(right) or [""])[0]
        if is_clause(right) and first not in PREPOSITIONS and not _BELONGS.match(right):
            return text[: comma.start()]
    return text


def shortened(text: str) -> str:
    """Returns the text up to the last joint at which it is short enough, or whole where there is none."""
    if len(text.split()) <= LONGEST:
        return text
    starts = [joint.start() for joint in _JOINT.finditer(text)]
    ends = [start for start in starts if 3 <= len(text[:start].split()) <= LONGEST]
    return text[: ends[-1]].rstrip(" ,") if ends else text
