"""Goals: set, measured, shown, finished."""

from tests.scenarios.processes import RunningCoach


def last(coach: RunningCoach, text: str) -> str:
    """Says one thing and returns the last reply's text."""
    return str(coach.ask(text, "has-goals")["replies"][-1]["text"])


def test_a_goal_is_set_measured_shown_and_finished(coach: RunningCoach) -> None:
    assert "get better at presenting" in last(coach, "I want to get better at presenting")
    assert "4 of 10" in last(coach, "4")
    shown = last(coach, "show me all my goals please")
    assert "get better at presenting" in shown
    assert "4 of 10" in shown
    assert "Reached" in last(coach, "I've reached my presenting goal")
    assert "no goal open" in last(coach, "show me all my goals please")
