import json
from pathlib import Path

import pytest

from knowledge.errors import LibraryError, SearchIndexError
from knowledge.ingest.page import Page
from knowledge.search import builder
from knowledge.search.versions import KEPT
from tests.knowledge.conftest import read_pages

MEETINGS = "working/meetings.md"


def change(pages: Path, document: str = MEETINGS, line: str = "Start with the hardest point.") -> None:
    file = pages / document
    file.write_text(f"{file.read_text()}\n{line}\n")


class Stopped(Exception):
    pass


def stop(done: int, total: int) -> None:
    raise Stopped


def test_the_first_publish_embeds_everything_and_serves(publish, versions, encoder) -> None:
    published = publish()
    assert (published.version, published.pages, published.changed) == (1, 3, True)
    # Every section, and what stands before the first heading of two pages.
    assert published.embedded == published.passages == 8
    version, index, refused = versions.load(encoder)
    assert (version, len(index.passages), refused) == (1, 8, [])


def test_a_publish_without_a_change_makes_no_version(publish, versions) -> None:
    publish()
    again = publish()
    assert (again.version, again.changed, again.embedded) == (1, False, 0)
    assert versions.numbers() == [1]


def test_only_what_changed_is_embedded_again(pages, publish) -> None:
    publish()
    change(pages)
    again = publish()
    assert (again.version, again.changed, again.embedded, again.passages) == (2, True, 1, 8)


def test_a_new_page_embeds_that_page_alone(pages, publish) -> None:
    publish()
    (pages / "new.md").write_text("# New\n\n## One\n\nFirst text.\n\n## Two\n\nSecond text.\n")
    again = publish()
    assert (again.pages, again.embedded, again.passages) == (4, 2, 10)


def test_a_removed_page_is_no_longer_found(pages, publish, versions, encoder) -> None:
    publish()
    (pages / MEETINGS).unlink()
    again = publish()
    assert (again.embedded, again.passages) == (0, 6)
    assert MEETINGS not in {p.document for p in versions.load(encoder)[1].passages}


def test_a_renamed_page_is_embedded_from_what_is_known_and_found_under_its_new_name(
    pages, publish, versions, encoder
) -> None:
    publish()
    (pages / MEETINGS).rename(pages / "meetings.md")
    again = publish()
    assert (again.changed, again.embedded) == (True, 0)
    assert "meetings.md" in {p.document for p in versions.load(encoder)[1].passages}


def test_vectors_kept_from_the_last_version_are_those_of_a_fresh_build(
    pages, publish, versions, encoder
) -> None:
    publish()
    change(pages)
    publish()
    index = versions.load(encoder)[1]
    texts = [p.search_text for p in index.passages]
    for number, fresh in enumerate(encoder.read_passages(texts)):
        kept = index.encoded(number)
        assert float(kept.vector @ fresh.vector) > 0.9999
        assert (kept.pieces == fresh.pieces).all()
        assert abs(kept.tokens.astype(int) - fresh.tokens).max() <= 6


def test_an_interrupted_publish_goes_on_where_it_was(pages, versions, encoder, monkeypatch) -> None:
    monkeypatch.setattr(builder, "STEP", 2)

    def stop_after_four(done: int, total: int) -> None:
        if done >= 4:
            raise Stopped

    with pytest.raises(Stopped):
        versions.publish(read_pages(pages), encoder, stop_after_four)
    steps: list[tuple[int, int]] = []
    versions.publish(read_pages(pages), encoder, lambda done, total: steps.append((done, total)))
    assert steps == [(6, 8), (8, 8)]
    assert versions.load(encoder)[1].passages
    assert not any(path.name.startswith(".pending") for path in (versions.path(1).parent).iterdir())


