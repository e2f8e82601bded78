"""What the company's endpoint answers: checked before anything of it is shown."""

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    HttpUrl,
    StringConstraints,
    model_validator,
)

from actions.chores.system import Booking, LeaveBalance, Ticket
from actions.chores.wording import one_line

# Cleaned before it is measured, so that a name of blanks counts as none.
_Name = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=200)]
_Days = Annotated[FiniteFloat, Field(ge=-366, le=3_660)]


class _Answer(BaseModel):
    # Many systems count their tickets in numbers.
    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class BookingAnswer(_Answer):
    """The answer to enrol."""

    reference: _Name
    course: _Name
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    place: Annotated[str, AfterValidator(one_line), StringConstraints(max_length=300)] = ""

    @model_validator(mode="after")
    def _in_order(self) -> "BookingAnswer":
        if self.ends_at < self.starts_at:
            raise ValueError("ends_at lies before starts_at")
        return self

    def booking(self) -> Booking:
        """Returns the booking that was answered."""
        return Booking(self.reference, self.course, self.starts_at, self.ends_at, self.place)


class LeaveAnswer(_Answer):
    """The answer to leave_balance; days_left is below zero when holiday was taken in advance."""

    days_left: _Days
    days_taken: _Days
    as_of: date
    unit: Literal["days"] = "days"

    def balance(self) -> LeaveBalance:
        """Returns the balance that was answered."""
        return LeaveBalance(self.days_left, self.days_taken, self.as_of, self.unit)


class TicketAnswer(_Answer):
    """The answer to ticket and hand_over; url is a web page where the employee can follow it."""

    reference: _Name
    url: HttpUrl | None = None

    def ticket(self) -> Ticket:
        """Returns the ticket that was answered."""
        return Ticket(self.reference, str(self.url) if self.url else None)


class Refusal(_Answer):
    """Why the company's system says no, in words for the employee."""

    message: Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=300)]
