"""A library: a folder of pages and the published versions that were made of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.errors import LibraryError, PageError
from knowledge.ingest.page import Page, check_page, page_files, read_page
from knowledge.search.encoder import Encoder
from knowledge.search.synonyms import synonyms_text
from knowledge.search.versions import Published, Versions
from knowledge.settings import KnowledgeSettings

# A folder that is no installation's library keeps its index beside its pages.
OWN_INDEX = ".everycoach"


class Library:
    """The pages below a folder; strict ones need complete front matter to be published."""

    def __init__(self, folder: Path, index: Path, *, strict: bool) -> None:
        self.folder = folder
        self.versions = Versions(index)
        self._strict = strict

    @classmethod
    def at(cls, folder: Path | None, settings: KnowledgeSettings) -> "Library":
        """Returns the installation's library, or the one in folder."""
        if folder is None or folder.resolve() == settings.library.resolve():
            return cls(settings.library, settings.index, strict=True)
        if not folder.is_dir():
            raise LibraryError(f"{folder}: there is no such folder")
        return cls(folder, folder / OWN_INDEX, strict=False)

    def check(self, today: date) -> list[str]:
        """Returns what is wrong with the pages, a line each: file, line, field, problem."""
        pages, problems = self._read()
        if self._strict:
            for page in pages:
                problems += check_page(page, self.folder / page.document, today)
        return problems

    def publish(
        self, encoder: Encoder, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Published:
        """Publishes the pages as the next version.

        A strict library with a page that cannot be read raises LibraryError; elsewhere the rest goes in,
        and what was refused is named.
        """
        pages, problems = self._read()
        if self._strict:
            # A page that is due for review still serves; one that says nothing of itself does not.
            bare = [page for page in pages if page.front_matter is None]
            for page in bare:
                problems += check_page(page, self.folder / page.document, date.min)
            if problems:
                raise LibraryError("\n".join(problems))
        if not pages:
            raise LibraryError("\n".join([*problems, f"{self.folder}: no pages to publish"]))
        published = self.versions.publish(pages, encoder, progress, synonyms=synonyms_text(self.folder))
        return replace(published, refused=tuple(problems))

    def _read(self) -> tuple[list[Page], list[str]]:
        """Returns the pages that can be read, and a line for each problem of the others."""
        pages, problems = [], []
        for file in page_files(self.folder):
            try:
                pages.append(read_page(file, self.folder, strict=self._strict))
            except PageError as error:
                problems += str(error).splitlines()
        return pages, problems
