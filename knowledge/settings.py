"""The library's settings: typed, read once from the environment."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, HttpUrl, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.errors import LibraryError, UserError

Settings = TypeVar("Settings", bound=BaseSettings)

ROOT = Path(__file__).resolve().parents[1]
# The settings of this installation; 'make up' writes it, real environment variables go first.
ENVIRONMENT = Path(os.environ.get("EVERYCOACH_HOME", ROOT / "var")) / "environment"


class KnowledgeSettings(BaseSettings):
    """Where pages, indexes and models lie, and which engine writes."""

    model_config = SettingsConfigDict(env_prefix="EVERYCOACH_", env_file=ENVIRONMENT, extra="ignore")

    home: Path = ROOT / "var"
    library: Path = ROOT / "knowledge" / "library"

    writer: Literal["openvino", "transformers", "openai"] = "openvino"
    # A GGUF file or a model's folder; empty means the model that set-up prepared.
    writer_model: str = ""
    writer_url: HttpUrl | None = None
    writer_key: SecretStr = SecretStr("")
    writer_threads: int = Field(2, ge=1)
    # Whether the writer suggests reflections in sessions; one of 0.5B parameters or more is worth it.
    writer_reflects: bool = False
    writer_timeout: float = Field(20.0, gt=0, description="seconds for one sentence")

    @property
    def models(self) -> Path:
        """The folder of exported models."""
        return self.home / "models"

    @property
    def encoder(self) -> Path:
        """The folder of the exported sentence encoder."""
        return self.models / "sentence-encoder"

    @property
    def index(self) -> Path:
        """The folder of the published library's versions."""
        return self.home / "library"


@lru_cache
def knowledge_settings() -> KnowledgeSettings:
    """Returns the settings of this process, read on first use; raises LibraryError in one line."""
    return read_settings(KnowledgeSettings, LibraryError)


def read_settings(kind: type[Settings], failure: type[UserError]) -> Settings:
    """Reads settings of a kind from the environment; raises failure with the first problem's line."""
    try:
        return kind()
    except ValidationError as error:
        raise failure(_first_problem(error)) from error


def _first_problem(error: ValidationError) -> str:
    """Returns the first problem of settings in one line that starts with the variable's name."""
    problem = error.errors()[0]
    text = problem["msg"].removeprefix("Value error, ")
    if text.startswith("EVERYCOACH"):
        return text
    return f"{'_'.join(('EVERYCOACH', *map(str, problem['loc']))).upper()}: {text}"
