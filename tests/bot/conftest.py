"""A database with the table that the project's migrations make, and Rasa's storage in a folder.

These tests run in Rasa's own environment and import nothing of actions, gateway or knowledge.
"""

import sqlite3
from pathlib import Path

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.domain import Domain

# As in actions/storage/migrations; tests/actions/storage/test_database.py keeps that in step with the tables.
TABLE = """
CREATE TABLE rasa_trackers (
    conversation VARCHAR(255) NOT NULL PRIMARY KEY,
    dialogue BLOB NOT NULL,
    expires_at FLOAT NOT NULL
);
CREATE INDEX ix_rasa_trackers_expires_at ON rasa_trackers (expires_at);
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    with sqlite3.connect(str(tmp_path / "everycoach.db")) as connection:
        connection.executescript(TABLE)
    connection.close()
    return f"sqlite:///{tmp_path}/everycoach.db"


@pytest.fixture
def domain() -> Domain:
    return Domain.from_dict(
        {
            "intents": ["greet", "ask_library"],
            "entities": ["answer_id"],
            "slots": {"offer": {"type": "text", "mappings": [{"type": "custom"}]}},
            "actions": ["action_ask_library"],
            "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
        }
    )


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    folder = tmp_path / "model"
    folder.mkdir()
    return LocalModelStorage.create(folder)
