"""What a suggestion may take into account of one employee, free of any words of theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Aim:
    """A goal as the recommender sees it: a unit vector of its text, and the library's skill it belongs to."""

    id: str
    vector: NDArray[np.float32]
    skill: str | None = None


@dataclass(frozen=True)
class Profile:
    """One employee at one moment.

    finished maps items that were done to what they were worth (0 to 1), shown maps items to how often they
    were suggested without an answer, levels maps skills to the level reached (0 is none).
    """

    aims: tuple[Aim, ...] = ()
    finished: Mapping[str, float] = field(default_factory=dict)
    dismissed: frozenset[str] = frozenset()
    shown: Mapping[str, int] = field(default_factory=dict)
    blocked_skills: frozenset[str] = frozenset()
    levels: Mapping[str, int] = field(default_factory=dict)
    minutes_a_week: int | None = None
    # 0 suggests by what is known alone, 1 explores as configured, 2 twice as much.
    exploration: float = 1.0
    role: NDArray[np.float32] | None = None

    @property
    def over(self) -> frozenset[str]:
        """The items that are not suggested again: done, known or not wanted."""
        return frozenset(self.finished) | self.dismissed
