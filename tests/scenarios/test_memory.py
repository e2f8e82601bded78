"""What the coach remembers: only after a yes, listed with its date, forgotten on request, nobody else's."""

from tests.scenarios.processes import RunningCoach


def last(coach: RunningCoach, text: str, user: str) -> str:
    """Says one thing and returns the last reply's text."""
    return str(coach.ask(text, user)["replies"][-1]["text"])


def test_nothing_is_remembered_without_a_yes_and_all_of_it_is_listed_and_forgotten(
    coach: RunningCoach,
) -> None:
    asked = last(coach, "remember that I'm preparing for the team-lead role", "wants-memory")
    assert asked.endswith("Shall I?")
    assert "team-lead role" in last(coach, "yes", "wants-memory")
    assert "team-lead role" in last(coach, "what do you know about me?", "wants-memory")
    assert "team-lead role" in last(coach, "what did I tell you about becoming a team lead?", "wants-memory")
    forgotten = coach.ask("forget everything about me", "wants-memory")["replies"]
    assert "Forgotten" in forgotten[0]["text"]
    assert "team-lead role" not in last(coach, "what do you know about me?", "wants-memory")


def test_a_note_is_changed_in_words_and_its_list_shows_the_new_ones(coach: RunningCoach) -> None:
    last(coach, "remember that I'm preparing for the team-lead role", "changes-a-note")
    last(coach, "yes", "changes-a-note")
    changed = last(coach, "change that to I'm preparing for the group-lead role", "changes-a-note")
    assert "is now “I'm preparing for the group-lead role”" in changed
    known = coach.ask("what do you know about me?", "changes-a-note")["replies"][-1]
    assert "group-lead role" in known["text"]
    assert "team-lead role" not in known["text"]
    assert [button["title"] for button in known["buttons"]] == ["Change 1", "Forget 1"]


def test_whoever_is_asked_what_a_note_should_say_can_say_it_or_leave_it(coach: RunningCoach) -> None:
    last(coach, "remember that I work in London", "changes-in-two-steps")
    last(coach, "yes", "changes-in-two-steps")
    assert "What should it say" in last(coach, "change note 1", "changes-in-two-steps")
    assert "stays as it is" in last(coach, "leave it", "changes-in-two-steps")
    last(coach, "change note 1", "changes-in-two-steps")
    last(coach, "I work in Leeds", "changes-in-two-steps")
    assert "Leeds" in last(coach, "what do you know about me?", "changes-in-two-steps")


def test_what_one_employee_told_is_not_found_for_another(coach: RunningCoach) -> None:
    last(coach, "remember that I'm allergic to the office plants", "has-a-secret")
    last(coach, "yes", "has-a-secret")
    said = last(coach, "what did I tell you about the office plants?", "is-curious")
    assert "allergic" not in said
    assert "haven't told me" in said
