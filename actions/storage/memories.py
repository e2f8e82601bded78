"""The repository of what the coach remembers of one employee."""

import base64
import uuid
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select, update

from actions.storage.database import Sessions
from actions.storage.tables import Memory

Vector = NDArray[np.float32]
# Where a memory comes from: told on purpose, or said in a session.
TOLD, SESSION = "told", "session"


@dataclass(frozen=True)
class Remembered:
    """A fact or a moment: its words, where it comes from, its date and its sentence vector."""

    id: str
    text: str
    origin: str
    created_at: datetime
    vector: Vector


class OwnMemories:
    """The memories of the one employee it was made for; no method can name another."""

    def __init__(self, sessions: Sessions, employee_id: str) -> None:
        self._sessions = sessions
        self._employee_id = employee_id
        self._own = Memory.employee_id == employee_id

    def add(self, text: str, origin: str, vector: Vector, at: datetime) -> str:
        """Remembers a text and returns its id."""
        memory = Memory(
            id=uuid.uuid4().hex,
            employee_id=self._employee_id,
            text=text,
            origin=origin,
            vector=_packed(vector),
            created_at=at,
        )
        with self._sessions.begin() as session:
            session.add(memory)
        return memory.id

    def all(self, *origins: str) -> list[Remembered]:
        """Returns what is remembered, of these origins or of all, oldest first."""
        query = select(Memory).where(self._own).order_by(Memory.created_at, Memory.id)
        if origins:
            query = query.where(Memory.origin.in_(origins))
        with self._sessions() as session:
            return [
                Remembered(row.id, row.text, row.origin, row.created_at, _unpacked(row.vector))
                for row in session.execute(query).scalars()
            ]

    def change(self, memory_id: str, text: str, vector: Vector, at: datetime) -> bool:
        """Puts other words in place, told at that moment; returns False when there is no such memory."""
        with self._sessions.begin() as session:
            result = session.execute(
                update(Memory)
                .where(self._own, Memory.id == memory_id)
                .values(text=text, vector=_packed(vector), origin=TOLD, created_at=at)
            )
        return bool(result.rowcount)  # type: ignore[attr-defined]

    def forget(self, *memory_ids: str) -> int:
        """Deletes memories and returns how many there were; without ids, all of them."""
        query = delete(Memory).where(self._own)
        if memory_ids:
            query = query.where(Memory.id.in_(memory_ids))
        with self._sessions.begin() as session:
            return int(session.execute(query).rowcount)  # type: ignore[attr-defined]


def _packed(vector: Vector) -> str:
    return base64.b64encode(np.asarray(vector, np.float16).tobytes()).decode()


def _unpacked(text: str) -> Vector:
    return np.frombuffer(base64.b64decode(text), np.float16).astype(np.float32)
