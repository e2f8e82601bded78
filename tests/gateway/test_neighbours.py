import asyncio

import httpx
import pytest

from actions.messages import Button, Reply
from gateway.errors import Unavailable
from gateway.neighbours import ActionServer, Rasa

from .conftest import ACTIONS, ANSWER, INTENT, RASA, SECRET


@pytest.fixture
def rasa(neighbours) -> Rasa:
    return Rasa(RASA, SECRET, 5)


@pytest.fixture
def actions(neighbours) -> ActionServer:
    return ActionServer(ACTIONS, SECRET, 5)


def turn(rasa: Rasa, text: str = "hello"):
    return asyncio.run(rasa.turn("ann", text, "web", {"at": "now"}))


def read(actions: ActionServer, stream: str) -> list[str | Reply]:
    async def whole() -> list[str | Reply]:
        return [event async for event in actions.read_stream(stream)]

    return asyncio.run(whole())


def test_rasa_gets_the_message_whole(rasa, neighbours) -> None:
    turn(rasa, "مرحبا 👍")

    assert neighbours.asked == [
        (
            "/webhooks/gateway/messages",
            {"conversation": "ann", "text": "مرحبا 👍", "channel": "web", "metadata": {"at": "now"}},
        )
    ]


def test_texts_buttons_and_skills_replies_all_become_replies(rasa, neighbours) -> None:
    neighbours.says = lambda turn: [
        {
            "recipient_id": "ann",
            "text": "Hello",
            "buttons": [{"title": "Yes", "payload": "/affirm", "type": "x"}],
        },
        {"recipient_id": "ann", "custom": {"kind": "decline", "text": "No"}},
        {"recipient_id": "ann", "image": "x.png"},
    ]

    understood = turn(rasa)

    assert understood.intent == INTENT
    assert understood.replies == (
        Reply(kind="move", text="Hello", buttons=(Button(title="Yes", payload="/affirm"),)),
        Reply(kind="decline", text="No"),
        Reply(kind="move", text=""),
    )


def test_a_wrong_secret_is_unavailable_not_an_answer(neighbours) -> None:
    with pytest.raises(Unavailable, match="Rasa answered 401"):
        turn(Rasa(RASA, "y" * 32, 5))
    with pytest.raises(Unavailable, match="the action server answered 401"):
        asyncio.run(ActionServer(ACTIONS, "y" * 32, 5).safety("hello", "ann"))


def test_a_neighbour_that_is_down_is_unavailable(rasa, actions, neighbours) -> None:
    neighbours.down = {"rasa", "actions"}

    with pytest.raises(Unavailable, match="Rasa does not answer: ConnectError"):
        turn(rasa)
    with pytest.raises(Unavailable, match="the action server does not answer"):
        asyncio.run(actions.safety("hello", "ann"))
    with pytest.raises(Unavailable):
        read(actions, "s1")
    assert not asyncio.run(actions.healthy())


def test_an_error_does_not_repeat_what_was_written(rasa, neighbours) -> None:
    neighbours.failures = 1

    with pytest.raises(Unavailable) as error:
        turn(rasa, "about Zebedee")

    assert "Zebedee" not in str(error.value)


@pytest.mark.parametrize(
    "answer", ["", "{", "[]", "{}", '"x"', '{"intent": null, "messages": [{"custom": {}}]}']
)
def test_an_answer_that_cannot_be_understood_is_unavailable(rasa, neighbours, answer: str) -> None:
    neighbours.rasa_answer = httpx.Response(200, text=answer)

    with pytest.raises(Unavailable):
        turn(rasa)


def test_safety_gives_the_route_and_the_words(actions) -> None:
    assert asyncio.run(actions.safety("suicide", "ann")) == ("crisis", "Call 999.")
    assert asyncio.run(actions.safety("hello", "ann")) == (None, "")


def test_safety_gets_the_message_and_whose_it_is(actions, neighbours) -> None:
    asyncio.run(actions.safety("hello", "ann"))

    assert neighbours.asked == [("/safety", {"text": "hello", "employee": "ann"})]


def test_a_stream_is_read_to_its_end(actions, neighbours) -> None:
    neighbours.stream(ANSWER, "One.", "Zwei \u2028 drei.")

    assert read(actions, "s1") == ["One.", "Zwei \u2028 drei.", ANSWER]


def test_a_stream_that_is_not_there_is_unavailable(actions) -> None:
    with pytest.raises(Unavailable):
        read(actions, "s1")


@pytest.mark.parametrize("line", ["{", '{"reply": {"kind": "shout"}}', '{"other": 1}', "[]"])
def test_a_broken_line_of_a_stream_is_unavailable(actions, neighbours, line: str) -> None:
    neighbours.streams["s1"] = line + "\n"

    with pytest.raises(Unavailable):
        read(actions, "s1")


def test_health_is_asked_with_the_secret(actions, neighbours) -> None:
    assert asyncio.run(actions.healthy())
    assert not asyncio.run(ActionServer(ACTIONS, "y" * 32, 5).healthy())


def test_connections_are_closed(rasa, actions) -> None:
    asyncio.run(rasa.close())
    asyncio.run(actions.close())

    with pytest.raises(RuntimeError):
        asyncio.run(actions.healthy())
