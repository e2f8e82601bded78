"""Merges the adapter into the packaged weights, once at set-up: python -m knowledge.writing.adapter.merge.

The result is a GGUF file like the packaged one, so that every engine reads it as it is.
"""

import sys
from pathlib import Path

import gguf
import numpy as np
from gguf.quants import dequantize, quantize
from numpy.typing import NDArray
from safetensors.numpy import load_file

from knowledge.settings import knowledge_settings
from knowledge.writing.models import PREPARED, packaged_gguf

ADAPTER = Path(__file__).with_name("adapter.safetensors")
RANK, ALPHA = 16, 32
# GGUF's names for the projections that the adapter changes.
PROJECTIONS = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
MERGED_TYPE = gguf.GGMLQuantizationType.Q8_0

Matrix = NDArray[np.float32]


def merge(source: Path, adapter: Path, target: Path) -> None:
    """Writes source with the adapter's changes added; whole or not at all."""
    reader = gguf.GGUFReader(str(source))
    deltas = load_file(str(adapter))
    heads = _number(reader, "attention.head_count"), _number(reader, "attention.head_count_kv")
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_suffix(".new")
    writer = gguf.GGUFWriter(str(building), arch=_text(reader, "general.architecture"))
    _copy_metadata(reader, writer)
    for tensor in reader.tensors:
        delta = _delta(tensor.name, deltas, heads)
        if delta is None:
            writer.add_tensor(tensor.name, tensor.data, raw_dtype=tensor.tensor_type)
            continue
        merged = dequantize(tensor.data, tensor.tensor_type).astype(np.float32) + delta
        writer.add_tensor(tensor.name, quantize(merged, MERGED_TYPE), raw_dtype=MERGED_TYPE)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    building.replace(target)


def _delta(name: str, deltas: dict[str, Matrix], heads: tuple[int, int]) -> Matrix | None:
    """Returns what the adapter adds to a tensor, in GGUF's row order; None where it adds nothing."""
    parts = name.split(".")
    if len(parts) != 4 or parts[2] not in PROJECTIONS:
        return None
    base = f"base_model.model.model.layers.{parts[1]}.{PROJECTIONS[parts[2]]}"
    down, up = deltas[f"{base}.lora_A.weight"], deltas[f"{base}.lora_B.weight"]
    delta = (up.astype(np.float32) @ down.astype(np.float32)) * (ALPHA / RANK)
    if parts[2] == "attn_q":
        return _interleave(delta, heads[0])
    if parts[2] == "attn_k":
        return _interleave(delta, heads[1])
    return delta


def _interleave(rows: Matrix, heads: int) -> Matrix:
    """Reorders rows as GGUF keeps them for rotary embeddings (llama.cpp's conversion of Llama models)."""
    size = len(rows) // heads
    return rows.reshape(heads, 2, size // 2, -1).swapaxes(1, 2).reshape(rows.shape)


def _copy_metadata(reader: gguf.GGUFReader, writer: gguf.GGUFWriter) -> None:
    for field in reader.fields.values():
        if field.name.startswith("GGUF.") or field.name == "general.architecture":
            continue
        kind = field.types[0]
        inner = field.types[-1] if kind == gguf.GGUFValueType.ARRAY else None
        writer.add_key_value(field.name, field.contents(), kind, sub_type=inner)


def _number(reader: gguf.GGUFReader, name: str) -> int:
    return int(reader.fields[f"{_text(reader, 'general.architecture')}.{name}"].contents())


def _text(reader: gguf.GGUFReader, name: str) -> str:
    return str(reader.fields[name].contents())


def main() -> None:
    """Merges the shipped adapter for this installation; without one, the packaged weights serve."""
    if not ADAPTER.is_file():
        print("no adapter: the packaged weights serve as they are", file=sys.stderr)
        return
    merge(packaged_gguf(), ADAPTER, knowledge_settings().models / PREPARED)


if __name__ == "__main__":
    main()
