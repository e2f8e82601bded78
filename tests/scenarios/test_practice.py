"""Practice of a conversation: the coach plays the other person and gives feedback on the words."""

from tests.scenarios.processes import RunningCoach


def test_a_practice_is_played_and_judged_on_what_was_said(coach: RunningCoach) -> None:
    def say(text: str) -> str:
        return "\n".join(reply["text"] for reply in coach.ask(text, "practises")["replies"])

    say("hello")
    assert "manager" in say("I want to practise telling my manager that I need fewer projects")
    say("realistic")
    played = say(
        "On Friday two deadlines fell on the same day, so the report went out late. How do you see that?"
    )
    assert "anager" in played.split(":")[0]
    assert "“" in say("feedback")
