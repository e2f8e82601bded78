import time
from datetime import datetime

import pytest
from dateutil import tz

from bot.times.expression import find

# A Tuesday.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=tz.gettz("Europe/Paris"))


def found(text: str, now: datetime = NOW) -> list:
    return [(text[e.start : e.end], e.entity, e.value) for e in find(text, now)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("let's talk again tomorrow", "tomorrow", "2026-11-25"),
        ("I told him yesterday morning", "yesterday morning", "2026-11-23"),
        ("can we meet the day after tomorrow?", "the day after tomorrow", "2026-11-26"),
        ("I have 3 deadlines on friday", "friday", "2026-11-27"),
        ("ask me again on Tue", "Tue", "2026-12-01"),
        ("let's talk next Friday", "next Friday", "2026-12-04"),
        ("the workshop is on Monday next week", "Monday next week", "2026-11-30"),
        ("next week on Tuesday I present", "next week on Tuesday", "2026-12-01"),
        ("Monday in two weeks", "Monday in two weeks", "2026-12-07"),
        ("in two weeks on Monday, please", "in two weeks on Monday", "2026-12-07"),
        ("a week on Monday", "a week on Monday", "2026-12-07"),
        ("a fortnight on Friday", "a fortnight on Friday", "2026-12-11"),
        ("Wednesday week is fine", "Wednesday week", "2026-12-02"),
        ("Monday after next", "Monday after next", "2026-12-07"),
        ("the Thursday weekly is full", "Thursday", "2026-11-26"),
        ("last Friday it went wrong", "last Friday", "2026-11-20"),
        ("I've been stuck since Monday", "since Monday", "2026-11-23"),
        ("I want to send it by the end of the month", "the end of the month", "2026-11-30"),
        ("by the end of next week I'll know", "the end of next week", "2026-12-06"),
        ("before the end of the quarter", "the end of the quarter", "2026-12-31"),
        ("by the end of March I want to have held them all", "the end of March", "2027-03-31"),
        ("on 12 March I have my review", "12 March", "2027-03-12"),
        ("the review is on the 3rd of December", "the 3rd of December", "2026-12-03"),
        ("March 12th, 2028 is the day", "March 12th, 2028", "2028-03-12"),
        ("on 29 February", "29 February", "2028-02-29"),
        ("i'm on leave until the 15th, be quiet", "the 15th", "2026-12-15"),
        ("deadline 2027-01-15", "2027-01-15", "2027-01-15"),
        ("it ends on 05.02.2027", "05.02.2027", "2027-02-05"),
        ("by June I want my own project", "June", "2027-06-01"),
        ("the talk is in May", "May", "2027-05-01"),
        ("remind me next month", "next month", "2026-12-01"),
        ("no messages this week", "this week", "2026-11-29"),
        ("I'll write it at the weekend", "the weekend", "2026-11-28"),
        ("remind me in two weeks", "in two weeks", "2026-12-08"),
        ("within 30 days I want to stop", "within 30 days", "2026-12-24"),
        ("we argued a week ago", "a week ago", "2026-11-17"),
        ("in half an hour I see her", "in half an hour", "2026-11-24T10:30:00+01:00"),
        ("I meet her tomorrow at 3", "tomorrow at 3", "2026-11-25T15:00:00+01:00"),
        ("at five on Friday", "at five on Friday", "2026-11-27T17:00:00+01:00"),
        ("tomorrow morning at 6", "tomorrow morning at 6", "2026-11-25T06:00:00+01:00"),
        ("today at 15:30", "today at 15:30", "2026-11-24T15:30:00+01:00"),
        ("12 March, 9:30 am", "12 March, 9:30 am", "2027-03-12T09:30:00+01:00"),
        ("call me at half past two", "half past two", "2026-11-24T14:30:00+01:00"),
        ("quarter to nine works", "quarter to nine", "2026-11-25T08:45:00+01:00"),
        ("not before 9am please", "9am", "2026-11-25T09:00:00+01:00"),
    ],
)
def test_a_time_is_found_where_it_stands_and_seen_from_now(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, "time", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("I practised for half an hour", "half an hour", "PT30M"),
        ("a half-hour talk", "half-hour", "PT30M"),
        ("the meeting took 90 minutes", "90 minutes", "PT1H30M"),
        ("twenty-five minutes of focus", "twenty-five minutes", "PT25M"),
        ("the project runs three months", "three months", "P3M"),
        ("it needs a day and a half", "a day and a half", "P1DT12H"),
        ("two and a half hours", "two and a half hours", "PT2H30M"),
        ("1.5 hours", "1.5 hours", "PT1H30M"),
        ("1 hour 30 minutes", "1 hour 30 minutes", "PT1H30M"),
        ("I slept 2h 15min", "2h 15min", "PT2H15M"),
        ("three quarters of an hour", "three quarters of an hour", "PT45M"),
        ("pause the reminders for two weeks", "two weeks", "P2W"),
        ("a two-week sprint", "two-week", "P2W"),
        ("a couple of days", "a couple of days", "P2D"),
        ("it lasts for a year and a half", "a year and a half", "P1Y6M"),
        ("I have an hour for learning", "an hour", "PT1H"),
        ("two focus hours, 3 hours a day", "3 hours", "PT3H"),
        ("hold it for 30 seconds", "30 seconds", "PT30S"),
        ("in 5-minute steps", "5-minute", "PT5M"),
        ("he wants us in 5 days a week", "5 days", "P5D"),
    ],
)
def test_a_duration_is_found_in_digits_and_in_words(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, "duration", value)]


