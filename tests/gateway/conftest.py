"""A gateway on a real database whose two neighbours are faked at the HTTP edge."""

import asyncio
import functools
import json
import os
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from actions.messages import Reply
from actions.settings import CoachSettings, coach_settings
from actions.storage.database import Sessions, migrate, open_database
from actions.storage.nudges import Nudges
from actions.storage.people import People
from gateway import app as gateway_app
from gateway.app import make_app
from gateway.hub import Event, Hub
from gateway.inbox import Inbox, Incoming
from gateway.neighbours import ActionServer, Rasa
from gateway.outbox import Outbox
from gateway.settings import GatewaySettings, gateway_settings
from gateway.turn import Turns
from gateway.worker import Worker
from knowledge.settings import KnowledgeSettings, knowledge_settings

SECRET = "x" * 32
RASA, ACTIONS = "http://127.0.0.1:5005", "http://127.0.0.1:5055"
INTENT = {"name": "greet", "confidence": 0.99}
ANSWER = Reply(kind="answer", text="One. Two.", answer_id="a1")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in [name for name in os.environ if name.startswith("EVERYCOACH_")]:
        monkeypatch.delenv(name)
    cached = (coach_settings, gateway_settings, knowledge_settings)
    for settings in (CoachSettings, GatewaySettings, KnowledgeSettings):
        monkeypatch.setitem(settings.model_config, "env_file", None)
    for read in cached:
        read.cache_clear()
    yield
    for read in cached:
        read.cache_clear()


@pytest.fixture(autouse=True)
def _no_pause_between_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.worker.FIRST_PAUSE", 0.0)


@dataclass
class Neighbours:
    """Rasa and the action server; turns away what comes without the secret, keeps what was asked."""

    asked: list[tuple[str, Any]] = field(default_factory=list)
    # What Rasa says to a text; may wait.
    says: Callable[[dict[str, Any]], Any] = lambda turn: [{"text": f"You said {turn['text']}"}]
    danger: str = "suicide"
    tired: str = "so tired of it all"
    streams: dict[str, str] = field(default_factory=dict)
    down: set[str] = field(default_factory=set)
    # How many of Rasa's next answers are errors.
    failures: int = 0
    rasa_answer: httpx.Response | None = None

    def texts(self) -> list[str]:
        """Returns what Rasa was sent, in order."""
        return [body["text"] for path, body in self.asked if path.startswith("/webhooks")]

    def stream(self, reply: Reply = ANSWER, *sentences: str) -> list[dict[str, Any]]:
        """Prepares an answer that is being written; returns what Rasa says of it."""
        events = [{"sentence": s} for s in sentences or ("One.", "Two.")]
        events.append({"reply": reply.model_dump(mode="json")})
        self.streams["s1"] = "".join(json.dumps(event) + "\n" for event in events)
        return [{"custom": {"kind": "answer", "stream": "s1"}}]

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content) if request.content else None
        path = request.url.path
        self.asked.append((path, body))
        if request.url.port == 5005:
            return await self._rasa(request, path, body)
        return self._actions(request, path, body)

    async def _rasa(self, request: httpx.Request, path: str, body: Any) -> httpx.Response:
        if "rasa" in self.down:
            raise httpx.ConnectError("refused", request=request)
        if request.headers.get("Authorization") != f"Bearer {SECRET}":
            return httpx.Response(401)
        assert (request.method, path) == ("POST", "/webhooks/gateway/messages")
        assert set(body) == {"conversation", "text", "channel", "metadata"}
        if self.failures:
            self.failures -= 1
            return httpx.Response(500, text=f"failed over {body['text']}")
        if self.rasa_answer is not None:
            return self.rasa_answer
        said = self.says(body)
        messages = await said if isinstance(said, Awaitable) else said
        return httpx.Response(200, json={"intent": INTENT, "messages": messages})

    def _actions(self, request: httpx.Request, path: str, body: Any) -> httpx.Response:
        if "actions" in self.down:
            raise httpx.ConnectError("refused", request=request)
        if request.headers.get("X-Everycoach-Secret") != SECRET:
            return httpx.Response(401)
        if path == "/health":
            return httpx.Response(200, json={"status": "ok"})
        if path == "/safety":
            danger, tired = self.danger in body["text"], self.tired in body["text"]
            words = "Call 999." if danger else "Help lines." if tired else ""
            return httpx.Response(200, json={"route": "crisis" if danger else None, "text": words})
        name = path.removeprefix("/streams/")
        return httpx.Response(200, text=self.streams[name]) if name in self.streams else httpx.Response(404)


