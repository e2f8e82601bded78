"""coach ask and coach chat: turns through the whole system, in development mode."""

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

import typer

from gateway.cli.client import Client
from gateway.cli.output import Json, note, print_json
from gateway.errors import BadMessage

User = Annotated[str, typer.Option("--user", help="Who asks; the same name continues the conversation.")]


def ask(
    text: Annotated[str, typer.Argument(help="What the employee says.")],
    user: User = "you",
    at: Annotated[str, typer.Option("--at", help="The moment of the turn, ISO 8601 with a zone.")] = "",
    json_: Json = False,
) -> None:
    """Have one turn with the running coach."""
    result = Client().ask(text, user, _moment(at))
    if json_:
        print_json(result)
    else:
        _show(result)


def chat(user: User = "you", json_: Json = False) -> None:
    """Have a conversation; with --json, a line in is a turn and a line out its result."""
    client = Client()
    for line in _lines(prompt=not json_ and sys.stdin.isatty()):
        try:
            result = client.ask(line, user)
        except BadMessage as error:
            if json_:
                print_json({"error": str(error)})
            else:
                note(str(error))
            continue
        if json_:
            print_json(result)
        else:
            _show(result)


def _lines(prompt: bool) -> Iterator[str]:
    """Yields what is typed, until the end of input."""
    while True:
        if prompt:
            print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.rstrip("\n")


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadMessage(f"--at: '{text}' is no ISO time such as 2027-01-15T09:00:00+00:00") from error
    if moment.tzinfo is None:
        raise BadMessage(f"--at: '{text}' has no time zone; add +00:00 or the like")
    return moment


def _show(result: dict[str, Any]) -> None:
    for reply in result["replies"]:
        print(reply["text"])
        for source in reply["citations"]:
            print(f"  source: {source['document']}, {source['heading']}")
        for button in reply["buttons"]:
            print(f"  [{button['title']}]")
        print()
