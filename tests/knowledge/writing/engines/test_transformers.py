"""A tiny random Llama stands in for the writer: what it says is noise, how it is run is real."""

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines import load_engine
from knowledge.writing.engines.transformers import TransformersEngine
from knowledge.writing.prompt import messages, note

CHAT = messages("How do I ask?", [], note("Ask four weeks ahead."))
WORDS = ["<unk>", "<eos>", *"ask four weeks ahead how do i note question system user assistant".split()]
REFUSES_SYSTEM = "{{ raise_exception('System role not supported') }}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny") / "tiny-llama"
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        unk_token="<unk>",
        eos_token="<eos>",
        model_input_names=["input_ids", "attention_mask"],
    ).save_pretrained(folder)
    torch.manual_seed(1)
    config = LlamaConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        bos_token_id=None,
        eos_token_id=1,
        pad_token_id=None,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def tiny(folder: Path) -> TransformersEngine:
    return TransformersEngine(folder)


def test_a_models_folder_writes_the_same_line_each_time(tiny) -> None:
    said = tiny.complete(CHAT, 8)
    assert said == tiny.complete(CHAT, 8)
    assert "\n" not in said
    assert len(said.split()) <= 8
    assert "<eos>" not in said


def test_its_name_says_engine_and_model(tiny) -> None:
    assert tiny.name == "transformers:tiny-llama"


def test_its_speed_can_be_measured(tiny) -> None:
    assert tiny.speed(CHAT, 4) > 0


def test_the_settings_choose_the_model(folder) -> None:
    settings = KnowledgeSettings(_env_file=None, writer="transformers", writer_model=str(folder))
    assert load_engine(settings).name == "transformers:tiny-llama"


def with_template(folder: Path, target: Path, template: str) -> TransformersEngine:
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    tokenizer.chat_template = template
    tokenizer.save_pretrained(target)
    LlamaForCausalLM.from_pretrained(folder).save_pretrained(target)
    return TransformersEngine(target)


def test_a_models_own_chat_template_is_used(folder, tmp_path) -> None:
    engine = with_template(folder, tmp_path / "m", "{% for m in messages %}{{ m.role }} {% endfor %}")
    assert engine.complete(CHAT, 4) == engine.complete(
        [{"role": m["role"], "content": "other"} for m in CHAT], 4
    )


def test_a_template_that_refuses_the_chat_is_a_writer_error(folder, tmp_path) -> None:
    engine = with_template(folder, tmp_path / "m", REFUSES_SYSTEM)
    with pytest.raises(WriterError):
        engine.complete(CHAT, 4)


def test_a_missing_model_is_named() -> None:
    with pytest.raises(WriterError, match="no model at /nowhere/model"):
        TransformersEngine(Path("/nowhere/model"))


def test_a_folder_without_a_model_is_named(tmp_path) -> None:
    with pytest.raises(WriterError, match="is no causal model that transformers reads"):
        TransformersEngine(tmp_path)


@pytest.mark.parametrize("content", [b"", b"this is no model" * 100])
def test_a_file_that_is_no_model_is_named(tmp_path, content: bytes) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(content)
    with pytest.raises(WriterError, match="is no causal model that transformers reads"):
        TransformersEngine(file)