@pytest.fixture
def neighbours(monkeypatch: pytest.MonkeyPatch) -> Neighbours:
    fake = Neighbours()
    client = functools.partial(httpx.AsyncClient, transport=httpx.MockTransport(fake))
    monkeypatch.setattr("gateway.neighbours.httpx.AsyncClient", client)
    return fake


@pytest.fixture
def settings(tmp_path: Path) -> CoachSettings:
    return CoachSettings(mode="development", home=tmp_path, internal_secret=SECRET, _env_file=None)


@pytest.fixture
def production(tmp_path: Path) -> CoachSettings:
    from cryptography.fernet import Fernet

    return CoachSettings(
        home=tmp_path, keys=Fernet.generate_key().decode(), internal_secret=SECRET, _env_file=None
    )


@pytest.fixture
def sessions(settings: CoachSettings) -> Sessions:
    migrate(settings)
    return open_database(settings)


@pytest.fixture
def ann(sessions: Sessions) -> str:
    return People(sessions, SECRET).employee_id("web", "company", "ann")


@pytest.fixture
def bo(sessions: Sessions) -> str:
    return People(sessions, SECRET).employee_id("web", "company", "bo")


@pytest.fixture
def build(monkeypatch, tmp_path, neighbours) -> Callable[[CoachSettings], FastAPI]:
    """Makes the gateway's application."""
    pages = KnowledgeSettings(home=tmp_path, _env_file=None)
    monkeypatch.setattr(gateway_app, "knowledge_settings", lambda: pages)

    def make(settings: CoachSettings) -> FastAPI:
        migrate(settings)
        return make_app(settings, GatewaySettings(_env_file=None))

    return make


@pytest.fixture
def client(build, settings) -> Iterator[TestClient]:
    with TestClient(build(settings)) as client:
        yield client


@pytest.fixture
def closed(build, production) -> Iterator[TestClient]:
    """The gateway outside development mode."""
    with TestClient(build(production)) as client:
        yield client


class Office:
    """The parts behind the door, without a channel."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.people = People(sessions, SECRET)
        self.inbox, self.outbox, self.hub = Inbox(sessions), Outbox(sessions), Hub()
        self.turns = Turns(
            Rasa(RASA, SECRET, 5), ActionServer(ACTIONS, SECRET, 5), self.people, Nudges(sessions)
        )
        self.worker = Worker(self.inbox, self.turns, self.hub)
        self._count = 0

    def put(self, employee: str, text: str, **kwargs: Any) -> int:
        """Stores a message; nobody works on it yet."""
        self._count += 1
        number = self.inbox.accept(
            Incoming("web", f"{employee}:{text}:{self._count}", employee, text, **kwargs)
        )
        assert number is not None
        return number

    def said(self, employee: str) -> list[str]:
        """Returns the kinds of what waits for the employee, in order."""
        return [reply.kind for _, reply in self.outbox.undelivered(employee)]

    async def work(self, *employees: str, messages: int = 1) -> list[Event]:
        """Works until each employee has had so many messages ended; returns the events."""
        events: list[Event] = []

        async def follow(employee: str) -> None:
            done = 0
            with self.hub.listen(employee) as queue:
                self.worker.wake(employee)
                while done < messages:
                    event = await queue.get()
                    events.append(event)
                    done += event.name == "done"

        await asyncio.wait_for(asyncio.gather(*map(follow, employees)), 5)
        return events


@pytest.fixture
def office(sessions, neighbours) -> Office:
    return Office(sessions)


def on_disk(folder: Path) -> bytes:
    """Returns every byte of the database: the file, its write-ahead log and its index."""
    files = sorted(folder.glob("everycoach.db*"))
    assert files
    return b"".join(file.read_bytes() for file in files)
