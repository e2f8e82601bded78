"""Opens the database and brings its tables up to date."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from actions.settings import CoachSettings, coach_settings
from actions.storage.encrypted import use_keys
from knowledge.errors import one_line_errors

MIGRATIONS = Path(__file__).parent / "migrations"

Sessions = sessionmaker[Session]


def open_database(settings: CoachSettings) -> Sessions:
    """Returns a session factory on the migrated database; sets the process's encryption keys."""
    use_keys(settings.key_list)
    return sessionmaker(make_engine(settings.database_url), expire_on_commit=False)


def make_engine(url: str) -> Engine:
    """Returns an engine; SQLite gets write-ahead logging, foreign keys and patience."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
    return engine


def migrate(settings: CoachSettings) -> None:
    """Creates or upgrades the tables to the newest migration."""
    if settings.database_url.startswith("sqlite:///"):
        Path(settings.database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = make_engine(settings.database_url)
    command.upgrade(config, "head")


def _set_pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "busy_timeout = 10000", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def main() -> None:
    """Migrates the installation's database: python -m actions.storage.database."""
    with one_line_errors():
        migrate(coach_settings())


if __name__ == "__main__":
    main()
