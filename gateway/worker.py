"""Works the inbox off: one employee's messages in order, different employees side by side."""

import asyncio
import logging

from actions.messages import Reply
from actions.storage.tables import InboxMessage
from gateway.errors import Unavailable
from gateway.hub import Event, Hub
from gateway.inbox import Inbox
from gateway.turn import Turn, Turns

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 6
FIRST_PAUSE = 0.5
MAX_STORE_FAILURES = 3
GIVEN_UP = Reply(
    kind="decline",
    text="I could not work on that just now; something on my side is down. Please send it again in a while.",
)


class Worker:
    """One task an employee who has messages waiting; it ends when there are none."""

    def __init__(self, inbox: Inbox, turns: Turns, hub: Hub) -> None:
        self._inbox = inbox
        self._turns = turns
        self._hub = hub
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    async def resume(self) -> None:
        """Takes up what was waiting when the process ended."""
        for employee_id in await asyncio.to_thread(self._inbox.waiting_employees):
            self.wake(employee_id)

    def wake(self, employee_id: str) -> None:
        """Makes sure that the employee's messages are being worked on."""
        if employee_id in self._tasks:
            # Its task may just have looked for the last time; it looks once more.
            self._again.add(employee_id)
        else:
            self._tasks[employee_id] = asyncio.create_task(self._drain(employee_id))

    async def stop(self) -> None:
        """Stops all work; what was not finished is taken up at the next start."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _drain(self, employee_id: str) -> None:
        failures = 0
        try:
            while failures < MAX_STORE_FAILURES:
                self._again.discard(employee_id)
                try:
                    message = await asyncio.to_thread(self._inbox.next, employee_id)
                    if message is not None:
                        await self._handle(message)
                    elif employee_id not in self._again:
                        return
                    failures = 0
                except Exception as error:
                    # The store itself fails: what waits stays there, for later or the next start.
                    failures += 1
                    log.error("working the inbox off, failure %d: %s", failures, type(error).__name__)
                    await asyncio.sleep(FIRST_PAUSE * 2**failures)
        finally:
            del self._tasks[employee_id]
            self._again.discard(employee_id)

    async def _handle(self, message: InboxMessage) -> None:
        turn = await self._try(message)
        failed = turn is None
        turn = turn or Turn(replies=[GIVEN_UP])
        numbers = await asyncio.to_thread(self._inbox.complete, message, turn.replies, failed=failed)
        if turn.first_contact or turn.cared_on:
            # After the outbox has it: told twice after a crash is better than never.
            await asyncio.to_thread(self._turns.record_notice, message.employee_id, turn)
        for number, reply in zip(numbers, turn.replies, strict=True):
            self._hub.tell(message.employee_id, Event("reply", message.id, reply_id=number, reply=reply))
        self._hub.tell(message.employee_id, Event("done", message.id, intent=turn.intent, route=turn.route))

    async def _try(self, message: InboxMessage) -> Turn | None:
        """Returns the turn, or None after the last attempt failed."""

        def show(sentence: str) -> None:
            self._hub.tell(message.employee_id, Event("sentence", message.id, sentence=sentence))

        while True:
            attempt = await asyncio.to_thread(self._inbox.count_attempt, message.id)
            # Each attempt writes anew, so whoever watches starts anew with it.
            self._hub.tell(message.employee_id, Event("typing", message.id))
            try:
                return await self._turns.run(message, show)
            except Unavailable as error:
                log.warning("attempt %d at message %d: %s", attempt, message.id, error)
            except Exception as error:
                # Only the error's type: its words may quote the message.
                log.error("attempt %d at message %d: %s", attempt, message.id, type(error).__name__)
            if attempt >= MAX_ATTEMPTS:
                return None
            await asyncio.sleep(FIRST_PAUSE * 2 ** (attempt - 1))
