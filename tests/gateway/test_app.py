from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from gateway import app as gateway_app
from gateway.app import SECURITY_HEADERS

from .conftest import SECRET, Office


@pytest.fixture
def published(tmp_path: Path) -> None:
    pages = tmp_path / "library" / "1" / "pages" / "feedback"
    pages.mkdir(parents=True)
    (pages / "how.md").write_text("# How\n\n<script>alert(1)</script>\n", encoding="utf-8")
    (tmp_path / "library" / "current").write_text("1")
    (tmp_path / "library" / "secret.md").write_text("# Secret\n", encoding="utf-8")


def asgi_get(client: TestClient, path: str) -> int:
    """Asks for a path as it is, which no client library has tidied up before."""
    statuses: list[int] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": [], "http_version": "1.1", "scheme": "http", "server": ("testserver", 80),
             "client": ("127.0.0.1", 1), "root_path": ""}  # fmt: skip
    client.portal.call(client.app, scope, receive, send)
    return statuses[0]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/health", 200),
        ("GET", "/ready", 200),
        ("GET", "/static/chat.js", 200),
        ("GET", "/static/nothing.js", 404),
        ("GET", "/library/feedback/how.md", 200),
        ("GET", "/library/nothing.md", 404),
        ("GET", "/nowhere", 404),
        ("POST", "/health", 405),
        ("POST", "/development/ask", 422),
    ],
)
def test_every_response_carries_the_security_headers(client, published, method, path, status) -> None:
    response = client.request(method, path)

    assert response.status_code == status
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value


def test_a_refused_page_carries_them_too(closed) -> None:
    response = closed.get("/")

    assert response.status_code == 403
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_an_unexpected_failure_carries_them_too_and_says_nothing_of_its_cause(
    build, settings, monkeypatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("about Zebedee")

    monkeypatch.setattr(gateway_app.Versions, "current", broken)
    with TestClient(build(settings), raise_server_exceptions=False) as client:
        response = client.get("/library/a.md")

    assert response.status_code == 500
    assert "Zebedee" not in response.text
    for name, value in SECURITY_HEADERS.items():
        assert response.headers.get(name) == value


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_the_gateway_does_not_describe_itself(client, path) -> None:
    assert client.get(path).status_code == 404


def test_a_published_page_is_shown_and_its_scripts_as_text(client, published) -> None:
    response = client.get("/library/feedback/how.md")

    assert response.status_code == 200
    assert "&lt;script&gt;" in response.text
    assert "<script" not in response.text


@pytest.mark.parametrize(
    "path",
    ["/library/../secret.md", "/library/../../everycoach.db", "/library//etc/passwd", "/library/feedback",
     "/library/feedback/how.md\x00", "/library/\x00", "/library/feedback/../../../secret.md", "/library/"],
)  # fmt: skip
def test_no_path_leads_out_of_the_library(client, published, path: str) -> None:
    assert asgi_get(client, path) == 404


@pytest.mark.parametrize("path", ["%2e%2e/secret.md", "%2e%2e%2fsecret.md", "..%2fsecret.md", "%2fetc%2fpasswd",
                                  "feedback/how.md%00", "%252e%252e/secret.md", "..%5csecret.md"])  # fmt: skip
def test_no_encoded_path_leads_out_of_the_library(client, published, path: str) -> None:
    assert client.get(f"/library/{path}").status_code == 404


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/library_page.py", "/static/..%2ffiles.py",
                                  "/static//etc/passwd", "/static/", "/static"])  # fmt: skip
def test_no_path_leads_out_of_the_static_files(client, path: str) -> None:
    assert asgi_get(client, path) in (404, 405, 307)
    assert client.get(path).status_code == 404


def test_before_the_first_publish_there_are_no_pages(client) -> None:
    assert client.get("/library/feedback/how.md").status_code == 404


def test_ready_says_whom_it_waits_for(client, neighbours) -> None:
    neighbours.down = {"actions", "rasa"}
    assert client.get("/ready").json() == {"waiting_for": "the coach"}
    neighbours.down = {"rasa"}
    assert client.get("/ready").json() == {"waiting_for": "Rasa"}
    neighbours.down = set()
    neighbours.says = lambda turn: []
    assert client.get("/ready").status_code == 503
    neighbours.says = lambda turn: [{"text": "ok"}]
    assert client.get("/ready").json() == {"status": "ready"}


def test_ready_waits_while_rasa_answers_nonsense(build, settings, neighbours) -> None:
    neighbours.rasa_answer = httpx.Response(200, json={})
    with TestClient(build(settings), raise_server_exceptions=False) as client:
        assert client.get("/ready").status_code == 503


def test_what_waited_in_the_inbox_is_answered_when_the_gateway_starts(
    build, settings, office: Office, ann
) -> None:
    office.put(ann, "before the restart")

    with TestClient(build(settings)) as client:
        for _ in range(100):
            if office.inbox.next(ann) is None:
                break
            client.get("/health")

    assert office.said(ann) == ["notice", "move"]


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"MODE": "nonsense"},
        {"INTERNAL_SECRET": SECRET},
        {"MODE": "development"},
        pytest.param({"MODE": "development", "INTERNAL_SECRET": SECRET, "GATEWAY_PORT": "abc"}, id="port"),
        pytest.param({"MODE": "development", "INTERNAL_SECRET": SECRET, "WRITER": "quill"}, id="writer"),
    ],
)
def test_a_bad_setting_at_start_is_one_line_and_status_2(monkeypatch, tmp_path, capsys, environment) -> None:
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))
    for name, value in environment.items():
        monkeypatch.setenv(f"EVERYCOACH_{name}", value)
    monkeypatch.setattr(gateway_app.uvicorn, "run", lambda *_, **__: None)

    with pytest.raises(SystemExit) as ended:
        gateway_app.main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
