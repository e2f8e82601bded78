"""The action server: Rasa's action protocol, /safety and /streams, on loopback.

Started with python -m actions.server. Every request must carry the internal secret.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel

from actions.coach import get_coach
from actions.messages import Reply
from actions.settings import coach_settings
from actions.skills import Skills
from actions.trust.safety.response import reviewed_by
from knowledge.errors import one_line_errors

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Everycoach-Secret"


class SafetyRequest(BaseModel):
    """A message that is to be judged before anything else sees it."""

    text: str
    employee: str = ""


class SafetyResponse(BaseModel):
    """The route, null for an ordinary message, and what to say: instead of coaching, or beside it."""

    route: str | None
    text: str = ""


def make_app() -> FastAPI:
    """Builds the server's application."""
    secret = coach_settings().internal_secret.get_secret_value()
    skills = Skills()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await asyncio.to_thread(get_coach().warm_up)
        yield

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def only_neighbours(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return JSONResponse({"error": "wrong or missing secret"}, status_code=401)
        return await call_next(request)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> Response:
        call: dict[str, Any] = await request.json()
        try:
            status, body = await skills.run(call)
        except Exception as error:
            # The error's own words stay out of the log: they may quote what was written.
            log.error("action %s failed: %s", call.get("next_action"), type(error).__name__)
            status, body = 500, {"error": "the action failed"}
        return JSONResponse(body, status_code=status)

    @app.post("/safety")
    async def safety(request: SafetyRequest) -> SafetyResponse:
        route, text = await asyncio.to_thread(get_coach().safety_response, request.text, request.employee)
        return SafetyResponse(route=route, text=text)

    @app.get("/streams/{stream_id}")
    async def stream(stream_id: str) -> Response:
        streams = get_coach().streams
        if stream_id not in streams:
            return JSONResponse({"error": "no such stream"}, status_code=404)
        lines = (_line(event) async for event in streams.read(stream_id))
        return StreamingResponse(lines, media_type="application/x-ndjson")

    return app


def _line(event: str | Reply) -> str:
    """Returns one line of JSON: {"sentence": …} or, last, {"reply": …}."""
    if isinstance(event, Reply):
        return json.dumps({"reply": event.model_dump(mode="json")}) + "\n"
    return json.dumps({"sentence": event}) + "\n"


def main() -> None:
    """Runs the server until it is stopped; a problem at start is one line and status 2."""
    with one_line_errors():
        settings = coach_settings()
        get_coach()
    if not settings.development and not reviewed_by():
        log.warning("the safety responses have not been reviewed: fill reviewed_by in responses.yml")
    uvicorn.run(
        make_app(),
        host=settings.actions_host,
        port=settings.actions_port,
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    main()
