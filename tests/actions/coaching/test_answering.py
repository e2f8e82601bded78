import json

from actions.coaching.answering import MAX_CITATIONS, REASONS, Answering
from actions.messages import Reply
from actions.storage.answers import FeedbackTally
from knowledge.ingest.passages import Passage
from knowledge.writing.writer import Sentence

from ..conftest import on_disk

QUESTION = "How do I give feedback to Zebedee?"


def write(answering: Answering, employee: str) -> tuple[Reply, list[str]]:
    shown: list[str] = []
    return answering.write(employee, answering.look_up(QUESTION), shown.append), shown


def test_an_answer_shows_each_sentence_and_ends_whole_with_its_source(answering, ann) -> None:
    reply, shown = write(answering, ann)

    assert reply.text == " ".join(shown)
    assert [(c.document, c.heading, c.title) for c in reply.citations] == [
        ("feedback/how.md", "Be specific", "How to give feedback")
    ]


def test_what_was_answered_is_kept_for_its_employee_and_unreadable_in_the_file(
    answering, answers, ann, bo, tmp_path
) -> None:
    reply, _ = write(answering, ann)

    kept = answers.get(reply.answer_id, ann)
    assert kept is not None
    assert (kept.question, kept.text, kept.answered) == (QUESTION, reply.text, True)
    assert (kept.library_version, kept.writer, kept.sentences_written) == (7, "stand-in", 1)
    assert answers.get(reply.answer_id, bo) is None
    assert b"Zebedee" not in on_disk(tmp_path)
    assert b"what you saw" not in on_disk(tmp_path)


def test_the_thumbs_name_the_answer_they_belong_to(answering, ann) -> None:
    reply, _ = write(answering, ann)

    for button, intent in zip(
        reply.buttons, ("/give_feedback_positive", "/give_feedback_negative"), strict=True
    ):
        assert button.payload.startswith(intent + "{")
        assert json.loads(button.payload.removeprefix(intent)) == {"answer_id": reply.answer_id}


def test_an_answer_from_many_pages_names_the_first_few(answering, library, ann, monkeypatch) -> None:
    pages = [Passage(f"{n}.md", str(n), (), f"{n}") for n in range(5)]
    sentences = [Sentence(page.text, page) for page in pages for _ in range(2)]
    monkeypatch.setattr(library.writer, "write", lambda *_, **__: iter(sentences))

    reply, _ = write(answering, ann)

    assert [c.document for c in reply.citations] == [f"{n}.md" for n in range(MAX_CITATIONS)]


def test_a_decline_is_honest_names_the_nearest_page_and_offers_a_person(answering, answers, ann) -> None:
    reply = answering.decline(ann, answering.look_up("Who won the cup?"))

    assert reply.kind == "decline"
    assert "don't have anything" in reply.text
    assert "How to give feedback" in reply.text
    assert [button.payload for button in reply.buttons] == ["/talk_to_human"]
    assert answers.latest(ann) is None


def test_the_person_to_ask_is_the_one_from_the_settings(answering) -> None:
    assert "Priya in People" in answering.person_to_ask().text


def test_feedback_on_somebody_elses_answer_is_not_stored(answering, answers, ann, bo) -> None:
    reply, _ = write(answering, ann)

    told = answering.judge(bo, reply.answer_id, helped=False, reason=None)

    assert answers.tally() == FeedbackTally(0, 0)
    assert not told.buttons


def test_feedback_without_a_name_is_on_ones_own_newest_answer(answering, answers, ann, bo) -> None:
    write(answering, ann)
    write(answering, bo)

    answering.judge(ann, None, helped=True, reason=None)
    answering.judge(bo, None, helped=False, reason=None)

    assert answers.tally() == FeedbackTally(1, 1)


def test_feedback_before_any_answer_is_met_kindly_and_not_stored(answering, answers, ann) -> None:
    assert answering.judge(ann, None, helped=True, reason=None).text
    assert answering.judge(ann, None, helped=False, reason=None).text
    assert answers.tally() == FeedbackTally(0, 0)


def test_a_thumb_down_asks_why_once_with_reasons_as_buttons(answering, answers, ann) -> None:
    reply, _ = write(answering, ann)

    asked = answering.judge(ann, reply.answer_id, helped=False, reason=None)
    assert [button.title for button in asked.buttons] == list(REASONS.values())
    reasons = [json.loads(b.payload.removeprefix("/give_feedback_negative"))["reason"] for b in asked.buttons]
    assert reasons == list(REASONS)

    assert not answering.judge(ann, reply.answer_id, helped=False, reason="not_true").buttons
    assert answers.tally() == FeedbackTally(0, 1)
