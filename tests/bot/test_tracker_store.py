import asyncio
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import InvalidConfigException

from bot.tracker_store import EncryptedTrackerStore

KEY = Fernet.generate_key().decode()
WORDS = "Zebedee plays the xylophone"


@pytest.fixture
def store(domain, url) -> EncryptedTrackerStore:
    return EncryptedTrackerStore(domain, url, KEY)


def said(domain, text: str = WORDS, employee: str = "ann", *more) -> DialogueStateTracker:
    events = [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
        UserUttered(
            text, {"name": "ask_library", "confidence": 0.9}, [{"entity": "answer_id", "value": "1"}]
        ),
        ActionExecuted("action_ask_library"),
        SlotSet("offer", "human"),
        BotUttered("A glockenspiel, perhaps."),
        *more,
    ]
    return DialogueStateTracker.from_events(employee, events, domain.slots)


def save(store: EncryptedTrackerStore, tracker: DialogueStateTracker) -> None:
    asyncio.run(store.save(tracker))


def load(store: EncryptedTrackerStore, employee: str = "ann"):
    return asyncio.run(store.retrieve(employee))


def on_disk(folder: Path) -> bytes:
    files = sorted(folder.glob("everycoach.db*"))
    assert files
    return b"".join(file.read_bytes() for file in files)


def texts(tracker: DialogueStateTracker) -> list:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_neither_text_nor_intent_nor_answer_lies_readable_in_the_file(store, domain, tmp_path) -> None:
    save(store, said(domain))

    for words in (b"xylophone", b"Zebedee", b"ask_library", b"glockenspiel", b"action_", b"offer"):
        assert words not in on_disk(tmp_path)


def test_a_conversation_comes_back_as_it_was(store, domain) -> None:
    tracker = said(domain, "مرحبا 👩🏽‍💻\n/x")
    save(store, tracker)

    found = load(store)

    assert found == tracker
    assert list(found.events) == list(tracker.events)
    assert found.get_slot("offer") == "human"
    assert found.latest_message.intent["name"] == "ask_library"


def test_a_conversation_comes_back_after_a_restart(store, domain, url) -> None:
    save(store, said(domain))

    assert load(EncryptedTrackerStore(domain, url, KEY)) == said(domain)


def test_nobody_gets_another_persons_conversation(store, domain) -> None:
    save(store, said(domain))

    assert load(store, "bo") is None
    assert load(store, "ann'") is None
    assert load(store, "") is None


def test_only_the_last_session_is_kept(store, domain) -> None:
    again = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"),
             UserUttered("hello again", {"name": "greet"})]  # fmt: skip
    save(store, said(domain, WORDS, "ann", *again))

    found = load(store)

    assert texts(found) == ["hello again"]
    assert isinstance(found.events[1], SessionStarted)


def test_a_conversation_that_has_not_begun_can_be_stored(store, domain) -> None:
    save(store, DialogueStateTracker.from_events("ann", [], domain.slots))

    found = load(store)
    assert found is not None
    assert list(found.events) == []


def test_saving_again_replaces_what_was_there(store, domain, tmp_path) -> None:
    save(store, said(domain, "first"))
    save(store, said(domain, "second"))

    assert texts(load(store)) == ["second"]
    with sqlite3.connect(str(tmp_path / "everycoach.db")) as connection:
        assert connection.execute("SELECT count(*) FROM rasa_trackers").fetchone() == (1,)


def test_an_expired_conversation_is_gone_and_leaves_the_file(store, domain, tmp_path, monkeypatch) -> None:
    save(store, said(domain))
    save(store, said(domain, WORDS, "bo"))
    later = time.time() + 31 * 86_400
    monkeypatch.setattr("bot.tracker_store.time.time", lambda: later)
    assert list(asyncio.run(store.keys())) == []

    assert load(store) is None

    with sqlite3.connect(str(tmp_path / "everycoach.db")) as connection:
        assert connection.execute("SELECT count(*) FROM rasa_trackers").fetchone() == (0,)


def test_a_conversation_lives_as_long_as_it_is_talked_in(store, domain, monkeypatch) -> None:
    now = time.time()
    for day in (0, 20, 40):
        moment = now + day * 86_400
        monkeypatch.setattr("bot.tracker_store.time.time", lambda moment=moment: moment)
        save(store, said(domain))

    assert load(store) is not None


def test_the_days_come_from_the_configuration_where_they_may_be_text(domain, url, monkeypatch) -> None:
    store = EncryptedTrackerStore(domain, url, KEY, days="1")
    save(store, said(domain))
    later = time.time() + 2 * 86_400
    monkeypatch.setattr("bot.tracker_store.time.time", lambda: later)

    assert load(store) is None


def test_another_key_reads_nothing_and_the_conversation_starts_anew(store, domain, url) -> None:
    save(store, said(domain))
    other = EncryptedTrackerStore(domain, url, Fernet.generate_key().decode())

    assert load(other) is None
    save(other, said(domain, "a new start"))
    assert texts(load(other)) == ["a new start"]


def test_a_retired_key_reads_while_it_is_listed_second(store, domain, url) -> None:
    save(store, said(domain))
    new = Fernet.generate_key().decode()

    both = EncryptedTrackerStore(domain, url, f"{new}, {KEY},")
    save(both, load(both))

    assert load(EncryptedTrackerStore(domain, url, new)) == said(domain)


@pytest.mark.parametrize("keys", ["", " , ", "not a key", "${EVERYCOACH_KEYS}"])
def test_without_a_good_key_the_store_does_not_start_and_says_why(domain, url, keys) -> None:
    with pytest.raises(InvalidConfigException) as error:
        EncryptedTrackerStore(domain, url, keys)

    assert "keys" in str(error.value)
    assert "${" not in str(error.value)


def test_writers_at_once_do_not_lose_or_lock_out_each_other(domain, url) -> None:
    failures = []
    together = threading.Barrier(4)

    def write(number: int) -> None:
        try:
            store = EncryptedTrackerStore(domain, url, KEY)
            together.wait()
            for turn in range(10):
                save(store, said(domain, f"{number} says {turn}", f"employee {number}"))
                save(store, said(domain, f"{number} says {turn}", "shared"))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert failures == []
    store = EncryptedTrackerStore(domain, url, KEY)
    for number in range(4):
        assert texts(load(store, f"employee {number}")) == [f"{number} says 9"]
    assert texts(load(store, "shared"))[0].endswith("says 9")
    assert len(list(asyncio.run(store.keys()))) == 5


def test_rasa_makes_the_store_from_the_endpoints_file(domain, url) -> None:
    from rasa.core.tracker_store import TrackerStore
    from rasa.utils.endpoints import EndpointConfig

    config = EndpointConfig(url=url, type="bot.tracker_store.EncryptedTrackerStore", keys=KEY, days=30)
    store = TrackerStore.create(config, domain)

    asyncio.run(store.save(said(domain)))
    assert asyncio.run(store.retrieve("ann")) == said(domain)
