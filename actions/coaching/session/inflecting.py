"""Forms verbs: "says", "spoken", "quicker" of "say", "speak", "quick"."""

from actions.coaching.session.lexicon import participles

_THIRD = {"have": "has", "do": "does", "go": "goes", "be": "is"}
_VOWELS = "aeiou"


def third_person(verb: str) -> str:
    """Returns "says" for "say"."""
    if verb in _THIRD:
        return _THIRD[verb]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def participle(verb: str) -> str:
    """Returns "talked" for "talk" and "spoken" for "speak"."""
    if verb in participles():
        return participles()[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else f"{verb}ed"


def comparative(word: str) -> str:
    """Returns "easier" for "easy"."""
    return f"{word[:-1]}ier" if word.endswith("y") else f"{word}er"
