"""What a good written answer has, as checks that can be counted."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.words import tokens
from knowledge.writing.sentences import is_question, split_sentences, words

MOST_WORDS = 120
# Beyond this likeness a sentence gives the asker's own words back.
PARROTS = 0.75
FLATTERY = re.compile(
    r"\b(?:great|good|excellent|wonderful|amazing) (?:question|job|idea)\b|\bwell done\b", re.I
)
INSTRUCTIONS = (
    "agree|ask|book|bring|call|check|choose|describe|end|enter|find|give|keep|let|list|listen|look|make sure"
    "|mark|name|offer|open|pick|plan|practise|prepare|put|read|report|say|send|set|share|show|split|start|stop"
    "|take|talk|tell|thank|try|use|wait|write"
)
# An instruction, or an offer of one: "Ask …", "Before you go, ask …", "you can ask …".
TO_TRY = re.compile(
    rf"(?:^|[,;:] )(?:then |and |so )?(?:{INSTRUCTIONS})\b|\byou (?:can|may|could|should|must)\b", re.I
)


def rubric(question: str, sentences: Sequence[str], looked_up: bool) -> dict[str, bool]:
    """Returns which checks a reply to the question passes; looked_up says that no question need follow."""
    text = " ".join(sentences)
    parts = split_sentences(text)
    asked = [part for part in parts if is_question(part) and not part.endswith(('"', "”"))]
    return {
        "short_enough": words(text) <= MOST_WORDS,
        "something_to_try": any(TO_TRY.search(part) for part in parts),
        "closes_with_a_question": looked_up or parts[-1:] == asked[-1:],
        "at_most_one_question": len(asked) <= 1,
        "no_flattery": not FLATTERY.search(text),
        "does_not_parrot": all(_likeness(part, question) < PARROTS for part in parts),
    }


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, tokens(one), tokens(other), autojunk=False).ratio()
