"""Names a person to talk to."""

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import say


class ActionTalkToHuman(Action):
    """Tells the employee which person or team they can turn to."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_talk_to_human"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says whom to ask and takes the offer off the table."""
        say(dispatcher, get_coach().answering.person_to_ask())
        return [SlotSet("offer", None)]
