from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.goals import GoalKeeping, picture
from actions.coaching.session.hearing import Turn
from actions.messages import Reply
from actions.storage.goals import Goals, StoredGoal

from .test_memory import encode

BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=BERLIN)
FRIDAY = datetime(2026, 11, 27, 0, 0, tzinfo=BERLIN)
DAY = timedelta(days=1)
SKILLS = ("giving-feedback", "time-management")


@pytest.fixture
def goals(sessions) -> Goals:
    return Goals(sessions)


@pytest.fixture
def keeping(goals) -> GoalKeeping:
    return GoalKeeping(goals, encode, SKILLS)


def say(text: str, *times: datetime, at: datetime = NOW) -> Turn:
    return Turn(text=text, at=at, times=times)


PRESSED = Turn(text="", at=NOW, command=True)


def titles(reply: Reply) -> list[str]:
    return [button.title for button in reply.buttons]


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("I want to give feedback every week", "give feedback every week"),
        ("My goal is to speak up in meetings", "speak up in meetings"),
        ("Set a goal: be calm in reviews", "be calm in reviews"),
        ("Please add a goal to learn Spanish", "learn Spanish"),
        ("Goal: read more", "read more"),
        ("Goal: total calm in reviews", "total calm in reviews"),
        ("My goal this year is to get the certificate", "get the certificate"),
        ("My resolution is to be on time", "be on time"),
        ("I want to network more, make that my goal", "network more"),
        ("Can you add a goal to learn Spanish?", "learn Spanish"),
    ],
)
def test_a_goal_is_kept_in_the_employees_words_without_the_asking(keeping, goals, ann, said, goal) -> None:
    reply, number = keeping.set(ann, say(said))

    assert goals.get(ann, number).text == goal
    assert reply.kind == "card"
    assert reply.text.startswith(f"Goal: {goal}.")
    assert reply.text.count("?") == 1


@pytest.mark.parametrize(
    "said",
    [
        "Set a goal",
        "I'd like to set a goal",
        "I want to set a new goal",
        "new goal",
        "Help me set a goal for this quarter",
        "I want something to aim for",
        "",
    ],
)
def test_whoever_asks_for_a_goal_without_naming_one_is_asked_which(keeping, goals, ann, said: str) -> None:
    reply, _ = keeping.set(ann, say(said))

    assert goals.active(ann) == []
    assert "?" in reply.text


def test_a_goal_without_a_number_is_rated_from_0_to_10(keeping, goals, ann) -> None:
    reply, number = keeping.set(ann, say("I want to listen better"))

    stored = goals.get(ann, number)
    assert (stored.measure, stored.target) == ("rating", 10.0)
    assert "On a scale from 0 to 10" in reply.text


@pytest.mark.parametrize(
    ("said", "target", "asked"),
    [
        ("I want to hold three talks", 3.0, "How many talks is it today?"),
        ("Goal: read 12 books this year", 12.0, "How many books is it today?"),
        ("I want to win Twelve customers", 12.0, "How many customers is it today?"),
        ("get to nine interviews", 9.0, "How many interviews is it today?"),
        ("My goal is to reach 1,000 users", 1000.0, "How many users is it today?"),
        ("raise our rating to 4.5 stars", 4.5, "How many stars is it today?"),
    ],
)
def test_a_goal_that_can_be_counted_is_counted(keeping, goals, ann, said, target, asked) -> None:
    reply, number = keeping.set(ann, say(said))

    stored = goals.get(ann, number)
    assert (stored.measure, stored.target) == ("number", target)
    assert asked in reply.text


@pytest.mark.parametrize(
    "said",
    [
        "I want to be promoted in 6 months",
        "I want to be on time 5 days a week",
        "finish by 9 am",
        "Set a goal: finish the report by 3 December",
        "be ready at 10 tomorrow",
        "hold 1:1 meetings with everyone",
        "hit my 2026 targets",
    ],
)
def test_a_date_or_a_span_of_time_is_nothing_to_count(keeping, goals, ann, said: str) -> None:
    _, number = keeping.set(ann, say(said))

    assert goals.get(ann, number).measure == "rating"


