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

from gateway.door import Door
from gateway.errors import BadMessage
from gateway.inbox import Incoming
from gateway.scheduler import Scheduler

CHANNEL = "terminal"


class Ask(BaseModel):
    """One turn: what is said, by whom, and when (now, if not given)."""

    text: str
    user: str = Field("you", min_length=1, max_length=64, pattern=r"^[\w .@-]+$")
    at: AwareDatetime | None = None


def make_routes(door: Door, scheduler: Scheduler, secret: str) -> APIRouter:
    """Builds the routes."""
    routes = APIRouter(prefix="/development")

    @routes.post("/ask")
    async def ask(ask: Ask, request: Request) -> Response:
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {secret}".encode()):
            return JSONResponse({"error": "wrong or missing secret"}, status_code=401)
        try:
            return JSONResponse(await _turn(door, scheduler, ask.text, ask.user, ask.at))
        except BadMessage as error:
            return JSONResponse({"error": str(error)}, status_code=422)

    return routes


async def _turn(
    door: Door, scheduler: Scheduler, text: str, user: str, at: datetime | None
) -> dict[str, object]:
    """Sends one message through the inbox and waits for its replies.

    What the coach wrote first, and what is due by the moment that the caller names, comes before.
    """
    started = time.perf_counter()
    employee_id = await asyncio.to_thread(door.people.employee_id, CHANNEL, "development", user)
    with door.hub.listen(employee_id) as events:
        waiting = await asyncio.to_thread(door.outbox.undelivered, employee_id)
        numbers = [number for number, _ in waiting]
        replies = [reply for _, reply in waiting]
        due = await scheduler.deliver(at, employee_id) if at else []
        incoming = Incoming(CHANNEL, f"{employee_id}:{uuid.uuid4().hex}", employee_id, text, at=at)
        number = await door.accept(incoming)
        while True:
            event = await events.get()
            if event.inbox_id not in (number, *due):
                continue
            if event.reply:
                numbers.append(event.reply_id)
                replies.append(event.reply)
            if event.name == "done" and event.inbox_id == number:
                break
    await asyncio.to_thread(door.outbox.delivered, employee_id, numbers)
    return {
        "replies": [
            {
                "kind": reply.kind,
                "text": reply.text,
                "citations": [{"document": c.document, "heading": c.heading} for c in reply.citations],
                "buttons": [{"title": b.title, "payload": b.payload} for b in reply.buttons],
                **({"attachment": reply.attachment.model_dump()} if reply.attachment else {}),
            }
            for reply in replies
        ],
        "intent": event.intent,
        "route": event.route,
        "latency_ms": round((time.perf_counter() - started) * 1000, 1),
    }
