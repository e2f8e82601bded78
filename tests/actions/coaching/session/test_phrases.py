import pytest

from actions.coaching.session.phrases import (
    MAX_PHRASE,
    action_of,
    commits,
    cue_of,
    does,
    goal_of,
    if_then,
    names_moment,
    obstacle_of,
    option_of,
    remedy_of,
    when,
    will,
    wishes,
)


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("I want to be heard", "be heard"),
        ("I'd like to be asked before decisions are made", "be asked before decisions are made"),
        ("I’d like to be asked first", "be asked first"),
        ("i want that he listens to me", "he listens to me"),
        ("to feel less stressed", "feel less stressed"),
        ("Less stress", "less stress"),
        ("more time for my own work", "more time for my own work"),
        ("I want him to tell me what he expects", "get him to tell me what he expects"),
        ("i want my manager to stop emailing at night", "get my manager to stop emailing at night"),
        ("I would like my team to trust me", "get my team to trust me"),
        ("I wish my boss would give me feedback", "my boss would give me feedback"),
        ("I'd love to leave on time at least twice a week", "leave on time at least twice a week"),
        ("My goal is to delegate more", "delegate more"),
        ("My goal is getting promoted by summer", "get promoted by summer"),
        ("It would be great if we could have one meeting less", "we could have one meeting less"),
        ("it would be enough to sleep through the night", "sleep through the night"),
        ("I hope to find a way to say no", "find a way to say no"),
        ("Honestly, I just want to be left alone in the mornings", "be left alone in the mornings"),
        ("A calmer start to the day", "a calmer start to the day"),
        ("Have a proper conversation with him", "have a proper conversation with him"),
        ("Well, I think I'd like to understand why he does it", "understand why he does it"),
        ("I need to learn how to prioritise", "learn how to prioritise"),
        ("i need a plan for monday", "a plan for monday"),
        ("Success would be one evening without my laptop", "one evening without my laptop"),
        ("I'd be happy if I knew what to say to her", "I knew what to say to her"),
        ("I'm trying to get better at presenting", "get better at presenting"),
        ("saying no", "say no"),
        ("It's too much. I want to have one free evening a week.", "have one free evening a week"),
        ("I would prefer to work from home on Fridays", "work from home on Fridays"),
        ("The goal is that everyone speaks up", "everyone speaks up"),
        ("not to lose my temper", "not to lose my temper"),
        ("My wish is to be taken seriously", "be taken seriously"),
        ("What I want is a raise", "a raise"),
        ("I'd rather have clear priorities", "have clear priorities"),
        ("I'm hoping to get a clear answer", "get a clear answer"),
        ("I want us to have a plan", "get us to have a plan"),
        ("I don't want to shout any more", "not shout any more"),
        ("I'd like to know how to say no, is that possible?", "know how to say no"),
        ("I'd like training on spreadsheets", "training on spreadsheets"),
        ("Respect", "respect"),
        ("we need more people", "more people"),
        ("that my boss trusts me", "my boss trusts me"),
    ],
)
def test_a_goal_is_kept_in_the_employee_s_own_words(said: str, goal: str) -> None:
    assert goal_of(said) == goal


