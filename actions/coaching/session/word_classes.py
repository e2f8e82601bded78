"""The small classes of English words: pronouns, determiners, prepositions and the like."""

import re

PRONOUNS = frozenset(
    "i he she they we it you nobody everyone everybody somebody someone anyone anybody".split()
)
SUBJECTS = PRONOUNS | frozenset("this that there who people nothing everything one".split())
OBJECTS = frozenset(
    "me him her us them it you myself yourself himself herself themselves ourselves one".split()
)
DETERMINERS = frozenset(
    (
        "a an the my your his her our their its this that these those each every some any no all both "
        "another what whatever"
    ).split()
)
# What opens the thing that something is done to: "the case", "him".
OPEN_NOUN = DETERMINERS | OBJECTS
AUXILIARIES = frozenset(
    (
        "am are is was were has had does did can could will would should must may might shall cannot aren't "
        "isn't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't "
        "shouldn't mustn't dont doesnt didnt cant wont isnt"
    ).split()
)
# Somebody and a verb in one: "I'm", "there's".
SHORT = re.compile(
    r"(?:i|he|she|they|we|it|you|that|there|who|what|nobody|everyone|everybody|somebody)'(?:m|s|re|ve|d|ll)$"
)
PARTICLES = frozenset(
    "up down out off over back away through along around aside together forward on in ahead apart".split()
)
PREPOSITIONS = frozenset(
    (
        "about above across after against along among around as at before behind below beside besides "
        "between beyond by despite during except for from in inside into like near of off on onto out "
        "outside over past per since than through throughout to towards toward under until unlike up upon "
        "via with within without"
    ).split()
)
# What may follow a verb and hardly ever follows a noun: "travel less".
ADVERBS = frozenset(
    (
        "less more earlier later again differently better once twice alone now then today tomorrow first "
        "together harder slower faster well straight anyway early late sooner too here there home often "
        "always never also just"
    ).split()
)
# Adverbs that stand between somebody and their verb, beside those in -ly.
BETWEEN = frozenset("already even really almost always never often just still also".split())
BEFORE_NOUNS = DETERMINERS | frozenset(
    (
        "for of with without in on at to by from about into many few fewer more less several two three four "
        "five both most other such own new old good bad great same whole first second last next only and or "
        "daily weekly monthly"
    ).split()
)
SEVERAL = frozenset("these those all both some most one two three other".split())
# Where these stand before a verb they are no determiners: "this is", "most agree".
STAND_FOR_THINGS = SEVERAL | frozenset("that this everything nothing".split())
PEOPLE = frozenset(
    (
        "people colleagues customers clients managers bosses others men women team teams members users lads "
        "ones partners directors children kids juniors seniors nurses patients staff boss manager lead "
        "leader colleague customer client director chef supervisor wife husband sister mother mum father "
        "partner"
    ).split()
)
# What ends the main part: "the sentence that I wrote", "more time when I am home".
SUBORDINATORS = frozenset(
    (
        "who whom whose which that when whenever where if because while until unless although though how "
        "why what whether like as since before after than"
    ).split()
)
# What may open a sentence before its subject comes: "on Mondays I work from home".
OPENERS = (
    PREPOSITIONS
    | SUBORDINATORS
    | frozenset(
        (
            "yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday once "
            "twice now then sometimes usually often mostly maybe perhaps apparently honestly actually "
            "lately recently last next every most some these nowadays currently still only normally and but "
            "so instead afterwards probably somehow anyway meanwhile"
        ).split()
    )
)
# Written with a capital wherever they stand.
PROPER = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
        "fridays saturdays sundays january february april june july august september october november "
        "december english french german christmas easter"
    ).split()
)


def is_adverb(word: str) -> bool:
    """Says whether a word may stand between somebody and their verb: "really", "never"."""
    return (word.endswith("ly") and len(word) > 4) or word in BETWEEN
