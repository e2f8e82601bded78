"""Fits knowledge/search/answerable.json: .venv/bin/python -m benchmarks.fit_search.

Fitted on the development part of our own questions. Prints what the signals are worth.
"""

import json
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from benchmarks.questions import own_questions
from knowledge.ingest.page import Page, page_files, read_page
from knowledge.search import answerable
from knowledge.search.encoder import Encoder
from knowledge.search.index import SearchIndex
from knowledge.search.ranking import rank
from knowledge.search.synonyms import SHIPPED
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings

Cases = list[tuple[str, bool]]


def signals(pages: list[Page], cases: Cases, encoder: Encoder) -> NDArray[np.float64]:
    """Returns each question's signals, (cases, signals)."""
    with tempfile.TemporaryDirectory() as folder:
        versions = Versions(Path(folder))
        versions.publish(pages, encoder, synonyms=SHIPPED.read_text(encoding="utf-8"))
        index = SearchIndex.load(versions.path(1), encoder)
        model = answerable.Answerable(index)
        rows = []
        for question, _ in cases:
            words = index.reworded(question)
            read = encoder.read(words)
            rows.append(model.signals(read, rank(index, read, words)))
    return np.array(rows)


def main() -> None:
    """Fits, prints what each signal and all of them are worth, and writes the weights."""
    settings = knowledge_settings()
    encoder = Encoder(settings.encoder)
    pages = [read_page(file, settings.library) for file in page_files(settings.library)]
    cases = [(item["question"], bool(item["gold"])) for item in own_questions("development")]
    rows, truth = signals(pages, cases, encoder), np.array([answered for _, answered in cases])
    model = LogisticRegression(C=100, max_iter=1000, class_weight="balanced")
    folded = cross_val_predict(model, rows, truth, cv=10, method="predict_proba")[:, 1]
    for number, name in enumerate(answerable.Answerable.NAMES):
        print(f"AUROC of {name} alone {roc_auc_score(truth, rows[:, number]):.3f}")
    print(f"AUROC out of fold {roc_auc_score(truth, folded):.3f}")
    model.fit(rows, truth)
    fitted = {
        "signals": list(answerable.Answerable.NAMES),
        "weights": [round(float(w), 4) for w in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
    }
    answerable.MODEL.write_text(json.dumps(fitted) + "\n", encoding="utf-8")
    print(json.dumps(fitted))


if __name__ == "__main__":
    main()
