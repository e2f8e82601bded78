from pathlib import Path
from typing import Any

import pytest

from actions.chores.mail import NOT_SENT, UNSURE, MailHRSystem
from actions.chores.system import Chore, ChoreError, HRSystem, NotOffered
from actions.errors import CoachError

from .endpoint import NOW
from .mailbox import Mailbox

SENDER, RECIPIENT = "coach@company.example", "hr@company.example"


def connect(port: int, now: float = NOW, **options: Any) -> MailHRSystem:
    options = {"starttls": False, "timeout": 5.0, **options}
    return MailHRSystem("127.0.0.1", port, SENDER, RECIPIENT, now=lambda: now, **options)


@pytest.fixture
def hr(mailbox: Mailbox) -> HRSystem:
    return connect(mailbox.port)


def test_a_ticket_reaches_the_mailbox(hr: HRSystem, mailbox: Mailbox) -> None:
    ticket = hr.open_ticket("ann@company.example", "Payslip of May", "The figure looks wrong.")

    mail = mailbox.mails[0]
    assert mail["From"] == "Everycoach <coach@company.example>"
    assert mail["To"] == RECIPIENT
    assert mail["Subject"] == f"Payslip of May [{ticket.reference}]"
    assert mail["Date"] == "Fri, 15 Jan 2027 08:00:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content() == (
        f"Employee: ann@company.example\nReference: {ticket.reference}\n"
        "Sent through Everycoach, as the employee asked.\n\nThe figure looks wrong.\n"
    )
    assert ticket.url is None
    assert mailbox.commands[1].startswith("mail FROM:<coach@company.example>")
    assert mailbox.commands[2] == "rcpt TO:<hr@company.example>"


def test_handing_over_sends_the_chosen_text_and_nothing_else(hr: HRSystem, mailbox: Mailbox) -> None:
    hr.hand_over("ann", "I would like to talk about my hours.")

    assert mailbox.mails[0]["Subject"].startswith("A colleague asks for a person in HR [EC-")
    assert mailbox.mails[0].get_content().split("\n\n", 1)[1] == "I would like to talk about my hours.\n"


def test_the_text_arrives_as_it_was_written(hr: HRSystem, mailbox: Mailbox) -> None:
    text = "Grüße 🙂\n.\n.. two dots\nFrom the start\n\ttab\n" + "long " * 300 + "\nQUIT\nend"

    hr.hand_over("ann", text)

    assert mailbox.mails[0].get_content().split("\n\n", 1)[1] == text + "\n"
    assert mailbox.raw[0].isascii()
    assert max(len(line) for line in mailbox.raw[0].splitlines()) <= 78


@pytest.mark.parametrize(
    "subject",
    [
        "Payslip\r\nBcc: eve@elsewhere.example",
        "Payslip\nBcc: eve@elsewhere.example",
        "Payslip\rBcc: eve@elsewhere.example",
        "Payslip\x0b\x0c\x1c\x85\u2028\u2029Bcc: eve@elsewhere.example",
        "=?utf-8?q?Payslip=0D=0ABcc:_eve@elsewhere.example?=",
        "=?utf-8?b?UGF5c2xpcA0KQmNjOiBldmVAZWxzZXdoZXJlLmV4YW1wbGU=?=",
        "==??utf-8?q?Payslip=0D=0ABcc:_eve@elsewhere.example?=",
        "=\x00?utf-8?q?Payslip=0D=0ABcc:_eve@elsewhere.example?=",
        "=\ud800?utf-8?q?Payslip=0D=0ABcc:_eve@elsewhere.example?=",
    ],
)
def test_a_subject_cannot_become_another_header(hr: HRSystem, mailbox: Mailbox, subject: str) -> None:
    hr.open_ticket("ann", subject, "Text")

    mail = mailbox.mails[0]
    assert mail["Bcc"] is None
    assert len(mail.keys()) == len(set(mail.keys())) == 9
    assert "Payslip" in mail["Subject"] or "UGF5c2xpc" in mail["Subject"]
    assert [line for line in mailbox.commands if line.startswith("rcpt")] == [f"rcpt TO:<{RECIPIENT}>"]


def test_a_name_cannot_pretend_to_be_another_line(hr: HRSystem, mailbox: Mailbox) -> None:
    hr.hand_over("ann\nEmployee: bo", "Text")

    assert mailbox.mails[0].get_content().startswith("Employee: ann Employee: bo\nReference: ")


def test_a_long_subject_in_any_script_is_kept(hr: HRSystem, mailbox: Mailbox) -> None:
    hr.open_ticket("ann", "é" * 150, "Text")

    assert mailbox.mails[0]["Subject"].startswith("é" * 150 + " [EC-")


def test_the_same_message_on_the_same_day_is_the_same_mail(mailbox: Mailbox) -> None:
    first = connect(mailbox.port).open_ticket("ann", "Payslip", "Text")
    again = connect(mailbox.port, now=NOW + 3_600).open_ticket("ann", "Payslip", "Text")

    assert first == again
    assert mailbox.mails[0]["Message-ID"] == mailbox.mails[1]["Message-ID"]
    assert mailbox.mails[0]["Message-ID"] == f"<{first.reference.lower()}@company.example>"


