from sqlalchemy import delete

from actions.storage.answers import Answers, FeedbackTally
from actions.storage.tables import Employee

from ..conftest import on_disk


def record(answers: Answers, employee: str, text: str = "Say what you saw.", *, answered: bool = True) -> str:
    return answers.record(
        employee,
        question="What about Zebedee's xylophone?",
        text=text,
        answered=answered,
        answerable=0.9,
        library_version=3,
        writer="stand-in",
        passages=[{"document": "a.md", "heading": "A", "digest": "d"}],
        written=2,
        quoted=1,
    )


def test_neither_question_nor_answer_lies_readable_in_the_file(answers, ann, tmp_path) -> None:
    record(answers, ann, "Praise the glockenspiel instead.")

    for words in (b"xylophone", b"Zebedee", b"glockenspiel"):
        assert words not in on_disk(tmp_path)


def test_an_answer_comes_back_with_what_made_it(answers, ann) -> None:
    found = answers.get(record(answers, ann), ann)

    assert found is not None
    assert (found.question, found.text) == ("What about Zebedee's xylophone?", "Say what you saw.")
    assert (found.library_version, found.writer) == (3, "stand-in")
    assert found.passages == [{"document": "a.md", "heading": "A", "digest": "d"}]


def test_nobody_gets_another_persons_answer(answers, ann, bo) -> None:
    number = record(answers, ann)

    assert answers.get(number, bo) is None
    assert answers.latest(bo) is None
    assert answers.get(number, "") is None
    assert answers.get("no-such-answer", ann) is None


def test_the_latest_answer_is_ones_own_newest_that_was_no_decline(answers, ann, bo) -> None:
    record(answers, ann, "first")
    record(answers, ann, "second")
    record(answers, ann, "declined", answered=False)
    record(answers, bo, "somebody else's")

    latest = answers.latest(ann)

    assert latest is not None
    assert latest.text == "second"


def test_a_judgement_of_somebody_elses_answer_is_not_stored(answers, ann, bo) -> None:
    number = record(answers, ann)

    assert not answers.judge(number, bo, helped=True, reason=None)
    assert not answers.judge("no-such-answer", bo, helped=True, reason=None)
    assert answers.tally() == FeedbackTally(0, 0)


def test_the_last_thumb_counts(answers, ann) -> None:
    number = record(answers, ann)

    assert answers.judge(number, ann, helped=True, reason=None)
    assert answers.judge(number, ann, helped=False, reason="wrong_page")

    assert answers.tally() == FeedbackTally(0, 1)


def test_with_an_employee_all_their_answers_and_thumbs_go(answers, sessions, ann, bo) -> None:
    for employee in (ann, bo):
        answers.judge(record(answers, employee), employee, helped=True, reason=None)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    assert answers.latest(ann) is None
    assert answers.latest(bo) is not None
    assert answers.tally() == FeedbackTally(1, 0)
