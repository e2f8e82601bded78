"""Stand-ins for what a session leans on: a reflector, a sense of harm, an encoder and a classifier."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from actions.coaching.session.conversation import Coaching
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import Draft, SessionState, Stage

# A Monday.
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
IN_A_WEEK = NOW + timedelta(days=7)
AXES = ("blame", "workload", "well")


def worse(*values: object, because: str) -> Any:
    """A row whose outcome is still worse than what it says."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=because))


def turn(text: str, **more: Any) -> Turn:
    """A turn that Rasa makes nothing of, unless more is said."""
    return Turn(text, **{"at": NOW, **more})


def chance(seed: int = 1) -> random.Random:
    return random.Random(seed)


def whole_draft(**more: Any) -> Draft:
    parts: dict[str, Any] = {
        "goal": "be heard",
        "action": "talk to him",
        "cue": "Monday",
        "obstacle": "he is busy",
        "remedy": "write to him",
        "check_at": IN_A_WEEK,
    }
    return Draft(**{**parts, **more})


def state_at(stage: Stage, **draft: Any) -> SessionState:
    """A session in which everything before the stage has been told."""
    order = (Stage.goal, Stage.action, Stage.cue, Stage.obstacle, Stage.remedy, Stage.check)
    whole = whole_draft().model_dump()
    names = {Stage.check: "check_at"}
    before = {
        names.get(part, part.value): whole[names.get(part, part.value)]
        for part in order
        if _rank(part) < _rank(stage)
    }
    state = SessionState(asked=stage, draft=Draft(**{**before, **draft}))
    if _rank(stage) > _rank(Stage.situation):
        state.situation = ["My boss ignores what I say in our meetings."]
    if _rank(stage) > _rank(Stage.reality):
        state.reality = ["He never listens to me in any of our meetings, for years now."]
    if _rank(stage) > _rank(Stage.options):
        state.options = ["talk to him", "write to Ann"]
    return state


def _rank(stage: Stage) -> int:
    return list(Stage).index(stage)


def questions(outcome: Outcome) -> int:
    """How many questions the employee reads, whichever way the library answers."""
    spoken = sum(said.text.count("?") for said in outcome.says if said.kind == "move")
    after = [max(said.then.count("?"), said.otherwise.count("?")) for said in outcome.says]
    return spoken + max(after, default=0)


def text_of(outcome: Outcome) -> str:
    return "\n".join(said.text for said in outcome.says)


class ReflectorStandIn:
    """Says what it was told to, and keeps what it was given."""

    def __init__(self, says: str = "") -> None:
        self.says = says
        self.heard: list[str] = []

    def reflect(
        self, state: SessionState, turn: Turn, choice: random.Random, heard: Stage | None = None
    ) -> str:
        self.heard.append(turn.text)
        return self.says


class HarmStandIn:
    """Is sure of harm in one word, and half sure in another."""

    def probability(self, text: str) -> float:
        return 0.95 if "slash" in text else 0.5 if "nick" in text else 0.02


class BehaviourStandIn:
    """Takes a turn for a reflection where a word stands in it."""

    def __init__(self, likes: str = "") -> None:
        self.likes = likes
        self.judged: list[tuple[str, str]] = []

    def probabilities(self, turns: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.judged += turns
        rows = [[0.9 if self.likes in said else 0.3, 0.0, 0.0, 0.0] for _, said in turns]
        return np.array(rows, dtype=np.float32)


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """One direction for each of a few words, and one for all that has none of them."""
    rows = [[float(word in text.lower()) for word in AXES] for text in texts]
    table = np.array([[*row, float(not any(row))] for row in rows], dtype=np.float32)
    return np.asarray(table / np.linalg.norm(table, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def reflector() -> ReflectorStandIn:
    return ReflectorStandIn()


@pytest.fixture
def coaching(reflector: ReflectorStandIn) -> Coaching:
    return Coaching(reflector, HarmStandIn())
