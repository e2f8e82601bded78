import sqlite3

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from actions.storage import database
from actions.storage.database import MIGRATIONS, make_engine, migrate, open_database
from actions.storage.tables import Base, InboxMessage, OutboxReply


def test_the_migrations_make_exactly_the_tables_that_the_code_knows(sessions, settings) -> None:
    with make_engine(settings.database_url).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing_and_keeps_what_is_there(sessions, settings, ann) -> None:
    migrate(settings)

    with open_database(settings)() as session:
        assert session.execute(text("SELECT id FROM employees")).scalars().all() == [ann]


def test_the_migrations_can_be_taken_back(sessions, settings) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = config.attributes["engine"] = make_engine(settings.database_url)

    command.downgrade(config, "base")

    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_the_folder_of_a_new_installation_is_made(settings, tmp_path) -> None:
    new = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/not/yet/coach.db"})

    migrate(new)

    assert (tmp_path / "not/yet/coach.db").is_file()


def test_readers_and_a_writer_do_not_lock_each_other_out(sessions) -> None:
    with sessions() as session:
        pragmas = {name: session.execute(text(f"PRAGMA {name}")).scalar_one()
                   for name in ("journal_mode", "foreign_keys", "busy_timeout")}  # fmt: skip

    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000}


def test_nothing_is_stored_for_somebody_who_does_not_exist(sessions) -> None:
    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add(InboxMessage(channel="web", channel_message_id="1", employee_id="nobody", text="x"))


def test_with_a_message_its_replies_go(sessions, ann) -> None:
    with sessions.begin() as session:
        message = InboxMessage(channel="web", channel_message_id="1", employee_id=ann, text="x")
        session.add(message)
        session.flush()
        session.add(OutboxReply(inbox_id=message.id, position=0, employee_id=ann, reply="y"))
    with sessions.begin() as session:
        session.execute(text("DELETE FROM inbox"))

    with sessions() as session:
        assert session.execute(text("SELECT count(*) FROM outbox")).scalar_one() == 0


def test_the_command_migrates_the_installation(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("EVERYCOACH_MODE", "development")
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))
    monkeypatch.setenv("EVERYCOACH_INTERNAL_SECRET", "x" * 32)

    database.main()

    with sqlite3.connect(tmp_path / "everycoach.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall()


def test_the_command_says_bad_settings_in_one_line_with_status_2(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        database.main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
