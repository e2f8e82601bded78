"""Goals: set, listed, reported on, changed, ended."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.skills.turn import employee_of, entity, say, say_outcome, session_is, turn_of


class ActionSetGoal(Action):
    """Takes down a goal and asks where the employee stands today."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_set_goal"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Shows the goal; the next message may be the number."""
        employee = employee_of(tracker)
        outcome = await asyncio.to_thread(get_coach().relationship.set_goal, employee, turn_of(tracker))
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionListGoals(Action):
    """Lists the employee's goals."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_list_goals"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Shows each goal with a small picture of its progress."""
        say(dispatcher, await asyncio.to_thread(get_coach().relationship.goals.list, employee_of(tracker)))
        return []


class ActionUpdateProgress(Action):
    """Takes a number on the way to a goal."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_update_progress"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Shows how far the goal has come, or asks for the number."""
        employee = employee_of(tracker)
        relationship = get_coach().relationship
        outcome = await asyncio.to_thread(
            relationship.report_progress, employee, turn_of(tracker), entity(tracker, "goal")
        )
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionFinishGoal(Action):
    """Ends a goal that was reached, or that matters no more."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_finish_goal"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says which goal was ended, and how."""
        employee = employee_of(tracker)
        outcome = await asyncio.to_thread(
            get_coach().relationship.finish_goal, employee, turn_of(tracker), entity(tracker, "goal")
        )
        await say_outcome(dispatcher, employee, outcome)
        return []


class ActionChangeGoal(Action):
    """Puts other words, or another date, in place of a goal's."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_change_goal"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Shows the goal as it is now."""
        reply = await asyncio.to_thread(
            get_coach().relationship.goals.change, employee_of(tracker), turn_of(tracker)
        )
        say(dispatcher, reply)
        return []
