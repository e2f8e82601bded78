"""Builds a version of the search index; what was read before it was interrupted is not read again."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import faiss
import numpy as np

from knowledge.ingest.passages import Passage
from knowledge.search.encoder import Encoder
from knowledge.search.index import (
    FORMAT,
    PASSAGES,
    VECTORS,
    Manifest,
    SearchIndex,
    file_digest,
    write_manifest,
)
from knowledge.search.lexical import write_lexical
from knowledge.search.pending import Pending
from knowledge.search.spelling import FILE as WORDS
from knowledge.search.spelling import write_words
from knowledge.search.synonyms import FILE as SYNONYMS
from knowledge.search.vectors import empty_vectors
from knowledge.search.word_pieces import FILES, WordPiecesWriter

STEP = 256
Progress = Callable[[int, int], None]


def write_index(
    folder: Path,
    passages: Sequence[Passage],
    pages: dict[str, str],
    synonyms: str,
    encoder: Encoder,
    known: SearchIndex | None,
    pending: Pending,
    progress: Progress = lambda done, total: None,
) -> int:
    """Writes a version to folder and returns how many passages were read anew.

    pages maps documents to digests; synonyms is their file's text. Passages that known has are
    taken from there; what is read is kept in pending, so that nothing is read twice.
    """
    old = known.encoded_by_digest() if known else {}
    new = list(dict.fromkeys(p.digest for p in passages if p.digest not in old))
    _read(passages, [digest for digest in new if digest not in pending], len(new), encoder, pending, progress)
    vectors = empty_vectors(encoder.dimensions, len(passages))
    writer = WordPiecesWriter(folder, encoder.token_dimensions)
    for batch in _steps(passages):
        found = [
            known.encoded(old[p.digest]) if known and p.digest in old else pending.get(p.digest)
            for p in batch
        ]
        vectors.add(np.stack([e.vector for e in found]))
        for encoded in found:
            writer.add(encoded.pieces, encoded.tokens)
    writer.close()
    faiss.write_index(vectors, str(folder / VECTORS))
    with (folder / PASSAGES).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(p), ensure_ascii=False) + "\n" for p in passages)
    (folder / SYNONYMS).write_text(synonyms, encoding="utf-8")
    write_words(folder / WORDS, (f"{p.title} {p.search_text}" for p in passages))
    files = [VECTORS, PASSAGES, SYNONYMS, WORDS, *FILES, *write_lexical(folder, passages)]
    manifest = Manifest(
        format=FORMAT,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        encoder=encoder.digest,
        dimensions=encoder.dimensions,
        passages=len(passages),
        pages=pages,
        files={name: file_digest(folder / name) for name in files},
    )
    write_manifest(folder, manifest)
    return len(new)


def _read(
    passages: Sequence[Passage],
    missing: list[str],
    total: int,
    encoder: Encoder,
    pending: Pending,
    progress: Progress,
) -> None:
    """Reads the missing passages and keeps each step at once."""
    texts = {p.digest: p.search_text for p in passages}
    done = total - len(missing)
    for start in range(0, len(missing), STEP):
        step = missing[start : start + STEP]
        pending.keep(step, encoder.read_passages([texts[digest] for digest in step]))
        progress(done + start + len(step), total)


def _steps(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    for start in range(0, len(passages), STEP):
        yield passages[start : start + STEP]
