import asyncio
import json
import logging
from types import SimpleNamespace

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.exceptions import InvalidConfigException
from sanic import Sanic

from bot.channel import GatewayInput

SECRET = "x" * 32
TURN = {
    "conversation": "ann",
    "text": "Zebedee plays the xylophone",
    "channel": "web",
    "metadata": {"at": "now"},
}
PARSED = {"text": "t", "intent": {"name": "greet", "confidence": 0.75}, "intent_ranking": [], "entities": []}


class Rasa:
    """A Sanic application with the channel in it, asked without a network."""

    def __init__(self) -> None:
        self.parsed, self.handled = [], []
        self.broken = self.started = False
        self.app = Sanic("test-of-the-channel", configure_logging=False)
        self.app.ctx.agent = SimpleNamespace(processor=SimpleNamespace(parse_message=self._parse))
        self.app.blueprint(GatewayInput(SECRET).blueprint(self._handle), url_prefix="/webhooks/gateway")

    async def _parse(self, message: UserMessage) -> dict:
        self.parsed.append((message.text, message.metadata))
        if self.broken:
            raise RuntimeError(f"broke over {message.text}")
        return PARSED

    async def _handle(self, message: UserMessage) -> None:
        self.handled.append(message)
        await message.output_channel.send_text_message(message.sender_id, "Hello there")
        await message.output_channel.send_custom_json(message.sender_id, {"kind": "answer", "stream": "s"})

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple:
        return asyncio.run(self._ask(method, path, body, headers))

    async def _ask(self, method: str, path: str, body: bytes, headers: dict) -> tuple:
        if not self.started:
            self.started = True
            await self.app._startup()
        sent = []

        async def receive() -> dict:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict) -> None:
            sent.append(message)

        raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
                 "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
                 "headers": [*raw, (b"host", b"test"), (b"content-type", b"application/json"),
                             (b"content-length", str(len(body)).encode())],
                 "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80)}  # fmt: skip
        await self.app(scope, receive, send)
        content = b"".join(message.get("body", b"") for message in sent)
        return sent[0]["status"], content

    def turn(self, authorization: str = f"Bearer {SECRET}", **fields) -> tuple:
        body = json.dumps({**TURN, **fields}).encode()
        return self.ask("POST", "/webhooks/gateway/messages", body, Authorization=authorization)


@pytest.fixture(scope="module")
def only_rasa() -> Rasa:
    # Sanic rewrites its own classes when an application starts, so there is one for all tests.
    return Rasa()


@pytest.fixture
def rasa(only_rasa: Rasa) -> Rasa:
    only_rasa.parsed.clear()
    only_rasa.handled.clear()
    only_rasa.broken = False
    return only_rasa


def test_a_turn_gives_the_intent_and_all_messages(rasa) -> None:
    status, body = rasa.turn()

    assert status == 200
    answer = json.loads(body)
    assert answer["intent"] == {"name": "greet", "confidence": 0.75}
    assert [m.get("text") or m.get("custom") for m in answer["messages"]] == [
        "Hello there",
        {"kind": "answer", "stream": "s"},
    ]


def test_rasa_handles_the_message_of_its_employee_and_parses_it_once(rasa) -> None:
    rasa.turn()

    (message,) = rasa.handled
    assert (message.text, message.sender_id, message.input_channel) == (TURN["text"], "ann", "web")
    assert message.metadata == {"at": "now"}
    assert message.parse_data == PARSED
    assert rasa.parsed == [(TURN["text"], TURN["metadata"])]


@pytest.mark.parametrize(
    "given", ["", SECRET, f"Bearer {SECRET[:-1]}", f"Bearer {SECRET}x", "Bearer ", "Bearer \xff"]
)
def test_nobody_without_the_secret_is_heard(rasa, given) -> None:
    status, _ = rasa.turn(authorization=given)

    assert status == 401
    assert rasa.parsed == rasa.handled == []


def test_without_any_header_nobody_is_heard(rasa) -> None:
    status, _ = rasa.ask("POST", "/webhooks/gateway/messages", json.dumps(TURN).encode())

    assert status == 401
    assert rasa.handled == []


def test_the_secret_is_asked_for_before_the_body_is_read(rasa) -> None:
    assert rasa.ask("POST", "/webhooks/gateway/messages", b"{")[0] == 401


def test_readiness_says_nothing_but_that(rasa) -> None:
    status, body = rasa.ask("GET", "/webhooks/gateway/")

    assert (status, json.loads(body)) == (200, {"status": "ok"})


def test_a_failure_is_an_error_that_does_not_repeat_the_message(rasa, caplog) -> None:
    rasa.broken = True
    with caplog.at_level(logging.DEBUG, logger="bot"):
        status, _ = rasa.turn()

    assert status == 500
    assert rasa.handled == []


@pytest.mark.parametrize("credentials", [None, {}, {"secret": ""}, {"secret": None}, {"secret": "x" * 23}])
def test_a_missing_or_short_secret_keeps_rasa_from_starting(credentials) -> None:
    with pytest.raises(InvalidConfigException, match="at least 24"):
        GatewayInput.from_credentials(credentials)


def test_the_channel_is_made_from_the_credentials_file() -> None:
    channel = GatewayInput.from_credentials({"secret": SECRET})

    assert isinstance(channel, GatewayInput)
    assert channel.name() == "gateway"
