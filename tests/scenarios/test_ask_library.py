"""An employee asks, and is answered from the company's own pages."""

from tests.scenarios.processes import RunningCoach

QUESTION = "how do I tell a colleague that their work is not good enough?"
MAX_WORDS = 120


def test_a_question_is_answered_from_the_pages_with_sources_and_two_feedback_buttons(
    coach: RunningCoach,
) -> None:
    turn = coach.ask(QUESTION, "asks-first")
    notice, answer = turn["replies"]
    assert notice["kind"] == "notice"
    assert answer["kind"] == "answer"
    assert 10 < len(answer["text"].split()) <= MAX_WORDS
    assert answer["citations"][0]["document"] == "conversations/giving-feedback.md"
    assert len(answer["buttons"]) == 2
    assert turn["intent"]["name"] == "ask_library"
    assert turn["route"] is None


def test_the_notice_comes_once(coach: RunningCoach) -> None:
    assert [r["kind"] for r in coach.ask("Hello", "comes-back")["replies"]] == ["notice", "move"]
    assert [r["kind"] for r in coach.ask("Hello", "comes-back")["replies"]] == ["move"]


def test_a_policy_is_answered_with_its_numbers(coach: RunningCoach) -> None:
    answer = coach.ask("How many days of holiday do I get?", "policy")["replies"][-1]
    assert "27 days" in answer["text"]
    assert answer["citations"][0]["document"] == "company/leave.md"


def test_what_the_library_does_not_cover_is_declined_politely(coach: RunningCoach) -> None:
    reply = coach.ask("what is the capital of Mongolia?", "asks-trivia")["replies"][-1]
    assert reply["kind"] == "decline"
    assert "Ulaanbaatar" not in reply["text"]
    assert reply["citations"] == []


def test_a_yes_after_a_decline_names_a_person(coach: RunningCoach) -> None:
    coach.ask("what is the capital of Mongolia?", "says-yes")
    reply = coach.ask("yes please", "says-yes")["replies"][-1]
    assert "People team" in reply["text"]


def test_every_shown_sentence_stands_in_a_cited_page_or_retells_it(coach: RunningCoach) -> None:
    from knowledge.settings import knowledge_settings
    from knowledge.writing.sentences import split_sentences
    from knowledge.writing.support import check_support

    library = knowledge_settings().library
    for question in (QUESTION, "how do I delegate work?", "how do I prepare a one-to-one?"):
        answer = coach.ask(question, "checks-sentences")["replies"][-1]
        pages = "\n".join((library / c["document"]).read_text() for c in answer["citations"])
        sentences = split_sentences(answer["text"])
        questions = [s for s in sentences if s.endswith("?")]
        assert len(questions) <= 1
        for sentence in sentences:
            if not sentence.endswith("?"):
                assert check_support(sentence, pages, question).supported, sentence
