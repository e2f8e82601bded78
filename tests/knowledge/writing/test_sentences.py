import pytest

from knowledge.writing.sentences import is_question, split_sentences, words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("Ask Dr. Hall, e.g. Tuesday. Then go.", ["Ask Dr. Hall, e.g. Tuesday.", "Then go."]),
        ("It costs 2.25 a day. Pay it.", ["It costs 2.25 a day.", "Pay it."]),
        ('Say: "I am ill. I cannot work." Then rest.', ['Say: "I am ill. I cannot work."', "Then rest."]),
        ("Say: “No. Not now.” Then rest.", ["Say: “No. Not now.”", "Then rest."]),
        ("- First point\n- Second point\n3) Third", ["First point", "Second point", "Third"]),
        ("A line\nanother line", ["A line", "another line"]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("lower case. stays together", ["lower case. stays together"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_text_is_split_where_a_reader_would(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


def test_an_unclosed_quotation_loses_no_text() -> None:
    text = 'She said "go. Then she left. Nobody asked.'
    assert " ".join(split_sentences(text)) == text


def test_a_very_long_line_is_split_whole() -> None:
    assert len(split_sentences("This is a sentence. " * 2000)) == 2000


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("What next?", True),
        ('You could ask: "What next?"', False),
        ("Ask “What next?” today.", False),
        ('Did she say "no"?', True),
        ("", False),
    ],
)
def test_a_quoted_question_is_no_question(sentence: str, asks: bool) -> None:
    assert is_question(sentence) is asks


def test_words_are_counted_by_white_space() -> None:
    assert words("  two-part words,\n don't\tcount twice ") == 5
