import pytest

from actions.messages import Reply
from gateway.inbox import Inbox, Incoming
from gateway.outbox import Outbox


@pytest.fixture
def outbox(sessions) -> Outbox:
    return Outbox(sessions)


@pytest.fixture
def answer(sessions):
    inbox = Inbox(sessions)

    def put(employee: str, *texts: str) -> tuple[int, list[int]]:
        number = inbox.accept(Incoming("web", f"{employee}{texts}", employee, "hello"))
        message = inbox.next(employee)
        return number, inbox.complete(message, [Reply(kind="move", text=text) for text in texts])

    return put


def test_replies_wait_in_order_until_their_employee_has_them(outbox, answer, ann) -> None:
    _, (first, second) = answer(ann, "one", "two")
    assert [reply.text for _, reply in outbox.undelivered(ann)] == ["one", "two"]

    outbox.delivered(ann, [first])
    assert [number for number, _ in outbox.undelivered(ann)] == [second]

    outbox.delivered(ann, [first, second])
    assert outbox.undelivered(ann) == []


def test_nobody_gets_another_persons_reply(outbox, answer, ann, bo) -> None:
    answer(ann, "ann's")

    assert outbox.undelivered(bo) == []


def test_nobody_marks_another_persons_reply_as_delivered(outbox, answer, ann, bo) -> None:
    _, numbers = answer(ann, "ann's")

    outbox.delivered(bo, numbers)

    assert len(outbox.undelivered(ann)) == 1


def test_numbers_that_are_no_replies_change_nothing(outbox, answer, ann) -> None:
    answer(ann, "ann's")

    outbox.delivered(ann, [])
    outbox.delivered(ann, [-1, 0, 999])

    assert len(outbox.undelivered(ann)) == 1


def test_the_replies_of_messages_come_by_message(outbox, answer, ann, bo) -> None:
    first, _ = answer(ann, "one", "two")
    second, _ = answer(ann, "three")
    answer(bo, "bo's")

    found = outbox.of_messages([first, second, 999])

    assert {number: [reply.text for _, reply in replies] for number, replies in found.items()} == {
        first: ["one", "two"],
        second: ["three"],
        999: [],
    }
