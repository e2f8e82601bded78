"""What every skill reads from Rasa's tracker and how it hands a reply to Rasa."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.messages import Reply


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


def say(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Hands the reply to Rasa, which passes it on to the gateway unread."""
    dispatcher.utter_message(json_message=reply.model_dump(mode="json", exclude_defaults=True))
