"""The settings of HR's chores: half a connection is refused, none at all means that nothing is offered."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from actions.chores.address import check_endpoint
from actions.chores.checklist import ONBOARDING
from actions.chores.combined import CombinedHRSystem
from actions.chores.mail import MailHRSystem, check_encryption, mail_address, mail_host
from actions.chores.system import Chore, HRSystem
from actions.chores.webhook import WebhookHRSystem
from actions.errors import CoachError
from actions.settings import MIN_SECRET
from knowledge.settings import ENVIRONMENT, read_settings

_WEBHOOK = ("hr_webhook_url", "hr_webhook_secret", "hr_webhook_offers")
_MAIL = ("hr_mail_host", "hr_mail_sender", "hr_mail_recipient")
_LOGIN = ("hr_mail_username", "hr_mail_password")
# These have a default, so that only setting them tells that mail is wanted.
_MAIL_DETAILS = ("hr_mail_port", "hr_mail_starttls")


class ChoresSettings(BaseSettings):
    """How HR is reached, and which checklist newcomers get."""

    model_config = SettingsConfigDict(
        env_prefix="EVERYCOACH_",
        env_file=ENVIRONMENT,
        extra="ignore",
        str_strip_whitespace=True,
        # The input of an error is all that was set, secrets among it.
        hide_input_in_errors=True,
    )

    hr_webhook_url: str = ""
    hr_webhook_secret: SecretStr = SecretStr("")
    # Which chores the endpoint does, comma-separated: enrol, leave_balance, ticket, hand_over.
    hr_webhook_offers: str = ""
    hr_mail_host: str = ""
    hr_mail_port: int = Field(587, ge=1, le=65535)
    hr_mail_sender: str = ""
    hr_mail_recipient: str = ""
    hr_mail_username: str = ""
    hr_mail_password: SecretStr = SecretStr("")
    hr_mail_starttls: bool = True
    checklist: Path = ONBOARDING

    @model_validator(mode="after")
    def _check(self) -> "ChoresSettings":
        if any(self._given(name) for name in _WEBHOOK):
            self._need(_WEBHOOK)
            self._check_webhook()
        if any(self._given(name) for name in (*_MAIL, *_LOGIN)) or self.model_fields_set & {*_MAIL_DETAILS}:
            self._need(_MAIL)
            self._check_mail()
        return self

    @property
    def webhook_chores(self) -> frozenset[Chore]:
        """The chores that the endpoint does."""
        return frozenset(Chore(name) for name in _names(self.hr_webhook_offers))

    def _given(self, name: str) -> bool:
        value = getattr(self, name)
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        return bool(text.strip(" ,"))

    def _need(self, names: tuple[str, ...]) -> None:
        missing = [_variable(name) for name in names if not self._given(name)]
        if missing:
            others = ", ".join(_variable(name) for name in names if self._given(name))
            beside = f" beside {others}" if others else ""
            raise ValueError(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing{beside}")

    def _check_webhook(self) -> None:
        if len(self.hr_webhook_secret.get_secret_value()) < MIN_SECRET:
            raise ValueError(f"EVERYCOACH_HR_WEBHOOK_SECRET needs at least {MIN_SECRET} characters")
        unknown = [name for name in _names(self.hr_webhook_offers) if name not in set(Chore)]
        if unknown:
            raise ValueError(f"EVERYCOACH_HR_WEBHOOK_OFFERS: {unknown[0]!r} is none of {', '.join(Chore)}")
        with _named("hr_webhook_url"):
            check_endpoint(self.hr_webhook_url)

    def _check_mail(self) -> None:
        if any(self._given(name) for name in _LOGIN):
            self._need(_LOGIN)
        with _named("hr_mail_sender"):
            mail_address(self.hr_mail_sender)
        with _named("hr_mail_recipient"):
            mail_address(self.hr_mail_recipient)
        with _named("hr_mail_host"):
            mail_host(self.hr_mail_host)
        with _named("hr_mail_starttls"):
            check_encryption(self.hr_mail_host, starttls=self.hr_mail_starttls)


@lru_cache
def chores_settings() -> ChoresSettings:
    """Returns the settings of this process, read on first use; raises CoachError in one line."""
    return read_settings(ChoresSettings, CoachError)


def load_hr_system(settings: ChoresSettings) -> HRSystem | None:
    """Returns what does the chores, the webhook before mail, or None when neither is configured."""
    systems: list[HRSystem] = []
    if settings.hr_webhook_url:
        secret = settings.hr_webhook_secret.get_secret_value()
        systems.append(WebhookHRSystem(settings.hr_webhook_url, secret, settings.webhook_chores))
    if settings.hr_mail_host:
        systems.append(
            MailHRSystem(
                settings.hr_mail_host,
                settings.hr_mail_port,
                settings.hr_mail_sender,
                settings.hr_mail_recipient,
                starttls=settings.hr_mail_starttls,
                username=settings.hr_mail_username,
                password=settings.hr_mail_password.get_secret_value(),
            )
        )
    return CombinedHRSystem(systems) if systems else None


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Puts the setting's variable before what is wrong with it, as pydantic wants errors raised."""
    try:
        yield
    except CoachError as error:
        raise ValueError(f"{_variable(name)}: {error}") from error


def _names(comma_separated: str) -> list[str]:
    return [name.strip() for name in comma_separated.split(",") if name.strip()]


def _variable(name: str) -> str:
    return f"EVERYCOACH_{name.upper()}"
