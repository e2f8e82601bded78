"""One version of the search index: passages, their FAISS vectors and a manifest that vouches for both."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from pydantic import TypeAdapter

from knowledge.errors import SearchIndexError
from knowledge.ingest.passages import Passage
from knowledge.search.encoder import Encoder, Vectors

# Exact search costs about 1 ms at 20,000 passages of 384 dimensions on two cores and grows
# with their number; beyond this an HNSW graph answers in about the same time at any size.
FLAT_LIMIT = 50_000
HNSW_LINKS = 32
HNSW_BUILD_EFFORT = 128
HNSW_SEARCH_EFFORT = 256

FORMAT = 1
VECTORS, PASSAGES, MANIFEST = "index.faiss", "passages.jsonl", "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What the index was made of and with; a reader refuses what does not match."""

    format: int
    created: str
    encoder: str
    dimensions: int
    passages: int
    pages: dict[str, str]
    files: dict[str, str]


class SearchIndex:
    """Passages with their vectors; search is by inner product of normalised vectors."""

    def __init__(self, passages: Sequence[Passage], vectors: faiss.Index, manifest: Manifest) -> None:
        self.passages = list(passages)
        self.manifest = manifest
        self._vectors = vectors

    def nearest(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """Returns up to k (passage number, cosine) pairs, best first; vector has shape (384,)."""
        k = min(k, len(self.passages))
        if k == 0:
            return []
        scores, numbers = self._vectors.search(vector[np.newaxis], k)
        pairs = zip(numbers[0], scores[0], strict=True)
        return [(int(number), float(score)) for number, score in pairs if number >= 0]

    def vectors_by_digest(self) -> dict[str, Vectors]:
        """Returns each passage's vector by the digest of its text, for building incrementally."""
        if not self.passages:
            return {}
        stored = self._vectors.reconstruct_n(0, len(self.passages))
        return {p.digest: v for p, v in zip(self.passages, stored, strict=True)}

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> "SearchIndex":
        """Reads a version; raises SearchIndexError when it is missing, torn or another model's."""
        manifest = _read_manifest(folder)
        if manifest.encoder != encoder.digest:
            raise SearchIndexError(f"{folder}: made with another encoder; run 'coach library publish'")
        for name, digest in manifest.files.items():
            if not (folder / name).is_file() or _digest(folder / name) != digest:
                raise SearchIndexError(f"{folder}: {name} is torn; run 'coach library publish'")
        with (folder / PASSAGES).open(encoding="utf-8") as lines:
            passages = [_passage(json.loads(line)) for line in lines]
        return cls(passages, faiss.read_index(str(folder / VECTORS)), manifest)


def write_index(
    folder: Path,
    passages: Sequence[Passage],
    pages: dict[str, str],
    encoder: Encoder,
    known: dict[str, Vectors],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """Writes a version to folder and returns how many passages were embedded.

    pages maps documents to page digests; passages whose digest is in known keep that vector.
    """
    new = [p for p in passages if p.digest not in known]
    vectors = dict(known)
    step = 256
    for start in range(0, len(new), step):
        batch = new[start : start + step]
        encoded = encoder.encode([p.search_text for p in batch])
        vectors.update(zip((p.digest for p in batch), encoded, strict=True))
        progress(start + len(batch), len(new))
    index = _empty_index(encoder.dimensions, len(passages))
    if passages:
        index.add(np.vstack([vectors[p.digest] for p in passages]))
    faiss.write_index(index, str(folder / VECTORS))
    with (folder / PASSAGES).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(p), ensure_ascii=False) + "\n" for p in passages)
    manifest = Manifest(
        format=FORMAT,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        encoder=encoder.digest,
        dimensions=encoder.dimensions,
        passages=len(passages),
        pages=pages,
        files={name: _digest(folder / name) for name in (VECTORS, PASSAGES)},
    )
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    return len(new)


def _empty_index(dimensions: int, size: int) -> faiss.Index:
    if size <= FLAT_LIMIT:
        return faiss.IndexFlatIP(dimensions)
    index = faiss.IndexHNSWFlat(dimensions, HNSW_LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = HNSW_BUILD_EFFORT
    index.hnsw.efSearch = HNSW_SEARCH_EFFORT
    return index


def _read_manifest(folder: Path) -> Manifest:
    try:
        fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if isinstance(fields, dict) and fields.get("format", FORMAT) != FORMAT:
            raise SearchIndexError(f"{folder}: format {fields['format']}, this release reads {FORMAT}")
        manifest = TypeAdapter(Manifest).validate_python(fields)
    except FileNotFoundError as error:
        raise SearchIndexError(f"{folder}: no index here; run 'coach library publish'") from error
    except ValueError as error:
        raise SearchIndexError(f"{folder}: {MANIFEST} is torn; run 'coach library publish'") from error
    return manifest


def _passage(fields: dict[str, Any]) -> Passage:
    lists: dict[str, Any] = {name: tuple(fields.pop(name)) for name in ("headings", "skills")}
    return Passage(**lists, **fields)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
