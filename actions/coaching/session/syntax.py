"""Tells sentences from fragments, and something to do from a thing, going by the words beside a word."""

from actions.coaching.session.lexicon import all_verbs, base_of, known, pasts, words
from actions.coaching.session.word_classes import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_NOUNS,
    DETERMINERS,
    OBJECTS,
    OPEN_NOUN,
    OPENERS,
    PARTICLES,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    SEVERAL,
    SHORT,
    STAND_FOR_THINGS,
    SUBJECTS,
    SUBORDINATORS,
    is_adverb,
)
from actions.coaching.session.wordforms import base_form, is_common, names_in, tokens, tokens_after_commas

# A main verb stands among the first words or is not looked for.
FURTHEST = 12
# "Close of business" is a thing, "think of it" is something to do.
_OF_AFTER = frozenset("think speak hear learn be let get dream talk".split())
# Second halves of things: "review slot", "work pressure", "call list".
_HALVES = frozenset(
    (
        "time times slot slots list lists day days hours policy meeting meetings room process pressure load "
        "notes culture group paper place life ethic centre desk date results requests calls plan plans "
        "hierarchy environment experience"
    ).split()
)
# What follows a thing, "change in the team"; some verbs go before "in" too: "start in pairs".
_AFTER_THINGS = frozenset("in of from within between among is are was were has".split())
_DO_IN = frozenset("start work talk hand step check ring train walk look try move stop play".split())
_AFTER_IS = frozenset(
    (
        "not too so very just always never already still gone been got ill off late away sick busy right "
        "wrong good bad"
    ).split()
)
_NO_VERB_AFTER = frozenset("to and or not be been being get gets got getting feel feels having".split())


def starts_with_verb(text: str) -> bool:
    """Says whether the text begins with a verb's base form: "talk to him", "not answer", not "the talk"."""
    said = tokens(text)
    while len(said) > 1 and said[0] in {"not", "never", "just", "simply", "always", "also"}:
        said = said[1:]
    if not said:
        return False
    rest = said[2:] if len(said) > 2 and is_adverb(said[1]) else said[1:]
    after, then = [*rest[:2], "", ""][:2]
    return _is_verb(said[0], after, then, after in names_in(text))


def is_clause(text: str) -> bool:
    """Says whether the text looks like a sentence of its own: somebody or something, and a verb."""
    said, after_comma = tokens_after_commas(text)
    if len(said) < 2 or (said[0] not in PRONOUNS and starts_with_verb(text)):
        return False
    first, second = said[:2]
    if first in AUXILIARIES or first in {"have", "do"}:
        return len(said) > 2
    if first in PRONOUNS or first in {"there", "who", "people"}:
        return len(said) > 2 or _can_end(second)
    if SHORT.match(first) or (first.endswith("'s") and _is_after_is(second)):
        return True
    if first in {"this", "that"} and base_of(second):
        return True
    if first in OPENERS and any(SHORT.match(word) or word in PRONOUNS - {"you"} for word in said[1:-1]):
        return True
    return _has_verb(said, after_comma, names_in(text))


def _is_verb(word: str, after: str, then: str, name_follows: bool) -> bool:
    """Says whether the first word is a verb here: "break the news", not "break time"."""
    if word == "like" or (after == "of" and word not in _OF_AFTER):
        return False
    if word in words("verbs"):
        return True
    if word in words("leaning"):
        if (after, then) == ("from", "home") or (after == "in" and word in _DO_IN):
            return True
        return after not in _AFTER_THINGS | _HALVES and base_of(after) not in words("verbs")
    if word in SUBJECTS or SHORT.match(word):
        return False
    if after in PARTICLES and (then in OPEN_NOUN or not then):
        return word in all_verbs() or word not in known()
    if word in words("nouns_too"):
        opened = after in OPEN_NOUN - {"that"} or name_follows or after == "to"
        return opened or after in ADVERBS or after.endswith("ly")
    return after in OPEN_NOUN and len(word) > 2 and not is_common(word) and not word.endswith("s")


