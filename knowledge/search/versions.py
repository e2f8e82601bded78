"""The published versions of a library: numbered folders and one pointer that moves atomically."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import LibraryError, SearchIndexError
from knowledge.ingest.page import Page, check_name
from knowledge.ingest.passages import cut
from knowledge.search.builder import write_index
from knowledge.search.encoder import Encoder
from knowledge.search.index import SearchIndex
from knowledge.search.pending import Pending
from knowledge.search.synonyms import FILE as SYNONYMS

POINTER = "current"
PENDING = ".pending"
KEPT = 10


@dataclass(frozen=True)
class Published:
    """What a publish did: the version's number, its size, how much was embedded anew, what was refused."""

    version: int
    pages: int
    passages: int
    embedded: int
    changed: bool
    refused: tuple[str, ...] = ()


class Versions:
    """The versions below one folder: 1/, 2/, … each with its index and pages, and `current`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def numbers(self) -> list[int]:
        """Returns the versions that exist, oldest first."""
        if not self._folder.is_dir():
            return []
        return sorted(int(path.name) for path in self._folder.iterdir() if path.name.isdigit())

    def current(self) -> int | None:
        """Returns the version that serves, or None before the first publish."""
        try:
            return int((self._folder / POINTER).read_text())
        except (FileNotFoundError, ValueError):
            return None

    def path(self, version: int) -> Path:
        """Returns a version's folder."""
        return self._folder / str(version)

    def load(self, encoder: Encoder) -> tuple[int, SearchIndex, list[str]]:
        """Loads the current version, else the newest that is whole.

        Returns (version, index, what was refused, a line each); raises SearchIndexError
        when no version can be read.
        """
        refused: list[str] = []
        current = self.current()
        others = [n for n in reversed(self.numbers()) if n != current]
        for version in others if current is None else [current, *others]:
            try:
                return version, SearchIndex.load(self.path(version), encoder), refused
            except SearchIndexError as error:
                refused.append(str(error))
        raise SearchIndexError(
            refused[0] if refused else f"{self._folder}: nothing published; run 'coach library publish'"
        )

    def publish(
        self,
        pages: Sequence[Page],
        encoder: Encoder,
        progress: Callable[[int, int], None] = lambda done, total: None,
        *,
        synonyms: str = "",
    ) -> Published:
        """Builds the next version from pages and switches to it; unchanged passages keep their vectors.

        synonyms is the text of the library's file of them. Interrupted, it goes on where it was.
        """
        for page in pages:
            check_name(page.document)
        digests = {page.document: page.digest for page in pages}
        current = self._readable(encoder)
        same_words = current and (self.path(current[0]) / SYNONYMS).read_text(encoding="utf-8") == synonyms
        if current and same_words and current[1].manifest.pages == digests:
            return Published(current[0], len(pages), len(current[1].passages), 0, changed=False)
        version = max(self.numbers(), default=0) + 1
        building = self._folder / f".building-{os.getpid()}"
        shutil.rmtree(building, ignore_errors=True)
        (building / "pages").mkdir(parents=True)
        passages = [passage for page in pages for passage in cut(page)]
        pending = Pending(self._folder / PENDING, encoder)
        known = current[1] if current else None
        embedded = write_index(building, passages, digests, synonyms, encoder, known, pending, progress)
        for page in pages:
            copy = building / "pages" / page.document
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(page.body, encoding="utf-8")
        building.rename(self.path(version))
        self._point_to(version)
        shutil.rmtree(self._folder / PENDING, ignore_errors=True)
        self._drop_old(version)
        return Published(version, len(pages), len(passages), embedded, changed=True)

    def roll_back(self, version: int | None, encoder: Encoder) -> int:
        """Makes version, or the one before the current, serve again; returns its number."""
        older = [n for n in self.numbers() if n < (self.current() or 0)]
        if version is None and not older:
            raise LibraryError("there is no older version to roll back to")
        target = older[-1] if version is None else version
        if target not in self.numbers():
            raise LibraryError(f"no version {target}; there are {', '.join(map(str, self.numbers()))}")
        SearchIndex.load(self.path(target), encoder)
        self._point_to(target)
        return target

    def _readable(self, encoder: Encoder) -> tuple[int, SearchIndex] | None:
        try:
            version, index, _ = self.load(encoder)
        except SearchIndexError:
            return None
        return (version, index) if version == self.current() else None

    def _point_to(self, version: int) -> None:
        moving = self._folder / f".{POINTER}-{os.getpid()}"
        moving.write_text(str(version))
        moving.replace(self._folder / POINTER)

    def _drop_old(self, newest: int) -> None:
        for number in self.numbers():
            if number <= newest - KEPT and number != self.current():
                shutil.rmtree(self.path(number))
