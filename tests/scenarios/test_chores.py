"""HR's small chores: what is not connected is not offered; what needs nobody works anyway."""

import pytest

from tests.scenarios.processes import RunningCoach


@pytest.mark.parametrize(
    "text", ["how many days of leave do I have left?", "open a ticket for me, my payslip is wrong"]
)
def test_what_the_company_has_not_connected_is_not_offered(coach: RunningCoach, text: str) -> None:
    reply = coach.ask(text, "has-chores")["replies"][-1]["text"]
    assert "hasn't connected me" in reply
    assert "People team" in reply


def test_the_onboarding_list_is_worked_through_in_chat(coach: RunningCoach) -> None:
    first = coach.ask("show my onboarding checklist", "is-new")["replies"][-1]["text"]
    assert first.startswith("0 of ")


def test_a_reminder_is_taken_down_with_its_day(coach: RunningCoach) -> None:
    reply = coach.ask("remind me on Friday at 9 to send the report", "forgets")["replies"][-1]["text"]
    assert "Friday" in reply
    assert "send the report" in reply
