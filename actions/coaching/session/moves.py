"""The coach's hand-written moves: none is said twice in a session, nor soon again in the next."""

import random
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

import yaml

MOVES = Path(__file__).parent.parent / "moves"


@lru_cache
def _bank(name: str) -> dict[str, list[str]]:
    return dict(yaml.safe_load((MOVES / f"{name}.yml").read_text(encoding="utf-8")))


def question(
    stage: str, said: Collection[str], choice: random.Random, *, without: Collection[str] = ()
) -> str:
    """Returns an open question for the stage that has not been asked, none with these words in it.

    Raises KeyError for no stage.
    """
    bank = [move for move in _bank("questions")[stage] if not any(word in move for word in without)]
    return _unsaid(bank, said, choice)


def step(name: str, said: Collection[str], choice: random.Random, **fields: str) -> str:
    """Returns a hand-written move of this name that has not been said, its placeholders filled in."""
    return _unsaid(_bank("steps")[name], said, choice).format(**fields)


def was_said_last(name: str, said: Sequence[str]) -> bool:
    """Says whether the last reply held a hand-written move of this name."""
    return bool(said) and any(_start(move) in said[-1] for move in _bank("steps")[name])


def easier(stage: str) -> str | None:
    """Returns the name of the smaller questions of a stage, where there are any."""
    name = f"{stage}_easier"
    return name if name in _bank("questions") else None


def more(stage: str) -> str | None:
    """Returns the name of the questions that stay with a stage, where there are any."""
    name = f"{stage}_more"
    return name if name in _bank("questions") else None


def _unsaid(moves: list[str], said: Collection[str], choice: random.Random) -> str:
    fresh = [move for move in moves if not any(_start(move) in text for text in said)]
    return choice.choice(fresh or moves)


def _start(move: str) -> str:
    """Returns the part of a move before its first placeholder: what it is recognised by."""
    start = move.split("{", 1)[0].strip()
    return start if len(start) > 8 else move
