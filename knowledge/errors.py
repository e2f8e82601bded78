"""The errors that a user of the library sees: one clear line each."""


class LibraryError(Exception):
    """Raise this with one line that says what was wrong and what is allowed."""


class PageError(LibraryError):
    """A page that cannot be read; the line names file, line and field."""


class SearchIndexError(LibraryError):
    """A search index that is missing, torn or made by another model."""


class WriterError(LibraryError):
    """A writing engine that cannot be loaded or does not answer."""
