"""Check-ins and nudges: asked on their day, reported unasked, muted, kept out of quiet hours."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.coaching.dropping import drops_plan
from actions.messages import Reply
from actions.skills.turn import employee_of, entity, say, say_outcome, session_is, turn_of

NO_PLAN = Reply(
    kind="move",
    text="Thank you for telling me. I have no open plan of yours to put it to. What should come of it?",
)


class ActionCheckIn(Action):
    """Takes word of how a plan went that the employee gives unasked."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_check_in"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Takes it up as a check-in on the latest plan."""
        employee, turn, sessions = employee_of(tracker), turn_of(tracker), get_coach().relationship.sessions
        outcome = await asyncio.to_thread(sessions.report, employee, turn)
        if outcome is None and turn.tells:
            outcome = await asyncio.to_thread(sessions.start, employee, turn)
        if outcome is None:
            say(dispatcher, NO_PLAN)
            return []
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionCheckInDue(Action):
    """Says what a nudge is for when its time has come."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_check_in_due"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Asks how the plan went, or reminds; says nothing where that is over."""
        employee, relationship = employee_of(tracker), get_coach().relationship
        number = entity(tracker, "nudge") or ""
        outcome = None
        if number.isdigit():
            outcome = await asyncio.to_thread(relationship.nudge, employee, int(number), turn_of(tracker))
        if outcome is None:
            return []
        await say_outcome(dispatcher, employee, outcome)
        return session_is(await asyncio.to_thread(relationship.is_busy, employee))


class ActionNudges(Action):
    """Takes down how the employee wants to be written to."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_nudges"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says what was noted."""
        turn, employee = turn_of(tracker), employee_of(tracker)
        relationship = get_coach().relationship
        reminding = relationship.reminding
        if drops_plan(turn.plain):
            # "Cancel my check-in" is about one plan; nothing else is to fall silent with it.
            reply = await asyncio.to_thread(relationship.remembering.drop_plan, employee, turn)
        elif turn.intent == "mute_nudges":
            reply = await asyncio.to_thread(reminding.mute, employee)
        elif turn.intent == "unmute_nudges":
            reply = await asyncio.to_thread(reminding.unmute, employee)
        else:
            reply = await asyncio.to_thread(reminding.quiet, employee, turn)
        say(dispatcher, reply)
        return []
