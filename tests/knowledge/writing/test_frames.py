import pytest

from knowledge.writing.frames import frame


@pytest.mark.parametrize(
    ("note", "begin"),
    [
        ("Open first if you know the subject well.", "If you know the subject well,"),
        ("Never tell anyone, because IT will never ask.", "Because IT will never ask,"),
    ],
)
def test_another_part_of_the_note_goes_first(note: str, begin: str) -> None:
    assert frame(note) == begin


@pytest.mark.parametrize(
    "note",
    [
        "If you know the subject well, open first.",
        "On your first day, you get a badge.",
        "The recommendation says what you want.",
        'You could say: "Ask me when you are ready."',
        "Report it the same day; after that it lapses.",
        "",
    ],
)
def test_a_note_without_a_clause_to_move_has_no_other_beginning(note: str) -> None:
    assert frame(note) == ""
