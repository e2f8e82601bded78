import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.goal_words import counted, due, named
from actions.coaching.goals import RATE, GoalKeeping, opening, picture
from actions.coaching.relationship import LEFT, declines
from actions.coaching.session.card import first_check
from actions.coaching.session.hearing import Turn
from actions.coaching.session.state import Stage
from actions.messages import Reply
from actions.storage.goals import Goals, StoredGoal

from .test_memory import encode
from .test_sessions import STORY, Office, words

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
    assert reply.kind == "move"
    assert reply.text.startswith(f"Goal: {goal}.")
    assert reply.text.count("?") == 1


STATED = [
    # Said in so many words.
    ("My goal is to delegate more", "delegate more"),
    ("My new goal is to leave at five twice a week", "leave at five twice a week"),
    ("My objective for Q2 is to run better meetings", "run better meetings"),
    ("My goal for the next eight weeks is to say no once a week", "say no once a week"),
    ("My goal would be to have fewer meetings", "have fewer meetings"),
    ("My goal is: to speak up more", "speak up more"),
    ("My goal? To be calmer with customers.", "be calmer with customers"),
    ("It's my goal to speak up once in every meeting", "speak up once in every meeting"),
    ("Becoming a project manager is my goal", "become a project manager"),
    ("Speak up more, that's the goal", "speak up more"),
    ("My dream is to lead a team", "lead a team"),
    ("goal - less overtime", "less overtime"),
    ("new aim: ask one question in each meeting", "ask one question in each meeting"),
    ("put this down as a goal: no meetings on Friday", "no meetings on Friday"),
    ("add to my goals: write shorter emails", "write shorter emails"),
    ("one thing I want to achieve this year: finish my certification", "finish my certification"),
    ("I've got a goal for you to note: no email before nine", "no email before nine"),
    ("Set a goal: hold my 1:1s every week", "hold my 1:1s every week"),
    ("I'd like to set myself a goal, to be more patient", "be more patient"),
    ("How about I make it my goal to call my customers daily", "call my customers daily"),
    ("another goal please, I want to network more", "network more"),
    ("want to build up my confidence, goal for this autumn", "build up my confidence"),
    # "I want my goal to be ..."
    ("I want my goal to be speaking up in meetings", "speak up in meetings"),
    ("I want my goal to be to speak up in meetings", "speak up in meetings"),
    ("I want my goal to be more patient", "be more patient"),
    ("I want my goal to be more patience with my team", "more patience with my team"),
    ("I'd like my goal to be that I leave at five", "leave at five"),
    ("can my goal be to read one article a week?", "read one article a week"),
    # Meant, and not called a goal.
    ("I want to get better at presenting", "get better at presenting"),
    ("what I want to achieve is more trust in my team", "more trust in my team"),
    ("In three months I want to lead the weekly on my own", "lead the weekly on my own"),
    ("By the end of March I want to have held one-to-ones with all", "have held one-to-ones with all"),
    ("This year I will learn to say no", "learn to say no"),
    ("I must get faster with reports", "get faster with reports"),
    ("I've decided to stop checking emails at night", "stop checking emails at night"),
    ("I plan to become a trainer", "become a trainer"),
    ("I'm working on being more assertive", "work on being more assertive"),
    ("Help me stop procrastinating", "stop procrastinating"),
    ("my boss wants me to be more visible, let's make that a goal", "be more visible"),
    ("my manager and I agreed that I should present once a month", "present once a month"),
    ("I want my manager to give me more feedback", "get my manager to give me more feedback"),
    ("My goal is for my team to run the weekly without me", "get my team to run the weekly without me"),
    ("it would be nice to worry less about mistakes, could that be a goal", "worry less about mistakes"),
    ("I want to be a better listener because my team complains", "be a better listener"),
    ("Well, I'm not sure, maybe to speak up more?", "speak up more"),
    ("Delegating more", "delegate more"),
    ("Better work-life balance", "better work-life balance"),
    ("My goal is not to lose my temper", "not lose my temper"),
    # By those who learnt English later, or type fast.
    ("My goal it is to delegate more", "delegate more"),
    ("my goal is, that I can talk in front of 50 people", "be able to talk in front of 50 people"),
    ("I have the goal to become project manager", "become project manager"),
    ("I have as goal to answer mails in one day", "answer mails in one day"),
    ("I want that I delegate more", "delegate more"),
    ("I want that my team trusts me", "my team trusts me"),
    ("I want improve my english", "improve my english"),
    ("I want to improving my presentations", "improve my presentations"),
    ("I would like make better presentations", "make better presentations"),
    ("I like to be better in Excel", "be better in Excel"),
    ("I wish I could say no", "be able to say no"),
    ("I have in mind to change to the product team", "change to the product team"),
    ("goal is to be more calm in meetings", "be more calm in meetings"),
    ("i wana be better at time management", "be better at time management"),
    ("id like to be less nervous when i speak, make that my goal", "be less nervous when I speak"),
    ("my goal is delegate more, ok?", "delegate more"),
    # With numbers.
    ("I want to sell 20 policies a month", "sell 20 policies a month"),
    ("My target for 2027 is 30 new clients", "30 new clients"),
    ("My goal is to reach 90% customer satisfaction", "reach 90% customer satisfaction"),
    ("I want to go from 3 to 8 customer calls a week", "go from 3 to 8 customer calls a week"),
    ("I set myself the target of two focus hours a day", "two focus hours a day"),
    # Two at once.
    ("I want to delegate more and give feedback every week", "delegate more and give feedback every week"),
    ("My goals are to delegate more and to leave on time", "delegate more and leave on time"),
    ("I have two goals: delegate more and stop working weekends", "delegate more and stop working weekends"),
    ("I want to be on time and I want to answer mails daily", "be on time and answer mails daily"),
    ("I want to delegate more. I also want to learn Spanish.", "delegate more and learn Spanish"),
]


