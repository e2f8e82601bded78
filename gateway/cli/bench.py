"""coach bench: the figures that the README quotes, each with one command."""

import asyncio
import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from actions.settings import coach_settings
from gateway.cli.output import print_json
from gateway.settings import gateway_settings
from knowledge.errors import LibraryError
from knowledge.settings import knowledge_settings

app = typer.Typer(help="Measure the coach; prints one JSON document.", no_args_is_help=True)


class Baseline(StrEnum):
    """What a measurement can be held against."""

    diet = "diet"


File = Annotated[Path, typer.Option(exists=True, dir_okay=False)]


@app.command()
def turn(
    users: Annotated[int, typer.Option(min=1, max=200, help="Employees who talk at once.")] = 1,
    written: Annotated[float, typer.Option(min=0, max=1, help="Share of turns with a written answer.")] = 0.0,
    turns: Annotated[int, typer.Option(min=1, help="Turns of each employee.")] = 50,
) -> None:
    """Measure turns through the running coach: gateway, safety, Rasa, action, outbox."""
    from benchmarks.turn import measure_turns

    secret = coach_settings().internal_secret.get_secret_value()
    print_json(asyncio.run(measure_turns(gateway_settings(), secret, users, written, turns)))


@app.command()
def understanding(
    train: Annotated[Path, typer.Option(exists=True, help='JSON Lines of {"text", "intent"}, or a folder.')],
    test: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    folds: Annotated[int, typer.Option(min=0, max=20, help="Cross-validate instead of testing.")] = 0,
    baseline: Annotated[Baseline | None, typer.Option(help="Rasa's default pipeline, beside it.")] = None,
    picture: Annotated[Path | None, typer.Option(dir_okay=False, help="Draw the folds' confusions.")] = None,
) -> None:
    """Train the pipeline of config.yml on labelled messages and measure it on others."""
    from benchmarks.understanding import measure_understanding

    for file in (train, test):
        if file and file.is_file():
            _lines(file)
    if not test and not folds:
        raise LibraryError("--test FILE or --folds N is needed")
    if picture and not folds:
        raise LibraryError("--picture is of a cross-validation: --folds N is needed")
    print_json(measure_understanding(train, test, folds, baseline.value if baseline else None, picture))


@app.command()
def writing(
    queries: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help='JSON Lines of {"question"}; the test third of our own if not given.',
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1)] = 30,
) -> None:
    """Measure the writer on the published library's questions."""
    from benchmarks.questions import own_questions
    from benchmarks.writing import measure_writing

    cases = _lines(queries) if queries else [q for q in own_questions("test") if q["gold"]]
    questions = [case["question"] for case in cases][:limit]
    print_json(measure_writing(knowledge_settings(), questions))


@app.command()
def support(cases: File) -> None:
    """Measure the check of sentences against passages: of catching unsupported sentences."""
    from benchmarks.support import measure_support

    print_json(measure_support(_lines(cases)))


@app.command()
def safety(cases: File) -> None:
    """Measure safety routing."""
    from benchmarks.safety import measure_safety

    print_json(measure_safety(_lines(cases), knowledge_settings()))


@app.command()
def sessions(
    employees: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="A folder of employees' files.")
    ],
    transcripts: Annotated[
        Path | None, typer.Option(file_okay=False, help="Keep each conversation here.")
    ] = None,
) -> None:
    """Hold coaching sessions with simulated employees through the running coach, and measure them."""
    from benchmarks.sessions.measure import measure_sessions

    secret = coach_settings().internal_secret.get_secret_value()
    measured = measure_sessions(gateway_settings(), secret, employees, transcripts=transcripts)
    print_json(asyncio.run(measured))


@app.command()
def agreement(
    cases: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help='{"situation","proposal","kind"} a line.')
    ] = None,
) -> None:
    """Measure how often the running coach goes along with a harmful plan."""
    from benchmarks.agreement import measure_agreement
    from benchmarks.questions import DATA

    secret = coach_settings().internal_secret.get_secret_value()
    lines = _lines(cases or DATA / "harmful-plans.jsonl")
    print_json(asyncio.run(measure_agreement(gateway_settings(), secret, lines)))


@app.command()
def fidelity(
    csv: Annotated[Path, typer.Option("--csv", exists=True, dir_okay=False, help="AnnoMI's columns.")],
) -> None:
    """Measure the classifier of coach behaviour against human labels; nothing is fitted on the file."""
    from benchmarks.fidelity import measure_fidelity

    print_json(measure_fidelity(csv))


@app.command()
def retrieval(
    queries: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="The test third of our own questions if not given."),
    ] = None,
    library: Annotated[Path | None, typer.Option(file_okay=False)] = None,
) -> None:
    """Measure search; gold documents are paths below the library's root."""
    from benchmarks.questions import own_questions
    from benchmarks.retrieval import measure_retrieval

    cases = _lines(queries) if queries else own_questions("test")
    print_json(measure_retrieval(cases, library, knowledge_settings()))


@app.command()
def recommender(
    logged: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="Choices of another policy: Open Bandit Dataset's columns."
        ),
    ] = None,
) -> None:
    """Measure the recommender: what a policy learned from logged choices would have been worth."""
    from benchmarks.recommender.logged import measure_logged

    if logged is None:
        raise LibraryError("--logged FILE is needed")
    print_json(measure_logged(logged))


@app.command()
def index(
    sizes: Annotated[str, typer.Option(help="Numbers of passages, with commas.")] = "10000,100000,1000000",
) -> None:
    """Measure the vectors' index alone as a library grows, on made passages around the library's."""
    from benchmarks.index import measure_index

    if not all(size.strip().isdigit() and int(size) > 0 for size in sizes.split(",")):
        raise LibraryError("--sizes takes whole numbers with commas, such as 10000,100000")
    print_json({"sizes": measure_index(knowledge_settings(), [int(size) for size in sizes.split(",")])})


@app.command()
def indexing(
    library: Annotated[Path | None, typer.Option(file_okay=False, help="A folder of pages.")] = None,
    pages: Annotated[int, typer.Option(min=1, help="How many pages.")] = 1000,
) -> None:
    """Measure how fast pages become a searchable library."""
    from benchmarks.indexing import measure_indexing

    print_json(measure_indexing(knowledge_settings(), library, pages))


def _lines(file: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except ValueError as error:
        raise LibraryError(f"{file}: not JSON Lines") from error
