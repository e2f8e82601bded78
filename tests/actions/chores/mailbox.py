"""A mail server in small: notes what it is told, and refuses or hangs up where the test says so."""

import base64
import socketserver
import ssl
import threading
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path


class Mailbox:
    """Runs on a free port of this machine as long as the block lasts."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.commands: list[str] = []
        self.encrypted: list[str] = []
        self.login: str | None = None
        self.raw: list[bytes] = []
        # What is answered instead of the usual, by command; "" hangs up.
        self.instead: dict[str, str] = {}
        self.context: ssl.SSLContext | None = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate)
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=default) for raw in self.raw]  # type: ignore[misc]

    def __enter__(self) -> "Mailbox":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(mailbox: Mailbox) -> type[socketserver.BaseRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        encrypted = False

        def handle(self) -> None:
            self._say("220 here")
            while line := self.rfile.readline().decode().strip():
                verb = line.split()[0].upper()
                mailbox.commands.append(line)
                if self.encrypted:
                    mailbox.encrypted.append(verb)
                answer = mailbox.instead.get(verb)
                if answer is not None:
                    if not answer:
                        return
                    self._say(answer)
                    continue
                usual: Callable[[str], None] = getattr(self, f"on_{verb.lower()}", self._fine)
                usual(line)
                if verb == "QUIT":
                    return

        def finish(self) -> None:
            super().finish()
            # The encrypted socket is not the one that the server knows of and closes.
            self.request.close()

        def _say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def _fine(self, line: str) -> None:
            self._say("250 fine")

        def on_ehlo(self, line: str) -> None:
            self._say("250-here")
            if mailbox.context and not self.encrypted:
                self._say("250-STARTTLS")
            self._say("250 AUTH PLAIN")

        def on_starttls(self, line: str) -> None:
            assert mailbox.context
            self._say("220 go on")
            try:
                self.request = mailbox.context.wrap_socket(self.request, server_side=True)
            except ssl.SSLError:
                return
            self.setup()
            self.encrypted = True

        def on_auth(self, line: str) -> None:
            mailbox.login = base64.b64decode(line.split()[2]).decode()
            self._say("235 welcome")

        def on_data(self, line: str) -> None:
            self._say("354 go on")
            lines = []
            while (text := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(text[1:] if text.startswith(b"..") else text)
            mailbox.raw.append(b"".join(lines))
            if (answer := mailbox.instead.get("the text")) != "":
                self._say(answer or "250 taken")
            else:
                self.rfile.close()

        def on_quit(self, line: str) -> None:
            self._say("221 bye")

    return Handler
