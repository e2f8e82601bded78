from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from actions.coaching.behaviour import BehaviourClassifier
from benchmarks.annomi import COLUMNS, FITTING_COLUMNS, read_coach_turns
from benchmarks.fit_behaviour import fit
from benchmarks.rater import ARTEFACT, SecondRater

BLAMED = "My teammate keeps missing deadlines and I get blamed."
INVENTED = {
    "reflection": "You feel that nobody listens.",
    "question": "What would you change?",
    "therapist_input": "Doctors suggest a walk.",
    "other": "Okay.",
}


@pytest.fixture(scope="module")
def rater() -> SecondRater:
    return SecondRater()


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("You're the one who gets blamed, and that feels unfair.", "reflection"),
        ("Part of you wants to leave, and part of you likes the team.", "reflection"),
        ("It sounds like the new role came sooner than you wanted.", "reflection"),
        ("I hear how much this matters to you.", "reflection"),
        ("What would you like to be different?", "question"),
        ("So, how did that go?", "question"),
        ("Tell me more about that meeting.", "question"),
        ("The page says to agree on a date first.", "therapist_input"),
        ("You could write down the three things that went wrong.", "therapist_input"),
        ("Some people block an hour in their calendar each morning.", "therapist_input"),
        ("Good.", "other"),
        ("Have a good day.", "other"),
        ("I've saved that for you.", "other"),
    ],
)
def test_clean_sentences_of_a_coach_get_the_label_a_reader_would_give(rater, said: str, label: str) -> None:
    assert rater.label(BLAMED, said) == label
    assert rater.label("", said) == label


@pytest.mark.parametrize("said", ["", "?", "…", "مرحبا", "word " * 2000])
def test_any_text_gets_a_label(rater, said: str) -> None:
    assert rater.label("", said) in INVENTED


def test_a_reflection_that_names_both_sides_goes_beyond_the_words(rater) -> None:
    assert (
        rater.is_complex("I don't know.", "Part of you wants to leave, and part of you likes the team.")
        is True
    )


def test_a_reflection_of_the_same_words_does_not(rater) -> None:
    said = "Part of you wants to leave, and part of you likes the team."
    assert rater.is_complex(said, said) is False


@pytest.mark.parametrize("said", ["What would help?", "Good.", "The page says to agree on a date first."])
def test_what_is_no_reflection_has_no_depth(rater, said: str) -> None:
    assert rater.is_complex(BLAMED, said) is None


def test_the_artefact_is_small_and_holds_only_numbers() -> None:
    assert ARTEFACT.stat().st_size < 500_000
    with np.load(ARTEFACT, allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored.files} == {"f"}


def test_the_same_dialogues_give_the_same_two_raters(tmp_path: Path) -> None:
    lines = [",".join((*COLUMNS, *FITTING_COLUMNS))]
    for number in range(6):
        for label, text in INVENTED.items():
            depth = ("simple", "complex")[number % 2] if label == "reflection" else "n/a"
            flags = [str(label == kind) for kind in ("reflection", "question", "therapist_input")]
            lines.append(f"{number},{label},therapist,{text},{label},{','.join(flags)},{depth}")
    dialogues = tmp_path / "dialogues.csv"
    dialogues.write_text("\n".join(lines), encoding="utf-8")
    turns = read_coach_turns(dialogues, fitting=True)

    def encode(texts: Sequence[str]) -> np.ndarray:
        return np.array([[text == known for known in INVENTED.values()] for text in texts], np.float32)

    files = [tmp_path / f"{name}.npz" for name in ("first", "second", "first-again", "second-again")]
    fit(turns, encode, *files[:2])
    fit(turns, encode, *files[2:])
    assert files[0].read_bytes() == files[2].read_bytes()
    assert files[1].read_bytes() == files[3].read_bytes()
    told = [(turn.before, turn.text) for turn in turns[: len(INVENTED)]]
    assert BehaviourClassifier(encode, files[0]).labels(told) == list(INVENTED)
    assert [SecondRater(files[1]).label(*turn) for turn in told] == list(INVENTED)
