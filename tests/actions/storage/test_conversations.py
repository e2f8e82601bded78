from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import delete

from actions.storage.conversations import Conversations
from actions.storage.database import open_database
from actions.storage.tables import Employee

from ..conftest import on_disk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ALL = ("open", "paused", "finished", "stopped")


@pytest.fixture
def conversations(sessions) -> Conversations:
    return Conversations(sessions)


def test_a_session_comes_back_as_it_was_left(conversations, ann) -> None:
    session = conversations.begin(ann, "coaching", '{"asked": "goal"}', NOW)

    conversations.save(ann, session, '{"asked": "cue"}', "open", NOW + MINUTE)

    stored = conversations.latest(ann, "open")
    assert stored is not None
    assert (stored.id, stored.kind, stored.status, stored.state) == (
        session, "coaching", "open", '{"asked": "cue"}',
    )  # fmt: skip
    assert stored.updated_at == NOW + MINUTE


def test_a_restart_loses_no_session(conversations, settings, ann) -> None:
    session = conversations.begin(ann, "check_in", "{}", NOW)

    stored = Conversations(open_database(settings)).latest(ann, "open")

    assert stored is not None
    assert (stored.id, stored.kind) == (session, "check_in")


def test_a_new_session_pauses_the_open_one_and_no_other(conversations, ann, bo) -> None:
    first = conversations.begin(ann, "coaching", "{}", NOW)
    others = conversations.begin(bo, "coaching", "{}", NOW)
    ended = conversations.begin(ann, "coaching", "{}", NOW + MINUTE)
    conversations.save(ann, ended, "{}", "finished", NOW + MINUTE)

    newest = conversations.begin(ann, "check_in", "{}", NOW + 2 * MINUTE)

    assert conversations.latest(ann, "open").id == newest
    assert conversations.latest(ann, "paused").id == first
    assert conversations.latest(ann, "finished").id == ended
    assert conversations.latest(bo, "open").id == others


def test_what_was_said_before_is_kept_when_a_session_is_paused_by_another(conversations, ann) -> None:
    conversations.begin(ann, "coaching", '{"asked": "goal"}', NOW)

    conversations.begin(ann, "check_in", "{}", NOW + MINUTE)

    paused = conversations.latest(ann, "paused")
    assert (paused.state, paused.updated_at) == ('{"asked": "goal"}', NOW)


@pytest.mark.parametrize("status", ALL)
def test_only_sessions_of_the_wanted_status_are_found(conversations, ann, status: str) -> None:
    session = conversations.begin(ann, "coaching", "{}", NOW)
    conversations.save(ann, session, "{}", status, NOW)

    assert conversations.latest(ann, status).id == session
    assert conversations.latest(ann, *ALL).id == session
    assert conversations.latest(ann, *(other for other in ALL if other != status)) is None


def test_the_session_that_was_touched_last_is_the_newest_in_whatever_zone(conversations, ann) -> None:
    first = conversations.begin(ann, "coaching", "{}", NOW)
    second = conversations.begin(ann, "coaching", "{}", NOW + MINUTE)
    conversations.save(ann, second, "{}", "paused", NOW + 2 * MINUTE)
    assert conversations.latest(ann, "paused").id == second

    # West of here the clock shows an earlier hour, and it is later all the same.
    west = (NOW + 3 * MINUTE).astimezone(timezone(timedelta(hours=-11)))
    conversations.save(ann, first, "{}", "paused", west)

    assert conversations.latest(ann, "paused").id == first
    assert conversations.latest(ann, "paused").updated_at == NOW + 3 * MINUTE


def test_somebody_new_has_no_session(conversations, ann) -> None:
    assert conversations.latest(ann, *ALL) is None
    assert conversations.latest("nobody", *ALL) is None


def test_nobody_sees_or_changes_anothers_session(conversations, ann, bo) -> None:
    session = conversations.begin(ann, "coaching", "ann's", NOW)

    assert conversations.latest(bo, *ALL) is None
    conversations.save(bo, session, "bo's", "stopped", NOW + MINUTE)
    conversations.begin(bo, "coaching", "bo's", NOW + MINUTE)

    stored = conversations.latest(ann, "open")
    assert (stored.id, stored.state, stored.updated_at) == (session, "ann's", NOW)
    assert conversations.latest(bo, "open").state == "bo's"


def test_every_method_wants_to_know_whose_session_it_is() -> None:
    public = {name for name in vars(Conversations) if not name.startswith("_")}

    assert public == {"begin", "save", "latest"}


def test_nothing_of_a_session_lies_readable_on_disk(conversations, ann, tmp_path) -> None:
    session = conversations.begin(ann, "coaching", "Zebedee plays the xylophone", NOW)
    conversations.save(ann, session, "and the Vibraphone", "paused", NOW)

    written = on_disk(tmp_path)
    assert not [word for word in (b"Zebedee", b"xylophone", b"Vibraphone") if word in written]
    assert conversations.latest(ann, "paused").state == "and the Vibraphone"


def test_sessions_go_with_their_employee(conversations, sessions, ann, bo) -> None:
    conversations.begin(ann, "coaching", "{}", NOW)
    kept = conversations.begin(bo, "coaching", "{}", NOW)

    with sessions.begin() as session:
        session.execute(delete(Employee).where(Employee.id == ann))

    assert conversations.latest(ann, *ALL) is None
    assert conversations.latest(bo, *ALL).id == kept
