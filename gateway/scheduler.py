"""Writes first: hands due check-ins and reminders to the inbox, each once, within everybody's limits."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from actions.coaching.nudging import moment
from actions.storage.conversations import Conversations
from actions.storage.nudges import Due, Nudges
from gateway.door import Door
from gateway.inbox import Incoming
from gateway.turn import NUDGE

log = logging.getLogger(__name__)
POLL = 20.0
# Nobody is interrupted in a conversation that is going on.
CALM = timedelta(hours=1)


class Scheduler:
    """Looks for what is due; the nudges live in the database, so a restart forgets none and repeats none.

    The inbox takes each nudge under a name of its own once, whatever happens between the two.
    """

    def __init__(self, door: Door, nudges: Nudges, conversations: Conversations, zone: str) -> None:
        self._door = door
        self._nudges = nudges
        self._conversations = conversations
        self._zone = ZoneInfo(zone)

    async def run(self) -> None:
        """Looks again and again, until it is cancelled."""
        while True:
            try:
                await self.deliver(datetime.now(UTC))
            except Exception as error:
                # The store fails: what is due stays due.
                log.error("looking for due nudges: %s", type(error).__name__)
            await asyncio.sleep(POLL)

    async def deliver(self, now: datetime, employee_id: str | None = None) -> list[int]:
        """Hands over what is due by now, of one employee or of all; returns the inbox numbers."""
        due = await asyncio.to_thread(self._nudges.waiting, now, employee_id)
        handed = [await self._try(nudge, now) for nudge in due]
        return [number for number in handed if number is not None]

    async def _try(self, nudge: Due, now: datetime) -> int | None:
        """Hands one over; what is wrong with it does not keep the others from their employees."""
        try:
            return await self._hand_over(nudge, now)
        except Exception as error:
            log.error("handing nudge %d over: %s", nudge.id, type(error).__name__)
            return None

    async def _hand_over(self, nudge: Due, now: datetime) -> int | None:
        when = await asyncio.to_thread(self._when, nudge, now)
        if when is None:
            return None
        if when > now:
            await asyncio.to_thread(self._nudges.move, nudge.id, when)
            return None
        incoming = Incoming(
            channel=NUDGE,
            channel_message_id=f"nudge:{nudge.id}",
            employee_id=nudge.employee_id,
            text=f'/check_in_due{{"nudge": "{nudge.id}"}}',
            is_command=True,
            at=now,
        )
        number = await self._door.accept(incoming)
        await asyncio.to_thread(self._nudges.sent, nudge.id, now)
        return number

    def _when(self, nudge: Due, now: datetime) -> datetime | None:
        """Returns when the nudge may go out; None while its employee is muted."""
        wishes = self._nudges.wishes(nudge.employee_id)
        last = self._nudges.last_sent(nudge.employee_id)
        # A reminder is at the very time that its employee chose.
        if nudge.kind == "reminder":
            return None if wishes.muted else now
        going_on = self._conversations.latest(nudge.employee_id, "open")
        if going_on and now - going_on.updated_at < CALM:
            return now + CALM
        return moment(nudge.due_at, now, wishes, last, self._zone)