def _has_verb(said: list[str], after_comma: frozenset[int], names: frozenset[str]) -> bool:
    """Says whether somebody or something does something in the main part of these words."""
    # Of "everything I do" the verb belongs to the words that come in; "is wrong" after it does not.
    borrowed = 0
    for place in range(1, min(len(said), FURTHEST)):
        word, after = said[place], [*said[place + 1 : place + 2], ""][0]
        before = next((w for w in reversed(said[:place]) if not is_adverb(w)), said[place - 1])
        if _ends_main_part(word, before, after):
            return False
        subject = word in PRONOUNS - OBJECTS or (word == "you" and after in AUXILIARIES)
        if SHORT.match(word) or (subject and before not in PREPOSITIONS | {"and", "or"}):
            if place in after_comma:
                return True
            borrowed += 1
        elif _is_finite(word, before, after, said[0], names):
            if not borrowed:
                return True
            borrowed -= 1
    return False


def _ends_main_part(word: str, before: str, after: str) -> bool:
    if word in {"like", "as", "since", "before", "after", "than", "so"}:
        return after in PRONOUNS or bool(SHORT.match(after))
    return word in SUBORDINATORS and before not in {"say", "says", "said", "is", "was"}


def _is_finite(word: str, before: str, after: str, first: str, names: frozenset[str]) -> bool:
    """Says whether a word can be the verb of a sentence, going by the words around it."""
    if before in _NO_VERB_AFTER:
        return False
    if word in AUXILIARIES:
        return before not in BEFORE_NOUNS - STAND_FOR_THINGS
    if word.endswith("'s"):
        return _is_after_is(after)
    if before in BEFORE_NOUNS - STAND_FOR_THINGS or (before in SEVERAL and after not in OPEN_NOUN):
        return False
    somebody = before in PEOPLE | SUBJECTS | STAND_FOR_THINGS or before in names or bool(SHORT.match(before))
    if word in words("adjectives") and after not in OPEN_NOUN:
        return False
    if base_of(word) or word in pasts() or word.endswith("ed"):
        return _has_ending_of_verb(word, after, somebody, first)
    if word not in all_verbs():
        return False
    return before in PRONOUNS or _do_several(word, before, after, first)


def _has_ending_of_verb(word: str, after: str, somebody: bool, first: str) -> bool:
    """Says whether a form such as "asks", "went" or "asked" is the verb here, not a noun or a participle."""
    definite = first in DETERMINERS - {"no", "any", "another", "some", "all"}
    opens = after in OPEN_NOUN | ADVERBS | PARTICLES
    if base := base_of(word):
        lean = definite and base in words("leaning")
        return base in words("verbs") or somebody or opens or after == "to" or lean
    if word in pasts():
        return pasts()[word] != word or somebody or opens or (definite and after != "by")
    return len(word) > 4 and after != "by" and (somebody or definite or after in OPEN_NOUN)


def _do_several(word: str, before: str, after: str, first: str) -> bool:
    """Says whether several people or things do it: "customers call us", not "customer calls"."""
    if not (before.endswith(("s", "men")) or before in PEOPLE):
        return False
    pure = word in words("verbs") and word not in words("common")
    known_subject = first in DETERMINERS and word not in words("nouns_too")
    return pure or after in OPEN_NOUN | PARTICLES or (known_subject and after in PREPOSITIONS)


def _is_after_is(word: str) -> bool:
    """Says whether a word follows "he's" but not "the boss's": "got", "ill", "a"."""
    said_of = words("adjectives") | words("feelings") | DETERMINERS | _AFTER_IS
    return word in said_of or (word.endswith("ing") and base_form(word) is not None)


def _can_end(word: str) -> bool:
    """Says whether a word can follow "I" or "he" and end a sentence: "he left", "I overcompensate"."""
    form = word in all_verbs() or word in pasts() or word.endswith(("ed", "s")) or word in AUXILIARIES
    return form or word not in known()
