import numpy as np
import pytest
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.calibrated_classifier import CalibratedIntentClassifier
from bot.components.sentence_encoder import SentenceEncoder

RESOURCE = Resource("classifier")
DIMENSIONS = 8


def message(vector: np.ndarray, **data) -> Message:
    made = Message({TEXT: "said", **data})
    row = (vector / np.linalg.norm(vector)).astype(np.float32)[np.newaxis]
    made.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, "encoder"))
    return made


def around(axis: int, random: np.random.Generator, noise: float = 0.2) -> np.ndarray:
    return np.eye(DIMENSIONS)[axis] + noise * random.standard_normal(DIMENSIONS)


def examples(intents: int, each: int = 12, noise: float = 0.2) -> TrainingData:
    random = np.random.default_rng(0)
    return TrainingData(
        [
            message(around(n, random, noise), **{INTENT: f"intent_{n}"})
            for n in range(intents)
            for _ in range(each)
        ]
    )


def trained(storage, data: TrainingData, **config) -> CalibratedIntentClassifier:
    config = {**CalibratedIntentClassifier.get_default_config(), **config}
    classifier = CalibratedIntentClassifier.create(config, storage, RESOURCE, None)
    assert classifier.train(data) == RESOURCE
    return classifier


def ranking(classifier: CalibratedIntentClassifier, vector: np.ndarray) -> list:
    (processed,) = classifier.process([message(vector)])
    assert processed.get("intent") == processed.get("intent_ranking")[0]
    return processed.get("intent_ranking")


@pytest.mark.parametrize("intents", [2, 3, 7])
def test_a_message_gets_the_intent_of_the_examples_it_is_like(storage, intents) -> None:
    classifier = trained(storage, examples(intents))
    random = np.random.default_rng(1)

    for axis in range(intents):
        assert ranking(classifier, around(axis, random))[0]["name"] == f"intent_{axis}"


@pytest.mark.parametrize(("intents", "length"), [(2, 2), (3, 3), (7, 5)])
def test_confidences_are_probabilities_best_first(storage, intents, length) -> None:
    found = ranking(trained(storage, examples(intents)), np.ones(DIMENSIONS))

    confidences = [intent["confidence"] for intent in found]
    assert len(found) == length
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= c <= 1 for c in confidences)
    assert sum(confidences) <= 1 + 1e-6
    if length == intents:
        assert sum(confidences) == pytest.approx(1, abs=1e-6)


def test_a_message_between_two_intents_is_less_certain_than_a_clear_one(storage) -> None:
    classifier = trained(storage, examples(3))
    clear, between = np.eye(DIMENSIONS)[0], np.eye(DIMENSIONS)[0] + np.eye(DIMENSIONS)[1]

    assert ranking(classifier, between)[0]["confidence"] < ranking(classifier, clear)[0]["confidence"]


def test_confidence_is_about_how_often_it_is_right(storage) -> None:
    classifier = trained(storage, examples(4, each=60, noise=0.45))
    random = np.random.default_rng(2)
    right, sure = [], []
    for axis in [0, 1, 2, 3] * 100:
        best = ranking(classifier, around(axis, random, 0.45))[0]
        right.append(best["name"] == f"intent_{axis}")
        sure.append(best["confidence"])

    assert abs(np.mean(right) - np.mean(sure)) < 0.08


def test_what_was_trained_comes_back_from_the_model_the_same(storage) -> None:
    classifier = trained(storage, examples(3))
    loaded = CalibratedIntentClassifier.load(
        CalibratedIntentClassifier.get_default_config(), storage, RESOURCE, None
    )

    vector = np.ones(DIMENSIONS)
    assert ranking(loaded, vector) == ranking(classifier, vector)


@pytest.mark.parametrize("each", [1, 2, 3])
def test_few_examples_are_enough_to_train(storage, each) -> None:
    assert ranking(trained(storage, examples(3, each)), np.eye(DIMENSIONS)[1])[0]["name"] == "intent_1"


def test_examples_without_text_are_passed_over(storage) -> None:
    data = examples(2)
    data.training_examples.append(Message({INTENT: "intent_0"}))

    assert ranking(trained(storage, data), np.eye(DIMENSIONS)[1])[0]["name"] == "intent_1"


def test_the_classifier_wants_the_sentence_encoder_before_it() -> None:
    assert CalibratedIntentClassifier.required_components() == [SentenceEncoder]
    assert CalibratedIntentClassifier.get_default_config()["ranking_length"] == 5


def test_a_message_unlike_all_examples_is_less_familiar_than_one_like_them(storage) -> None:
    classifier = trained(storage, examples(3, each=30))
    like, unlike = message(np.eye(DIMENSIONS)[0]), message(np.eye(DIMENSIONS)[7])

    classifier.process([like, unlike])

    assert like.get("familiarity") > 0.3
    assert unlike.get("familiarity") < 0.03
