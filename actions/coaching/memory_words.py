"""What employees say of their notes: the fact to remember, and which notes are meant."""

import re

ASKING = r"(?:(?:please|pls|can you|could you|i want you to|i'd like you to|would you|hey|ok|so)\b[\s,]*)*"
# "This" and "that" belong to the asking in "remember this: ..." but not in "remember this week I'm away".
_LEAD = re.compile(
    rf"^{ASKING}(?:(?:remember|keep in mind|note down|jot down|write down|take note|note|make a note"
    r"|don't forget|save|store|for next time|for the record|for your information|just so you know|fyi"
    r"|memori[sz]e|you should (?:know|remember)|know)\b[\s,:-]*)"
    r"(?:(?:this|it)(?: down)?(?:\s*[:,;-]+\s*|\s+(?=that\b|please\b|(?:i|i'm|i've|my)\b)|[\s.…]*$))?"
    r"(?:please\b[\s,:-]*)?(?:that\b(?!')[\s,:-]*)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"[,;.!-]\s*(?:please |and |so )*(?:remember|note|save|store|memori[sz]e|keep) (?:it|that|this)"
    r"(?: in mind| please)?\W*$",
    re.IGNORECASE,
)
# "Save this note", "remember something for me": an asking that names nothing yet.
_NO_FACT = re.compile(
    r"^(?:(?:this|that|it|something|a|of|the|what i just said|note|notes|thought|conversation|for|me"
    r"|later|next|time|week|please|in|your|mind|memory|keep|write|jot|take|hold|down|can|you)\b[\s.,!?…]*)*$",
    re.IGNORECASE,
)
_NOTES = r"(?:notes?|facts?|memor(?:y|ies)|information|info|data|details|things?)"
ALL = re.compile(
    rf"\b(?:every ?thing|all (?:of it|about me|(?:that )?you know"
    rf"|(?:of )?(?:my|your|the|those|these) {_NOTES}|{_NOTES}))\b",
    re.IGNORECASE,
)
SOME = re.compile(
    r"\b(?:about|on|concerning|regarding) (?!me\b|myself\b)(?P<what>.+)$|\b(?:except|but|apart from)\b",
    re.IGNORECASE,
)
_PLACES = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "last": -1,
    "latest": -1,
    "newest": -1,
}
_PLACE = re.compile(
    rf"\b(?:(?:note|item|fact|number) (?P<number>\d+)|(?P<word>{'|'.join(_PLACES)})"
    r" (?:note|item|fact|one|thing|point|entry|memory))"
    r"(?:\W*$|\s+(?:please|(?:from|in|on|of) (?:the|your|my) (?:list|notes|memory)"
    r"|you (?:just )?(?:saved|noted|wrote|stored|remembered))\b)",
    re.IGNORECASE,
)
FORGET = re.compile(
    rf"^{ASKING}(?:forget|delete|erase|remove|drop|wipe)\b[\s,:]*(?:what i (?:said|told you)\b"
    r"|the (?:thing|part|note|bit)\b)?\s*(?:(?:about|that|on)\b(?!'))?\s*",
    re.IGNORECASE,
)


def fact_in(said: str) -> str:
    """Returns what is to be remembered, without the asking; "" where nothing is named."""
    fact = _LEAD.sub("", _TRAIL.sub("", said)).strip(" ?")
    return "" if _NO_FACT.match(fact) else fact


def place_in(said: str) -> int:
    """Returns the place in the list that is named: from 1, or -1 for the last; 0 where none is."""
    match = _PLACE.search(said)
    if not match:
        return 0
    return int(match["number"]) if match["number"] else _PLACES[match["word"].lower()]
