"""What the library's tests share: the real encoder and writer, and three invented pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.ingest.page import Page, page_files, read_page
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings

FRONT = """---
title: {title}
summary: {summary}
skills: [{skill}]
level: foundation
minutes: 3
audience: everyone
owner: People team
review_by: 2027-06-30
language: en
---

"""
PAGES = {
    "company/sabbatical.md": FRONT.format(
        title="Sabbatical leave", summary="How long you may be away.", skill="company-policies"
    )
    + """# Sabbatical leave

Use this page when you want to be away from Fernhollow for months.

## How long can a sabbatical be?

You may take a sabbatical of up to three months after five years at Fernhollow. A sabbatical is unpaid, and your pension contributions pause while you are away.

## How do I ask for a sabbatical?

Ask your department head for a sabbatical in writing at least six months ahead. The department head answers within 20 working days.
""",
    "conversations/feedback.md": FRONT.format(
        title="Giving feedback", summary="How to say what you saw.", skill="giving-feedback"
    )
    + """# Giving feedback

Use this page before you tell a colleague how their work came across.

## How do I give a colleague critical feedback?

Describe what you saw before you say what it did to the team. Give critical feedback in private, within two days of the event. Ask your colleague how they saw the same moment.

## What if my colleague gets angry at my feedback?

If your colleague gets angry, stop talking and listen until they have finished. Offer a second conversation on another day.
""",
    "working/meetings.md": FRONT.format(
        title="Meetings worth holding", summary="How to plan a meeting.", skill="running-meetings"
    )
    + """# Meetings worth holding

## How do I prepare a meeting agenda?

Send the meeting agenda at least one day before the meeting. Name one decision for every point of the agenda.

## How do I end a meeting on time?

Stop the discussion ten minutes before the end and say who does what by when.
""",
}


def write_pages(folder: Path, pages: dict[str, str] | None = None) -> Path:
    for document, text in (PAGES if pages is None else pages).items():
        file = folder / document
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def read_pages(folder: Path) -> list[Page]:
    return [read_page(file, folder) for file in page_files(folder)]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder(knowledge_settings().encoder)


@pytest.fixture(scope="session")
def engine():
    from knowledge.writing.engines.openvino import OpenVINOEngine

    return OpenVINOEngine.from_settings(knowledge_settings())


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with the three pages, to be changed as a test likes."""
    return write_pages(tmp_path / "pages")


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "index")


@pytest.fixture
def publish(pages: Path, versions: Versions, encoder: Encoder) -> Callable[..., object]:
    """Publishes what lies in the folder of pages now."""
    return lambda *progress: versions.publish(read_pages(pages), encoder, *progress)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Searcher:
    """The three pages, published once and only read."""
    folder = tmp_path_factory.mktemp("library")
    versions = Versions(folder / "index")
    versions.publish(read_pages(write_pages(folder / "pages")), encoder)
    return Searcher(versions, encoder)
