"""The web chat over its WebSocket: sentences come one by one, replies once."""

import json
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

from tests.scenarios.processes import RunningCoach


def _open(coach: RunningCoach, cookie: str = "") -> tuple[ClientConnection, str]:
    cookie = cookie or httpx.get(coach.address).headers["set-cookie"].split(";")[0]
    host = coach.address.removeprefix("http://")
    socket = connect(f"ws://{host}/chat", additional_headers={"Cookie": cookie, "Origin": coach.address})
    return socket, cookie


def _until(socket: ClientConnection, name: str) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while not events or events[-1]["type"] != name:
        events.append(json.loads(socket.recv(timeout=60)))
    return events


def test_sentences_are_shown_while_the_answer_is_being_written(coach: RunningCoach) -> None:
    socket, _ = _open(coach)
    with socket:
        _until(socket, "history")
        socket.send(json.dumps({"type": "message", "id": "1", "text": "how do I run a meeting?"}))
        events = _until(socket, "done")
    sentences = [event["text"] for event in events if event["type"] == "sentence"]
    answer = [event for event in events if event["type"] == "reply"][-1]
    assert len(sentences) >= 2
    assert " ".join(sentences) == answer["text"]


def test_the_same_message_sent_twice_is_answered_once(coach: RunningCoach) -> None:
    socket, cookie = _open(coach)
    message = json.dumps({"type": "message", "id": "same", "text": "hello"})
    with socket:
        _until(socket, "history")
        socket.send(message)
        _until(socket, "done")
        socket.send(message)
        assert _until(socket, "accepted")[-1]["message"] is None
    socket, _ = _open(coach, cookie)
    with socket:
        turns = _until(socket, "history")[-1]["turns"]
    assert len(turns) == 1
    assert [reply["kind"] for reply in turns[0]["replies"]] == ["notice", "move"]


def test_another_browser_sees_nothing_of_it(coach: RunningCoach) -> None:
    socket, _ = _open(coach)
    with socket:
        assert _until(socket, "history")[-1]["turns"] == []
