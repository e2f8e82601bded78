"""A logistic regression on meaning and spelling whose confidences are calibrated."""

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
from scipy.special import softmax
from scipy.stats import norm
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from bot.components.calibration import fit_temperature
from bot.components.character_ngrams import CharacterNgrams, reduced
from bot.components.familiarity_fallback import FAMILIARITY
from bot.components.sentence_encoder import SentenceEncoder

FILE = "classifier.npz"
OUT_OF_SCOPE = "out_of_scope"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CalibratedIntentClassifier(IntentClassifier, GraphComponent):
    """Scores intents by the views of a text and its character n-grams, side by side.

    Confidences are softmax scores at a temperature fitted out of fold.

    Temperature scaling: Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._weights = np.zeros((0, 0))
        self._spelling = np.zeros((0, 0))
        self._ngrams = CharacterNgrams(np.zeros(0))
        self._bias = np.zeros(0)
        self._temperature, self._usual = 1.0, np.array([0.0, 1.0])
        self._labels: List[Text] = []

    @classmethod
    def required_components(cls) -> List[Type]:
        """Needs the sentence vectors."""
        return [SentenceEncoder]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Returns the defaults.

        C is the inverse regularisation, folds are the calibration's, and the n-grams have ngram_weight beside
        the sentence vector's 1, in ngram_dimensions.
        """
        return {"C": 20.0, "folds": 3, "ranking_length": 5, "ngram_weight": 0.5, "ngram_dimensions": 300}

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
        labels = np.array([example.get(INTENT) for example in examples])
        texts = [example.get(TEXT) for example in examples]
        self._ngrams = CharacterNgrams.fit(texts)
        spelling, projection = reduced(self._ngrams.rows(texts), self._config["ngram_dimensions"])
        root = self._config["ngram_weight"] ** 0.5
        views = np.vstack([_views(example) for example in examples])
        features = np.hstack([views, root * spelling])
        model = LogisticRegression(C=self._config["C"], max_iter=1000, class_weight="balanced").fit(
            features, labels
        )
        self._labels = [str(label) for label in model.classes_]
        scores = self._out_of_fold(model, features, labels)
        truth = np.searchsorted(model.classes_, labels)
        self._usual = self._usual_best(scores[labels != OUT_OF_SCOPE])
        # The projection is folded into the weights: inference is two products and a softmax.
        weights, self._bias = _both_sides(model)
        self._temperature = fit_temperature(scores, truth)
        self._weights = weights[:, : views.shape[1]]
        self._spelling = root * weights[:, views.shape[1] :] @ projection
        self._persist()
        return self._resource

    def _out_of_fold(self, model: LogisticRegression, features: np.ndarray, labels: np.ndarray) -> np.ndarray:
        """Returns scores, (examples, intents); where examples suffice, of models that have not seen them."""
        _, counts = np.unique(labels, return_counts=True)
        folds = min(self._config["folds"], counts.min())
        if folds < 2:
            return _two_columns(model.decision_function(features))
        return _two_columns(cross_val_predict(model, features, labels, cv=folds, method="decision_function"))

    def _usual_best(self, scores: np.ndarray) -> np.ndarray:
        """Returns mean and deviation of the best score in scope."""
        best = self._best_in_scope(scores)
        return np.array([best.mean(), best.std() + 1e-6])

    def _best_in_scope(self, scores: np.ndarray) -> np.ndarray:
        in_scope = [n for n, label in enumerate(self._labels) if label != OUT_OF_SCOPE]
        return scores[..., in_scope].max(axis=-1)

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets "intent" and "intent_ranking" on each message."""
        for message in messages:
            scores = self._scores(message)
            mean, deviation = self._usual
            message.set(
                FAMILIARITY, float(norm.cdf(self._best_in_scope(scores), mean, deviation)), add_to_output=True
            )
            scores = softmax(scores / self._temperature)
            order = np.argsort(-scores)[: self._config["ranking_length"]]
            ranking = [{"name": self._labels[i], "confidence": float(scores[i])} for i in order]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _scores(self, message: Message) -> np.ndarray:
        """Returns one score an intent, shape (intents,)."""
        ngrams = self._ngrams.rows([message.get(TEXT) or ""])
        spelling = self._spelling[:, ngrams.indices] @ ngrams.data
        return self._weights @ _views(message) + spelling + self._bias

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the training data as it is: nothing downstream is trained on scores."""
        return training_data

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(
                folder / FILE,
                weights=self._weights,
                spelling=self._spelling,
                idf=self._ngrams.idf,
                bias=self._bias,
                temperature=self._temperature,
                usual=self._usual,
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
                classifier._spelling = stored["spelling"]
                classifier._ngrams = CharacterNgrams(stored["idf"])
                classifier._bias = stored["bias"]
                classifier._temperature = float(stored["temperature"])
                classifier._usual = stored["usual"]
                classifier._labels = [str(label) for label in stored["labels"]]
        return classifier


def _two_columns(scores: np.ndarray) -> np.ndarray:
    """Returns a column an intent, also where scikit-learn keeps one for two."""
    return np.column_stack([np.zeros_like(scores), scores]) if scores.ndim == 1 else scores


def _both_sides(model: LogisticRegression) -> Tuple[np.ndarray, np.ndarray]:
    """Returns a row of weights an intent, also where scikit-learn keeps one for two."""
    weights, bias = model.coef_.astype(np.float32), model.intercept_.astype(np.float32)
    if len(weights) == 1:
        return np.vstack([np.zeros_like(weights), weights]), np.append(0.0, bias)
    return weights, bias


def _views(message: Message) -> np.ndarray:
    """Returns the views of the message's text, shape (1536,)."""
    _, sentence = message.get_dense_features(TEXT)
    return sentence.features[0]