@pytest.mark.parametrize(
    ("said", "action", "cue"),
    [
        ("I'll talk to him tomorrow morning", "talk to him", "tomorrow morning"),
        ("I will send her a mail on Thursday", "send her a mail", "Thursday"),
        ("talk to my boss", "talk to my boss", ""),
        ("Speak to HR", "speak to HR", ""),
        ("Talk to Sarah after the stand-up", "talk to Sarah", "after the stand-up"),
        ("I'm going to block an hour every Monday at 9", "block an hour", "every Monday at 9"),
        ("tomorrow morning I'll write the list", "write the list", "tomorrow morning"),
        ("On Friday I'll ask him for a date", "ask him for a date", "Friday"),
        ("before lunch I'll walk for ten minutes", "walk for ten minutes", "before lunch"),
        ("In the next team meeting I'll speak up", "speak up", "the next team meeting"),
        ("I could maybe ask Tom for help", "ask Tom for help", ""),
        ("I think I'll start by writing down what I do", "write down what I do", ""),
        ("writing an email to HR", "write an email to HR", ""),
        ("asking my colleague for help on monday", "ask my colleague for help", "monday"),
        ("i will to speak with my chef tomorrow", "speak with my chef", "tomorrow"),
        ("I would speak with him in our next 1:1", "speak with him", "our next 1:1"),
        ("I'm gonna call the client at 10am", "call the client", "10am"),
        ("First I'd make a list, then talk to Ann", "make a list, then talk to Ann", ""),
        ("Let me think. I'll ask Priya.", "ask Priya", ""),
        ("I should probably tell him before the review", "tell him", "before the review"),
        ("set a boundary with him in writing", "set a boundary with him in writing", ""),
        ("turn off notifications during lunch", "turn off notifications", "during lunch"),
        ("ask her in private", "ask her in private", ""),
        ("I plan to raise it in the retro", "raise it", "the retro"),
        ("I'll talk to him tomorrow and ask for a date", "talk to him and ask for a date", "tomorrow"),
        ("ring him first thing tomorrow", "ring him", "first thing tomorrow"),
        ("I'd have a word with her", "have a word with her", ""),
        ("have a chat with Ben once he's back", "have a chat with Ben", "he's back"),
        ("I'll write it down when I notice it", "write it down", "I notice it"),
        ("I will prepare three points for the meeting on Tuesday", "prepare three points for the meeting", "Tuesday"),
        ("focus on one thing at a time", "focus on one thing at a time", ""),
        ("If she interrupts me again, I'll say that I'd like to finish", "say that I'd like to finish", "she interrupts me again"),
        ("When he comes in on Monday I will ask for ten minutes", "ask for ten minutes", "he comes in on Monday"),
        ("a quick chat with her", "a quick chat with her", ""),
        ("maybe talk to him?", "talk to him", ""),
        ("say no next time", "say no", "next time"),
        ("I ask him for ten minutes when he comes in", "ask him for ten minutes", "he comes in"),
        ("Ask my boss in our next 1:1 for the budget", "ask my boss for the budget", "our next 1:1"),
        ("ask her for a weekly slot, maybe on Mondays", "ask her for a weekly slot", "Mondays"),
        ("tell him not to call me at night", "tell him not to call me at night", ""),
        ("tell her after the meeting that I need time", "tell her that I need time", "after the meeting"),
        ("prepare the Monday meeting with Ann", "prepare the Monday meeting with Ann", ""),
        ("I'll start with a small list", "start with a small list", ""),
        ("say no the next time she asks me", "say no", "the next time she asks me"),
        ("I might try to leave at five on Wednesdays", "leave at five", "Wednesdays"),
        ("Put my phone away while I work", "put my phone away while I work", ""),
        ("Make a list of everything I do and show it to her on Monday", "make a list of everything I do and show it to her", "Monday"),
        ("We could meet once a week", "meet once a week", ""),
        ("talk to my manager this week", "talk to my manager", "this week"),
        ("after I have had coffee I will call her", "call her", "after I have had coffee"),
        ("I won't answer mails in the evening", "not answer mails", "the evening"),
        ("I'll set up a meeting with Sam for Thursday", "set up a meeting with Sam", "Thursday"),
    ],
)  # fmt: skip
def test_what_will_be_done_is_told_from_when(said: str, action: str, cue: str) -> None:
    assert action_of(said) == (action, cue)


@pytest.mark.parametrize(
    ("said", "half"),
    [
        ("tomorrow", "If it is tomorrow"),
        ("On Thursday", "If it is Thursday"),
        ("on monday after the stand-up", "If it is monday after the stand-up"),
        ("when he comes in", "If he comes in"),
        ("When I see him next", "If I see him next"),
        ("as soon as I'm back at my desk", "If I'm back at my desk"),
        ("after the stand-up", "If it is after the stand-up"),
        ("Before the weekly meeting", "If it is before the weekly meeting"),
        ("in our next 1:1", "If it is our next 1:1"),
        ("9 o'clock", "If it is 9 o'clock"),
        ("first thing in the morning", "If it is first thing in the morning"),
        ("every Friday afternoon", "If it is a Friday afternoon"),
        ("Next week", "If it is next week"),
        ("whenever I feel the pressure", "If I feel the pressure"),
        ("I'll do it on Friday", "If it is Friday"),
        ("i think monday", "If it is monday"),
        ("maybe tomorrow after lunch", "If it is tomorrow after lunch"),
        ("Probably Tuesday", "If it is Tuesday"),
        ("it's best in the morning", "If it is the morning"),
        ("after I've had my coffee", "If it is after I've had my coffee"),
        ("during the retro", "If it is during the retro"),
        ("at the end of the day", "If it is the end of the day"),
        ("tonight", "If it is tonight"),
        ("when my shift ends", "If my shift ends"),
        ("once the kids are in bed", "If the kids are in bed"),
        ("I would do it the moment she comes back", "If she comes back"),
        ("straight after the call", "If it is straight after the call"),
        ("by Friday", "If it is Friday"),
        ("If she asks again", "If she asks again"),
        ("3pm", "If it is 3pm"),
        ("half past two", "If it is half past two"),
        ("I have time on Mondays", "If it is a Monday"),
        ("Tuesday. That's when he is in.", "If it is Tuesday"),
        ("well, I guess Monday then", "If it is Monday"),
        ("right after lunch", "If it is right after lunch"),
        ("break time", "If it is break time"),
        ("close of business", "If it is close of business"),
        ("end of play", "If it is end of play"),
        ("not on Monday", "If it is not on Monday"),
        ("the next team meeting", "If it is the next team meeting"),
        ("Thursday at 10", "If it is Thursday at 10"),
        ("at 9am", "If it is 9am"),
        ("the day after tomorrow", "If it is the day after tomorrow"),
        ("this afternoon", "If it is this afternoon"),
        ("next time she interrupts me", "If it is the next time she interrupts me"),
        ("I think on Monday would be best", "If it is Monday"),
        ("as soon as possible", "If it is possible"),
        ("not before Monday", "If it is not before Monday"),
        ("just before I leave", "If it is just before I leave"),
    ],
)  # fmt: skip
def test_a_moment_begins_an_if_then_plan(said: str, half: str) -> None:
    assert when(cue_of(said)) == half


