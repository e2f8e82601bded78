"""Plays the other person: reacts to what a line does, as openly as the talk so far allows."""

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from actions.coaching.practice.labels import Label, labels
from actions.coaching.practice.openness import BANDS, Band, Difficulty, band, moved

Role = Literal["colleague", "report", "manager", "customer", "other"]
# What the talk is about: what the other person does, what the employee asks for, or anything else.
Kind = Literal["feedback", "ask", "news"]
LINES = Path(__file__).with_name("lines")
OWN_LINES = 0.75


@dataclass(frozen=True)
class Scene:
    """Where the talk stands before the employee's line; turn counts the lines from 1."""

    role: Role
    kind: Kind
    difficulty: Difficulty
    turn: int
    openness: float
    heard: tuple[Label, ...] = ()
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reaction:
    """What the other person says, and how open that leaves them."""

    line: str
    openness: float
    heard: tuple[Label, ...]


def react(scene: Scene, line: str, *, now_choice: random.Random) -> Reaction:
    """Returns the reaction to one line of the employee."""
    said = labels(line)
    openness = moved(scene.openness, said, heard=scene.heard, difficulty=scene.difficulty, turn=scene.turn)
    answered = _answered(said[0], scene, band(openness))
    spoken = _choose(scene, answered, band(openness), now_choice)
    heard = scene.heard + tuple(label for label in said if label not in scene.heard)
    return Reaction(spoken, openness, heard)


@cache
def lines(manner: Band) -> dict[Label, dict[str, list[str]]]:
    """Returns the lines of one manner: by label, then by "any", role, kind, or both."""
    return dict(yaml.safe_load((LINES / f"{manner}.yml").read_text(encoding="utf-8")))


def fitting(manner: Band, label: Label, *, role: Role, kind: Kind) -> tuple[list[str], list[str]]:
    """Returns the lines that suit this role and kind only, and those that suit everybody."""
    groups = lines(manner).get(label, {})
    own = [line for group, some in groups.items() if set(group.split("-")) <= {role, kind} for line in some]
    return own, groups.get("any", [])


def _answered(label: Label, scene: Scene, manner: Band) -> Label:
    """Returns the label that is answered; a greeting in the middle of a talk is no greeting."""
    return "nods" if label == "greets" and scene.turn > 1 and manner != "open" else label


def _choose(scene: Scene, label: Label, manner: Band, choice: random.Random) -> str:
    for name, answered in _nearest(label, manner):
        own, shared = fitting(name, answered, role=scene.role, kind=scene.kind)
        own = [line for line in own if line not in scene.used]
        shared = [line for line in shared if line not in scene.used]
        if own and (not shared or choice.random() < OWN_LINES):
            return choice.choice(own)
        if shared:
            return choice.choice(shared)
    # Every fitting line has been said: the oldest comes back.
    own, shared = fitting(manner, label, role=scene.role, kind=scene.kind)
    return min(own + shared, key=lambda line: _last_said(line, scene.used), default="...")


def _nearest(label: Label, manner: Band) -> list[tuple[Band, Label]]:
    """Returns where to look, in this order: the label, its neighbours in manner, then what always fits."""
    names = [name for _, name in BANDS]
    place = names.index(manner)
    neighbours = sorted(names, key=lambda name: abs(names.index(name) - place))[:3]
    return [(name, label) for name in neighbours] + [(manner, "vague")]


def _last_said(line: str, used: tuple[str, ...]) -> int:
    return max((place for place, said in enumerate(used) if said == line), default=-1)
