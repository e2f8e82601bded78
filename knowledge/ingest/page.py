"""A page of the library, read from a Markdown file."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import PageError
from knowledge.ingest.front_matter import FrontMatter, foreign_title, parse_front_matter, split_front_matter

MAX_BYTES = 5_000_000
SUFFIXES = (".md", ".markdown", ".txt")


@dataclass(frozen=True)
class Page:
    """One document: its path relative to the library's root, front matter and Markdown body."""

    document: str
    front_matter: FrontMatter | None
    body: str
    body_line: int = 1
    given_title: str = ""

    @property
    def title(self) -> str:
        """The title from the front matter, else the first heading, else the file's name."""
        if self.front_matter:
            return self.front_matter.title
        if self.given_title:
            return self.given_title
        for line in self.body.splitlines():
            if line.startswith("# "):
                return line[2:].strip()
        return Path(self.document).stem.replace("-", " ").replace("_", " ").capitalize()

    @property
    def digest(self) -> str:
        """A hash of everything that search sees of the page."""
        content = f"{self.front_matter!r}\n{self.given_title}\n{self.body}"
        return hashlib.sha256(content.encode()).hexdigest()


def read_page(path: Path, root: Path, *, strict: bool = True) -> Page:
    """Reads one page below root; raises PageError for what is no readable text page.

    A page that is not strict may have another system's front matter: of that only the title is taken.
    """
    document = path.relative_to(root).as_posix()
    check_name(document)
    text = decode(path)
    block, body, body_line = split_front_matter(text)
    if not body.strip():
        raise PageError(f"{path}:{body_line}: the page has no text")
    if block is None:
        return Page(document, None, body, body_line)
    try:
        return Page(document, parse_front_matter(block, path), body, body_line)
    except PageError:
        if strict:
            raise
        return Page(document, None, body, body_line, foreign_title(block))


def check_name(document: str) -> None:
    """Raises PageError for a name that cannot be stored or shown."""
    if not document.isprintable():
        raise PageError(f"{document!a}: a page's name must be readable text in UTF-8")


def decode(path: Path) -> str:
    """Returns the file's text: UTF-8, else Latin-1; raises PageError for binary or huge files."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise PageError(
            f"{path}: {size / 1e6:.0f} MB is too large for a page, at most {MAX_BYTES // 10**6} MB"
        )
    data = path.read_bytes()
    if b"\x00" in data:
        raise PageError(f"{path}: not a text file; allowed are Markdown and plain text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows-1252 has what Latin-1 has, and the quotation marks of word processors.
        return data.decode("cp1252", errors="replace")


def page_files(root: Path) -> list[Path]:
    """Returns the page files below root in a stable order; hidden folders are passed over."""
    return sorted(
        path
        for path in root.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
    )


def check_page(page: Page, file: Path, today: date) -> list[str]:
    """Returns what keeps the page from being published, a line each."""
    if page.front_matter is None:
        return [f"{file}:1: front matter is missing; it starts the file between '---' lines"]
    problems = []
    if page.front_matter.review_by < today:
        problems.append(f"{file}: review_by: passed on {page.front_matter.review_by}")
    if f"# {page.title}" not in page.body.splitlines():
        problems.append(f"{file}:{page.body_line}: the first heading must be '# {page.title}'")
    return problems
