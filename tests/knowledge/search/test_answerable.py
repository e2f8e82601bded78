import pytest

from knowledge.ingest.passages import Passage
from knowledge.search.answerable import Answerable, content_words

LEAVE = Passage("leave.md", "Leave", ("How do I ask for leave?",), "Ask four weeks ahead.")
OTHER = Passage("meetings.md", "Meetings", ("Agenda",), "Send the agenda a day before.")
ANSWERABLE = Answerable([LEAVE, OTHER])


def test_words_of_asking_do_not_count_as_a_topic() -> None:
    assert content_words("How do I get the thing?") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("meetings", "meeting"), ("delegates", "delegated"), ("policies", "policy"), ("Asked", "asks")],
)
def test_forms_of_a_word_count_as_one(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_the_nearer_the_passage_the_likelier_an_answer() -> None:
    near = [ANSWERABLE.probability("leave", [(LEAVE, score)]) for score in (0.1, 0.3, 0.5, 0.9)]
    assert near == sorted(near)
    assert near[0] < 0.5 < near[-1]


def test_words_that_the_passages_mention_make_an_answer_likelier() -> None:
    mentioned = ANSWERABLE.probability("leave", [(LEAVE, 0.35)])
    assert mentioned > ANSWERABLE.probability("capital of Mongolia", [(LEAVE, 0.35)])


def test_a_question_without_any_topic_has_a_probability_all_the_same() -> None:
    assert 0 <= ANSWERABLE.probability("", [(LEAVE, 0.0)]) < 0.5


def test_where_nothing_was_found_nothing_is_answerable() -> None:
    assert ANSWERABLE.probability("leave", []) < 0.5
