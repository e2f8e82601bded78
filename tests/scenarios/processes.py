"""Starts the three real processes on free ports with a home of their own."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from knowledge.settings import ROOT

PATIENCE = 180.0
SHARED = ("models", "library")
NAMES = ("gateway", "rasa", "actions")


@dataclass
class RunningCoach:
    """A coach that runs: its home, its address, its log, and the process that holds them all."""

    home: Path
    environment: dict[str, str]
    ports: dict[str, int]
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['gateway']}"

    def command(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Runs the coach command against it."""
        return subprocess.run(
            [ROOT / ".venv/bin/coach", *arguments],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def ask(self, text: str, user: str, at: str = "") -> dict[str, Any]:
        """Has one turn, at a moment where one is named, and returns what the command prints."""
        moment = ("--at", at) if at else ()
        done = self.command("ask", text, "--user", user, "--json", *moment)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout))


@contextmanager
def running_coach(home: Path, **settings: str) -> Iterator[RunningCoach]:
    """Runs the Procfile as 'make up' does, until the block ends; waits until a message is answered."""
    for name in SHARED:
        (home / name).symlink_to(ROOT / "var" / name)
    ports = {name: _free_port() for name in NAMES}
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("EVERYCOACH_")},
        "EVERYCOACH_HOME": str(home),
        "EVERYCOACH_MODE": "development",
        "EVERYCOACH_INTERNAL_SECRET": "only for this test run, and for nothing else",
        **{f"EVERYCOACH_{name.upper()}_PORT": str(port) for name, port in ports.items()},
        **settings,
    }
    subprocess.run(
        [ROOT / ".venv/bin/python", "-m", "actions.storage.database"], env=environment, cwd=ROOT, check=True
    )
    log = home / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [ROOT / ".venv/bin/honcho", "-f", "scripts/Procfile", "start"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        coach = RunningCoach(home, environment, ports, process, log)
        try:
            _wait_until_ready(coach)
            yield coach
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _wait_until_ready(coach: RunningCoach) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert coach.process.poll() is None, coach.log.read_text()
        try:
            if httpx.get(f"{coach.address}/ready", timeout=30.0).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError(f"not ready after {PATIENCE} s:\n{coach.log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
