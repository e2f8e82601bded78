"""What a retelling may move, and whom it may tell what to do: the order of words carries who does what."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

from knowledge.words import FUNCTION_WORDS, stem, stem_list, tokens
from knowledge.writing.lexicon import NEGATIONS

# Small verbs that can change who does what all the same: "put it in the service desk".
LIGHT_VERBS = frozenset("put take takes make makes let lets get gets go goes give gives".split())
CLAUSE_START = re.compile(r"(?:^|[,:;]\s+)(\w+)")
# What may stand before an instruction, and what an instruction follows.
CLAUSE_VERB = re.compile(r"(?:^|[,:;.]\s+|\band\s+|\bthen\s+|\bor\s+|\bto\s+|[\"“])(?:please )?(\w+)", re.I)
NOUN_LEADS = "a|an|the|your|our|their|his|her|its|of|in|on|at|for|with|by|from|any|every|each|no|some"
# These lead a phrase or a clause that is no instruction.
LEADS = frozenset(
    "above across against along although among around because behind below beside between"
    " beyond despite during even near only over past per rather since though throughout towards"
    " under unless until via whatever whenever wherever whether whoever within without".split()
)
PREPOSITIONS = frozenset("after at before by for from in of on to with".split())
# A clause that keeps its meaning wherever it stands.
CLAUSE = re.compile(
    r"\b(?:at least|even if|even when|only if|only when|if|when|whenever|once|because|since|before you"
    r"|before they|after you|while|although|though|unless|until you|so that|as soon as|as long as"
    r"|(?:instead of|rather than) \w+ing|during|within)\b",
    re.IGNORECASE,
)
# How alike the words of a sentence and of the note, its clause set first, have to be.
ALIKE = 0.92
REPORTS = re.compile(r"\b(?:found|show\w*|said|report\w*|stress\w*|argue\w*|feels?)\b", re.IGNORECASE)
CONNECTIVES = frozenset(
    "if when whenever once because before after while although though unless until so than instead since"
    " whereas then".split()
)
PRONOUNS = frozenset("they them he she him her".split())
# "10 working days before departure" is one thing.
AMOUNT = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)$", re.IGNORECASE)
NEGATION_STEMS = {stem(word) for phrase in NEGATIONS for word in phrase.split()}
# A clause may start with these whatever the note starts with.
OPENERS = {"try", "aim", "next", "today", "instead"}


def moved(sentence: str, note: str, context: str) -> str:
    """Refuses words in another order, but for the note's last clause set first as a whole.

    Who does what to whom stands in the order of words: "A tells B" has all the words of "B tells A".
    """
    meant, said = stem_list(note), stem_list(sentence)
    # A word that stands twice, or tells of negation, is no landmark.
    once = {word for word, count in Counter(meant).items() if count == 1} - NEGATION_STEMS
    places = {word: place for place, word in enumerate(meant) if word in once}
    order = [places[word] for word in dict.fromkeys(said) if word in places]
    falls = sum(after < before for before, after in pairwise(order))
    if not falls:
        return "" if said[:1] == meant[:1] else "what stood first hangs behind"
    return "words changed places" if falls > 1 else _set_first(tokens(sentence), note)


def _set_first(said: list[str], note: str) -> str:
    """Returns what speaks against reading the sentence as the note with its last clause set first."""
    for clause in CLAUSE.finditer(note):
        main, part = note[: clause.start()].rstrip(" ,"), note[clause.start() :]
        wanted = tokens(part) + tokens(main)
        if main and SequenceMatcher(None, said, wanted, autojunk=False).ratio() >= ALIKE:
            return _torn(main, part)
    return "not a clause that can stand first"


def _torn(main: str, part: str) -> str:
    """Refuses a move after which a reader would join what the note keeps apart."""
    first = main.split()[0].lower()
    if CLAUSE.match(main) or first in LEADS | PREPOSITIONS:
        return "what stood first hangs behind"
    if ";" in main or "," in main or ", and " in part or (", " in part and ", or " not in part):
        return "said of two things what the note says of one"
    if REPORTS.search(main) or AMOUNT.search(main):
        return "a clause was torn from its verb"
    if first.endswith("ing") and first != "bring" and not part.lower().startswith("because"):
        return "a clause was torn from its verb"
    return ""


def joined(sentence: str, note: str, context: str) -> str:
    """Refuses "because" for "and", a lost "before", and a beginning that the note does not have."""
    if _connectives(sentence) != _connectives(note):
        return "joined in another way"
    said, meant = tokens(sentence), tokens(note)
    if set(said) & PRONOUNS - set(meant):
        return "somebody was put into it"
    if "as well as" in sentence.lower() and "as well as" not in note.lower():
        return "joined in another way"
    if said[:1] == ["to"] and " ".join(said[:2]) not in " ".join(meant):
        return "made a purpose"
    cleft = said[:1] == ["what"] or said[:2] in (["it", "is"], ["it's"])
    return "turned inside out" if cleft and said[:1] != meant[:1] and "worth" not in said[:3] else ""


def _connectives(text: str) -> Counter[str]:
    return Counter(word for word in tokens(text) if word in CONNECTIVES)


def instructed(sentence: str, note: str, context: str) -> str:
    """Refuses a clause that tells the employee to do what the note does not tell them.

    "Find" for "compare"; and "make people nervous" for "introductions make people nervous".
    """
    told = {word.lower() for word in CLAUSE_VERB.findall(note)}
    for match in CLAUSE_START.finditer(sentence):
        word = match.group(1).lower()
        if word in OPENERS | LEADS or (
            word in FUNCTION_WORDS and word not in LIGHT_VERBS | {"say", "keep", "let"}
        ):
            continue
        if word not in tokens(note):
            return f"made an instruction: {word}"
        if match.start() == 0 and word not in told and not _is_name_or_noun(word, note):
            return f"made an instruction: {word}"
    return ""


def _is_name_or_noun(word: str, note: str) -> bool:
    """Says whether the word starts a noun phrase in the note: after an article, a preposition or "your"."""
    return bool(re.search(rf"\b(?:{NOUN_LEADS}) {re.escape(word)}\b", note, re.I))
