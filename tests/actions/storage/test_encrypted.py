import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Text, text

from actions.errors import CoachError
from actions.storage import encrypted
from actions.storage.database import Sessions
from actions.storage.encrypted import EncryptedText, use_keys
from actions.storage.people import People
from actions.storage.tables import Base, InboxMessage

from ..conftest import on_disk

WORDS = "Zebedee plays the xylophone in meetings"
SECRET = {
    "inbox.text",
    "outbox.reply",
    "answers.question",
    "answers.text",
    "identities.reference",
    "coaching_sessions.state",
    "goals.text",
    "plans.goal",
    "plans.cue",
    "plans.action",
    "plans.obstacle",
    "plans.remedy",
    "nudges.text",
    "memories.text",
    "memories.vector",
}


def store(sessions: Sessions, employee: str, words: str = WORDS) -> int:
    with sessions.begin() as session:
        row = InboxMessage(channel="web", channel_message_id=words, employee_id=employee, text=words)
        row.channel_message_id = str(len(words))
        session.add(row)
    return row.id


def read(sessions: Sessions, number: int) -> str:
    with sessions() as session:
        return session.get_one(InboxMessage, number).text


def test_every_column_that_holds_what_people_wrote_or_were_told_is_encrypted() -> None:
    columns = {
        f"{table.name}.{column.name}": column.type
        for table in Base.metadata.tables.values()
        for column in table.columns
    }

    assert {name for name, kind in columns.items() if isinstance(kind, EncryptedText)} == SECRET
    unsealed = {name for name, kind in columns.items() if isinstance(kind, Text)}
    assert unsealed == set()


def test_a_message_does_not_lie_readable_in_the_file(sessions, ann, tmp_path) -> None:
    number = store(sessions, ann)

    assert b"xylophone" not in on_disk(tmp_path)
    assert b"Zebedee" not in on_disk(tmp_path)
    with sessions() as session:
        raw = session.execute(text("SELECT text FROM inbox")).scalar_one()
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    assert b"xylophone" not in bytes(raw)
    assert b"xylophone" not in (tmp_path / "everycoach.db").read_bytes()
    assert read(sessions, number) == WORDS


@pytest.mark.parametrize("words", ["", "مرحبا بكم", "👩🏽‍💻🎉", "a\n\tb", "x" * 20_000])
def test_every_text_comes_back_as_it_was(sessions, ann, words: str) -> None:
    assert read(sessions, store(sessions, ann, words)) == words


def test_equal_messages_look_different_in_the_file(sessions, ann, bo) -> None:
    store(sessions, ann, "yes")
    store(sessions, bo, "yes!")
    with sessions() as session:
        tokens = session.execute(text("SELECT text FROM inbox")).scalars().all()

    assert len({bytes(token)[:40] for token in tokens}) == 2


def test_text_of_a_retired_key_stays_readable_while_the_key_is_listed_second(sessions, ann) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    use_keys([old])
    number = store(sessions, ann)

    use_keys([new, old])

    assert read(sessions, number) == WORDS
    newer = store(sessions, ann, "written with the new key")
    use_keys([new])
    assert read(sessions, newer) == "written with the new key"


def test_another_key_reads_nothing_and_says_so_in_one_line(sessions, ann) -> None:
    number = store(sessions, ann)
    use_keys([Fernet.generate_key().decode()])

    with pytest.raises(CoachError, match="EVERYCOACH_KEYS") as error:
        read(sessions, number)

    assert "\n" not in str(error.value)


def test_without_a_key_nothing_is_stored_in_the_clear(sessions, ann, monkeypatch) -> None:
    monkeypatch.setattr(encrypted, "_cipher", None)

    with pytest.raises(Exception, match="no encryption key"):
        store(sessions, ann)


def test_no_name_of_a_person_lies_in_the_file(people: People, tmp_path) -> None:
    people.employee_id("teams", "contoso-tenant", "zebedee@contoso.example")

    assert b"zebedee" not in on_disk(tmp_path)
    assert b"contoso" not in on_disk(tmp_path)
