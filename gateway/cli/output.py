"""How the command speaks: JSON on stdout where asked for, everything else on stderr."""

import json
import sys
from typing import Annotated, Any

import typer

BAD_INPUT, NOT_RUNNING = 2, 3

Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, all else on stderr.")]


class NotRunning(Exception):
    """The coach does not answer; the line says how to start it."""


def print_json(value: Any) -> None:
    """Prints one JSON document on a line of its own."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def note(line: str) -> None:
    """Says something that is no result."""
    print(line, file=sys.stderr, flush=True)


def progress(done: int, total: int) -> None:
    """Shows how far an embedding run is; a line that overwrites itself on a terminal."""
    end = "\n" if done >= total or not sys.stderr.isatty() else "\r"
    print(f"embedding passages: {done} of {total}", end=end, file=sys.stderr, flush=True)
