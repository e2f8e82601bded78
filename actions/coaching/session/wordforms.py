"""Single words of everyday English: their base forms, and which of them are names."""

import re

from actions.coaching.session.lexicon import all_verbs, base_of, known
from actions.coaching.session.word_classes import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PROPER,
    SHORT,
    SUBJECTS,
)

_IRREGULAR_GERUNDS = {"being": "be", "lying": "lie", "dying": "die", "tying": "tie"}
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+")
_NO_NAME = ("ing", "tion", "ment", "ness", "able", "ful", "less", "ous", "ity", "ly")


def tokens(text: str) -> list[str]:
    """Returns the words of a text in lower case, contractions whole."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def tokens_after_commas(text: str) -> tuple[list[str], frozenset[int]]:
    """Returns the words in lower case, and the places of those that follow a comma."""
    text = re.sub(r"^no one\b", "nobody", text.replace("’", "'"), flags=re.IGNORECASE)
    found = list(_WORD.finditer(text))
    ends = [text[: word.start()].rstrip() for word in found]
    return [word[0].lower() for word in found], frozenset(
        place for place, before in enumerate(ends) if before.endswith((",", ";"))
    )


def base_form(gerund: str) -> str | None:
    """Returns the verb behind an -ing form, such as "sit" for "sitting"; None where it is not one."""
    word = gerund.lower()
    if word in _IRREGULAR_GERUNDS:
        return _IRREGULAR_GERUNDS[word]
    if not word.endswith("ing") or len(word) < 5:
        return None
    stem = word[:-3]
    candidates = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
    return next((candidate for candidate in candidates if candidate in all_verbs()), None)


def as_infinitive(text: str) -> str:
    """Returns "talk to him" for "talking to him" or "to talk to him"; other text as it is."""
    text = re.sub(r"^(?:to|just|maybe|perhaps|probably|simply|by)\s+", "", text.strip(), flags=re.IGNORECASE)
    head, _, rest = text.partition(" ")
    verb = base_form(head)
    return f"{verb} {rest}".strip() if verb else text


def lower_first(text: str) -> str:
    """Returns the text with a small first letter, unless its first word is "I" or a name."""
    first = text.split(" ", 1)[0]
    bare = first.strip(".,;:!?")
    if bare in {"I", "I'm", "I've", "I'd", "I'll"} or (len(bare) > 1 and bare.isupper()):
        return text
    return text[:1].lower() + text[1:] if is_common(bare.lower()) else text


def upper_first(text: str) -> str:
    """Returns the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def is_common(word: str) -> bool:
    """Says whether a word in small letters is no name, by the lists or by its ending."""
    if SHORT.match(word) or word in AUXILIARIES:
        return True
    word = word.split("'")[0]
    if word in PROPER:
        return False
    if word in known() or word in DETERMINERS or word in PREPOSITIONS or word in SUBJECTS:
        return True
    if base_form(word) or base_of(word) or (word.endswith(_NO_NAME) and len(word) > 4):
        return True
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        return all(is_common(part) for part in parts)
    stems = (word[:-1], word[:-2], word[:-3], f"{word[:-3]}y", f"{word[:-1]}e")
    ends = word.endswith(("s", "ed", "er", "est"))
    return ends and any(stem in known() for stem in stems if len(stem) > 2)


def names_in(text: str) -> frozenset[str]:
    """Returns the words, in small letters, that have a capital inside the text or look like names."""
    said = _WORD.findall(text.replace("’", "'"))
    inside = {word.lower() for word in said[1:] if word[:1].isupper() and not re.match(r"I\b", word)}
    if said and said[0][:1].isupper() and not is_common(said[0].lower()):
        inside.add(said[0].lower())
    return frozenset(inside)
