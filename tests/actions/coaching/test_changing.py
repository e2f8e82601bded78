from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.changing import GONE, NOTHING_TO_CHANGE, Changing
from actions.coaching.memory import MAX_TEXT, Memory
from actions.coaching.session.asides import aside
from actions.coaching.session.hearing import Turn
from actions.storage.memories import OwnMemories

from .test_memory import encode

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def memory(people, sessions) -> Memory:
    return Memory(people, partial(OwnMemories, sessions), encode)


@pytest.fixture
def changing(memory) -> Changing:
    return Changing(memory)


@pytest.fixture
def agreed(memory, ann) -> str:
    memory.allow(ann, NOW)
    return ann


def say(text: str, at: datetime = NOW + DAY, **fields) -> Turn:
    return Turn(text=text, at=at, **fields)


def press(intent: str = "change_memory") -> Turn:
    return Turn(text="", intent=intent, at=NOW + DAY, command=True)


def texts(memory: Memory, employee: str) -> list[str]:
    return [fact.text for fact in memory.facts(employee)]


@pytest.fixture
def two(memory, agreed) -> tuple[str, str]:
    """Two notes, neither told just now."""
    return (
        memory.remember(agreed, "I'm preparing for the team-lead role", NOW - DAY),
        memory.remember(agreed, "my manager is Sam", NOW),
    )


def test_a_pressed_button_asks_what_its_note_should_say(changing, memory, agreed, two) -> None:
    reply, asked = changing.change(agreed, press(), two[0])

    assert asked == two[0]
    assert "“I'm preparing for the team-lead role”" in reply.text
    assert reply.text.count("?") == 1
    assert [button.payload for button in reply.buttons] == ["/deny"]
    assert len(texts(memory, agreed)) == 2


def test_a_button_of_a_note_that_is_gone_says_so(changing, memory, agreed, two) -> None:
    memory.forget(agreed, two[0])

    assert changing.change(agreed, press(), two[0]) == (changing.change(agreed, press(), "x")[0], "")
    assert changing.change(agreed, press(), two[0])[0].text == GONE


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "change that to I'm preparing for the group-lead role",
            ["my manager is Sam", "I'm preparing for the group-lead role"],
        ),
        (
            "the note about my manager is wrong, her name is Ines",
            ["I'm preparing for the team-lead role", "her name is Ines"],
        ),
        (
            "change my manager to Ines",
            ["I'm preparing for the team-lead role", "my manager: Ines"],
        ),
        ("change note 1 to I lead two teams", ["my manager is Sam", "I lead two teams"]),
        (
            "that's wrong, my manager is Sam Hill",
            ["I'm preparing for the team-lead role", "my manager is Sam Hill"],
        ),
    ],
)
def test_what_is_meant_is_changed_in_words_and_nothing_else(
    changing, memory, agreed, two, said, kept
) -> None:
    reply, asked = changing.change(agreed, say(said), None)

    assert not asked
    assert reply.text.startswith("Changed: “")
    assert kept[1] in reply.text
    assert texts(memory, agreed) == kept


def test_what_was_there_before_is_said_with_what_takes_its_place(changing, agreed, two) -> None:
    reply, _ = changing.change(agreed, say("change note 2 to my manager is Ada."), None)

    assert reply.text == "Changed: “my manager is Sam” is now “my manager is Ada”."


def test_whoever_names_a_note_but_no_words_is_asked_for_them(changing, agreed, two) -> None:
    for said in ("change note 2", "correct the note about my manager", "change note 2 to Ada"):
        reply, asked = changing.change(agreed, say(said), None)
        assert asked == two[1]
        assert "my manager is Sam" in reply.text


def test_that_is_what_was_told_just_now(changing, memory, agreed, two) -> None:
    memory.remember(agreed, "I hate phone calls", NOW + DAY)

    changing.change(agreed, say("change that to I love long letters", NOW + DAY + MINUTE), None)

    assert texts(memory, agreed)[-1] == "I love long letters"
    assert "I hate phone calls" not in texts(memory, agreed)


def test_whoever_may_mean_any_of_several_is_shown_them_and_nothing_changes(
    changing, memory, agreed, two
) -> None:
    reply, asked = changing.change(agreed, say("that's wrong, I work in Leeds"), None)

    assert not asked
    assert reply.text.splitlines()[0] == "Which of these shall I change?"
    assert [button.title for button in reply.buttons] == ["Change 1", "Change 2"]
    assert texts(memory, agreed) == ["I'm preparing for the team-lead role", "my manager is Sam"]


def test_the_only_note_is_the_one_that_is_meant(changing, memory, agreed) -> None:
    memory.remember(agreed, "I work in London", NOW)

    changing.change(agreed, say("that's wrong, we all moved to Leeds"), None)

    assert texts(memory, agreed) == ["we all moved to Leeds"]


