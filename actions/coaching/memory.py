"""What the coach remembers of an employee: only with their consent, every item theirs to change or delete."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from actions.coaching.vectors import Encode
from actions.storage.memories import SESSION, TOLD, OwnMemories, Remembered

PURPOSE, VERSION = "memory", 1
# How alike a question and a memory must be for the memory to be an answer.
ANSWERS_FROM = 0.42
MAX_ANSWERS = 3
MAX_TEXT = 400


class Consents(Protocol):
    """Who agreed to what."""

    def was_told(self, employee_id: str, purpose: str, version: int) -> bool:
        """Says whether a consent stands."""

    def record(self, employee_id: str, purpose: str, version: int, at: datetime | None = None) -> None:
        """Records a consent."""

    def withdraw(self, employee_id: str, purpose: str, at: datetime | None = None) -> None:
        """Takes a consent back."""


class MemoriesOf(Protocol):
    """Opens the memories of one employee."""

    def __call__(self, employee_id: str) -> OwnMemories:
        """Returns that employee's memories and nobody else's."""


class Memory:
    """Remembers, recalls and forgets for one employee at a time."""

    def __init__(self, consents: Consents, memories_of: MemoriesOf, encode: Encode) -> None:
        self._consents = consents
        self._of = memories_of
        self._encode = encode

    def allowed(self, employee_id: str) -> bool:
        """Says whether the employee wants to be remembered."""
        return self._consents.was_told(employee_id, PURPOSE, VERSION)

    def allow(self, employee_id: str, at: datetime) -> None:
        """Records that the employee wants to be remembered."""
        if not self.allowed(employee_id):
            self._consents.record(employee_id, PURPOSE, VERSION, at)

    def disallow(self, employee_id: str, at: datetime) -> None:
        """Takes the consent back and deletes everything that was remembered."""
        self._consents.withdraw(employee_id, PURPOSE, at)
        self._of(employee_id).forget()

    def remember(self, employee_id: str, text: str, at: datetime) -> str:
        """Remembers a fact that the employee asked to have remembered; returns its id."""
        text = text[:MAX_TEXT]
        return self._of(employee_id).add(text, TOLD, self._encode([text])[0], at)

    def keep_session(self, employee_id: str, texts: Sequence[str], at: datetime) -> None:
        """Keeps what was said in a session for later questions, where the employee agreed to it."""
        texts = [text[:MAX_TEXT] for text in texts if len(text.split()) >= 3]
        if not texts or not self.allowed(employee_id):
            return
        own = self._of(employee_id)
        for text, vector in zip(texts, self._encode(texts), strict=True):
            own.add(text, SESSION, vector, at)

    def facts(self, employee_id: str) -> list[Remembered]:
        """Returns everything that is remembered, oldest first."""
        return self._of(employee_id).all()

    def get(self, employee_id: str, memory_id: str) -> Remembered | None:
        """Returns one of the employee's memories; None where it is not theirs, or not there any more."""
        return next((memory for memory in self.facts(employee_id) if memory.id == memory_id), None)

    def find(self, employee_id: str, question: str, *, at_least: float = ANSWERS_FROM) -> list[Remembered]:
        """Returns what answers the question, likest first; nobody else's memories are searched.

        at_least is the cosine of the two sentences from which one counts.
        """
        memories = self.facts(employee_id)
        if not memories:
            return []
        asked = self._encode([question])[0]
        ranked = sorted(((float(m.vector @ asked), m) for m in memories), key=lambda pair: -pair[0])
        return [memory for likeness, memory in ranked[:MAX_ANSWERS] if likeness >= at_least]

    def change(self, employee_id: str, memory_id: str, text: str, at: datetime) -> bool:
        """Puts other words in place of a memory, told now; returns False when it is not the employee's."""
        text = text[:MAX_TEXT]
        return self._of(employee_id).change(memory_id, text, self._encode([text])[0], at)

    def forget(self, employee_id: str, memory_id: str) -> bool:
        """Deletes one memory; returns False when it is not the employee's."""
        return self._of(employee_id).forget(memory_id) > 0

    def forget_all(self, employee_id: str) -> int:
        """Deletes all memories and returns how many there were."""
        return self._of(employee_id).forget()
