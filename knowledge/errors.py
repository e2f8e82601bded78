"""The errors that a user of the library sees: one clear line each."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class UserError(Exception):
    """Raise a kind of this with one line that says what was wrong and what is allowed."""


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Ends the process with the error's line and status 2 when the block raises a UserError."""
    try:
        yield
    except UserError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


class LibraryError(UserError):
    """Something is wrong with the library, its index or its settings."""


class PageError(LibraryError):
    """A page that cannot be read; the line names file, line and field."""


class SearchIndexError(LibraryError):
    """A search index that is missing, torn or made by another model."""


class WriterError(LibraryError):
    """A writing engine that cannot be loaded or does not answer."""
