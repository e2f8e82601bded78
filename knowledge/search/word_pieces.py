"""The word pieces of every passage, on disk: what late interaction compares a question with."""

from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from knowledge.search.encoder import TOKEN_SCALE, Encoded, Vectors

TOKENS, PIECES, LAYOUT = "tokens.i8", "pieces.u16", "tokens.npz"
FILES = (TOKENS, PIECES, LAYOUT)
VOCABULARY = 30_522


class WordPiecesWriter:
    """Appends passages in their order; the memory that it takes does not grow with them."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        self._folder = folder
        self._dimensions = dimensions
        self._tokens: BinaryIO = (folder / TOKENS).open("wb")
        self._pieces: BinaryIO = (folder / PIECES).open("wb")
        self._lengths: list[int] = []
        self._seen = np.zeros(VOCABULARY, dtype=np.int64)

    def add(self, pieces: NDArray[np.int32], tokens: NDArray[np.int8]) -> None:
        """Adds a passage's piece ids, (t,), and their directions, (t, dimensions)."""
        self._tokens.write(np.ascontiguousarray(tokens).tobytes())
        self._pieces.write(pieces.astype(np.uint16).tobytes())
        self._lengths.append(len(tokens))
        self._seen[np.unique(pieces)] += 1

    def close(self) -> None:
        """Writes how long each passage is and in how many each piece occurs."""
        self._tokens.close()
        self._pieces.close()
        np.savez(
            self._folder / LAYOUT,
            lengths=np.array(self._lengths, dtype=np.int32),
            seen=self._seen,
            dimensions=np.array(self._dimensions),
        )


class WordPieces:
    """Reads what the writer wrote; the directions stay on disk until a passage is compared."""

    def __init__(self, folder: Path) -> None:
        with np.load(folder / LAYOUT) as layout:
            lengths, self._seen = layout["lengths"], layout["seen"]
            dimensions = int(layout["dimensions"])
        self._ends = np.cumsum(lengths, dtype=np.int64)
        self._lengths = lengths
        total = int(self._ends[-1]) if len(lengths) else 0
        self._tokens = _mapped(folder / TOKENS, np.int8, (total, dimensions))
        self._pieces = _mapped(folder / PIECES, np.uint16, (total,))

    def passage(self, number: int) -> NDArray[np.int8]:
        """Returns the directions of a passage's pieces, (t, dimensions)."""
        return np.asarray(self._tokens[self._place(number)], dtype=np.int8)

    def ids(self, number: int) -> NDArray[np.int32]:
        """Returns the ids of a passage's pieces, (t,)."""
        return np.asarray(self._pieces[self._place(number)], dtype=np.int32)

    def _place(self, number: int) -> slice:
        end = int(self._ends[number])
        return slice(end - int(self._lengths[number]), end)

    def weights(self, pieces: NDArray[np.int32]) -> Vectors:
        """Returns how much each piece of a question tells: the rarer among the passages, the more."""
        rarity = np.log(len(self._lengths) / (1 + self._seen[pieces]) + 1)
        return np.asarray(rarity, dtype=np.float32)

    def interaction(self, query: Encoded, numbers: NDArray[np.int64]) -> tuple[Vectors, Vectors]:
        """Compares a question with passages, piece by piece.

        Returns, for each passage of numbers, the weighted mean over the question's pieces of their
        best likeness, (n,), and that likeness of every piece, (n, pieces).
        Late interaction: Khattab & Zaharia 2020, "ColBERT"; weighted by rarity here.
        """
        if not len(numbers) or not len(query.pieces):
            return np.zeros(len(numbers), np.float32), np.zeros((len(numbers), len(query.pieces)), np.float32)
        asked = _unit(query.tokens)
        parts = [self.passage(int(number)) for number in numbers]
        starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
        likeness = _unit(np.concatenate(parts)) @ asked.T
        best = np.maximum.reduceat(likeness, starts, axis=0)
        weights = self.weights(query.pieces)
        return best @ weights / weights.sum(), best


def _mapped(file: Path, kind: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    """Returns the file's numbers without reading them; an empty file cannot be mapped."""
    return np.memmap(file, dtype=kind, mode="r", shape=shape) if shape[0] else np.empty(shape, dtype=kind)


def _unit(tokens: NDArray[np.int8]) -> Vectors:
    rows = tokens.astype(np.float32) / TOKEN_SCALE
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)