@pytest.mark.parametrize(
    ("said", "obstacle"),
    [
        ("he might be too busy", "he might be too busy"),
        ("I might forget", "I might forget"),
        ("time", "time"),
        ("Lack of time", "lack of time"),
        ("my boss", "my boss"),
        ("My own fear of conflict", "my own fear of conflict"),
        ("that he gets angry", "he gets angry"),
        ("If something urgent comes up", "something urgent comes up"),
        ("The obstacle is my calendar", "my calendar"),
        ("What could get in the way is another fire drill", "another fire drill"),
        ("I think I will lose my nerve", "I will lose my nerve"),
        ("Probably that I put it off", "I put it off"),
        ("Honestly, me", "me"),
        ("there's always something more urgent", "there's always something more urgent"),
        ("he could say no", "he could say no"),
        ("i dont have time", "i dont have time"),
        ("not having enough time", "not having enough time"),
        ("He's on holiday", "he's on holiday"),
        ("A deadline", "a deadline"),
        ("I'm afraid that she laughs at me", "I'm afraid that she laughs at me"),
        ("Maybe the customers calling", "the customers calling"),
        ("I am scared of his reaction", "I am scared of his reaction"),
        ("well, I suppose I'd chicken out", "I'd chicken out"),
        ("Being too nervous", "being too nervous"),
        ("Ben might be off sick", "Ben might be off sick"),
        ("no time", "no time"),
        ("the risk is that nobody shows up", "nobody shows up"),
        ("My guilt. I always feel I should help.", "I always feel I should help"),
        ("I don't know, maybe my mood", "my mood"),
        ("Only that I forget it", "I forget it"),
        ("what if he says no", "he says no"),
        ("What might stop me is the noise in the office", "the noise in the office"),
        ("Urgent tickets", "urgent tickets"),
        ("When I'm tired I give in", "when I'm tired I give in"),
        ("I don't think he has time", "he has no time"),
    ],
)  # fmt: skip
def test_what_may_get_in_the_way_is_kept_as_it_was_said(said: str, obstacle: str) -> None:
    assert obstacle_of(said) == obstacle


@pytest.mark.parametrize(
    ("said", "half"),
    [
        ("I'll ask again the next day", "I will ask again the next day"),
        ("Then I'll send him an email instead", "I will send him an email instead"),
        ("ask for another slot", "I will ask for another slot"),
        ("I would write it down and do it on Friday", "I will write it down and do it on Friday"),
        ("set a reminder", "I will set a reminder"),
        ("Setting a reminder", "I will set a reminder"),
        ("i can ask my colleague to remind me", "I will ask my colleague to remind me"),
        ("take a deep breath and start anyway", "I will take a deep breath and start anyway"),
        ("Take three breaths", "I will take three breaths"),
        ("I'd tell myself that it's only ten minutes", "I will tell myself that it's only ten minutes"),
        ("move it to the next morning", "I will move it to the next morning"),
        ("just do it anyway", "I will do it anyway"),
        ("I will to try again", "I will try again"),
        ("I'm going to put it in my calendar", "I will put it in my calendar"),
        ("breathe", "I will breathe"),
        ("I'll remind him that he promised", "I will remind him that he promised"),
        ("Go back to my notes", "I will go back to my notes"),
        ("I need to stay calm", "I will stay calm"),
        ("Postpone it by one day at most", "I will postpone it by one day at most"),
        ("read my notes out loud", "I will read my notes out loud"),
        ("By asking Sam to cover for me", "I will ask Sam to cover for me"),
        ("I should have a list ready", "I will have a list ready"),
        ("If he says no, I'll ask for a reason", "I will ask for a reason"),
        ("If that happens I will call him", "I will call him"),
        ("keep it short", "I will keep it short"),
        ("Get up earlier", "I will get up earlier"),
        ("go for a walk", "I will go for a walk"),
        ("a quiet word with Ann", "I will go for this: a quiet word with Ann"),
        ("Maybe I could do just half of it", "I will do just half of it"),
        ("Well I suppose I'd have to ask my boss", "I will ask my boss"),
        ('say "let me finish"', 'I will say "let me finish"'),
        ("I won't give up", "I will not give up"),
    ],
)  # fmt: skip
def test_the_answer_to_an_obstacle_ends_an_if_then_plan(said: str, half: str) -> None:
    assert will(remedy_of(said)) == half


