from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.reminding import Reminding
from actions.coaching.session.hearing import Turn
from actions.storage.nudges import Nudges, Wishes

BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=BERLIN)
FRIDAY = datetime(2026, 11, 27, 9, 30, tzinfo=BERLIN)
FAR = NOW + timedelta(days=365)


@pytest.fixture
def nudges(sessions) -> Nudges:
    return Nudges(sessions)


@pytest.fixture
def reminding(nudges) -> Reminding:
    return Reminding(nudges, "Europe/Berlin")


def say(text: str, *times: datetime, at: datetime = NOW) -> Turn:
    return Turn(text=text, at=at, times=times)


def test_quiet_hours_and_the_zone_are_kept_and_said_back(reminding, nudges, ann, bo) -> None:
    reply = reminding.quiet(ann, say("I'm in New York, don't write between 9pm and 7am"))

    assert nudges.wishes(ann) == Wishes("America/New_York", 21, 7)
    assert reply.text == ("Noted. I won't write between 21:00 and 07:00. Your time zone is America/New_York.")
    assert nudges.wishes(bo) == Wishes()


def test_a_zone_alone_leaves_the_hours_and_hours_alone_leave_the_zone(reminding, nudges, ann) -> None:
    assert reminding.quiet(ann, say("I'm in Berlin")).text == "Noted. Your time zone is Europe/Berlin."
    reminding.quiet(ann, say("not after 8pm"))
    reminding.quiet(ann, say("now I live in Tokyo"))

    assert nudges.wishes(ann) == Wishes("Asia/Tokyo", 20, 8)


def test_whoever_names_neither_is_told_what_can_be_said(reminding, nudges, ann) -> None:
    reply = reminding.quiet(ann, say("leave me in peace sometimes"))

    assert "don't write after 6pm" in reply.text
    assert nudges.wishes(ann) == Wishes()


def test_a_mute_is_kept_until_it_is_taken_back_and_leaves_the_rest(reminding, nudges, ann, bo) -> None:
    reminding.quiet(ann, say("I'm in Berlin, not after 8pm"))

    reminding.mute(ann)
    assert nudges.wishes(ann) == Wishes("Europe/Berlin", 20, 8, muted=True)
    assert not nudges.wishes(bo).muted

    reminding.unmute(ann)
    assert nudges.wishes(ann) == Wishes("Europe/Berlin", 20, 8)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("remind me on Friday at 9 to send the report", "send the report"),
        ("Remind me to call Sam at 3pm tomorrow", "call Sam"),
        ("please remind me tomorrow that I have to call Ann.", "call Ann"),
        ("can you remind me next week about the review?", "the review"),
        ("remind me in 20 minutes to breathe", "breathe"),
        ("remind me at noon to eat", "eat"),
        ("remind me again on Friday evening to pack", "pack"),
        ("I need a reminder to book the room on Monday", "book the room"),
        ("ping me at 14:30 about the deck", "the deck"),
        ("nudge me Thursday, I have to say no", "say no"),
        ("remind me today at 15:30 to call Bo", "call Bo"),
        ("remind me tomorrow morning", "what you wanted to do"),
        ("reminder", "what you wanted to do"),
        ("set a reminder tomorrow at 10 for the stand-up", "the stand-up"),
        ("Set a reminder for Friday 9am: submit expenses", "submit expenses"),
        ("please remind me to prepare for Monday's meeting on Friday", "prepare for Monday's meeting"),
        ("remind me on 3 December to renew the badge", "renew the badge"),
        ("remind me this evening to close the ticket", "close the ticket"),
        ("remind me in an hour to check the build", "check the build"),
        ("remind me in two weeks to ask Sam", "ask Sam"),
        ("remind me at 9 o'clock to call Ann", "call Ann"),
        ("remind me at half past two to leave", "leave"),
        ("remind me on Tue to water the plants", "water the plants"),
        ("remind me tomorrow to take 2 days off", "take 2 days off"),
        # A second moment is part of what there is to do.
        ("remind me on Friday to prepare for the meeting on Monday", "prepare for the meeting on Monday"),
        ("on Friday remind me to plan the offsite in March", "plan the offsite in March"),
        ("remind me to finish the deck before Friday", "finish the deck before Friday"),
        ("remind me that the Monday meeting is moved, on Friday", "the Monday meeting is moved"),
        ("remind me about this tomorrow", "this"),
        ("put a reminder for me on Friday: feedback to Lin", "feedback to Lin"),
        ("I mustn't forget the survey, remind me on Friday", "the survey"),
        ("remind me to order 12 laptops next week, thanks", "order 12 laptops"),
    ],
)
def test_a_reminder_says_what_to_do_without_the_asking_and_the_time(
    reminding, nudges, ann, said: str, what: str
) -> None:
    reply = reminding.remind(ann, say(said, FRIDAY))

    [waiting] = nudges.waiting(FAR)
    nudge = nudges.get(ann, waiting.id)
    assert (nudge.kind, nudge.text, nudge.due_at) == ("reminder", what, FRIDAY)
    assert reply.text == f"I'll remind you on Friday 27 November 2026 at 09:30: {what}."
    assert reminding.reminder(nudge).text == f"You asked me to remind you: {what}."