@pytest.mark.parametrize(("said", "goal"), STATED)
def test_a_goal_is_heard_however_it_is_put(said: str, goal: str) -> None:
    assert named(say(said)) == goal


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("My goal is to delegate more by March", "delegate more"),
        ("I want to sell 20 policies per month by the end of June", "sell 20 policies per month"),
        ("I want to be promoted in 6 months", "be promoted"),
        ("finish the report by Friday at the latest", "finish the report"),
        ("I want to finish my certification by 30 June 2027", "finish my certification"),
        ("Goal is finishing the project before 15 January", "finish the project"),
        ("we want to launch two features this quarter", "launch two features"),
        ("until the end of the year I want to read six books", "read six books"),
        ("I wanna get better at excel by summer", "get better at excel"),
    ],
)
def test_a_date_stands_beside_the_goal_and_not_in_it(keeping, goals, ann, said: str, goal: str) -> None:
    reply, number = keeping.set(ann, say(said, FRIDAY))

    stored = goals.get(ann, number)
    assert (stored.text, stored.due_at) == (goal, FRIDAY)
    assert reply.text.startswith(f"Goal: {goal}. You want to be there by Friday 27 November 2026. ")


@pytest.mark.parametrize(
    "said",
    [
        "no meetings on Friday",
        "I want to leave at five twice a week",
        "no email before nine",
        "answer within a day",
        "get promoted next year",
        "hold a talk in June",
    ],
)
def test_a_time_that_is_no_last_day_stays_in_the_words(keeping, goals, ann, said: str) -> None:
    reply, number = keeping.set(ann, say(said, FRIDAY))

    stored = goals.get(ann, number)
    assert stored.due_at is None
    assert stored.text == said.removeprefix("I want to ")
    assert "You want to be there" not in reply.text


def test_a_day_counts_before_an_hour_that_is_named_beside_it() -> None:
    five = NOW.replace(hour=17)

    assert due(say("I want to leave at five by Friday", five, FRIDAY)) == FRIDAY


