"""How a retelling may begin when the writer finds none of its own: another part of the note first."""

import re

SUBORDINATORS = (
    "as soon as|as long as|so that|instead of|rather than|because|although|though|unless|whenever|when|before"
    "|after|while|until|once|if"
)
# What somebody may say, and what a semicolon joins, stays where it is.
PLAIN = r"[^:;\"“]"
LATE = re.compile(rf"^(?P<main>{PLAIN}+?),? (?P<part>(?:{SUBORDINATORS})\b {PLAIN}+?)[.!]$", re.IGNORECASE)


def frame(note: str) -> str:
    """Returns the words that a retelling may begin with; empty where the note has no clause to move.

    "Open first if you know it." gives "If you know it,". A clause that stands first stays there: behind, it
    would hang on the wrong verb.
    """
    late = LATE.match(note)
    if late and len(late["main"].split()) >= 2:
        return f"{_capital(late['part'])},"
    return ""


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
