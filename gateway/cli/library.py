"""coach library: tend the pages that the coach answers from."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from gateway.cli.output import BAD_INPUT, Json, note, print_json, progress
from knowledge.errors import LibraryError
from knowledge.ingest.importer import import_pages
from knowledge.search.encoder import Encoder
from knowledge.search.filters import Filters
from knowledge.search.searcher import Searcher, SearchResult
from knowledge.settings import knowledge_settings
from knowledge.tending import Library

app = typer.Typer(help="Tend the library: import, check, publish, search.", no_args_is_help=True)
Folder = Annotated[
    Path | None, typer.Option("--library", help="A folder of pages; the installation's library if not given.")
]


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="A Markdown file, or a folder of them.")],
    into: Annotated[Path | None, typer.Option("--into", help="The folder that takes the pages.")] = None,
    json_: Json = False,
) -> None:
    """Bring pages in; those without front matter are accepted, what cannot be read is named."""
    target = into or knowledge_settings().library
    result = import_pages(source, target)
    for line in result.refused:
        note(line)
    if json_:
        print_json({"imported": result.documents, "refused": result.refused})
    else:
        print(f"{len(result.documents)} pages imported into {target}, {len(result.refused)} refused")
    if not result.documents:
        raise typer.Exit(BAD_INPUT)


@app.command()
def check(library: Folder = None, json_: Json = False) -> None:
    """Check every page; each problem is a line with file, line and field."""
    problems = Library.at(library, knowledge_settings()).check(date.today())
    if json_:
        print_json({"problems": problems})
    else:
        print("\n".join(problems) or "all pages are in order")
    if problems:
        raise typer.Exit(BAD_INPUT)


@app.command()
def publish(library: Folder = None, json_: Json = False) -> None:
    """Publish the pages as a new version; a running coach switches to it by itself."""
    settings = knowledge_settings()
    done = Library.at(library, settings).publish(Encoder(settings.encoder), progress)
    for line in done.refused:
        note(line)
    if json_:
        print_json(vars(done))
    elif done.changed:
        print(
            f"version {done.version}: {done.pages} pages, {done.passages} passages,"
            f" {done.embedded} embedded anew"
        )
    else:
        print(f"nothing has changed since version {done.version}")


@app.command()
def versions(library: Folder = None, json_: Json = False) -> None:
    """List the published versions; the one that serves is marked."""
    published = Library.at(library, knowledge_settings()).versions
    if json_:
        print_json({"versions": published.numbers(), "current": published.current()})
        return
    for number in published.numbers():
        print(f"{number}{' (serving)' if number == published.current() else ''}")


@app.command()
def rollback(
    version: Annotated[
        int | None, typer.Argument(help="The version to serve; the one before if not given.")
    ] = None,
    library: Folder = None,
) -> None:
    """Make an older version serve again."""
    settings = knowledge_settings()
    number = Library.at(library, settings).versions.roll_back(version, Encoder(settings.encoder))
    print(f"version {number} serves")


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for.")] = "",
    queries: Annotated[
        Path | None, typer.Option("--queries", help='JSON Lines of {"id", "question"}.')
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many documents.")] = 5,
    audience: Annotated[str, typer.Option(help="Only pages for these: everyone, managers.")] = "",
    language: Annotated[str, typer.Option(help="Only pages in this language, such as en.")] = "",
    level: Annotated[str, typer.Option(help="Only pages of this level: foundation, practitioner, …")] = "",
    library: Folder = None,
) -> None:
    """Search; prints one JSON line a query, in order."""
    filters = Filters(audience, language, level)
    asked = _queries(query, queries)
    settings = knowledge_settings()
    encoder = Encoder(settings.encoder)
    tended = Library.at(library, settings)
    if library is not None:
        tended.publish(encoder, progress)
    searcher = Searcher(tended.versions, encoder)
    for item in asked:
        print_json(_line(item, searcher.search(item["question"], filters), k))


def _queries(query: str, file: Path | None) -> list[dict[str, Any]]:
    if bool(query.strip()) == (file is not None):
        raise LibraryError('give either a "QUERY" or --queries FILE')
    if file is None:
        return [{"id": None, "question": query}]
    asked = []
    lines = sys.stdin if str(file) == "-" else file.open(encoding="utf-8")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            asked.append({"id": item["id"], "question": str(item["question"])})
        except (ValueError, KeyError, TypeError) as error:
            raise LibraryError(f'{file}:{number}: each line is {{"id", "question"}} in JSON') from error
    return asked


def _line(item: dict[str, Any], result: SearchResult, k: int) -> dict[str, Any]:
    return {
        "id": item["id"],
        "query": item["question"],
        "answerable": round(result.answerable, 4),
        "results": [
            {
                "document": found.passage.document,
                "heading": found.passage.heading,
                "score": round(found.score, 4),
                "text": found.passage.text,
            }
            for found in result.documents(k)
        ],
    }
