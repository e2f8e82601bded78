"""What an employee writes, made fit for a request or a header."""

import unicodedata

from actions.chores.system import ChoreError

MAX_EMPLOYEE = 200
MAX_COURSE = 200
MAX_SUBJECT = 150
MAX_TEXT = 5_000
# Control characters, lone surrogates, and the separators that some readers take for a new line.
_UNFIT = {"Cc", "Cs", "Zl", "Zp"}


def one_line(text: str) -> str:
    """Returns the text as a single line without control characters."""
    return " ".join("".join(" " if _unfit(c) else c for c in text).split())


def lines(text: str) -> str:
    """Returns the text with plain line breaks and tabs, and without other control characters."""
    broken = "\n".join(text.splitlines())
    return "".join(c for c in broken if c in "\n\t" or not _unfit(c)).strip()


def employee_line(employee: str) -> str:
    """Returns the employee's reference in one line; raises ChoreError when it is empty or too long."""
    return _checked(one_line(employee), "name that HR knows you by", MAX_EMPLOYEE)


def course_line(course: str) -> str:
    """Returns a course in one line; raises ChoreError when it is empty or too long."""
    return _checked(one_line(course), "name of the course", MAX_COURSE)


def subject_line(subject: str) -> str:
    """Returns a subject in one line; raises ChoreError when it is empty or too long."""
    return _checked(one_line(subject), "subject", MAX_SUBJECT)


def message_text(text: str) -> str:
    """Returns a message's text; raises ChoreError when it is empty or too long."""
    return _checked(lines(text), "text of the message", MAX_TEXT)


def _unfit(character: str) -> bool:
    return unicodedata.category(character) in _UNFIT


def _checked(text: str, what: str, limit: int) -> str:
    if not text:
        raise ChoreError(f"I need the {what} first.")
    if len(text) > limit:
        raise ChoreError(f"The {what} can have up to {limit:,} characters, and this has {len(text):,}.")
    return text