@pytest.mark.parametrize(
    "said",
    [
        "run 2 workshops and write 4 articles",
        "delegate more and read 12 books",
        "cut my open tickets to 5 tickets",
        "be calmer",
    ],
)
def test_two_things_at_once_or_less_of_one_are_rated(said: str) -> None:
    assert counted(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Set a goal",
        "I'd like to set a goal",
        "I want to set a new goal",
        "new goal",
        "Help me set a goal for this quarter",
        "I want something to aim for",
        "I need a target for the next month",
        "Make it a goal",
        "I have to set a goal",
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
        ("sell 20 policies a month", 20.0, "How many policies a month is it at the moment?"),
        ("reach 90% customer satisfaction", 90.0, "How far is it today, in percent?"),
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
    ("said", "times", "text", "by"),
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
    keeping, goals, ann, said, times, text, by
) -> None:
    number = goals.add(ann, "give feedback", at=NOW)

    reply = keeping.change(ann, say(said, *times))

    stored = goals.get(ann, number)
    assert (stored.text, stored.due_at) == (text, by)
    assert reply.kind == "move"
    assert ("You want to be there by" in reply.text) == (by is not None)


def test_a_new_number_in_a_goals_words_is_what_is_counted_to_from_then_on(keeping, goals, ann) -> None:
    number = goals.add(ann, "hold five talks", at=NOW, measure="number", target=5.0)

    keeping.change(ann, say("change my goal to hold three talks instead of five"))

    stored = goals.get(ann, number)
    assert (stored.text, stored.target) == ("hold three talks", 3.0)


def test_a_goal_whose_new_words_have_no_number_is_rated_from_then_on(keeping, goals, ann) -> None:
    number = goals.add(ann, "hold five talks", at=NOW, measure="number", target=5.0)

    keeping.change(ann, say("change my goal to speak more slowly"))

    stored = goals.get(ann, number)
    assert (stored.measure, stored.target) == ("rating", 10.0)


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


@pytest.mark.parametrize("days", [1, 2, 3, 5, 10, 40, 365])
@pytest.mark.parametrize("weekday", range(7))
def test_a_plan_is_asked_about_by_the_day_on_which_its_goal_is_due(days: int, weekday: int) -> None:
    now = NOW + weekday * DAY

    assert now < first_check(now, now + days * DAY)
    assert first_check(now, now + days * DAY).date() <= (now + days * DAY).date()


def stored_goal(measure: str = "rating", target: float | None = 10.0, *values: float) -> StoredGoal:
    return StoredGoal("1", "read", None, measure, None, target, None, "active", NOW, values)


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        (stored_goal("rating", 10.0, 3.0), "You're at 3 of 10. "),
        (stored_goal("number", 20.0, 0.0), "You're at 0 of 20. "),
        (stored_goal("rating", 10.0, 2.0, 4.5), "You're at 4.5 of 10. "),
        (stored_goal(), "Your goal: read. "),
    ],
)
def test_a_talk_on_a_goal_begins_with_where_it_stands_and_asks_one_thing(goal, first: str) -> None:
    for seed in range(20):
        words = opening(goal, [], random.Random(seed))
        assert words.startswith(first)
        assert words.count("?") == 1


def test_a_talk_on_a_goal_does_not_begin_like_the_last_one() -> None:
    goal, said = stored_goal("rating", 10.0, 3.0), []
    for _ in range(6):
        said.append(opening(goal, said, random.Random(1)))

    assert len(set(said)) == 6


@pytest.fixture
def office(sessions) -> Office:
    return Office(sessions)


def set_goal(office: Office, employee: str, text: str = "I want to give feedback", *times: datetime) -> str:
    office.relationship.set_goal(employee, office.turn(text, times=times))
    return office.goals.active(employee)[-1].id


@pytest.mark.parametrize("number", ["3", "I'd say a 3", "3 of 10"])
def test_the_first_number_of_a_goal_opens_a_talk_on_it(office, ann, number: str) -> None:
    goal = set_goal(office, ann)

    outcome = office.say(ann, number)

    assert outcome.status == "open"
    assert [said.kind for said in outcome.says] == ["move"]
    assert words(outcome).startswith("You're at 3 of 10. ")
    state = office.state(ann, "open")
    assert (state.goal_id, state.draft.goal, state.asked) == (goal, "give feedback", Stage.reality)
    assert office.goals.get(ann, goal).values == (3.0,)


