"""The passages' sentence vectors in FAISS: exact while that is fast, a graph beyond."""

import os
from typing import Any

import faiss as typed_faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.search.encoder import Vectors

# Its stubs name C++ arguments that its Python wrappers take as arrays.
faiss: Any = typed_faiss

# Exact search costs about 1 ms at 20,000 passages of 384 dimensions on two cores and grows
# with their number; beyond this an HNSW graph answers in about the same time at any size.
FLAT_LIMIT = 50_000
# Figures for a million passages: coach bench index.
HNSW_LINKS = 32
HNSW_BUILD_EFFORT = 80
HNSW_SEARCH_EFFORT = 256


def empty_vectors(dimensions: int, size: int) -> Any:
    """Returns an empty FAISS index for about that many normalised vectors, searched by inner product."""
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    if size <= FLAT_LIMIT:
        return faiss.IndexFlatIP(dimensions)
    index = faiss.IndexHNSWFlat(dimensions, HNSW_LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = HNSW_BUILD_EFFORT
    index.hnsw.efSearch = HNSW_SEARCH_EFFORT
    return index


def search_vectors(
    index: Any, vector: Vectors, k: int, allowed: NDArray[np.bool_] | None = None
) -> list[tuple[int, float]]:
    """Returns up to k (number, inner product) pairs, best first, of the allowed ones."""
    # One query is over sooner than threads have met, the more so when others use the cores.
    faiss.omp_set_num_threads(1)
    k = min(k, index.ntotal)
    if k == 0:
        return []
    parameters = None
    if allowed is not None:
        # Kept in a name of its own: FAISS does not, and would read freed memory.
        bits = np.packbits(allowed, bitorder="little")
        selector = faiss.IDSelectorBitmap(bits)
        parameters = (
            faiss.SearchParametersHNSW(sel=selector, efSearch=max(HNSW_SEARCH_EFFORT, k))
            if isinstance(index, faiss.IndexHNSW)
            else faiss.SearchParameters(sel=selector)
        )
    scores, numbers = index.search(vector[np.newaxis], k, params=parameters)
    pairs = zip(numbers[0], scores[0], strict=True)
    return [(int(number), float(score)) for number, score in pairs if number >= 0]
