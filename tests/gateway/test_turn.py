import asyncio
from datetime import UTC, datetime

import pytest

from actions.messages import Reply
from actions.trust import notice
from gateway.errors import Unavailable
from gateway.turn import NOTHING_TO_SAY, Turn

from .conftest import ANSWER, INTENT, Office


def run(office: Office, employee: str, text: str = "hello", **kwargs) -> tuple[Turn, list[str]]:
    shown: list[str] = []
    office.put(employee, text, **kwargs)
    message = (
        office.inbox.recent(employee, 1)[0] if not kwargs.get("is_command") else office.inbox.next(employee)
    )
    return asyncio.run(office.turns.run(message, shown.append)), shown


def test_a_message_that_may_mean_danger_never_reaches_rasa(office, neighbours, ann) -> None:
    turn, _ = run(office, ann, "I think about suicide")

    assert [path for path, _ in neighbours.asked] == ["/safety"]
    assert turn.route == "crisis"
    assert turn.intent is None
    assert [reply.kind for reply in turn.replies] == ["notice", "safety"]
    assert turn.replies[1].text == "Call 999."


def test_the_help_lines_stand_beside_the_reply_once_a_day(office, neighbours, ann) -> None:
    office.turns.record_notice(ann, Turn(first_contact=True))

    first, _ = run(office, ann, "I am so tired of it all")
    assert [reply.kind for reply in first.replies] == ["notice", "move"]
    assert first.replies[0].text == "Help lines."
    assert first.route is None
    office.turns.record_notice(ann, first)

    again, _ = run(office, ann, "still so tired of it all")
    assert [reply.kind for reply in again.replies] == ["move"]


def test_an_ordinary_message_is_judged_first_and_then_asked_of_rasa(office, neighbours, ann) -> None:
    turn, _ = run(office, ann, "hello")

    assert [path for path, _ in neighbours.asked] == ["/safety", "/webhooks/gateway/messages"]
    assert turn.intent == INTENT
    assert turn.replies[-1] == Reply(kind="move", text="You said hello")


def test_nothing_is_said_unjudged_while_safety_is_down(office, neighbours, ann) -> None:
    neighbours.down.add("actions")

    with pytest.raises(Unavailable):
        run(office, ann)

    assert neighbours.texts() == []


def test_a_pressed_button_goes_to_rasa_as_it_is(office, neighbours, ann) -> None:
    run(office, ann, '/give_feedback_positive{"answer_id": "suicide"}', is_command=True)

    assert [path for path, _ in neighbours.asked] == ["/webhooks/gateway/messages"]
    assert neighbours.texts() == ['/give_feedback_positive{"answer_id": "suicide"}']


def test_an_answer_shows_its_sentences_and_ends_whole(office, neighbours, ann) -> None:
    said = neighbours.stream()
    neighbours.says = lambda turn: said

    turn, shown = run(office, ann)

    assert shown == ["One.", "Two."]
    assert turn.replies[-1] == ANSWER


def test_the_notice_comes_first_and_once_and_never_replaces_the_answer(office, neighbours, ann, bo) -> None:
    first, _ = run(office, ann)
    assert [reply.kind for reply in first.replies] == ["notice", "move"]
    assert first.replies[0].text == notice.TEXT
    assert first.first_contact

    office.turns.record_notice(ann, first)

    again, _ = run(office, ann, "hello again")
    assert [reply.kind for reply in again.replies] == ["move"]
    assert not again.first_contact
    assert [reply.kind for reply in run(office, bo)[0].replies] == ["notice", "move"]


def test_everybody_is_told_again_when_the_notice_changes_in_substance(office, ann, monkeypatch) -> None:
    office.turns.record_notice(ann, Turn(first_contact=True))
    monkeypatch.setattr(notice, "VERSION", notice.VERSION + 1)

    turn, _ = run(office, ann)

    assert [reply.kind for reply in turn.replies] == ["notice", "move"]


def test_silence_from_rasa_is_never_passed_on_as_silence(office, neighbours, ann) -> None:
    neighbours.says = lambda turn: []

    turn, _ = run(office, ann)

    assert turn.replies[-1] == NOTHING_TO_SAY


@pytest.mark.parametrize("stream", [None, "", '{"sentence": "One."}\n', '{"sentence": "One."}\n{"repl'])
def test_an_answer_that_breaks_off_is_tried_again_and_not_passed_on_half(
    office, neighbours, ann, stream
) -> None:
    said = neighbours.stream()
    neighbours.says = lambda turn: said
    if stream is None:
        neighbours.streams.clear()
    else:
        neighbours.streams["s1"] = stream

    with pytest.raises(Unavailable):
        run(office, ann)


def test_the_moment_of_a_turn_travels_to_the_actions(office, neighbours, ann) -> None:
    run(office, ann, at=datetime(2027, 1, 15, 9, tzinfo=UTC))
    run(office, ann, "and now")

    bodies = [body for path, body in neighbours.asked if path.startswith("/webhooks")]
    assert bodies[0]["metadata"]["at"].startswith("2027-01-15T09:00:00")
    assert bodies[1]["metadata"] == {}
    assert {body["conversation"] for body in bodies} == {ann}
    assert {body["channel"] for body in bodies} == {"web"}


def test_the_moment_keeps_its_zone_through_the_database(office, neighbours, ann) -> None:
    from datetime import timedelta, timezone

    moment = datetime(2027, 1, 15, 9, tzinfo=timezone(timedelta(hours=2)))
    run(office, ann, at=moment)

    carried = next(body for path, body in neighbours.asked if path.startswith("/webhooks"))["metadata"]["at"]
    parsed = datetime.fromisoformat(carried)
    assert parsed.tzinfo is not None
    assert parsed == moment
