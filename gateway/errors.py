"""The errors that a person at the door sees: one clear line each."""

from knowledge.errors import UserError


class BadMessage(UserError):
    """A message that cannot be taken; the line says why and what is allowed."""


class Unavailable(Exception):
    """A neighbouring process does not answer or answers with an error."""


class BadSettings(UserError):
    """A setting of the gateway that cannot be; the line names it and says what is allowed."""
