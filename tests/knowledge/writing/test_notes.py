import pytest

from knowledge.ingest.passages import Passage
from knowledge.writing.notes import choose_notes, stands_alone


def notes_for(library, question: str, limit: int = 4) -> list:
    result = library.search(question)
    found = [(f.passage, f.score) for f in result.found]
    return choose_notes(result.vector, found, library.encode, limit)


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Ask your manager four weeks ahead.", True),
        ('You could say: "I need another week for this."', True),
        ("They answer within three working days.", False),
        ("However, the manager answers within days.", False),
        ("For example, three days give 16 days.", False),
        ("What do you want to say?", False),
        ("Ask today.", False),
        ("Region | Days | Approval by the head", False),
        ("word " * 41 + "end.", False),
        ("", False),
    ],
)
def test_only_sentences_that_stand_alone_become_notes(sentence: str, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_the_notes_answer_the_question_and_name_their_passage(library) -> None:
    notes = notes_for(library, "How do I ask for a sabbatical?")
    assert "Ask your department head for a sabbatical in writing at least six months ahead." in [
        n.text for n in notes
    ]
    assert all(note.text in note.passage.text for note in notes)


def test_notes_stand_in_the_order_of_the_page(library) -> None:
    notes = notes_for(library, "How do I give a colleague critical feedback?")
    assert len(notes) > 1
    places = [(n.passage.document, n.passage.position, n.passage.text.index(n.text)) for n in notes]
    assert places == sorted(places)


@pytest.mark.parametrize("limit", [1, 2])
def test_there_are_never_more_notes_than_asked_for(library, limit: int) -> None:
    assert len(notes_for(library, "How do I give a colleague critical feedback?", limit)) == limit


def test_a_page_that_says_a_thing_twice_gives_one_note(encoder) -> None:
    text = "Ask your manager for leave four weeks ahead. Ask your manager for leave four weeks ahead!"
    passage = Passage("a.md", "Leave", ("How do I ask?",), text)
    notes = choose_notes(encoder.encode(["How do I ask for leave?"])[0], [(passage, 0.9)], encoder.encode, 4)
    assert len(notes) == 1


def test_a_passage_without_whole_sentences_gives_no_notes(encoder) -> None:
    passage = Passage("a.md", "A", ("Table",), "Region | Days\nLeeds | 27\nPorto | 26")
    assert choose_notes(encoder.encode(["days?"])[0], [(passage, 0.9)], encoder.encode, 4) == []


def test_nothing_found_gives_no_notes(encoder) -> None:
    assert choose_notes(encoder.encode(["days?"])[0], [], encoder.encode, 4) == []


def test_a_page_without_headings_can_still_answer(encoder) -> None:
    passage = Passage("a.txt", "A", (), "Park your car behind the blue hall.")
    notes = choose_notes(encoder.encode(["Where do I park?"])[0], [(passage, 0.7)], encoder.encode, 4)
    assert [note.text for note in notes] == ["Park your car behind the blue hall."]
