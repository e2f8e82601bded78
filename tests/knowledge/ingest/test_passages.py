from pathlib import Path

import pytest

from knowledge.ingest.page import Page, read_page
from knowledge.ingest.passages import MAX_WORDS, PARSER, Passage, cut
from tests.knowledge.conftest import PAGES, write_pages


def passages(body: str) -> list[Passage]:
    return cut(Page("page.md", None, body))


def texts(body: str) -> list[str]:
    return [passage.text for passage in passages(body)]


def test_a_page_is_cut_at_its_headings(tmp_path: Path) -> None:
    write_pages(tmp_path)
    page = read_page(tmp_path / "company" / "sabbatical.md", tmp_path)
    cut_page = cut(page)
    assert [p.headings for p in cut_page] == [
        (),
        ("How long can a sabbatical be?",),
        ("How do I ask for a sabbatical?",),
    ]
    assert [p.position for p in cut_page] == [0, 1, 2]
    assert {(p.document, p.title, p.skills) for p in cut_page} == {
        ("company/sabbatical.md", "Sabbatical leave", ("company-policies",))
    }
    assert cut_page[0].heading == "Sabbatical leave"
    assert all(p.text in PAGES["company/sabbatical.md"] for p in cut_page)


def test_a_section_bears_the_headings_above_it() -> None:
    found = passages("# T\n\n## A\n\n### B\n\nunder b\n\n## C\n\nunder c\n")
    assert [(p.headings, p.text) for p in found] == [(("A", "B"), "under b"), (("C",), "under c")]
    assert found[0].search_text == "B\nunder b"


def test_headings_without_text_make_no_passage() -> None:
    assert texts("# T\n\n## A\n\n##\n\n## B\n\ntext\n\n### C\n") == ["text"]
    assert texts("# T\n\n## A\n") == []


@pytest.mark.parametrize("heading", ["References", "SOURCES", "Further reading"])
def test_what_a_page_lists_for_further_reading_is_not_found(heading: str) -> None:
    assert texts(f"# T\n\ntext\n\n## {heading}\n\n- Somebody (1994).\n") == ["text"]


def test_markup_is_taken_out_and_its_words_stay() -> None:
    body = "**Bold** _and_ `code`, a [link](https://example.com) ![picture](a.png) 5 \\* 3 &amp; 2  \nnext\nline\n"
    assert texts(body) == ["Bold and code, a link 5 * 3 & 2 next line"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "<iframe src='//example.com'></iframe>",
        "<!-- comment -->",
        "<svg/onload=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](data:text/html;base64,PHNjcmlwdD4=)",
        "# <b>Heading</b>\n\ntext",
    ],
)
def test_html_in_a_page_is_text_and_never_comes_out_as_html(markup: str) -> None:
    rendered = PARSER.render(markup)
    for tag in ("<script", "<img", "<iframe", "<!--", "<svg", "<b>", 'href="javascript', 'src="data'):
        assert tag not in rendered
    tokens = PARSER.parse(markup)
    children = [child for token in tokens for child in token.children or []]
    assert not [t for t in [*tokens, *children] if t.type in ("html_block", "html_inline")]
    assert not any("<" in text for text in texts(markup))


def test_a_script_is_no_text_of_a_page() -> None:
    assert texts("Before\n\n<script>alert(1)</script>\n\nafter") == ["Before\nafter"]


def test_tables_keep_their_rows_together() -> None:
    body = "| Region | Days |\n|---|---|\n| Leeds | 27 |\n| **Porto** | 26 |\n| | 25 |\n"
    rows = texts(body)[0].splitlines()
    assert rows[:3] == ["Region | Days", "Leeds | 27", "Porto | 26"]
    assert rows[3].strip(" |") == "25"


def test_code_blocks_keep_their_lines() -> None:
    assert texts("```python\na = 1\n  b = '<b>'\n```\n") == ["a = 1\n  b = '<b>'"]
    assert texts("    indented\n    code\n") == ["indented\ncode"]
    assert texts("```\n# no heading\n```\n") == ["# no heading"]


def test_lists_keep_their_points() -> None:
    assert texts("- one\n- two\n  - three\n-\n\n1. four\n") == ["- one\n- two\n- three\n- four"]
    assert texts("> quoted\n> lines\n") == ["quoted lines"]


def test_right_to_left_text_stays_as_it_is() -> None:
    body = "# שלום\n\n## מתי?\n\nבקש חופשה ארבעה שבועות מראש.\n\nاطلب الإجازة قبل أربعة أسابيع.\n"
    (passage,) = passages(body)
    assert passage.title == "שלום"
    assert passage.headings == ("מתי?",)
    assert passage.text == "בקש חופשה ארבעה שבועות מראש.\nاطلب الإجازة قبل أربعة أسابيع."


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("word " * 5000, "word"),
        ("A short sentence of six words. " * 500, "sentence"),
        ("\n\n".join(["A paragraph of a few words."] * 500), "paragraph"),
        ("\n".join(f"- point {n} of a long list" for n in range(500)), "point"),
        ("```\n" + "a line of code\n" * 500 + "```\n", "code"),
        ("| a | b |\n|---|---|\n" + "| one | two |\n" * 500, "two"),
    ],
    ids=["line", "sentences", "paragraphs", "list", "code", "table"],
)
def test_what_is_very_long_is_cut_into_passages_that_lose_no_word(body: str, word: str) -> None:
    found = texts(f"# T\n\n## Long\n\n{body}")
    assert len(found) > 1
    assert max(len(text.split()) for text in found) <= MAX_WORDS
    assert sum(text.count(word) for text in found) == body.count(word)


def test_a_long_section_is_cut_between_its_paragraphs() -> None:
    one, two = "First paragraph. " + "one " * 120, "Second paragraph. " + "two " * 120
    assert texts(f"{one}\n\n{two}") == [one.strip(), two.strip()]


def test_a_line_without_spaces_is_one_passage() -> None:
    assert texts("x" * 1_000_000) == ["x" * 1_000_000]


@pytest.mark.parametrize(
    "body", ["[" * 5000, "*" * 5001 + "a", "> " * 500 + "deep", "`" * 5001, "- " * 500 + "x"]
)
def test_markdown_made_to_trip_a_parser_is_cut_all_the_same(body: str) -> None:
    assert isinstance(cut(Page("page.md", None, body)), list)


def test_a_passages_digest_is_that_of_what_is_embedded() -> None:
    one = Passage("a.md", "T", ("H",), "text", position=1)
    assert one.digest == Passage("b.md", "U", ("H",), "text", ("s",), 9).digest
    assert one.digest != Passage("a.md", "T", ("I",), "text").digest
    assert one.digest != Passage("a.md", "T", ("H",), "text.").digest
