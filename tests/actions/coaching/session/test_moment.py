import pytest

from actions.coaching.session.card import plan_text
from actions.coaching.session.moment import cue_of, how_often, is_time, split_cue, tells_moment, when
from actions.coaching.session.state import Draft, Stage
from tests.actions.coaching.session.test_harvest import told


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Monday", {"cue": "Monday"}),
        ("On Monday, in my one-to-one with Amira", {"cue": "Monday, in my one-to-one with Amira"}),
        ("Tomorrow, when he gets his first coffee", {"cue": "tomorrow, when he gets his first coffee"}),
        ("every morning", {"cue": "every morning"}),
        ("Every Monday before nine", {"cue": "every Monday before nine"}),
        ("Mondays", {"cue": "Mondays"}),
        ("on Tuesdays and Thursdays", {"cue": "Tuesdays and Thursdays"}),
        ("On Thursday, after the handover, she's always in her office then.", {"cue": "Thursday, after the handover"}),
        ("Next Tuesday, Monday is my free day", {"cue": "next Tuesday"}),
        ("When I open my calendar on Thursday morning, because that's the only quiet moment I get", {"cue": "I open my calendar on Thursday morning"}),
        ("When a builder rings me with a question.", {"cue": "a builder rings me with a question"}),
        ("Maybe when he is back from holiday", {"cue": "he is back from holiday"}),
        ("At my desk", {"cue": "at my desk"}),
        ("in the kitchen, probably", {"cue": "in the kitchen"}),
        ("on the train home", {"cue": "on the train home"}),
        ("with my first coffee", {"cue": "with my first coffee"}),
        ("over lunch", {"cue": "lunch"}),
        ("on the 20th, right after lunch", {"cue": "the 20th, right after lunch"}),
        ("on 3 March at ten", {"cue": "3 March at ten"}),
        ("at quarter to nine", {"cue": "quarter to nine"}),
        ("9.30", {"cue": "9.30"}),
        ("as soon as possible", {"cue": "as soon as possible"}),
        ("From Monday on", {"cue": "from Monday on"}),
        ("once a week", {"action": "talk to him once a week"}),
        ("every day", {"action": "talk to him every day"}),
        ("every day after lunch", {"cue": "every day after lunch"}),
        ("I might forget it", {"reality": True}),
        ("I'm scared that she says I'm too sensitive", {"reality": True}),
        ("soon", {}),
        ("I don't know, Wednesday?", {"cue": "Wednesday"}),
        ("no idea really", {}),
        ("Monday, but I might forget", {"cue": "Monday", "obstacle": "I might forget"}),
        ("Not before Thursday", {"cue": "not before Thursday"}),
        ("after I dropped the kids at school", {"cue": "after I dropped the kids at school"}),
        ("While I'm waiting for the build", {"cue": "I'm waiting for the build"}),
        ("Before our late shift on Friday, in the tea room", {"cue": "before our late shift on Friday, in the tea room"}),
        ("I have a one-to-one with her on Wednesday at three", {"cue": "Wednesday at three"}),
        ("the next time he calls me at home", {"cue": "the next time he calls me at home"}),
        ("In the next time when he makes this joke", {"cue": "the next time he makes this joke"}),
        ("either Monday or Tuesday", {"cue": "Monday or Tuesday"}),
        ("Tuesday. Or no, Wednesday.", {"cue": "Wednesday"}),
        ("this week", {"cue": "this week"}),
        ("by the end of the week", {"cue": "the end of the week"}),
        ("ask Ann to come along", {"action": "ask Ann to come along"}),
        ("when I have time", {"cue": "I have time"}),
        ("I'd do it right after our weekly", {"cue": "right after our weekly"}),
        ("in the weekly", {"cue": "the weekly"}),
        ("The day after the release", {"cue": "the day after the release"}),
        ("on the way to work", {"cue": "on the way to work"}),
        ("Start of the early shift, Tuesday.", {"cue": "start of the early shift, Tuesday"}),
        ("in two weeks", {"cue": "in two weeks"}),
        ("he always says no", {"reality": True}),
        ("Mon 9am", {"cue": "Mon 9am"}),
        ("monday or tuesday, depends on my shift", {"cue": "monday or tuesday"}),
        ("When the catalogue comes, so Friday.", {"cue": "the catalogue comes on Friday"}),
        ("The next review is on the 14th.", {"cue": "the next review on the 14th"}),
        ("At my next one-on-one, which is Thursday at 2pm.", {"cue": "my next one-on-one, Thursday at 2pm"}),
        ("twice a week, Tuesdays and Fridays", {"cue": "Tuesdays and Fridays"}),
        ("tomorrow I have a free hour at eleven", {"cue": "tomorrow at eleven"}),
        ("Monday is best, before the phones start", {"cue": "Monday, before the phones start"}),
        ("Thursday works for me because he's in the office then", {"cue": "Thursday"}),
        ("it's quietest between two and three", {"cue": "between two and three"}),
        ("mornings are best", {"cue": "mornings"}),
        ("sometime next week", {"cue": "sometime next week"}),
        ("I don't know when", {}),
        ("it's hard to say", {}),
    ],
)  # fmt: skip
def test_a_moment_keeps_its_day_and_what_is_no_moment_is_not_taken_for_one(
    said: str, kept: dict[str, object]
) -> None:
    assert told(Stage.cue, said) == kept


