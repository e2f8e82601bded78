"""How well search finds the page that answers, and how fast."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import auroc, percentile
from gateway.cli.output import progress
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.settings import KnowledgeSettings
from knowledge.tending import Library

DEPTH = 10


def measure_retrieval(
    cases: Sequence[dict[str, Any]], folder: Path | None, settings: KnowledgeSettings
) -> dict[str, Any]:
    """Takes {"id", "question", "gold": [documents]}; no gold means that no page answers."""
    encoder = Encoder(settings.encoder)
    library = Library.at(folder, settings)
    library.publish(encoder, progress)
    searcher = Searcher(library.versions, encoder)
    searcher.search("warm up")
    ranks, answerable, times = [], [], []
    for case in cases:
        started = time.perf_counter()
        result = searcher.search(case["question"])
        times.append((time.perf_counter() - started) * 1000)
        answerable.append(result.answerable)
        documents = [found.passage.document for found in result.documents(DEPTH)]
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


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 3) if values else None
