"""Passages that were read for a version that is not finished, so that an interrupted publish goes on."""

import os
from pathlib import Path

import numpy as np

from knowledge.search.encoder import Encoded, Encoder


class Pending:
    """Passages that were read for a version that is not finished: files below one folder."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        # Another encoder's vectors must not be taken for this one's.
        self._folder = folder / encoder.digest[:16]
        self._where: dict[str, tuple[Path, int]] = {}
        self._open: tuple[Path, dict[str, np.ndarray]] | None = None
        for file in sorted(self._folder.glob("*.npz")):
            try:
                with np.load(file) as kept:
                    names = kept["digests"].tolist()
            except (ValueError, OSError, EOFError, KeyError):
                file.unlink()
                continue
            self._where.update({digest: (file, n) for n, digest in enumerate(names)})

    def __contains__(self, digest: str) -> bool:
        return digest in self._where

    def get(self, digest: str) -> Encoded:
        """Returns what was kept of a passage."""
        file, number = self._where[digest]
        if self._open is None or self._open[0] != file:
            with np.load(file) as kept:
                self._open = file, dict(kept)
        kept_arrays = self._open[1]
        start, end = kept_arrays["ends"][number : number + 2]
        return Encoded(
            kept_arrays["vectors"][number],
            kept_arrays["pieces"][start:end],
            kept_arrays["tokens"][start:end],
        )

    def keep(self, digests: list[str], encoded: list[Encoded]) -> None:
        """Writes a batch, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{len(list(self._folder.glob('*.npz'))):06d}-{os.getpid()}.npz"
        building = file.with_suffix(".new")
        with building.open("wb") as out:
            np.savez(
                out,
                digests=np.array(digests),
                vectors=np.stack([e.vector for e in encoded]),
                pieces=np.concatenate([e.pieces for e in encoded]),
                tokens=np.concatenate([e.tokens for e in encoded]),
                ends=np.cumsum([0, *(len(e.pieces) for e in encoded)]),
            )
        building.replace(file)
        self._where.update({digest: (file, n) for n, digest in enumerate(digests)})
