"""Fits both raters of coach behaviour: .venv/bin/python -m benchmarks.fit_behaviour CSV [--check].

Writes actions/coaching/behaviour.npz and benchmarks/data/rater.npz from dialogues with AnnoMI's columns,
the same from the same file; --check writes nothing and prints how each does on dialogues left out.
About a minute.
"""

import argparse
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.svm import LinearSVC

from actions.coaching import behaviour
from actions.coaching.behaviour import LABELS, BehaviourClassifier, Encode, spoken
from benchmarks import rater
from benchmarks.annomi import CoachTurn, read_coach_turns
from benchmarks.fidelity import agreement
from benchmarks.figures import share
from benchmarks.rater import SecondRater
from knowledge.errors import LibraryError
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings

# How far weights may go: a smaller number holds them nearer to nought.
CLASSIFIER_REACH, LABEL_REACH, DEPTH_REACH = 0.25, 0.2, 0.1
# How much a mark of wording that is one standard deviation off counts beside a vector of length one.
MARK_SCALE = 0.15
FOLDS, SEED = 5, 0
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
Weights = dict[str, NDArray[Any]]
Vectors = NDArray[np.float32]


def fit_classifier(features: Vectors, labels: Sequence[str], dimensions: int) -> Weights:
    """Returns BehaviourClassifier's weights; dimensions is the length of a sentence vector."""
    marks = features[:, 2 * dimensions :]
    centre, spread = marks.mean(axis=0), marks.std(axis=0) + 1e-6
    scaled = np.hstack([features[:, : 2 * dimensions], (marks - centre) / spread * MARK_SCALE])
    model = LogisticRegression(C=CLASSIFIER_REACH, class_weight="balanced", max_iter=2000)
    weights = _columns(model.fit(scaled, labels), model.coef_)
    bias = _columns(model, model.intercept_)
    # The classifier takes marks as they are, so their scale goes into the weights.
    weights[2 * dimensions :] *= (MARK_SCALE / spread)[:, None]
    bias = bias - centre @ weights[2 * dimensions :]
    return {"weights": weights.astype(np.float32), "bias": bias.astype(np.float32)}


def fit_rater(turns: Sequence[CoachTurn]) -> Weights:
    """Returns SecondRater's weights, fitted on whole turns and on single sentences of longer ones."""
    sentences = [pair for turn in turns for pair in _sentences(turn)]
    texts = [turn.text for turn in turns] + [text for text, _ in sentences]
    labels = [turn.label for turn in turns] + [label for _, label in sentences]
    model = LinearSVC(C=LABEL_REACH, class_weight="balanced", random_state=SEED)
    model.fit(rater.word_pairs(texts), labels)
    reflections = [turn for turn in turns if turn.is_complex is not None]
    depth = LogisticRegression(C=DEPTH_REACH, class_weight="balanced", max_iter=2000)
    depth.fit(
        rater.word_pairs([turn.text for turn in reflections]), [turn.is_complex for turn in reflections]
    )
    return {
        "label": _columns(model, model.coef_).astype(np.float16),
        "label_bias": _columns(model, model.intercept_).astype(np.float32),
        "complex": depth.coef_[0].astype(np.float16),
        "complex_bias": depth.intercept_.astype(np.float32),
    }


def _columns(model: Any, fitted: NDArray[Any]) -> NDArray[Any]:
    """Returns fitted rows, one for each of the model's classes, as columns in the order of LABELS."""
    order = [list(model.classes_).index(label) for label in LABELS]
    return np.array(fitted[order].T)


def _sentences(turn: CoachTurn) -> list[tuple[str, str]]:
    """Returns the sentences of a longer turn whose label is certain from what the turn contains."""
    parts = [part for part in SENTENCE_END.split(turn.text.strip()) if any(map(str.isalpha, part))]
    stated = turn.contains - {"question"}
    labelled = []
    for part in parts if len(parts) > 1 else []:
        if part.endswith("?") and "question" in turn.contains:
            labelled.append((part, "question"))
        elif len(part.split()) >= 3 and len(stated) == 1:
            labelled.append((part, next(iter(stated))))
        elif len(part.split()) >= 3 and not turn.contains:
            labelled.append((part, "other"))
    return labelled


def fit(turns: Sequence[CoachTurn], encode: Encode, classifier: Path, second: Path) -> None:
    """Fits both raters and writes their artefacts, the same from the same turns."""
    features = behaviour.features([(turn.before, turn.text) for turn in turns], encode)
    dimensions = encode([""]).shape[1]
    _write(classifier, fit_classifier(features, [turn.label for turn in turns], dimensions))
    _write(second, fit_rater(turns))


def _write(file: Path, weights: Weights) -> None:
    np.savez_compressed(file, allow_pickle=False, **weights)


def check(turns: Sequence[CoachTurn], encode: Encode) -> dict[str, Any]:
    """Returns how both agree with the experts on dialogues left out of fitting, five parts in turn.

    complex_right is the share of reflections, seen as such by the second rater, whose depth it tells.
    """
    labels = [turn.label for turn in turns]
    parts = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    first, second, depths = list(labels), list(labels), []
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "behaviour.npz", Path(folder) / "rater.npz"
        for fitted, left_out in parts.split(labels, labels, [turn.transcript for turn in turns]):
            fit([turns[i] for i in fitted], encode, *files)
            classifier, rating = BehaviourClassifier(encode, files[0]), SecondRater(files[1])
            found = classifier.labels([(turns[i].before, turns[i].text) for i in left_out])
            for i, label in zip(left_out, found, strict=True):
                first[i] = label
                second[i] = rating.label(turns[i].before, turns[i].text)
                depths.append((turns[i].is_complex, rating.is_complex(turns[i].before, turns[i].text)))
    told = [truth == seen for truth, seen in depths if truth is not None and seen is not None]
    return {
        "classifier": agreement(labels, first),
        "rater": agreement(labels, second),
        "complex_right": share(sum(told), len(told)),
    }


def remembering(encode: Encode, texts: Sequence[str]) -> Encode:
    """Returns an encoder of these texts that has read them once for all."""
    distinct = list(dict.fromkeys(texts))
    known = dict(zip(distinct, encode(distinct), strict=True))
    return lambda wanted: np.array([known[text] for text in wanted], dtype=np.float32)


def main() -> None:
    """Fits and writes both artefacts, or checks how well fitting does."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("csv", type=Path, help="dialogues with AnnoMI's columns")
    arguments.add_argument(
        "--check", action="store_true", help="measure on dialogues left out; write nothing"
    )
    chosen = arguments.parse_args()
    try:
        turns = read_coach_turns(chosen.csv, fitting=True)
        encoder = Encoder(knowledge_settings().encoder)
    except LibraryError as error:
        raise SystemExit(str(error)) from error
    texts = [spoken(text) for turn in turns for text in (turn.before, turn.text)]
    encode = remembering(encoder.encode, ["", *texts])
    if chosen.check:
        print(json.dumps(check(turns, encode), indent=1))
    else:
        fit(turns, encode, behaviour.ARTEFACT, rater.ARTEFACT)


if __name__ == "__main__":
    main()
