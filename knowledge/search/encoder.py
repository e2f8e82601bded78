"""The sentence encoder: MiniLM-L6-v2 in OpenVINO, the same weights that Rasa understands with."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import openvino
from numpy.typing import NDArray
from tokenizers import Tokenizer

from knowledge.errors import LibraryError

BATCH = 32
# What a token's direction is kept in: a hundredth of a vector's length is far below what ranks passages.
TOKEN_SCALE = 254.0
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Encoded:
    """A text's normalised vector, (d,), and for its word pieces their ids, (t,), and directions, (t, 128)."""

    vector: Vectors
    pieces: NDArray[np.int32]
    tokens: NDArray[np.int8]


class Encoder:
    """Turns texts into normalised vectors, shape (n, 384), float32; reads 256 word pieces."""

    def __init__(self, folder: Path) -> None:
        model = folder / "model.onnx"
        if not model.is_file():
            raise LibraryError(f"no sentence encoder in {folder}: 'make up' exports it there")
        self._path = model
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._model = self._compiled("f32")
        except Exception as error:  # Both libraries raise types of their own, some of them bare.
            raise LibraryError(
                f"{folder}: the sentence encoder is torn; 'make up' exports it anew"
            ) from error

    def _compiled(self, precision: str) -> openvino.CompiledModel:
        """Returns the model for this processor; where it has no bf16, that means f32."""
        hints = {
            "INFERENCE_PRECISION_HINT": precision,
            "INFERENCE_NUM_THREADS": min(2, os.cpu_count() or 1),
            "ENABLE_CPU_PINNING": False,
        }
        return openvino.Core().compile_model(str(self._path), "CPU", hints)

    @cached_property
    def _bulk(self) -> openvino.CompiledModel:
        """The model that reads many passages: half the bits, twice as fast, cosine above 0.999."""
        return self._compiled("bf16")

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._model.output("embedding").partial_shape[1].get_length())

    @property
    def token_dimensions(self) -> int:
        """The length of a word piece's direction."""
        return int(self._model.output("tokens").partial_shape[2].get_length())

    @cached_property
    def words(self) -> frozenset[str]:
        """The whole words of its vocabulary: what is certainly spelled right."""
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha())

    @cached_property
    def digest(self) -> str:
        """A hash of the weights: an index made with other weights is not comparable."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns a normalised vector for each text, in order, shape (len(texts), 384)."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for batch in _batches(texts):
            vectors[batch] = self._run(self._model, [texts[i] for i in batch])[0]
        return vectors

    def read(self, text: str) -> Encoded:
        """Returns a query's vector and word pieces."""
        return self._read(self._model, [text])[0]

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """Returns the same of many passages, in order; faster and a little less exact."""
        found: dict[int, Encoded] = {}
        for batch in _batches(texts):
            found.update(zip(batch, self._read(self._bulk, [texts[i] for i in batch]), strict=True))
        return [found[i] for i in range(len(texts))]

    def _read(self, model: openvino.CompiledModel, texts: list[str]) -> list[Encoded]:
        vectors, tokens, ids, mask = self._run(model, texts)
        # A vector as bf16 leaves it is not quite of length one.
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        rounded = np.clip(np.round(tokens * TOKEN_SCALE), -127, 127).astype(np.int8)
        ends = mask.sum(axis=1) - 1
        return [
            Encoded(vectors[n], ids[n, 1:end].astype(np.int32), rounded[n, 1:end])
            for n, end in enumerate(ends)
        ]

    def _run(
        self, model: openvino.CompiledModel, texts: list[str]
    ) -> tuple[Vectors, Vectors, NDArray[np.int64], NDArray[np.int64]]:
        encodings = self._tokenizer.encode_batch(texts)
        ids = np.array([e.ids for e in encodings], dtype=np.int64)
        mask = np.array([e.attention_mask for e in encodings], dtype=np.int64)
        # A request of its own: several threads may search at once.
        found = model.create_infer_request().infer({"input_ids": ids, "attention_mask": mask})
        return np.array(found["embedding"]), np.array(found["tokens"]), ids, mask


def _batches(texts: Sequence[str]) -> list[list[int]]:
    """Returns the texts' numbers in batches of like length, so that little of each is padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    return [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
