from datetime import UTC, datetime

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from actions.messages import Reply
from actions.storage.database import open_database
from gateway.inbox import Inbox, Incoming
from gateway.outbox import Outbox

from .conftest import on_disk

WORDS = "Zebedee plays the xylophone"


@pytest.fixture
def inbox(sessions) -> Inbox:
    return Inbox(sessions)


def test_a_message_is_stored_and_unreadable_in_the_file(inbox, ann, tmp_path) -> None:
    inbox.accept(Incoming("web", "1", ann, WORDS))

    assert b"xylophone" not in on_disk(tmp_path)
    assert inbox.next(ann).text == WORDS


def test_a_reply_is_stored_and_unreadable_in_the_file(inbox, sessions, ann, tmp_path) -> None:
    inbox.accept(Incoming("web", "1", ann, "hello"))
    inbox.complete(inbox.next(ann), [Reply(kind="move", text=WORDS)])

    assert b"xylophone" not in on_disk(tmp_path)
    assert Outbox(sessions).undelivered(ann)[0][1].text == WORDS


def test_a_message_that_comes_twice_is_accepted_once(inbox, ann, sessions) -> None:
    assert inbox.accept(Incoming("web", "1", ann, "hello")) is not None
    assert inbox.accept(Incoming("web", "1", ann, "hello")) is None
    assert inbox.accept(Incoming("slack", "1", ann, "hello")) is not None

    with sessions() as session:
        assert session.execute(sql("SELECT count(*) FROM inbox")).scalar_one() == 2


def test_a_message_that_comes_again_after_it_was_answered_is_not_answered_again(inbox, ann) -> None:
    inbox.accept(Incoming("web", "1", ann, "hello"))
    inbox.complete(inbox.next(ann), [])

    assert inbox.accept(Incoming("web", "1", ann, "hello")) is None
    assert inbox.next(ann) is None


def test_the_oldest_of_an_employees_own_messages_is_next(inbox, ann, bo) -> None:
    inbox.accept(Incoming("web", "0", bo, "bo's"))
    for n in ("1", "2"):
        inbox.accept(Incoming("web", n, ann, f"ann's {n}"))

    assert inbox.next(ann).text == "ann's 1"
    inbox.complete(inbox.next(ann), [])
    assert inbox.next(ann).text == "ann's 2"
    inbox.complete(inbox.next(ann), [], failed=True)
    assert inbox.next(ann) is None
    assert inbox.next(bo).text == "bo's"
    assert inbox.waiting_employees() == [bo]


def test_what_waits_is_still_there_after_a_restart(inbox, ann, settings) -> None:
    inbox.accept(Incoming("web", "1", ann, "hello", at=datetime(2027, 1, 15, 9, tzinfo=UTC)))
    inbox.count_attempt(inbox.next(ann).id)

    again = Inbox(open_database(settings))

    assert again.waiting_employees() == [ann]
    assert again.next(ann).attempts == 1
    assert again.count_attempt(again.next(ann).id) == 2


def test_replies_and_the_end_of_the_message_are_stored_together_or_not_at_all(inbox, sessions, ann) -> None:
    inbox.accept(Incoming("web", "1", ann, "hello"))
    message = inbox.next(ann)
    message.employee_id = "nobody"

    with pytest.raises(IntegrityError):
        inbox.complete(message, [Reply(kind="move", text="one"), Reply(kind="move", text="two")])

    assert inbox.next(ann) is not None
    assert Outbox(sessions).undelivered(ann) == []


def test_a_message_ends_once(inbox, sessions, ann) -> None:
    inbox.accept(Incoming("web", "1", ann, "hello"))
    message = inbox.next(ann)
    inbox.complete(message, [Reply(kind="move", text="one")])

    with pytest.raises(IntegrityError):
        inbox.complete(message, [Reply(kind="move", text="again")])

    assert [reply.text for _, reply in Outbox(sessions).undelivered(ann)] == ["one"]


def test_the_history_is_ones_own_latest_messages_and_presses(inbox, ann, bo) -> None:
    inbox.accept(Incoming("web", "b", bo, "bo's"))
    for n in range(5):
        inbox.accept(Incoming("web", str(n), ann, f"message {n}"))
    inbox.accept(Incoming("web", "press", ann, "/talk_to_human", is_command=True))

    assert [message.text for message in inbox.recent(ann, 3)] == ["message 3", "message 4", "/talk_to_human"]
    assert [message.is_command for message in inbox.recent(ann, 3)] == [False, False, True]
    assert [message.text for message in inbox.recent(bo, 3)] == ["bo's"]
    assert inbox.recent("nobody", 3) == []
