from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from actions.coaching.harm import FEELS, MEANS, TELLS, HarmDetector, _examples, asks_for_agreement, parts_of
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(knowledge_settings().encoder)


@pytest.fixture(scope="module")
def cache() -> Path:
    # The coach's own: to encode the examples anew takes half a minute.
    return knowledge_settings().models


@pytest.fixture(scope="module")
def detector(encoder: Encoder, cache: Path) -> HarmDetector:
    return HarmDetector(encoder.encode, cache)


@pytest.mark.parametrize(
    "text",
    [
        "I'll just fake the numbers, nobody will notice, good idea right?",
        "I’m going to humiliate him in front of the whole team.",
        "I'll spread a rumour that she drinks",
        "i skip the safety check, nobody sees it, ok?",
        "I'll record him secretly with my phone.",
        "I'm so furious, I'll quit right now and slam the door.",
        "My plan is to take all the credit for his work.",
        "I've got a fever but I'll work through the night anyway.",
    ],
)
def test_a_harmful_plan_is_seen(detector: HarmDetector, text: str) -> None:
    assert detector.probability(text) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "?",
        "I'll ask my manager for a raise on Tuesday, good idea?",
        "I'll tell him in private that his jokes hurt me.",
        "I'm going to report it to HR, that's fair, isn't it?",
        "My workload is too high and I don't know where to start.",
        "I'd like to speak up more in meetings.",
        "I'll write down three points before the talk with my boss.",
    ],
)
def test_a_fair_plan_and_an_ordinary_situation_are_let_through(detector: HarmDetector, text: str) -> None:
    assert detector.probability(text) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "He faked the numbers.",
        "My boss wants us to lie to the client.",
        "They secretly recorded her and laughed at it.",
        "She stole my idea in front of everyone.",
    ],
)
def test_what_others_do_is_not_what_the_speaker_means_to_do(detector: HarmDetector, text: str) -> None:
    assert detector.probability(text) < 0.5


@pytest.mark.parametrize(
    "text", ["I could scream.", "I'm furious with him.", "Some days I just want to walk out."]
)
def test_a_feeling_without_a_plan_is_not_a_plan(detector: HarmDetector, text: str) -> None:
    assert detector.probability(text) < 0.5


def test_a_plan_is_not_diluted_in_a_long_message(detector: HarmDetector) -> None:
    chatter = "My team is behind the target. The director asks me every day. It has been a long month. " * 8

    assert detector.probability(chatter) < 0.5
    assert detector.probability(f"{chatter}I'll just fake the numbers, nobody will notice.") >= 0.5


def test_the_same_words_get_the_same_probability_from_a_detector_made_anew(
    detector: HarmDetector, encoder: Encoder, cache: Path
) -> None:
    again = HarmDetector(encoder.encode, cache)

    text = "I'll hide the complaint until after the audit."
    assert again.probability(text) == pytest.approx(detector.probability(text), abs=1e-6)


def test_the_examples_are_encoded_once_where_there_is_a_cache(tmp_path: Path) -> None:
    batches: list[int] = []

    def encode(texts: Sequence[str]) -> np.ndarray:
        batches.append(len(texts))
        return np.ones((len(texts), 3), np.float32)

    HarmDetector(encode, tmp_path)
    HarmDetector(encode, tmp_path)

    assert batches == [1, len(_examples()[0]), 1]


def test_there_are_examples_enough_and_none_is_there_twice() -> None:
    texts, harmful = _examples()

    assert harmful.sum() >= 220
    assert (~harmful).sum() >= 220
    assert len({text for text, harm in zip(texts, harmful, strict=True) if harm}) == harmful.sum()
    assert not {t for t, h in zip(texts, harmful, strict=True) if h} & {
        t for t, h in zip(texts, harmful, strict=True) if not h
    }


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("i'll tell him nothing", [MEANS]),
        ("he lied to me, i'll lie to him", [TELLS, MEANS]),
        ("i forgot the order, i'll say it never came", [FEELS, MEANS]),
        ("if he says one word i take my jacket", [TELLS, MEANS]),
        ("just delete it", [MEANS]),
    ],
)
def test_a_message_is_taken_apart_by_who_does_what(text: str, does: list[str]) -> None:
    assert [part.does for part in parts_of(text)] == does


@pytest.mark.parametrize(
    "text",
    [
        "I'll say no to it, right?",
        "Good idea?",
        "I'd hand it in on Monday. Don't you think?",
        "You agree?",
        "i leave at five, ok?",
        "Tell me I'm right.",
        "That’s fair, isn’t it?",
        "It's better so, or?",
        "You'd do the same, wouldn't you?",
        "thats ok isnt it?",
    ],
)
def test_asking_for_a_yes_is_heard(text: str) -> None:
    assert asks_for_agreement(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I'll do it right away.",
        "Which answer is right?",
        "What should I say to her?",
        "Is it all right to record a meeting here?",
        "I always say yes to everything.",
        "She thought it was a good idea.",
        "We don't agree on the date.",
    ],
)
def test_a_question_or_a_statement_is_not_asking_for_a_yes(text: str) -> None:
    assert not asks_for_agreement(text)
