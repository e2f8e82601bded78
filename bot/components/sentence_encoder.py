"""Sentence vectors for Rasa from the MiniLM weights that retrieval uses too, in several views."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, Dict, List, Optional, Text

import numpy as np
import onnxruntime
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

BATCH = 64


def model_directory(name: Text) -> Path:
    """Returns the folder of an exported model below the installation's home."""
    return Path(os.environ.get("EVERYCOACH_HOME", "var")) / "models" / name


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Sets the views of its text on each message: one row, shape (1, 1536), float32.

    The views (knowledge/search/export.py) are the sentence vector, the greatest values of the last layer,
    and the means of the first and a middle one; sharing words tells more in the lower layers.
    """

    def __init__(self, config: Dict[Text, Any], name: Text) -> None:
        super().__init__(name, config)
        folder = model_directory(config["model"])
        if not (folder / "model.onnx").is_file():
            raise RasaException(f"no sentence encoder in {folder}: 'make up' exports it there")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._session = _session(folder / "model.onnx")

    @staticmethod
    def required_packages() -> List[Text]:
        """Names what must be importable beside Rasa."""
        return ["onnxruntime", "tokenizers"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Returns the defaults: the encoder's folder below EVERYCOACH_HOME/models."""
        return {**DenseFeaturizer.get_default_config(), "model": "sentence-encoder"}

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Accepts any config: the constructor checks the model's folder."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls(config, execution_context.node_name)

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Optional[Text]:
        """Makes Rasa train again when the encoder's weights change."""
        path = model_directory(config.get("model", "sentence-encoder")) / "model.onnx"
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the vector of its text to each message."""
        for message in messages:
            self._set_vectors([message])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds vectors to all training examples, in batches of similar length."""
        examples = [e for e in training_data.training_examples if e.get(TEXT)]
        examples.sort(key=lambda example: len(example.get(TEXT)))
        for start in range(0, len(examples), BATCH):
            self._set_vectors(examples[start : start + BATCH])
        return training_data

    def _set_vectors(self, messages: List[Message]) -> None:
        texts = [message.get(TEXT) or "" for message in messages]
        for message, vector in zip(messages, self.encode(texts)):
            self.add_features_to_message(None, vector[np.newaxis], TEXT, message)

    def encode(self, texts: List[Text]) -> np.ndarray:
        """Returns the texts' views, shape (len(texts), 1536), float32."""
        encodings = self._tokenizer.encode_batch(texts)
        return self._session.run(
            ["views"],
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            },
        )[0]


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(2, os.cpu_count() or 1)
    # A spinning thread pool would hold a core that the writer needs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