@pytest.mark.parametrize(
    "said",
    [
        "remind me every Friday to send the list",
        "remind me to send the list on Fridays",
        "weekly reminder on Friday to send the list",
    ],
)
def test_a_reminder_that_is_wanted_again_and_again_is_said_to_come_once(
    reminding, nudges, ann, said: str
) -> None:
    reply = reminding.remind(ann, say(said, FRIDAY))

    assert reply.text.endswith("at 09:30: send the list. It comes this once; ask me again for the next time.")
    assert [nudges.get(ann, nudge.id).text for nudge in nudges.waiting(FAR)] == ["send the list"]


def test_what_there_is_to_do_may_itself_be_weekly(reminding, nudges, ann) -> None:
    reply = reminding.remind(ann, say("remind me on Friday to read the weekly report", FRIDAY))

    assert reply.text.endswith("read the weekly report.")


def test_a_reminder_of_no_time_or_of_a_time_that_is_over_is_asked_about(reminding, nudges, ann) -> None:
    for turn in (
        say("remind me to call"),
        say("remind me yesterday", NOW - timedelta(days=1)),
        say("now", NOW),
    ):
        reply = reminding.remind(ann, turn)
        assert reply.text.startswith("When shall I remind you?")

    assert nudges.waiting(FAR) == []


def test_of_several_times_the_first_that_is_still_to_come_counts(reminding, nudges, ann) -> None:
    reminding.remind(ann, say("remind me", NOW - timedelta(days=1), FRIDAY, FAR))

    assert [nudge.due_at for nudge in nudges.waiting(FAR)] == [FRIDAY]


@pytest.mark.parametrize("zone", ["", "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"])
def test_a_day_without_a_time_means_nine_in_the_employees_morning(reminding, nudges, ann, zone: str) -> None:
    own = ZoneInfo(zone or "Europe/Berlin")
    nudges.wish(ann, timezone=zone)
    midnight = datetime(2026, 11, 27, tzinfo=own)

    reply = reminding.remind(ann, say("remind me on Friday to call", midnight, at=NOW.astimezone(own)))

    [nudge] = nudges.waiting(FAR)
    assert nudge.due_at == midnight.replace(hour=9)
    assert "on Friday 27 November 2026 at 09:00" in reply.text


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, tzinfo=BERLIN), datetime(2026, 10, 25, tzinfo=BERLIN)])
def test_nine_in_the_morning_is_nine_by_the_clock_on_the_days_the_clocks_change(
    reminding, nudges, ann, day
) -> None:
    reminding.remind(ann, say("remind me on Sunday", day, at=datetime(2026, 3, 1, tzinfo=BERLIN)))

    [nudge] = nudges.waiting(FAR)
    assert nudge.due_at.astimezone(BERLIN) == day.replace(hour=9)


def test_a_reminder_is_said_back_by_the_employees_own_clock(reminding, nudges, ann) -> None:
    nudges.wish(ann, timezone="America/New_York")

    reply = reminding.remind(ann, say("remind me to call", datetime(2026, 11, 27, 2, 0, tzinfo=UTC)))

    assert "on Thursday 26 November 2026 at 21:00" in reply.text


def test_reminders_are_their_employees_own(reminding, nudges, ann, bo) -> None:
    reminding.remind(ann, say("remind me to call", FRIDAY))

    assert nudges.waiting(FAR, bo) == []


def test_whoever_muted_is_not_promised_a_reminder_that_will_not_come(reminding, nudges, ann) -> None:
    reminding.mute(ann)

    reply = reminding.remind(ann, say("remind me on Friday to call", FRIDAY))

    assert "I'll remind you" not in reply.text
    assert "you can remind me again" in reply.text
    assert [nudge.due_at for nudge in nudges.waiting(FAR)] == [FRIDAY]
