"""Answers a question from the company's own material; a situation that is told gets a session instead."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, say, say_outcome, session_is, text_of, turn_of


class ActionAskLibrary(Action):
    """Answers what was asked, or says that the library has nothing on it."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_ask_library"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says an answer that is being written, or a decline that offers a person."""
        turn, employee = turn_of(tracker), employee_of(tracker)
        relationship = get_coach().relationship
        if turn.practises or turn.tells:
            begin = relationship.practising.start if turn.practises else relationship.sessions.start
            outcome = await asyncio.to_thread(begin, employee, turn)
            await say_outcome(dispatcher, employee, outcome)
            return session_is(outcome.status == "open")
        reply = await get_coach().answer(employee, text_of(tracker))
        say(dispatcher, reply)
        return [SlotSet("offer", "human" if reply.kind == "decline" else None)]
