"""What an off-policy estimator says: a value, how sure it is, and why it should not be believed."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Estimate:
    """A policy's value in reward a row.

    error is the standard error, low and high the interval, ess the number of equally weighted rows that the
    rows are worth. cap is the greatest weight allowed, clipped the share of rows that it cut. doubt says in
    one sentence why the figure decides nothing, and is None where it may.
    """

    value: float
    error: float
    low: float
    high: float
    rows: int
    ess: float
    cap: float | None = None
    clipped: float = 0.0
    doubt: str | None = None

    @property
    def tells(self) -> bool:
        """Whether the figure may be used in a decision."""
        return self.doubt is None

    def doubted(self, reason: str) -> "Estimate":
        """Returns the same figures with a doubt."""
        return replace(self, doubt=reason)