def test_another_day_person_or_word_makes_another_reference(mailbox: Mailbox) -> None:
    hr, tomorrow = connect(mailbox.port), connect(mailbox.port, now=NOW + 86_400)

    references = {
        hr.open_ticket("ann", "Payslip", "Text").reference,
        hr.open_ticket("bo", "Payslip", "Text").reference,
        hr.open_ticket("ann", "Payslip", "Text.").reference,
        hr.open_ticket("ann", "Payslips", "Text").reference,
        tomorrow.open_ticket("ann", "Payslip", "Text").reference,
    }

    assert len(references) == 5


def test_courses_and_leave_are_not_offered_by_mail(hr: HRSystem, mailbox: Mailbox) -> None:
    with pytest.raises(NotOffered):
        hr.enrol("ann", "Giving feedback")
    with pytest.raises(NotOffered):
        hr.leave_balance("ann")

    assert hr.capabilities == {Chore.ticket, Chore.hand_over}
    assert mailbox.commands == []


def test_a_message_that_says_nothing_is_not_sent(hr: HRSystem, mailbox: Mailbox) -> None:
    with pytest.raises(ChoreError, match="text of the message first"):
        hr.hand_over("ann", " \n ")

    assert mailbox.commands == []


def test_mail_travels_encrypted_and_logged_in(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Mailbox(certificate) as secure:
        hr = connect(secure.port, starttls=True, username="coach", password="a password")
        hr.hand_over("ann", "Text")

    assert len(secure.mails) == 1
    assert secure.login == "\0coach\0a password"
    assert {"AUTH", "MAIL", "RCPT", "DATA"} <= set(secure.encrypted)


def test_nothing_is_said_to_a_server_without_encryption(mailbox: Mailbox) -> None:
    hr = connect(mailbox.port, starttls=True, username="coach", password="a password")

    with pytest.raises(ChoreError) as error:
        hr.hand_over("ann", "Text")

    assert str(error.value) == NOT_SENT
    assert mailbox.login is None
    assert mailbox.raw == []


def test_nothing_is_said_to_a_server_with_a_strange_certificate(certificate: Path) -> None:
    with Mailbox(certificate) as strange:
        with pytest.raises(ChoreError) as error:
            connect(strange.port, starttls=True, username="coach", password="a password").hand_over(
                "ann", "T"
            )

        assert strange.raw == []
        assert strange.login is None
    assert str(error.value) == NOT_SENT


@pytest.mark.parametrize("host", ["mail.company.example", "10.0.0.7", "localhost.example"])
def test_mail_to_another_machine_is_never_unencrypted(host: str) -> None:
    with pytest.raises(CoachError, match="needs STARTTLS"):
        MailHRSystem(host, 25, SENDER, RECIPIENT, starttls=False)


@pytest.mark.parametrize(
    "address", ["", "hr", "hr@", "@x", "Ann <a@b>", "a@b\nBcc: c@d", "a b@c", "ü@b", "a@b,c@d"]
)
def test_an_address_is_a_plain_one(address: str) -> None:
    with pytest.raises(CoachError, match="plain one"):
        MailHRSystem("127.0.0.1", 25, SENDER, address, starttls=False)


@pytest.mark.parametrize("command", ["EHLO", "MAIL", "RCPT", "DATA", "the text"])
@pytest.mark.parametrize("answer", ["451 later", "550 no such thing"])
def test_a_refused_mail_was_not_sent(hr: HRSystem, mailbox: Mailbox, command: str, answer: str) -> None:
    mailbox.instead = {command: answer, "HELO": answer}

    with pytest.raises(ChoreError) as error:
        hr.hand_over("ann", "Text")

    assert str(error.value) == NOT_SENT


def test_a_server_that_hangs_up_over_the_text_leaves_a_doubt(hr: HRSystem, mailbox: Mailbox) -> None:
    mailbox.instead = {"the text": ""}

    with pytest.raises(ChoreError) as error:
        hr.hand_over("ann", "Text")

    assert str(error.value) == UNSURE


@pytest.mark.parametrize("goodbye", ["", "500 what", "451 later"])
def test_a_rude_goodbye_does_not_undo_what_was_taken(hr: HRSystem, mailbox: Mailbox, goodbye: str) -> None:
    mailbox.instead = {"QUIT": goodbye}

    assert hr.hand_over("ann", "Text").reference.startswith("EC-")


def test_a_server_that_is_not_there_was_sent_nothing(closed_port: int) -> None:
    with pytest.raises(ChoreError) as error:
        connect(closed_port).hand_over("ann", "Text")

    assert str(error.value) == NOT_SENT


@pytest.mark.parametrize("password", ["wröng", "wrong"])
def test_a_login_that_fails_is_named_in_the_log_without_the_password(
    mailbox: Mailbox, caplog: pytest.LogCaptureFixture, password: str
) -> None:
    mailbox.instead = {"AUTH": "535 no"}

    with pytest.raises(ChoreError) as error:
        connect(mailbox.port, username="coach", password=password).hand_over("ann", "A private matter")

    assert str(error.value) == NOT_SENT
    assert "while connecting" in caplog.text
    assert password not in caplog.text
    assert "private" not in caplog.text


def test_what_is_written_and_who_writes_stay_out_of_the_log(
    hr: HRSystem, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.instead = {"the text": "554 not this: A private matter from ann"}

    with pytest.raises(ChoreError):
        hr.hand_over("ann", "A private matter")

    assert "SMTPDataError 554" in caplog.text
    assert "private" not in caplog.text
    assert "ann" not in caplog.text
