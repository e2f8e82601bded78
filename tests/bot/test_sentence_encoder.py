import hashlib
import os
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.sentence_encoder import SentenceEncoder, model_directory

CONFIG = SentenceEncoder.get_default_config()
FOLDER = Path(os.environ.get("EVERYCOACH_HOME", "var")) / "models" / "sentence-encoder"
needs_the_model = pytest.mark.skipif(
    not (FOLDER / "model.onnx").is_file(), reason="the encoder is not exported"
)


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder.create(CONFIG, None, None, SimpleNamespace(node_name="encoder"))


@needs_the_model
def test_texts_of_like_meaning_are_near_each_other(encoder) -> None:
    asked, alike, other = encoder.encode(
        [
            "How do I give feedback?",
            "What is a good way to give someone feedback?",
            "How many holidays do I have?",
        ]
    )[:, :384]

    assert asked @ alike > 0.7
    assert asked @ other < 0.4


@needs_the_model
@pytest.mark.parametrize("text", ["hello", "", "😀", "مرحبا", "word " * 3000, "x" * 4000], ids=range(6))
def test_every_text_gets_one_normalised_vector_and_its_weighted_views(encoder, text) -> None:
    vectors = encoder.encode([text])

    assert vectors.shape == (1, 4 * 384)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors.reshape(4, 384), axis=1) ** 2
    assert lengths == pytest.approx([1, 1, 0.3, 0.3], abs=1e-3)


@needs_the_model
def test_a_text_has_the_same_vector_alone_and_among_longer_ones(encoder) -> None:
    alone = encoder.encode(["hello"])[0]
    among = encoder.encode(["hello", "a much longer text " * 20])[0]

    assert np.allclose(alone, among, atol=1e-3)


@needs_the_model
def test_a_message_carries_the_vector_of_its_own_text(encoder) -> None:
    messages = [
        Message({TEXT: "hello"}),
        Message({TEXT: "How do I give feedback?"}),
        Message({"intent": "greet"}),
    ]

    encoder.process(messages)

    for message in messages:
        sequence, sentence = message.get_dense_features(TEXT)
        assert sequence is None
        assert sentence.features.shape == (1, 4 * 384)
        assert np.allclose(sentence.features[0], encoder.encode([message.get(TEXT) or ""])[0], atol=1e-3)


@needs_the_model
def test_training_examples_get_the_vectors_of_their_own_texts(encoder) -> None:
    texts = [f"{'really ' * (n % 7)}number {n}" for n in range(70)]
    data = TrainingData(
        [*(Message({TEXT: text, "intent": "i"}) for text in texts), Message({"action_name": "a"})]
    )

    encoder.process_training_data(data)

    for example in data.training_examples:
        text = example.get(TEXT)
        _, sentence = example.get_dense_features(TEXT)
        if text is None:
            assert sentence is None
        elif "number 1" in text:
            assert np.allclose(sentence.features[0], encoder.encode([text])[0], atol=1e-3)


def test_a_missing_model_is_said_with_the_command_that_makes_it(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))

    with pytest.raises(RasaException, match="make up") as error:
        SentenceEncoder(CONFIG, "encoder")

    assert "\n" not in str(error.value)


def test_rasa_trains_again_when_the_weights_change(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))
    assert SentenceEncoder.fingerprint_addon(CONFIG) is None
    folder = model_directory("sentence-encoder")
    folder.mkdir(parents=True)

    (folder / "model.onnx").write_bytes(b"weights")
    assert SentenceEncoder.fingerprint_addon(CONFIG) == hashlib.sha256(b"weights").hexdigest()

    (folder / "model.onnx").write_bytes(b"other weights")
    assert SentenceEncoder.fingerprint_addon(CONFIG) != hashlib.sha256(b"weights").hexdigest()
