from pathlib import Path

import pytest

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing import models
from knowledge.writing.models import packaged_gguf, writer_gguf


def settings(home: Path, **values: str) -> KnowledgeSettings:
    return KnowledgeSettings(_env_file=None, home=home, writer_model=values.get("writer_model", ""))


def test_the_package_ships_a_gguf_file() -> None:
    assert packaged_gguf().read_bytes()[:4] == b"GGUF"


def test_the_settings_model_goes_first(tmp_path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "writer.gguf").write_bytes(b"GGUF")
    assert writer_gguf(settings(tmp_path, writer_model="/own/model.gguf")) == Path("/own/model.gguf")


def test_what_set_up_prepared_goes_before_the_packaged_model(tmp_path) -> None:
    assert writer_gguf(settings(tmp_path)) == packaged_gguf()
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "writer.gguf").write_bytes(b"GGUF")
    assert writer_gguf(settings(tmp_path)) == tmp_path / "models" / "writer.gguf"


def test_without_the_package_the_line_says_what_installs_it(monkeypatch) -> None:
    monkeypatch.setattr(models, "PACKAGE", "no_such_package_here")
    with pytest.raises(WriterError, match="the package no_such_package_here is not installed: run 'make up'"):
        packaged_gguf()
