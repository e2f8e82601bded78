"""Which pages a search may find, by what their front matter says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ingest.passages import Passage


@dataclass(frozen=True)
class Filters:
    """Wanted values; an empty one allows all. A page that says nothing of a field is always allowed."""

    audience: str = ""
    language: str = ""
    level: str = ""

    def allowed(self, passages: Sequence[Passage]) -> NDArray[np.bool_] | None:
        """Returns which passages may be found, (passages,); None where all may."""
        if self == Filters():
            return None
        return np.array([self._allows(passage) for passage in passages], dtype=np.bool_)

    def _allows(self, passage: Passage) -> bool:
        # What is written for everyone is written for managers too.
        audiences = ("", "everyone", self.audience)
        return (
            (not self.audience or passage.audience in audiences)
            and (not self.language or passage.language in ("", self.language))
            and (not self.level or passage.level in ("", self.level))
        )
