"""OpenVINO GenAI on CPU: the default, from a GGUF file or an OpenVINO model's folder."""

import threading
import time
from pathlib import Path

import openvino_genai

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines.engine import Chat
from knowledge.writing.models import writer_gguf
from knowledge.writing.prompt import END, chatml

CACHE_GB = 1


class OpenVINOEngine:
    """Greedy decoding; the prompt's prefix stays cached between calls."""

    def __init__(self, model: Path, threads: int) -> None:
        if not model.exists():
            raise WriterError(f"no model at {model}: give a GGUF file or an OpenVINO model's folder")
        scheduler = openvino_genai.SchedulerConfig()
        scheduler.enable_prefix_caching = True
        scheduler.cache_size = CACHE_GB
        try:
            self._pipeline = openvino_genai.LLMPipeline(
                str(model), "CPU", scheduler_config=scheduler, INFERENCE_NUM_THREADS=threads
            )
        except RuntimeError as error:
            raise WriterError(f"{model} is no model that OpenVINO GenAI reads") from error
        self._name = f"openvino:{model.stem}"
        self._lock = threading.Lock()

    @classmethod
    def from_settings(cls, settings: KnowledgeSettings) -> "OpenVINOEngine":
        """Loads EVERYCOACH_WRITER_MODEL, by default the model that set-up prepared."""
        return cls(writer_gguf(settings), settings.writer_threads)

    @property
    def name(self) -> str:
        """The engine and the model's file name."""
        return self._name

    def complete(self, chat: Chat, max_tokens: int, begin: str = "") -> str:
        """Returns the assistant's next message (see Engine)."""
        with self._lock:
            try:
                written = str(self._pipeline.generate(chatml(chat) + begin, _config(max_tokens)))
            except RuntimeError as error:
                raise WriterError("OpenVINO GenAI failed to write") from error
        return (begin + written).strip()

    def speed(self, chat: Chat, tokens: int) -> float:
        """Returns tokens a second (see Engine)."""
        config = _config(tokens)
        config.ignore_eos = True
        config.stop_strings = set()
        with self._lock:
            started = time.perf_counter()
            self._pipeline.generate(chatml(chat), config)
            return tokens / (time.perf_counter() - started)


def _config(max_tokens: int) -> openvino_genai.GenerationConfig:
    """Returns greedy decoding of one line."""
    config = openvino_genai.GenerationConfig()
    config.max_new_tokens = max_tokens
    config.do_sample = False
    config.apply_chat_template = False
    config.stop_strings = {END, "\n"}
    config.include_stop_str_in_output = False
    return config