def test_a_number_that_comes_later_opens_the_talk_as_well(office, ann) -> None:
    goal = set_goal(office, ann)
    office.say(ann, "What is the travel policy?")

    outcome = office.relationship.report_progress(ann, office.turn("I'm at 3 now"), None)

    assert outcome.status == "open"
    assert office.state(ann, "open").goal_id == goal


def test_a_talk_on_a_new_goal_leads_to_a_plan_that_belongs_to_it(office, ann) -> None:
    goal = set_goal(office, ann)
    office.say(ann, "3")
    office.say(ann, STORY)
    office.go_on(ann, Stage.confirm)
    office.say(ann, "yes")

    plan = office.plans.latest(ann)
    assert (plan.goal_id, plan.goal) == (goal, "give feedback")
    assert len(office.goals.active(ann)) == 1


DECLINED = (
    "no",
    "no thanks",
    "not now",
    "No, not now",
    "later",
    "maybe later",
    "not today, thanks",
    "that's all",
    "ok, that's all for now",
    "thank you",
    "another time please",
    "bye",
)


@pytest.mark.parametrize("said", DECLINED)
def test_whoever_does_not_want_to_talk_about_a_new_goal_leaves_without_fuss(office, ann, said: str) -> None:
    set_goal(office, ann)
    office.say(ann, "3")

    outcome = office.say(ann, said)

    assert (words(outcome), outcome.status) == (LEFT, "stopped")
    assert not office.relationship.is_busy(ann)
    assert office.goals.active(ann)[0].values == (3.0,)


@pytest.mark.parametrize("said", DECLINED)
def test_whoever_does_not_want_to_give_a_number_leaves_without_fuss(office, ann, said: str) -> None:
    set_goal(office, ann)

    assert words(office.say(ann, said)) == LEFT
    assert not office.relationship.is_busy(ann)


@pytest.mark.parametrize(
    "said",
    [
        "ok",
        "I don't know",
        "no time, there is always something else to do first",
        "No, my boss wants me to do it all myself",
        "I leave it until later and then it is too late",
        "my colleagues are fine with it, I am not",
    ],
)
def test_an_answer_in_a_talk_on_a_goal_does_not_end_it(office, ann, said: str) -> None:
    set_goal(office, ann)
    office.say(ann, "3")

    assert office.say(ann, said).status == "open"


def test_a_no_in_the_middle_of_a_talk_does_not_end_it(office, ann) -> None:
    set_goal(office, ann)
    office.say(ann, "3")
    office.say(ann, STORY)

    assert office.say(ann, "no").status == "open"


@pytest.mark.parametrize("intent", ["deny", "not_now"])
def test_a_pressed_no_is_a_no(intent: str) -> None:
    assert declines(Turn(text="", intent=intent, at=NOW, command=True))


def test_a_number_on_the_way_opens_no_talk(office, ann) -> None:
    set_goal(office, ann)
    office.say(ann, "3")
    office.say(ann, "later")

    outcome = office.relationship.report_progress(ann, office.turn("it's a 5 now"), None)

    assert outcome.status == "finished"
    assert outcome.says[0].kind == "card"
    assert not office.relationship.is_busy(ann)


def test_a_goal_that_is_reached_with_its_first_number_opens_no_talk(office, ann) -> None:
    set_goal(office, ann)

    outcome = office.say(ann, "10")

    assert outcome.status == "finished"
    assert [button.title for button in outcome.says[0].buttons] == ["I've reached it"]


def test_a_goal_that_a_plan_stands_for_opens_no_talk_with_its_first_number(office, ann) -> None:
    office.confirm_plan(ann)

    outcome = office.relationship.report_progress(ann, office.turn("I'm at 4 with it"), None)

    assert outcome.status == "finished"
    assert not office.relationship.is_busy(ann)


