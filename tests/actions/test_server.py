import json
import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from actions import server
from actions.coach import Coach
from actions.skills import ask_library, feedback, out_of_scope, talk_to_human, turn
from actions.storage.answers import Answers

from .conftest import SECRET, LibraryStandIn

HEADERS = {"X-Everycoach-Secret": SECRET}
QUESTION = "How do I give feedback to Zebedee about his xylophone?"


@pytest.fixture
def client(monkeypatch, settings, coach: Coach) -> Iterator[TestClient]:
    monkeypatch.setattr(server, "coach_settings", lambda: settings)
    for module in (server, ask_library, feedback, out_of_scope, talk_to_human, turn):
        monkeypatch.setattr(module, "get_coach", lambda: coach)
    with TestClient(server.make_app()) as client:
        yield client


def call(action: str, employee: str, text: str, intent: str = "ask_library", entities=()) -> dict:
    """Returns what Rasa posts to have an action run."""
    message = {"text": text, "intent": {"name": intent}, "entities": list(entities)}
    tracker = {"sender_id": employee, "slots": {}, "latest_message": message, "events": [], "paused": False,
               "followup_action": None, "active_loop": {}, "latest_action_name": None}  # fmt: skip
    return {
        "next_action": action,
        "sender_id": employee,
        "tracker": tracker,
        "domain": {},
        "version": "3.6.21",
    }


def run(client: TestClient, *args, **kwargs) -> dict:
    response = client.post("/webhook", json=call(*args, **kwargs), headers=HEADERS)
    assert response.status_code == 200, response.text
    return response.json()["responses"][0]["custom"]


def lines(client: TestClient, stream: str) -> list[dict]:
    response = client.get(f"/streams/{stream}", headers=HEADERS)
    assert response.status_code == 200
    return [json.loads(line) for line in response.text.splitlines()]


@pytest.mark.parametrize("headers", [{}, {"X-Everycoach-Secret": ""}, {"X-Everycoach-Secret": SECRET[:-1]},
                                     {"X-Everycoach-Secret": SECRET + "x"}, {"X-Everycoach-Secret": b"\xfc\xff"},
                                     {"Authorization": f"Bearer {SECRET}"}])  # fmt: skip
@pytest.mark.parametrize(("method", "path"), [("GET", "/health"), ("POST", "/webhook"), ("POST", "/safety"),
                                              ("GET", "/streams/abc"), ("GET", "/nowhere")])  # fmt: skip
def test_nobody_without_the_secret_reaches_any_route(client, method, path, headers) -> None:
    assert client.request(method, path, headers=headers, json={}).status_code == 401


def test_every_route_there_is_asks_for_the_secret(client) -> None:
    routes = [(method, route.path) for route in client.app.routes for method in getattr(route, "methods", ())]

    assert {path for _, path in routes} == {"/health", "/webhook", "/safety", "/streams/{stream_id}"}
    assert {client.request(method, path).status_code for method, path in routes} == {401}


def test_a_question_is_answered_as_a_stream_that_can_be_read_again_from_the_start(client, ann) -> None:
    reply = run(client, "action_ask_library", ann, QUESTION)

    assert reply["kind"] == "answer"
    first, second = lines(client, reply["stream"]), lines(client, reply["stream"])
    assert first == second
    assert [line.get("sentence") for line in first] == [
        "Say what you saw.",
        "Then ask how they see it?",
        None,
    ]
    assert first[-1]["reply"]["text"] == "Say what you saw. Then ask how they see it?"
    assert first[-1]["reply"]["citations"][0]["document"] == "feedback/how.md"


def test_a_stream_ends_with_an_honest_word_when_the_writing_breaks(client, ann, library, caplog) -> None:
    library.writer.breaks = True

    with caplog.at_level(logging.DEBUG):
        reply = run(client, "action_ask_library", ann, QUESTION)
        told = lines(client, reply["stream"])

    assert told[-1]["reply"]["kind"] == "decline"
    assert "ask me again" in told[-1]["reply"]["text"]
    assert "writing an answer failed: RuntimeError" in caplog.text
    assert "xylophone" not in caplog.text


