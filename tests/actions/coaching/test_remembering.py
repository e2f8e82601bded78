from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.memory import Memory
from actions.coaching.memory_card import MAX_LISTED
from actions.coaching.remembering import ASK_CONSENT, Remembering
from actions.coaching.session.hearing import Turn
from actions.messages import Reply
from actions.storage.goals import Goals
from actions.storage.memories import OwnMemories
from actions.storage.plans import Plans

from .test_memory import encode

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


@pytest.fixture
def memory(people, sessions) -> Memory:
    return Memory(people, partial(OwnMemories, sessions), encode)


@pytest.fixture
def plans(sessions) -> Plans:
    return Plans(sessions)


@pytest.fixture
def remembering(memory, plans, sessions) -> Remembering:
    return Remembering(memory, plans, Goals(sessions))


@pytest.fixture
def agreed(memory, ann) -> str:
    memory.allow(ann, NOW)
    return ann


def say(text: str, at: datetime = NOW) -> Turn:
    return Turn(text=text, at=at)


def texts(memory: Memory, employee: str) -> list[str]:
    return [fact.text for fact in memory.facts(employee)]


def titles(reply: Reply) -> list[str]:
    return [button.title for button in reply.buttons]


def plan(plans: Plans, employee: str, at: datetime = NOW, **fields: str) -> str:
    words = {
        "goal": "agree on a limit",
        "cue": "Tuesday after lunch",
        "action": "talk to him",
        "obstacle": "he is away",
        "remedy": "write to him",
    }
    return plans.add(
        employee, session_id=None, goal_id=None, check_at=at + 7 * DAY, at=at, **{**words, **fields}
    )


def test_nothing_is_remembered_before_the_employee_agreed_to_it(remembering, memory, ann) -> None:
    reply, asks = remembering.remember(ann, say("Remember that I prefer mornings"))

    assert asks
    assert reply.text == ASK_CONSENT
    assert [button.payload for button in reply.buttons] == ["/affirm", "/deny"]
    assert texts(memory, ann) == []


def test_what_the_agreement_was_asked_about_is_remembered_with_it(remembering, memory, ann) -> None:
    reply = remembering.allow(ann, "Remember that I prefer mornings.", NOW)

    assert memory.allowed(ann)
    assert texts(memory, ann) == ["I prefer mornings."]
    assert reply.text == "Thank you. I'll remember this: “I prefer mornings”."


def test_an_agreement_to_nothing_in_particular_is_taken_too(remembering, memory, ann) -> None:
    remembering.allow(ann, "please remember", NOW)

    assert memory.allowed(ann)
    assert texts(memory, ann) == []


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("Remember that I prefer mornings", "I prefer mornings"),
        ("remember this: I am left-handed", "I am left-handed"),
        ("Can you please remember I have two kids", "I have two kids"),
        ("Please note: my manager is Sam", "my manager is Sam"),
        ("make a note that I like tea", "I like tea"),
        ("don't forget that I work nights", "I work nights"),
        ("don’t forget that I work nights", "I work nights"),
        ("Keep in mind that I work nights", "I work nights"),
        ("for next time: I hate phone calls", "I hate phone calls"),
        ("I'd like you to remember that I work part-time", "I work part-time"),
        ("So, remember my name is Al", "my name is Al"),
        ("write down that I own the budget", "I own the budget"),
        ("I like direct feedback, remember that", "I like direct feedback"),
        ("fyi I'm on leave in May", "I'm on leave in May"),
        ("Note down that I work Tuesdays", "I work Tuesdays"),
        ("remember it's my day off on Friday", "it's my day off on Friday"),
        ("Remember that's my last day", "that's my last day"),
        ("Remember this week I'm away", "this week I'm away"),
        ("Save items in the shared folder", "items in the shared folder"),
        ("Remember Thatcham is my office", "Thatcham is my office"),
    ],
)
def test_a_fact_is_kept_in_the_employees_words_without_the_asking(
    remembering, memory, agreed, said, fact
) -> None:
    reply, asks = remembering.remember(agreed, say(said))

    assert not asks
    assert texts(memory, agreed) == [fact]
    assert reply.text == f"I'll remember this: “{fact}”."


@pytest.mark.parametrize(
    "said",
    [
        "remember",
        "Please remember this",
        "remember that ...",
        "note:",
        "save this note",
        "can you remember something for me?",
    ],
)
def test_whoever_names_no_fact_is_asked_for_it(remembering, memory, agreed, said: str) -> None:
    reply, asks = remembering.remember(agreed, say(said))

    assert reply.text == "What would you like me to remember?"
    assert not asks
    assert texts(memory, agreed) == []


