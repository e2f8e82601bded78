"""Answers a query from the current version of a library."""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.errors import SearchIndexError
from knowledge.ingest.passages import Passage
from knowledge.search.answerable import Answerable
from knowledge.search.encoder import Encoder, Vectors
from knowledge.search.filters import Filters
from knowledge.search.index import SearchIndex
from knowledge.search.ranking import rank
from knowledge.search.versions import Versions

log = logging.getLogger(__name__)
# A page is quoted, not searched for, with a query longer than this.
MAX_CHARACTERS = 2_000
EVERYTHING = Filters()


@dataclass(frozen=True)
class Found:
    """A passage and how well it fits the query, about 0..1."""

    passage: Passage
    score: float


@dataclass(frozen=True)
class SearchResult:
    """The passages found, best first, and the probability that they answer the query."""

    query: str
    vector: Vectors
    version: int
    found: tuple[Found, ...]
    answerable: float

    def documents(self, k: int) -> list[Found]:
        """Returns the best passage of each of the k best documents."""
        best: dict[str, Found] = {}
        for found in self.found:
            best.setdefault(found.passage.document, found)
        return list(best.values())[:k]


class Searcher:
    """Searches the version that the pointer names, and follows it when it moves."""

    def __init__(self, versions: Versions, encoder: Encoder) -> None:
        self._versions = versions
        self._encoder = encoder
        self._lock = threading.Lock()
        self._pointer: int | None = None
        self._version = 0
        self._index: SearchIndex | None = None
        self._answerable: Answerable | None = None

    def search(self, query: str, filters: Filters = EVERYTHING) -> SearchResult:
        """Returns the passages that fit the query best; raises SearchIndexError without an index."""
        version, index, answerable = self._serving()
        words = index.reworded(query[:MAX_CHARACTERS])
        read = self._encoder.read(words)
        ranked = rank(index, read, words, filters.allowed(index.passages))
        found = tuple(
            Found(index.passages[number], float(score))
            for number, score in zip(ranked.numbers, ranked.scores, strict=True)
        )
        return SearchResult(query, read.vector, version, found, answerable.probability(read, ranked))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns the vectors of texts, by the encoder that searches."""
        return self._encoder.encode(texts)

    def _serving(self) -> tuple[int, SearchIndex, Answerable]:
        """Returns what serves now; a broken new version leaves the one in memory serving."""
        pointer = self._versions.current()
        with self._lock:
            if self._index is None or self._answerable is None or pointer != self._pointer:
                version, index, refused = self._load()
                for line in refused:
                    log.error("refused a version of the library: %s", line)
                if index is not None and (not refused or self._index is None):
                    self._version, self._index = version, index
                    self._answerable = Answerable(index)
                self._pointer = pointer
            assert self._index is not None
            assert self._answerable is not None
            return self._version, self._index, self._answerable

    def _load(self) -> tuple[int, SearchIndex | None, list[str]]:
        """Loads what the pointer names; without any readable version, what is in memory has to do."""
        try:
            return self._versions.load(self._encoder)
        except SearchIndexError as error:
            if self._index is None:
                raise
            return self._version, None, [str(error)]
