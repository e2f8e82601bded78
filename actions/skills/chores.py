"""HR's small chores: leave balance, tickets, courses, reminders, the onboarding list, handing on."""

import asyncio
import re

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.ask_library import ActionAskLibrary
from actions.skills.turn import employee_of, say, say_outcome, session_is, turn_of

_OWN_BALANCE = re.compile(
    r"\b(?:left|remain\w*|balance|still|taken|used|owed|accrued|my|over)\b", re.IGNORECASE
)


class ActionChore(Action):
    """Does a chore where the company has connected it, and says so where it has not."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_chore"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says what was done, or asks for what it still needs."""
        turn, employee = turn_of(tracker), employee_of(tracker)
        relationship = get_coach().relationship
        if turn.intent == "leave_balance" and not _OWN_BALANCE.search(turn.plain):
            # What everybody gets stands in the pages.
            return await ActionAskLibrary().run(dispatcher, tracker, domain)
        if turn.intent == "set_reminder":
            say(dispatcher, await asyncio.to_thread(relationship.reminding.remind, employee, turn))
            return []
        outcome = await asyncio.to_thread(relationship.do_chore, employee, turn)
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")
