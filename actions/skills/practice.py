"""Practice of a conversation: the coach plays the other person."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, say_outcome, session_is, turn_of


class ActionPractise(Action):
    """Begins a practice with what the employee said of it."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_practise"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Asks what is still missing, or begins to play."""
        employee = employee_of(tracker)
        outcome = await asyncio.to_thread(
            get_coach().relationship.practising.start, employee, turn_of(tracker)
        )
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")
