import json

import pytest

from knowledge.search.answerable import MODEL, Answerable


def test_what_the_pages_answer_is_likelier_than_what_they_do_not(library) -> None:
    asked = library.search("How far ahead must I ask for a sabbatical?").answerable
    beside = library.search("Can I have a sabbatical to climb Mount Everest in winter?").answerable
    strange = library.search("What is the boiling point of ethanol?").answerable
    assert asked > beside > strange
    assert strange < 0.5 < asked


@pytest.mark.parametrize("question", ["How do I run a meeting?", "who won the cup", "feedback", "?"])
def test_a_probability_is_one(library, question: str) -> None:
    assert 0 <= library.search(question).answerable <= 1


def test_the_model_names_its_signals_and_a_better_fit_makes_an_answer_likelier() -> None:
    model = json.loads(MODEL.read_text())
    assert tuple(model["signals"]) == Answerable.NAMES
    assert len(model["weights"]) == len(Answerable.NAMES)
    assert min(model["weights"]) > 0
