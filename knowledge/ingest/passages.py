"""Cuts a page at its headings into passages that can be found and quoted."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.ingest.markup import visible
from knowledge.ingest.page import Page

# MiniLM reads 256 word pieces; beyond that a passage would be found by its start alone.
MAX_WORDS = 170
# What a page lists for further reading is a source, not an answer.
NOT_INDEXED = re.compile(r"^(references|sources|further reading)$", re.IGNORECASE)
CELL = " | "
# Markup inside a page is text: pages are written by many hands, and are shown with this parser too.
PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Passage:
    """A section of a page, or a part of a long one, as plain text."""

    document: str
    title: str
    headings: tuple[str, ...]
    text: str
    skills: tuple[str, ...] = ()
    position: int = 0
    audience: str = ""
    language: str = ""
    level: str = ""

    @property
    def heading(self) -> str:
        """The nearest heading; the page's title where there is none."""
        return self.headings[-1] if self.headings else self.title

    @property
    def search_text(self) -> str:
        """What is embedded: the heading path and the text."""
        return f"{self.heading}\n{self.text}"

    @property
    def digest(self) -> str:
        """A hash of the embedded text, so that unchanged passages keep their vectors."""
        return hashlib.sha256(self.search_text.encode()).hexdigest()


def cut(page: Page) -> list[Passage]:
    """Returns the page's passages in order, each of at most MAX_WORDS words where blocks allow."""
    said = page.front_matter
    about = (said.audience, said.language, said.level) if said else ()
    skills = said.skills if said else ()
    passages: list[Passage] = []
    for headings, blocks in _sections(page):
        if headings and NOT_INDEXED.match(headings[-1]):
            continue
        for text in _chunks(blocks):
            passages.append(Passage(page.document, page.title, headings, text, skills, len(passages), *about))
    return passages


def _sections(page: Page) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yields (heading path below the title, blocks of plain text) a section."""
    path: dict[int, str] = {}
    blocks: list[str] = []
    tokens = PARSER.parse(visible(page.body))
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open":
            if blocks:
                yield _path(path, page.title), blocks
            blocks = []
            level = int(token.tag[1])
            path = {depth: name for depth, name in path.items() if depth < level}
            path[level] = plain_text(tokens[position + 1])
            position += 3
            continue
        block, position = _block(tokens, position)
        if block:
            blocks.append(block)
    if blocks:
        yield _path(path, page.title), blocks


def _path(path: dict[int, str], title: str) -> tuple[str, ...]:
    return tuple(name for _, name in sorted(path.items()) if name and name != title)


def _block(tokens: list[Token], position: int) -> tuple[str, int]:
    """Returns the plain text of the block that starts at position, and where the next starts."""
    token = tokens[position]
    if token.type in ("fence", "code_block"):
        return token.content.strip(), position + 1
    if token.nesting != 1:
        return "", position + 1
    depth, lines = 0, []
    while True:
        token = tokens[position]
        depth += token.nesting
        if token.type == "list_item_open":
            lines.append("- ")
        elif token.type in ("th_open", "td_open"):
            _open_cell(lines, tokens[position - 1].type == "tr_open")
        elif token.type == "inline":
            _append(lines, plain_text(token))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.strip())
        position += 1
        if depth == 0:
            return "\n".join(line.removeprefix(CELL) for line in lines if line.strip(" -|")), position


def _open_cell(lines: list[str], first: bool) -> None:
    if first:
        lines.append(CELL)
    else:
        lines[-1] += CELL


def _append(lines: list[str], text: str) -> None:
    """Adds text to an item that was just opened or to a row's cells, else as a new line."""
    if lines and lines[-1] == "- ":
        lines[-1] = f"- {text}"
    elif lines and lines[-1].endswith(CELL):
        lines[-1] += text
    else:
        lines.append(text)


def plain_text(token: Token) -> str:
    """Returns an inline token's text without its markup."""
    parts = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _chunks(blocks: list[str]) -> Iterator[str]:
    """Joins whole blocks up to MAX_WORDS words; only a block longer than that is cut."""
    chunk: list[str] = []
    words = 0
    for block in chain.from_iterable(map(_pieces, blocks)):
        size = len(block.split())
        if chunk and words + size > MAX_WORDS:
            yield "\n".join(chunk)
            chunk, words = [], 0
        chunk.append(block)
        words += size
    if chunk:
        yield "\n".join(chunk)


def _pieces(block: str) -> Iterator[str]:
    """Cuts a block that is too long at its lines, and a line that is too long at its sentences."""
    if len(block.split()) <= MAX_WORDS:
        yield block
        return
    for line in block.splitlines():
        sentences = [line] if len(line.split()) <= MAX_WORDS else re.split(r"(?<=[.!?])\s+", line)
        for sentence in sentences:
            words = sentence.split()
            for start in range(0, len(words), MAX_WORDS):
                yield " ".join(words[start : start + MAX_WORDS])
