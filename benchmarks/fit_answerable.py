"""Fits knowledge/search/answerable.json on the library's questions: python benchmarks/fit_answerable.py."""

import json
import tempfile
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from knowledge.ingest.page import page_files, read_page
from knowledge.search import answerable
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import CANDIDATES
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings

DATA = Path(__file__).parent / "data"
NAMES = ["best", "coverage"]


def questions() -> list[dict]:
    """Returns the labelled questions: {"id", "question", "gold"}."""
    files = sorted(DATA.glob("questions-*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def main() -> None:
    """Fits on all questions, prints the cross-validated AUROC, and writes the weights."""
    settings = knowledge_settings()
    encoder = Encoder(settings.encoder)
    pages = [read_page(file, settings.library) for file in page_files(settings.library)]
    with tempfile.TemporaryDirectory() as folder:
        versions = Versions(Path(folder))
        versions.publish(pages, encoder)
        _, index, _ = versions.load(encoder)
    gate = answerable.Answerable(index.passages)
    asked = questions()
    rows, right = [], 0
    for item in asked:
        near = index.nearest(encoder.encode([item["question"]])[0], CANDIDATES)
        found = [(index.passages[number], score) for number, score in near]
        rows.append(gate.signals(item["question"], found))
        right += bool(item["gold"]) and found[0][0].document in item["gold"]
    signals = np.array(rows)
    truth = np.array([bool(item["gold"]) for item in asked])
    model = LogisticRegression(C=10, max_iter=1000, class_weight="balanced")
    folded = cross_val_predict(model, signals, truth, cv=10, method="predict_proba")[:, 1]
    print(f"questions {len(asked)}, recall@1 {right / truth.sum():.3f}")
    for number, name in enumerate(NAMES):
        print(f"AUROC of {name} alone {roc_auc_score(truth, signals[:, number]):.3f}")
    print(f"AUROC cross-validated {roc_auc_score(truth, folded):.3f}")
    model.fit(signals, truth)
    fitted = {
        "signals": NAMES,
        "weights": [round(float(w), 4) for w in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
    }
    answerable.MODEL.write_text(json.dumps(fitted) + "\n", encoding="utf-8")
    print(json.dumps(fitted))
    for item, p in sorted(
        zip(asked, folded, strict=True), key=lambda pair: -abs(bool(pair[0]["gold"]) - pair[1])
    )[:25]:
        print(f"{p:.2f} {bool(item['gold'])!s:5} {item['question']}")


if __name__ == "__main__":
    main()