def test_a_goal_is_due_when_it_was_said_to_be_and_never_in_the_past(keeping, goals, ann) -> None:
    noon = FRIDAY.replace(hour=12)
    reply, number = keeping.set(ann, say("I want to give feedback by Friday", NOW - DAY, noon))

    assert goals.get(ann, number).due_at == noon
    assert "by Friday 27 November 2026." in reply.text

    _, undated = keeping.set(ann, say("I want to do better than yesterday", NOW - DAY))
    assert goals.get(ann, undated).due_at is None


def test_the_day_that_was_named_is_the_day_that_is_said(keeping, ann) -> None:
    reply, _ = keeping.set(ann, say("I want to give feedback by Friday", FRIDAY))

    assert "by Friday 27 November 2026." in reply.text


def test_a_goal_that_is_like_a_skill_of_the_library_is_filed_under_it(keeping, goals, ann) -> None:
    _, alike = keeping.set(ann, say("I want to get better at giving feedback"))
    _, other = keeping.set(ann, say("I want to learn Spanish"))

    assert goals.get(ann, alike).skill == "giving-feedback"
    assert goals.get(ann, other).skill is None


def test_without_skills_in_the_library_a_goal_is_set_all_the_same(goals, ann) -> None:
    _, number = GoalKeeping(goals, encode, ()).set(ann, say("I want to give feedback"))

    assert goals.get(ann, number).skill is None


def test_a_goal_offers_to_be_talked_through(keeping, ann) -> None:
    reply, number = keeping.set(ann, say("I want to give feedback"))

    assert [b.payload for b in reply.buttons] == [f'/start_session{{"goal": "{number}"}}']


def test_the_list_shows_each_goal_with_its_progress_and_a_button(keeping, goals, ann, bo) -> None:
    first = goals.add(ann, "give feedback", at=NOW, target=10.0)
    goals.add(ann, "read books", at=NOW + DAY, target=12.0)
    goals.add(bo, "bo's own", at=NOW)
    goals.report(ann, first, 3.0, NOW)

    reply = keeping.list(ann)

    assert reply.kind == "card"
    assert "1. give feedback\n   ▰▰▰▱▱▱▱▱▱▱ 3 of 10" in reply.text
    assert "2. read books\n   ▱▱▱▱▱▱▱▱▱▱ not measured yet" in reply.text
    assert "bo's" not in reply.text
    assert titles(reply) == ["Update 1", "Update 2"]
    assert reply.buttons[0].payload == f'/update_progress{{"goal": "{first}"}}'


def test_without_a_goal_the_list_asks_for_one_and_counts_those_that_were_reached(keeping, goals, ann) -> None:
    assert "so far" not in keeping.list(ann).text

    for n, status in enumerate(("done", "dropped", "done")):
        goals.change(ann, goals.add(ann, f"goal {n}", at=NOW), status=status)

    text = keeping.list(ann).text
    assert "You have reached 2 so far." in text
    assert text.count("?") == 1


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("7", 7.0),
        ("I'm at 7", 7.0),
        ("7/10", 7.0),
        ("a 6.5 today", 6.5),
        ("It's a solid 8.", 8.0),
        ("seven", 7.0),
        ("about a Five", 5.0),
        ("none so far", 0.0),
        ("0", 0.0),
        ("I'm at a 6 today, up from 5", 6.0),
        ("last week 3, this week 4", 4.0),
        ("one so far", 1.0),
        ("I went from 4 to 6", 6.0),
        ("4 out of 5", 8.0),
    ],
)
def test_a_number_is_taken_as_it_is_said(keeping, goals, ann, said: str, value: float) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=10.0)

    reply, missing = keeping.report(ann, say(said))

    assert missing is None
    assert goals.get(ann, number).values == (value,)
    assert reply.kind == "card"


@pytest.mark.parametrize(
    "said",
    [
        "I made some progress",
        "better than before",
        "gave away two tasks this week",
        "I gave away one task",
        "two more to go",
        "goal 1 is moving",
        "I did it at 9 am",
        "after 3 o'clock",
        "Done at 10am",
        "I did it at 12:30",
        "on the 11th",
        "no one has replied",
        "Update my progress on the one-to-one goal",
    ],
)
def test_what_is_no_number_is_asked_for_again_and_nothing_is_noted(keeping, goals, ann, said: str) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=10.0)

    reply, missing = keeping.report(ann, say(said))

    assert missing == number
    assert goals.get(ann, number).values == ()
    assert reply.text.count("?") == 1


