"""The clock of the simulated employees."""

from datetime import UTC, datetime, timedelta

SATURDAY = 5
MORNING = 9


def next_working_morning(today: datetime) -> datetime:
    """Returns nine o'clock UTC of the next day that is no Saturday or Sunday."""
    day = today.astimezone(UTC) + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)
