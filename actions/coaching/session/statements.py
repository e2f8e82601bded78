"""Tells what a sentence said back is about: a wish, a hindrance, a feeling, a step."""

import re
from itertools import pairwise

from actions.coaching.session.english import as_infinitive, tokens
from actions.coaching.session.fragments import Kind, kind_of
from actions.coaching.session.lexicon import pasts, words
from actions.coaching.session.mirror import flip
from actions.coaching.session.repairing import is_broken
from actions.coaching.session.state import Draft

_WISH = re.compile(
    r"^(?:so )?you(?:'d| would)? (?:really |just |only )?(?:like|love|want|wish|hope|rather|prefer|need)\b"
    r"|^(?:so )?you're (?:hoping|trying)\b|^you don't want\b|^what you (?:want|'d like)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\byou(?:'ll| will| could| can| might| may|'d| would|'re going to| should)\b(?!'t| not\b)", re.IGNORECASE
)
_YOU = r"(?:^|, (?:and|but) |^(?:so|mostly) )you"
_FEELING = re.compile(
    rf"{_YOU}(?:'re| are| feel| felt|'ve been| were| was)? (?:\w+ ){{0,2}}?(?:feel|afraid|scared|worried"
    rf"|uneasy"
    r"|tired|angry|stuck|torn|ashamed|lonely|sick|fed up|guilty|furious|nervous|anxious|lost|frustrated"
    r"|exhausted|overwhelmed|dreading|hate|dread)\b",
    re.IGNORECASE,
)
# Feelings that hold people back; others come of how things are.
_FEAR = re.compile(
    rf"{_YOU}(?:'re| are| feel| dread| hate| worry| fear)\b(?: \w+){{0,3}}? ?(?:afraid|scared|worried|uneasy"
    r"|anxious|nervous|guilty|torn|frightened|terrified|uncomfortable|awkward|intimidated|dreading|shy|unsure"
    r"|mean)\b",
    re.IGNORECASE,
)
_HINDERS = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|hardly|without|too|still|can't|cannot|couldn't|won't|don't|doesn't"
    r"|didn't|haven't|hasn't|isn't|aren't|wasn't|weren't|late|wrong|hard|difficult|problem|afraid|scared"
    r"|worried|uneasy|stuck|avoid|ignore[sd]?|blame[sd]?|alone|keeps?|always|only|last minute|interrupt\w*"
    r"|cancel\w*|brush\w*|shout\w*|slow\w*|lost|forget|forgot|tired|behind|overtime|weekend|stopped|worse)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:better|easier|well|helps?|helped|good|fine|glad|happy|enjoy\w*|like it|love|proud|relieved"
    r"|no problem|have this problem|great|nice|kind|supportive|calmer|improved?|managed)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|hardly|\w+n't)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|wasn't|weren't|had|did|didn't|yesterday|ago|last (?:week|month|year|night|time|term))\b",
    re.IGNORECASE,
)
# After these a participle tells how things are: "is gone", "have told", "get ignored".
_NOT_PAST_AFTER = frozenset(
    (
        "be been being is are am get gets getting got feel feels have has having a an the your my his her "
        "their so very too not never and or all more most"
    ).split()
)
_POINTS_BACK = re.compile(
    r"^(?:he|she|they|it|that|this|those|these|then|there|one|both|others|him|her)\b(?!'s (?:no|too|so)\b)",
    re.IGNORECASE,
)
# A goal of more words is said without what follows its comma.
SHORT = 8


def is_own(said: str) -> bool:
    """Says whether a sentence said back has the employee as its subject."""
    return bool(re.match(r"you\b", said, re.IGNORECASE))


def is_wish(said: str) -> bool:
    """Says whether a sentence said back tells what the employee wants."""
    return bool(_WISH.match(said))


def is_possible(said: str) -> bool:
    """Says whether a sentence said back tells what they will, could or might do."""
    return bool(_POSSIBLE.search(said))


def tells_feeling(said: str) -> bool:
    """Says whether a sentence said back tells how they are."""
    return bool(_FEELING.search(said))


def fears(said: str) -> bool:
    """Says whether a sentence said back tells of a feeling that holds people back."""
    return bool(_FEAR.search(said))


def hinders(said: str) -> bool:
    """Says whether a sentence said back tells of something that is in the way."""
    against = bool(_HINDERS.search(said)) or tells_feeling(said)
    return against and not _HELPS.search(said) and not is_wish(said)


def helps(said: str) -> bool:
    """Says whether a sentence said back tells of something that goes well."""
    return bool(_HELPS.search(said)) and not _NEGATED.search(said)


def is_past(said: str) -> bool:
    """Says whether a sentence said back tells what has happened."""
    if _PAST.search(said):
        return True
    spoken = ["", *tokens(said)]
    return any(_tells_past(word) and not _leads_up(before) for before, word in pairwise(spoken))


def points_back(said: str) -> bool:
    """Says whether a sentence needs the one before it: later nobody would know who "he" is."""
    return bool(_POINTS_BACK.match(said))


def goal_as_wish(draft: Draft) -> str:
    """Returns "you'd like to be heard" for a goal that is surely something to do or to have, or ""."""
    said = flip(draft.goal)
    if not said or is_broken(draft.goal) or re.search(r"\band (?:it|him|her|them|that) to\b", said):
        return ""
    kind = kind_of(draft.goal)
    if len(said.split()) > SHORT or ", and " in said:
        said = said.split(",")[0]
    if kind in (Kind.verb, Kind.gerund) and not said.startswith("not "):
        return f"you'd like to {as_infinitive(said)}"
    return f"you'd like {said}" if kind == Kind.noun else ""


def _tells_past(word: str) -> bool:
    return word in pasts() or (word.endswith("ed") and len(word) > 4 and word not in words("feelings"))


def _leads_up(before: str) -> bool:
    return before in _NOT_PAST_AFTER or before.endswith(("'ve", "'re", "'s", "n't", "ly"))
