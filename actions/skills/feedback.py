"""Takes thumbs up and down, said or pressed."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, entity, intent_of, say


class ActionRecordFeedback(Action):
    """Records whether an answer helped, with the passages and the model that made it."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_record_feedback"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Stores the judgement of the employee's own answer and says what follows from it."""
        reply = await asyncio.to_thread(
            get_coach().answering.judge,
            employee_of(tracker),
            entity(tracker, "answer_id"),
            helped=intent_of(tracker) == "give_feedback_positive",
            reason=entity(tracker, "reason"),
        )
        say(dispatcher, reply)
        return []
