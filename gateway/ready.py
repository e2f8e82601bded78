"""Waits until the coach has answered a first message, and prints where it is."""

import sys
import time

import httpx

from gateway.settings import gateway_settings
from knowledge.errors import one_line_errors

PATIENCE = 300.0
PAUSE = 0.5
SAY_EVERY = 5.0


def main() -> None:
    """Polls /ready; says every few seconds what it is waiting for."""
    with one_line_errors():
        address = gateway_settings().address
    started = said = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        waiting_for = _waiting_for(address)
        if waiting_for is None:
            seconds = time.monotonic() - started
            print(f"the coach has answered its first message after {seconds:.0f} s: {address}", flush=True)
            return
        if time.monotonic() - said > SAY_EVERY:
            said = time.monotonic()
            print(f"waiting for {waiting_for}", flush=True)
        time.sleep(PAUSE)
    print(f"no answer after {PATIENCE:.0f} s; the lines above say why", file=sys.stderr)
    raise SystemExit(3)


def _waiting_for(address: str) -> str | None:
    try:
        response = httpx.get(f"{address}/ready", timeout=30.0, trust_env=False)
        return None if response.is_success else str(response.json()["waiting_for"])
    except (httpx.HTTPError, ValueError, KeyError):
        return "the gateway"


if __name__ == "__main__":
    main()
