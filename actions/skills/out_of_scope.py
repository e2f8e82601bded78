"""Meets what a coach at work is probably not for."""

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, say, text_of


class ActionDecline(Action):
    """Declines, unless a page of the library fits the message clearly after all."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_decline"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says a decline that offers a person, or the answer that was there all the same."""
        reply = await get_coach().answer(employee_of(tracker), text_of(tracker), doubtful=True)
        say(dispatcher, reply)
        return [SlotSet("offer", "human" if reply.kind == "decline" else None)]
