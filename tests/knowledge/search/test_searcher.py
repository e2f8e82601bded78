import logging
from pathlib import Path

import pytest

from knowledge.errors import SearchIndexError
from knowledge.ingest.page import Page
from knowledge.search.searcher import Searcher

SABBATICAL = "company/sabbatical.md"


def add_page(pages: Path) -> None:
    (pages / "parking.md").write_text("# Parking\n\n## Where can I park?\n\nPark behind the blue hall.\n")


def test_a_question_finds_the_section_that_answers_it(library) -> None:
    result = library.search("How far ahead must I ask for a sabbatical?")
    assert result.found[0].passage.document == SABBATICAL
    assert result.found[0].passage.heading == "How do I ask for a sabbatical?"
    assert result.answerable > 0.5
    assert result.version == 1


def test_found_passages_stand_best_first_and_each_document_once_in_documents(library) -> None:
    result = library.search("how do I end a meeting")
    scores = [found.score for found in result.found]
    assert scores == sorted(scores, reverse=True)
    documents = [found.passage.document for found in result.documents(10)]
    assert len(documents) == len(set(documents)) == 3
    assert len(result.documents(2)) == 2
    assert result.documents(1)[0] == result.found[0]


@pytest.mark.parametrize(
    "query", ["", "   ", "?!", "🙂", "مرحبا", "a" * 50_000, "<script>alert(1)</script>", "\x00"]
)
def test_odd_queries_are_answered_with_a_low_probability(library, query: str) -> None:
    assert library.search(query).answerable < 0.5


def test_without_a_published_version_the_line_says_what_to_do(versions, encoder) -> None:
    with pytest.raises(SearchIndexError, match="nothing published; run 'coach library publish'"):
        Searcher(versions, encoder).search("holiday")


def test_a_searcher_that_started_before_the_first_publish_serves_after_it(publish, versions, encoder) -> None:
    searcher = Searcher(versions, encoder)
    with pytest.raises(SearchIndexError):
        searcher.search("sabbatical")
    publish()
    assert searcher.search("sabbatical").version == 1


def test_a_running_searcher_follows_the_pointer_both_ways(pages, publish, versions, encoder) -> None:
    publish()
    searcher = Searcher(versions, encoder)
    assert searcher.search("Where can I park?").found[0].passage.document != "parking.md"
    add_page(pages)
    publish()
    result = searcher.search("Where can I park?")
    assert (result.version, result.found[0].passage.document) == (2, "parking.md")
    versions.roll_back(None, encoder)
    result = searcher.search("Where can I park?")
    assert result.version == 1
    assert all(found.passage.document != "parking.md" for found in result.found)


def test_a_torn_new_version_leaves_the_one_in_memory_serving_and_is_logged_once(
    pages, publish, versions, encoder, caplog
) -> None:
    publish()
    searcher = Searcher(versions, encoder)
    searcher.search("sabbatical")
    add_page(pages)
    publish()
    (versions.path(2) / "index.faiss").write_bytes(b"torn")
    with caplog.at_level(logging.ERROR):
        assert searcher.search("sabbatical").version == 1
        assert searcher.search("sabbatical").version == 1
    errors = [record.message for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "index.faiss is torn" in errors[0]


def test_after_a_torn_version_the_next_good_one_is_served(pages, publish, versions, encoder) -> None:
    publish()
    searcher = Searcher(versions, encoder)
    searcher.search("sabbatical")
    add_page(pages)
    publish()
    (versions.path(2) / "index.faiss").write_bytes(b"torn")
    searcher.search("sabbatical")
    publish()
    assert searcher.search("Where can I park?").version == 3


def test_a_version_in_memory_serves_on_when_its_files_are_lost(publish, versions, encoder) -> None:
    publish()
    searcher = Searcher(versions, encoder)
    searcher.search("sabbatical")
    (versions.path(1) / "index.faiss").unlink()
    assert searcher.search("sabbatical").found[0].passage.document == SABBATICAL


@pytest.mark.parametrize("pointer", ["2", "torn"])
def test_a_version_in_memory_serves_on_when_nothing_on_disk_is_whole(
    pages, publish, versions, encoder, tmp_path, pointer: str
) -> None:
    publish()
    searcher = Searcher(versions, encoder)
    searcher.search("sabbatical")
    add_page(pages)
    publish()
    for number in (1, 2):
        (versions.path(number) / "index.faiss").write_bytes(b"torn")
    (tmp_path / "index" / "current").write_text(pointer)
    assert searcher.search("sabbatical").version == 1


def test_a_library_whose_pages_have_only_headings_answers_nothing(versions, encoder) -> None:
    versions.publish([Page("bare.md", None, "# Bare\n\n## Empty\n")], encoder)
    result = Searcher(versions, encoder).search("sabbatical")
    assert result.found == ()
    assert result.answerable < 0.5
