"""Makes what an employee typed fit into a sentence of the plan: without hedges, stops and length."""

import re

from actions.coaching.session.english import lower_first
from actions.coaching.session.mirror import clauses, sentences

MAX_PHRASE = 26
_HEDGE = re.compile(
    r"^(?:(?:(?:like|as) i said|i (?:really )?(?:don't|dont|do not) know|not sure|no idea|well|so|ok|okay"
    r"|yes|yeah|yep|hmm|hm|um|uh|maybe|perhaps|probably|mainly|mostly|i think|i guess|i suppose|honestly"
    r"|(?:just|only|right)(?! (?:when|before|after|as|once|then)\b)|then|please|sure|alright|possibly"
    r"|most likely|it would be|it'd be|that would be|it's|it is|that's|that is|the first one"
    r"|the first(?! (?:thing|time)\b)|the obstacle is|the risk is|the main thing is|one thing is"
    r"|what (?:[\w']+ ){1,6}?(?:is|are|would be)(?! (?:going|always|never)\b)"
    r"|my answer is|i'd say|let's say|how about|what about|and|but|also|or)\b[\s,:.-]*)+",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(
    r"[\s,]+(?:i guess|i think|i suppose|probably|maybe|perhaps|preferably|ideally|then)\W*$", re.IGNORECASE
)


def plain(text: str) -> str:
    """Returns the text without the hedges that it begins with: "well, maybe Monday" gives "Monday"."""
    return _HEDGE.sub("", text)


def unhedged(text: str) -> str:
    """Returns the text without hedges at either end."""
    return _AFTERTHOUGHT.sub("", plain(text))


def phrase(text: str) -> str:
    """Returns the text as a part of a sentence: without stop, small at its start, not too long."""
    said = " ".join(text.split()).strip(" \t.,;:!?-–—")
    words = said.split()
    if len(words) > MAX_PHRASE:
        cut = re.split(r",\s|;\s|\s-\s|\s(?:because|so that|and then|but)\s", said)[0].split()
        said = " ".join(cut if 3 <= len(cut) <= MAX_PHRASE else words[:MAX_PHRASE]).strip(" ,;")
    return lower_first(said)


def best(text: str) -> str:
    """Returns the sentence that says most."""
    parts = sentences(text) or [text]
    said = clauses(text)
    return max(parts, key=lambda part: (any(c in part for c in said), min(len(part.split()), 20)))
