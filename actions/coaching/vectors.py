"""Keeps the sentence vectors of texts that ship with the product, so that they are computed once."""

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


def cached_vectors(texts: Sequence[str], encode: Encode, cache: Path, name: str) -> Vectors:
    """Returns the texts' vectors, (n, d), from the cache when neither texts nor encoder have changed."""
    probe = encode(["the same encoder gives the same vector"]).round(3)
    key = hashlib.sha256("\n".join(texts).encode() + probe.tobytes()).hexdigest()[:16]
    file = cache / f"{name}-{key}.npy"
    if file.is_file():
        try:
            return np.asarray(np.load(file), dtype=np.float32)
        except (ValueError, EOFError):
            log.warning("the cached vectors of %s were torn and are made anew", name)
    vectors = encode(texts)
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{name}-*.npy"):
        old.unlink()
    building = cache / f"building-{name}-{os.getpid()}.npy"
    np.save(building, vectors)
    building.replace(file)
    return np.asarray(vectors, dtype=np.float32)
