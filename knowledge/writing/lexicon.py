"""The small closed word classes that carry truth: numbers, negation, duty, limits, order."""

from knowledge.words import tokens

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
        " something step sure though together try trying whatever whose worth idea"
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


def phrases_in(text: str, classes: dict[str, str]) -> set[str]:
    """Returns the names of the classes whose words or phrases the text has."""
    spaced = f" {' '.join(tokens(text))} "
    spaced = spaced.replace("n't ", " n't ")
    return {name for phrase, name in classes.items() if f" {phrase} " in spaced}