def test_the_list_names_each_fact_with_its_date_its_origin_and_two_buttons(
    remembering, memory, agreed, bo
) -> None:
    first = memory.remember(agreed, "I prefer mornings", NOW)
    memory.keep_session(agreed, ["My manager plans on Fridays"], NOW + DAY)
    memory.remember(bo, "bo's own secret", NOW)

    reply = remembering.known(agreed)

    assert reply.kind == "card"
    assert reply.text.splitlines()[1:] == [
        "1. “I prefer mornings” (Tuesday 24 November 2026, you asked me to remember it)",
        "2. “My manager plans on Fridays” (Wednesday 25 November 2026, said in a session)",
    ]
    assert titles(reply) == ["Change 1", "Forget 1", "Change 2", "Forget 2"]
    assert reply.buttons[0].payload == f'/change_memory{{"memory": "{first}"}}'
    assert reply.buttons[1].payload == f'/forget_this{{"memory": "{first}"}}'


def test_of_many_facts_the_newest_have_buttons_and_the_others_are_named_in_words(
    remembering, memory, agreed
) -> None:
    for n in range(1, 6):
        memory.remember(agreed, f"fact number {n}", NOW + n * DAY)

    reply = remembering.known(agreed)

    assert titles(reply) == ["Change 3", "Forget 3", "Change 4", "Forget 4", "Change 5", "Forget 5"]
    assert reply.text.endswith("For the others, say “change note 1 to …” or “forget note 1”.")


def test_of_very_many_facts_the_newest_are_listed_and_the_rest_is_counted(
    remembering, memory, agreed
) -> None:
    for n in range(MAX_LISTED + 5):
        memory.remember(agreed, f"fact number {n}", NOW + n * DAY)

    reply = remembering.known(agreed)

    assert "1. “fact number 5”" in reply.text
    assert f"{MAX_LISTED}. “fact number {MAX_LISTED + 4}”" in reply.text
    assert f"These are the newest {MAX_LISTED} of {MAX_LISTED + 5}." in reply.text


def test_plans_are_listed_with_how_they_went(remembering, plans, ann, bo) -> None:
    for n, status in enumerate(("active", "done", "not_done", "dropped")):
        number = plan(plans, ann, NOW + n * DAY, action=f"take step {n}")
        if status != "active":
            plans.end(ann, number, status)
    plan(plans, bo, action="keep it to myself")

    lines = remembering.known(ann).text.splitlines()[1:]

    assert lines[0] == (
        "· Your plan of Tuesday 24 November 2026: If it is Tuesday after lunch, then I will take step 0 (open)"
    )
    assert [line.rsplit(" (", 1)[1] for line in lines] == ["open)", "done)", "not done)", "set aside)"]
    assert "myself" not in "".join(lines)


def test_whoever_is_not_remembered_is_told_so_and_what_is_stored_all_the_same(
    remembering, memory, ann
) -> None:
    text = remembering.known(ann).text
    assert text.startswith("I remember nothing about you.")
    assert "switched off" in text

    memory.allow(ann, NOW)
    assert "switched off" not in remembering.known(ann).text


def test_whoever_has_goals_is_not_told_that_nothing_is_known(remembering, sessions, ann) -> None:
    Goals(sessions).add(ann, "learn Spanish", at=NOW)

    assert "learn Spanish" in remembering.known(ann).text


def test_a_button_forgets_the_fact_that_it_names(remembering, memory, agreed) -> None:
    number = memory.remember(agreed, "I prefer mornings", NOW)
    memory.remember(agreed, "my manager is Sam", NOW)
    pressed = Turn(text="", at=NOW, command=True)

    assert remembering.forget(agreed, pressed, number).text == "Forgotten."
    assert remembering.forget(agreed, pressed, number).text == "I don't have that any more."
    assert texts(memory, agreed) == ["my manager is Sam"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Forget that I prefer mornings", ["my manager is Sam"]),
        ("please forget what I told you about my manager Sam", ["I prefer mornings"]),
        ("Can you delete the note about mornings?", ["my manager is Sam"]),
        ("delete note 2", ["I prefer mornings"]),
        ("delete note 7", ["I prefer mornings", "my manager is Sam"]),
        ("delete note 0", ["I prefer mornings", "my manager is Sam"]),
        ("delete the second one from the list", ["I prefer mornings"]),
        ("remove the last note", ["I prefer mornings"]),
        ("forget my holiday plans", ["I prefer mornings", "my manager is Sam"]),
        ("forget", ["I prefer mornings", "my manager is Sam"]),
    ],
)
def test_what_is_meant_is_forgotten_and_said_and_nothing_else(
    remembering, memory, agreed, said: str, kept: list[str]
) -> None:
    memory.remember(agreed, "I prefer mornings", NOW)
    memory.remember(agreed, "my manager is Sam", NOW + DAY)

    reply = remembering.forget(agreed, say(said), None)

    assert texts(memory, agreed) == kept
    assert ("Forgotten" in reply.text) == (len(kept) == 1)


