"""Character n-grams of a text: what survives a typo, and what an abbreviation is known by."""

from __future__ import annotations

from typing import List, Text, Tuple

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

# Hashing needs no vocabulary in the model; at this width collisions cost nothing measurable.
BUCKETS = 2**15
COUNTS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 5), n_features=BUCKETS, norm=None, alternate_sign=False
)


class CharacterNgrams:
    """Rows of tf-idf weights over hashed character n-grams of 2 to 5, within words."""

    def __init__(self, idf: np.ndarray) -> None:
        self.idf = idf
        self._tfidf = TfidfTransformer(sublinear_tf=True)
        self._tfidf.idf_ = idf.astype(np.float64)

    @classmethod
    def fit(cls, texts: List[Text]) -> "CharacterNgrams":
        """Learns how rare each n-gram is from the training texts."""
        return cls(TfidfTransformer().fit(COUNTS.transform(texts)).idf_.astype(np.float32))

    def rows(self, texts: List[Text]) -> sparse.csr_matrix:
        """Returns normalised rows, shape (len(texts), BUCKETS)."""
        return self._tfidf.transform(COUNTS.transform(texts))


def reduced(rows: sparse.csr_matrix, dimensions: int) -> Tuple[np.ndarray, np.ndarray]:
    """Returns the rows in d <= dimensions, shape (n, d), and the projection, (d, BUCKETS)."""
    svd = TruncatedSVD(max(1, min(dimensions, min(rows.shape) - 1)), random_state=0).fit(rows)
    return svd.transform(rows).astype(np.float32), svd.components_.astype(np.float32)
