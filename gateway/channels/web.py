"""The web chat: a page, and a WebSocket that speaks JSON.

From the browser: {"type": "message", "id", "text"}, {"type": "press", "id", "token"},
{"type": "received", "reply": number}, {"type": "zone", "zone"}. To the browser: "history", "accepted",
"typing", "sentence", "reply", "done" and "refused".
"""

import asyncio
import json
import uuid
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.responses import FileResponse, JSONResponse

from actions.messages import Reply
from gateway.door import Door
from gateway.errors import BadMessage
from gateway.hub import Event
from gateway.inbox import Incoming
from gateway.web.files import WEB

CHANNEL = "web"
COOKIE = "everycoach_user"
A_YEAR = 365 * 86_400
HISTORY = 20
MAX_ID = 64
MAX_NUMBER = 2**63
POLICY_VIOLATION = 1008


def make_routes(door: Door) -> APIRouter:
    """Builds the chat page's routes; the page's own identity exists in development mode only."""
    routes = APIRouter()

    @routes.get("/")
    async def page(request: Request) -> Response:
        if not door.development:
            return JSONResponse(
                {"error": "the chat page needs EVERYCOACH_MODE=development; employees use their channel"},
                status_code=403,
            )
        response = FileResponse(WEB / "chat.html")
        if door.signer.user(request.cookies.get(COOKIE, "")) is None:
            response.set_cookie(
                COOKIE,
                door.signer.sign_user(uuid.uuid4().hex),
                max_age=A_YEAR,
                httponly=True,
                samesite="strict",
            )
        return response

    @routes.websocket("/chat")
    async def chat(socket: WebSocket) -> None:
        user = door.signer.user(socket.cookies.get(COOKIE, ""))
        if user is None or not door.development or not _same_origin(socket):
            await socket.close(POLICY_VIOLATION)
            return
        await socket.accept()
        employee_id = await asyncio.to_thread(door.people.employee_id, CHANNEL, "development", user)
        await Conversation(door, socket, employee_id).run()

    return routes


class Conversation:
    """One open chat page of one employee."""

    def __init__(self, door: Door, socket: WebSocket, employee_id: str) -> None:
        self._door = door
        self._socket = socket
        self._employee_id = employee_id
        self._zone = ""

    async def run(self) -> None:
        """Shows what was said before, then passes messages both ways until the page closes."""
        with self._door.hub.listen(self._employee_id) as events:
            await self._send_history()
            sender = asyncio.create_task(self._send_events(events))
            try:
                while (frame := await self._socket.receive())["type"] != "websocket.disconnect":
                    # A frame of bytes has no text; it is refused like any other that cannot be read.
                    await self._receive(frame.get("text") or "")
            except WebSocketDisconnect:
                pass
            finally:
                sender.cancel()

    async def _receive(self, raw: str) -> None:
        message_id = ""
        try:
            message = _parse(raw)
            message_id = message.get("id", "")
            if message["type"] == "received":
                await self._mark_received(message)
                return
            if message["type"] == "zone":
                # Followed once they write: a page that was left open says nothing of where they are.
                self._zone = message.get("zone", "")
                return
            await self._accept(message)
        except BadMessage as error:
            await self._send({"type": "refused", "id": message_id, "text": str(error)})

    async def _accept(self, message: dict[str, Any]) -> None:
        text, is_command = message.get("text", ""), False
        if message["type"] == "press":
            text = self._door.signer.payload(self._employee_id, message.get("token", ""))
            is_command = text.startswith("/")
        if self._zone:
            await asyncio.to_thread(self._door.keep_zone, self._employee_id, self._zone)
        incoming = Incoming(CHANNEL, _own_id(self._employee_id, message), self._employee_id, text, is_command)
        number = await self._door.accept(incoming)
        await self._send({"type": "accepted", "id": message["id"], "message": number})

    async def _mark_received(self, message: dict[str, Any]) -> None:
        number = message.get("reply")
        if isinstance(number, int) and 0 < number < MAX_NUMBER:
            await asyncio.to_thread(self._door.outbox.delivered, self._employee_id, [number])

    async def _send_events(self, events: "asyncio.Queue[Event]") -> None:
        while True:
            event = await events.get()
            content: dict[str, Any] = {"type": event.name, "message": event.inbox_id}
            if event.sentence:
                content["text"] = event.sentence
            if event.reply:
                content |= {"reply": event.reply_id, **self._shown(event.reply)}
            await self._send(content)

    async def _send_history(self) -> None:
        said = await asyncio.to_thread(self._door.inbox.recent, self._employee_id, HISTORY)
        replies = await asyncio.to_thread(self._door.outbox.of_messages, [m.id for m in said])
        turns = [
            {
                # A pressed button said nothing; only what came of it is shown.
                "text": "" if message.is_command else message.text,
                "waiting": message.state == "waiting",
                "message": message.id,
                "replies": [{"reply": n, **self._shown(reply)} for n, reply in replies[message.id]],
            }
            for message in said
        ]
        await self._send({"type": "history", "turns": turns})

    def _shown(self, reply: Reply) -> dict[str, Any]:
        """Returns a reply as the page shows it: with signed buttons and links to its sources."""
        return {
            "kind": reply.kind,
            "text": reply.text,
            "citations": [
                {"title": c.title or c.document, "heading": c.heading, "href": self._door.link(c)}
                for c in reply.citations
            ],
            "buttons": [
                {"title": b.title, "token": self._door.signer.sign_payload(self._employee_id, b.payload)}
                for b in reply.buttons
            ],
            "feedback": reply.kind == "answer",
            "attachment": reply.attachment.model_dump() if reply.attachment else None,
        }

    async def _send(self, content: dict[str, Any]) -> None:
        await self._socket.send_text(json.dumps(content))


def _parse(raw: str) -> dict[str, Any]:
    try:
        message = json.loads(raw)
        # Half a character, as "\ud800", can be written in JSON and stored nowhere.
        json.dumps(message, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadMessage("That was not a message that I can read.") from error
    known = ("message", "press", "received", "zone")
    strings = isinstance(message, dict) and all(
        isinstance(message.get(name, ""), str) for name in ("id", "text", "token", "zone")
    )
    if not strings or message.get("type") not in known:
        raise BadMessage("That was not a message that I can read.")
    return dict(message)


def _own_id(employee_id: str, message: dict[str, Any]) -> str:
    """Returns an id that is unique to the employee: two browsers may number alike."""
    message_id = message.get("id", "")
    if not 0 < len(message_id) <= MAX_ID:
        raise BadMessage(f"A message needs an id of 1 to {MAX_ID} characters.")
    return f"{employee_id}:{message_id}"


def _same_origin(socket: WebSocket) -> bool:
    """Says whether the page that opened the socket is ours; others must not speak as its user."""
    try:
        origin = urlsplit(socket.headers.get("origin", ""))
    except ValueError:
        return False
    return origin.netloc == socket.headers.get("host", "")