@pytest.mark.parametrize(
    "text",
    [
        "may I ask you something",
        "it may be a second chance",
        "the second one you suggested",
        "we march on",
        "the sun is out and I sat outside",
        "we wed in church",
        "my one-to-one was dull",
        "1:1 agenda",
        "how do I prepare a 1-2-1",
        "I can't log in with 2FA",
        "version 3.6.21 of the tool",
        "it broke in 10.4.2",
        "3 of 5 people said no",
        "we are at 3 open tickets",
        "my objective for Q2",
        "I've told you ten times a day",
        "one day I'll be a manager",
        "at the end of the day it is my job",
        "every Monday we meet",
        "every two weeks there's a retro",
        "is he 30 years old",
        "he's 20 years older than me",
        "I work 24/7",
        "on 31 February",
        "my hours are flexible",
        "august company, august people",
        "I present in the marketing forum",
        "",
    ],
)
def test_what_only_looks_like_a_time_gives_nothing(text: str) -> None:
    assert found(text) == []


def test_several_are_given_in_their_order() -> None:
    assert found("on Friday I have half an hour, and tomorrow at noon ten minutes") == [
        ("Friday", "time", "2026-11-27"),
        ("half an hour", "duration", "PT30M"),
        ("tomorrow at noon", "time", "2026-11-25T12:00:00+01:00"),
        ("ten minutes", "duration", "PT10M"),
    ]


def test_the_day_is_that_of_the_clock_it_is_seen_from() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=tz.UTC)
    tokyo = late.astimezone(tz.gettz("Asia/Tokyo"))

    assert found("tomorrow", late)[0][2] == "2026-11-25"
    assert found("tomorrow", tokyo)[0][2] == "2026-11-26"


def test_hours_are_counted_across_the_change_of_the_clocks() -> None:
    eve = datetime(2026, 3, 29, 1, 0, tzinfo=tz.gettz("Europe/Paris"))

    assert found("in two hours", eve)[0][2] == "2026-03-29T04:00:00+02:00"


@pytest.mark.parametrize(
    "text", ["in 9000 years", "9999 years ago", "9999 years 9999 days from now", "two dayſ", "32.13.2027"]
)
def test_what_no_calendar_has_breaks_nothing(text: str) -> None:
    assert all(entity == "duration" for _, entity, _ in found(text))


def test_a_message_without_a_time_costs_less_than_a_tenth_of_a_millisecond() -> None:
    text = "how do I tell a colleague that her work was not good enough without hurting her"

    started = time.perf_counter()
    for _ in range(1000):
        find(text, NOW)

    assert time.perf_counter() - started < 0.1


@pytest.mark.parametrize("text", ["friday ", "may 1 ", "in ", "a day and a half ", "12:30 ", "1 ", "at 3 "])
def test_a_long_message_of_anything_does_not_hold_up_the_others(text: str) -> None:
    started = time.perf_counter()
    find((text * 5000)[:4000] + " day", NOW)

    assert time.perf_counter() - started < 1
