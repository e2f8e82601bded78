"""The errors that the operator of the coach sees: one clear line each."""


class CoachError(Exception):
    """Raise this with one line that says what was wrong and what is allowed."""
