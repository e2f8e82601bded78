import os
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import PageError
from knowledge.ingest.page import MAX_BYTES, Page, check_page, page_files, read_page
from tests.knowledge.conftest import PAGES

SABBATICAL = PAGES["company/sabbatical.md"]
TODAY = date(2026, 12, 1)


def write(folder: Path, content: str | bytes, name: str = "page.md") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def refusal(file: Path) -> str:
    with pytest.raises(PageError) as error:
        read_page(file, file.parent)
    return str(error.value)


def test_a_page_is_read_with_front_matter_and_body(tmp_path) -> None:
    page = read_page(write(tmp_path, SABBATICAL), tmp_path)
    assert (page.document, page.title) == ("page.md", "Sabbatical leave")
    assert page.front_matter.owner == "People team"
    assert page.body.lstrip().startswith("# Sabbatical leave")
    assert SABBATICAL.splitlines()[page.body_line - 1] == page.body.splitlines()[0]


def test_a_document_is_named_by_its_path_below_the_library(tmp_path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert read_page(write(tmp_path, "text", "a/b/c.md"), tmp_path).document == "a/b/c.md"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# First heading\n\ntext", "First heading"),
        ("## Lower\n\ntext", "My first page"),
        ("text", "My first page"),
    ],
)
def test_a_page_without_front_matter_is_titled_by_heading_or_name(tmp_path, text: str, title: str) -> None:
    assert read_page(write(tmp_path, text, "my-first_page.md"), tmp_path).title == title


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", SABBATICAL.partition("# Sabbatical")[0]])
def test_a_page_without_text_is_refused(tmp_path, text: str) -> None:
    assert refusal(write(tmp_path, text)).endswith("the page has no text")


def test_the_line_of_a_page_without_text_is_that_after_its_front_matter(tmp_path) -> None:
    file = write(tmp_path, SABBATICAL.partition("\n# Sabbatical")[0])
    assert refusal(file).startswith(f"{file}:12: ")


def test_a_latin_1_page_keeps_its_letters(tmp_path) -> None:
    page = read_page(write(tmp_path, "# Über Café\n\nGrüße für Zoë.".encode("latin-1")), tmp_path)
    assert page.title == "Über Café"
    assert "Grüße für Zoë." in page.body


def test_a_byte_order_mark_and_windows_line_ends_do_not_hide_the_front_matter(tmp_path) -> None:
    windows = b"\xef\xbb\xbf" + SABBATICAL.replace("\n", "\r\n").encode()
    assert read_page(write(tmp_path, windows), tmp_path).title == "Sabbatical leave"


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", "# UTF-16".encode("utf-16"), b"text\x00"])
def test_a_binary_file_is_refused(tmp_path, content: bytes) -> None:
    assert "not a text file; allowed are Markdown and plain text" in refusal(write(tmp_path, content))


def test_a_huge_file_is_refused_by_its_size(tmp_path) -> None:
    file = tmp_path / "huge.md"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    assert refusal(file) == f"{file}: 50 MB is too large for a page, at most 5 MB"


def test_a_file_of_just_the_allowed_size_is_read(tmp_path) -> None:
    file = write(tmp_path, "word " * (MAX_BYTES // 5))
    assert len(read_page(file, tmp_path).body) == MAX_BYTES


def test_front_matter_that_is_wrong_names_the_pages_file(tmp_path) -> None:
    file = write(tmp_path, SABBATICAL.replace("level: foundation", "level: expert"))
    assert refusal(file).startswith(f"{file}:5: level: ")


def test_the_digest_changes_with_text_and_front_matter_and_with_nothing_else(tmp_path) -> None:
    digest = read_page(write(tmp_path, SABBATICAL), tmp_path).digest
    assert read_page(write(tmp_path, SABBATICAL.replace("\n", "\r\n")), tmp_path).digest == digest
    assert read_page(write(tmp_path, SABBATICAL, "other.md"), tmp_path).digest == digest
    assert read_page(write(tmp_path, SABBATICAL.replace("three", "four")), tmp_path).digest != digest
    assert (
        read_page(write(tmp_path, SABBATICAL.replace("minutes: 3", "minutes: 4")), tmp_path).digest != digest
    )


def test_pages_are_markdown_and_text_files_outside_hidden_folders(tmp_path) -> None:
    for name in ["b.md", "a.markdown", "c.TXT", "d.pdf", ".e.md", "f"]:
        write(tmp_path, "text", name)
    for folder in [".everycoach", "sub", "folder.md"]:
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "text", "page.md")
    (tmp_path / "broken.md").symlink_to(tmp_path / "nowhere.md")
    names = [file.relative_to(tmp_path).as_posix() for file in page_files(tmp_path)]
    assert names == ["a.markdown", "b.md", "c.TXT", "folder.md/page.md", "sub/page.md"]


def test_a_name_that_is_not_utf8_is_listed_like_any_other(tmp_path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "w") as file:
        file.write("text")
    assert len(page_files(tmp_path)) == 1


def test_a_complete_page_has_nothing_that_keeps_it_from_being_published(tmp_path) -> None:
    file = write(tmp_path, SABBATICAL)
    assert check_page(read_page(file, tmp_path), file, TODAY) == []


def test_check_names_what_is_missing_or_out_of_date(tmp_path) -> None:
    file = tmp_path / "page.md"
    assert check_page(Page("page.md", None, "text"), file, TODAY) == [
        f"{file}:1: front matter is missing; it starts the file between '---' lines"
    ]
    write(tmp_path, SABBATICAL.replace("\n# Sabbatical leave", "\n# Time off"))
    due, heading = check_page(read_page(file, tmp_path), file, date(2028, 1, 1))
    assert due == f"{file}: review_by: passed on 2027-06-30"
    assert heading.startswith(f"{file}:")
    assert heading.endswith("the first heading must be '# Sabbatical leave'")


FOREIGN = "---\ntitle: On call\nsidebar: ops\n---\n\n## Nights\n\nRing the duty phone.\n"


def test_of_another_systems_front_matter_only_the_title_is_taken(tmp_path) -> None:
    (tmp_path / "oncall.md").write_text(FOREIGN)
    page = read_page(tmp_path / "oncall.md", tmp_path, strict=False)
    assert (page.title, page.front_matter) == ("On call", None)
    assert page.body.strip().startswith("## Nights")


@pytest.mark.parametrize("block", ["title: [a, b]", "just text", "title: {{ page }}", "nothing: here"])
def test_another_systems_front_matter_without_a_readable_title_gives_the_page_its_files_name(
    tmp_path, block: str
) -> None:
    (tmp_path / "on-call.md").write_text(f"---\n{block}\n---\n\nRing the duty phone.\n")
    assert read_page(tmp_path / "on-call.md", tmp_path, strict=False).title == "On call"


def test_a_strict_page_with_another_systems_front_matter_is_refused(tmp_path) -> None:
    (tmp_path / "oncall.md").write_text(FOREIGN)
    with pytest.raises(PageError, match="summary: field required"):
        read_page(tmp_path / "oncall.md", tmp_path)


def test_a_page_whose_foreign_title_changed_is_another_page(tmp_path) -> None:
    digests = set()
    for title in ("On call", "Night duty"):
        (tmp_path / "oncall.md").write_text(FOREIGN.replace("On call", title))
        digests.add(read_page(tmp_path / "oncall.md", tmp_path, strict=False).digest)
    assert len(digests) == 2
