"""Greets, and remembers in doing so what was planned last."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.messages import Reply
from actions.skills.turn import employee_of, moment_of, say


class ActionGreet(Action):
    """Greets back."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_greet"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Recalls the open plan, where there is one, and greets with one of the domain's responses."""
        recall = await asyncio.to_thread(
            get_coach().relationship.sessions.recall, employee_of(tracker), moment_of(tracker)
        )
        if recall:
            say(dispatcher, Reply(kind="move", text=recall))
        dispatcher.utter_message(response="utter_greet")
        return []
