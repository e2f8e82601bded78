"""Rasa's memory of running conversations: encrypted in the database, and expiring."""

from __future__ import annotations

import time
import zlib
from typing import Any, Iterable, Optional, Text

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import (
    DialogueStateTracker,
    get_trackers_for_conversation_sessions,
)
from rasa.shared.exceptions import InvalidConfigException
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

SECONDS_A_DAY = 86_400

SELECT = text("SELECT dialogue FROM rasa_trackers WHERE conversation = :conversation AND expires_at > :now")
UPSERT = text(
    "INSERT INTO rasa_trackers (conversation, dialogue, expires_at)"
    " VALUES (:conversation, :dialogue, :expires_at)"
    " ON CONFLICT (conversation) DO UPDATE"
    " SET dialogue = excluded.dialogue, expires_at = excluded.expires_at"
)
EXPIRE = text("DELETE FROM rasa_trackers WHERE expires_at <= :now")
KEYS = text("SELECT conversation FROM rasa_trackers WHERE expires_at > :now")


class EncryptedTrackerStore(TrackerStore, SerializedTrackerAsText):
    """Keeps each conversation's last session as one encrypted row that expires.

    The table belongs to the project's migrations (actions/storage/migrations).
    """

    def __init__(
        self,
        domain: Domain,
        host: Text,
        keys: Text,
        days: int = 30,
        event_broker: Optional[EventBroker] = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._engine = _engine(host)
        self._cipher = _cipher(keys)
        self._seconds = int(days) * SECONDS_A_DAY

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Writes the last session's events over what was there."""
        await self.stream_events(tracker)
        dialogue = zlib.compress(self.serialise_tracker(_last_session(tracker)).encode())
        with self._engine.begin() as connection:
            connection.execute(
                UPSERT,
                {
                    "conversation": tracker.sender_id,
                    "dialogue": self._cipher.encrypt(dialogue),
                    "expires_at": time.time() + self._seconds,
                },
            )

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """Returns the conversation's last session, or None when there is none any more."""
        with self._engine.connect() as connection:
            row = connection.execute(SELECT, {"conversation": sender_id, "now": time.time()}).first()
        if row is None:
            self._expire()
            return None
        try:
            dialogue = zlib.decompress(self._cipher.decrypt(bytes(row[0])))
        except InvalidToken:
            # Written with a key that was retired since: the session starts anew.
            return None
        return self.deserialise_tracker(sender_id, dialogue)

    async def keys(self) -> Iterable[Text]:
        """Returns the ids of the conversations that have not expired."""
        with self._engine.connect() as connection:
            return [row[0] for row in connection.execute(KEYS, {"now": time.time()})]

    def _expire(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(EXPIRE, {"now": time.time()})


def _last_session(tracker: DialogueStateTracker) -> DialogueStateTracker:
    sessions = get_trackers_for_conversation_sessions(tracker)
    return sessions[-1] if sessions else tracker


def _cipher(keys: Text) -> MultiFernet:
    """Builds the cipher from comma-separated Fernet keys; the first one encrypts."""
    try:
        return MultiFernet([Fernet(key.strip()) for key in keys.split(",") if key.strip()])
    except ValueError as error:
        raise InvalidConfigException(
            "endpoints.yml: the tracker store's keys must be Fernet keys, separated by commas"
        ) from error


def _engine(url: Text) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url.replace("postgresql+psycopg://", "postgresql+psycopg2://"))
    # SQLAlchemy 1.4 opens a file anew for every statement unless it is given a pool.
    engine = create_engine(url, poolclass=QueuePool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA busy_timeout = 10000")
