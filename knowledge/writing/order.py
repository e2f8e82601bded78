"""What a retelling may move, and whom it may tell what to do: the order of words carries who does what."""

import re
from collections import Counter
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
COORDINATING = frozenset("and or but then".split())
SUBORDINATE = re.compile(
    r"(?:if|when|whenever|once|because|before|after|while|although|though|unless|until|where|so that|since"
    r"|as soon as|as long as|instead of|rather than|even if|only if)\b",
    re.I,
)
NEGATION_STEMS = {stem(word) for phrase in NEGATIONS for word in phrase.split()}
# A clause may start with these whatever the note starts with.
OPENERS = {"try", "aim", "next", "today", "instead"}


def moved(sentence: str, note: str, context: str) -> str:
    """Refuses words in another order, but for one clause or phrase that changed places as a whole.

    Who does what to whom stands in the order of words: "A tells B" has all the words of "B tells A".
    """
    meant, said = stem_list(note), stem_list(sentence)
    # A word that stands twice, or tells of negation, is no landmark.
    once = {word for word, count in Counter(meant).items() if count == 1} - NEGATION_STEMS
    places = {word: place for place, word in enumerate(meant) if word in once}
    order = [places[word] for word in dict.fromkeys(said) if word in places]
    falls = [one for one, (before, after) in enumerate(pairwise(order), 1) if after < before]
    if len(falls) > 1:
        return "words changed places"
    return _torn(meant[order[0]], note) if falls else ""


def _torn(first: str, note: str) -> str:
    """Refuses a part moved to the front that took its place in a list of steps or facts with it.

    first is the stem that the moved part starts with in the note.
    """
    words = note.split()
    start = next((n for n, word in enumerate(words) if first in stem_list(word)), 0)
    lead = start
    while lead > 0 and not stem_list(words[lead - 1]) and not words[lead - 1].endswith((",", ";", ":")):
        lead -= 1
    before, moved = " ".join(words[:lead]), " ".join(words[lead:])
    opening = words[lead].lower().strip('"“') if lead < len(words) else ""
    if opening in COORDINATING:
        return "steps changed places"
    if ", and " in f"{moved} " and SUBORDINATE.match(moved):
        return "a step was put into a condition"
    if ", and " in f"{before} " or ";" in before:
        return "said of two things what the note says of one"
    if not SUBORDINATE.match(moved) and re.search(r"\b(?:and|or|but)\b", before):
        return "said of two things what the note says of one"
    return ""


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
