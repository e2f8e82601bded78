import shutil
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import LibraryError
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings

TEXTS = [
    "How do I ask for a day off?",
    "Describe what you saw before you say what it did to the team.",
    "",
    "a",
    "?!",
    "UPPER CASE AND lower",
    "Ärger über das Büro, naïve café",
    "مرحبا بالعالم",
    "שלום עולם",
    "会议议程应该提前一天发送",
    "🙂 emoji",
    "tabs\tand\nnew lines",
    "27 days, 2.25 a month, 09:30",
    "https://example.com/a?b=c#d",
    "<b>bold</b> & more",
    "word " * 100,
    "a longer text than the model reads " * 80,
    "x" * 3000,
    "My manager's feedback wasn't fair.",
    "You could say: “I need a moment.”",
]


def test_vectors_are_those_of_sentence_transformers(encoder) -> None:
    from sentence_transformers import SentenceTransformer

    from knowledge.search.export import packaged_model

    model = SentenceTransformer(str(packaged_model()), device="cpu")
    reference = model.encode(TEXTS, normalize_embeddings=True)
    cosines = (reference * encoder.encode(TEXTS)).sum(axis=1)
    assert len(cosines) == 20
    assert cosines.min() > 0.9999


def test_vectors_are_normalised_and_in_the_order_of_the_texts(encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (20, encoder.dimensions) == (20, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    assert np.allclose((vectors * backwards).sum(axis=1), 1, atol=1e-4)


def test_a_text_has_the_same_vector_alone_and_among_many(encoder) -> None:
    many = encoder.encode([f"Some other text {n}" for n in range(70)] + TEXTS[:1])
    assert float(many[-1] @ encoder.encode(TEXTS[:1])[0]) > 0.9999


def test_no_texts_make_no_vectors(encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_what_means_the_same_is_nearer_than_what_shares_words(encoder) -> None:
    asked, same, other = encoder.encode(
        ["How do I take time off?", "Requesting holiday leave", "How do I take notes in a meeting?"]
    )
    assert asked @ same > asked @ other


def test_the_digest_names_the_weights(encoder, tmp_path) -> None:
    copy = tmp_path / "encoder"
    shutil.copytree(knowledge_settings().encoder, copy)
    assert Encoder(copy).digest == encoder.digest
    assert len(encoder.digest) == 64


def test_without_an_export_the_line_says_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no sentence encoder in .*: 'make up' exports it there"):
        Encoder(tmp_path)


@pytest.mark.parametrize(
    ("file", "content"), [("model.onnx", b"torn"), ("tokenizer.json", b"{"), ("tokenizer.json", None)]
)
def test_a_torn_encoder_is_refused_with_a_clear_line(
    tmp_path: Path, file: str, content: bytes | None
) -> None:
    copy = tmp_path / "encoder"
    shutil.copytree(knowledge_settings().encoder, copy)
    (copy / file).unlink() if content is None else (copy / file).write_bytes(content)
    with pytest.raises(LibraryError, match="encoder"):
        Encoder(copy)
