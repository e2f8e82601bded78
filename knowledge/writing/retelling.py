"""Does a sentence retell one note, whole and without additions? The strict check of the writer.

The general check (support.py) asks whether a passage supports a sentence. The writer's task is
narrower, one note in and one sentence out, so more can be asked: all numbers, hardly a word
added, little left out, and everybody in the role that the note gives them.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

from knowledge.writing.lexicon import (
    ABILITIES,
    FUNCTION_WORDS,
    NEGATIONS,
    PERMISSIONS,
    POLES,
    ROLES,
    WORDINGS,
    content_stems,
    stem,
    tokens,
)
from knowledge.writing.support import Verdict, check_support, numbers

# Words that neither note nor question has, and words of the note that are missing: shares.
MAX_ADDED, MAX_LEFT_OUT = 0.12, 0.2
# Beyond this likeness of the word sequences a sentence is the note itself.
REPEATED = 0.88
POSSESSIVE = re.compile(r"\b(\w+)['’]s?\b(?=\s+\w)")
CLAUSE_START = re.compile(r"(?:^|[,:;]\s+)(\w+)")
THIRD_PERSON = re.compile(r"\b(?:his|her|their|its)\b", re.I)


def repeats(sentence: str, note: str) -> bool:
    """Says whether the sentence is the note with hardly a word moved."""
    said, meant = tokens(sentence), tokens(note)
    return SequenceMatcher(None, said, meant, autojunk=False).ratio() > REPEATED


def retells(sentence: str, note: str, context: str = "") -> Verdict:
    """Compares a sentence with the one note it should say; context is what the employee said."""
    for find in (
        _numbers,
        _additions,
        _omissions,
        _repetitions,
        _roles,
        _owners,
        _poles,
        _permissions,
        _negated,
        _moved,
        _instructions,
    ):
        problem = find(sentence, note, context)
        if problem:
            return Verdict(False, 0.0, problem)
    return check_support(sentence, note, context)


def _numbers(sentence: str, note: str, context: str) -> str:
    missing = numbers(note) - numbers(sentence)
    return f"number left out: {min(missing)}" if missing else ""


def _additions(sentence: str, note: str, context: str) -> str:
    said = content_stems(sentence)
    added = said - content_stems(note) - content_stems(context) - {stem(word) for word in WORDINGS}
    return f"added: {min(added)}" if said and len(added) / len(said) > MAX_ADDED else ""


def _omissions(sentence: str, note: str, context: str) -> str:
    meant = content_stems(note)
    missing = meant - content_stems(sentence)
    return f"left out: {min(missing)}" if meant and len(missing) / len(meant) > MAX_LEFT_OUT else ""


def _repetitions(sentence: str, note: str, context: str) -> str:
    """Refuses a sentence that says a word of the note more often than the note does."""
    said, meant = _counts(sentence), _counts(note) + _counts(context)
    repeated = [word for word, count in said.items() if count > max(1, meant[word])]
    return f"repeated: {min(repeated)}" if repeated else ""


def _counts(text: str) -> Counter[str]:
    return Counter(stem(word) for word in tokens(text) if word not in FUNCTION_WORDS)


def _roles(sentence: str, note: str, context: str) -> str:
    """Refuses somebody who acts in the sentence and is not in the note."""
    named = content_stems(note)
    added = {role for role in ROLES & set(tokens(sentence)) if stem(role) not in named}
    return f"somebody added: {min(added)}" if added else ""


def _poles(sentence: str, note: str, context: str) -> str:
    """Refuses "last" where the note has "first"."""
    changed = (POLES & set(tokens(sentence))) ^ (POLES & set(tokens(note)))
    return f"turned round: {min(changed)}" if changed else ""


def _permissions(sentence: str, note: str, context: str) -> str:
    """Refuses a fact made a possibility; "you can" before advice is only a manner of speaking."""
    said, meant = tokens(sentence), set(tokens(note))
    for subject, word in pairwise(["", *said]):
        if word in PERMISSIONS and not meant & (PERMISSIONS | ABILITIES):
            return "made a possibility"
        if word in ABILITIES and subject != "you" and not meant & (PERMISSIONS | ABILITIES):
            return "made a possibility"
    return ""


def _negated(sentence: str, note: str, context: str) -> str:
    """Refuses a negation that has wandered to another word."""
    return "another thing is negated" if negated_stems(sentence) != negated_stems(note) else ""


def negated_stems(text: str) -> set[str]:
    """Returns the stem that follows each negation."""
    found: set[str] = set()
    words = " ".join(tokens(text)).replace("n't", " not").split()
    for position, word in enumerate(words):
        phrase = f"{word} {words[position + 1]}" if position + 1 < len(words) else word
        if word in NEGATIONS or phrase in NEGATIONS:
            following = (w for w in words[position + 1 :] if w not in FUNCTION_WORDS and w not in NEGATIONS)
            found.add(stem(next(following, "")))
    return found


def _moved(sentence: str, note: str, context: str) -> str:
    """Refuses words in another order, but for one clause that changed places.

    Who does what to whom stands in the order of words: "A tells B" has all the words of "B tells A".
    """
    places = {word: place for place, word in reversed(list(enumerate(_sequence(note))))}
    order = [places[word] for word in _sequence(sentence) if word in places]
    falls = sum(other < one for one, other in pairwise(order))
    return "words changed places" if falls > 1 else ""


def _sequence(text: str) -> list[str]:
    """Returns the stems of the words that carry meaning and of the numbers, in order, each once."""
    return list(dict.fromkeys(stem(word) for word in tokens(text) if word not in FUNCTION_WORDS))


def _owners(sentence: str, note: str, context: str) -> str:
    """Refuses "your manager" where the note has "that colleague's manager"."""
    owners = set(POSSESSIVE.findall(note)) - {"it", "that", "let", "there", "what"}
    kept = set(POSSESSIVE.findall(sentence))
    if owners - kept and not THIRD_PERSON.search(sentence):
        return f"whose it is was lost: {min(owners - kept)}"
    if THIRD_PERSON.search(note) and not THIRD_PERSON.search(sentence) and not kept:
        return "whose it is was lost"
    return ""


def _instructions(sentence: str, note: str, context: str) -> str:
    """Refuses "tell people" where the note has "this tells people"."""
    known = set(tokens(note)) | set(tokens(context))
    stated = {stem(word): word for word in tokens(note) if word.endswith("s")}
    for match in CLAUSE_START.finditer(sentence):
        word = match.group(1).lower()
        if word not in known and word not in FUNCTION_WORDS and stem(word) in stated:
            return f"made an instruction: {word}"
        if word in ("tell", "say") and word not in known:
            return f"made an instruction: {word}"
    return ""
