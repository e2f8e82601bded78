"""Memory: remember this, what do you know, what did we agree, change that, forget this."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, entity, say, say_outcome, session_is, turn_of


class ActionRemember(Action):
    """Remembers a fact, once the employee has agreed to being remembered."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_remember"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Repeats what is remembered, or asks for consent."""
        employee = employee_of(tracker)
        outcome = await asyncio.to_thread(get_coach().relationship.remember, employee, turn_of(tracker))
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionKnown(Action):
    """Lists what is known of the employee."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_known"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Shows every fact with its date and origin."""
        say(
            dispatcher,
            await asyncio.to_thread(get_coach().relationship.remembering.known, employee_of(tracker)),
        )
        return []


class ActionRecall(Action):
    """Answers questions about earlier conversations."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_recall"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Quotes the employee's own history with its date, or says that there is nothing."""
        reply = await asyncio.to_thread(
            get_coach().relationship.remembering.recall, employee_of(tracker), turn_of(tracker)
        )
        say(dispatcher, reply)
        return []


class ActionChangeMemory(Action):
    """Puts other words in place of what is remembered."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_change_memory"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says what was changed, or asks what it should say; the next message may be the words."""
        employee = employee_of(tracker)
        outcome = await asyncio.to_thread(
            get_coach().relationship.change_memory, employee, turn_of(tracker), entity(tracker, "memory")
        )
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionForget(Action):
    """Forgets one item, drops a plan, or forgets everything."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_forget"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says what was forgotten."""
        reply = await asyncio.to_thread(
            get_coach().relationship.remembering.forget,
            employee_of(tracker),
            turn_of(tracker),
            entity(tracker, "memory"),
        )
        say(dispatcher, reply)
        return []