def test_an_unknown_stream_is_404(client) -> None:
    assert client.get("/streams/0123456789abcdef", headers=HEADERS).status_code == 404


def test_what_the_library_does_not_know_is_declined_with_a_way_to_a_person(
    client, ann, answers: Answers
) -> None:
    reply = run(client, "action_ask_library", ann, "Who won the cup?")

    assert reply["kind"] == "decline"
    assert reply["buttons"][0]["payload"] == "/talk_to_human"
    assert "stream" not in reply


def test_an_action_that_fails_is_a_500_that_tells_nobody_what_was_written(
    client, ann, library, caplog
) -> None:
    library.broken = True

    with caplog.at_level(logging.DEBUG):
        response = client.post("/webhook", json=call("action_ask_library", ann, QUESTION), headers=HEADERS)

    assert response.status_code == 500
    assert "xylophone" not in response.text
    assert "action action_ask_library failed: RuntimeError" in caplog.text
    assert "xylophone" not in caplog.text


def test_an_action_that_is_not_there_is_404(client, ann) -> None:
    response = client.post("/webhook", json=call("action_fly", ann, QUESTION), headers=HEADERS)

    assert response.status_code == 404
    assert response.json()["action_name"] == "action_fly"


def test_no_message_stands_in_the_log_after_a_turn_that_went_well(client, ann, caplog) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/safety", json={"text": QUESTION}, headers=HEADERS)
        reply = run(client, "action_ask_library", ann, QUESTION)
        told = lines(client, reply["stream"])[-1]["reply"]
        run(client, "action_record_feedback", ann, told["buttons"][0]["payload"], "give_feedback_positive",
            [{"entity": "answer_id", "value": told["answer_id"]}])  # fmt: skip

    for words in ("xylophone", "Zebedee", "Say what you saw"):
        assert words not in caplog.text


def test_feedback_on_somebody_elses_answer_is_not_stored(client, ann, bo, answers: Answers) -> None:
    stream = run(client, "action_ask_library", ann, QUESTION)["stream"]
    answer_id = lines(client, stream)[-1]["reply"]["answer_id"]
    thumb = [{"entity": "answer_id", "value": answer_id}]

    run(client, "action_record_feedback", bo, "/x", "give_feedback_positive", thumb)
    assert (answers.tally().helped, answers.tally().did_not_help) == (0, 0)

    run(client, "action_record_feedback", ann, "/x", "give_feedback_positive", thumb)
    assert (answers.tally().helped, answers.tally().did_not_help) == (1, 0)


def test_a_message_that_may_mean_danger_gets_help_lines(client) -> None:
    response = client.post("/safety", json={"text": "I think about suicide"}, headers=HEADERS).json()

    assert response["route"] == "crisis"
    assert "999" in response["text"]


def test_an_ordinary_message_is_let_through(client) -> None:
    response = client.post("/safety", json={"text": QUESTION}, headers=HEADERS)

    assert response.json() == {"route": None, "text": ""}


def test_the_first_question_does_not_wait_because_the_server_has_warmed_up(
    client, library: LibraryStandIn
) -> None:
    assert library.asked == [("How do I give feedback?", False)]


def test_warming_up_leaves_no_answer_behind(client, answers: Answers, ann) -> None:
    assert answers.latest(ann) is None


def test_bad_settings_at_start_are_one_line_and_status_2(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        server.main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_bad_setting_of_the_library_is_one_line_and_status_2_too(monkeypatch, capsys, settings) -> None:
    from actions import coach as wiring
    from knowledge.settings import knowledge_settings

    monkeypatch.setenv("EVERYCOACH_WRITER", "quill")
    monkeypatch.setattr(server, "coach_settings", lambda: settings)
    monkeypatch.setattr(wiring, "coach_settings", lambda: settings)
    wiring.get_coach.cache_clear()
    knowledge_settings.cache_clear()

    with pytest.raises(SystemExit) as ended:
        server.main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
