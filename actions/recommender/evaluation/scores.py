"""What each row of a log adds to an estimate, as a line in its reward."""

from dataclasses import dataclass

import numpy as np

from actions.recommender.evaluation.log import Codes, Numbers


@dataclass(frozen=True)
class Scores:
    """A row's part is offset + slope * reward; the estimate is the mean over the rows.

    Kept as a line because an interval also needs what a row would have said with another reward.
    """

    offset: Numbers
    slope: Numbers

    def values(self, rewards: Numbers) -> Numbers:
        """Returns each row's part with these rewards."""
        return self.offset + self.slope * rewards

    def minus(self, other: "Scores") -> "Scores":
        """Returns the parts of the difference of two estimates on the same rows."""
        return Scores(self.offset - other.offset, self.slope - other.slope)

    def reach(self, span: tuple[float, float], common: float) -> tuple[Codes, Numbers, Numbers]:
        """Returns the rows that could well be met again, and the least and the most each could say.

        These are the rows with the smallest slopes that make up the share common of all slopes: beyond them
        lie the few extreme weights that hardly any of the target's choices have.
        """
        steepness = np.abs(self.slope)
        ordered = np.sort(steepness)
        reached = np.cumsum(ordered)
        last = min(int(np.searchsorted(reached, common * reached[-1])), len(ordered) - 1)
        rows = np.flatnonzero(steepness <= ordered[last])
        ends = [self.offset[rows] + self.slope[rows] * end for end in span]
        return rows, np.minimum(*ends), np.maximum(*ends)
