"""The small closed word classes that carry truth: numbers, negation, duty, limits, order."""

import re
from functools import lru_cache

from Stemmer import Stemmer

TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")

NUMBER_WORDS = {
    **{
        w: str(n)
        for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
    },
    **{"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "eighteen": "18"},
    **{"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"},
    **{"hundred": "100", "thousand": "1000", "twice": "2", "half": "0.5", "quarter": "0.25"},
    **{"second": "2", "third": "3", "fourth": "4", "fifth": "5", "tenth": "10"},
}

# Each class maps the phrases that say the same to one name.
NEGATIONS = {
    "not": "no",
    "n't": "no",
    "never": "no",
    "no": "no",
    "nobody": "no",
    "none": "no",
    "nothing": "no",
    "without": "no",
    "avoid": "no",
    "cannot": "no",
    "rather than": "no",
    "instead of": "no",
    "neither": "no",
    "nor": "no",
    "stop": "no",
    "leave out": "no",
    "hold off": "no",
    "refrain": "no",
    "resist": "no",
    "no longer": "no",
    "isn't": "no",
    "keep away": "no",
    "unless": "no",
    "refuse": "no",
    "skip": "no",
}
OBLIGATIONS = {
    "must": "must",
    "have to": "must",
    "has to": "must",
    "required": "must",
    "need to": "must",
    "needs to": "must",
    "obliged": "must",
    "mandatory": "must",
    "requires": "must",
    "may": "may",
    "can": "may",
    "could": "may",
    "optional": "may",
    "free to": "may",
    "allowed": "may",
    "should": "should",
}
LIMITS = {
    "only": "only",
    "at least": "at least",
    "minimum": "at least",
    "no less than": "at least",
    "at most": "up to",
    "up to": "up to",
    "maximum": "up to",
    "no more than": "up to",
    "not more than": "up to",
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "beyond": "more than",
    "less than": "less than",
    "under": "less than",
    "below": "less than",
    "fewer than": "less than",
    "always": "all",
    "every": "all",
    "each": "all",
    "all": "all",
    "any": "any",
    "most": "most",
    "usually": "most",
    "often": "most",
    "some": "some",
    "sometimes": "some",
    "within": "within",
    "exactly": "exactly",
}
CONDITIONS = {
    "if": "if",
    "when": "if",
    "whenever": "if",
    "once": "if",
    "where": "if",
    "in case": "if",
    "should you": "if",
    "as soon as": "if",
    "while": "if",
    "unless": "unless",
    "except": "except",
    "apart from": "except",
    "other than": "except",
    "until": "until",
    "only if": "only if",
    "only when": "only if",
    "after": "if",
    "before": "if",
    "during": "if",
    "for": "if",
    "with": "if",
    "by": "if",
}
# Turns of phrase that reword a sentence without adding a fact.
WORDINGS = frozenset(
    (
        " aim along although among another anything apart aside away become becomes beside clearly"
        " come comes easily everyone happen happens however means simple simply somebody someone"
        " something step sure though together try trying whatever whose"
    ).split()
)
# Where one of these stands, its opposite would turn the meaning round.
POLES = frozenset(
    "first last early late earlier later more less fewer most least longer shorter higher lower same next"
    " previous daily weekly monthly yearly".split()
)
PERMISSIONS = frozenset("may might".split())
ABILITIES = frozenset("can could".split())
ORDER = {"before": "before", "after": "after"}

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


def phrases_in(text: str, classes: dict[str, str]) -> set[str]:
    """Returns the names of the classes whose words or phrases the text has."""
    spaced = f" {' '.join(tokens(text))} "
    spaced = spaced.replace("n't ", " n't ")
    return {name for phrase, name in classes.items() if f" {phrase} " in spaced}
