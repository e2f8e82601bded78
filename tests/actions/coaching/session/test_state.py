from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import IN_A_WEEK, state_at


def test_a_session_begins_with_the_situation() -> None:
    assert SessionState().asked == Stage.situation


def test_nothing_is_lost_when_a_session_is_stored() -> None:
    state = state_at(Stage.confirm)
    state.said, state.unsure, state.asked_more = ["What now?"], 2, [Stage.options]
    state.offered, state.exploring, state.plan_id = "advice", True, "p1"
    again = SessionState.model_validate_json(state.model_dump_json())
    assert again == state
    assert again.draft.check_at == IN_A_WEEK


def test_what_an_older_version_stored_is_passed_over() -> None:
    assert SessionState.model_validate_json('{"asked": "goal", "mood": 3}').asked == Stage.goal


def test_what_was_told_comes_oldest_first() -> None:
    state = SessionState(options=["ask Ann"], situation=["My boss shouts"], reality=["He is new"])
    assert state.words == ["My boss shouts", "He is new", "ask Ann"]


def test_two_sessions_share_nothing() -> None:
    SessionState().said.append("Hello")
    assert SessionState().said == []
    assert SessionState().draft.goal == ""
