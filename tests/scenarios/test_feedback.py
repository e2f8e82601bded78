"""Thumbs up and down, pressed or said, reach the store with what made the answer."""

import sqlite3

from tests.scenarios.processes import RunningCoach


def _feedback(coach: RunningCoach) -> list[tuple[object, ...]]:
    with sqlite3.connect(coach.home / "everycoach.db") as database:
        return database.execute(
            "SELECT helped, reason, writer, library_version, passages FROM feedback"
            " JOIN answers ON answers.id = feedback.answer_id ORDER BY given_at"
        ).fetchall()


def test_saying_that_it_helped_is_stored_with_the_passages_and_the_model(coach: RunningCoach) -> None:
    coach.ask("how do I prepare a one-to-one?", "is-glad")
    before = len(_feedback(coach))
    coach.ask("that was really helpful", "is-glad")
    helped, _, writer, version, passages = _feedback(coach)[-1]
    assert len(_feedback(coach)) == before + 1
    assert helped == 1
    assert str(writer).startswith("openvino:")
    assert version
    assert "one-to-ones.md" in str(passages)


def test_saying_that_it_missed_asks_what_was_wrong(coach: RunningCoach) -> None:
    coach.ask("how do I prepare a one-to-one?", "is-sad")
    reply = coach.ask("no, that is not what I asked", "is-sad")["replies"][-1]
    assert reply["text"].endswith("?")
    assert len(reply["buttons"]) == 3
    assert _feedback(coach)[-1][0] == 0
