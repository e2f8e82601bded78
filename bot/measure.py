"""Measures the NLU pipeline of config.yml on labelled messages: python -m bot.measure --help."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Sequence, Text

import numpy as np

import bot.__main__  # noqa: F401 - quietens Rasa's dependencies  # isort: skip
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.utils.io import read_yaml_file, write_yaml
from rasa.utils.log_utils import configure_structlog
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from bot.confusion import draw

OUT_OF_SCOPE, FALLBACK = "out_of_scope", "nlu_fallback"
# Rasa's own default for a new project (rasa init, 3.6), as a user would have it without this project.
DIET = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]
Rows = Sequence[Dict[Text, Text]]


def train(rows: Rows, pipeline: List[Dict[Text, Any]], folder: Path) -> Agent:
    """Trains a pipeline on rows of {"text", "intent"} and returns the agent that it makes."""
    examples: Dict[Text, List[Text]] = {}
    for row in rows:
        examples.setdefault(row["intent"], []).append(" ".join(row["text"].split()))
    nlu = [
        {"intent": name, "examples": "".join(f"- {text}\n" for text in texts)}
        for name, texts in examples.items()
    ]
    write_yaml({"version": "3.1", "nlu": nlu}, folder / "nlu.yml")
    config = {"recipe": "default.v1", "language": "en", "assistant_id": "measured", "pipeline": pipeline}
    write_yaml(config, folder / "config.yml")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder / "models"))
    return Agent.load(model)


def predict(agent: Agent, texts: Sequence[Text]) -> List[Dict[Text, Any]]:
    """Returns, a message at a time, {"ranking": [(intent, confidence)], "sure", "rejected", "ms"}."""

    async def parse_all() -> List[Dict[Text, Any]]:
        found = []
        await agent.parse_message("warm up")
        for text in texts:
            started = time.perf_counter()
            parsed = await agent.parse_message(text)
            spent = (time.perf_counter() - started) * 1000
            ranking = [(i["name"], i["confidence"]) for i in parsed["intent_ranking"]]
            rejected = ranking[0][0] in (FALLBACK, OUT_OF_SCOPE)
            ranking = [pair for pair in ranking if pair[0] != FALLBACK]
            best = max([c for name, c in ranking if name != OUT_OF_SCOPE], default=0.0)
            sure = parsed.get("familiarity", best)
            found.append({"ranking": ranking, "sure": sure, "rejected": rejected, "ms": spent})
        return found

    return asyncio.run(parse_all())


def figures(found: Sequence[Dict[Text, Any]], truth: Sequence[Text]) -> Dict[Text, Any]:
    """Returns accuracy over in-scope rows and how well out-of-scope rows are told from them.

    A message's out-of-scope score is its unfamiliarity; of a pipeline that knows none, one less the
    confidence of its best intent in scope.
    """
    best = [f["ranking"][0][0] for f in found]
    known = np.array([intent != OUT_OF_SCOPE for intent in truth])
    right = np.array([b == t for b, t in zip(best, truth)])
    rejected = np.array([f["rejected"] for f in found])
    both = known.any() and not known.all()
    return {
        "accuracy": _mean(right[known]),
        "oos_auroc": round(float(roc_auc_score(~known, [1 - f["sure"] for f in found])), 4) if both else None,
        "oos_recall": _mean(rejected[~known]),
        "in_scope_rejected": _mean(rejected[known]),
        "ms_per_message": round(float(np.median([f["ms"] for f in found])), 2),
    }


def _mean(values: np.ndarray) -> Any:
    return round(float(values.mean()), 4) if len(values) else None


def measure(training: Rows, test: Rows, pipeline: List[Dict[Text, Any]]) -> Dict[Text, Any]:
    """Trains on one set of rows and measures on the other."""
    with tempfile.TemporaryDirectory() as folder:
        # Rasa's cache would lend this training the work of an earlier one.
        os.environ["RASA_CACHE_DIRECTORY"] = folder
        started = time.perf_counter()
        agent = train(training, pipeline, Path(folder))
        spent = time.perf_counter() - started
        found = predict(agent, [row["text"] for row in test])
    return {**figures(found, [row["intent"] for row in test]), "train_s": round(spent, 1)}


def cross_validate(rows: Rows, pipeline: List[Dict[Text, Any]], folds: int) -> Dict[Text, Any]:
    """Returns the figures and confusions of messages predicted by pipelines that have not seen them."""
    truth = np.array([row["intent"] for row in rows])
    found: List[Any] = [None] * len(rows)
    splits = StratifiedKFold(folds, shuffle=True, random_state=0).split(truth, truth)
    for seen, unseen in splits:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["RASA_CACHE_DIRECTORY"] = folder
            agent = train([rows[n] for n in seen], pipeline, Path(folder))
            for n, prediction in zip(unseen, predict(agent, [rows[n]["text"] for n in unseen])):
                found[n] = prediction
    confusions: Dict[Text, Dict[Text, int]] = {}
    for intent, prediction in zip(truth, found):
        named = confusions.setdefault(intent, {})
        best = prediction["ranking"][0][0]
        named[best] = named.get(best, 0) + 1
    return {**figures(found, list(truth)), "folds": folds, "confusions": confusions}


def read_rows(file: Path) -> Rows:
    """Reads JSON Lines of {"text", "intent"}, or a folder of Rasa's training data."""
    if file.is_dir():
        examples = load_data(str(file)).intent_examples
        return [{"text": e.get(TEXT), "intent": e.get(INTENT)} for e in examples]
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Prints one JSON document with the figures, and the baseline's where asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--train", type=Path, required=True)
    options.add_argument("--test", type=Path)
    options.add_argument("--folds", type=int, default=0, help="cross-validate instead of testing")
    options.add_argument("--picture", type=Path, help="where to draw the folds' confusions, as PNG")
    options.add_argument("--baseline", choices=["diet"])
    given = options.parse_args()
    # Rasa logs every parsed message at DEBUG, its text included.
    configure_structlog(logging.ERROR)
    pipeline = read_yaml_file("config.yml")["pipeline"]
    training = read_rows(given.train)
    if given.folds:
        result = cross_validate(training, pipeline, given.folds)
        if given.picture:
            draw(result["confusions"], given.picture)
        print(json.dumps(result))
        return
    if given.test is None:
        options.error("--test FILE or --folds N is needed")
    test = read_rows(given.test)
    result = measure(training, test, pipeline)
    if given.baseline:
        result = {**result, "baseline": {given.baseline: measure(training, test, DIET)}}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
