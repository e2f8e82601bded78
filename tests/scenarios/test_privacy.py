"""What was written is nobody else's to read: not in the database, not in a log."""

from tests.scenarios.processes import RunningCoach

WORDS = "my colleague Marmaduke keeps taking credit for my spreadsheets"


def test_no_word_of_a_conversation_lies_readable_on_disk_or_in_a_log(coach: RunningCoach) -> None:
    answer = coach.ask(WORDS, "private")["replies"][-1]["text"]
    stored = b"".join(path.read_bytes() for path in coach.home.glob("everycoach.db*"))
    log = coach.log.read_bytes()
    for text in ("Marmaduke", "spreadsheets", answer[:40]):
        assert text.encode() not in stored
        assert text.encode() not in log


def test_one_employees_conversation_does_not_reach_another(coach: RunningCoach) -> None:
    coach.ask("what is the capital of Mongolia?", "first-person")
    # The offer of a person stands in the other conversation only.
    reply = coach.ask("yes", "second-person")["replies"][-1]
    assert "People team" not in reply["text"]
