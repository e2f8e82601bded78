import asyncio
from pathlib import Path

import pytest
import yaml

from actions.skills import Skills, ask_library, feedback, out_of_scope, talk_to_human, turn
from actions.storage.answers import FeedbackTally

from ..test_server import call

DOMAIN = Path(__file__).parents[3] / "bot" / "domain"


@pytest.fixture
def skills(monkeypatch, coach) -> Skills:
    for module in (ask_library, feedback, out_of_scope, talk_to_human, turn):
        monkeypatch.setattr(module, "get_coach", lambda: coach)
    return Skills()


def run(skills: Skills, *args, **kwargs) -> tuple[dict, list[dict]]:
    status, body = asyncio.run(skills.run(call(*args, **kwargs)))
    assert status == 200
    return body["responses"][0]["custom"], body["events"]


def test_every_action_that_the_domain_names_exists_and_no_other() -> None:
    named = set()
    for file in DOMAIN.glob("*.yml"):
        named |= set(yaml.safe_load(file.read_text(encoding="utf-8")).get("actions", []))

    assert set(Skills().names()) == named


def test_a_question_is_asked_of_the_library_as_it_was_written(skills, library, ann) -> None:
    reply, events = run(skills, "action_ask_library", ann, "Anything on FEEDBACK?")

    assert library.asked == [("Anything on FEEDBACK?", False)]
    assert set(reply) == {"kind", "stream"}
    assert events == [{"event": "slot", "timestamp": None, "name": "offer", "value": None}]


def test_after_a_decline_a_yes_means_a_person(skills, ann) -> None:
    reply, events = run(skills, "action_ask_library", ann, "Who won the cup?")

    assert reply["kind"] == "decline"
    assert events[0]["value"] == "human"


def test_what_may_not_be_about_work_has_to_fit_a_page_clearly(skills, library, ann) -> None:
    reply, events = run(skills, "action_decline", ann, "Who won the cup?")

    assert library.asked == [("Who won the cup?", True)]
    assert reply["kind"] == "decline"
    assert events[0]["value"] == "human"


def test_a_person_is_named_and_the_offer_is_off_the_table(skills, ann) -> None:
    reply, events = run(skills, "action_talk_to_human", ann, "yes please")

    assert "Priya in People" in reply["text"]
    assert events[0]["value"] is None


def test_a_thumb_down_with_its_reason_is_stored(skills, answering, answers, ann) -> None:
    answer = answering.write(ann, answering.look_up("feedback"), lambda _: None)
    entities = [{"entity": "answer_id", "value": answer.answer_id}, {"entity": "reason", "value": "not_true"}]

    run(skills, "action_record_feedback", ann, "/x", "give_feedback_negative", entities)

    assert answers.tally() == FeedbackTally(0, 1)


def test_a_message_without_text_or_intent_breaks_nothing(skills, ann) -> None:
    request = call("action_ask_library", ann, "")
    request["tracker"]["latest_message"] = {}

    status, body = asyncio.run(skills.run(request))

    assert status == 200
    assert body["responses"][0]["custom"]["kind"] == "decline"
