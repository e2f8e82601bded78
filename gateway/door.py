"""What every channel needs of the gateway, in one place."""

import asyncio
from dataclasses import dataclass, replace
from zoneinfo import available_timezones

from actions.messages import Citation
from actions.storage.nudges import Nudges
from actions.storage.people import People
from gateway.hub import Hub
from gateway.inbox import Inbox, Incoming
from gateway.outbox import Outbox
from gateway.signing import Signer
from gateway.text import clean
from gateway.web.library_page import link
from gateway.worker import Worker


@dataclass(frozen=True)
class Door:
    """The gateway's parts; channels hold on to this and to nothing else."""

    people: People
    inbox: Inbox
    outbox: Outbox
    hub: Hub
    worker: Worker
    signer: Signer
    development: bool
    nudges: Nudges

    async def accept(self, incoming: Incoming) -> int | None:
        """Stores a message and has it worked on; None for one that came before.

        Raises BadMessage for text that nobody can answer.
        """
        if not incoming.is_command:
            incoming = replace(incoming, text=clean(incoming.text))
        number = await asyncio.to_thread(self.inbox.accept, incoming)
        self.worker.wake(incoming.employee_id)
        return number

    def keep_zone(self, employee_id: str, zone: str) -> None:
        """Follows the zone of the device that the employee writes from; one that they named stays theirs."""
        if zone != self.nudges.wishes(employee_id).timezone and zone in available_timezones():
            self.nudges.wish(employee_id, device_zone=zone)

    def link(self, citation: Citation) -> str:
        """Returns where a source can be opened."""
        return link(citation)
