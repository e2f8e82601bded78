"""Development only: one turn over HTTP, for the coach command and its tests.

The caller names the employee, so these routes exist in development mode only and want the
installation's secret.
"""

import asyncio
import hmac
import time
import uuid
from datetime import datetime

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, Field

from actions.messages import Reply
from gateway.door import Door
from gateway.errors import BadMessage
from gateway.inbox import Incoming

CHANNEL = "terminal"


class Ask(BaseModel):
    """One turn: what is said, by whom, and when (now, if not given)."""

    text: str
    user: str = Field("you", min_length=1, max_length=64, pattern=r"^[\w .@-]+$")
    at: AwareDatetime | None = None


def make_routes(door: Door, secret: str) -> APIRouter:
    """Builds the routes."""
    routes = APIRouter(prefix="/development")

    @routes.post("/ask")
    async def ask(ask: Ask, request: Request) -> Response:
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {secret}".encode()):
            return JSONResponse({"error": "wrong or missing secret"}, status_code=401)
        try:
            return JSONResponse(await _turn(door, ask.text, ask.user, ask.at))
        except BadMessage as error:
            return JSONResponse({"error": str(error)}, status_code=422)

    return routes


async def _turn(door: Door, text: str, user: str, at: datetime | None) -> dict[str, object]:
    """Sends one message through the inbox and waits for its replies."""
    started = time.perf_counter()
    employee_id = await asyncio.to_thread(door.people.employee_id, CHANNEL, "development", user)
    with door.hub.listen(employee_id) as events:
        incoming = Incoming(CHANNEL, f"{employee_id}:{uuid.uuid4().hex}", employee_id, text, at=at)
        number = await door.accept(incoming)
        numbers: list[int] = []
        replies: list[Reply] = []
        while True:
            event = await events.get()
            if event.inbox_id != number:
                continue
            if event.reply:
                numbers.append(event.reply_id)
                replies.append(event.reply)
            if event.name == "done":
                break
    await asyncio.to_thread(door.outbox.delivered, employee_id, numbers)
    return {
        "replies": [
            {
                "kind": reply.kind,
                "text": reply.text,
                "citations": [{"document": c.document, "heading": c.heading} for c in reply.citations],
                "buttons": [{"title": b.title, "payload": b.payload} for b in reply.buttons],
            }
            for reply in replies
        ],
        "intent": event.intent,
        "route": event.route,
        "latency_ms": round((time.perf_counter() - started) * 1000, 1),
    }
