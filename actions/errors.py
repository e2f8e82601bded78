"""The errors that the operator of the coach sees: one clear line each."""

from knowledge.errors import UserError


class CoachError(UserError):
    """Raise this with one line that says what was wrong and what is allowed."""
