"""Measures coaching sessions of simulated employees through the running coach."""

import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from benchmarks.sessions.clock import next_working_morning
from benchmarks.sessions.conversation import GREETINGS, hold
from benchmarks.sessions.employee import Employee, load_employees
from benchmarks.sessions.listening import Listener
from benchmarks.sessions.report import figures
from benchmarks.sessions.transcript import write_transcript
from benchmarks.sessions.turns import Ask, Conversation
from gateway.cli.output import NotRunning
from gateway.settings import GatewaySettings
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings

TIMEOUT = 300.0
LONGEST_NAME = 48


async def measure_sessions(
    settings: GatewaySettings,
    secret: str,
    folder: Path,
    *,
    transcripts: Path | None = None,
    start: datetime | None = None,
) -> dict[str, Any]:
    """Returns the figures of one session with each employee of the folder, one after the other.

    Each session starts at start, or on the next working day at 9:00 UTC. Transcripts go to a folder,
    one page an employee. Raises BadEmployee for a file that cannot be used and NotRunning when the
    gateway does not answer.
    """
    from benchmarks.rater import SecondRater

    employees = load_employees(folder)
    encoder = Encoder(knowledge_settings().encoder)
    listener = Listener(encoder.encode)
    start = start or next_working_morning(datetime.now(UTC))
    async with httpx.AsyncClient(
        base_url=settings.address,
        headers={"Authorization": f"Bearer {secret}"},
        timeout=TIMEOUT,
        trust_env=False,
    ) as client:
        conversations = await hold_all(employees, through(client, settings.address), listener, start)
    if transcripts:
        save_transcripts(conversations, transcripts)
    return figures(conversations, SecondRater())


async def hold_all(
    employees: list[Employee], ask: Ask, listener: Listener, start: datetime
) -> list[Conversation]:
    """Holds one session with each employee in turn, as users that the coach has never met."""
    run = uuid.uuid4().hex[:8]
    return [
        await hold(
            employee,
            ask,
            listener,
            user=f"sim-{re.sub(r'[^A-Za-z0-9_-]', '-', employee.name)[:LONGEST_NAME]}-{run}",
            start=start,
            greeting=GREETINGS[number % len(GREETINGS)],
        )
        for number, employee in enumerate(employees)
    ]


def save_transcripts(conversations: list[Conversation], folder: Path) -> None:
    """Writes one page for each conversation."""
    folder.mkdir(parents=True, exist_ok=True)
    for conversation in conversations:
        page = folder / f"{conversation.employee.name}.md"
        page.write_text(write_transcript(conversation), encoding="utf-8")


def through(client: httpx.AsyncClient, address: str) -> Ask:
    """Returns the function that sends one message through the gateway."""

    async def ask(text: str, user: str, at: datetime) -> dict[str, Any]:
        body = {"text": text, "user": user, "at": at.isoformat()}
        try:
            response = await client.post("/development/ask", json=body)
            response.raise_for_status()
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            raise NotRunning(f"{address} answered {status}: is another coach running?") from error
        except httpx.TransportError as error:
            raise NotRunning(f"the coach does not answer at {address}: start it with 'make up'") from error
        return dict(response.json())

    return ask
