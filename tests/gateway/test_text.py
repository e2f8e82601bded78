import pytest

from gateway.errors import BadMessage
from gateway.text import MAX_CHARACTERS, clean


def reads_as_command(text: str) -> bool:
    """Says what Rasa says: it strips the text and looks for a slash at its start."""
    return text.strip().startswith("/")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t ", "/", "///", " / ", "\x00\x07", "\ud800", "\ue000", "\x1b"]
)
def test_an_empty_message_is_refused_with_a_line_that_asks(text: str) -> None:
    with pytest.raises(BadMessage, match="empty"):
        clean(text)


@pytest.mark.parametrize("text", ["😀", "👩🏽‍💻 🎉🎉", "?!", "...", "❤️", "—", "🇩🇪", "\u200f\u200b"])
def test_a_message_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(BadMessage, match="only understand words"):
        clean(text)


def test_a_message_that_is_too_long_is_refused_with_its_length_and_the_limit() -> None:
    with pytest.raises(BadMessage) as error:
        clean("a" * 20_000)

    assert "20,000" in str(error.value)
    assert "4,000" in str(error.value)
    assert len(str(error.value)) < 200


def test_a_message_of_exactly_the_limit_is_taken() -> None:
    assert clean("a" * MAX_CHARACTERS) == "a" * MAX_CHARACTERS
    with pytest.raises(BadMessage):
        clean("a" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize(
    "text",
    [
        "/greet",
        "//greet",
        "  /greet",
        "/ /greet",
        " / / greet",
        "/\n/greet",
        "\x00/greet",
        "/\x00/greet",
        "\u3000/greet",
        '/give_feedback_negative{"answer_id": "1"}',
        '/ /give_feedback_negative{"answer_id": "1"}',
        "/ /restart",
        "\ud800/greet",
        "／greet",
        "/／greet",
    ],
)
def test_nothing_typed_reaches_rasa_as_a_command(text: str) -> None:
    cleaned = clean(text)

    assert not reads_as_command(cleaned)
    assert cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  hello \n", "hello"),
        ("a\x00b\x08c\x7f", "abc"),
        ("a\x85b\x9bc", "abc"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("one\r\ntwo", "one\ntwo"),
        ("and/or, 1/2, https://a/b", "and/or, 1/2, https://a/b"),
        ("he\ud800llo\udfff", "hello"),
        ("5", "5"),
    ],
)
def test_control_characters_and_broken_ones_go_and_the_rest_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "كيف أعطي ملاحظات لزميلي؟",
        "איך נותנים משוב?",
        "反馈怎么给",
        "Größe, naïve, Ærø",
        "\u200fmixed \u202babc\u202c",
        "well done 👩🏽‍💻🎉",
        "zwölf\u200dß",
    ],
)
def test_every_language_and_emoji_with_words_are_kept_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", ["hello", "a\x00b", "／ greet", "😀 ok"])
def test_what_is_cleaned_can_be_stored_and_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")