@pytest.mark.parametrize(
    "said",
    [
        "I want to be heard",
        "I'd like to be asked",
        "it would be nice to be asked",
        "My goal is to delegate more",
        "I'm trying to find a way",
        "I need a break",
        "I wish he would listen",
        "I want to talk with my boss about my workload",
        "we need more people",
    ],
)
def test_a_wish_is_heard(said: str) -> None:
    assert wishes(said)


@pytest.mark.parametrize(
    "said",
    [
        "my boss shouts",
        "I'll talk to him",
        "I had no time",
        "he never listens",
        "I hope it's ok to ask this here",
        "I like my job but my boss ignores me",
        "I want to talk about my workload",
    ],
)
def test_what_is_no_wish_is_not_taken_for_one(said: str) -> None:
    assert not wishes(said)


@pytest.mark.parametrize(
    "said", ["I'll talk to him", "I’ll ask", "I am going to ask", "I'm gonna ask", "I plan to ask"]
)
def test_a_promise_is_heard(said: str) -> None:
    assert commits(said)


@pytest.mark.parametrize(
    "said",
    [
        "I could ask",
        "he will ask",
        "I want to ask",
        "I will never get promoted here",
        "I think I'm going to lose my job",
        "I'll probably get fired",
    ],
)
def test_what_is_no_promise_is_not_taken_for_one(said: str) -> None:
    assert not commits(said)


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        ("If she interrupts me, I'll ask her to let me finish", ("she interrupts me", "ask her to let me finish")),
        ("When he comes in then I will go to him", ("he comes in", "go to him")),
        ("As soon as the call ends, I'm going to write it down", ("the call ends", "write it down")),
        ("I'll ask him", None),
        ("If he laughs", None),
        ("if I say no, I will get fired", None),
        ("Whenever she criticises me I go quiet and say nothing", None),
    ],
)  # fmt: skip
def test_a_plan_said_in_one_sentence_is_recognised(said: str, plan: tuple[str, str] | None) -> None:
    assert if_then(said) == plan


@pytest.mark.parametrize(
    "said", ["on Monday", "tomorrow", "in the morning", "when he comes in", "at 3pm", "after lunch"]
)
def test_a_moment_is_recognised(said: str) -> None:
    assert names_moment(said)


@pytest.mark.parametrize(
    "said",
    [
        "talk to him",
        "my own fear",
        "a mail",
        "he laughs at me",
        "shout at him",
        "call him",
    ],
)
def test_what_is_no_moment_is_not_taken_for_one(said: str) -> None:
    assert not names_moment(said)


@pytest.mark.parametrize(
    ("action", "doing"),
    [("talk to him", True), ("a quick chat", True), ("he never listens", False), ("", False)],
)
def test_what_others_do_is_no_step(action: str, doing: bool) -> None:
    assert does(action) is doing


def test_an_option_begins_with_what_to_do() -> None:
    assert option_of("I could ask Ann to take over") == "ask Ann to take over"


def test_a_whole_plan_reads_as_a_sentence() -> None:
    action, cue = action_of("I'll talk to him after the stand-up")
    assert f"{when(cue)}, then {will(action)}." == "If it is after the stand-up, then I will talk to him."


def test_a_long_answer_is_cut_where_it_can_be() -> None:
    told = "I want to be heard by my boss in meetings, because " + "he always talks over me and " * 6
    assert goal_of(told) == "be heard by my boss in meetings"
    assert len(goal_of("I want " + "very " * 60 + "much").split()) <= MAX_PHRASE
