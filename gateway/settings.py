"""The gateway's settings: typed, read once from the environment."""

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from gateway.errors import BadSettings
from knowledge.settings import ENVIRONMENT, read_settings


class GatewaySettings(BaseSettings):
    """Where the gateway listens, where its neighbours are and what it takes."""

    model_config = SettingsConfigDict(env_prefix="EVERYCOACH_", env_file=ENVIRONMENT, extra="ignore")

    gateway_host: str = "127.0.0.1"
    gateway_port: int = Field(8000, ge=1, le=65535)
    rasa_host: str = "127.0.0.1"
    rasa_port: int = Field(5005, ge=1, le=65535)
    actions_host: str = "127.0.0.1"
    actions_port: int = Field(5055, ge=1, le=65535)
    turn_timeout: float = Field(60.0, gt=0, description="seconds for Rasa and its action")
    stream_timeout: float = Field(120.0, gt=0, description="seconds between two sentences")

    @property
    def rasa_url(self) -> str:
        """Where Rasa answers."""
        return f"http://{self.rasa_host}:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where the action server answers."""
        return f"http://{self.actions_host}:{self.actions_port}"

    @property
    def address(self) -> str:
        """The address that the command line and the readiness check use."""
        host = "127.0.0.1" if self.gateway_host == "0.0.0.0" else self.gateway_host
        return f"http://{host}:{self.gateway_port}"


@lru_cache
def gateway_settings() -> GatewaySettings:
    """Returns the settings of this process, read on first use; raises BadSettings in one line."""
    return read_settings(GatewaySettings, BadSettings)