def test_what_an_interrupted_publish_left_torn_is_read_anew(pages, versions, encoder, monkeypatch) -> None:
    with pytest.raises(Stopped):
        versions.publish(read_pages(pages), encoder, stop)
    for file in (versions.path(1).parent / ".pending").rglob("*.npz"):
        file.write_bytes(b"torn")
    assert versions.publish(read_pages(pages), encoder).version == 1


def test_other_synonyms_make_a_new_version_without_reading_a_passage_anew(pages, versions, encoder) -> None:
    versions.publish(read_pages(pages), encoder, synonyms="PTO: holiday\n")
    again = versions.publish(read_pages(pages), encoder, synonyms="PTO: leave\n")
    assert (again.version, again.embedded) == (2, 0)
    assert versions.load(encoder)[1].synonyms.expand("PTO") == "PTO (leave)"


def test_the_published_pages_are_kept_beside_their_index(pages, publish, versions) -> None:
    publish()
    change(pages)
    assert "hardest" not in (versions.path(1) / "pages" / MEETINGS).read_text()
    publish()
    assert "hardest" in (versions.path(2) / "pages" / MEETINGS).read_text()


def test_an_interrupted_publish_leaves_the_old_version_serving_and_a_second_run_works(
    pages, publish, versions, encoder
) -> None:
    publish()
    change(pages)
    with pytest.raises(Stopped):
        publish(stop)
    assert (versions.current(), versions.numbers()) == (1, [1])
    assert versions.load(encoder)[0] == 1
    again = publish()
    assert (again.version, again.embedded) == (2, 1)
    assert versions.load(encoder)[2] == []


def test_an_interrupted_first_publish_leaves_nothing_that_could_be_served(publish, versions, encoder) -> None:
    with pytest.raises(Stopped):
        publish(stop)
    with pytest.raises(SearchIndexError, match="nothing published"):
        versions.load(encoder)
    assert publish().version == 1


def test_progress_counts_up_to_all_passages(publish) -> None:
    seen: list[tuple[int, int]] = []
    publish(lambda done, total: seen.append((done, total)))
    assert seen[-1] == (8, 8)


@pytest.mark.parametrize("file", ["index.faiss", "passages.jsonl", "manifest.json"])
@pytest.mark.parametrize("damage", ["shortened", "emptied", "missing"])
def test_a_torn_index_is_refused_and_the_last_good_one_serves(
    pages, publish, versions, encoder, file: str, damage: str
) -> None:
    publish()
    change(pages)
    publish()
    torn = versions.path(2) / file
    if damage == "missing":
        torn.unlink()
    else:
        torn.write_bytes(b"" if damage == "emptied" else torn.read_bytes()[:-20])
    version, index, refused = versions.load(encoder)
    assert (version, len(index.passages)) == (1, 8)
    assert len(refused) == 1
    assert "coach library publish" in refused[0]
    assert str(versions.path(2)) in refused[0]


def test_one_changed_byte_of_a_passage_is_noticed(publish, versions, encoder) -> None:
    publish()
    file = versions.path(1) / "passages.jsonl"
    file.write_bytes(file.read_bytes().replace(b"three months", b"seven months"))
    with pytest.raises(SearchIndexError, match=r"passages\.jsonl is torn"):
        versions.load(encoder)


def test_when_no_version_is_whole_the_line_says_what_to_do(publish, versions, encoder) -> None:
    publish()
    (versions.path(1) / "index.faiss").write_bytes(b"")
    with pytest.raises(SearchIndexError, match=r"index\.faiss is torn; run 'coach library publish'"):
        versions.load(encoder)


def test_publishing_again_repairs_a_torn_version(publish, versions, encoder) -> None:
    publish()
    (versions.path(1) / "index.faiss").write_bytes(b"")
    repaired = publish()
    assert (repaired.version, repaired.changed, repaired.embedded) == (2, True, 8)
    assert versions.load(encoder)[::2] == (2, [])


