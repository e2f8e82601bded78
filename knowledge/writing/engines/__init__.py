"""The engines that can write: one interface, chosen by the setting EVERYCOACH_WRITER."""

from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines.engine import Engine


def load_engine(settings: KnowledgeSettings) -> Engine:
    """Loads the engine that the settings name; raises WriterError when it cannot be loaded."""
    # Imported on use: each engine brings a large library that the others do not need.
    if settings.writer == "openai":
        from knowledge.writing.engines.openai import OpenAIEngine

        return OpenAIEngine.from_settings(settings)
    if settings.writer == "transformers":
        from knowledge.writing.engines.transformers import TransformersEngine

        return TransformersEngine.from_settings(settings)
    from knowledge.writing.engines.openvino import OpenVINOEngine

    return OpenVINOEngine.from_settings(settings)
