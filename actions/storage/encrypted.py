"""The column type that message text lives in: encrypted before it reaches the database."""

from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from actions.errors import CoachError

_cipher: MultiFernet | None = None


def use_keys(keys: Sequence[str]) -> None:
    """Sets this process's keys; the first encrypts, all decrypt."""
    global _cipher
    _cipher = MultiFernet([Fernet(key) for key in keys])


def _current() -> MultiFernet:
    if _cipher is None:
        raise CoachError("no encryption key: call use_keys() before the database is used")
    return _cipher


class EncryptedText(TypeDecorator[str]):
    """Text that is stored as a Fernet token; comparing or searching it in SQL is impossible."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Encrypts on the way in."""
        return None if value is None else _current().encrypt(value.encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Decrypts on the way out; raises CoachError where the key is not at hand."""
        if value is None:
            return None
        try:
            return _current().decrypt(bytes(value)).decode()
        except InvalidToken as error:
            raise CoachError("stored text cannot be read: its key is not in EVERYCOACH_KEYS") from error
