"""What can be suggested: the library's pages as items, with their vectors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Item:
    """Something to learn; level counts from 1, minutes are what reading or doing it takes."""

    id: str
    title: str
    skills: tuple[str, ...] = ()
    level: int = 1
    minutes: int = 5
    prerequisites: tuple[str, ...] = ()
    added_at: datetime | None = None


@dataclass(frozen=True)
class Catalogue:
    """Items in a fixed order, with a unit vector each: vectors is (items, dimensions)."""

    items: Sequence[Item]
    vectors: Vectors
    rows: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        if len(self.items) != len(self.vectors):
            raise ValueError(f"{len(self.items)} items have {len(self.vectors)} vectors: one each is needed")
        rows = {item.id: row for row, item in enumerate(self.items)}
        if len(rows) != len(self.items):
            raise ValueError("an item's id stands twice: ids must be distinct")
        object.__setattr__(self, "rows", rows)

    def __len__(self) -> int:
        return len(self.items)

    def known(self, ids: Iterable[str]) -> list[int]:
        """Returns the rows of those ids that are in the catalogue, in order."""
        return [self.rows[id_] for id_ in ids if id_ in self.rows]
