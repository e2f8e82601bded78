"""Leads a session: opens it, takes every turn of it, and lets other skills have a word in between."""

import asyncio

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.coach import get_coach
from actions.coaching.session.asides import aside
from actions.coaching.session.hearing import Turn
from actions.skills.ask_library import ActionAskLibrary
from actions.skills.check_ins import ActionCheckInDue, ActionNudges
from actions.skills.chores import ActionChore
from actions.skills.feedback import ActionRecordFeedback
from actions.skills.goals import (
    ActionChangeGoal,
    ActionFinishGoal,
    ActionListGoals,
    ActionSetGoal,
    ActionUpdateProgress,
)
from actions.skills.memory import ActionChangeMemory, ActionForget, ActionKnown, ActionRecall, ActionRemember
from actions.skills.practice import ActionPractise
from actions.skills.talk_to_human import ActionTalkToHuman
from actions.skills.turn import employee_of, entity, say_outcome, session_is, turn_of

# What other skills answer in the middle of a session, when it is clearly meant.
ASIDES: dict[str, type[Action]] = {
    "give_feedback_positive": ActionRecordFeedback,
    "give_feedback_negative": ActionRecordFeedback,
    "check_in_due": ActionCheckInDue,
    "list_goals": ActionListGoals,
    "update_progress": ActionUpdateProgress,
    "finish_goal": ActionFinishGoal,
    "what_do_you_know": ActionKnown,
    "recall_history": ActionRecall,
    "forget_this": ActionForget,
    "change_memory": ActionChangeMemory,
    "remember_this": ActionRemember,
    "talk_to_human": ActionTalkToHuman,
    "mute_nudges": ActionNudges,
    "unmute_nudges": ActionNudges,
    "set_quiet_hours": ActionNudges,
    "leave_balance": ActionChore,
    "open_ticket": ActionChore,
    "set_reminder": ActionChore,
    "onboarding_checklist": ActionChore,
    "enroll_course": ActionChore,
    "practice_conversation": ActionPractise,
    "hand_over": ActionChore,
}
# What a message is for where no session wants it after all.
SKILLS: dict[str, type[Action]] = {
    **ASIDES,
    "set_goal": ActionSetGoal,
    "change_goal": ActionChangeGoal,
}
STANDING = {
    "greet": "utter_greet",
    "goodbye": "utter_goodbye",
    "thanks": "utter_thanks",
    "help": "utter_help",
    "bot_challenge": "utter_bot_challenge",
    "privacy_question": "utter_privacy",
    "small_talk": "utter_small_talk",
    "affirm": "utter_affirm",
    "deny": "utter_deny",
}


class ActionStartSession(Action):
    """Opens a coaching session with what the employee brought."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_start_session"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says the first reflection and question; a button may name the goal that it is about."""
        turn = turn_of(tracker)
        coach = get_coach()
        outcome = await asyncio.to_thread(
            coach.relationship.sessions.start, employee_of(tracker), turn, goal_id=entity(tracker, "goal")
        )
        await say_outcome(dispatcher, employee_of(tracker), outcome)
        return session_is(outcome.status in ("open", "paused"))


class ActionChangePlan(Action):
    """Opens the latest plan again to be changed."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_change_plan"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Asks what is to change, or opens a session where there is no plan yet."""
        turn, employee = turn_of(tracker), employee_of(tracker)
        coach = get_coach()
        sessions = coach.relationship.sessions
        outcome = await asyncio.to_thread(sessions.change_plan, employee, turn)
        if outcome is None:
            outcome = await asyncio.to_thread(sessions.start, employee, turn)
        await say_outcome(dispatcher, employee, outcome)
        return session_is(outcome.status == "open")


class ActionSessionTurn(Action):
    """Takes a turn of whatever is going on: a session, a check-in, practice, or a question that waits."""

    def name(self) -> str:
        """Returns the action's name in the domain."""
        return "action_session_turn"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Says what follows from the turn; another skill's turn is handed to it and the session stays."""
        turn, employee = turn_of(tracker), employee_of(tracker)
        other = ASIDES.get(aside(turn) or "")
        coach = get_coach()
        if other:
            await other().run(dispatcher, tracker, domain)
            return session_is(await asyncio.to_thread(coach.relationship.is_busy, employee))
        followed = await asyncio.to_thread(coach.relationship.take_turn, employee, turn)
        if followed is None:
            await self._elsewhere(turn, dispatcher, tracker, domain)
            return session_is(await asyncio.to_thread(coach.relationship.is_busy, employee))
        await say_outcome(dispatcher, employee, followed)
        return session_is(followed.status in ("open", "paused"))

    async def _elsewhere(
        self, turn: Turn, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> None:
        """Gives the message to the skill that it is for."""
        if turn.intent in STANDING:
            dispatcher.utter_message(response=STANDING[turn.intent])
        elif turn.intent in ("start_session", "make_plan", "resume_session"):
            await ActionStartSession().run(dispatcher, tracker, domain)
        else:
            await SKILLS.get(turn.intent, ActionAskLibrary)().run(dispatcher, tracker, domain)
