import pytest

from actions.coaching.nudging import is_quiet
from actions.coaching.quiet_hours import quiet_hours
from actions.storage.nudges import Wishes


def quiet(start: int, end: int) -> set[int]:
    """Returns the hours from start up to end, over midnight where end comes first."""
    return {hour % 24 for hour in range(start, end if end > start else end + 24)}


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        # Until a time, or from one on: the other end is that of the working day.
        ("don't write after 6pm", quiet(18, 8)),
        ("don't write after 6", quiet(18, 8)),
        ("no messages after 9 PM please", quiet(21, 8)),
        ("please nothing past 11pm", quiet(23, 8)),
        ("not after 12am", quiet(0, 8)),
        ("don't message me after 18:00", quiet(18, 8)),
        ("quiet hours from 8pm", quiet(20, 8)),
        ("not before 9am please", quiet(18, 9)),
        ("don't ping me before 10", quiet(18, 10)),
        ("no nudges until 10", quiet(18, 10)),
        ("not after 6 p.m.", quiet(18, 8)),
        # Both ends.
        ("nothing after 6pm and not before 9am", quiet(18, 9)),
        ("never before 10 or after 4", quiet(16, 10)),
        ("don't write from 6pm till 9am", quiet(18, 9)),
        ("don't write between 10pm and 7am", quiet(22, 7)),
        ("don't message me between 12 and 2", quiet(12, 14)),
        ("I'm not available between 12 and 1", quiet(12, 13)),
        ("nothing from 5 to 9", quiet(5, 9)),
        # The hours that are wanted.
        ("only between 9 and 5", quiet(17, 9)),
        ("only between 9 and 17", quiet(17, 9)),
        ("Write to me between 8am and 4pm", quiet(16, 8)),
        ("only from 8am to 12pm", quiet(12, 8)),
        ("only between 12 and 3", quiet(15, 12)),
        # Round the clock, over midnight, without saying which half of the day.
        ("don't write between 22 and 7", quiet(22, 7)),
        ("nothing between 10pm and 7", quiet(22, 7)),
        ("no messages from 18:00 to 08:00", quiet(18, 8)),
        ("only write between 1 and 5pm", quiet(17, 13)),
        # Neither "from" nor "between".
        ("quiet hours 10pm to 7am", quiet(22, 7)),
        ("quiet hours 22:00-07:00", quiet(22, 7)),
        ("only 9am to 5pm please", quiet(17, 9)),
        ("don't write outside 9 to 5", quiet(17, 9)),
        # With points; and half hours, which must not be cut to less quiet than was wanted.
        ("only write between 9 a.m. and 5 p.m.", quiet(17, 9)),
        ("not before 9:30", quiet(18, 10)),
        ("my quiet hours are 17:30 to 9:00", quiet(17, 9)),
        ("only write between 9:30 and 17:30", quiet(17, 10)),
        ("don't write between 12:15 and 13:15", quiet(12, 14)),
        # Quiet, or work, without a no or an only.
        ("quiet hours from 6pm to 8am", quiet(18, 8)),
        ("quiet between 12 and 2", quiet(12, 14)),
        ("22:00-07:00", quiet(22, 7)),
        ("outside 9 to 5", quiet(17, 9)),
        ("Between 8 and 17 you can write to me, else not.", quiet(17, 8)),
        # One end that is wanted.
        ("write to me only after ten", quiet(18, 10)),
        ("only message me after 4pm", quiet(0, 16)),
        ("please write only before noon", quiet(12, 8)),
        # In words.
        ("nothing after seven", quiet(19, 8)),
        ("message me between nine and noon only", quiet(12, 9)),
    ],
)
def test_quiet_hours_are_taken_down_as_they_are_said(said: str, hours: set[int]) -> None:
    changes = quiet_hours(said)

    assert set(changes) == {"quiet_from", "quiet_until"}
    wishes = Wishes(**changes)
    assert {hour for hour in range(24) if is_quiet(hour, wishes)} == hours


@pytest.mark.parametrize(
    "said",
    [
        "be quiet please",
        "I'm in Europe/Berlin",
        "quiet hours",
        "don't write on Fridays",
        "only in the mornings",
        "no more than 2 messages",
        "nothing after 2 messages",
        "don't write from 2026-11-24 to 2026-12-03",
        "not until 3 December",
        "don't disturb me for 30 minutes",
    ],
)
def test_what_names_no_hour_changes_none(said: str) -> None:
    assert quiet_hours(said) == {}
