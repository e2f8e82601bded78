import pytest

from knowledge.ingest.markup import visible
from knowledge.ingest.page import Page
from knowledge.ingest.passages import cut


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("Ask <strong>before</strong> you buy.", "Ask before you buy."),
        ("One<!-- two -->three", "Onethree"),
        ("{% comment %}later{% endcomment %}Now", "Now"),
        ('Read {% page "/leave", "the leave page" %} first', "Read  first"),
        ('{{< alert "info" >}}Mind the gap', "Mind the gap"),
        ("<script>steal()</script>Safe", "Safe"),
    ],
)
def test_what_readers_never_see_is_left_out(markdown: str, seen: str) -> None:
    assert visible(markdown) == seen


@pytest.mark.parametrize(
    "text", ["Write <your name> here", "if a < b and b > c", "{name}", "2 <3 hearts", ""]
)
def test_what_looks_like_a_tag_and_is_none_stays(text: str) -> None:
    assert visible(text) == text


def test_code_stays_as_it_is() -> None:
    page = "```html\n<p>example</p>\n```\n\n<p>text</p>"
    assert visible(page).startswith("```html\n<p>example</p>\n```")
    assert "<p>text" not in visible(page)


def test_a_table_in_html_becomes_rows_of_text() -> None:
    rows = "<table><tr><td>Grade</td><td>Days</td></tr><tr><td>Two</td><td>27</td></tr></table>"
    text = cut(Page("a.md", None, f"# Leave\n\n{rows}\n"))[0].text
    assert "Grade | Days" in text
    assert "Two | 27" in text
    assert "<" not in text
