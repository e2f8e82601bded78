import asyncio
import logging
import threading

import httpx
import pytest
from cryptography.fernet import Fernet

from actions.storage.database import open_database
from actions.storage.encrypted import use_keys
from gateway.worker import GIVEN_UP, MAX_ATTEMPTS

from .conftest import Office

WORDS = "Zebedee plays the xylophone"


def state(office: Office, employee: str) -> list[tuple[str, int]]:
    return [(message.state, message.attempts) for message in office.inbox.recent(employee, 20)]


def test_one_employees_messages_are_worked_on_in_order(office, neighbours, ann) -> None:
    for n in range(5):
        office.put(ann, f"message {n}")

    asyncio.run(office.work(ann, messages=5))

    assert neighbours.texts() == [f"message {n}" for n in range(5)]
    assert office.said(ann) == ["notice", *["move"] * 5]


def test_a_message_waits_for_the_one_before_it(office, neighbours, ann) -> None:
    at_once = []

    async def says(turn: dict) -> list:
        at_once.append(1)
        await asyncio.sleep(0.01)
        at_once.append(-1)
        return []

    neighbours.says = says
    for n in range(3):
        office.put(ann, f"message {n}")

    async def scene() -> None:
        for _ in range(5):
            office.worker.wake(ann)
        await office.work(ann, messages=3)

    asyncio.run(scene())
    assert at_once == [1, -1] * 3


def test_different_employees_are_worked_on_side_by_side(office, neighbours, ann, bo) -> None:
    async def scene() -> None:
        bo_was_asked = asyncio.Event()

        async def says(turn: dict) -> list:
            if turn["conversation"] == bo:
                bo_was_asked.set()
            await bo_was_asked.wait()
            return [{"text": "ok"}]

        neighbours.says = says
        office.put(ann, "first")
        office.put(bo, "second")
        await office.work(ann, bo)

    asyncio.run(scene())
    assert office.said(ann) == office.said(bo) == ["notice", "move"]


def test_a_neighbour_that_comes_back_gets_the_message_again_and_it_is_answered_once(
    office, neighbours, ann
) -> None:
    neighbours.failures = 2
    office.put(ann, "hello")

    asyncio.run(office.work(ann))

    assert state(office, ann) == [("done", 3)]
    assert office.said(ann) == ["notice", "move"]


def test_a_neighbour_that_stays_away_is_given_up_with_a_reply_and_the_next_message_goes_on(
    office, neighbours, ann
) -> None:
    neighbours.failures = MAX_ATTEMPTS
    office.put(ann, "first")
    office.put(ann, "second")

    asyncio.run(office.work(ann, messages=2))

    assert state(office, ann) == [("failed", MAX_ATTEMPTS), ("done", 1)]
    assert [reply.kind for _, reply in office.outbox.undelivered(ann)] == ["decline", "notice", "move"]
    assert office.outbox.undelivered(ann)[0][1] == GIVEN_UP


@pytest.mark.parametrize(
    "answer", [{}, [], {"intent": None, "messages": [{"custom": {"kind": "shout"}}]}, "hello"]
)
def test_nonsense_from_a_neighbour_is_given_up_too(office, neighbours, ann, answer) -> None:
    neighbours.rasa_answer = httpx.Response(200, json=answer)
    office.put(ann, WORDS)

    asyncio.run(office.work(ann))

    assert state(office, ann) == [("failed", MAX_ATTEMPTS)]


def test_attempts_count_on_after_a_restart(office, neighbours, ann) -> None:
    number = office.put(ann, "hello")
    for _ in range(MAX_ATTEMPTS - 1):
        office.inbox.count_attempt(number)
    neighbours.down.add("rasa")

    asyncio.run(office.work(ann))

    assert state(office, ann) == [("failed", MAX_ATTEMPTS)]


def test_what_waited_is_taken_up_after_a_restart(sessions, neighbours, settings, ann, bo) -> None:
    before = Office(sessions)
    before.put(ann, "ann's")
    before.put(bo, "bo's")

    async def scene(after: Office) -> None:
        with after.hub.listen(ann) as hears_ann, after.hub.listen(bo) as hears_bo:
            await after.worker.resume()
            for queue in (hears_ann, hears_bo):
                while (await asyncio.wait_for(queue.get(), 5)).name != "done":
                    pass

    after = Office(open_database(settings))
    asyncio.run(scene(after))

    assert sorted(neighbours.texts()) == ["ann's", "bo's"]
    assert after.said(ann) == after.said(bo) == ["notice", "move"]


