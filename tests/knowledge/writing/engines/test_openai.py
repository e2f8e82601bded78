import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines import load_engine
from knowledge.writing.engines.openai import OpenAIEngine

CHAT = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Note: Grüße 🙂."}]
KEY = "secret-key-123"


def well(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


class Server:
    """Answers every request alike, and keeps what it was sent."""

    def __init__(self) -> None:
        self.status, self.body, self.late = 200, well("Hello."), False
        self.kind, self.busy, self.after, self.stays = "application/json", 0, "", False
        self.seen: list[tuple[str, dict[str, str], dict[str, object]]] = []
        self.over = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}, sent))
                if server.late:
                    server.over.wait(10)
                    return
                if server.busy:
                    server.busy -= 1
                    self.send_response(429)
                    if server.after:
                        self.send_header("Retry-After", server.after)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                self.send_response(server.status)
                self.send_header("Content-Type", server.kind)
                if not server.stays:
                    self.send_header("Content-Length", str(len(server.body)))
                self.end_headers()
                self.wfile.write(server.body)
                if server.stays:
                    self.wfile.flush()
                    server.over.wait(10)

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self.over.set()
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def complete(server: Server, **options: object) -> str:
    return OpenAIEngine(server.url, "small", **options).complete(CHAT, 60)


def test_the_chat_is_sent_as_the_protocol_wants_it(server) -> None:
    assert complete(server, key=KEY) == "Hello."
    path, headers, sent = server.seen[0]
    assert path == "/v1/chat/completions"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["content-type"] == "application/json"
    assert sent == {
        "model": "small",
        "messages": CHAT,
        "max_tokens": 60,
        "temperature": 0,
        "stream": True,
    }


def test_without_a_key_none_is_sent(server) -> None:
    complete(server)
    assert "authorization" not in server.seen[0][1]


def test_a_slash_at_the_urls_end_makes_no_difference(server) -> None:
    OpenAIEngine(server.url + "/", "small").complete(CHAT, 5)
    assert server.seen[0][0] == "/v1/chat/completions"


def test_the_environments_proxy_is_not_used(server, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert complete(server) == "Hello."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("  One line.\nAnother.", "One line."),
        ("\n\nLate.", "Late."),
        ("", ""),
        (None, ""),
        ("שלום 🙂", "שלום 🙂"),
    ],
)
def test_the_first_line_of_the_answer_counts(server, content: str | None, said: str) -> None:
    server.body = well(content)
    assert complete(server) == said


@pytest.mark.parametrize("status", [301, 400, 401, 404, 429, 500, 503])
def test_a_status_that_is_no_answer_is_named(server, status: int) -> None:
    server.status, server.body = status, b'{"error": "no"}'
    with pytest.raises(WriterError, match=f"the writing server answered {status}"):
        complete(server, key=KEY, timeout=0.3)


@pytest.mark.parametrize("body", [b"", b"{", b"<html>Busy</html>", b"\xff\xfe", b"data: {}\n\n"])
def test_an_answer_that_is_no_json_is_named(server, body: bytes) -> None:
    server.body = body
    with pytest.raises(WriterError, match="answer is not JSON"):
        complete(server)


@pytest.mark.parametrize(
    "shape",
    [
        "null",
        "[]",
        "{}",
        '"text"',
        "7",
        '{"choices": []}',
        '{"choices": null}',
        '{"choices": [{"text": "x"}]}',
    ],
)
def test_an_answer_of_another_shape_is_named(server, shape: str) -> None:
    server.body = shape.encode()
    with pytest.raises(WriterError, match="not the OpenAI chat protocol"):
        complete(server)


def stream(server: Server, *texts: str, end: str = "data: [DONE]\n\n") -> None:
    events = [{"choices": [{"delta": {"role": "assistant"}}]}]
    events += [{"choices": [{"delta": {"content": text}}]} for text in texts]
    body = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + end
    server.kind, server.body = "text/event-stream; charset=utf-8", body.encode()


def test_a_streamed_answer_is_put_together(server) -> None:
    stream(server, "Ask ", "your ", "manager 🙂.")
    assert complete(server) == "Ask your manager 🙂."


