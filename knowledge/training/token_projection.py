"""Fits knowledge/search/token_projection.npy: .venv/bin/python -m knowledge.training.token_projection.

The projection starts as the principal components of word pieces and is then moved so that, among
passages, each question comes nearest to its own (late interaction, Khattab & Zaharia 2020,
"ColBERT"). MiniLM itself stays as it is. About two minutes on two cores.
"""

import math
import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch.nn.functional import cross_entropy, normalize
from transformers import AutoModel, AutoTokenizer

from knowledge.search.export import MAX_TOKENS, PROJECTION, packaged_model
from knowledge.training.examples import grounding_rows

DIMENSIONS, EPOCHS, BATCH, RATE = 128, 4, 24, 1e-3
# How sharply passages are told apart, and how dear it is to leave the principal components.
SHARPNESS, STAY = 20.0, 0.02
SEED = 0
Text = tuple[torch.Tensor, list[int]]


@torch.no_grad()
def word_pieces(texts: Sequence[str]) -> list[Text]:
    """Returns each text's normalised word pieces, (t, 384), and their ids."""
    tokenizer = AutoTokenizer.from_pretrained(str(packaged_model()))
    model = AutoModel.from_pretrained(str(packaged_model())).eval()
    found = []
    for text in texts:
        inputs = tokenizer(text, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
        hidden = model(**inputs).last_hidden_state[0, 1:-1]
        found.append((normalize(hidden, dim=1), inputs["input_ids"][0, 1:-1].tolist()))
    return found


def fit(questions: list[Text], passages: list[Text], owners: list[int]) -> torch.Tensor:
    """Returns the projection, (384, DIMENSIONS); owners names each question's passage by its number."""
    counts = Counter(piece for _, ids in passages for piece in set(ids))
    weights = [
        torch.tensor([math.log(len(passages) / (1 + counts[piece]) + 1) for piece in ids])
        for _, ids in questions
    ]
    pieces = torch.cat([vectors for vectors, _ in passages])
    start = torch.linalg.svd(pieces.T @ pieces)[2][:DIMENSIONS].T.contiguous()
    projection = start.clone().requires_grad_(True)
    optimizer = torch.optim.Adam([projection], lr=RATE)
    chance = random.Random(SEED)
    for epoch in range(EPOCHS):
        order, losses = chance.sample(range(len(questions)), len(questions)), []
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            others = chance.sample(range(len(passages)), BATCH)
            documents = sorted({*others, *(owners[n] for n in batch)})
            known = [normalize(passages[d][0] @ projection, dim=1) for d in documents]
            scores = torch.stack([_scores(questions[n][0] @ projection, weights[n], known) for n in batch])
            truth = torch.tensor([documents.index(owners[n]) for n in batch])
            loss = cross_entropy(SHARPNESS * scores, truth) + STAY * ((projection - start) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.3f}", flush=True)
    return torch.Tensor(projection.detach())


def _scores(question: torch.Tensor, weight: torch.Tensor, passages: list[torch.Tensor]) -> torch.Tensor:
    """Returns the late interaction of a projected question with each passage, (passages,)."""
    likeness = normalize(question, dim=1) @ torch.cat(passages).T
    best = [part.max(dim=1).values for part in torch.split(likeness, [len(p) for p in passages], dim=1)]
    return torch.Tensor(torch.stack(best) @ weight / weight.sum())


def main() -> None:
    """Fits and writes the projection."""
    torch.manual_seed(SEED)
    rows = grounding_rows()
    owners = [number for number, row in enumerate(rows) for _ in row["questions"]]
    passages = word_pieces([f"{row['heading']}\n{row['passage']}" for row in rows])
    questions = word_pieces([question for row in rows for question in row["questions"]])
    np.save(PROJECTION, fit(questions, passages, owners).numpy().astype(np.float16))


if __name__ == "__main__":
    main()
