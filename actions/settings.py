"""The coach's settings: typed, read once from the environment, failing loudly."""

from functools import lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from cryptography.fernet import Fernet
from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from actions.errors import CoachError
from knowledge.settings import ENVIRONMENT, ROOT, read_settings

# Public, and therefore worthless as protection: only good for trying the coach out.
DEVELOPMENT_KEY = "RXZlcnljb2FjaCBkZXZlbG9wbWVudCBvbmx5IGtleSE="
MIN_SECRET = 24


class CoachSettings(BaseSettings):
    """Mode, keys and addresses that all parts of the coach share."""

    model_config = SettingsConfigDict(env_prefix="EVERYCOACH_", env_file=ENVIRONMENT, extra="ignore")

    mode: Literal["development", "production"] = "production"
    home: Path = ROOT / "var"
    database_url: str = ""
    # Fernet keys, comma-separated; the first one encrypts, all of them decrypt.
    keys: SecretStr = SecretStr("")
    internal_secret: SecretStr = SecretStr("")
    rasa_port: int = Field(5005, ge=1, le=65535)
    actions_host: str = "127.0.0.1"
    actions_port: int = Field(5055, ge=1, le=65535)
    human_contact: str = Field("the People team", max_length=200)
    # IANA; counts for employees who have named no zone of their own.
    timezone: str = Field("UTC", max_length=64)
    country: str = Field("GB", pattern=r"^[A-Z]{2}$")

    @model_validator(mode="after")
    def _check(self) -> "CoachSettings":
        if not self.database_url:
            self.database_url = f"sqlite:///{self.home / 'everycoach.db'}"
        if not self.development and DEVELOPMENT_KEY in self.key_list:
            raise ValueError("EVERYCOACH_KEYS holds the development key: make your own with 'coach key'")
        if not self.key_list and not self.development:
            raise ValueError("EVERYCOACH_KEYS is missing: make a key with 'coach key'")
        for key in self.key_list:
            _check_key(key)
        if self.timezone not in available_timezones():
            raise ValueError(f"EVERYCOACH_TIMEZONE: '{self.timezone}' is no IANA zone such as Europe/Berlin")
        if len(self.internal_secret.get_secret_value()) < MIN_SECRET:
            raise ValueError(f"EVERYCOACH_INTERNAL_SECRET needs at least {MIN_SECRET} characters")
        return self

    @property
    def development(self) -> bool:
        """Whether this is a try-out on one's own machine."""
        return self.mode == "development"

    @property
    def key_list(self) -> list[str]:
        """The encryption keys, the encrypting one first; the public one in development mode."""
        given = [key.strip() for key in self.keys.get_secret_value().split(",") if key.strip()]
        return given or ([DEVELOPMENT_KEY] if self.development else [])


def _check_key(key: str) -> None:
    try:
        Fernet(key)
    except ValueError as error:
        raise ValueError("EVERYCOACH_KEYS must be Fernet keys, separated by commas") from error


@lru_cache
def coach_settings() -> CoachSettings:
    """Returns the settings of this process, read on first use; raises CoachError in one line."""
    return read_settings(CoachSettings, CoachError)
