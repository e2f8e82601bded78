"""Turns through the running coach, as its command line sends them."""

import asyncio
import random
import time
import uuid
from typing import Any

import httpx

from benchmarks.figures import percentile
from gateway.cli.output import NotRunning
from gateway.settings import GatewaySettings

# Turns of dialogue alone, and questions that the shipped library answers in writing.
DIALOGUE = ("Hello", "Thanks, that helps", "What can you do?", "Are you a robot?", "Who can read this?")
WRITTEN = (
    "How do I give feedback to a colleague?",
    "How do I run a good one-to-one?",
    "How do I delegate work without losing control?",
    "How many days of holiday do I get?",
    "How do I say no to my manager?",
)
TIMEOUT = 300.0


async def measure_turns(
    settings: GatewaySettings, secret: str, users: int, written: float, turns: int
) -> dict[str, Any]:
    """Returns latency in ms, throughput and errors; engine_p50_ms is Rasa's part alone.

    Raises NotRunning when the gateway does not answer.
    """
    client = httpx.AsyncClient(
        base_url=settings.address,
        headers={"Authorization": f"Bearer {secret}"},
        timeout=TIMEOUT,
        trust_env=False,
        limits=httpx.Limits(max_connections=users),
    )
    latencies: list[float] = []
    errors = 0
    run = uuid.uuid4().hex[:8]

    async def employee(number: int) -> None:
        nonlocal errors
        choose = random.Random(number)
        for _ in range(turns):
            text = choose.choice(WRITTEN if choose.random() < written else DIALOGUE)
            started = time.perf_counter()
            response = await client.post(
                "/development/ask", json={"text": text, "user": f"bench-{run}-{number}"}
            )
            latencies.append((time.perf_counter() - started) * 1000)
            errors += not (response.is_success and response.json()["replies"])

    try:
        warm = await client.post("/development/ask", json={"text": "Hello", "user": f"bench-{run}"})
        warm.raise_for_status()
        started = time.perf_counter()
        await asyncio.gather(*(employee(number) for number in range(users)))
        elapsed = time.perf_counter() - started
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        raise NotRunning(f"{settings.address} answered {status}: is another coach running?") from error
    except httpx.TransportError as error:
        raise NotRunning(
            f"the coach does not answer at {settings.address}: start it with 'make up'"
        ) from error
    finally:
        await client.aclose()
    return {
        "p50_ms": percentile(latencies, 50),
        "p95_ms": percentile(latencies, 95),
        "turns_per_s": round(len(latencies) / elapsed, 1),
        "errors": errors,
        "engine_p50_ms": await _engine_p50(settings, secret, f"bench-{run}"),
    }


async def _engine_p50(settings: GatewaySettings, secret: str, conversation: str) -> float | None:
    """Returns the median ms of understanding plus dialogue: Rasa with one custom action."""
    latencies = []
    async with httpx.AsyncClient(
        base_url=settings.rasa_url,
        headers={"Authorization": f"Bearer {secret}"},
        timeout=TIMEOUT,
        trust_env=False,
    ) as client:
        for number in range(60):
            # Ten turns make a session; a longer one would be measured for its length.
            session = f"{conversation}-{number // 10}"
            body = {"conversation": session, "text": "I would rather talk to a person", "channel": "bench"}
            started = time.perf_counter()
            (await client.post("/webhooks/gateway/messages", json=body)).raise_for_status()
            latencies.append((time.perf_counter() - started) * 1000)
    return percentile(latencies[10:], 50)
