"""Does a sentence retell one note, whole and without additions? The strict check of the writer.

The general check (support.py) asks whether a passage supports a sentence. The writer's task is
narrower, one note in and one sentence out, so more can be asked: all numbers, hardly a word
added, little left out, and everybody in the role that the note gives them.
"""

import re
from collections import Counter

from knowledge.writing.lexicon import FUNCTION_WORDS, content_stems, stem, tokens
from knowledge.writing.support import Verdict, check_support, numbers

# Words that neither note nor question has, and words of the note that are missing: shares.
MAX_ADDED, MAX_LEFT_OUT = 0.12, 0.3
POSSESSIVE = re.compile(r"\b(\w+)['’]s?\b(?=\s+\w)")
CLAUSE_START = re.compile(r"(?:^|[,:;]\s+)(\w+)")
THIRD_PERSON = re.compile(r"\b(?:his|her|their|its)\b", re.I)


def retells(sentence: str, note: str, context: str = "") -> Verdict:
    """Compares a sentence with the one note it should say; context is what the employee said."""
    for find in (_numbers, _additions, _omissions, _repetitions, _roles, _instructions):
        problem = find(sentence, note, context)
        if problem:
            return Verdict(False, 0.0, problem)
    return check_support(sentence, note, context)


def _numbers(sentence: str, note: str, context: str) -> str:
    missing = numbers(note) - numbers(sentence)
    return f"number left out: {min(missing)}" if missing else ""


def _additions(sentence: str, note: str, context: str) -> str:
    said = content_stems(sentence)
    added = said - content_stems(note) - content_stems(context)
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
