from pathlib import Path

import gguf
import numpy as np
import pytest
from gguf.quants import dequantize
from safetensors import safe_open
from safetensors.numpy import save_file

from knowledge.writing.adapter.merge import ADAPTER, ALPHA, PROJECTIONS, RANK, merge
from knowledge.writing.models import packaged_gguf

SIZE, HEADS, KV_HEADS = 64, 4, 2
# Rows of each projection's weight; a head has 16 rows.
ROWS = dict.fromkeys(PROJECTIONS, SIZE) | {"attn_k": 32, "attn_v": 32, "ffn_down": SIZE}


def base_name(projection: str, layer: str = "0") -> str:
    return f"base_model.model.model.layers.{layer}.{PROJECTIONS[projection]}"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A GGUF file with one block of zeros, one norm and one embedding."""
    path = tmp_path / "source.gguf"
    writer = gguf.GGUFWriter(str(path), arch="llama")
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_name("tiny")
    writer.add_token_list(["a", "b"])
    for name, rows in ROWS.items():
        writer.add_tensor(f"blk.0.{name}.weight", np.zeros((rows, SIZE), dtype=np.float32))
    writer.add_tensor("blk.0.attn_norm.weight", np.arange(SIZE, dtype=np.float32))
    writer.add_tensor("token_embd.weight", np.full((2, SIZE), 0.5, dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def deltas() -> dict[str, np.ndarray]:
    random = np.random.default_rng(3)
    made = {}
    for name, rows in ROWS.items():
        made[f"{base_name(name)}.lora_A.weight"] = random.normal(size=(RANK, SIZE)).astype(np.float16)
        made[f"{base_name(name)}.lora_B.weight"] = random.normal(size=(rows, RANK)).astype(np.float16)
    return made


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    path = tmp_path / "adapter.safetensors"
    save_file(deltas(), str(path))
    return path


def tensors(path: Path) -> dict[str, np.ndarray]:
    return {t.name: dequantize(t.data, t.tensor_type) for t in gguf.GGUFReader(str(path)).tensors}


def expected(name: str) -> np.ndarray:
    made = deltas()
    up, down = (made[f"{base_name(name)}.lora_{x}.weight"].astype(np.float32) for x in "BA")
    delta = (up @ down) * ALPHA / RANK
    if name not in ("attn_q", "attn_k"):
        return delta
    # GGUF keeps the two halves of a head's rows in turns: rows i and i + 8 become 2i and 2i + 1.
    order = [
        head * 16 + half * 8 + i for head in range(len(delta) // 16) for i in range(8) for half in (0, 1)
    ]
    return delta[order]


@pytest.mark.parametrize("name", list(PROJECTIONS))
def test_each_projection_gets_what_the_adapter_adds(source, adapter, tmp_path, name: str) -> None:
    merge(source, adapter, tmp_path / "out" / "writer.gguf")
    merged = tensors(tmp_path / "out" / "writer.gguf")[f"blk.0.{name}.weight"]
    wanted = expected(name)
    # Q8_0 keeps 8 bits of each block of 32.
    assert np.abs(merged - wanted).max() <= np.abs(wanted).max() / 127


def test_everything_else_stays_as_it_was(source, adapter, tmp_path) -> None:
    merge(source, adapter, tmp_path / "writer.gguf")
    before, after = tensors(source), tensors(tmp_path / "writer.gguf")
    assert list(before) == list(after)
    for name in ("blk.0.attn_norm.weight", "token_embd.weight"):
        assert np.array_equal(before[name], after[name])
    fields = gguf.GGUFReader(str(tmp_path / "writer.gguf")).fields
    assert fields["general.architecture"].contents() == "llama"
    assert fields["general.name"].contents() == "tiny"
    assert fields["tokenizer.ggml.tokens"].contents() == ["a", "b"]


def test_a_merge_that_fails_leaves_the_last_result_whole(source, tmp_path) -> None:
    target = tmp_path / "writer.gguf"
    target.write_bytes(b"the last one")
    lacking = deltas()
    del lacking[f"{base_name('ffn_up')}.lora_B.weight"]
    save_file(lacking, str(tmp_path / "lacking.safetensors"))
    with pytest.raises(KeyError):
        merge(source, tmp_path / "lacking.safetensors", target)
    assert target.read_bytes() == b"the last one"


def test_the_shipped_adapter_fits_the_packaged_model() -> None:
    wanted = {}
    for tensor in gguf.GGUFReader(str(packaged_gguf())).tensors:
        parts = tensor.name.split(".")
        if len(parts) == 4 and parts[2] in PROJECTIONS:
            columns, rows = map(int, tensor.shape)
            base = base_name(parts[2], parts[1])
            wanted |= {f"{base}.lora_A.weight": [RANK, columns], f"{base}.lora_B.weight": [rows, RANK]}
    with safe_open(str(ADAPTER), framework="np") as file:
        assert {name: list(file.get_slice(name).get_shape()) for name in file.keys()} == wanted  # noqa: SIM118
