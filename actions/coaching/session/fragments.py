"""Tells what an answer is that is no whole sentence: something to do, a thing, a feeling, a moment."""

import re
from enum import StrEnum
from itertools import pairwise

from actions.coaching.session.english import base_form, is_clause, starts_with_verb, tokens
from actions.coaching.session.lexicon import all_verbs, pasts, words
from actions.coaching.session.word_classes import DETERMINERS, OBJECTS, PREPOSITIONS
from actions.coaching.session.wordforms import is_common


class Kind(StrEnum):
    """What words are by their grammar; other is what nothing can be said of for sure."""

    clause = "clause"
    verb = "verb"
    gerund = "gerund"
    noun = "noun"
    feeling = "feeling"
    phrase = "phrase"
    that = "that"
    nothing = "nothing"
    other = "other"


_DEGREE = (
    r"(?:(?:(?:a )?bit|a (?:little|touch)|slightly|kind of|sort of|quite|really|very|so|pretty|mostly"
    r"|mainly|rather|extremely"
    r"|incredibly|totally|completely|absolutely|oddly|strangely|still|literally|not|and|then|also|more|too)\s+)*"
)
_STATE = (
    r"(?:out of (?:my|our) depth|under (?:\w+ )?pressure|on edge|in over my head|at a loss|at my wits' end"
    r"|not good enough|put upon|(?:pissed|ticked) off|(?:stressed|burnt|burned|worn|bummed|freaked"
    r"|tired) out|fed up|sick of (?:it|them|this|that|him|her|all)|on my own)"
)
_FEELING = re.compile(
    rf"^(?P<degree>{_DEGREE})(?P<how>{_STATE}|[a-z]+)(?P<rest>$|[,;:.!?].*|\s+(?:about|by|at|of|with|for|to|because|when"
    r"|that|in|from|as if|over|on|and|or|but|like|around|after|inside|really|mostly)\b.*)$",
    re.IGNORECASE,
)
# These are as often something else: "good for the team", "left of it", "bad for sleep".
_SELDOM_FELT = frozenset(
    "left used spent split mixed content free good bad great ok okay strong safe lost keen".split()
)
_AS = re.compile(r"^like (?:a|an|the|my|i|nobody|nothing|somebody|everyone)\b", re.IGNORECASE)
_NOTHING = re.compile(r"^(?:nothing|none)(?: (?:else|really|much|more|special))?\b\W*$", re.IGNORECASE)
# Sentences that leave out "it": no things.
_LEAVES_OUT = frozenset("depends sounds feels looks seems works helps sort kind dunno".split())
_DOING_NOUNS = frozenset(
    "meeting training building feeling morning evening thing planning understanding during".split()
)
_QUANTITY = frozenset(
    (
        "more less fewer too enough several two three four five six seven eight nine ten half plenty lots "
        "one no many much first second third fourth last next only just better smaller shorter longer "
        "clearer"
    ).split()
)
_ADJECTIVE = re.compile(r"(?:ful|less|ous|ive|able|ible|ical|ish)$")
_MASS = re.compile(
    r"(?:ing|ness|ity|tion|ment|ance|ence|ship|work|ism)$"
    r"|^(?:time|trust|respect|money|sleep|feedback|support|peace|clarity|help|fun|calm|quiet|contact|pay|courage|stress"
    r"|fear|guilt|noise|traffic|advice|luck|health|energy|space|freedom|light|air|silence|nobody|someone|somebody"
    r"|everyone|everybody|everything|something|overtime|childcare|paper|staff|people)$"
)
_PHRASE = frozenset(
    (
        "when whenever once if while until unless because as before after during tomorrow tonight today "
        "monday tuesday wednesday thursday friday saturday sunday straight right"
    ).split()
)


def kind_of(text: str) -> Kind:
    """Returns what the words are; they stand without fillers and in the employee's own person."""
    said = tokens(text)
    if not said:
        return Kind.other
    if is_feeling(text):
        return Kind.feeling
    if _NOTHING.match(text):
        return Kind.nothing
    if said[0] in _LEAVES_OUT and (said[0] not in {"sort", "kind", "looks"} or said[1:2] == ["of"]):
        return Kind.other
    if said[0] == "that" and len(said) > 2 and is_clause(text.split(" ", 1)[1]):
        return Kind.that
    if said[0] in _PHRASE and not (said[0] == "once" and len(said) > 1 and said[1] in {"a", "more"}):
        return Kind.phrase
    if said[0] == "to" and len(said) > 1 and (said[1] in all_verbs() or said[1] not in DETERMINERS):
        return Kind.verb
    if _is_doing(said):
        return Kind.gerund
    if starts_with_verb(text):
        return Kind.verb
    if is_clause(text):
        return Kind.clause
    if said[0] in PREPOSITIONS:
        return Kind.phrase
    return Kind.noun if _is_thing(text, said) else Kind.other


def feeling_in(text: str) -> str:
    """Returns the word that names the feeling, "" where there is none."""
    found = _FEELING.match(text.strip())
    return found["how"].lower() if found else ""


def is_feeling(text: str) -> bool:
    """Says whether the words tell how somebody is, and nothing else: "angry, mostly at myself"."""
    if _AS.match(text):
        return True
    found = _FEELING.match(text.strip())
    if not found:
        return False
    how = found["how"].lower()
    alone = not found["rest"].strip(" .,!")
    if " " in how:
        return True
    return how in words("feelings") and (how not in _SELDOM_FELT or alone or bool(found["degree"]))


def is_bare(text: str) -> bool:
    """Says whether a thing is named without the article that it needs: "cut-off date", not "more time"."""
    said, head = tokens(text), _head(text)
    counted = said[0] in DETERMINERS | _QUANTITY or said[0].isdigit() or said[0].endswith("'s")
    last = head[-1] if head else ""
    several = last.endswith("s") and not last.endswith("ss")
    return not counted and not several and not text[:1].isupper() and not _MASS.search(last)


def _is_doing(said: list[str]) -> bool:
    base = base_form(said[0])
    if not base or (said[0] in _DOING_NOUNS and (len(said) < 2 or said[1] not in DETERMINERS)):
        return False
    return len(said) == 1 or said[1] not in {"is", "was", "would", "takes", "of"}


def _is_thing(text: str, said: list[str]) -> bool:
    """Says whether the words name something, going by their first word and the head of it."""
    head = _head(text)
    said_of = words("adjectives") | (words("feelings") - words("nouns_too"))
    if not head or _ADJECTIVE.search(head[-1]) or head[-1] in said_of:
        return False
    if said[0] in DETERMINERS | _QUANTITY or said[0].isdigit() or said[0].endswith("'s"):
        return True
    # "Foremen smell it" has a verb that the lists do not show.
    if any(word in all_verbs() and after in OBJECTS for word, after in pairwise(said[1:])):
        return False
    adverb = said[0].endswith("ly") or said[0] in {
        "not",
        "never",
        "always",
        "maybe",
        "perhaps",
        "out",
        "off",
        "up",
        "down",
    }
    verbal = (
        said[0] in pasts() or said[0].endswith("ed") or said[0] in {"can", "could", "will", "would", "should"}
    )
    return not adverb and not verbal and (is_common(said[0]) or text[:1].isupper())


def _head(text: str) -> list[str]:
    """Returns the words before the first comma, preposition or clause that says more about the thing."""
    head: list[str] = []
    for word in tokens(re.split(r"[,;:.]", text)[0]):
        if head and (
            word in PREPOSITIONS
            or word in {"that", "who", "which", "when", "if", "because", "and", "or", "to"}
        ):
            break
        head.append(word)
    return head