def test_what_was_being_worked_on_at_the_stop_is_answered_after_the_restart(
    sessions, neighbours, settings, ann
) -> None:
    before = Office(sessions)
    before.put(ann, "hello")

    async def stopped() -> None:
        asked = asyncio.Event()

        async def says(turn: dict) -> list:
            asked.set()
            await asyncio.Event().wait()

        neighbours.says = says
        before.worker.wake(ann)
        await asyncio.wait_for(asked.wait(), 5)
        await before.worker.stop()

    asyncio.run(stopped())
    assert before.said(ann) == []

    neighbours.says = lambda turn: [{"text": "welcome back"}]
    after = Office(open_database(settings))
    asyncio.run(after.work(ann))
    assert after.said(ann) == ["notice", "move"]


def test_a_store_that_fails_does_not_make_the_worker_spin(office, neighbours, ann, monkeypatch) -> None:
    spun = threading.Event()
    tries = []

    def complete(*_, **__) -> list[int]:
        tries.append(1)
        if len(tries) > MAX_ATTEMPTS:
            spun.set()
        raise OSError("disk full")

    monkeypatch.setattr(office.inbox, "complete", complete)
    office.put(ann, "hello")

    async def scene() -> bool:
        office.worker.wake(ann)
        for _ in range(5):
            await asyncio.sleep(0.02)
            if spun.is_set():
                break
        await office.worker.stop()
        return spun.is_set()

    assert not asyncio.run(scene())


def test_an_inbox_that_cannot_be_read_does_not_make_the_worker_spin(office, ann, monkeypatch) -> None:
    tries = []

    def broken(_: str) -> None:
        tries.append(1)
        raise OSError("database is locked")

    monkeypatch.setattr(office.inbox, "next", broken)

    async def scene() -> None:
        office.worker.wake(ann)
        await asyncio.sleep(0.05)
        await office.worker.stop()

    asyncio.run(scene())
    assert len(tries) <= 3


def test_a_message_whose_key_is_gone_does_not_hold_up_those_after_it(
    office, neighbours, settings, ann
) -> None:
    use_keys([Fernet.generate_key().decode()])
    office.put(ann, "written with a key that was lost")
    use_keys(settings.key_list)
    office.put(ann, "hello")

    async def scene() -> None:
        office.worker.wake(ann)
        for _ in range(50):
            await asyncio.sleep(0.01)
            if neighbours.texts():
                break
        await office.worker.stop()

    asyncio.run(scene())
    assert neighbours.texts() == ["hello"]


def test_no_message_stands_in_the_log_whatever_happens(office, neighbours, ann, caplog) -> None:
    async def scene() -> None:
        office.put(ann, WORDS)
        await office.work(ann)
        neighbours.failures = 2
        office.put(ann, WORDS)
        await office.work(ann)
        neighbours.rasa_answer = httpx.Response(
            200, json={"intent": WORDS, "messages": [{"custom": {"text": WORDS}}]}
        )
        office.put(ann, WORDS)
        await office.work(ann)
        neighbours.rasa_answer = httpx.Response(200, text=f"{{ {WORDS}")
        office.put(ann, WORDS)
        await office.work(ann)
        neighbours.rasa_answer = None
        neighbours.says = lambda turn: [{"custom": {"kind": "answer", "stream": "gone"}}]
        office.put(ann, WORDS)
        await office.work(ann)

    with caplog.at_level(logging.DEBUG):
        asyncio.run(scene())

    assert "attempt 1 at message" in caplog.text
    assert "xylophone" not in caplog.text
    assert "Zebedee" not in caplog.text


def test_who_listens_hears_typing_then_sentences_then_the_replies_then_the_end(
    office, neighbours, ann
) -> None:
    said = neighbours.stream()
    neighbours.says = lambda turn: said
    office.put(ann, "hello")

    events = asyncio.run(office.work(ann))

    assert [event.name for event in events] == ["typing", "sentence", "sentence", "reply", "reply", "done"]
    assert [event.sentence for event in events if event.sentence] == ["One.", "Two."]
    numbers = [event.reply_id for event in events if event.reply]
    assert numbers == [number for number, _ in office.outbox.undelivered(ann)]


def test_the_notice_comes_once_and_again_only_if_it_never_reached_the_outbox(office, neighbours, ann) -> None:
    neighbours.failures = MAX_ATTEMPTS
    office.put(ann, "one")
    asyncio.run(office.work(ann))
    assert office.said(ann) == ["decline"]

    office.put(ann, "two")
    office.put(ann, "three")
    asyncio.run(office.work(ann, messages=2))

    assert office.said(ann) == ["decline", "notice", "move", "move"]
