import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import SearchIndexError
from knowledge.ingest.passages import Passage
from knowledge.search import vectors
from knowledge.search.builder import write_index
from knowledge.search.index import SearchIndex
from knowledge.search.pending import Pending

TEXTS = [
    "Ask for holiday four weeks ahead.",
    "Send the agenda a day before.",
    "Describe what you saw.",
    "שלום עולם",
    'A "quoted" line\nand another \\ line',
]


def write(folder: Path, passages: list[Passage], encoder, pages: dict[str, str] | None = None) -> int:
    return write_index(folder, passages, pages or {}, "", encoder, None, Pending(folder / "pending", encoder))


@pytest.fixture
def written(tmp_path: Path, encoder) -> Path:
    passages = [
        Passage("a.md", "A page", ("Heading",), text, ("skill",), number) for number, text in enumerate(TEXTS)
    ]
    write(tmp_path, passages, encoder, {"a.md": "digest"})
    return tmp_path


def edit(folder: Path, **fields: object) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | fields))


def test_passages_come_back_as_they_were_written(written, encoder) -> None:
    index = SearchIndex.load(written, encoder)
    assert [p.text for p in index.passages] == TEXTS
    assert index.passages[0] == Passage("a.md", "A page", ("Heading",), TEXTS[0], ("skill",), 0)
    assert index.manifest.pages == {"a.md": "digest"}


def test_each_passage_is_nearest_to_its_own_text(written, encoder) -> None:
    index = SearchIndex.load(written, encoder)
    for number, passage in enumerate(index.passages):
        nearest = index.nearest(encoder.encode([passage.search_text])[0], 3)
        assert nearest[0] == (number, pytest.approx(1.0, abs=1e-4))
        assert [score for _, score in nearest] == sorted((s for _, s in nearest), reverse=True)


def test_asking_for_more_than_there_are_returns_all(written, encoder) -> None:
    index = SearchIndex.load(written, encoder)
    found = index.nearest(encoder.encode(["holiday"])[0], 500)
    assert sorted(number for number, _ in found) == list(range(len(TEXTS)))


def test_an_index_without_passages_finds_nothing(tmp_path, encoder) -> None:
    assert write(tmp_path, [], encoder) == 0
    index = SearchIndex.load(tmp_path, encoder)
    assert index.nearest(encoder.encode(["anything"])[0], 5) == []
    assert index.lexical.scores("anything").shape == (0,)


def test_a_large_library_is_searched_by_its_graph_with_the_same_answers(
    tmp_path, encoder, monkeypatch
) -> None:
    monkeypatch.setattr(vectors, "FLAT_LIMIT", 3)
    passages = [Passage("a.md", "A", (), text) for text in TEXTS]
    write(tmp_path, passages, encoder)
    index = SearchIndex.load(tmp_path, encoder)
    for number, passage in enumerate(passages):
        assert index.nearest(encoder.encode([passage.search_text])[0], 1)[0][0] == number


@pytest.mark.parametrize("limit", [3, 100])
def test_only_allowed_passages_are_found_in_small_and_large_libraries(
    tmp_path, encoder, monkeypatch, limit: int
) -> None:
    monkeypatch.setattr(vectors, "FLAT_LIMIT", limit)
    write(tmp_path, [Passage("a.md", "A", (), text) for text in TEXTS], encoder)
    index = SearchIndex.load(tmp_path, encoder)
    allowed = np.array([False, True, False, True, False])
    near = index.nearest(encoder.encode([TEXTS[0]])[0], 5, allowed)
    assert {number for number, _ in near} == {1, 3}


def test_a_folder_without_an_index_says_what_to_run(tmp_path, encoder) -> None:
    with pytest.raises(SearchIndexError, match="no index here; run 'coach library publish'"):
        SearchIndex.load(tmp_path / "absent", encoder)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"format": 2}', "\x00\x00"])
def test_a_manifest_that_is_no_manifest_is_called_torn(written, encoder, text: str) -> None:
    (written / "manifest.json").write_text(text)
    with pytest.raises(SearchIndexError, match=r"manifest\.json is torn; run"):
        SearchIndex.load(written, encoder)


def test_another_format_is_refused_and_both_formats_are_named(written, encoder) -> None:
    edit(written, format=3)
    with pytest.raises(SearchIndexError, match="format 3, this release reads 2"):
        SearchIndex.load(written, encoder)


def test_another_format_with_a_field_more_is_not_called_torn(written, encoder) -> None:
    edit(written, format=3, compression="zstd")
    with pytest.raises(SearchIndexError, match="format 3, this release reads 2"):
        SearchIndex.load(written, encoder)


def test_a_manifest_whose_fields_have_the_wrong_type_is_called_torn(written, encoder) -> None:
    edit(written, files=None)
    with pytest.raises(SearchIndexError, match="torn"):
        SearchIndex.load(written, encoder)
