"""A company's endpoint in small: checks signatures, notes what comes, answers what the test planned."""

import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from actions.chores.signature import verify

SECRET = "a secret of the company's own"
NOW = 1_800_000_000.0
BOOKING = {
    "reference": "B-17",
    "course": "Giving feedback",
    "starts_at": "2027-03-01T09:00:00+01:00",
    "ends_at": "2027-03-01T16:30:00+01:00",
    "place": "Leeds, room 4",
}
LEAVE = {"days_left": 12.5, "days_taken": 14.5, "as_of": "2027-01-15"}
TICKET = {"reference": "T-9", "url": "https://hr.example/t/9"}
DEFAULT = {"enrol": BOOKING, "leave_balance": LEAVE, "ticket": TICKET, "hand_over": {"reference": "H-3"}}


@dataclass
class Planned:
    """One answer: a status with a body (bytes as they are), nothing at all, or none until the test ends."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    hangs_up: bool = False
    never: bool = False


class Endpoint:
    """Runs on a free port of this machine as long as the block lasts."""

    def __init__(self, now: Callable[[], float], certificate: Path | None = None) -> None:
        self.plan: list[Planned] = []
        self.received: list[dict[str, Any]] = []
        self.timestamps: list[str] = []
        self.paths: list[str] = []
        self._released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, now))
        self._server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "https" if certificate else "http"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}/coach"

    def wait(self) -> None:
        self._released.wait(10)

    def __enter__(self) -> "Endpoint":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()


def _handler(endpoint: Endpoint, now: Callable[[], float]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            stamp, given = self.headers["X-Everycoach-Timestamp"], self.headers["X-Everycoach-Signature"]
            endpoint.paths.append(self.path)
            if not verify(SECRET, stamp, body, given, now()):
                return self._answer(Planned(401, {"message": "wrong signature"}))
            request = json.loads(body)
            endpoint.received.append(request)
            endpoint.timestamps.append(stamp)
            planned = endpoint.plan.pop(0) if endpoint.plan else Planned()
            if planned.never:
                return endpoint.wait()
            if planned.hangs_up:
                return None
            if planned.body is None:
                planned.body = DEFAULT[request["action"]] if planned.status == 200 else {}
            return self._answer(planned)

        def _answer(self, planned: Planned) -> None:
            body = planned.body if isinstance(planned.body, bytes) else json.dumps(planned.body).encode()
            self.send_response(planned.status)
            for name, value in {"Content-Length": str(len(body)), **planned.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            endpoint.paths.append(self.path)
            self._answer(Planned(200, TICKET))

        def log_message(self, *_: object) -> None:
            pass

    return Handler
