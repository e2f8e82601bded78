from typing import Any

import pytest

from actions.skills import turn as module
from actions.skills.turn import as_meant

STORY = "I've moved the same button left and right since March."


@pytest.fixture(autouse=True)
def _acts(monkeypatch: pytest.MonkeyPatch) -> None:
    def turn(tracker: Any) -> Any:
        from actions.coaching.session.hearing import Turn

        text = tracker.latest_message["text"]
        return Turn(text=text, acts={"tells": 0.9 if text == STORY else 0.1})

    monkeypatch.setattr(module, "turn_of", turn)


def call(action: str, text: str) -> dict[str, Any]:
    message = {"text": text, "intent": {"name": "list_goals", "confidence": 0.6}, "entities": []}
    tracker = {"sender_id": "ann", "slots": {}, "latest_message": message, "events": [], "paused": False}
    return {
        "next_action": action,
        "tracker": {**tracker, "active_loop": {}, "latest_action_name": None, "followup_action": None},
    }


def test_a_story_that_sounds_like_goals_opens_a_session() -> None:
    assert as_meant(call("action_list_goals", STORY))["next_action"] == "action_start_session"


def test_a_wish_to_see_goals_shows_them() -> None:
    assert as_meant(call("action_list_goals", "Show me my goals"))["next_action"] == "action_list_goals"


def test_an_action_that_takes_down_what_was_said_keeps_it() -> None:
    assert as_meant(call("action_remember", STORY))["next_action"] == "action_remember"
