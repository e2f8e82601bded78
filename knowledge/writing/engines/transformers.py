"""Any Hugging Face causal model through transformers, on the GPU where there is one."""

import threading
import time
from pathlib import Path

import torch
from jinja2 import TemplateError
from transformers import AutoModelForCausalLM, AutoTokenizer

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines.engine import Chat
from knowledge.writing.models import writer_gguf
from knowledge.writing.prompt import chatml


class TransformersEngine:
    """Greedy decoding with the model's own chat template, ChatML where it has none."""

    def __init__(self, model: Path) -> None:
        if not model.exists():
            raise WriterError(f"no model at {model}: give a model's folder or a GGUF file")
        source, options = _source(model)
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(source, local_files_only=True, **options)
            self._model = AutoModelForCausalLM.from_pretrained(
                source, local_files_only=True, dtype="auto", **options
            )
        except (OSError, ValueError) as error:
            raise WriterError(f"{model} is no causal model that transformers reads") from error
        self._model.to(self._device).eval()
        self._name = f"transformers:{model.stem}"
        self._lock = threading.Lock()

    @classmethod
    def from_settings(cls, settings: KnowledgeSettings) -> "TransformersEngine":
        """Loads EVERYCOACH_WRITER_MODEL, by default the model that set-up prepared."""
        torch.set_num_threads(settings.writer_threads)
        return cls(writer_gguf(settings))

    @property
    def name(self) -> str:
        """The engine and the model's folder or file name."""
        return self._name

    def speed(self, chat: Chat, tokens: int) -> float:
        """Returns tokens a second (see Engine)."""
        started = time.perf_counter()
        self._generate(chat, max_new_tokens=tokens, min_new_tokens=tokens)
        return tokens / (time.perf_counter() - started)

    def complete(self, chat: Chat, max_tokens: int, begin: str = "") -> str:
        """Returns the assistant's next message (see Engine)."""
        return self._generate(chat, begin, max_new_tokens=max_tokens)

    def _generate(self, chat: Chat, begin: str = "", **limits: int) -> str:
        inputs = self._tokenizer(self._prompt(chat) + begin, return_tensors="pt", add_special_tokens=False)
        inputs = inputs.to(self._device)
        with self._lock, torch.inference_mode():
            output = self._model.generate(
                **inputs,
                **limits,
                do_sample=False,
                pad_token_id=self._tokenizer.pad_token_id or self._tokenizer.eos_token_id,
            )
        written = output[0, inputs["input_ids"].shape[1] :]
        text = str(self._tokenizer.decode(written, skip_special_tokens=True))
        return (begin + text).strip().split("\n", 1)[0]

    def _prompt(self, chat: Chat) -> str:
        if not self._tokenizer.chat_template:
            return chatml(chat)
        try:
            return str(
                self._tokenizer.apply_chat_template(list(chat), tokenize=False, add_generation_prompt=True)
            )
        except TemplateError as error:
            raise WriterError("the model's chat template does not take a system message") from error


def _source(model: Path) -> tuple[Path, dict[str, str]]:
    """Returns what from_pretrained takes: a folder, and the GGUF file's name inside it."""
    if model.is_dir():
        return model, {}
    return model.parent, {"gguf_file": model.name}
