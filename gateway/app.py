"""The gateway's application: routes, neighbours, and the worker that lives as long as it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from actions.settings import CoachSettings, coach_settings
from actions.storage.conversations import Conversations
from actions.storage.database import open_database
from actions.storage.nudges import Nudges
from actions.storage.people import People
from gateway.channels import development, web
from gateway.door import Door
from gateway.errors import Unavailable
from gateway.hub import Hub
from gateway.inbox import Inbox
from gateway.neighbours import ActionServer, Rasa
from gateway.outbox import Outbox
from gateway.scheduler import Scheduler
from gateway.settings import GatewaySettings, gateway_settings
from gateway.signing import Signer
from gateway.turn import Turns
from gateway.web.files import WEB
from gateway.web.library_page import render
from gateway.worker import Worker
from knowledge.errors import one_line_errors
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings

log = logging.getLogger(__name__)
# Seconds that what waited waits for the coach, before it is tried all the same.
PATIENCE = 180
MAX_FRAME = 1_000_000
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def make_app(coach: CoachSettings, settings: GatewaySettings) -> FastAPI:
    """Builds the gateway."""
    secret = coach.internal_secret.get_secret_value()
    sessions = open_database(coach)
    rasa = Rasa(settings.rasa_url, secret, settings.turn_timeout)
    actions = ActionServer(settings.actions_url, secret, settings.stream_timeout)
    people, hub, inbox, nudges = People(sessions, secret), Hub(), Inbox(sessions), Nudges(sessions)
    worker = Worker(inbox, Turns(rasa, actions, people, nudges), hub)
    door = Door(people, inbox, Outbox(sessions), hub, worker, Signer(secret), coach.development, nudges)
    scheduler = Scheduler(door, nudges, Conversations(sessions), coach.timezone)
    versions = Versions(knowledge_settings().index)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        resuming = asyncio.create_task(_resume(worker, inbox, actions))
        nudging = asyncio.create_task(scheduler.run())
        yield
        nudging.cancel()
        resuming.cancel()
        await worker.stop()
        await rasa.close()
        await actions.close()

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(web.make_routes(door))
    if coach.development:
        app.include_router(development.make_routes(door, scheduler, secret))
    app.mount("/static", StaticFiles(directory=WEB / "static"))

    @app.middleware("http")
    async def secure(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        try:
            response = await call_next(request)
        except Exception as error:
            log.error("%s %s: %s", request.method, request.url.path, type(error).__name__)
            response = JSONResponse({"error": "something broke on this side"}, status_code=500)
        response.headers.update(SECURITY_HEADERS)
        return response

    @app.exception_handler(RequestValidationError)
    async def bad_request(request: Request, error: RequestValidationError) -> Response:
        # Without what was sent: it may be a message, and need not even be text.
        detail = [{"loc": list(e["loc"]), "msg": e["msg"]} for e in error.errors()]
        return JSONResponse({"detail": detail}, status_code=422)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/ready")
    async def ready() -> Response:
        """Says whether a message is answered: by the action server, and through Rasa by an action."""
        if not await actions.healthy():
            return JSONResponse({"waiting_for": "the coach"}, status_code=503)
        try:
            understood = await rasa.turn("readiness", "Can I talk to a person?", "readiness", {})
        except Unavailable:
            return JSONResponse({"waiting_for": "Rasa"}, status_code=503)
        if not understood.replies:
            return JSONResponse({"waiting_for": "an answer through Rasa"}, status_code=503)
        return JSONResponse({"status": "ready"})

    @app.get("/library/{document:path}")
    async def library_page(document: str) -> Response:
        version = versions.current()
        page = render(versions.path(version) / "pages", document) if version else None
        if page is None:
            return HTMLResponse("<p>There is no such page in the library any more.</p>", status_code=404)
        return HTMLResponse(page)

    return app


async def _resume(worker: Worker, inbox: Inbox, actions: ActionServer) -> None:
    """Takes up what waited once there is somebody to ask: all processes may be starting at the same time."""
    if not await asyncio.to_thread(inbox.waiting_employees):
        return
    for _ in range(PATIENCE):
        if await actions.healthy():
            break
        await asyncio.sleep(1)
    await worker.resume()


def main() -> None:
    """Runs the gateway until it is stopped; a problem at start is one line and status 2."""
    with one_line_errors():
        settings = gateway_settings()
        app = make_app(coach_settings(), settings)
    uvicorn.run(
        app,
        host=settings.gateway_host,
        port=settings.gateway_port,
        log_level="warning",
        access_log=False,
        ws_max_size=MAX_FRAME,
        server_header=False,
    )


if __name__ == "__main__":
    main()
