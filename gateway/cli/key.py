"""coach key: a new encryption key."""

from cryptography.fernet import Fernet


def key() -> None:
    """Print a new key for EVERYCOACH_KEYS; keep it safe, text cannot be read without it."""
    print(Fernet.generate_key().decode())
