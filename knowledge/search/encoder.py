"""The sentence encoder: MiniLM-L6-v2 in ONNX, the same weights that Rasa understands with."""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from knowledge.errors import LibraryError

BATCH = 32
Vectors = NDArray[np.float32]


class Encoder:
    """Turns texts into normalised vectors, shape (n, 384), float32; reads 256 word pieces."""

    def __init__(self, folder: Path) -> None:
        model = folder / "model.onnx"
        if not model.is_file():
            raise LibraryError(f"no sentence encoder in {folder}: 'make up' exports it there")
        self._model = model
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(2, os.cpu_count() or 1)
        # A spinning thread pool would hold a core that the writer needs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(model), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # Both libraries raise types of their own, some of them bare.
            raise LibraryError(
                f"{folder}: the sentence encoder is torn; 'make up' exports it anew"
            ) from error

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._session.get_outputs()[0].shape[1])

    @cached_property
    def digest(self) -> str:
        """A hash of the weights: an index made with other weights is not comparable."""
        return hashlib.sha256(self._model.read_bytes()).hexdigest()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns a normalised vector for each text, in order, shape (len(texts), 384)."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        # Texts of like length share a batch, so that little of it is padding.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._run([texts[i] for i in batch])
        return vectors

    def _run(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(texts)
        inputs = {
            "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
        }
        return np.asarray(self._session.run(["embedding"], inputs)[0], dtype=np.float32)
