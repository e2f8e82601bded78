"""Brings a file or a folder of Markdown into a library, page by page."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import LibraryError, PageError
from knowledge.ingest.page import SUFFIXES, decode, page_files, read_page


@dataclass
class Imported:
    """What an import did: documents that came in, and a line for each that did not."""

    documents: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def import_pages(source: Path, target: Path) -> Imported:
    """Copies every readable page below source to target, in UTF-8; a page imported again is replaced.

    Pages without front matter, or with another system's, are accepted; what cannot be read is
    named and the rest goes in.
    """
    if not source.exists():
        raise LibraryError(f"{source}: there is no such file or folder")
    root = source if source.is_dir() else source.parent
    files = page_files(source) if source.is_dir() else [source]
    if source.is_dir() and target.resolve().is_relative_to(source.resolve()):
        raise LibraryError(f"{target}: lies inside {source}; import into a folder beside it")
    result = Imported()
    for file in files:
        try:
            _import_page(file, root, target)
            result.documents.append(file.relative_to(root).as_posix())
        except (PageError, OSError) as error:
            result.refused += str(error).splitlines()
    if not files:
        raise LibraryError(f"{source}: no pages here; pages end in {', '.join(SUFFIXES)}")
    return result


def _import_page(file: Path, root: Path, target: Path) -> None:
    if file.suffix.lower() not in SUFFIXES:
        raise PageError(f"{file}: pages end in {', '.join(SUFFIXES)}")
    read_page(file, root, strict=False)
    copy = target / file.relative_to(root)
    copy.parent.mkdir(parents=True, exist_ok=True)
    writing = copy.with_name(f".{copy.name}.new")
    writing.write_text(decode(file), encoding="utf-8")
    shutil.copymode(file, writing)
    writing.replace(copy)
