"""A logistic regression on sentence vectors whose confidences are calibrated."""

from __future__ import annotations

from typing import Any, Dict, List, Text, Tuple, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from bot.components.sentence_encoder import SentenceEncoder

FILE = "classifier.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CalibratedIntentClassifier(IntentClassifier, GraphComponent):
    """Scores intents; confidences are softmax scores at a temperature fitted out of fold.

    Temperature scaling: Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._weights = np.zeros((0, 0))
        self._bias = np.zeros(0)
        self._labels: List[Text] = []

    @classmethod
    def required_components(cls) -> List[Type]:
        """Needs the sentence vectors."""
        return [SentenceEncoder]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Returns the defaults: inverse regularisation C, calibration folds, ranking."""
        return {"C": 20.0, "folds": 4, "ranking_length": 5}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CalibratedIntentClassifier":
        """Creates an untrained classifier (see Rasa's GraphComponent)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits weights on all examples and the temperature on out-of-fold scores."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        vectors = np.vstack([_vector(example) for example in examples])
        labels = np.array([example.get(INTENT) for example in examples])
        model = LogisticRegression(C=self._config["C"], max_iter=1000, class_weight="balanced").fit(
            vectors, labels
        )
        temperature = self._temperature(model, vectors, labels)
        self._labels = [str(label) for label in model.classes_]
        # Folded into the weights, so that inference is one product and a softmax.
        self._weights, self._bias = _both_sides(model, temperature)
        self._persist()
        return self._resource

    def _temperature(self, model: LogisticRegression, vectors: np.ndarray, labels: np.ndarray) -> float:
        """Returns the temperature that makes out-of-fold confidences most likely."""
        _, counts = np.unique(labels, return_counts=True)
        folds = min(self._config["folds"], counts.min())
        if folds < 2:
            return 1.0
        scores = cross_val_predict(model, vectors, labels, cv=folds, method="decision_function")
        if scores.ndim == 1:
            scores = np.column_stack([np.zeros_like(scores), scores])
        truth = np.searchsorted(model.classes_, labels)
        rows = np.arange(len(truth))
        found = minimize_scalar(
            lambda log_t: -log_softmax(scores / np.exp(log_t), axis=1)[rows, truth].mean(),
            bounds=(-3.0, 3.0),
            method="bounded",
        )
        return float(np.exp(found.x))

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets "intent" and "intent_ranking" on each message."""
        for message in messages:
            scores = softmax(self._weights @ _vector(message) + self._bias)
            order = np.argsort(-scores)[: self._config["ranking_length"]]
            ranking = [{"name": self._labels[i], "confidence": float(scores[i])} for i in order]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the training data as it is: nothing downstream is trained on scores."""
        return training_data

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(
                folder / FILE,
                weights=self._weights,
                bias=self._bias,
                labels=np.array(self._labels),
            )

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CalibratedIntentClassifier":
        """Loads a trained classifier (see Rasa's GraphComponent)."""
        classifier = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            with np.load(folder / FILE, allow_pickle=False) as stored:
                classifier._weights = stored["weights"]
                classifier._bias = stored["bias"]
                classifier._labels = [str(label) for label in stored["labels"]]
        return classifier


def _both_sides(model: LogisticRegression, temperature: float) -> Tuple[np.ndarray, np.ndarray]:
    """Returns a row of weights a class, also where scikit-learn keeps one for two."""
    weights = model.coef_.astype(np.float32) / temperature
    bias = model.intercept_.astype(np.float32) / temperature
    if len(weights) == 1:
        return np.vstack([np.zeros_like(weights), weights]), np.append(0.0, bias)
    return weights, bias


def _vector(message: Message) -> np.ndarray:
    """Returns the message's sentence vector, shape (384,)."""
    _, sentence = message.get_dense_features(TEXT)
    return sentence.features[0]
