"""Does a sentence retell one note, whole and without additions? The strict check of the writer.

The general check (support.py) asks whether a passage supports a sentence. The writer's task is
narrower, one note in and one sentence out, so more can be asked: no word of meaning added or
left out, the same strength, and everybody in the role that the note gives them.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

from knowledge.words import FUNCTION_WORDS, content_stems, stem, stem_list, tokens
from knowledge.writing.lexicon import (
    ABILITIES,
    LIMITS,
    NEGATIONS,
    OBLIGATIONS,
    PERMISSIONS,
    POLES,
    WORDINGS,
    phrases_in,
)
from knowledge.writing.order import LIGHT_VERBS, instructed, joined, moved
from knowledge.writing.support import Verdict, check_support, numbers

WORDING_STEMS = {stem(word) for word in WORDINGS}
# Beyond this likeness of the word sequences a sentence is the note itself.
REPEATED = 0.88
POSSESSIVE = re.compile(r"\b(\w+)['’]s?\b(?=\s+\w)")
DANGLING = re.compile(
    r"(?:such as|including|and|or|but|than|not|which|who|that"
    r"|(?:rather than|instead of) (?:of|for|to|in|on|at|by|with))\b",
    re.I,
)
# What somebody may say is led in by a colon; "because" before it would make a reason of it.
LED_IN = re.compile(r":\s+[\"“]")
# Says that something matters and changes nothing: what is left is compared.
EMPHASIS = re.compile(r"\bmake sure (?:to|that you|that|you) ", re.I)
THIRD_PERSON = re.compile(r"\b(?:his|her|their|its|he|she|they|them)\b", re.I)


def repeats(sentence: str, note: str) -> bool:
    """Says whether the sentence is the note with hardly a word moved."""
    said, meant = tokens(sentence), tokens(note)
    return SequenceMatcher(None, said, meant, autojunk=False).ratio() > REPEATED


def retells(sentence: str, note: str, context: str = "") -> Verdict:
    """Compares a sentence with the one note it should say; context is what the employee said."""
    if DANGLING.match(sentence) and not DANGLING.match(note):
        return Verdict(False, 0.0, "starts in the middle")
    if LED_IN.search(note) and not LED_IN.search(sentence):
        return Verdict(False, 0.0, "what to say is not led in")
    sentence = EMPHASIS.sub("", sentence).strip() or sentence
    sentence = sentence[0].upper() + sentence[1:] if sentence else sentence
    for find in (
        _numbers,
        _additions,
        _omissions,
        _strength,
        _addressed,
        _repetitions,
        _owners,
        _poles,
        _permissions,
        _negated,
        joined,
        moved,
        instructed,
    ):
        problem = find(sentence, note, context)
        if problem:
            return Verdict(False, 0.0, problem)
    return check_support(sentence, note, context)


def _numbers(sentence: str, note: str, context: str) -> str:
    missing = numbers(note) - numbers(sentence)
    return f"number left out: {min(missing)}" if missing else ""


def _additions(sentence: str, note: str, context: str) -> str:
    """Refuses every word of meaning that the note does not have, the employee's own words too.

    What the employee said is no fact of the page: "when bullying is reported, find out what bothers you"
    is made of the question and the note, and says what neither does.
    """
    added = content_stems(sentence) - content_stems(note) - WORDING_STEMS
    added |= (LIGHT_VERBS & set(tokens(sentence))) - set(tokens(note))
    return f"added: {min(added)}" if added else ""


def _omissions(sentence: str, note: str, context: str) -> str:
    missing = content_stems(note) - content_stems(sentence) - WORDING_STEMS
    return f"left out: {min(missing)}" if missing else ""


def _strength(sentence: str, note: str, context: str) -> str:
    """Refuses "people" for "some people", and "can" for "must"."""
    for classes in (LIMITS, OBLIGATIONS):
        if phrases_in(sentence, classes) != phrases_in(note, classes):
            return "strength differs"
    return ""


def _addressed(sentence: str, note: str, context: str) -> str:
    """Refuses an employee who is put where the note has somebody else, or nobody."""
    said, meant = tokens(sentence), tokens(note)
    more = said.count("you") > meant.count("you") or said.count("your") > meant.count("your")
    return "the employee was put into it" if more else ""


def _repetitions(sentence: str, note: str, context: str) -> str:
    """Refuses a sentence that says a word of the note more often than the note does."""
    said, meant = Counter(stem_list(sentence)), Counter(stem_list(f"{note} {context}"))
    repeated = [word for word, count in said.items() if count > max(1, meant[word])]
    return f"repeated: {min(repeated)}" if repeated else ""


def _poles(sentence: str, note: str, context: str) -> str:
    """Refuses "last" where the note has "first"."""
    changed = (POLES & set(tokens(sentence))) ^ (POLES & set(tokens(note)))
    return f"turned round: {min(changed)}" if changed else ""


def _permissions(sentence: str, note: str, context: str) -> str:
    """Refuses a fact made a possibility, also where the note permits something in other words."""
    said, meant = tokens(sentence), set(tokens(note))
    for subject, word in pairwise(["", *said]):
        if word in PERMISSIONS and not meant & (PERMISSIONS | ABILITIES):
            return "made a possibility"
        if word in ABILITIES and subject != "you" and not meant & (PERMISSIONS | ABILITIES):
            return "made a possibility"
    return ""


def _negated(sentence: str, note: str, context: str) -> str:
    """Refuses a negation that has wandered to another word."""
    return "another thing is negated" if _negated_stems(sentence) != _negated_stems(note) else ""


def _negated_stems(text: str) -> set[str]:
    """Returns the stem that follows each negation in its clause, or the one before it at the clause's end."""
    found: set[str] = set()
    for clause in re.split(r"[,;:.]\s", text):
        words = " ".join(tokens(clause)).replace("n't", " not").split()
        for position, word in enumerate(words):
            phrase = " ".join(words[position : position + 2])
            if word in NEGATIONS or phrase in NEGATIONS:
                after = [w for w in words[position + 1 :] if w not in FUNCTION_WORDS and w not in NEGATIONS]
                before = [w for w in words[:position] if w not in FUNCTION_WORDS and w not in NEGATIONS]
                found.add(stem(after[0] if after else before[-1] if before else ""))
    return found


def _owners(sentence: str, note: str, context: str) -> str:
    """Refuses "your manager" where the note has "that colleague's manager"."""
    owners = set(POSSESSIVE.findall(note)) - {"it", "that", "let", "there", "what"}
    kept = set(POSSESSIVE.findall(sentence))
    if owners - kept and not THIRD_PERSON.search(sentence):
        return f"whose it is was lost: {min(owners - kept)}"
    if THIRD_PERSON.search(note) and not THIRD_PERSON.search(sentence) and not kept:
        return "whose it is was lost"
    return ""
