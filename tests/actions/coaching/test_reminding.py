from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.coaching.nudging import is_quiet
from actions.coaching.reminding import Reminding, quiet_hours, zone_named
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


def quiet(start: int, end: int) -> set[int]:
    """Returns the hours from start up to end, over midnight where end comes first."""
    return {hour % 24 for hour in range(start, end if end > start else end + 24)}


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        # Until a time, or from one on: the other end is that of the working day.
        ("don't write after 6pm", quiet(18, 8)),
        ("don't write after 6", quiet(18, 8)),
        ("no messages after 9 PM please", quiet(21, 8)),
        ("please nothing past 11pm", quiet(23, 8)),
        ("not after 12am", quiet(0, 8)),
        ("don't message me after 18:00", quiet(18, 8)),
        ("quiet hours from 8pm", quiet(20, 8)),
        ("not before 9am please", quiet(18, 9)),
        ("don't ping me before 10", quiet(18, 10)),
        ("no nudges until 10", quiet(18, 10)),
        ("not after 6 p.m.", quiet(18, 8)),
        # Both ends.
        ("nothing after 6pm and not before 9am", quiet(18, 9)),
        ("never before 10 or after 4", quiet(16, 10)),
        ("don't write from 6pm till 9am", quiet(18, 9)),
        ("don't write between 10pm and 7am", quiet(22, 7)),
        ("don't message me between 12 and 2", quiet(12, 14)),
        ("I'm not available between 12 and 1", quiet(12, 13)),
        ("nothing from 5 to 9", quiet(5, 9)),
        # The hours that are wanted.
        ("only between 9 and 5", quiet(17, 9)),
        ("only between 9 and 17", quiet(17, 9)),
        ("Write to me between 8am and 4pm", quiet(16, 8)),
        ("only from 8am to 12pm", quiet(12, 8)),
        ("only between 12 and 3", quiet(15, 12)),
        # Round the clock, over midnight, without saying which half of the day.
        ("don't write between 22 and 7", quiet(22, 7)),
        ("nothing between 10pm and 7", quiet(22, 7)),
        ("no messages from 18:00 to 08:00", quiet(18, 8)),
        ("only write between 1 and 5pm", quiet(17, 13)),
        # Neither "from" nor "between".
        ("quiet hours 10pm to 7am", quiet(22, 7)),
        ("quiet hours 22:00-07:00", quiet(22, 7)),
        ("only 9am to 5pm please", quiet(17, 9)),
        ("don't write outside 9 to 5", quiet(17, 9)),
        # With points; and half hours, which must not be cut to less quiet than was wanted.
        ("only write between 9 a.m. and 5 p.m.", quiet(17, 9)),
        ("not before 9:30", quiet(18, 10)),
        ("my quiet hours are 17:30 to 9:00", quiet(17, 9)),
        ("only write between 9:30 and 17:30", quiet(17, 10)),
        ("don't write between 12:15 and 13:15", quiet(12, 14)),
        # Quiet, or work, without a no or an only.
        ("quiet hours from 6pm to 8am", quiet(18, 8)),
        ("quiet between 12 and 2", quiet(12, 14)),
        ("22:00-07:00", quiet(22, 7)),
        ("outside 9 to 5", quiet(17, 9)),
        ("Between 8 and 17 you can write to me, else not.", quiet(17, 8)),
        # One end that is wanted.
        ("write to me only after ten", quiet(18, 10)),
        ("only message me after 4pm", quiet(0, 16)),
        ("please write only before noon", quiet(12, 8)),
        # In words.
        ("nothing after seven", quiet(19, 8)),
        ("message me between nine and noon only", quiet(12, 9)),
    ],
)
def test_quiet_hours_are_taken_down_as_they_are_said(said: str, hours: set[int]) -> None:
    changes = quiet_hours(said)

    assert set(changes) == {"quiet_from", "quiet_until"}
    wishes = Wishes(**changes)
    assert {hour for hour in range(24) if is_quiet(hour, wishes)} == hours


@pytest.mark.parametrize(
    "said",
    [
        "be quiet please",
        "I'm in Europe/Berlin",
        "quiet hours",
        "don't write on Fridays",
        "only in the mornings",
        "no more than 2 messages",
        "nothing after 2 messages",
        "don't write from 2026-11-24 to 2026-12-03",
        "not until 3 December",
        "don't disturb me for 30 minutes",
    ],
)
def test_what_names_no_hour_changes_none(said: str) -> None:
    assert quiet_hours(said) == {}


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("I'm in Europe/Berlin", "Europe/Berlin"),
        ("my time zone is Asia/Ho_Chi_Minh.", "Asia/Ho_Chi_Minh"),
        ("I live in New York", "America/New_York"),
        ("we are on london time", "Europe/London"),
        ("Lisbon, Portugal", "Europe/Lisbon"),
        ("I moved to São Paulo", None),
        ("I'm in Sao Paulo!", "America/Sao_Paulo"),
        ("don't write after 6pm", None),
        ("Monday to Friday only", None),
        ("", None),
        ("i'm in europe/berlin", "Europe/Berlin"),
        ("don't wake me before 9am", None),
        ("nothing over Christmas", None),
        ("no messages in general after 6pm", None),
        ("I act as team lead, so not after 6", None),
        ("I'm not in Berlin any more", None),
        ("my time is short, not after 6", None),
        ("set my time zone to Paris", "Europe/Paris"),
        ("use Madrid time please", "Europe/Madrid"),
        ("I'm based in Singapore, so write then", "Asia/Singapore"),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(said: str, zone: str | None) -> None:
    assert zone_named(said) == zone


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
