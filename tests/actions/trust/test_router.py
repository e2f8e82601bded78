import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from actions.trust.safety import router
from actions.trust.safety.router import SafetyRouter, plain


class NoMeaning:
    """An encoder that tells nothing, so that only the wording counts."""

    def __init__(self, dimensions: int = 3) -> None:
        self.batches: list[int] = []
        self._dimensions = dimensions

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        self.batches.append(len(texts))
        return np.zeros((len(texts), self._dimensions), np.float32)


class WordsOnly:
    """An encoder for which texts are alike where their words are."""

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), 256), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in text.lower().split():
                row[zlib.crc32(word.encode()) % 256] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)


@pytest.fixture(scope="module")
def safety(tmp_path_factory) -> SafetyRouter:
    return SafetyRouter(WordsOnly(), tmp_path_factory.mktemp("models"))


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i don't want to live any more",
        "I don’t want to be alive",
        "KMS",
        "she said she will hurt herself",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "I want to k\u200bill my\u200dself",
        "I   want\nto   die",
        "I have a suicide note in my drawer",
        "there is no point in living",
        "I will end my life",
    ],
)
def test_danger_said_outright_is_seen_however_it_is_spelled(safety, text: str) -> None:
    assert safety.judge(text) == "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "How do I give feedback to a colleague?",
        "How many days of holiday do I get?",
        "This deadline is killing me",
        "Can you help me kill the old server process?",
        "Hello",
        "مرحبا",
        "?",
        "",
    ],
)
def test_ordinary_talk_at_work_is_let_through(safety, text: str) -> None:
    assert safety.judge(text) is None


def test_despair_over_work_does_not_stop_the_coaching(safety) -> None:
    for text in (
        "I can't take a third reorganisation, I'm so done with this place",
        "Nights are stuffing me up",
    ):
        assert safety.judge(text) != "crisis"


def test_what_may_mean_more_gets_the_help_lines_beside_the_coaching(
    few_examples, tmp_path, monkeypatch
) -> None:
    router = SafetyRouter(NoMeaning(), tmp_path / "cache")
    levels = {}
    for score in (-1.0, 0.0, 0.5, 2.0):
        monkeypatch.setattr(router, "score", lambda text, score=score: score)
        levels[score] = (router.judge("well"), router.judge("well", in_session=True))
    assert levels == {
        -1.0: (None, None),
        0.0: ("care", None),
        0.5: ("care", "care"),
        2.0: ("crisis", "crisis"),
    }


def test_danger_is_not_diluted_in_a_long_message(safety) -> None:
    chatter = "How do I prepare a one-to-one with my manager? " * 30

    assert safety.judge(f"{chatter}I want to end my life. {chatter}") == "crisis"


def test_a_message_of_the_greatest_length_is_judged(safety) -> None:
    assert safety.judge("How do I plan a meeting? " * 160) is None


def test_look_alike_letters_and_invisible_ones_are_unified() -> None:
    assert plain("Ｋｉｌｌ\u200b  Ｍｅ’s\n") == "kill me's"


@pytest.fixture
def few_examples(monkeypatch, tmp_path: Path) -> Path:
    folder = tmp_path / "examples"
    folder.mkdir()
    lines = Path(router.__file__).with_name("examples.jsonl").read_text(encoding="utf-8").splitlines()
    danger = [line for line in lines if '"crisis"' in line][:5]
    calm = [line for line in lines if '"crisis"' not in line][:5]
    (folder / "examples.jsonl").write_text("\n".join(danger + calm), encoding="utf-8")
    (folder / "ordinary.txt").write_text("hello there\nhello you\n", encoding="utf-8")
    (folder / "danger.txt").write_text("", encoding="utf-8")
    monkeypatch.setattr(router, "FOLDER", folder)
    monkeypatch.setattr(router, "ORDINARY", ("ordinary.txt",))
    monkeypatch.setattr(router, "_of_coaching", list)
    return folder


def test_the_examples_are_encoded_once_and_again_when_they_change(few_examples, tmp_path) -> None:
    encode, cache = NoMeaning(), tmp_path / "cache"
    SafetyRouter(encode, cache)
    SafetyRouter(encode, cache)
    assert encode.batches == [1, 12, 1]

    with (few_examples / "ordinary.txt").open("a", encoding="utf-8") as file:
        file.write("one more\n")
    SafetyRouter(encode, cache)

    assert encode.batches == [1, 12, 1, 1, 13]
    assert len(list(cache.glob("safety-*.npy"))) == 1


def test_another_encoder_does_not_get_the_vectors_of_the_first(few_examples, tmp_path) -> None:
    SafetyRouter(NoMeaning(3), tmp_path / "cache")

    other = NoMeaning(5)
    SafetyRouter(other, tmp_path / "cache")

    assert other.batches == [1, 12]


def test_a_torn_cache_does_not_keep_the_coach_from_starting(few_examples, tmp_path) -> None:
    SafetyRouter(NoMeaning(), tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("safety-*.npy")
    file.write_bytes(file.read_bytes()[:60])

    assert SafetyRouter(NoMeaning(), tmp_path / "cache").judge("KMS") == "crisis"
