"""Any HR system behind one HTTP endpoint of the company's: see docs/hr-system.md for what it must answer."""

import json
import logging
import time
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from actions.chores.answers import BookingAnswer, LeaveAnswer, Refusal, TicketAnswer
from actions.chores.delivery import Answered, Delivery, Undelivered
from actions.chores.system import Booking, Chore, ChoreError, LeaveBalance, Ticket, require
from actions.chores.wording import course_line, employee_line, message_text, one_line, subject_line

log = logging.getLogger(__name__)
Answer = TypeVar("Answer", bound=BaseModel)
# Not known, in conflict, not acceptable: these are about the employee's wish, and may say why.
EXPLAINED = (404, 409, 422)

NOTHING_SENT = "I could not reach the HR system, so nothing was sent. Please try again a little later."
UNSURE = (
    "The HR system did not confirm this. It may have gone through all the same, so please check with HR "
    "before you try again."
)
NOT_ANSWERED = "The HR system did not answer this just now. Please try again a little later."
REFUSED = "The HR system did not accept this. Please turn to HR directly."


class WebhookHRSystem:
    """Posts each chore to the company's endpoint, signed, under a key that stays the same when it is retried.

    url is https, or http on this machine; employee_reference turns what the coach knows the employee by
    into what HR does; timeout is in seconds. Raises CoachError for an unsafe url.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        capabilities: Iterable[Chore],
        employee_reference: Callable[[str], str] = str,
        timeout: float = 10.0,
        *,
        sleep: Callable[[float], object] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._capabilities = frozenset(capabilities)
        self._employee_reference = employee_reference
        self._now = now
        self._delivery = Delivery(url, secret, timeout=timeout, sleep=sleep, monotonic=monotonic, now=now)

    @property
    def capabilities(self) -> frozenset[Chore]:
        """The chores that the company's endpoint does."""
        return self._capabilities

    def enrol(self, employee: str, course: str) -> Booking:
        """Books a place on a course; raises ChoreError."""
        require(Chore.enrol, self._capabilities)
        return self._ask(Chore.enrol, employee, BookingAnswer, course=course_line(course)).booking()

    def leave_balance(self, employee: str) -> LeaveBalance:
        """Looks up how much holiday is left; raises ChoreError."""
        require(Chore.leave_balance, self._capabilities)
        return self._ask(Chore.leave_balance, employee, LeaveAnswer).balance()

    def open_ticket(self, employee: str, subject: str, text: str) -> Ticket:
        """Opens a ticket with HR; raises ChoreError."""
        require(Chore.ticket, self._capabilities)
        fields = {"subject": subject_line(subject), "text": message_text(text)}
        return self._ask(Chore.ticket, employee, TicketAnswer, **fields).ticket()

    def hand_over(self, employee: str, text: str) -> Ticket:
        """Gives a person in HR the text that the employee chose; raises ChoreError."""
        require(Chore.hand_over, self._capabilities)
        return self._ask(Chore.hand_over, employee, TicketAnswer, text=message_text(text)).ticket()

    def _ask(self, chore: Chore, employee: str, kind: type[Answer], **fields: str) -> Answer:
        """Returns the checked answer to one request."""
        request = {
            "id": str(uuid.uuid4()),
            "action": chore.value,
            "employee": employee_line(self._employee_reference(employee)),
            "at": datetime.fromtimestamp(int(self._now()), UTC).isoformat(),
            **fields,
        }
        name = f"{chore.value} {request['id']}"
        try:
            answered = self._delivery.post(json.dumps(request).encode(), name)
        except Undelivered as failed:
            raise ChoreError(_undelivered(chore, unsure=failed.unsure)) from failed
        return _read(answered, kind, chore, name)


def _undelivered(chore: Chore, *, unsure: bool) -> str:
    if chore is Chore.leave_balance:
        return NOT_ANSWERED
    return UNSURE if unsure else NOTHING_SENT


def _read(answered: Answered, kind: type[Answer], chore: Chore, name: str) -> Answer:
    """Returns the answer of a success; raises ChoreError for everything else."""
    if not 200 <= answered.status < 300:
        log.warning("%s: the HR system answered %d", name, answered.status)
        raise ChoreError(_refusal(answered))
    try:
        return kind.model_validate_json(answered.body)
    except ValidationError as error:
        log.warning("%s: the HR system's answer does not fit: %s", name, _places(error))
        raise ChoreError(_undelivered(chore, unsure=True)) from None


def _refusal(answered: Answered) -> str:
    """Returns the company's own explanation where it gives one."""
    if answered.status not in EXPLAINED:
        return REFUSED
    try:
        return f"The HR system says: {Refusal.model_validate_json(answered.body).message}"
    except ValidationError:
        return REFUSED


def _places(error: ValidationError) -> str:
    """Returns which fields are wrong and how, without what stood in them."""
    problems: list[Any] = error.errors(include_input=False, include_url=False, include_context=False)
    return one_line("; ".join(f"{'.'.join(map(str, p['loc'])) or 'body'}: {p['type']}" for p in problems))
