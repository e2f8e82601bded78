"""Decides, before anything else looks at a message, whether it may mean danger to somebody."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Literal

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, make_union
from sklearn.svm import SVC

from actions.coaching.vectors import Encode, cached_vectors

FOLDER = Path(__file__).parent
MOVES = FOLDER.parents[1] / "coaching" / "moves"
CRISIS: Literal["crisis"] = "crisis"
CARE: Literal["care"] = "care"
Level = Literal["crisis", "care"]
# Questions, situations as they are told, and answers in a session: none of them means danger.
ORDINARY = ("ordinary.txt", "talk-situations.txt", "talk-answers.txt")
# From the first score on, coaching stops; from the second, the help lines stand beside it. The vectors see
# despair better than danger, so much that is only said with feeling lies between: there, a person in danger
# finds help, and one who is tired of the third reorganisation is not sent away. In a session, where most of
# what is said answers the coach's question, more is needed.
STOPS, CARES, CARES_IN_SESSION = 0.75, -0.25, 0.25
# Said in so many words, whatever the classifier thinks of the rest of the message.
EXPLICIT = re.compile(
    r"\b(?:"
    r"(?:kill|hang|shoot|drown|harm|hurt|cut|cutting|poison)(?:ing)? ?"
    r"(?:my ?self|him ?self|her ?self|them ?sel(?:f|ves))"
    r"|(?:end|take|taking|ending) (?:my|his|her|their) (?:own )?li(?:fe|ves)"
    r"|(?:want|wish|wanna|going|ready|better) (?:to |i was |i were |off )?"
    r"(?:die|dead)(?! of| from| laughing| on th)"
    r"|kms|suicidal (?!discount|pric)|commit(?:ting)? suicide|attempted suicide|suicide note"
    r"|(?:don'?t|do not) want to (?:live|be alive|wake up|exist)"
    r"|(?:no|any) (?:reason|point) (?:to|in) liv(?:e|ing)"
    r")\b"
)
# Sentences are judged one by one too, so that danger is not diluted in a long message.
SENTENCE = re.compile(r"[.!?\n]+")
MAX_SENTENCES = 40


class SafetyRouter:
    """Rules for what is said outright; for the rest two classifiers that see a message differently.

    A logistic regression reads sentence vectors and wording, a support vector machine the vectors'
    neighbourhoods. encode gives sentence vectors, (n, d); cache is a folder that keeps those of the examples.
    """

    def __init__(self, encode: Encode, cache: Path) -> None:
        texts, danger = _examples()
        self._encode = encode
        self._wording: FeatureUnion = make_union(
            TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
        )
        wording = self._wording.fit_transform(texts)
        vectors = cached_vectors(texts, encode, cache, "safety")
        features = hstack([csr_matrix(vectors), wording])
        self._linear = LogisticRegression(C=10.0, max_iter=3000, class_weight="balanced")
        self._linear.fit(features, danger)
        self._near = SVC(C=10.0, gamma=1.0, class_weight="balanced").fit(vectors, danger)
        self._scales = (
            _spread(self._linear.decision_function(features)),
            _spread(self._near.decision_function(vectors)),
        )

    def judge(self, text: str, *, in_session: bool = False) -> Level | None:
        """Returns "crisis" where coaching stops, "care" where it goes on beside the help lines, or None."""
        if EXPLICIT.search(plain(text)):
            return CRISIS
        score = self.score(text)
        if score >= STOPS:
            return CRISIS
        return CARE if score >= (CARES_IN_SESSION if in_session else CARES) else None

    def score(self, text: str) -> float:
        """Returns how much a message, or its worst sentence, sounds like danger; 0 is undecided."""
        message = plain(text)
        sentences = [part.strip() for part in SENTENCE.split(message) if len(part.split()) > 2]
        parts = [message, *(sentences[:MAX_SENTENCES] if len(sentences) > 1 else [])]
        vectors = self._encode(parts)
        linear = self._linear.decision_function(hstack([csr_matrix(vectors), self._wording.transform(parts)]))
        near = self._near.decision_function(vectors)
        return float((linear / self._scales[0] + near / self._scales[1]).max())


def _spread(scores: NDArray[np.float64]) -> float:
    """Returns the standard deviation, 1 where all scores are alike."""
    return float(scores.std()) or 1.0


def plain(text: str) -> str:
    """Returns the text in lower case with look-alike characters, dashes and spacing unified."""
    folded = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    visible = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def _examples() -> tuple[list[str], list[bool]]:
    """Returns the training texts and whether each means danger."""
    lines = (FOLDER / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    ordinary = [
        line for name in ORDINARY for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()
    ]
    ordinary += _of_coaching()
    danger = [example["label"] == CRISIS for example in labelled] + [False] * len(ordinary)
    texts = [plain(example["text"]) for example in labelled] + [plain(text) for text in ordinary]
    more = (FOLDER / "danger.txt").read_text(encoding="utf-8").splitlines()
    return texts + [plain(text) for text in more], danger + [True] * len(more)


def _of_coaching() -> list[str]:
    """Returns what else is said to a coach: themes of situations, plans that only sound harmful."""
    themes = yaml.safe_load((MOVES / "themes.yml").read_text(encoding="utf-8"))["themes"]
    plans = yaml.safe_load((MOVES / "harm.yml").read_text(encoding="utf-8"))["harmless"]
    return [text for theme in themes.values() for text in theme["says"]] + [
        text for texts in plans.values() for text in texts
    ]
