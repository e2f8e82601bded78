"""The words of every passage, for what is asked by its name: BM25 over stems."""

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.ingest.passages import Passage
from knowledge.words import stem_list

FOLDER = "lexical"


def write_lexical(folder: Path, passages: Sequence[Passage]) -> list[str]:
    """Writes the index below folder and returns its files' names; none where no passage has a word."""
    stems = [stem_list(f"{p.title} {' '.join(p.headings)} {p.text}") for p in passages]
    if not any(stems):
        return []
    ranker = bm25s.BM25()
    ranker.index(stems, show_progress=False)
    ranker.save(str(folder / FOLDER), show_progress=False)
    return sorted(f"{FOLDER}/{file.name}" for file in (folder / FOLDER).iterdir())


class Lexical:
    """BM25 (Robertson & Zaragoza 2009) over stemmed words, function words left out."""

    def __init__(self, folder: Path, size: int) -> None:
        self._size = size
        self._ranker = (
            bm25s.BM25.load(str(folder / FOLDER), show_progress=False) if (folder / FOLDER).is_dir() else None
        )

    def scores(self, query: str) -> NDArray[np.float32]:
        """Returns every passage's score, (passages,); zero where no word is shared."""
        if self._ranker is None:
            return np.zeros(self._size, dtype=np.float32)
        stems = [stem for stem in stem_list(query) if stem in self._ranker.vocab_dict]
        if not stems:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._ranker.get_scores(stems), dtype=np.float32)
