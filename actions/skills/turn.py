"""What every skill reads from Rasa's tracker and how it hands a reply to Rasa."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.coach import get_coach
from actions.coaching.session.asides import aside
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.messages import Reply

# Actions that would answer a story with something else; those that take down what is said stay out of it.
EASILY_MISTAKEN = frozenset({"action_list_goals", "action_known", "action_recall", "action_forget"})
SESSION = "action_start_session"
TOLD = 0.75


def employee_of(tracker: Tracker) -> str:
    """Returns the employee's id: the gateway derives the conversation's id from it."""
    return str(tracker.sender_id)


def text_of(tracker: Tracker) -> str:
    """Returns what the employee wrote."""
    return str(tracker.latest_message.get("text") or "")


def entity(tracker: Tracker, name: str) -> str | None:
    """Returns the value that a button carried under name, or None."""
    value = next(tracker.get_latest_entity_values(name), None)
    return str(value) if value is not None else None


def intent_of(tracker: Tracker) -> str:
    """Returns the name of the top intent."""
    intent: dict[str, Any] = tracker.latest_message.get("intent") or {}
    return str(intent.get("name") or "")


def moment_of(tracker: Tracker) -> datetime:
    """Returns when the message was sent, by the employee's clock: now, unless development mode set it."""
    metadata = tracker.latest_message.get("metadata") or {}
    at = datetime.fromisoformat(metadata["at"]) if metadata.get("at") else datetime.now(UTC)
    return at.astimezone(ZoneInfo(metadata["timezone"])) if metadata.get("timezone") else at


def turn_of(tracker: Tracker) -> Turn:
    """Returns the message as Rasa understood it; a pressed button says nothing in words."""
    text = text_of(tracker)
    command = text.startswith("/")
    intent: dict[str, Any] = tracker.latest_message.get("intent") or {}
    found = tracker.latest_message.get("entities") or []
    at = moment_of(tracker)
    return Turn(
        text="" if command else text,
        intent=str(intent.get("name") or ""),
        confidence=float(intent.get("confidence") or 0.0),
        at=at,
        times=tuple(
            moment for e in found if e.get("entity") == "time" and (moment := _moment(e.get("value"), at))
        ),
        command=command,
        entities={str(e["entity"]): str(e["value"]) for e in found if "entity" in e and "value" in e},
        acts={} if command else get_coach().acts(text),
    )


def as_meant(call: dict[str, Any]) -> dict[str, Any]:
    """Returns the call, for the session's action where a situation was told and nothing was asked for.

    What people tell of their work sounds like any intent: "I've missed every goal this month" is no wish to
    see goals.
    """
    if call.get("next_action") not in EASILY_MISTAKEN:
        return call
    turn = turn_of(Tracker.from_dict(call["tracker"]))
    told = turn.tells and turn.does("tells", sure=TOLD)
    return {**call, "next_action": SESSION} if told and aside(turn) is None else call


def say(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Hands the reply to Rasa, which passes it on to the gateway unread."""
    dispatcher.utter_message(json_message=reply.model_dump(mode="json", exclude_defaults=True))


async def say_outcome(dispatcher: CollectingDispatcher, employee_id: str, outcome: Outcome) -> None:
    """Says everything that came of a turn, in order; a name stands for one of the domain's responses."""
    for part in await get_coach().replies(employee_id, outcome):
        if isinstance(part, Reply):
            say(dispatcher, part)
        else:
            dispatcher.utter_message(response=part)


def session_is(open_: bool) -> list[EventType]:
    """Returns the events that say whether a session goes on; with one, nothing else is on offer."""
    return [SlotSet("session", "open" if open_ else None), SlotSet("offer", None)]


def _moment(value: Any, now: datetime) -> datetime | None:
    """Returns the moment of a time entity, in the zone of now where it names none."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
