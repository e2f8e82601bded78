from pathlib import Path

import pytest

from actions.messages import Citation
from gateway.web.files import WEB
from gateway.web.library_page import link, render, slug
from knowledge.ingest.page import Page
from knowledge.ingest.passages import cut


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "feedback").mkdir(parents=True)
    (folder / "feedback/how to.md").write_text(
        "# Feedback & you\n\n## Be specific\n\nSay {it}.\n", encoding="utf-8"
    )
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    return folder


def page(pages: Path, markdown: str) -> str:
    (pages / "page.md").write_text(markdown, encoding="utf-8")
    shown = render(pages, "page.md")
    assert shown is not None
    return shown


def test_a_page_is_shown_with_its_title_and_anchors(pages) -> None:
    shown = render(pages, "feedback/how to.md")

    assert shown is not None
    assert "<title>Feedback &amp; you</title>" in shown
    assert '<h2 id="be-specific">Be specific</h2>' in shown
    assert "Say {it}." in shown


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "# <script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        '## x" onmouseover="alert(1)',
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:alert(1))",
        "```\n<script>alert(1)</script>\n```",
        '[a](/x "</a><script>alert(1)</script>")',
        "| a |\n|---|\n| <script>alert(1)</script> |",
        "</main></body></html><script>alert(1)</script>",
    ],
)
def test_markup_and_scripts_in_a_page_are_shown_as_text(pages, markdown: str) -> None:
    shown = page(pages, markdown).lower()

    assert "<script" not in shown
    assert "<img src=x" not in shown
    assert 'href="javascript:' not in shown
    assert 'src="javascript:' not in shown
    assert 'href="vbscript:' not in shown
    assert 'href="data:' not in shown
    assert '" onmouseover="' not in shown
    assert shown.count("</body>") == 1


@pytest.mark.parametrize(
    "document",
    ["../secret.md", "feedback/../../secret.md", "/etc/passwd", "%2e%2e/secret.md", "..\\secret.md", "", ".", "..",
     "feedback", "feedback/", "feedback/how to.md\x00", "\x00", "feedback//how to.md", "FEEDBACK/HOW TO.MD",
     "./feedback/how to.md", "a" * 10_000],
)  # fmt: skip
def test_nothing_but_a_page_of_the_library_is_shown(pages, document: str) -> None:
    assert render(pages, document) is None


def test_an_absolute_path_below_the_library_is_no_document(pages) -> None:
    assert render(pages, str(pages / "feedback/how to.md")) is None


def test_a_version_that_is_gone_shows_nothing(tmp_path) -> None:
    assert render(tmp_path / "gone", "a.md") is None


def test_a_page_without_a_heading_is_called_by_its_file(pages) -> None:
    assert "<title>page.md</title>" in page(pages, "Just text.")


@pytest.mark.parametrize(
    "heading",
    [
        "Be specific",
        "What's *really* meant?",
        "Use `foo_bar` & more",
        "Größe, naïveté und Ähnliches",
        "See [the policy](https://intranet.example/policy)",
        "1:1s, weekly",
        "ملاحظات",
        "Q&amp;A",
    ],
)
def test_the_link_of_a_source_leads_to_its_heading(pages, heading: str) -> None:
    markdown = f"# Title\n\n## {heading}\n\nSome words to be found here.\n"
    (passage,) = cut(Page("page.md", None, markdown))

    address = link(Citation(document=passage.document, heading=passage.heading))

    assert address.startswith("/library/page.md#")
    assert f'id="{address.split("#")[1]}"' in page(pages, markdown)


def test_the_address_of_a_document_is_quoted() -> None:
    assert link(Citation(document='a b/"x"?#.md', heading="H")) == "/library/a%20b/%22x%22%3F%23.md#h"


def test_an_anchor_is_lower_case_words_and_hyphens() -> None:
    assert slug("  Give & take: 3 ways! ") == "give-take-3-ways"
    assert slug("!?") == ""


def test_every_file_that_the_pages_load_is_there(pages) -> None:
    import re

    wanted = set(
        re.findall(r'(?:href|src)="/static/([^"]+)"', (WEB / "chat.html").read_text() + page(pages, "x"))
    )

    assert {name for name in wanted if not (WEB / "static" / name).is_file()} == set()
