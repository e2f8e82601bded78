"""Trains the adapter: python -m knowledge.writing.adapter.train --output adapter.safetensors.

Data: knowledge/training/data/retellings.jsonl, written for this project. LoRA: Hu et al. 2021.
Needs the packages of requirements/training.lock; about a quarter of an hour on two cores.
"""

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from knowledge.training.examples import DATA
from knowledge.writing.adapter.merge import ALPHA, RANK
from knowledge.writing.models import packaged_gguf
from knowledge.writing.prompt import END, chatml, messages, note

HERE = Path(__file__).parent
EXAMPLES = DATA / "retellings.jsonl"
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
HELD_OUT = 24
IGNORED = -100


def load_examples() -> list[dict[str, Any]]:
    """Returns all examples: {"question", "notes": [...], "reply": [...]}, a reply for each note."""
    return [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]


def tokens_and_labels(example: dict[str, Any], tokenizer: Any) -> tuple[list[int], list[int]]:
    """Returns the whole conversation's token ids, and labels that count only the coach's words."""
    requests, replies = [note(text) for text in example["notes"]], example["reply"]
    ids: list[int] = []
    labels: list[int] = []
    turns: list[tuple[str, str]] = []
    shown = ""
    for request, reply in zip(requests, replies, strict=True):
        prompt = chatml(messages(example["question"], turns, request))
        for text, counts in ((prompt[len(shown) :], False), (f"{reply}{END}\n", True)):
            piece = tokenizer(text, add_special_tokens=False).input_ids
            ids += piece
            labels += piece if counts else [IGNORED] * len(piece)
        shown = f"{prompt}{reply}{END}\n"
        turns.append((request, reply))
    return ids, labels


def batch_of(examples: list[tuple[list[int], list[int]]]) -> dict[str, torch.Tensor]:
    """Pads to the longest; shapes (batch, tokens)."""
    longest = max(len(ids) for ids, _ in examples)
    pad = [longest - len(ids) for ids, _ in examples]
    return {
        "input_ids": torch.tensor([ids + [0] * n for (ids, _), n in zip(examples, pad, strict=True)]),
        "attention_mask": torch.tensor(
            [[1] * len(ids) + [0] * n for (ids, _), n in zip(examples, pad, strict=True)]
        ),
        "labels": torch.tensor(
            [labels + [IGNORED] * n for (_, labels), n in zip(examples, pad, strict=True)]
        ),
    }


def train(output: Path, epochs: int, rate: float, batch: int, seed: int) -> None:
    """Fits the adapter and writes it as safetensors, float16; prints the held-out loss an epoch."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    gguf = packaged_gguf()
    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    base = AutoModelForCausalLM.from_pretrained(gguf.parent, gguf_file=gguf.name, dtype=torch.float32)
    model = get_peft_model(
        base,
        LoraConfig(
            r=RANK, lora_alpha=ALPHA, lora_dropout=0.05, target_modules=TARGETS, task_type="CAUSAL_LM"
        ),
    )
    data = [tokens_and_labels(example, tokenizer) for example in load_examples()]
    shuffle.shuffle(data)
    held_out, data = data[:HELD_OUT], data[HELD_OUT:]
    steps = epochs * ((len(data) + batch - 1) // batch)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
    started, best = time.time(), float("inf")
    for epoch in range(epochs):
        model.train()
        shuffle.shuffle(data)
        for start in range(0, len(data), batch):
            # Half the bits where the processor has them: twice as fast.
            with torch.autocast("cpu", torch.bfloat16):
                loss = model(**batch_of(data[start : start + batch])).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            if start // batch % 10 == 0:
                print(
                    f"epoch {epoch} example {start} loss {loss.item():.3f} {time.time() - started:.0f} s",
                    flush=True,
                )
        model.eval()
        with torch.no_grad():
            losses = [model(**batch_of([example])).loss.item() for example in held_out]
        loss_held_out = sum(losses) / len(losses)
        print(f"epoch {epoch} held-out loss {loss_held_out:.3f}", flush=True)
        if loss_held_out >= best:
            break
        best = loss_held_out
        state = get_peft_model_state_dict(model)
        save_file({k: v.to(torch.float16).contiguous() for k, v in state.items()}, str(output))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=HERE / "adapter.safetensors")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    train(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
