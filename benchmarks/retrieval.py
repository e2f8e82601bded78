"""How well search finds the page that answers, and how fast, beside BM25 alone and MiniLM alone."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import auroc, percentile
from gateway.cli.output import progress
from knowledge.search.encoder import Encoder
from knowledge.search.index import SearchIndex
from knowledge.search.searcher import Searcher
from knowledge.settings import KnowledgeSettings
from knowledge.tending import Library

DEPTH = 10
# What a search returns: documents, best first, and how sure it is that they answer.
Search = Callable[[str], tuple[list[str], float]]


def measure_retrieval(
    cases: Sequence[dict[str, Any]], folder: Path | None, settings: KnowledgeSettings
) -> dict[str, Any]:
    """Takes {"id", "question", "gold": [documents]}; no gold means that no page answers.

    Returns the figures, and under "baselines" those of BM25 alone and of MiniLM alone on the same passages.
    """
    encoder = Encoder(settings.encoder)
    library = Library.at(folder, settings)
    library.publish(encoder, progress)
    searcher = Searcher(library.versions, encoder)
    _, index, _ = library.versions.load(encoder)

    def ours(question: str) -> tuple[list[str], float]:
        result = searcher.search(question)
        return [found.passage.document for found in result.documents(DEPTH)], result.answerable

    return {
        **_figures(cases, ours),
        "baselines": {
            "bm25": _figures(cases, _bm25(index)),
            "minilm": _figures(cases, _minilm(index, encoder)),
        },
    }


def _figures(cases: Sequence[dict[str, Any]], search: Search) -> dict[str, Any]:
    search("warm up")
    ranks, answerable, times = [], [], []
    for case in cases:
        started = time.perf_counter()
        documents, sure = search(case["question"])
        times.append((time.perf_counter() - started) * 1000)
        answerable.append(sure)
        if case["gold"]:
            ranks.append(next((n for n, d in enumerate(documents, 1) if d in case["gold"]), 0))
    return {
        "recall@1": _mean([rank == 1 for rank in ranks]),
        "recall@5": _mean([0 < rank <= 5 for rank in ranks]),
        "mrr@10": _mean([1 / rank if rank else 0 for rank in ranks]),
        "answerable_auroc": auroc(answerable, [bool(case["gold"]) for case in cases]),
        "ms_p50": percentile(times, 50),
        "ms_p95": percentile(times, 95),
    }


def _bm25(index: SearchIndex) -> Search:
    def search(question: str) -> tuple[list[str], float]:
        scores = index.lexical.scores(question)
        best = np.argsort(-scores, kind="stable")[: DEPTH * 20]
        return _documents(index, best.tolist()), float(scores.max())

    return search


def _minilm(index: SearchIndex, encoder: Encoder) -> Search:
    def search(question: str) -> tuple[list[str], float]:
        near = index.nearest(encoder.encode([question])[0], DEPTH * 20)
        return _documents(index, [number for number, _ in near]), near[0][1]

    return search


def _documents(index: SearchIndex, numbers: Sequence[int]) -> list[str]:
    """Returns the documents of passages, each once, at its best passage's place."""
    return list(dict.fromkeys(index.passages[int(number)].document for number in numbers))[:DEPTH]


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 3) if values else None
