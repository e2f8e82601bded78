import time
from collections.abc import Callable
from pathlib import Path

import pytest

from actions.chores.checklist import ONBOARDING
from actions.chores.settings import ChoresSettings, chores_settings, load_hr_system
from actions.chores.system import Chore, ChoreError, NotOffered
from actions.errors import CoachError

from .endpoint import SECRET, Endpoint
from .mailbox import Mailbox

WEBHOOK = {
    "hr_webhook_url": "https://hr.example/coach",
    "hr_webhook_secret": "s" * 24,
    "hr_webhook_offers": "ticket",
}
MAIL = {
    "hr_mail_host": "mail.company.example",
    "hr_mail_sender": "coach@company.example",
    "hr_mail_recipient": "hr@company.example",
}
LOGIN = {"hr_mail_username": "coach", "hr_mail_password": "a password"}
Environment = Callable[[dict[str, str]], None]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Environment:
    def set_all(values: dict[str, str]) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"EVERYCOACH_{name.upper()}", value)

    return set_all


def refused(says: str) -> str:
    with pytest.raises(CoachError, match=says) as error:
        chores_settings()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_without_settings_nothing_is_offered() -> None:
    settings = chores_settings()

    assert load_hr_system(settings) is None
    assert settings.checklist == ONBOARDING


def test_settings_that_are_present_but_empty_count_as_none(environment: Environment) -> None:
    environment(dict.fromkeys((*WEBHOOK, *MAIL, *LOGIN), " "))

    assert load_hr_system(chores_settings()) is None


@pytest.mark.parametrize("left_out", WEBHOOK)
def test_half_a_webhook_is_refused_and_says_what_is_missing(environment: Environment, left_out: str) -> None:
    environment({name: value for name, value in WEBHOOK.items() if name != left_out})

    refused(f"^EVERYCOACH_{left_out.upper()} is missing beside EVERYCOACH_HR_WEBHOOK_")


@pytest.mark.parametrize("left_out", MAIL)
def test_half_a_mailbox_is_refused_and_says_what_is_missing(environment: Environment, left_out: str) -> None:
    environment({name: value for name, value in MAIL.items() if name != left_out})

    refused(f"^EVERYCOACH_{left_out.upper()} is missing beside EVERYCOACH_HR_MAIL_")


@pytest.mark.parametrize(
    "detail", [{"hr_mail_port": "25"}, {"hr_mail_starttls": "false"}, LOGIN, {"hr_mail_username": "coach"}]
)
def test_details_of_a_mailbox_that_is_not_named_are_refused(
    environment: Environment, detail: dict[str, str]
) -> None:
    environment(detail)

    refused("^EVERYCOACH_HR_MAIL_HOST, EVERYCOACH_HR_MAIL_SENDER, EVERYCOACH_HR_MAIL_RECIPIENT are missing$")


@pytest.mark.parametrize("left_out", LOGIN)
def test_half_a_login_is_refused_and_says_what_is_missing(environment: Environment, left_out: str) -> None:
    environment(MAIL | {name: value for name, value in LOGIN.items() if name != left_out})

    refused(f"^EVERYCOACH_{left_out.upper()} is missing beside EVERYCOACH_HR_MAIL_")


def test_a_short_secret_is_refused_and_not_repeated(environment: Environment) -> None:
    environment(WEBHOOK | {"hr_webhook_secret": "short-and-secret"})

    assert "short-and-secret" not in refused("^EVERYCOACH_HR_WEBHOOK_SECRET needs at least 24 characters")


