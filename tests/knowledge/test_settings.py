import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.settings import ROOT, KnowledgeSettings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch) -> None:
    for name in [name for name in os.environ if name.startswith("EVERYCOACH_")]:
        monkeypatch.delenv(name)


def settings(**values: object) -> KnowledgeSettings:
    return KnowledgeSettings(_env_file=None, **values)


def test_without_any_setting_the_small_writer_serves_from_var() -> None:
    default = settings()
    assert (default.writer, default.writer_model, default.home) == ("openvino", "", ROOT / "var")
    assert default.library == ROOT / "knowledge" / "library"


def test_models_and_index_lie_in_the_home(monkeypatch) -> None:
    monkeypatch.setenv("EVERYCOACH_HOME", "/srv/coach")
    assert settings().encoder == Path("/srv/coach/models/sentence-encoder")
    assert settings().index == Path("/srv/coach/library")


def test_the_environment_names_the_writer(monkeypatch) -> None:
    monkeypatch.setenv("EVERYCOACH_WRITER", "openai")
    monkeypatch.setenv("EVERYCOACH_WRITER_URL", "http://127.0.0.1:8000/v1")
    monkeypatch.setenv("EVERYCOACH_WRITER_KEY", "secret-key-123")
    read = settings()
    assert (read.writer, str(read.writer_url)) == ("openai", "http://127.0.0.1:8000/v1")
    assert read.writer_key.get_secret_value() == "secret-key-123"
    assert "secret-key-123" not in f"{read} {read!r} {read.model_dump()}"


def test_the_installations_file_is_read_and_the_environment_goes_first(tmp_path, monkeypatch) -> None:
    (tmp_path / "environment").write_text(
        "EVERYCOACH_WRITER_MODEL=from-file\nEVERYCOACH_WRITER_THREADS=4\nOTHER=x\n"
    )
    monkeypatch.setenv("EVERYCOACH_WRITER_THREADS", "3")
    read = KnowledgeSettings(_env_file=tmp_path / "environment")
    assert (read.writer_model, read.writer_threads) == ("from-file", 3)


def test_the_file_lies_in_the_home_that_the_environment_names(tmp_path) -> None:
    (tmp_path / "environment").write_text("EVERYCOACH_WRITER_MODEL=from-home\n")
    said = subprocess.run(
        [sys.executable, "-c", "from knowledge.settings import *; print(knowledge_settings().writer_model)"],
        env={**os.environ, "EVERYCOACH_HOME": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "from-home"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("writer", "gpt"),
        ("writer_threads", "0"),
        ("writer_threads", "many"),
        ("writer_timeout", "0"),
        ("writer_timeout", "-1"),
        ("writer_url", "no url"),
        ("writer_url", "ftp://example.com"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_its_name(monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"EVERYCOACH_{name.upper()}", value)
    with pytest.raises(ValidationError, match=name):
        settings()
