"""Killing a process loses no message and answers none twice."""

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import httpx

from knowledge.settings import ROOT
from tests.scenarios.processes import RunningCoach, running_coach


def _pid_of(coach: RunningCoach, module: str) -> int:
    """Returns the process that runs module with this coach's home."""
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                arguments = (process / "cmdline").read_bytes().split(b"\0")
                environment = (process / "environ").read_bytes().split(b"\0")
            except OSError:
                continue  # It ended while we looked.
            home = f"EVERYCOACH_HOME={coach.home}".encode()
            if module.encode() in arguments and home in environment:
                return int(process.name)
    raise AssertionError(f"{module} does not run")


def test_a_message_that_waited_when_the_gateway_was_killed_is_answered_after_the_restart(
    tmp_path: Path,
) -> None:
    with running_coach(tmp_path) as coach:
        coach.ask("hello", "survivor")
        asking = subprocess.Popen(
            [ROOT / ".venv/bin/coach", "ask", "how do I run a meeting?", "--user", "survivor"],
            env=coach.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_for_row(coach, "SELECT COUNT(*) FROM inbox", 2)
        os.kill(_pid_of(coach, "gateway.app"), signal.SIGKILL)
        asking.wait(30)
        coach.process.wait(60)
    for name in ("models", "library"):
        (tmp_path / name).unlink()
    with running_coach(tmp_path) as coach:
        _wait_for_row(coach, "SELECT COUNT(*) FROM inbox WHERE state = 'done'", 2)
        with sqlite3.connect(coach.home / "everycoach.db") as database:
            replies = database.execute(
                "SELECT COUNT(*) FROM outbox WHERE inbox_id = (SELECT MAX(id) FROM inbox)"
            ).fetchone()[0]
        assert replies == 1
        assert httpx.get(f"{coach.address}/health").is_success


def _wait_for_row(coach: RunningCoach, query: str, expected: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with sqlite3.connect(coach.home / "everycoach.db") as database:
            if database.execute(query).fetchone()[0] >= expected:
                return
        time.sleep(0.05)
    raise AssertionError(f"never {expected}: {query}")
