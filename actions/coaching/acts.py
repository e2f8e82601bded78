"""What a turn does in a conversation: tells something, asks for advice, doubts, accepts a plan, and so on.

The weights in acts.npz are fitted by benchmarks/fit_acts.py on examples of the project.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from actions.coaching.vectors import Encode

ARTEFACT = Path(__file__).with_name("acts.npz")
ACTS = (
    "tells",
    "asks_facts",
    "requests",
    "asks_advice",
    "doubts",
    "accepts",
    "wants_change",
    "unsure",
    "stops",
    "pauses",
    "new_goal",
    "asks_back",
    "off_topic",
)
MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\?\W*$",
        r"\?.",
        r"^(?:\W|\w+ )?(?:what|how|why|when|where|who|which|whose)\b",
        r"^(?:\w+,? )?(?:do|does|did|is|are|was|can|could|will|would|should|may|have|has)n?'?t? "
        r"(?:i|you|we|he|she|they|it|there|this|that|one)\b",
        r"\b(?:i|i'm|i've|i'd|i'll)\b",
        r"\b(?:me|my|myself|mine)\b",
        r"\b(?:we|our|us)\b",
        r"\b(?:you|your|you're|you'd|you've)\b",
        r"\b(?:he|she|they|him|her|them|his|their)\b",
        r"^(?:please|kindly|could you|can you|would you|tell me|show me|give me)\b",
        r"^(?:yes|yeah|yep|ok|okay|sure|sounds|fine|agreed|perfect|correct)\b",
        r"^(?:no|nope|not)\b",
        r"\b(?:i'll|i will|i'd like|i want|i could|i might|i should)\b",
        r"\b(?:was|were|had|did|said|told|asked|gave|went|came|took|\w{3,}ed)\b",
        r"\b(?:policy|rule|rules|company|allowed|form|budget|procedure)\b",
    )
)


class ActClassifier:
    """A softmax regression on a sentence's vector and the marks of its wording; encode gives unit vectors."""

    def __init__(self, encode: Encode, artefact: Path = ARTEFACT) -> None:
        self._encode = encode
        with np.load(artefact) as weights:
            self._weights = np.asarray(weights["weights"], dtype=np.float32)
            self._bias = np.asarray(weights["bias"], dtype=np.float32)

    def acts(self, text: str) -> Mapping[str, float]:
        """Returns how likely each act of ACTS is, summing to 1; no act counts as commoner beforehand."""
        scores = (features([text], self._encode) @ self._weights + self._bias)[0]
        powers = np.exp(scores - scores.max())
        return dict(zip(ACTS, (powers / powers.sum()).tolist(), strict=True))


def features(texts: Sequence[str], encode: Encode) -> NDArray[np.float32]:
    """Returns what the classifier sees of each text: its vector and the marks of its wording, (n, d + m)."""
    plain = [text.replace("’", "'").strip() for text in texts]
    wording = np.array([_wording(text) for text in plain], dtype=np.float32)
    return np.hstack([encode(plain), wording])


def _wording(text: str) -> list[float]:
    small = text.lower()
    count = len(small.split())
    return [
        *(float(bool(mark.search(small))) for mark in MARKS),
        *(float(count <= most) for most in (2, 5, 9, 16, 30)),
        min(len(re.findall(r"[.!?]+(?:\s|$)", small)), 5) / 5,
    ]
