"""Gives a situation that is told to the session that it is for, whatever its words were taken for.

What people tell of their work sounds like any intent: "I've missed every goal this month" is no wish to see
goals, "I was never asked" no question about what was said.
"""

from typing import Any

from rasa_sdk import Tracker

from actions.coaching.session.asides import aside
from actions.skills.turn import turn_of

# Actions that would answer a story with something else; those that take down what is said stay out of it.
EASILY_MISTAKEN = frozenset({"action_list_goals", "action_known", "action_recall", "action_forget"})
START = "action_start_session"
SURE = 0.75


def as_meant(call: dict[str, Any]) -> dict[str, Any]:
    """Returns the call, for the session's action where a situation was told and nothing was asked for."""
    if call.get("next_action") not in EASILY_MISTAKEN:
        return call
    turn = turn_of(Tracker.from_dict(call["tracker"]))
    told = turn.tells and turn.does("tells", sure=SURE)
    return {**call, "next_action": START} if told and aside(turn) is None else call