def test_what_is_not_known_yet_is_added_when_all_that_is_known_is_brought_up_to_date(
    changing, memory, agreed, two
) -> None:
    reply, _ = changing.change(agreed, say("update what you know: I moved to the Madrid office"), None)

    assert "I'll remember this: “I moved to the Madrid office”." in reply.text
    assert len(texts(memory, agreed)) == 3


def test_what_may_be_new_does_not_take_the_place_of_what_is_only_somewhat_like_it(
    changing, memory, agreed, two
) -> None:
    changing.change(agreed, say("update what you know: my manager plans on Fridays"), None)

    assert "my manager is Sam" in texts(memory, agreed)
    assert "my manager plans on Fridays" in texts(memory, agreed)


def test_nothing_is_kept_of_whoever_did_not_agree_to_it(changing, memory, ann) -> None:
    reply, asked = changing.change(ann, say("update what you know: I moved to the Madrid office"), None)

    assert (reply.text, asked) == (NOTHING_TO_CHANGE, "")
    assert texts(memory, ann) == []


def test_the_answer_takes_the_place_of_the_note(changing, memory, agreed, two) -> None:
    reply, asked = changing.changed(agreed, say("I'm preparing for the group-lead role"), two[0])

    assert not asked
    assert "is now “I'm preparing for the group-lead role”" in reply.text
    assert texts(memory, agreed) == ["my manager is Sam", "I'm preparing for the group-lead role"]


@pytest.mark.parametrize(
    "turn", [say("no"), say("leave it"), say("cancel"), say("rather not", intent="deny", confidence=0.95)]
)
def test_a_no_keeps_the_note(changing, memory, agreed, two, turn) -> None:
    reply, asked = changing.changed(agreed, turn, two[0])

    assert not asked
    assert reply.text == "It stays as it is: “I'm preparing for the team-lead role”."
    assert len(texts(memory, agreed)) == 2


def test_the_button_to_leave_it_keeps_the_note(changing, agreed, two) -> None:
    reply, _ = changing.changed(agreed, press("deny"), two[0])

    assert reply.text.startswith("It stays as it is")


@pytest.mark.parametrize(
    "turn",
    [
        say("What is the travel policy?"),
        press("list_goals"),
        say("hello", intent="greet", confidence=0.99),
        say("so much happened " * MAX_TEXT),
    ],
)
def test_a_message_about_something_else_is_no_answer(changing, memory, agreed, two, turn) -> None:
    assert changing.changed(agreed, turn, two[0]) == (None, "")
    assert texts(memory, agreed) == ["I'm preparing for the team-lead role", "my manager is Sam"]


@pytest.mark.parametrize("said", ["yes", "ok", "hmm", "change it"])
def test_an_answer_without_words_is_asked_for_once_more(changing, agreed, two, said: str) -> None:
    reply, asked = changing.changed(agreed, say(said), two[0])

    assert asked == two[0]
    assert "What should it say" in reply.text


def test_a_note_can_be_deleted_in_place_of_a_change(changing, memory, agreed, two) -> None:
    reply, _ = changing.changed(agreed, say("delete it please"), two[0])

    assert reply.text == "Forgotten: “I'm preparing for the team-lead role”."
    assert texts(memory, agreed) == ["my manager is Sam"]


def test_nobody_changes_or_hears_anothers_note(changing, memory, agreed, two, bo) -> None:
    memory.allow(bo, NOW)

    said = [
        changing.change(bo, press(), two[0])[0],
        changing.change(bo, say("change note 1 to bo was here"), None)[0],
        changing.change(bo, say("change that to I'm preparing for the group-lead role"), None)[0],
    ]

    assert not [reply for reply in said if "team-lead" in reply.text or "Sam" in reply.text]
    assert changing.changed(bo, say("bo was here too"), two[0]) == (None, "")
    assert texts(memory, agreed) == ["I'm preparing for the team-lead role", "my manager is Sam"]


@pytest.mark.parametrize(
    "said",
    [
        "update what you know: I'm a team lead now",
        "please change note 2 to I work nights",
        "can you correct what you've noted about me?",
        "correct your notes, I lead two teams",
        "what you know about me is wrong",
        "I'd like to change something you remember",
    ],
)
def test_in_the_middle_of_a_session_a_note_can_be_changed_too(said: str) -> None:
    assert aside(say(said)) == "change_memory"
    assert aside(press()) == "change_memory"


@pytest.mark.parametrize(
    "said",
    [
        "change that to Friday",
        "that's wrong, I work in Leeds",
        "update my notes before the meeting",
        "replace the note I sent him",
        "I will correct the notes of the meeting",
    ],
)
def test_a_change_to_the_session_is_left_to_the_session(said: str) -> None:
    assert aside(say(said)) is None
