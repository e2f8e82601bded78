from datetime import datetime

import pytest
from dateutil import tz
from rasa.shared.nlu.training_data.message import Message

from bot.components import time_expressions
from bot.components.time_expressions import TimeExpressions

# Half past eleven in the evening of a Tuesday in London, Wednesday in Tokyo.
INSTANT = datetime(2026, 11, 24, 23, 30, tzinfo=tz.UTC)


class Clock(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz=None):
        return INSTANT.astimezone(tz)


@pytest.fixture(autouse=True)
def _still(monkeypatch) -> None:
    monkeypatch.setattr(time_expressions, "datetime", Clock)


def entities(text: str, **data) -> list:
    (message,) = TimeExpressions.create({}, None, None, None).process([Message({"text": text, **data})])
    return message.get("entities")


def test_entities_say_where_they_stand_what_they_are_and_who_found_them() -> None:
    assert entities("take half an hour", metadata={"timezone": "UTC"}) == [
        {"start": 5, "end": 17, "entity": "duration", "value": "PT30M", "extractor": "TimeExpressions"}
    ]


@pytest.mark.parametrize(("zone", "day"), [("Europe/London", "2026-11-25"), ("Asia/Tokyo", "2026-11-26")])
def test_tomorrow_is_that_of_the_employee(zone: str, day: str) -> None:
    assert entities("tomorrow", metadata={"timezone": zone})[0]["value"] == day


@pytest.mark.parametrize("metadata", [None, {}, {"timezone": ""}, {"timezone": 3}, {"timezone": "No/Where"}])
def test_without_a_known_zone_this_machines_clock_counts(metadata) -> None:
    local = INSTANT.astimezone(tz.tzlocal()).date().isoformat()

    assert entities("today", metadata=metadata)[0]["value"] == local


def test_what_others_found_stays() -> None:
    skill = {"entity": "skill", "value": "writing", "start": 0, "end": 7}

    assert [e["entity"] for e in entities("writing today", entities=[skill])] == ["skill", "time"]


def test_a_message_without_text_or_time_has_no_entities() -> None:
    assert entities("hello") == []
    assert entities(None) == []
