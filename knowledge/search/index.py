"""One version of the search index: passages, their vectors and words, and a manifest that vouches for all."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from knowledge.errors import SearchIndexError
from knowledge.ingest.passages import Passage
from knowledge.search.encoder import Encoded, Encoder, Vectors
from knowledge.search.lexical import Lexical
from knowledge.search.spelling import FILE as WORDS
from knowledge.search.spelling import Spelling
from knowledge.search.synonyms import FILE as SYNONYMS
from knowledge.search.synonyms import Synonyms, read_synonyms
from knowledge.search.vectors import search_vectors
from knowledge.search.word_pieces import WordPieces

FORMAT = 2
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
    """Passages with their vectors, word pieces and words."""

    def __init__(
        self, folder: Path, passages: Sequence[Passage], manifest: Manifest, encoder: Encoder
    ) -> None:
        self.passages = list(passages)
        self.manifest = manifest
        self.vectors: faiss.Index = faiss.read_index(str(folder / VECTORS))
        self.word_pieces = WordPieces(folder)
        self.lexical = Lexical(folder, len(passages))
        self.synonyms: Synonyms = read_synonyms(folder / SYNONYMS)
        self.spelling = Spelling.load(folder / WORDS, encoder.words)

    def nearest(
        self, vector: Vectors, k: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Returns up to k (passage number, cosine) pairs, best first; vector has shape (384,).

        allowed, (passages,), says which passages may be found; all where it is None.
        """
        return search_vectors(self.vectors, vector, k, allowed)

    def reworded(self, query: str) -> str:
        """Returns the query as it is searched: misspelled words repaired, other words beside its terms."""
        return self.synonyms.expand(self.spelling.repair(query))

    def encoded_by_digest(self) -> dict[str, int]:
        """Returns each passage's number by the digest of its text, for building incrementally."""
        return {passage.digest: number for number, passage in enumerate(self.passages)}

    def encoded(self, number: int) -> Encoded:
        """Returns what the encoder made of a passage."""
        pieces = self.word_pieces.ids(number)
        vector: Vectors = np.asarray(self.vectors.reconstruct(number), dtype=np.float32)
        return Encoded(vector, pieces, self.word_pieces.passage(number))

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> "SearchIndex":
        """Reads a version; raises SearchIndexError when it is missing, torn or another model's."""
        manifest = read_manifest(folder)
        if manifest.encoder != encoder.digest:
            raise SearchIndexError(f"{folder}: made with another encoder; run 'coach library publish'")
        for name, digest in manifest.files.items():
            if not (folder / name).is_file() or file_digest(folder / name) != digest:
                raise SearchIndexError(f"{folder}: {name} is torn; run 'coach library publish'")
        with (folder / PASSAGES).open(encoding="utf-8") as lines:
            passages = [_passage(json.loads(line)) for line in lines]
        return cls(folder, passages, manifest, encoder)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest: the last file of a version."""
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Reads a version's manifest; raises SearchIndexError where it is missing, torn or another format's."""
    try:
        fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if isinstance(fields, dict) and fields.get("format", FORMAT) != FORMAT:
            raise SearchIndexError(f"{folder}: format {fields['format']}, this release reads {FORMAT}")
        return TypeAdapter(Manifest).validate_python(fields)
    except FileNotFoundError as error:
        raise SearchIndexError(f"{folder}: no index here; run 'coach library publish'") from error
    except ValueError as error:
        raise SearchIndexError(f"{folder}: {MANIFEST} is torn; run 'coach library publish'") from error


def file_digest(path: Path) -> str:
    """Returns a file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _passage(fields: dict[str, Any]) -> Passage:
    lists: dict[str, Any] = {name: tuple(fields.pop(name)) for name in ("headings", "skills")}
    return Passage(**lists, **fields)
