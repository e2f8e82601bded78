"""The coach command's entry: subcommands, and errors as one clear line."""

import sys
from typing import NoReturn

import typer
from pydantic import ValidationError

from gateway.cli import ask, bench, key, library
from gateway.cli.output import BAD_INPUT, NOT_RUNNING, NotRunning
from knowledge.errors import UserError

app = typer.Typer(
    help="The coach for every employee: talk with it, tend its library, measure it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("ask")(ask.ask)
app.command("chat")(ask.chat)
app.command("key")(key.key)
app.add_typer(library.app, name="library")
app.add_typer(bench.app, name="bench")


def main() -> NoReturn:
    """Runs the command; exits 0 done, 2 bad input, 3 the coach is not running."""
    try:
        app(standalone_mode=True)
    except NotRunning as error:
        _fail(str(error), NOT_RUNNING)
    except (UserError, OSError, UnicodeError) as error:
        _fail(str(error), BAD_INPUT)
    except ValidationError as error:
        problem = error.errors()[0]
        _fail(f"{'_'.join(map(str, problem['loc']))}: {problem['msg']}", BAD_INPUT)
    raise SystemExit(0)


def _fail(line: str, status: int) -> NoReturn:
    print(line, file=sys.stderr)
    raise SystemExit(status)


if __name__ == "__main__":
    main()