def test_comments_and_events_that_only_count_are_passed_over(server) -> None:
    stream(server, "Ask.", end=': keep-alive\n\ndata: {"choices": [], "usage": {}}\n\ndata: [DONE]\n\n')
    assert complete(server) == "Ask."


def test_what_comes_after_the_first_line_is_not_awaited(server) -> None:
    stream(server, "\nAsk first.", "\nThen wait", end="")
    server.stays = True
    assert complete(server, timeout=5) == "Ask first."


@pytest.mark.parametrize(
    ("end", "problem"),
    [
        ("", "broke off"),
        ("data: {\n\n", "not JSON"),
        ("data: \n\n", "not JSON"),
        ('data: {"choices": [{}]}\n\n', "not the OpenAI chat protocol"),
        ('data: {"choices": [{"delta": "x"}]}\n\n', "not the OpenAI chat protocol"),
        ('data: {"error": "overloaded"}\n\n', "not the OpenAI chat protocol"),
        ("data: null\n\n", "not the OpenAI chat protocol"),
    ],
)
def test_a_malformed_or_broken_stream_is_named(server, end: str, problem: str) -> None:
    stream(server, "Ask your", end=end)
    with pytest.raises(WriterError, match=problem):
        complete(server)


@pytest.mark.parametrize("after", ["", "0"])
def test_a_busy_server_is_asked_again(server, after: str) -> None:
    server.busy, server.after = 2, after
    assert complete(server) == "Hello."
    assert len(server.seen) == 3


def test_a_server_that_stays_busy_beyond_the_time_is_named_and_not_waited_for(server) -> None:
    server.busy, server.after = 1, "60"
    with pytest.raises(WriterError, match="answered 429"):
        complete(server)
    assert len(server.seen) == 1


def test_an_answer_that_is_too_late_is_named(server) -> None:
    server.late = True
    with pytest.raises(WriterError, match="does not answer: ReadTimeout"):
        complete(server, timeout=0.1)


def test_a_server_that_is_away_is_named(server) -> None:
    engine = OpenAIEngine(server.url, "small", KEY)
    server.close()
    with pytest.raises(WriterError, match="does not answer: ConnectError") as error:
        engine.complete(CHAT, 5)
    assert KEY not in str(error.value)


def test_speed_counts_the_tokens_that_the_server_counts(server) -> None:
    server.body = json.dumps(json.loads(well("x")) | {"usage": {"completion_tokens": 0}}).encode()
    engine = OpenAIEngine(server.url, "small")
    assert engine.speed(CHAT, 30) == 0
    server.body = well("x")
    assert engine.speed(CHAT, 30) > 0
    assert server.seen[1][2]["max_tokens"] == 30


@pytest.mark.parametrize("shape", ["[]", "null", '{"usage": "none"}'])
def test_speed_names_an_answer_of_another_shape(server, shape: str) -> None:
    server.body = shape.encode()
    with pytest.raises(WriterError, match="not the OpenAI chat protocol"):
        OpenAIEngine(server.url, "small").speed(CHAT, 30)


def test_the_settings_choose_the_server_and_keep_the_key_secret(server) -> None:
    settings = KnowledgeSettings(
        _env_file=None, writer="openai", writer_url=server.url, writer_model="small", writer_key=KEY
    )
    engine = load_engine(settings)
    assert engine.name == "openai:small"
    assert engine.complete(CHAT, 5) == "Hello."
    assert server.seen[0][1]["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(settings)


@pytest.mark.parametrize("given", [{}, {"writer_url": "http://127.0.0.1:1/v1"}, {"writer_model": "small"}])
def test_missing_settings_are_named(given: dict[str, str]) -> None:
    settings = KnowledgeSettings(
        **{"_env_file": None, "writer": "openai", "writer_url": None, "writer_model": "", **given}
    )
    with pytest.raises(WriterError, match="EVERYCOACH_WRITER_URL and EVERYCOACH_WRITER_MODEL"):
        load_engine(settings)


def test_a_wished_beginning_is_asked_for_in_the_last_message(server) -> None:
    OpenAIEngine(server.url, "small").complete(CHAT, 5, "If you can,")
    sent = server.seen[0][2]["messages"]
    assert sent[:-1] == CHAT[:-1]
    assert sent[-1]["content"].endswith("Begin your sentence with: If you can,")
