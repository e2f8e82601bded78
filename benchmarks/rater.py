"""A second rater of coach behaviour, so that the coach is not marked by its own classifier alone.

It knows words, not meanings: support vectors over hashed word pairs, and rules for written sentences.
benchmarks/data/rater.npz was fitted by benchmarks/fit_behaviour.py on half of the dialogues of Wu et al.
2022, "AnnoMI: A dataset of expert-annotated counselling dialogues", ICASSP 2022, and holds no words of them.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from actions.coaching.behaviour import LABELS

ARTEFACT = Path(__file__).with_name("data") / "rater.npz"
BUCKETS = 2**14
# Words of this many letters carry the matter of a sentence.
LONG = 4

PIECE = re.compile(r"[a-z']+|[?]|\d+")
# A question by its form: it opens with a question word or a verb, and ends with its mark.
ASKS = re.compile(
    r"(?:(?:so|and|okay|but|well|now)[\s,]+)*"
    r"(?:what|how|why|when|where|who|which|do|does|did|is|are|was|were|can|could|will|would|have|has|had"
    r"|should|may|shall|any)\b[^.!?]*\?"
)
INVITES = re.compile(r"(?:tell me|say more)\b[^.!?]*[.?]?")
GREETS = re.compile(
    r"(?:hello|hi|welcome|thanks?|goodbye|bye|see you|come back|have a good|good (?:morning|afternoon|luck))"
    r"\b[^.!?]*\.?"
)
# What the coach says of themselves, unless it is how they hear the other person.
OF_ITSELF = re.compile(
    r"i(?:'m|'ve|'ll|'d)?\b(?! (?:also )?(?:hear|hearing|heard|sense|wonder|guess|imagine|get|see|think)\b)"
    r"[^.!?]*\."
)
ADVISES = re.compile(
    r"(?:(?:maybe|perhaps|then) )?you (?:can|could|should|might|may)\b[^.!?]*\.|it helps to\b.*\."
)
# A reflection points at a person or back at what was said; a sentence that does neither tells something.
POINTS = re.compile(
    r"\b(?:i|me|my|we|us|our|you|your|yours|yourself|it|that|this|these|those|there|he|she|they|him|her|them"
    r"|thanks?|welcome|hello|hi|bye)\b"
)
TELLS = re.compile(r"(?:[a-z'\d,:;-]+\s+){3,}[a-z'\d-]+\.")


class SecondRater:
    """Labels single sentences; built on nothing that BehaviourClassifier is built on."""

    def __init__(self, artefact: Path = ARTEFACT) -> None:
        with np.load(artefact) as fitted:
            self._weights = {name: fitted[name].astype(np.float32) for name in fitted.files}

    def label(self, before: str, text: str) -> str:
        """Returns one of LABELS; before is what the other person said just before, or ""."""
        plain = _plain(text)
        if ASKS.fullmatch(plain) or INVITES.fullmatch(plain):
            return "question"
        if GREETS.fullmatch(plain):
            return "other"
        scores = word_pairs([text]) @ self._weights["label"] + self._weights["label_bias"]
        best = LABELS[int(scores.argmax())]
        return _reconsidered(plain) if best == "reflection" else best

    def is_complex(self, before: str, text: str) -> bool | None:
        """Returns whether a reflection goes beyond the words just heard; None where it is no reflection."""
        if self.label(before, text) != "reflection":
            return None
        score = word_pairs([text]) @ self._weights["complex"] + self._weights["complex_bias"]
        return bool(score[0] > 0) and not _repeats(before, text)


def word_pairs(texts: Sequence[str]) -> Any:
    """Returns hashed words and pairs of neighbouring words, a sparse (n, BUCKETS), each row of length one."""
    return _hasher().transform([f"< {' '.join(PIECE.findall(_plain(text)))} >" for text in texts])


def _hasher() -> HashingVectorizer:
    return HashingVectorizer(
        n_features=BUCKETS,
        ngram_range=(1, 2),
        token_pattern=r"\S+",
        lowercase=False,
        binary=True,
        alternate_sign=False,
    )


def _plain(text: str) -> str:
    """Returns the text in lower case on one line, with plain apostrophes."""
    return " ".join(text.replace("’", "'").lower().split())


def _reconsidered(plain: str) -> str:
    """Returns what a single sentence that sounds like a reflection is by its form."""
    if OF_ITSELF.fullmatch(plain):
        return "other"
    if ADVISES.fullmatch(plain) or (TELLS.fullmatch(plain) and not POINTS.search(plain)):
        return "therapist_input"
    return "reflection"


def _repeats(before: str, text: str) -> bool:
    """Returns whether every longer word of the text was heard just before."""
    heard, said = (
        {piece for piece in PIECE.findall(_plain(part)) if len(piece) >= LONG} for part in (before, text)
    )
    return bool(said) and said <= heard
