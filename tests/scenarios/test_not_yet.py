"""What has no button yet: the coach says so, names a person, and promises nothing."""

import pytest

from tests.scenarios.processes import RunningCoach


@pytest.mark.parametrize(
    ("text", "intent"), [("export my data", "export_data"), ("erase my data", "erase_data")]
)
def test_whoever_asks_for_their_data_is_told_whom_to_turn_to(
    coach: RunningCoach, text: str, intent: str
) -> None:
    turn = coach.ask(text, f"asks-to-{intent}")
    assert turn["intent"]["name"] == intent
    refused, named = turn["replies"][-2:]
    assert "no button for it yet" in refused["text"]
    assert "People team" in named["text"]
