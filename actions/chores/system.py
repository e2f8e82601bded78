"""The one interface behind all chores: whatever does them for a company looks like this to the coach."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Protocol

from actions.errors import CoachError


class Chore(StrEnum):
    """What the coach can do for an employee in the company's HR system."""

    enrol = "enrol"
    leave_balance = "leave_balance"
    ticket = "ticket"
    hand_over = "hand_over"


_DOING = {
    Chore.enrol: "book courses",
    Chore.leave_balance: "look up leave balances",
    Chore.ticket: "open tickets",
    Chore.hand_over: "pass messages on to HR",
}


class ChoreError(CoachError):
    """A chore that could not be done; its text is shown to the employee."""


class NotOffered(ChoreError):
    """A chore that is not configured at this company."""

    def __init__(self, chore: Chore) -> None:
        super().__init__(f"I cannot {_DOING[chore]} here, because it has not been set up.")


def require(chore: Chore, capabilities: frozenset[Chore]) -> None:
    """Raises NotOffered unless the chore is among the capabilities."""
    if chore not in capabilities:
        raise NotOffered(chore)


@dataclass(frozen=True)
class Booking:
    """A place on a course; both times carry a time zone."""

    reference: str
    course: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is None or self.ends_at.tzinfo is None:
            raise ValueError("a booking's times need a time zone")
        if self.ends_at < self.starts_at:
            raise ValueError("a booking cannot end before it starts")


@dataclass(frozen=True)
class LeaveBalance:
    """How much holiday is left and taken, in days, as it stood on a date."""

    days_left: float
    days_taken: float
    as_of: date
    unit: Literal["days"] = "days"


@dataclass(frozen=True)
class Ticket:
    """What HR has been asked, under the reference that HR knows it by."""

    reference: str
    url: str | None = None


class HRSystem(Protocol):
    """Does the chores in capabilities; raises NotOffered for the others and ChoreError for what fails.

    employee is the reference under which the company knows the employee, passed on as it is given.
    The methods wait for a network: call them from a thread.
    """

    @property
    def capabilities(self) -> frozenset[Chore]:
        """The chores that are offered."""

    def enrol(self, employee: str, course: str) -> Booking:
        """Books a place on a course."""

    def leave_balance(self, employee: str) -> LeaveBalance:
        """Looks up how much holiday is left."""

    def open_ticket(self, employee: str, subject: str, text: str) -> Ticket:
        """Opens a ticket with HR."""

    def hand_over(self, employee: str, text: str) -> Ticket:
        """Gives a person in HR the text that the employee chose, and nothing else that was said."""
