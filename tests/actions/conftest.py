"""Settings built by hand, a real database, and a coach whose library is a stand-in."""

import os
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from actions.chores.checklist import load_checklist
from actions.chores.desk import ChoreDesk
from actions.coach import Coach
from actions.coaching.answering import Answering
from actions.coaching.goals import GoalKeeping
from actions.coaching.memory import Memory
from actions.coaching.practising import Practising
from actions.coaching.relationship import Relationship
from actions.coaching.remembering import Remembering
from actions.coaching.reminding import Reminding
from actions.coaching.session.conversation import Coaching
from actions.coaching.sessions import CoachingSessions
from actions.settings import CoachSettings, coach_settings
from actions.storage.answers import Answers
from actions.storage.conversations import Conversations
from actions.storage.database import Sessions, migrate, open_database
from actions.storage.goals import Goals
from actions.storage.memories import OwnMemories
from actions.storage.nudges import Nudges
from actions.storage.people import People
from actions.storage.plans import Plans
from actions.storage.ticks import Ticks
from knowledge.answerer import Answer, Nothing
from knowledge.ingest.passages import Passage
from knowledge.search.searcher import Found, SearchResult
from knowledge.writing.notes import Note
from knowledge.writing.writer import Sentence, Tally

SECRET = "x" * 32
PASSAGE = Passage("feedback/how.md", "How to give feedback", ("Be specific",), "Say what you saw.")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in [name for name in os.environ if name.startswith("EVERYCOACH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setitem(CoachSettings.model_config, "env_file", None)
    coach_settings.cache_clear()
    yield
    coach_settings.cache_clear()


@pytest.fixture
def settings(tmp_path: Path) -> CoachSettings:
    return CoachSettings(mode="development", home=tmp_path, internal_secret=SECRET, _env_file=None)


@pytest.fixture
def sessions(settings: CoachSettings) -> Sessions:
    migrate(settings)
    return open_database(settings)


@pytest.fixture
def people(sessions: Sessions) -> People:
    return People(sessions, SECRET)


@pytest.fixture
def ann(people: People) -> str:
    return people.employee_id("web", "company", "ann")


@pytest.fixture
def bo(people: People) -> str:
    return people.employee_id("web", "company", "bo")


def on_disk(folder: Path) -> bytes:
    """Returns every byte of the database: the file, its write-ahead log and its index."""
    files = sorted(folder.glob("everycoach.db*"))
    assert files
    return b"".join(file.read_bytes() for file in files)


class WriterStandIn:
    """Writes two sentences; breaks after the first when told to."""

    name = "stand-in"
    breaks = False

    def write(self, question: str, notes: Sequence[Note], tally: Tally) -> Iterator[Sentence]:
        tally.written += 1
        yield Sentence("Say what you saw.", notes[0].passage)
        if self.breaks:
            raise RuntimeError(f"the engine broke over {question}")
        yield Sentence("Then ask how they see it?", None)


class LibraryStandIn:
    """Answers questions about feedback and nothing else."""

    writer_name = WriterStandIn.name

    def __init__(self) -> None:
        self.writer = WriterStandIn()
        self.asked: list[tuple[str, bool]] = []
        self.broken = False

    def answer(self, question: str, *, doubtful: bool = False) -> Answer | Nothing:
        self.asked.append((question, doubtful))
        if self.broken:
            raise RuntimeError(f"cannot search for {question}")
        known = "feedback" in question.lower()
        result = SearchResult(
            question, np.zeros(3, np.float32), 7, (Found(PASSAGE, 0.9),), 0.9 if known else 0.2
        )
        return (
            Answer(result, [Note(PASSAGE.text, PASSAGE)], self.writer) if known else Nothing(result, PASSAGE)
        )


class RouterStandIn:
    """Sees danger in one word."""

    def judge(self, text: str, *, in_session: bool = False) -> str | None:
        return "crisis" if "suicide" in text else None


class ReflectorStandIn:
    """Says that it heard something."""

    def reflect(self, state, turn, choice, heard=None) -> str:
        return f"You tell me something, the {len(state.said)}th time."


class HarmStandIn:
    """Sees harm in one word."""

    def probability(self, text: str) -> float:
        return 1.0 if "sabotage" in text else 0.0


def bag_of_words(texts: Sequence[str]) -> np.ndarray:
    """Returns vectors that are alike where words are."""
    vectors = np.zeros((len(texts), 64), np.float32)
    for row, text in zip(vectors, texts, strict=True):
        for word in text.lower().split():
            row[zlib.crc32(word.strip(".,?!").encode()) % 64] += 1
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)


@pytest.fixture
def library() -> LibraryStandIn:
    return LibraryStandIn()


@pytest.fixture
def answers(sessions: Sessions) -> Answers:
    return Answers(sessions)


@pytest.fixture
def answering(library: LibraryStandIn, answers: Answers) -> Answering:
    return Answering(library, answers, "Priya in People")


@pytest.fixture
def relationship(sessions: Sessions, people: People) -> Relationship:
    """The real relationship on a real database; only what reads meaning is a stand-in."""
    conversations, goals, plans, nudges = (
        Conversations(sessions),
        Goals(sessions),
        Plans(sessions),
        Nudges(sessions),
    )
    memory = Memory(people, partial(OwnMemories, sessions), bag_of_words)
    return Relationship(
        conversations=conversations,
        sessions=CoachingSessions(
            Coaching(ReflectorStandIn(), HarmStandIn()),
            conversations=conversations,
            goals=goals,
            plans=plans,
            nudges=nudges,
            memory=memory,
        ),
        goals=GoalKeeping(goals, bag_of_words, ["delegation", "giving-feedback"]),
        remembering=Remembering(memory, plans, goals),
        reminding=Reminding(nudges, "UTC"),
        practising=Practising(conversations),
        chores=ChoreDesk(None, load_checklist(), Ticks(sessions), people, "Priya in People"),
        nudges=nudges,
        plans=plans,
    )


@pytest.fixture
def coach(answering: Answering, relationship: Relationship) -> Coach:
    return Coach(answering, RouterStandIn(), "GB", relationship)