@pytest.mark.parametrize(
    ("question", "said", "kept"),
    [
        ("What will be your signal to begin?", "He starts talking over me", {"cue": "he starts talking over me"}),
        ("What will be your signal to begin?", "The bell", {"cue": "the bell"}),
        ("What do you do every day that it could follow?", "my first coffee", {"cue": "after my first coffee"}),
        ("What do you do every day that it could follow?", "the stand-up", {"cue": "after the stand-up"}),
    ],
)  # fmt: skip
def test_a_moment_is_completed_by_what_was_asked(question: str, said: str, kept: dict[str, object]) -> None:
    assert told(Stage.cue, said, asked=question) == kept


@pytest.mark.parametrize(
    ("said", "half"),
    [
        # Days and hours.
        ("on Monday", "If it is Monday"),
        ("tomorrow at quarter to seven", "If it is tomorrow at quarter to seven"),
        ("at four", "If it is four"),
        ("at 9.30", "If it is 9.30"),
        ("15 December", "If it is 15 December"),
        ("On the 20th, right after lunch", "If it is the 20th, right after lunch"),
        ("Monday or Tuesday", "If it is Monday or Tuesday"),
        ("by Wednesday", "If it is Wednesday"),
        ("from Monday on", "If it is Monday or later"),
        ("in two weeks", "If it is two weeks from now"),
        ("in March", "If it is March"),
        ("end of March", "If it is the end of March"),
        ("next shift", "If it is the next shift"),
        ("lunch break", "If it is the lunch break"),
        ("as soon as possible", "If it is possible"),
        ("straight away", "If it can be straight away"),
        # What happens.
        ("when he interrupts me", "If he interrupts me"),
        ("when my shift ends", "If my shift ends"),
        ("as soon as he's back", "If he's back"),
        ("when a builder rings me with a question", "If a builder rings me with a question"),
        ("when the alarm at four goes off", "If the alarm at four goes off"),
        ("whenever the chat pops up", "If the chat pops up"),
        ("While I'm waiting for the build", "If I'm waiting for the build"),
        ("the next time when he calls at night", "If it is the next time he calls at night"),
        ("after I dropped the kids at school", "If it is after I dropped the kids at school"),
        # Events and places.
        ("at stand-up on Thursday", "If it is stand-up on Thursday"),
        ("in our next 1:1", "If it is our next 1:1"),
        ("over lunch", "If it is lunch"),
        ("at my desk", "If I'm at my desk"),
        ("on my way home", "If I'm on my way home"),
        ("with my first coffee", "If I have my first coffee"),
        ("driving home", "If I'm driving home"),
        # A day and what more must be the case.
        ("On Monday, in my one-to-one with Amira", "If it is Monday and I'm in my one-to-one with Amira"),
        ("Monday in my one-to-one", "If it is Monday and I'm in my one-to-one"),
        ("Tomorrow, when he gets his first coffee", "If it is tomorrow and he gets his first coffee"),
        ("Wednesday when she does the tills", "If it is Wednesday and she does the tills"),
        ("Thursday if Rosa is in", "If it is Thursday and Rosa is in"),
        ("At nine, with my second coffee", "If it is nine and I have my second coffee"),
        ("in the evening when the kids sleep", "If it is the evening and the kids sleep"),
        ("on Tuesday in the morning", "If it is Tuesday in the morning"),
        ("Thursday, at the latest", "If it is Thursday, at the latest"),
        ("in our team meeting, on the 12th", "If it is our team meeting, on the 12th"),
        # Habits.
        ("every morning", "If it is morning"),
        ("mornings", "If it is morning"),
        ("every morning at eight", "If it is eight in the morning"),
        ("every morning before I open my mail", "If it is morning, before I open my mail"),
        ("each morning when I switch on the computer", "If it is morning and I switch on the computer"),
        ("Every evening after the kids are in bed", "If it is evening, after the kids are in bed"),
        ("every Friday afternoon", "If it is a Friday afternoon"),
        ("Every Monday before nine", "If it is a Monday before nine"),
        ("Mondays", "If it is a Monday"),
        ("on Tuesdays and Thursdays", "If it is a Tuesday or a Thursday"),
        ("every second Wednesday", "If it is Wednesday, every second week"),
        ("every day after lunch", "If it is after lunch on any day"),
        ("every day when I come in", "If I come in"),
        ("weekdays at eight", "If it is a weekday at eight"),
        ("before every meeting", "If it is before a meeting"),
        ("every meeting", "If I'm in a meeting"),
    ],
)  # fmt: skip
def test_every_kind_of_moment_begins_a_plan_that_reads_well(said: str, half: str) -> None:
    assert when(cue_of(said)) == half