def test_a_chore_that_there_is_not_is_refused_beside_those_that_there_are(environment: Environment) -> None:
    environment(WEBHOOK | {"hr_webhook_offers": "ticket, payslip"})

    refused("^EVERYCOACH_HR_WEBHOOK_OFFERS: 'payslip' is none of enrol, leave_balance, ticket, hand_over")


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (WEBHOOK | {"hr_webhook_url": "http://hr.example"}, "^EVERYCOACH_HR_WEBHOOK_URL: .*https"),
        (MAIL | {"hr_mail_sender": "coach"}, "^EVERYCOACH_HR_MAIL_SENDER: .*plain one"),
        (MAIL | {"hr_mail_recipient": "A <a@b>"}, "^EVERYCOACH_HR_MAIL_RECIPIENT: .*plain one"),
        (MAIL | {"hr_mail_starttls": "false"}, "^EVERYCOACH_HR_MAIL_STARTTLS: .*needs STARTTLS"),
        (MAIL | {"hr_mail_host": "mail server"}, "^EVERYCOACH_HR_MAIL_HOST: .*host name"),
        (MAIL | {"hr_mail_port": "0"}, "^EVERYCOACH_HR_MAIL_PORT: "),
        (MAIL | {"hr_mail_starttls": "perhaps"}, "^EVERYCOACH_HR_MAIL_STARTTLS: "),
    ],
)
def test_an_unsafe_or_impossible_value_is_refused_by_its_name(
    environment: Environment, settings: dict[str, str], says: str
) -> None:
    environment(settings)

    refused(says)


def test_the_chores_are_those_that_are_named(environment: Environment) -> None:
    environment(WEBHOOK | {"hr_webhook_offers": " enrol, leave_balance ,,"})
    system = load_hr_system(chores_settings())

    assert system is not None
    assert system.capabilities == {Chore.enrol, Chore.leave_balance}
    with pytest.raises(NotOffered):
        system.open_ticket("ann", "Payslip", "Text")


def test_mail_alone_offers_tickets_and_handing_over(environment: Environment) -> None:
    environment(MAIL | LOGIN)
    system = load_hr_system(chores_settings())

    assert system is not None
    assert system.capabilities == {Chore.ticket, Chore.hand_over}


def test_the_webhook_goes_before_mail_chore_by_chore(environment: Environment, mailbox: Mailbox) -> None:
    with Endpoint(time.time) as endpoint:
        environment(
            {
                "hr_webhook_url": endpoint.url,
                "hr_webhook_secret": SECRET,
                "hr_webhook_offers": "ticket,enrol",
                **MAIL,
                "hr_mail_host": "127.0.0.1",
                "hr_mail_port": str(mailbox.port),
                "hr_mail_starttls": "false",
            }
        )
        system = load_hr_system(chores_settings())
        assert system is not None

        ticket = system.open_ticket("ann", "Payslip", "Text")
        booking = system.enrol("ann", "Giving feedback")
        handed_over = system.hand_over("ann", "Text")

        assert [request["action"] for request in endpoint.received] == ["ticket", "enrol"]
    assert (ticket.reference, booking.reference) == ("T-9", "B-17")
    assert handed_over.reference.startswith("EC-")
    assert len(mailbox.raw) == 1
    assert system.capabilities == {Chore.ticket, Chore.enrol, Chore.hand_over}
    with pytest.raises(NotOffered):
        system.leave_balance("ann")


def test_a_chore_that_fails_over_the_webhook_is_not_sent_by_mail_too(mailbox: Mailbox) -> None:
    with Endpoint(lambda: 0.0) as endpoint:
        settings = ChoresSettings(
            hr_webhook_url=endpoint.url,
            hr_webhook_secret="another secret than theirs",
            hr_webhook_offers="ticket",
            hr_mail_host="127.0.0.1",
            hr_mail_port=mailbox.port,
            hr_mail_sender="coach@company.example",
            hr_mail_recipient="hr@company.example",
            hr_mail_starttls=False,
            _env_file=None,
        )
        system = load_hr_system(settings)
        assert system is not None
        with pytest.raises(ChoreError):
            system.open_ticket("ann", "Payslip", "Text")

    assert mailbox.commands == []


def test_hr_names_a_checklist_of_its_own(environment: Environment, tmp_path: Path) -> None:
    environment({"checklist": str(tmp_path / "ours.yml")})

    assert chores_settings().checklist == tmp_path / "ours.yml"


def test_secrets_do_not_show_when_settings_are_printed_or_refused() -> None:
    settings = ChoresSettings(**WEBHOOK, **MAIL, **LOGIN, _env_file=None)

    assert "ssss" not in f"{settings!r}{settings}"
    assert "a password" not in f"{settings!r}{settings}"
    with pytest.raises(ValueError, match="is missing") as error:
        ChoresSettings(hr_mail_password="a password", **MAIL, _env_file=None)
    assert "a password" not in str(error.value)
