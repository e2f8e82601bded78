import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.pending import Pending
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome
from actions.storage.conversations import PENDING as KIND
from actions.storage.conversations import Conversations
from actions.storage.database import open_database

from ..conftest import on_disk
from .test_sessions import Office, words

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
MINUTE = timedelta(minutes=1)


class Handler:
    """Takes "yes" for an answer and keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, dict[str, str]]] = []

    def __call__(self, employee: str, turn: Turn, noted: dict[str, str]) -> Outcome | None:
        self.given.append((employee, turn.text, noted))
        return Outcome(status="finished").say("Noted.") if turn.agrees else None


@pytest.fixture
def conversations(sessions) -> Conversations:
    return Conversations(sessions)


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def pending(conversations, handler) -> Pending:
    return Pending(conversations, {"size": handler})


@pytest.fixture
def office(sessions) -> Office:
    return Office(sessions)


def answer(pending: Pending, conversations: Conversations, employee: str, text: str) -> Outcome | None:
    stored = conversations.latest(employee, "open")
    assert stored is not None
    return pending.respond(employee, stored, Turn(text=text, at=NOW + MINUTE))


def test_an_answer_comes_with_what_was_noted_at_the_question_and_ends_the_wait(
    pending, conversations, handler, ann
) -> None:
    pending.wait_for(ann, "size", NOW, goal="g1", text="as said")

    outcome = answer(pending, conversations, ann, "yes")

    assert words(outcome) == "Noted."
    assert handler.given == [(ann, "yes", {"goal": "g1", "text": "as said"})]
    assert conversations.latest(ann, "open", "paused") is None
    over = conversations.latest(ann, "finished")
    assert (over.kind, over.state) == (KIND, "{}")


def test_a_message_that_is_no_answer_is_for_other_skills_and_ends_the_wait(
    pending, conversations, handler, ann
) -> None:
    pending.wait_for(ann, "size", NOW, text="as said")

    assert answer(pending, conversations, ann, "What is the travel policy?") is None

    assert conversations.latest(ann, "open", "paused") is None
    assert conversations.latest(ann, "finished").state == "{}"


def test_a_question_survives_a_restart(pending, settings, ann) -> None:
    pending.wait_for(ann, "size", NOW, goal="g1")

    conversations, handler = Conversations(open_database(settings)), Handler()
    answer(Pending(conversations, {"size": handler}), conversations, ann, "yes")

    assert handler.given == [(ann, "yes", {"goal": "g1"})]


def test_a_question_that_nobody_handles_is_refused_and_waits_for_nothing(pending, conversations, ann) -> None:
    with pytest.raises(ValueError, match="nobody handles 'colour'.*size"):
        pending.wait_for(ann, "colour", NOW)

    assert conversations.latest(ann, "open") is None


def test_a_question_to_one_employee_does_not_wait_for_another(pending, conversations, ann, bo) -> None:
    pending.wait_for(ann, "size", NOW)

    assert conversations.latest(bo, "open", "paused") is None


def test_a_question_that_leads_to_a_session_leaves_that_open(conversations, ann) -> None:
    def opens(employee: str, turn: Turn, noted: dict[str, str]) -> Outcome:
        conversations.begin(employee, "coaching", "{}", turn.at)
        return Outcome().say("Tell me more.")

    pending = Pending(conversations, {"size": opens})
    pending.wait_for(ann, "size", NOW)

    answer(pending, conversations, ann, "yes")

    assert conversations.latest(ann, "open").kind == "coaching"


def test_a_question_that_was_answered_with_another_question_is_not_asked_again(conversations, ann) -> None:
    asked: list[str] = []

    def asks_on(employee: str, turn: Turn, noted: dict[str, str]) -> Outcome:
        asked.append(noted["step"])
        if noted["step"] == "first":
            pending.wait_for(employee, "size", turn.at, step="second")
        return Outcome(status="finished").say("Noted.")

    pending = Pending(conversations, {"size": asks_on})
    pending.wait_for(ann, "size", NOW, step="first")
    answer(pending, conversations, ann, "yes")
    answer(pending, conversations, ann, "yes")

    assert asked == ["first", "second"]
    assert conversations.latest(ann, "open", "paused") is None


def test_of_two_questions_only_the_last_one_waits(pending, conversations, ann) -> None:
    pending.wait_for(ann, "size", NOW, goal="first")
    pending.wait_for(ann, "size", NOW + MINUTE, goal="second")

    answer(pending, conversations, ann, "yes")

    assert conversations.latest(ann, "open", "paused") is None


def test_no_note_lies_readable_on_disk(pending, ann, tmp_path) -> None:
    pending.wait_for(ann, "size", NOW, text="Zebedee plays the Xylophone")

    assert b"Xylophone" not in on_disk(tmp_path)
    assert b"Zebedee" not in on_disk(tmp_path)


def set_goal(office: Office, employee: str, text: str = "I want to give feedback") -> None:
    office.relationship.set_goal(employee, office.turn(text))


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7.0), ("I'd say a 6", 6.0), ("seven", 7.0), ("about 4 of 10", 4.0)]
)
def test_the_number_that_was_asked_for_is_noted_with_its_goal(office, ann, text: str, value: float) -> None:
    set_goal(office, ann)

    office.say(ann, text)

    assert [goal.values for goal in office.goals.active(ann)] == [(value,)]
    assert office.conversations.latest(ann, "open").kind != KIND


@pytest.mark.parametrize(
    "text",
    [
        "What is the travel policy for the whole team?",
        "not sure",
        "How many of my 25 days of leave are left?",
        "Can we talk at 3 tomorrow?",
    ],
)
def test_a_message_about_something_else_is_no_number(office, ann, text: str) -> None:
    set_goal(office, ann)

    assert office.say(ann, text) is None

    assert [goal.values for goal in office.goals.active(ann)] == [()]
    assert not office.relationship.is_busy(ann)


def test_a_goal_that_was_passed_over_takes_no_number_later(office, ann) -> None:
    set_goal(office, ann, "I want to give feedback")
    set_goal(office, ann, "I want to learn Spanish")
    office.say(ann, "5")
    office.say(ann, "later")

    assert office.say(ann, "8") is None

    assert [goal.values for goal in office.goals.active(ann)] == [(), (5.0,)]


def test_a_question_within_a_session_gives_the_session_back(office, ann) -> None:
    office.start(ann)
    before = office.state(ann)
    set_goal(office, ann)

    office.say(ann, "7")

    assert office.relationship.is_busy(ann)
    assert office.state(ann, "paused") == before
    assert office.say(ann, "I want to agree with him on a limit").status == "open"
    assert "limit" in office.state(ann, "open").draft.goal


@pytest.mark.parametrize(("text", "intent"), [("yes please", ""), ("", "affirm")])
def test_a_yes_to_being_remembered_remembers_what_it_was_about(office, ann, text: str, intent: str) -> None:
    office.relationship.remember(ann, office.turn("Remember that I prefer mornings"))

    office.say(ann, text, intent)

    assert office.memory.allowed(ann)
    assert [fact.text for fact in office.memory.facts(ann)] == ["I prefer mornings"]


@pytest.mark.parametrize(("text", "intent"), [("no thanks", ""), ("", "deny")])
def test_a_no_to_being_remembered_remembers_nothing(office, ann, text: str, intent: str) -> None:
    office.relationship.remember(ann, office.turn("Remember that I prefer mornings"))

    assert "won't remember" in words(office.say(ann, text, intent))

    assert not office.memory.allowed(ann)
    assert office.memory.facts(ann) == []
    assert not office.relationship.is_busy(ann)


def test_after_a_no_the_words_are_not_kept_in_the_question_either(office, ann) -> None:
    office.relationship.remember(ann, office.turn("Remember that I prefer mornings"))
    office.say(ann, "no")

    assert "mornings" not in office.stored(ann, "finished").state


def test_whoever_says_neither_yes_nor_no_is_not_remembered(office, ann) -> None:
    office.relationship.remember(ann, office.turn("Remember that I prefer mornings"))

    assert office.say(ann, "What is the travel policy?") is None

    assert not office.memory.allowed(ann)


def note(office: Office, employee: str, text: str = "I prefer mornings") -> str:
    office.memory.allow(employee, office.at)
    return office.memory.remember(employee, text, office.at)


def pressed_change(office: Office, employee: str, number: str) -> Outcome:
    return office.relationship.change_memory(employee, office.turn(intent="change_memory"), number)


def test_a_note_waits_for_its_new_words_also_over_a_restart(office, settings, ann) -> None:
    assert pressed_change(office, ann, note(office, ann)).status == "open"

    later = Office(open_database(settings), at=office.at)
    assert "is now" in words(later.say(ann, "I prefer evenings"))

    assert [fact.text for fact in later.memory.facts(ann)] == ["I prefer evenings"]
    assert not later.relationship.is_busy(ann)


@pytest.mark.parametrize(("text", "intent"), [("leave it", ""), ("no", ""), ("", "deny")])
def test_a_no_to_new_words_keeps_the_note(office, ann, text: str, intent: str) -> None:
    pressed_change(office, ann, note(office, ann))

    assert "stays as it is" in words(office.say(ann, text, intent))

    assert [fact.text for fact in office.memory.facts(ann)] == ["I prefer mornings"]
    assert not office.relationship.is_busy(ann)


def test_whoever_only_says_yes_to_new_words_is_asked_for_them_again(office, ann) -> None:
    pressed_change(office, ann, note(office, ann))

    assert office.say(ann, "yes").status == "open"
    office.say(ann, "I prefer evenings")

    assert [fact.text for fact in office.memory.facts(ann)] == ["I prefer evenings"]


def test_a_question_in_place_of_new_words_is_for_other_skills_and_keeps_the_note(office, ann) -> None:
    pressed_change(office, ann, note(office, ann))

    assert office.say(ann, "What is the travel policy?") is None

    assert [fact.text for fact in office.memory.facts(ann)] == ["I prefer mornings"]


def test_a_note_that_is_changed_within_a_session_gives_the_session_back(office, ann) -> None:
    number = note(office, ann)
    office.start(ann)
    before = office.state(ann)

    pressed_change(office, ann, number)
    office.say(ann, "I prefer evenings")

    assert office.state(ann, "paused") == before


class Desk:
    """Asks for the words of a request, then for a yes, then sends it."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def ask(self, employee: str, turn: Turn) -> tuple[Outcome, dict[str, str] | None]:
        return Outcome().say("What should it say?"), {"text": ""}

    def answered(
        self, employee: str, turn: Turn, noted: dict[str, str]
    ) -> tuple[Outcome | None, dict[str, Any] | None]:
        if not noted["text"]:
            return Outcome().say("Shall I?"), {"text": turn.plain}
        if not turn.agrees:
            return None, None
        self.sent.append(noted["text"])
        return Outcome(status="finished").say("Sent."), None


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_chore_waits_for_its_words_and_then_for_a_yes(sessions, settings, desk, ann) -> None:
    office = Office(sessions, chores=desk)
    office.relationship.do_chore(ann, office.turn("open a ticket", "open_ticket"))

    office.say(ann, "my badge is broken")
    later = Office(open_database(settings), chores=desk, at=office.at)
    assert words(later.say(ann, "yes")) == "Sent."

    assert desk.sent == ["my badge is broken"]


def test_a_chore_that_is_done_does_not_take_the_next_message(sessions, desk, ann) -> None:
    office = Office(sessions, chores=desk)
    office.relationship.do_chore(ann, office.turn("open a ticket", "open_ticket"))
    office.say(ann, "my badge is broken")
    office.say(ann, "yes")

    assert not office.relationship.is_busy(ann)
    assert office.say(ann, "What is the travel policy?") is None


def test_the_state_of_a_question_is_its_name_and_notes(pending, conversations, ann) -> None:
    pending.wait_for(ann, "size", NOW, goal="g1")

    stored = conversations.latest(ann, "open")
    assert stored.kind == KIND
    assert json.loads(stored.state) == {"what": "size", "goal": "g1"}
