"""Words and their stems, as search and the check of sentences both take them."""

import re
from functools import lru_cache

from Stemmer import Stemmer

TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")

FUNCTION_WORDS = frozenset(
    (
        " a about after again all also am an and any anyone are as at be because been before being both"
        " but by can could did do does doing down each either for from get gets give go goes going had"
        " has have having he her here him his how i if in into is it its itself just keep let like made"
        " make makes may me might mind more most much must my need needs no not now of off on once one or"
        " other our out over own please put rather s same say she should so some someone start still such"
        " t take takes than that the their them then there these they thing things this those through to"
        " too try until up us use very want was way we well were what when where which while who whom why"
        " will with would you your yours yourself helps help remember bear instead without within whether"
        " it's don't you're that's can't"
    ).split()
)

STEMMER = Stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Returns the Snowball stem of a lower-case word."""
    return str(STEMMER.stemWord(word))


def tokens(text: str) -> list[str]:
    """Returns the lower-case words and numbers of a text."""
    return TOKEN.findall(text.lower().replace("’", "'"))


def content_stems(text: str) -> set[str]:
    """Returns the stems of the words that carry meaning."""
    return set(stem_list(text))


def stem_list(text: str) -> list[str]:
    """Returns the stems of the words that carry meaning, in order, as often as they stand there."""
    return [stem(word) for word in tokens(text) if word not in FUNCTION_WORDS]
