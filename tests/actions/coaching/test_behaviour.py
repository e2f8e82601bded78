from collections.abc import Sequence

import numpy as np
import pytest

from actions.coaching.behaviour import ARTEFACT, LABELS, BehaviourClassifier, features, spoken
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings

BLAMED = "My teammate keeps missing deadlines and I get blamed."


@pytest.fixture(scope="module")
def classifier() -> BehaviourClassifier:
    return BehaviourClassifier(Encoder(knowledge_settings().encoder).encode)


def no_meaning(texts: Sequence[str]) -> np.ndarray:
    return np.zeros((len(texts), 384), np.float32)


@pytest.mark.parametrize(
    ("before", "said", "label"),
    [
        (BLAMED, "You're the one who gets blamed, and that feels unfair.", "reflection"),
        ("I'm tired of all this.", "You've been carrying a lot for a long time.", "reflection"),
        (BLAMED, "What have you said to him so far?", "question"),
        ("It's a 6 out of 10.", "A six. Why a six and not a three?", "question"),
        (
            BLAMED,
            "Describe what you saw before you say what it did to the team. Do it in private, within two days.",
            "therapist_input",
        ),
        ("No thanks.", "That's fine.", "other"),
        ("Hi", "Hello. I'm here for anything about your work.", "other"),
        ("", "Okay.", "other"),
    ],
)
def test_what_a_plain_turn_does_is_told(classifier, before: str, said: str, label: str) -> None:
    assert classifier.labels([(before, said)]) == [label]


def test_probabilities_stand_in_the_order_of_the_labels_and_add_up(classifier) -> None:
    found = classifier.probabilities([("", "Okay."), (BLAMED, "How did that go?")])
    assert found.shape == (2, len(LABELS))
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)
    assert [LABELS[best] for best in found.argmax(axis=1)] == ["other", "question"]


def test_a_turn_is_judged_alike_alone_and_among_others(classifier) -> None:
    turns = [(BLAMED, "How did that go?"), ("", ""), ("Hi", "Hello."), ("", "?!"), ("", "word " * 400)]
    assert np.allclose(classifier.probabilities(turns)[:1], classifier.probabilities(turns[:1]), atol=1e-3)


def test_no_turns_have_no_probabilities() -> None:
    assert BehaviourClassifier(no_meaning).probabilities([]).shape == (0, 4)


def test_the_words_just_before_count() -> None:
    echoed, alone = features(
        [("The deadline slipped.", "The deadline slipped."), ("", "The deadline slipped.")], no_meaning
    )
    assert (echoed != alone).any()


def test_what_a_transcriber_adds_is_left_out() -> None:
    assert spoken("So, um, what-what [chuckles] if— you’d like") == "So, what if- you'd like"


def test_the_artefact_is_small_and_holds_only_numbers() -> None:
    assert ARTEFACT.stat().st_size < 100_000
    with np.load(ARTEFACT, allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored.files} == {"f"}
