"""HR by e-mail: tickets and hand-over, where a company has a mailbox and no system to connect."""

import hashlib
import logging
import re
import smtplib
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from actions.chores.address import is_host, is_loopback
from actions.chores.system import Booking, Chore, ChoreError, LeaveBalance, NotOffered, Ticket
from actions.chores.wording import employee_line, message_text, subject_line
from actions.errors import CoachError

log = logging.getLogger(__name__)
HAND_OVER_SUBJECT = "A colleague asks for a person in HR"
NOT_SENT = "I could not send this to HR just now. Please try again a little later, or write to HR directly."
UNSURE = "I do not know whether this reached HR. Please check with HR before you send it again."
# With these the server has said no; with any other failure it may have taken the message.
REFUSALS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError)
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class MailHRSystem:
    """Sends each ticket and each handed-over text to HR's mailbox.

    The connection must be encrypted by STARTTLS unless the mail server is this machine. timeout is in seconds
    for each step of the exchange. Raises CoachError for an unsafe connection or an address that is none.
    """

    capabilities = frozenset({Chore.ticket, Chore.hand_over})

    def __init__(
        self,
        host: str,
        port: int,
        sender: str,
        recipient: str,
        *,
        starttls: bool = True,
        username: str = "",
        password: str = "",
        timeout: float = 10.0,
        now: Callable[[], float] = time.time,
    ) -> None:
        check_encryption(host, starttls=starttls)
        self._host, self._port = mail_host(host), port
        self._sender, self._recipient = mail_address(sender), mail_address(recipient)
        # The machine's own store of certificates: a mail server inside the company often has a private one.
        self._certificates = ssl.create_default_context() if starttls else None
        self._username, self._password = username, password
        self._timeout = timeout
        self._now = now

    def enrol(self, employee: str, course: str) -> Booking:
        """Raises NotOffered: a mailbox cannot confirm a place."""
        raise NotOffered(Chore.enrol)

    def leave_balance(self, employee: str) -> LeaveBalance:
        """Raises NotOffered: a mailbox knows no balances."""
        raise NotOffered(Chore.leave_balance)

    def open_ticket(self, employee: str, subject: str, text: str) -> Ticket:
        """Sends a ticket; raises ChoreError."""
        return self._send(Chore.ticket, employee, subject_line(subject), message_text(text))

    def hand_over(self, employee: str, text: str) -> Ticket:
        """Sends the text that the employee chose; raises ChoreError."""
        return self._send(Chore.hand_over, employee, HAND_OVER_SUBJECT, message_text(text))

    def _send(self, chore: Chore, employee: str, subject: str, text: str) -> Ticket:
        employee = employee_line(employee)
        at = datetime.fromtimestamp(int(self._now()), UTC)
        reference = _reference(chore, employee, subject, text, at)
        message = self._message(employee, subject, text, reference, at)
        self._deliver(message.as_bytes(), f"{chore.value} {reference}")
        return Ticket(reference)

    def _message(self, employee: str, subject: str, text: str, reference: str, at: datetime) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = Address("Everycoach", addr_spec=self._sender)
        message["To"] = Address(addr_spec=self._recipient)
        # EmailMessage decodes what looks encoded, line breaks in it too: no subject may begin to look so.
        message["Subject"] = f"{subject.replace('=?', '= ?')} [{reference}]"
        message["Date"] = at
        message["Message-ID"] = f"<{reference.lower()}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        # Who writes stands above the text: below it, the text could pretend to be the end of the message.
        head = (
            f"Employee: {employee}\nReference: {reference}\nSent through Everycoach, as the employee asked."
        )
        # Every mail server takes plain ASCII, whatever the employee wrote in.
        message.set_content(f"{head}\n\n{text}\n", cte="quoted-printable")
        return message

    def _deliver(self, message: bytes, name: str) -> None:
        stage = "connecting"
        try:
            with smtplib.SMTP(self._host, self._port, timeout=self._timeout) as server:
                if self._certificates:
                    server.starttls(context=self._certificates)
                if self._username:
                    server.login(self._username, self._password)
                stage = "sending"
                # Not send_message, which puts a ">" before a line that begins with "From".
                server.sendmail(self._sender, [self._recipient], message)
                stage = "sent"
        # ValueError: a name or password that the protocol cannot spell.
        except (OSError, ValueError) as error:
            if stage == "sent":
                # The server has taken the message: how it says goodbye changes nothing.
                return
            # Its words stay out of the log: they may quote addresses or what was written.
            log.warning("%s: the mail was not sent while %s: %s", name, stage, _problem(error))
            unsure = stage == "sending" and not isinstance(error, REFUSALS)
            raise ChoreError(UNSURE if unsure else NOT_SENT) from error


def check_encryption(host: str, *, starttls: bool) -> None:
    """Raises CoachError when mail to the host would travel unencrypted to another machine."""
    if not starttls and not is_loopback(host):
        raise CoachError(
            "mail to another machine needs STARTTLS; it can be switched off for this machine only"
        )


def mail_host(host: str) -> str:
    """Returns the mail server's host; raises CoachError unless it can be one."""
    if not is_host(host):
        raise CoachError("the mail server must be a host name or address, such as mail.company.example")
    return host


def mail_address(address: str) -> str:
    """Returns the address; raises CoachError unless it is a plain one such as hr@company.example."""
    if not _ADDRESS.fullmatch(address):
        raise CoachError("an e-mail address must be a plain one, such as hr@company.example")
    return address


def _reference(chore: Chore, employee: str, subject: str, text: str, at: datetime) -> str:
    """Returns one reference for one message on one day, so that a mailbox can drop what comes twice."""
    parts = "\0".join((chore.value, employee, subject, text, at.date().isoformat()))
    return f"EC-{hashlib.sha256(parts.encode()).hexdigest()[:12].upper()}"


def _problem(error: Exception) -> str:
    """Returns the kind of a failure, with the mail server's code where it gave one."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{type(error).__name__} {error.smtp_code}"
    return type(error).__name__
