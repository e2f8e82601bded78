"""Tells whoever is connected what happens in an employee's conversation, as it happens."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from actions.messages import Reply


@dataclass(frozen=True)
class Event:
    """Something that happened to a message: "typing", "sentence", "reply" or "done"."""

    name: str
    inbox_id: int
    sentence: str = ""
    reply_id: int = 0
    reply: Reply | None = None
    intent: dict[str, Any] | None = None
    route: str | None = None


class Hub:
    """Events by employee; nobody can listen to another's."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Queue[Event]]] = defaultdict(set)

    @contextmanager
    def listen(self, employee_id: str) -> Iterator["asyncio.Queue[Event]"]:
        """Gives a queue of the employee's events while the block runs."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._listeners[employee_id].add(queue)
        try:
            yield queue
        finally:
            self._listeners[employee_id].discard(queue)
            if not self._listeners[employee_id]:
                del self._listeners[employee_id]

    def tell(self, employee_id: str, event: Event) -> None:
        """Hands the event to all who listen."""
        for queue in self._listeners.get(employee_id, ()):
            queue.put_nowait(event)