@pytest.mark.parametrize(
    "said", ["Forget everything", "please delete everything you know", "forget all about me"]
)
def test_everything_is_forgotten_and_the_agreement_with_it(remembering, memory, agreed, said: str) -> None:
    memory.remember(agreed, "I prefer mornings", NOW)
    memory.keep_session(agreed, ["My manager plans on Fridays"], NOW)

    reply = remembering.forget(agreed, say(said), None)

    assert reply.text.startswith("Forgotten: 2 items.")
    assert texts(memory, agreed) == []
    assert not memory.allowed(agreed)


def test_whoever_wants_the_notes_on_one_thing_forgotten_keeps_the_others(remembering, memory, agreed) -> None:
    memory.remember(agreed, "I prefer mornings", NOW)
    memory.remember(agreed, "my manager is Sam", NOW)

    remembering.forget(agreed, say("Forget all my notes about Sam"), None)

    assert texts(memory, agreed) == ["I prefer mornings"]
    assert memory.allowed(agreed)


def test_whoever_has_everything_forgotten_is_told_that_plans_and_goals_stay(remembering, plans, ann) -> None:
    plan(plans, ann)

    reply = remembering.forget(ann, say("Forget everything"), None)

    assert "Your plans, your goals and the text of our conversation stay" in reply.text
    assert "drop" in reply.text
    assert "remember nothing" not in reply.text
    assert "talk to him" in remembering.known(ann).text


def test_everything_but_one_thing_is_never_taken_for_everything(remembering, memory, agreed) -> None:
    memory.remember(agreed, "I prefer mornings", NOW)

    remembering.forget(agreed, say("Forget everything except that I prefer mornings"), None)

    assert texts(memory, agreed) == ["I prefer mornings"]
    assert memory.allowed(agreed)


@pytest.mark.parametrize(
    "said", ["What did we agree last time?", "what was my plan", "What did I decide to do?"]
)
def test_what_was_agreed_is_the_last_plan_with_its_date(remembering, plans, ann, said: str) -> None:
    plan(plans, ann, action="wait")
    plan(plans, ann, NOW + DAY)

    assert remembering.recall(ann, say(said, NOW + 9 * DAY)).text == (
        "On Wednesday 25 November 2026 you planned: “If it is Tuesday after lunch, then I will talk to him”. "
        "And if this got in the way: he is away, you wanted to write to him."
    )


def test_a_plan_that_was_dropped_is_told_as_such(remembering, plans, ann) -> None:
    plan(plans, ann)
    remembering.forget(ann, say("drop the plan"), None)

    text = remembering.recall(ann, say("What did we agree last time?")).text

    assert text.startswith("On Tuesday 24 November 2026 you planned:")
    assert text.endswith("You dropped it since.")


def test_a_question_is_answered_in_the_employees_words_with_the_date(
    remembering, memory, agreed, plans
) -> None:
    plan(plans, agreed)
    memory.remember(agreed, "my manager is Sam.", NOW)

    text = remembering.recall(agreed, say("Who is my manager?")).text

    assert text == "On Tuesday 24 November 2026 you told me: “my manager is Sam”."


def test_what_was_never_said_is_not_made_up(remembering, memory, ann) -> None:
    assert "switched off" in remembering.recall(ann, say("What is my manager's name?")).text

    memory.allow(ann, NOW)
    assert remembering.recall(ann, say("What is my manager's name?")).text == "You haven't told me that."
    assert remembering.recall(ann, say("What did we agree?")).text == "You haven't told me that."


def test_a_plan_made_early_in_the_morning_far_east_bears_that_days_date(remembering, plans, ann) -> None:
    tokyo = datetime(2026, 11, 25, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    plan(plans, ann, tokyo)

    text = remembering.recall(ann, say("What did we agree?", tokyo + DAY)).text

    assert "Wednesday 25 November 2026" in text


def test_nobody_hears_of_another(remembering, memory, plans, ann, bo) -> None:
    memory.allow(ann, NOW)
    memory.allow(bo, NOW)
    number = memory.remember(ann, "I prefer mornings", NOW)
    plan(plans, ann)

    said = [
        remembering.known(bo).text,
        remembering.recall(bo, say("What did we agree about mornings?")).text,
        remembering.recall(bo, say("I prefer mornings")).text,
        remembering.forget(bo, say("forget that I prefer mornings"), None).text,
        remembering.forget(bo, say("forget everything"), None).text,
        remembering.forget(bo, say(""), number).text,
    ]

    assert not [text for text in said if "mornings" in text or "talk to him" in text]
    assert texts(memory, ann) == ["I prefer mornings"]
    assert memory.allowed(ann)
    assert plans.latest(ann).status == "active"