@pytest.mark.parametrize("said", ["1000", "101", "50", "11", "70%"])
def test_a_rating_that_is_on_no_scale_is_not_noted(keeping, goals, ann, said: str) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=10.0)

    reply, missing = keeping.report(ann, say(said))

    assert missing == number
    assert goals.get(ann, number).values == ()
    assert "On a scale from 0 to 10" in reply.text


def test_more_than_was_wanted_can_be_counted(keeping, goals, ann) -> None:
    number = goals.add(ann, "read books", at=NOW, measure="number", target=12.0)

    keeping.report(ann, say("15"))

    assert goals.get(ann, number).values == (15.0,)


def test_a_button_that_names_a_goal_asks_for_its_number(keeping, goals, ann) -> None:
    first = goals.add(ann, "read books", at=NOW, measure="number", target=12.0)
    goals.add(ann, "give feedback", at=NOW + DAY)

    reply, missing = keeping.report(ann, PRESSED, first)

    assert missing == first
    assert reply.text == "Your goal: read books. How many of 12 is it today?"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ((), "4", "where you start from"),
        ((4.0,), "6", "further than last time"),
        ((4.0,), "2", "less than last time"),
        ((4.0, 6.0), "6", "The same as last time"),
    ],
)
def test_what_was_reported_is_seen_beside_the_time_before(keeping, goals, ann, before, now, said) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=10.0)
    for value in before:
        goals.report(ann, number, value, NOW)

    reply, _ = keeping.report(ann, say(now))

    assert said in reply.text
    assert not reply.buttons


def test_a_goal_that_is_reached_offers_to_be_ended(keeping, goals, ann) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=3.0)

    reply, _ = keeping.report(ann, say("3"))

    assert [b.payload for b in reply.buttons] == [f'/finish_goal{{"goal": "{number}"}}']
    assert goals.get(ann, number).status == "active"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I'm at 4 with my feedback for the team", "give feedback to the team"),
        ("presenting to customers is at 4", "present to customers"),
        ("4", "learn Spanish"),
        ("still 4 with it all", "learn Spanish"),
    ],
)
def test_of_several_goals_the_one_that_is_spoken_of_is_meant_or_else_the_newest(
    keeping, goals, ann, said, meant
) -> None:
    for n, text in enumerate(("give feedback to the team", "present to customers", "learn Spanish")):
        goals.add(ann, text, at=NOW + n * DAY, target=10.0)

    keeping.report(ann, say(said))

    assert [goal.text for goal in goals.active(ann) if goal.values] == [meant]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("I did it", "done"),
        ("I've reached my goal", "done"),
        ("Drop that goal", "dropped"),
        ("I don't want this any more", "dropped"),
        ("this is no longer important", "dropped"),
        ("Please forget this goal", "dropped"),
        ("I've reached my goal: remove two approval steps", "done"),
        ("I've finished my goal to delete old mail", "done"),
    ],
)
def test_a_goal_ends_as_the_employee_says(keeping, goals, ann, said: str, status: str) -> None:
    number = goals.add(ann, "clear my desk", at=NOW)

    reply = keeping.finish(ann, say(said, at=NOW + DAY))

    assert goals.get(ann, number).status == status
    assert "clear my desk" in reply.text
    assert goals.active(ann) == []


def test_a_pressed_button_ends_the_goal_that_it_names(keeping, goals, ann) -> None:
    first, second = goals.add(ann, "a", at=NOW), goals.add(ann, "b", at=NOW + DAY)

    keeping.finish(ann, PRESSED, first)

    assert [goal.id for goal in goals.active(ann)] == [second]
    assert goals.get(ann, first).status == "done"


def test_a_goal_that_was_dropped_is_not_reached_by_an_old_button(keeping, goals, ann) -> None:
    number = goals.add(ann, "give feedback", at=NOW)
    keeping.finish(ann, say("drop it"))

    assert "dropped this goal already" in keeping.finish(ann, PRESSED, number).text
    keeping.report(ann, say("5"), number)

    assert goals.get(ann, number).status == "dropped"
    assert goals.get(ann, number).values == ()


