import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.channel import GatewayInput
from bot.patches import compile_action_schema

GOOD = [
    {},
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "timestamp": None, "name": "offer", "value": "human"}],
     "responses": [{"custom": {"kind": "answer", "stream": "s"}, "text": None, "buttons": []}]},
]  # fmt: skip
BAD = [[], "x", None, {"events": "x"}, {"events": {}}, {"responses": "x"}, {"responses": ["x"]}]


@pytest.fixture(autouse=True)
def _patched_for_this_test_only(monkeypatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)


def accepts(result) -> bool:
    try:
        return RemoteAction("action_ask_library", None)._validate_action_result(result)
    except ValidationError:
        return False


def test_the_compiled_check_judges_answers_as_rasas_own_does() -> None:
    before = [accepts(result) for result in (*GOOD, *BAD)]

    compile_action_schema()

    assert [accepts(result) for result in (*GOOD, *BAD)] == before
    assert before[: len(GOOD)] == [True] * len(GOOD)
    assert not all(before)


def test_a_broken_answer_is_still_refused_as_a_validation_error() -> None:
    compile_action_schema()

    with pytest.raises(ValidationError):
        RemoteAction("action_ask_library", None)._validate_action_result({"events": "x"})


def test_the_schema_itself_is_not_checked_again_for_each_answer(monkeypatch) -> None:
    compile_action_schema()

    def never(*_: object) -> None:
        raise AssertionError("built the schema again")

    monkeypatch.setattr(RemoteAction, "action_response_format_spec", staticmethod(never))
    assert accepts(GOOD[1])


def test_the_gateways_channel_applies_it() -> None:
    before = RemoteAction._validate_action_result

    GatewayInput.from_credentials({"secret": "x" * 32})

    assert RemoteAction._validate_action_result is not before
