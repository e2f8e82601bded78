import pytest

from actions.coaching.session.state import Stage
from actions.coaching.session.wish import goal_of, goal_told, wishes
from tests.actions.coaching.session.test_harvest import told


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'd like to leave at five twice a week", {"goal": "leave at five twice a week"}),
        ("Fewer interruptions.", {"goal": "fewer interruptions"}),
        ("Hmm, I suppose I want my evenings back", {"goal": "my evenings back"}),
        ("to speak up in the Monday round", {"goal": "speak up in the Monday round"}),
        ("I want that my colleague does her part", {"goal": "my colleague does her part"}),
        ("Not having to check everything twice", {"goal": "not having to check everything twice"}),
        ("I want the others to stop cc'ing me on everything", {"goal": "get the others to stop cc'ing me on everything"}),
        ("he would ask me before he promises things to customers", {"goal": "he would ask me before he promises things to customers"}),
        ("I'd sleep through the night again", {"goal": "sleep through the night again"}),
        ("I'd finally have time for the real work", {"goal": "finally have time for the real work"}),
        ("People would come on time", {"goal": "people would come on time"}),
        ("That we talk to each other like adults", {"goal": "we talk to each other like adults"}),
        ("My manager shouts at me in front of everybody", {"reality": True}),
        ("I feel tired all the time", {"reality": True}),
        ("Exhausted.", {"reality": True}),
        ("relieved", {"goal": "feel relieved"}),
        ("A bit proud of myself, maybe", {"goal": "feel a bit proud of myself"}),
        ("I could ask my lead for a mentor", {"options": ["ask my lead for a mentor"]}),
        ("I'll talk to Ben on Tuesday", {"action": "talk to Ben", "cue": "Tuesday"}),
        ("on Friday", {}),
        ("He never listened to me, not even when I was right", {"reality": True}),
        ("I won't lie awake on Sunday nights any more", {"goal": "not lie awake on Sunday nights any more"}),
        ("I'd no longer be the one who takes the minutes", {"goal": "no longer be the one who takes the minutes"}),
        ("Getting through my list by noon would be enough", {"goal": "get through my list by noon"}),
        ("A clear answer from HR, that's what I'd want.", {"goal": "a clear answer from HR"}),
        ("I don't want to be the bottleneck, that's all.", {"goal": "not be the bottleneck"}),
        ("I want to get on with her, she is my only colleague here.", {"goal": "get on with her"}),
        ("I want to be heard, so I'll raise my hand first in the Thursday call", {"goal": "be heard", "action": "raise my hand first", "cue": "the Thursday call"}),
        ("no idea", {}),
        ("Nothing really", {}),
        ("not sure, maybe to be braver", {"goal": "be braver"}),
        ("My goal should be to finish one thing before I start the next", {"goal": "finish one thing before I start the next"}),
        ("i would like have more contact with the german team", {"goal": "have more contact with the german team"}),
        ("I wish to can work from home two days", {"goal": "can work from home two days"}),
        ("Well, what I'd really like is a proper handover, I mean with notes and so on, because at the moment I just get a phone call at five to six and then they're gone", {"goal": "a proper handover", "reality": True}),
        ("I'd like to run one meeting without notes. At the moment I read everything from the page.", {"goal": "run one meeting without notes", "reality": True}),
        ("Both, really: less stress and a better mood in the team", {"goal": "less stress and a better mood in the team"}),
        ("I know what is expected of me", {"goal": "I know what is expected of me"}),
        ("We used to have lunch together, and now everybody eats at their desk.", {"reality": True}),
        ("If Ben answered within a day", {"goal": "Ben answered within a day"}),
        ("honestly? a raise", {"goal": "a raise"}),
        ("It's the third time this month.", {"reality": True}),
        ("The release goes out without a weekend shift", {"goal": "the release goes out without a weekend shift"}),
        ("I hope that my boss will give me the project", {"goal": "my boss will give me the project"}),
        ("I want to stop smoking, no, seriously, I want to delegate more", {"goal": "delegate more"}),
        ("Me not being the last to know", {"goal": "me not being the last to know"}),
        ("My dream would be to lead the German market one day", {"goal": "lead the German market one day"}),
        ("For me the best would be a clear yes or no", {"goal": "a clear yes or no"}),
        ("To not say yes before I think", {"goal": "not say yes before I think"}),
        ("Ideally I'd have Fridays free", {"goal": "have Fridays free"}),
        ("I don't want her to leave", {"goal": "get her not to leave"}),
        ("An end to the weekend calls", {"goal": "an end to the weekend calls"}),
        ("Being asked before the rota is made", {"goal": "be asked before the rota is made"}),
        ("It shouldn't be me every time", {"goal": "it shouldn't be me every time"}),
        ("What I'd like is for Tom to check his own work", {"goal": "get Tom to check his own work"}),
        ("I'd like to apply for the lead job but I don't dare", {"goal": "apply for the lead job"}),
        ("My German needs to get better", {"goal": "my German needs to get better"}),
        ("more appreciation, I guess, and a bit less overtime", {"goal": "more appreciation, and a bit less overtime"}),
        ("If I could get one proper break a night, I'd feel human again", {"goal": "get one proper break a night"}),
        ("Everybody wears it and I don't have to say a word.", {"goal": "everybody wears it and I don't have to say a word"}),
        ("My wife says I should quit", {"reality": True}),
        ("They promised me a desk by the window", {"reality": True}),
        ("I get angry and then I regret it", {"reality": True}),
        ("it has been like this since the merger", {"reality": True}),
        ("To be honest I'm not sure I want anything, I just needed to say it", {"reality": True}),
        ("I can't see one", {}),
    ],
)  # fmt: skip
def test_a_goal_is_what_they_want_and_what_tells_how_things_are_is_none(
    said: str, kept: dict[str, object]
) -> None:
    assert told(Stage.goal, said) == kept


@pytest.mark.parametrize(
    ("question", "said", "kept"),
    [
        ("Which small part of this would you gladly be rid of?", "the weekly status report", {"goal": "be rid of the weekly status report"}),
        ("What do you know you want less of?", "meetings", {"goal": "less of this: meetings"}),
        ("Which part of this would you like to be lighter?", "The mornings", {"goal": "make the mornings lighter"}),
    ],
)  # fmt: skip
def test_a_goal_is_completed_by_what_was_asked(question: str, said: str, kept: dict[str, object]) -> None:
    assert told(Stage.goal, said, asked=question) == kept


def test_a_goal_with_how_things_are_beside_it_tells_both() -> None:
    said = "I'd like to run one meeting without notes. At the moment I read everything from the page."
    assert goal_told(said) == "run one meeting without notes"


def test_what_tells_no_goal_gives_none() -> None:
    assert goal_told("He never listened to me.") == ""


def test_words_are_found_for_a_goal_also_where_they_tell_something_else() -> None:
    assert goal_of("He never listened to me.") == "he never listened to me"


@pytest.mark.parametrize("said", ["I wanna leave on time", "My dream is to teach", "we need a rule"])
def test_a_wish_is_heard_in_everyday_words(said: str) -> None:
    assert wishes(said)
