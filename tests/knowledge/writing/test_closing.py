import numpy as np
import pytest

from knowledge.ingest.page import page_files, read_page
from knowledge.ingest.passages import Passage
from knowledge.settings import knowledge_settings
from knowledge.writing.closing import LOOK_UP, closing_question, open_questions
from knowledge.writing.sentences import is_question, split_sentences, words

QUESTIONS = [(skill, question) for skill, kept in open_questions().items() for question in kept]


def page_on(*skills: str) -> Passage:
    return Passage("page.md", "Page", ("Section",), "Text.", skills)


@pytest.mark.parametrize(("skill", "question"), QUESTIONS)
def test_each_kept_question_is_one_short_open_question(skill: str, question: str) -> None:
    assert len(split_sentences(question)) == 1
    assert is_question(question)
    assert 4 <= words(question) <= 16
    assert question.split()[0] in ("What", "Which", "How", "Who", "Where", "When")
    assert not any(c.isdigit() for c in question)


def test_every_skill_of_the_library_has_its_questions() -> None:
    root = knowledge_settings().library
    skills = {skill for file in page_files(root) for skill in read_page(file, root).front_matter.skills}
    assert skills - {LOOK_UP} <= set(open_questions())


def test_the_question_nearest_to_what_was_asked_is_chosen(encoder) -> None:
    kept = open_questions()["listening"]
    for question in kept:
        asked = encoder.encode([question])[0]
        assert closing_question(asked, page_on("listening"), encoder.encode) == question


@pytest.mark.parametrize("skills", [(LOOK_UP,), ("listening", LOOK_UP), (), ("juggling",)])
def test_a_page_that_is_looked_up_or_unknown_is_not_talked_over(skills: tuple[str, ...], encoder) -> None:
    asked = np.zeros(384, dtype=np.float32)
    assert closing_question(asked, page_on(*skills), encoder.encode) is None