def test_a_goal_that_is_set_instead_takes_the_place_of_a_talk_that_nobody_took_up(office, ann) -> None:
    set_goal(office, ann)
    office.say(ann, "3")
    second = set_goal(office, ann, "I want to learn Spanish")

    office.say(ann, "2")

    assert office.state(ann, "open").goal_id == second
    office.say(ann, "later")
    assert not office.relationship.is_busy(ann)


def test_a_goal_that_is_set_within_a_session_gives_it_back(office, ann) -> None:
    office.start(ann)
    set_goal(office, ann)

    assert office.say(ann, "7").status == "paused"

    assert office.state(ann, "open", "paused").goal_id is None


@pytest.mark.parametrize("status", ["paused", "open"])
def test_what_is_said_of_a_goal_beside_a_session_is_for_its_own_skill(office, ann, status: str) -> None:
    office.start(ann)
    if status == "paused":
        office.say(ann, "I have to run, can we continue later?")

    assert office.say(ann, "Add another goal: learn Spanish", "set_goal") is None
    assert office.say(ann, "Move my goal to Friday", "change_goal") is None
    assert office.stored(ann).status == status


def test_a_goal_is_set_while_a_session_waits_and_its_words_are_not_taken_for_the_sessions(
    office, ann
) -> None:
    office.start(ann)
    assert office.say(ann, "My goal is to learn Spanish", "set_goal") is not None
    office.say(ann, "I have to run, can we continue later?")

    assert office.say(ann, "My goal is to learn Spanish", "set_goal") is None


def test_a_talk_on_a_goal_ends_with_the_goal(office, ann) -> None:
    goal = set_goal(office, ann)
    office.say(ann, "3")

    outcome = office.relationship.finish_goal(ann, office.turn("I've reached my goal"), None)

    assert words(outcome).startswith("Reached: give feedback.")
    assert office.goals.get(ann, goal).status == "done"
    assert not office.relationship.is_busy(ann)


def test_the_goal_that_is_talked_of_is_the_one_that_is_reached(office, ann) -> None:
    first, second = set_goal(office, ann), set_goal(office, ann, "I want to learn Spanish")
    office.start(ann, "", goal_id=first)

    office.relationship.finish_goal(ann, office.turn("yes, done and dusted"), None)

    assert office.goals.get(ann, first).status == "done"
    assert office.goals.get(ann, second).status == "active"


def test_another_goals_end_leaves_the_talk_open(office, ann) -> None:
    first = set_goal(office, ann)
    office.say(ann, "3")
    second = office.goals.add(ann, "learn Spanish", at=office.at)

    office.relationship.finish_goal(ann, office.turn(intent="finish_goal"), second)

    assert office.state(ann, "open").goal_id == first


@pytest.mark.parametrize(("said", "status"), [("I reached my goal", "done"), ("drop my goal", "dropped")])
def test_a_check_in_ends_with_its_goal(office, ann, said: str, status: str) -> None:
    plan = office.confirm_plan(ann)
    office.due(ann)

    office.relationship.finish_goal(ann, office.turn(said), None)

    assert office.plans.get(ann, plan.id).status == status
    assert not office.relationship.is_busy(ann)


def test_a_day_that_the_employee_names_is_kept_whatever_the_goals_own(office, ann) -> None:
    goal = office.goals.add(ann, "agree on a limit", at=NOW, due_at=NOW + 5 * DAY)
    office.start(ann, "", goal_id=goal)
    office.say(ann, STORY)
    office.go_on(ann, Stage.check)
    office.say(ann, "in two weeks", times=(NOW + 14 * DAY,))
    office.go_on(ann, Stage.confirm)
    office.say(ann, "yes")

    assert office.plans.latest(ann).check_at.date() == (NOW + 14 * DAY).date()


def test_a_goal_that_is_rated_asks_for_the_rating_and_nothing_else(keeping, ann) -> None:
    reply, _ = keeping.set(ann, say("My goal is to delegate more"))

    assert reply.text == f"Goal: delegate more. {RATE}"
