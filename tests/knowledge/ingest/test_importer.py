import os
import stat
from pathlib import Path

import pytest

from knowledge.errors import LibraryError
from knowledge.ingest.importer import import_pages
from tests.knowledge.conftest import PAGES


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "library"


def documents(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_a_folder_comes_in_with_its_folders(pages, target) -> None:
    result = import_pages(pages, target)
    assert (result.documents, result.refused) == (sorted(PAGES), [])
    assert documents(target) == sorted(PAGES)
    assert (target / "working/meetings.md").read_text() == PAGES["working/meetings.md"]


def test_one_file_comes_in_alone(pages, target) -> None:
    assert import_pages(pages / "working" / "meetings.md", target).documents == ["meetings.md"]
    assert documents(target) == ["meetings.md"]


def test_a_page_imported_again_is_replaced(pages, target) -> None:
    import_pages(pages, target)
    (pages / "working/meetings.md").write_text("# Shorter now\n\ntext\n")
    assert import_pages(pages, target).documents == sorted(PAGES)
    assert documents(target) == sorted(PAGES)
    assert (target / "working/meetings.md").read_text() == "# Shorter now\n\ntext\n"


def test_a_page_without_front_matter_comes_in(tmp_path, target) -> None:
    (tmp_path / "note.txt").write_text("Park behind the hall.")
    assert import_pages(tmp_path / "note.txt", target).documents == ["note.txt"]


def test_a_latin_1_page_comes_in_as_utf8(tmp_path, target) -> None:
    (tmp_path / "gruss.md").write_bytes("# Grüße".encode("latin-1"))
    import_pages(tmp_path / "gruss.md", target)
    assert (target / "gruss.md").read_bytes() == "# Grüße".encode()


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(pages, target) -> None:
    (pages / "empty.md").write_text("")
    (pages / "binary.md").write_bytes(b"\x00\x01")
    with (pages / "huge.md").open("wb") as sparse:
        sparse.truncate(50_000_000)
    result = import_pages(pages, target)
    assert result.documents == documents(target) == sorted(PAGES)
    for name in (
        "empty.md:1: the page has no text",
        "binary.md: not a text file",
        "huge.md: 50 MB",
    ):
        assert any(name in line for line in result.refused)


def test_a_page_with_another_systems_front_matter_comes_in_as_it_is(pages, target) -> None:
    text = "---\ntitle: On call\nsidebar: ops\n---\n\nRing the duty phone.\n"
    (pages / "oncall.md").write_text(text)
    assert import_pages(pages, target).refused == []
    assert (target / "oncall.md").read_text() == text


def test_a_refused_page_leaves_the_one_that_was_there(pages, target) -> None:
    import_pages(pages, target)
    (pages / "working/meetings.md").write_text("")
    assert len(import_pages(pages, target).refused) == 1
    assert (target / "working/meetings.md").read_text() == PAGES["working/meetings.md"]


def test_a_file_that_is_no_page_is_refused_with_what_pages_are(tmp_path, target) -> None:
    (tmp_path / "slides.pdf").write_bytes(b"%PDF")
    result = import_pages(tmp_path / "slides.pdf", target)
    assert (result.documents, target.exists()) == ([], False)
    assert result.refused == [f"{tmp_path / 'slides.pdf'}: pages end in .md, .markdown, .txt"]


@pytest.mark.parametrize("where", [".", "inside", "inside/deeper", "working/../inside"])
def test_a_folder_is_not_imported_into_itself(pages, where: str) -> None:
    before = documents(pages)
    with pytest.raises(LibraryError, match="lies inside .*; import into a folder beside it"):
        import_pages(pages, pages / where)
    assert documents(pages) == before


def test_a_folder_is_not_imported_into_itself_through_a_link(pages, tmp_path) -> None:
    (tmp_path / "link").symlink_to(pages)
    with pytest.raises(LibraryError, match="lies inside"):
        import_pages(pages, tmp_path / "link")


def test_a_source_that_is_not_there_is_named(tmp_path, target) -> None:
    with pytest.raises(LibraryError, match="absent: there is no such file or folder"):
        import_pages(tmp_path / "absent", target)


def test_a_folder_without_pages_is_refused(tmp_path, target) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LibraryError, match=r"no pages here; pages end in \.md, \.markdown, \.txt"):
        import_pages(tmp_path / "empty", target)


def test_a_target_that_cannot_be_written_is_named_for_each_page(pages, target) -> None:
    target.write_text("a file, no folder")
    result = import_pages(pages, target)
    assert result.documents == []
    assert len(result.refused) == len(PAGES)
    assert target.read_text() == "a file, no folder"


def test_the_copy_has_the_files_rights(pages, target) -> None:
    (pages / "working/meetings.md").chmod(0o640)
    import_pages(pages, target)
    assert stat.S_IMODE((target / "working/meetings.md").stat().st_mode) == 0o640


def test_a_name_that_cannot_be_read_is_refused(pages, target) -> None:
    with open(os.fsencode(pages) + b"/caf\xe9.md", "w") as file:
        file.write("# Café\n\ntext\n")
    result = import_pages(pages, target)
    assert result.documents == sorted(PAGES)
    assert len(result.refused) == 1


@pytest.mark.parametrize(
    "name", ["spa ce.md", "größe.md", "שלום.md", "a'b\"c.md", "-n.md", "x" * 240 + ".md"]
)
def test_odd_names_come_in(tmp_path, target, name: str) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / name).write_text("text")
    assert import_pages(tmp_path / "odd", target).documents == [name]


def test_a_name_of_the_longest_length_comes_in_or_is_refused_with_a_line(tmp_path, target) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / ("x" * 252 + ".md")).write_text("text")
    result = import_pages(tmp_path / "odd", target)
    assert len(result.documents) + len(result.refused) == 1