@pytest.mark.parametrize(
    ("said", "times", "text", "due"),
    [
        ("Change my goal to run better meetings", (), "run better meetings", None),
        ("my goal should be to ask more questions", (), "ask more questions", None),
        ("please change my goal: ask one question a day", (), "ask one question a day", None),
        ("Move my goal to Friday", (FRIDAY,), "give feedback", FRIDAY),
        ("I want to change my goal to run better meetings", (), "run better meetings", None),
        ("Move my goal to next Friday", (FRIDAY,), "give feedback", FRIDAY),
        ("Move the date to the end of March", (FRIDAY,), "give feedback", FRIDAY),
    ],
)
def test_other_words_or_another_date_take_the_place_of_a_goals(
    keeping, goals, ann, said, times, text, due
) -> None:
    number = goals.add(ann, "give feedback", at=NOW)

    reply = keeping.change(ann, say(said, *times))

    stored = goals.get(ann, number)
    assert (stored.text, stored.due_at) == (text, due)
    assert reply.kind == "card"


def test_a_new_number_in_a_goals_words_is_what_is_counted_to_from_then_on(keeping, goals, ann) -> None:
    number = goals.add(ann, "hold five talks", at=NOW, measure="number", target=5.0)

    keeping.change(ann, say("change my goal to hold three talks instead of five"))

    stored = goals.get(ann, number)
    assert (stored.text, stored.target) == ("hold three talks", 3.0)


def test_whoever_moves_a_goal_without_a_date_is_asked_for_it(keeping, goals, ann) -> None:
    number = goals.add(ann, "give feedback", at=NOW)

    assert keeping.change(ann, say("Move my goal")).text.endswith("When would you like to reach it?")
    assert goals.get(ann, number).text == "give feedback"


def test_the_number_that_the_list_gives_a_goal_means_that_goal(keeping, goals, ann) -> None:
    first, second = goals.add(ann, "read", at=NOW), goals.add(ann, "write", at=NOW + DAY)

    keeping.finish(ann, say("Drop goal 1"))

    assert goals.get(ann, first).status == "dropped"
    assert goals.get(ann, second).status == "active"


@pytest.mark.parametrize("said", ["change my goal", "the goal is wrong", "I want to change my goal"])
def test_whoever_does_not_say_what_it_should_be_instead_is_asked(keeping, goals, ann, said: str) -> None:
    number = goals.add(ann, "give feedback", at=NOW)

    reply = keeping.change(ann, say(said))

    assert reply.text == "Your goal: give feedback. What should it be instead?"
    assert goals.get(ann, number).text == "give feedback"


def test_without_a_goal_there_is_nothing_to_report_on_to_end_or_to_change(keeping, ann) -> None:
    assert keeping.report(ann, say("5"))[1] is None
    for reply in (
        keeping.report(ann, say("5"))[0],
        keeping.finish(ann, say("done")),
        keeping.change(ann, say("x")),
    ):
        assert reply.text.startswith("You have no goal open just now")


def test_nobody_reports_on_or_ends_anothers_goal_even_with_its_button(keeping, goals, ann, bo) -> None:
    number = goals.add(ann, "give feedback", at=NOW, target=10.0)
    before = goals.get(ann, number)

    reply, missing = keeping.report(bo, say("5"), number)
    assert missing is None
    for text in (reply.text, keeping.finish(bo, PRESSED, number).text, keeping.list(bo).text):
        assert "give feedback" not in text
    keeping.change(bo, say("Change my goal to be bo's"))

    assert goals.get(ann, number) == before


@pytest.mark.parametrize(
    ("values", "target", "shown"),
    [
        ((), 10.0, "▱▱▱▱▱▱▱▱▱▱ not measured yet"),
        ((0.0,), 10.0, "▱▱▱▱▱▱▱▱▱▱ 0 of 10"),
        ((2.0, 3.0), 10.0, "▰▰▰▱▱▱▱▱▱▱ 3 of 10, from 2"),
        ((2.0, 9.0, 6.5), None, "▰▰▰▰▰▰▱▱▱▱ 6.5 of 10, from 2"),
        ((1.0,), 3.0, "▰▰▰▱▱▱▱▱▱▱ 1 of 3"),
        ((12.0,), 12.0, "▰▰▰▰▰▰▰▰▰▰ 12 of 12"),
        ((15.0,), 12.0, "▰▰▰▰▰▰▰▰▰▰ 15 of 12"),
    ],
)
def test_progress_is_drawn_in_ten_blocks_and_said_in_words(values, target, shown) -> None:
    goal = StoredGoal("1", "read", None, "number", None, target, None, "active", NOW, values)

    assert picture(goal) == shown
