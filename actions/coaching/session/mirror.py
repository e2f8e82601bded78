"""Gives an employee's words back from the other side: "I get blamed" becomes "you get blamed"."""

import re

from actions.coaching.session.english import is_clause, lower_first, tokens, upper_first
from knowledge.writing.sentences import is_question, split_sentences

MAX_WORDS = 18
_FLIPS = {
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we're": "you're",
    "we've": "you've",
    "we'd": "you'd",
    "we'll": "you'll",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
    "im": "you're",
    "ive": "you've",
    "id": "you'd",
}
# Short words that in capitals are something else: an ID card, the US office.
_CAPITALS = frozenset({"ID", "US", "IM", "IVE"})
_AFTER_I = {"am": "are", "was": "were", "wasn't": "weren't", "amn't": "aren't"}
# What may stand between "I" and its verb.
_BETWEEN = frozenset(
    "also just really still only never always myself too for one honestly actually often".split()
)
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?|[^A-Za-z]+")
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
    r"|frankly|to be honest|tbh|i mean|i guess|i suppose|i think|i believe|i'd say|you know|right now"
    r"|the thing is|the problem is|it's just that|it is just|just that|thanks|thank you|hi|hello|hey"
    r"|(?:like|as) i said|for me|in the end|at the end of the day|anyway"
    # "So I left" begins with a filler, "so many people" does not.
    r"|(?:no|nope|so|well|like|look|right|sure|true|please|said|also|then|now)"
    r"(?=\s*(?:[,.:…!]|$)|\s+(?:i|he|she|they|we|it|my|our|the|there|nobody|that's|this|basically"
    r"|actually|honestly|yeah|then|now|sometimes|when|if|because)\b)"
    r")\b(?!['-])[\s,:.!…]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,;:.!…-]+$|\s*,?\s*(?:you know|or something|i guess|i think|tbh|lol|haha)$", re.IGNORECASE
)
_EMPTY = re.compile(
    r"^(?:i (?:really )?(?:don't|do not|dont) (?:really )?know|no idea|not sure|dunno|idk|i'm not sure"
    r"|it depends"
    r"|that's it|that's all|as i said|like i said|does that make sense|fair enough|good point)\b",
    re.IGNORECASE,
)
_FEELING = re.compile(
    r"\b(?:feel|felt|feeling|hate|hated|tired|angry|furious|frustrat\w+|afraid|scared|worried|worry"
    r"|nervous|anxious|stuck|lost"
    r"|hurt|alone|ashamed|embarrass\w+|guilty|overwhelm\w+|exhaust\w+|annoy\w+|sick of|fed up|sad|upset"
    r"|proud|glad"
    r"|relieved|happy|dread\w*|panic\w*|unfair|invisible|ignored|blamed|stress\w*|confus\w+|disappoint\w+"
    r"|pressure)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:never|always|keep|keeps|every time|nobody|too|can't|cannot|won't|want|need|wish|hope)\b", re.I
)
_STOPS = re.compile(r"(?<=[a-z]{2}[.!?])\s+|\n+")
_SUBJECTLESS = re.compile(
    r"^(?:can't|cannot|can|don't|won't|haven't|didn't|couldn't|need to|want to|keep|feel|felt|am|was|hate"
    r"|have (?:to|a lot|lots|no|too|so|been|never|many|much)|had to|got)\b(?! i\b| you\b)",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?:am|are|is|was|were|do|does|did|have|has|can|could|will|would|should|why|what|how)n?'?t?"
    r" (?:i|you|we|he|she|they|it)\b",
    re.IGNORECASE,
)
_TO_COACH = re.compile(
    r"^you\b|\b(?:you|your)\b.*\b(?:i|me|my|i'm)\b|\b(?:i|me|my|i'm)\b.*\byou\b(?! know)", re.IGNORECASE
)
_PLEA = re.compile(r"^(?:please,?\s+(?:\w+\s+)?\w+ me|help me)\b[^,;.]*(?:[,;.]\s*|$)", re.IGNORECASE)
_UNQUOTABLE = re.compile(r"[\"“”()\[\]{}<>|*_#@/\\]|https?:")


def flip(text: str) -> str:
    """Returns the text with first and second person changed over: "I am late" gives "you are late"."""
    out, after_i = [], False
    shouted = text.isupper()
    for token in _TOKEN.findall(text.replace("’", "'")):
        small = token.lower()
        if after_i and small in _AFTER_I:
            out.append(_AFTER_I[small])
        elif token in _CAPITALS and not shouted:
            out.append(token)
        else:
            out.append(_FLIPS.get(small, token))
        if small.strip(" ,"):
            after_i = small == "i" or (after_i and small in _BETWEEN)
    return "".join(out)


def sentences(text: str) -> list[str]:
    """Returns what somebody typed in sentences, also where they begin in small letters."""
    parts = [part for line in split_sentences(text.replace("’", "'")) for part in _STOPS.split(line)]
    return [part.strip() for part in parts if part.strip()]


def clauses(text: str) -> list[str]:
    """Returns the parts of what was said that can stand alone, in order, without fillers and questions."""
    found = []
    for sentence in sentences(text):
        if is_question(sentence):
            continue
        for part in _joined(_PLEA.sub("", sentence)):
            part = _trimmed(part)
            if part and not _EMPTY.match(part) and not _UNQUOTABLE.search(part):
                found.append(part)
    return found


def salience(clause: str) -> float:
    """Returns how much a part of what was said asks to be taken up; more is more."""
    words = tokens(clause)
    score = 0.0
    if {"i", "i'm", "me", "my", "i've", "i'd", "myself"} & set(words):
        score += 2
    if _FEELING.search(clause):
        score += 2
    if _STRONG.search(clause):
        score += 1
    if is_clause(clause):
        score += 1.5
    if len(words) < 3:
        score -= 2
    return score - abs(len(words) - 9) * 0.12


def mirrored(clause: str) -> str | None:
    """Returns the clause said back to the employee, without final stop; None where it cannot be."""
    count = len(clause.split())
    if not 2 <= count <= MAX_WORDS or "?" in clause or _INVERTED.match(clause) or _TO_COACH.search(clause):
        return None
    # "Can't say no" leaves out who.
    whole = f"I {clause}" if _SUBJECTLESS.match(clause) else clause
    if not is_clause(whole):
        return None
    said = flip(whole).strip()
    if re.search(r"\b(?:i|i'm|me|my)\b", said, re.IGNORECASE):
        return None
    return upper_first(said)


def lowered(mirrored_clause: str) -> str:
    """Returns a mirrored clause as it stands in the middle of a sentence."""
    return lower_first(mirrored_clause)


def _joined(sentence: str) -> list[str]:
    """Returns the sentence's clauses; one that could not stand alone stays with the one before."""
    parts: list[str] = []
    start = 0
    for joint in _JOINTS.finditer(sentence):
        left, right = sentence[start : joint.start()], sentence[joint.end() :]
        if len(left.split()) >= 3 and is_clause(_trimmed(left)) and is_clause(_trimmed(right)):
            parts.append(left)
            start = joint.end()
    return [*parts, sentence[start:]]


def _trimmed(part: str) -> str:
    before = None
    part = part.strip()
    while before != part:
        before = part
        part = _TRAILING.sub("", _LEADING.sub("", part)).strip()
    return part
