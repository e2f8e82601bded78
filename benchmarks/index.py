"""How the passages' vectors are searched as a library grows: recall, time, memory and build time."""

import resource
import time
from typing import Any

import numpy as np

from benchmarks.figures import percentile
from knowledge.search.encoder import Encoder, Vectors
from knowledge.search.vectors import empty_vectors, search_vectors
from knowledge.settings import KnowledgeSettings
from knowledge.tending import Library

K, QUERIES = 10, 200
# How far a made vector lies from the real one that it is made of, and a query from its passage.
SPREAD, ASKED = 0.7, 0.5
STEP = 100_000


def measure_index(settings: KnowledgeSettings, sizes: list[int]) -> list[dict[str, Any]]:
    """Returns for each size the figures of the shipped index on perturbed vectors of the library's passages.

    recall@10 is against exact search over the same vectors.
    """
    encoder = Encoder(settings.encoder)
    _, published, _ = Library.at(None, settings).versions.load(encoder)
    real = published.vectors.reconstruct_n(0, len(published.passages))
    return [_measure(real, size) for size in sizes]


def _measure(real: Vectors, size: int) -> dict[str, Any]:
    chance = np.random.default_rng(size)
    before = _resident_mb()
    index = empty_vectors(real.shape[1], size)
    queries = _perturbed(real, chance, QUERIES, SPREAD)
    exact_scores = np.full((QUERIES, 0), 0, dtype=np.float32)
    exact_numbers = np.zeros((QUERIES, 0), dtype=np.int64)
    built = 0.0
    for start in range(0, size, STEP):
        vectors = _perturbed(real, chance, min(STEP, size - start), SPREAD)
        if start == 0:
            near = vectors[: min(QUERIES, len(vectors))]
            queries = _perturbed(near, chance, QUERIES, ASKED)
        started = time.perf_counter()
        index.add(vectors)
        built += time.perf_counter() - started
        exact_scores, exact_numbers = _best(exact_scores, exact_numbers, queries @ vectors.T, start)
    found, times = [], []
    for query in queries:
        started = time.perf_counter()
        found.append([number for number, _ in search_vectors(index, query, K)])
        times.append((time.perf_counter() - started) * 1000)
    hits = sum(len(set(f) & set(t)) for f, t in zip(found, exact_numbers.tolist(), strict=True))
    return {
        "passages": size,
        "recall@10": round(hits / (K * QUERIES), 4),
        "ms_p50": percentile(times, 50),
        "ms_p95": percentile(times, 95),
        "build_s": round(built, 1),
        "memory_mb": round(_resident_mb() - before),
    }


def _perturbed(real: Vectors, chance: np.random.Generator, count: int, spread: float) -> Vectors:
    """Returns vectors around real ones, normalised, (count, d); spread is the noise's length."""
    chosen = real[chance.integers(len(real), size=count)]
    noise = chance.standard_normal(chosen.shape, dtype=np.float32) * (spread / chosen.shape[1] ** 0.5)
    made = chosen + noise
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


def _best(scores: Vectors, numbers: Any, new: Vectors, start: int) -> tuple[Vectors, Any]:
    """Returns the K best scores so far and their numbers, with those of the new vectors among them."""
    scores = np.hstack([scores, new])
    numbers = np.hstack([numbers, np.tile(np.arange(start, start + new.shape[1]), (len(new), 1))])
    order = np.argpartition(-scores, min(K, scores.shape[1]) - 1, axis=1)[:, :K]
    return np.take_along_axis(scores, order, 1), np.take_along_axis(numbers, order, 1)


def _resident_mb() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6
