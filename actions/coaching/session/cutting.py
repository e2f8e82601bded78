"""Takes what somebody typed apart: into sentences, into clauses, without the fillers around them."""

import re
from dataclasses import dataclass

from actions.coaching.session.english import is_clause, tokens
from actions.coaching.session.lexicon import base_of, pasts, words
from knowledge.writing.sentences import is_question, split_sentences

_STOPS = re.compile(r"(?<=[a-z]{2}[.!?])\s+|\n+")
_JOINTS = re.compile(
    r"\s*(?:;|:\s|\s[-–—]+\s|\.\.\.|…|,\s*(?:and|but|so|because|cause|which means|yet)\b"
    r"|,(?=\s*(?:i|he|she|they|we|it|my|nobody|that's|there's)\b)"
    r"|\b(?:but|because|although|so that|even though|and then)\b"
    r"|\band\b(?=\s+(?:honestly |sometimes |often |usually )?(?:i|i'm|he|she|they|we|it|my|nobody|then"
    r"|now)\b))\s*",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|because|cause|yeah|yes|yep|ok|okay|hmm+|hm|uh|um|uhm|oh|honestly|actually|basically"
    r"|frankly|to be honest|tbh|i mean|i guess|i suppose|i think|i believe|i'd say(?=,)|you know|right now"
    r"|the thing is|the problem is|it's just that|it is just|just that|thanks|thank you|hi|hello|hey"
    r"|(?:like|as) i said|(?:maybe|perhaps)(?= (?:i|we)\b)|i don't know(?=,)|for me|in the end"
    r"|at the end of the day|anyway"
    # "So I left" begins with a filler, "so many people" does not.
    r"|(?:no|nope|so|well|look|right|sure|true|please|said|also|then|now)"
    r"(?=\s*(?:[,.:…!]|$)|\s+(?:i|i'm|i've|he|she|they|we|it|my|our|the|there|nobody|that's|this|basically"
    r"|actually|honestly|yeah|then|now|sometimes|when|if|because)\b)"
    r")\b(?!['-])[\s,:.!…]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,;:.!…-]+$"
    # A question that expects no answer.
    r"|,? so (?:why|what|how) (?:would|should|could|can) .*$"
    r"|\s*,?\s*(?:you know|or something|i guess|i think|tbh|lol|haha|to be honest|if i'm (?:being )?honest)$"
    r"|\s*,\s*(?:i suppose|honestly|really|obviously|though|right|innit|that's (?:what|how) i am|as i said"
    r"|like i said|i mean)$",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r",? and i mean [^,.]*(?=,)"
    r"|,\s*(?:like|you know|i mean|i guess|i suppose|if i'm (?:being )?(?:honest|frank)|to be honest"
    r"|if you must know|(?:as|like) i said|i'd say),?(?=\s|$)"
    r"|\bbasically (?=\w)|(?<=with )like (?=\w)|,? like,? '[^']*'(?=\W*$)",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:i (?:really )?(?:don't|do not|dont) (?:really )?know(?=\W*$|,| really| yet)|no idea|not sure|dunno"
    r"|idk|i'm not sure|it depends|that's it|that's all|as i said|like i said|does that make sense"
    r"|fair enough|good point|where (?:do|should) i (?:start|begin)|i know (?:i|it|that|me)\b)(?!\w)",
    re.IGNORECASE,
)
_UNQUOTABLE = re.compile(
    # Speech in quotation marks keeps its own "I" and "you", so it cannot be turned round.
    r"[\"“”()\[\]{}<>|*_#@/\\]|https?:|(?<!\w)'[^']*\b(?:i|my|me|your?|we|our)\b[^']*'",
    re.IGNORECASE,
)
_PLEA = re.compile(r"^(?:please,?\s+(?:\w+\s+)?\w+ me|help me)\b[^,;.]*(?:[,;.]\s*|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A clause within its sentence: where it stands, and whether it can be said back."""

    start: int
    end: int
    sound: bool


def sentences(text: str) -> list[str]:
    """Returns what somebody typed in sentences, also where they begin in small letters."""
    parts = [part for line in split_sentences(text.replace("’", "'")) for part in _STOPS.split(line)]
    return [part.strip() for part in parts if part.strip()]


def statements(text: str) -> list[str]:
    """Returns the sentences that are no questions, without "please help me" and the like."""
    return [_PLEA.sub("", sentence) for sentence in sentences(text) if not is_question(sentence)]


def clauses(text: str) -> list[str]:
    """Returns the parts of what was said that can stand alone, in order, without fillers and questions."""
    return [
        trimmed(sentence[part.start : part.end])
        for sentence in statements(text)
        for part in parts_of(sentence)
        if part.sound
    ]


def parts_of(sentence: str) -> list[Part]:
    """Returns the sentence's clauses; one that could not stand alone stays with the one before."""
    cuts = _cuts(sentence)
    starts = [0, *(right for _, right in cuts)]
    ends = [*(left for left, _ in cuts), len(sentence)]
    return [
        Part(start, end, _is_sound(trimmed(sentence[start:end])))
        for start, end in zip(starts, ends, strict=True)
    ]


def trimmed(part: str) -> str:
    """Returns a part of what was said without the fillers at its ends."""
    before = None
    part = part.strip()
    while before != part:
        before = part
        part = _TRAILING.sub("", _LEADING.sub("", part)).strip()
    return part


def unfilled(text: str) -> str:
    """Returns the text without the fillers in its middle."""
    return " ".join(_FILLERS.sub(" ", text).split())


def _is_sound(part: str) -> bool:
    return bool(part) and not _EMPTY.match(part) and not _UNQUOTABLE.search(part)


def _cuts(sentence: str) -> list[tuple[int, int]]:
    """Returns where the sentence's clauses end and the next ones begin."""
    cuts: list[tuple[int, int]] = []
    start = 0
    for joint in _JOINTS.finditer(sentence):
        left, right = trimmed(sentence[start : joint.start()]), trimmed(sentence[joint.end() :])
        long = len(sentence[start : joint.start()].split()) >= 3
        if long and is_clause(left) and is_clause(right) and not _goes_on(right):
            cuts.append((joint.start(), joint.end()))
            start = joint.end()
    return cuts


def _goes_on(right: str) -> bool:
    """Says whether the words go on with a verb whose subject came before: "but makes mistakes"."""
    first = tokens(right)[0]
    return bool(base_of(first) and first not in words("common")) or first in pasts()
