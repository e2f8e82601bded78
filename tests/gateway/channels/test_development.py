import logging

import httpx
import pytest

from actions.storage.database import open_database
from actions.storage.people import People
from gateway.outbox import Outbox

from ..conftest import ANSWER, INTENT, SECRET, on_disk

HEADERS = {"Authorization": f"Bearer {SECRET}"}


def ask(client, text: str = "hello", **fields):
    return client.post("/development/ask", json={"text": text, **fields}, headers=HEADERS)


def kinds(response) -> list[str]:
    assert response.status_code == 200, response.text
    return [reply["kind"] for reply in response.json()["replies"]]


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": ""}, {"Authorization": SECRET}, {"Authorization": f"Bearer {SECRET[:-1]}"},
     {"Authorization": f"Bearer {SECRET}x"}, {"Authorization": b"Bearer \xff"}],
)  # fmt: skip
def test_nobody_asks_without_the_secret(client, neighbours, headers) -> None:
    assert client.post("/development/ask", json={"text": "hello"}, headers=headers).status_code == 401
    assert neighbours.asked == []


def test_the_routes_do_not_exist_outside_development_mode(closed) -> None:
    assert ask(closed).status_code == 404
    assert closed.get("/development/ask", headers=HEADERS).status_code == 404
    assert not [route for route in closed.app.routes if "/development" in getattr(route, "path", "")]


def test_a_turn_gives_replies_intent_and_route(client, neighbours) -> None:
    said = neighbours.stream()
    neighbours.says = lambda turn: said

    result = ask(client).json()

    assert [reply["kind"] for reply in result["replies"]] == ["notice", "answer"]
    assert result["replies"][1]["text"] == ANSWER.text
    assert result["intent"] == INTENT
    assert result["route"] is None
    assert result["latency_ms"] >= 0


def test_danger_is_met_without_rasa(client, neighbours) -> None:
    result = ask(client, "suicide").json()

    assert result["route"] == "crisis"
    assert result["intent"] is None
    assert neighbours.texts() == []


def test_the_notice_comes_once_for_each_employee_beside_the_answer(client) -> None:
    assert kinds(ask(client, user="ann")) == ["notice", "move"]
    assert kinds(ask(client, user="ann")) == ["move"]
    assert kinds(ask(client, user="bo")) == ["notice", "move"]


def test_the_same_name_continues_the_conversation_and_another_does_not(client, neighbours) -> None:
    for user in ("ann", "ann", "bo"):
        ask(client, user=user)

    first, second, other = [
        body["conversation"] for path, body in neighbours.asked if path.startswith("/webhooks")
    ]
    assert first == second != other


def test_a_typed_command_is_no_command(client, neighbours) -> None:
    ask(client, '/give_feedback_positive{"answer_id": "1"}')

    assert neighbours.texts() == ['give_feedback_positive{"answer_id": "1"}']
    assert neighbours.asked[0][0] == "/safety"


@pytest.mark.parametrize("text", ["", "   ", "/", "😀", "a" * 20_000])
def test_text_that_nobody_can_answer_is_refused_with_one_line(client, neighbours, text: str) -> None:
    response = ask(client, text)

    assert response.status_code == 422
    assert "\n" not in response.json()["error"]
    assert neighbours.asked == []


@pytest.mark.parametrize("fields", [{"user": ""}, {"user": "x" * 65}, {"at": "2027-01-15T09:00:00"}, {"at": "soon"},
                                    {"text": None}, {"text": 5}])  # fmt: skip
def test_fields_that_cannot_be_are_refused_by_name(client, fields: dict) -> None:
    response = client.post("/development/ask", json={"text": "hello", **fields}, headers=HEADERS)

    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"][-1] == next(iter(fields))


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b'{"text": "\\ud800"}', b'{"text": "hi", "user": "\\ud800"}']
)
def test_a_body_that_is_none_is_refused_and_breaks_nothing(client, body: bytes) -> None:
    response = client.post(
        "/development/ask", content=body, headers={**HEADERS, "Content-Type": "application/json"}
    )

    assert response.status_code in (400, 422)


def test_what_was_said_is_marked_as_delivered_and_unreadable_in_the_file(client, settings, tmp_path) -> None:
    ask(client, "Zebedee plays the xylophone")

    sessions = open_database(settings)
    employee = People(sessions, SECRET).employee_id("terminal", "development", "you")
    assert Outbox(sessions).undelivered(employee) == []
    assert b"xylophone" not in on_disk(tmp_path)
    assert b"Zebedee" not in on_disk(tmp_path)


def test_a_neighbour_that_stays_down_ends_in_a_reply_not_in_an_error(client, neighbours) -> None:
    neighbours.down.add("rasa")

    assert kinds(ask(client)) == ["decline"]


def test_no_message_stands_in_the_log(client, neighbours, caplog) -> None:
    words = "Zebedee plays the xylophone"
    with caplog.at_level(logging.DEBUG):
        ask(client, words)
        neighbours.failures = 1
        ask(client, words)
        neighbours.rasa_answer = httpx.Response(200, json={"messages": words})
        ask(client, words)
        ask(client, words * 200)
        client.post("/development/ask", json={"text": {"x": words}}, headers=HEADERS)

    assert "xylophone" not in caplog.text