def test_the_if_then_plan_of_a_day_and_a_meeting_reads_as_a_sentence() -> None:
    draft = Draft(cue="Monday, in my one-to-one with Amira", action="hand her the Harlow case")
    assert plan_text(draft) == (
        "If it is Monday and I'm in my one-to-one with Amira, then I will hand her the Harlow case"
    )


@pytest.mark.parametrize(
    ("said", "action", "cue"),
    [
        ("call her on Monday", "call her", "Monday"),
        ("ask for Friday off", "ask for Friday off", ""),
        ("tell my manager I need the 14th off", "tell my manager I need the 14th off", ""),
        ("keep Wednesday mornings free", "keep Wednesday mornings free", ""),
        ("move the meeting to Monday", "move the meeting to Monday", ""),
        ("ask Henrik to move the meeting to nine in the morning", "ask Henrik to move the meeting to nine in the morning", ""),
        ("phone the supplier and ask for Tuesday", "phone the supplier and ask for Tuesday", ""),
        ("prepare the Monday report by Thursday", "prepare the Monday report", "Thursday"),
        ("go over the meeting notes", "go over the meeting notes", ""),
        ("focus on the next sprint", "focus on the next sprint", ""),
        ("talk to somebody who has done it before", "talk to somebody who has done it before", ""),
        ("make a checklist and stop when they're ticked", "make a checklist and stop when they're ticked", ""),
        ("ask how it was for her when I got the job", "ask how it was for her when I got the job", ""),
        ("propose a meeting each Tuesday", "propose a meeting each Tuesday", ""),
        ("make it a rule that nobody books over lunch", "make it a rule that nobody books over lunch", ""),
        ("tell my team on Monday that I leave at four", "tell my team that I leave at four", "Monday"),
        ("see the place on Saturday with my husband", "see the place with my husband", "Saturday"),
        ("send comments the day before and only ask questions in the room", "send comments and only ask questions in the room", "the day before"),
        ("start the round at quarter to nine sharp and let Gita take notes", "start the round and let Gita take notes", "quarter to nine sharp"),
        ("leave at five on Wednesday and tell nobody", "leave at five and tell nobody", "Wednesday"),
    ],
)  # fmt: skip
def test_a_time_that_belongs_to_the_step_stays_with_it(said: str, action: str, cue: str) -> None:
    assert split_cue(said) == (action, cue)


@pytest.mark.parametrize(
    ("said", "often"),
    [
        ("once a week", "once a week"),
        ("Every day.", "every day"),
        ("every day after lunch", ""),
        ("every morning", ""),
    ],
)
def test_how_often_is_told_from_when(said: str, often: str) -> None:
    assert how_often(said) == often


@pytest.mark.parametrize(
    ("said", "only"),
    [
        ("a week on Friday", True),
        ("Monday at ten", True),
        ("Friday next week", True),
        ("too many meetings on Monday", False),
        ("when I'm tired", False),
    ],
)
def test_a_day_and_nothing_else_is_known(said: str, only: bool) -> None:
    assert is_time(said) is only


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("he starts talking over me", True),
        ("at my desk", True),
        ("the bell", True),
        ("soon", False),
        ("something", False),
        ("I might forget", False),
        ("I'm afraid that he laughs", False),
    ],
)
def test_a_worry_is_no_moment(said: str, moment: bool) -> None:
    assert tells_moment(said) is moment
