"""The names of skills and pages, as lookup tables for Rasa: python -m knowledge.names > FILE."""

from collections.abc import Iterable
from pathlib import Path

from knowledge.errors import PageError
from knowledge.ingest.page import Page, page_files, read_page
from knowledge.settings import knowledge_settings


def lookup_tables(pages: Iterable[Page]) -> str:
    """Returns training data with a lookup of skills and one of courses; a name stands once, in any case."""
    pages = list(pages)
    named = [skill for page in pages if page.front_matter for skill in page.front_matter.skills]
    # People write "time management" and "one-to-ones".
    skills = [spelling for skill in named for spelling in (skill.replace("-", " "), skill)]
    found = {"skill": _distinct(skills), "course": _distinct(page.title for page in pages)}
    tables = [_table(name, entries) for name, entries in found.items() if entries]
    return 'version: "3.1"\n\nnlu:' + ("\n" + "".join(tables) if tables else " []\n")


def skill_names(root: Path) -> list[str]:
    """Returns the skills that the library's pages name, as they are written there, in order."""
    pages = readable_pages(root)
    return sorted({skill for page in pages if page.front_matter for skill in page.front_matter.skills})


def _table(name: str, entries: list[str]) -> str:
    return f"  - lookup: {name}\n    examples: |\n" + "".join(f"      - {entry}\n" for entry in entries)


def _distinct(names: Iterable[str]) -> list[str]:
    """Returns names in one spelling each, the longest first: an expression takes the first that fits."""
    spellings = {" ".join(name.split()).lower(): " ".join(name.split()) for name in names}
    return sorted(spellings.values(), key=lambda name: (-len(name), name))


def readable_pages(root: Path) -> Iterable[Page]:
    """Yields the library's pages; one that cannot be read is named when the library is published."""
    for path in page_files(root):
        try:
            yield read_page(path, root, strict=False)
        except PageError:
            continue


if __name__ == "__main__":
    print(lookup_tables(readable_pages(knowledge_settings().library)), end="")