def test_an_index_of_another_encoder_is_refused_and_publish_makes_it_anew(publish, versions, encoder) -> None:
    publish()
    manifest = versions.path(1) / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"encoder": "0" * 64}))
    with pytest.raises(SearchIndexError, match="another encoder; run 'coach library publish'"):
        versions.load(encoder)
    assert publish().embedded == 8


def test_a_pointer_to_a_version_that_is_gone_falls_back_to_the_newest(
    pages, publish, versions, encoder, tmp_path
) -> None:
    publish()
    change(pages)
    publish()
    (tmp_path / "index" / "current").write_text("7")
    version, _, refused = versions.load(encoder)
    assert version == 2
    assert "no index here" in refused[0]


@pytest.mark.parametrize("pointer", ["", "torn", None])
def test_a_torn_or_missing_pointer_falls_back_to_the_newest_whole_version(
    publish, versions, encoder, tmp_path, pointer: str | None
) -> None:
    publish()
    file = tmp_path / "index" / "current"
    file.unlink() if pointer is None else file.write_text(pointer)
    assert versions.load(encoder)[0] == 1


def test_before_the_first_publish_the_line_says_what_to_do(versions, encoder) -> None:
    assert (versions.current(), versions.numbers()) == (None, [])
    with pytest.raises(SearchIndexError, match="nothing published; run 'coach library publish'"):
        versions.load(encoder)


def test_roll_back_serves_the_version_before(pages, publish, versions, encoder) -> None:
    publish()
    change(pages)
    publish()
    assert versions.roll_back(None, encoder) == 1
    assert versions.load(encoder)[0] == versions.current() == 1


def test_roll_back_can_name_its_version_and_go_forward_again(pages, publish, versions, encoder) -> None:
    publish()
    for number in range(2):
        change(pages, line=f"Line {number}.")
        publish()
    assert versions.roll_back(1, encoder) == 1
    assert versions.roll_back(3, encoder) == 3


def test_after_a_roll_back_a_publish_makes_the_next_version(pages, publish, versions, encoder) -> None:
    publish()
    change(pages)
    publish()
    versions.roll_back(None, encoder)
    assert publish().version == versions.current() == 3


def test_roll_back_without_an_older_version_is_refused(publish, versions, encoder) -> None:
    with pytest.raises(LibraryError, match="no older version"):
        versions.roll_back(None, encoder)
    publish()
    with pytest.raises(LibraryError, match="no older version"):
        versions.roll_back(None, encoder)
    with pytest.raises(LibraryError, match="no version 9; there are 1"):
        versions.roll_back(9, encoder)


def test_roll_back_to_a_torn_version_is_refused_and_the_pointer_stays(
    pages, publish, versions, encoder
) -> None:
    publish()
    change(pages)
    publish()
    (versions.path(1) / "index.faiss").write_bytes(b"")
    with pytest.raises(SearchIndexError, match="torn"):
        versions.roll_back(None, encoder)
    assert versions.current() == 2


def test_old_versions_are_dropped_and_the_serving_one_never(pages, publish, versions, encoder) -> None:
    for number in range(KEPT + 3):
        change(pages, line=f"Line {number}.")
        publish()
    assert versions.numbers() == list(range(4, KEPT + 4))
    assert versions.load(encoder)[2] == []


def test_two_pages_with_the_same_text_are_both_found(versions, encoder) -> None:
    twins = [Page(name, None, "# Twin\n\n## Same\n\nThe same text.\n") for name in ("a.md", "b.md")]
    versions.publish(twins, encoder)
    assert [p.document for p in versions.load(encoder)[1].passages] == ["a.md", "b.md"]


def test_a_page_whose_name_is_not_utf8_is_published_or_refused_with_its_name(versions, encoder) -> None:
    page = Page("caf\udce9.md", None, "# Café\n\nOpen from nine to five.\n")
    try:
        versions.publish([page], encoder)
    except LibraryError as error:
        assert "caf" in str(error)
    else:
        assert len(versions.load(encoder)[1].passages) == 1
