"""How well the shipped classifier of coach behaviour agrees with experts on dialogues it has not seen."""

from pathlib import Path
from typing import Any

from sklearn.metrics import f1_score

from actions.coaching.behaviour import LABELS, BehaviourClassifier
from benchmarks.annomi import read_coach_turns
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings


def measure_fidelity(path: Path) -> dict[str, Any]:
    """Takes a file with AnnoMI's columns; returns macro-F1 over LABELS and each label's F1.

    Nothing is fitted on the file. Raises LibraryError in one line for a file that cannot be used.
    """
    turns = read_coach_turns(path)
    classifier = BehaviourClassifier(Encoder(knowledge_settings().encoder).encode)
    predicted = classifier.labels([(turn.before, turn.text) for turn in turns])
    return agreement([turn.label for turn in turns], predicted)


def agreement(truth: list[str], predicted: list[str]) -> dict[str, Any]:
    """Returns macro-F1 and each label's F1, rounded to a thousandth; a label that never occurs counts 0."""
    scores = f1_score(truth, predicted, labels=LABELS, average=None, zero_division=0.0)
    return {
        "macro_f1": round(float(scores.mean()), 3),
        "per_class": {label: round(float(score), 3) for label, score in zip(LABELS, scores, strict=True)},
    }
