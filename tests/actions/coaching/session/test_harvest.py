import pytest

from actions.coaching.session.harvest import harvest, what_was_heard
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import IN_A_WEEK, state_at, turn


def after(
    stage: Stage, said: str, *, options: list[str] | None = None, times: tuple = (), **draft: str
) -> SessionState:
    state = state_at(stage, **draft)
    if options is not None:
        state.options = list(options)
    harvest(state, turn(said, times=times))
    return state


def told(stage: Stage, said: str, *, asked: str = "", options: list[str] | None = None) -> dict[str, object]:
    """Returns what a turn left behind: parts of the plan, new options, and whether it tells how things are."""
    before = state_at(stage)
    before.options = before.options if options is None else list(options)
    before.said = [f"I see. {asked}"] if asked else []
    state = before.model_copy(deep=True)
    harvest(state, turn(said))
    parts = ("goal", "action", "cue", "obstacle", "remedy")
    kept: dict[str, object] = {
        part: getattr(state.draft, part)
        for part in parts
        if getattr(state.draft, part) != getattr(before.draft, part)
    }
    if new := state.options[len(before.options) :]:
        kept["options"] = new
    if state.reality != before.reality:
        kept["reality"] = True
    return kept


def test_a_situation_is_kept_as_it_was_told() -> None:
    state = after(Stage.situation, "My boss ignores me.")
    assert state.situation == ["My boss ignores me."]
    assert not state.draft.goal


def test_a_wish_in_the_situation_is_the_goal() -> None:
    assert after(Stage.situation, "My boss ignores me. I want to be heard.").draft.goal == "be heard"


def test_an_early_promise_is_the_step() -> None:
    draft = after(Stage.situation, "My boss ignores me. I'll talk to him on Monday.").draft
    assert (draft.action, draft.cue) == ("talk to him", "Monday")


def test_an_if_then_plan_among_the_options_is_taken_whole() -> None:
    draft = after(Stage.options, "When he comes in, I'll ask for ten minutes").draft
    assert (draft.cue, draft.action) == ("he comes in", "ask for ten minutes")


def test_a_goal_told_as_a_story_also_tells_the_situation() -> None:
    story = "I want to be heard by my boss in the meetings, because " + "he talks over me and " * 6
    assert after(Stage.goal, story).reality == [story.strip()]
    assert after(Stage.goal, "I want to be heard").reality == []


def test_a_step_named_before_it_was_asked_for_is_an_option() -> None:
    state = after(Stage.reality, "ask to drop one thing")
    assert "ask to drop one thing" in state.options


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("I could talk to him", ["talk to him"]),
        ("talk to him or ask Ann", ["talk to him", "ask Ann"]),
        ("write it down; ask Ann", ["write it down", "ask Ann"]),
        ("talk to him\nask Ann\nleave it", ["talk to him", "ask Ann", "leave it"]),
        ("he just doesn't care", []),
        ("Nothing else", []),
        ("annoyed", []),
        ("That's all I can think of", []),
        ("talk to him sooner or later", ["talk to him sooner or later"]),
        ("I could talk to my boss or to HR", ["talk to my boss", "talk to HR"]),
    ],
)
def test_options_are_kept_one_by_one(said: str, options: list[str]) -> None:
    assert after(Stage.options, said).options == options


def test_what_is_no_option_tells_more_about_the_situation() -> None:
    assert after(Stage.options, "he just doesn't care").reality[-1] == "he just doesn't care"


@pytest.mark.parametrize(
    ("said", "action", "cue"),
    [
        ("the first one", "ask Ann", ""),
        ("The second", "write it down", ""),
        ("the last option", "write it down", ""),
        ("the third", "write it down", ""),
        ("I'll go with the former", "ask Ann", ""),
        ("I'll talk to him on Friday", "talk to him", "Friday"),
        ("call a meeting", "call a meeting", ""),
        ("Talk to him first", "talk to him first", ""),
        ("first thing tomorrow I'll call Ann", "call Ann", "first thing tomorrow"),
        ("the first one on Monday", "ask Ann", "Monday"),
        ("both", "ask Ann and write it down", ""),
    ],
)
def test_one_of_the_options_can_be_picked_or_another_be_named(said: str, action: str, cue: str) -> None:
    draft = after(Stage.action, said, options=["ask Ann", "write it down"]).draft
    assert (draft.action, draft.cue) == (action, cue)


@pytest.mark.parametrize(
    ("said", "cue"),
    [
        ("on Monday", "Monday"),
        ("when he comes in", "he comes in"),
        ("after lunch", "after lunch"),
        ("break time", "break time"),
        ("Close of business", "close of business"),
        ("end of play", "end of play"),
    ],
)
def test_a_moment_leaves_the_step_alone(said: str, cue: str) -> None:
    draft = after(Stage.cue, said).draft
    assert (draft.action, draft.cue) == ("talk to him", cue)


def test_another_step_in_place_of_a_moment_is_taken() -> None:
    draft = after(Stage.cue, "ask Ann first, then talk to him").draft
    assert draft.action == "ask Ann first, then talk to him"


@pytest.mark.parametrize(
    ("said", "obstacle", "remedy"),
    [
        ("he might be busy", "he might be busy", ""),
        ("my own fear", "my own fear", ""),
        ("i might be late so i'll set a reminder", "i might be late", "set a reminder"),
        ("send him the list first", "", "send him the list first"),
        ("a deadline", "a deadline", ""),
        ("He might be busy, then I'll write to him", "he might be busy", "write to him"),
        ("If he says no, I'll ask again", "he says no", "ask again"),
        ("get distracted", "get distracted", ""),
        ("Be too tired", "be too tired", ""),
        ("Work", "work", ""),
        ("Call from a client", "call from a client", ""),
    ],
)
def test_an_obstacle_is_told_from_its_answer(said: str, obstacle: str, remedy: str) -> None:
    draft = after(Stage.obstacle, said).draft
    assert (draft.obstacle, draft.remedy) == (obstacle, remedy)


def test_an_obstacle_that_is_volunteered_is_not_asked_for_again() -> None:
    draft = after(Stage.options, "I could talk to him. The only obstacle is my own fear.").draft
    assert draft.obstacle == "my own fear"


def test_a_volunteered_obstacle_does_not_replace_the_one_that_was_given() -> None:
    draft = after(Stage.remedy, "write to him, if noise does not get in the way", obstacle="he is busy").draft
    assert draft.obstacle == "he is busy"


def test_the_answer_to_an_obstacle_is_kept() -> None:
    assert after(Stage.remedy, "I'd set a reminder").draft.remedy == "set a reminder"


def test_a_day_is_kept_for_asking_how_it_went() -> None:
    assert after(Stage.check, "in a week", times=(IN_A_WEEK,)).draft.check_at == IN_A_WEEK


def test_ask_me_on_a_day_is_heard_at_any_time() -> None:
    state = after(Stage.action, "I'll talk to him. Ask me next Monday.", times=(IN_A_WEEK,))
    assert state.draft.check_at == IN_A_WEEK


def test_a_day_that_is_told_otherwise_is_no_day_for_asking() -> None:
    assert after(Stage.action, "I'll talk to him next Monday", times=(IN_A_WEEK,)).draft.check_at is None


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_takes_what_is_said(stage: Stage) -> None:
    harvest(state_at(stage), turn("my boss talks over me"))


@pytest.mark.parametrize(
    "said",
    [
        "my boss talks over me and nobody says a word",
        "I think I'm going to lose my job",
        "if I say no, I will get fired",
        "Whenever she criticises me I go quiet and say nothing",
    ],
)
def test_a_situation_is_no_plan(said: str) -> None:
    draft = after(Stage.situation, said).draft
    assert (draft.action, draft.cue) == ("", "")


@pytest.mark.parametrize(
    "said",
    [
        "I like my job but my boss ignores me",
        "I want to talk about my workload",
    ],
)
def test_a_situation_is_no_goal(said: str) -> None:
    assert after(Stage.situation, said).draft.goal == ""


@pytest.mark.parametrize(
    ("asked", "said", "heard"),
    [
        (Stage.situation, "my boss talks over me", Stage.situation),
        (Stage.goal, "I want to be heard", Stage.goal),
        (Stage.reality, "it has been so for years", Stage.reality),
        (Stage.options, "I could talk to him", Stage.options),
        (Stage.options, "he just doesn't care", Stage.reality),
        (Stage.options, "I'll talk to him", Stage.action),
        (Stage.cue, "on Monday", Stage.cue),
        (Stage.cue, "ask Ann first, then talk to him", Stage.action),
        (Stage.obstacle, "send him the list first", Stage.remedy),
    ],
)
def test_what_a_turn_told_is_known_also_where_something_else_was_asked(
    asked: Stage, said: str, heard: Stage
) -> None:
    before = state_at(asked)
    after = before.model_copy(deep=True)
    harvest(after, turn(said))
    assert what_was_heard(before, after) == heard


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("My inbox is a mess and I never get to the real work.", {}),
        ("I'd like to get better at saying no.", {"goal": "get better at saying no"}),
        ("My boss micromanages me and I want to have some freedom back", {"goal": "have some freedom back"}),
        ("i have a new boss since two weeks and he don't speak with me", {}),
        ("I keep putting off my expenses. I'm going to do them on Friday afternoon.", {"action": "do them", "cue": "Friday afternoon"}),
        ("I'm going to a conference next week and I dread the small talk", {}),
        ("He asked whether I'll take over the project and I don't know", {}),
        ("They want to know what I'm going to do about the numbers.", {}),
        ("I keep telling them I'll do it and then I don't", {}),
        ("I'm going to have a new team in March and I've never led one", {}),
        ("I need help with my time management", {"goal": "help with my time management"}),
        ("Yesterday I shouted at an intern. I want to apologise and I'd like to do it properly.", {"goal": "apologise and do it properly"}),
        ("I think I'll be late with everything this month", {}),
        ("hi, I'm stressed", {}),
        ("I'll be presenting to the board and I'm nervous", {}),
    ],
)  # fmt: skip
def test_a_situation_gives_the_wish_and_the_plan_that_are_in_it_and_nothing_else(
    said: str, kept: dict[str, object]
) -> None:
    assert told(Stage.situation, said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("It started when the new system came in", {"reality": True}),
        ("Feel tired most days", {"reality": True}),
        ("Have no time for lunch", {"reality": True}),
        ("drop one of the two projects", {"reality": True, "options": ["drop one of the two projects"]}),
        ("I could ask Mia to swap shifts", {"reality": True, "options": ["ask Mia to swap shifts"]}),
        ("I'll ask Mia to swap shifts on Thursday", {"reality": True, "action": "ask Mia to swap shifts", "cue": "Thursday"}),
        ("I could scream", {"reality": True}),
        ("Get blamed for everything", {"reality": True}),
        ("Nobody told me that I'll get a new desk", {"reality": True}),
        ("Every Monday it starts again and I say I'll change it", {"reality": True}),
    ],
)  # fmt: skip
def test_what_is_told_of_how_things_are_gives_a_step_only_where_one_is_named(
    said: str, kept: dict[str, object]
) -> None:
    assert told(Stage.reality, said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I could talk to him on Monday", {"options": ["talk to him on Monday"]}),
        ("talk to my lead, ask Ann, or just leave it", {"options": ["talk to my lead", "ask Ann", "leave it"]}),
        ("Talk to my lead. Or ask Ann to sit in.", {"options": ["talk to my lead", "ask Ann to sit in"]}),
        ("1. block the mornings 2. mute the chat", {"options": ["block the mornings", "mute the chat"]}),
        ("- block the mornings\n- mute the chat", {"options": ["block the mornings", "mute the chat"]}),
        ("ask Ann or Tom", {"options": ["ask Ann or Tom"]}),
        ("I could write to him or to his deputy", {"options": ["write to him", "write to his deputy"]}),
        ("a coffee with her or a proper meeting", {"options": ["a coffee with her", "a proper meeting"]}),
        ("No more ideas", {}),
        ("That's it", {}),
        ("can't think of anything else", {}),
        ("Maybe I should just quit", {"options": ["quit"]}),
        ("He should change, not me", {"reality": True}),
        ("I don't know, perhaps going for a walk with him", {"options": ["go for a walk with him"]}),
        ("Not taking my laptop home", {"options": ["not take my laptop home"]}),
        ("I won't answer after six any more", {"options": ["not answer after six any more"]}),
        ("Well there's always the option of asking for a transfer", {"options": ["ask for a transfer"]}),
        ("I can speak with the chef, or I can say it to the HR", {"options": ["speak with the chef", "say it to the HR"]}),
        ("We tried that, it didn't work", {"reality": True}),
        ("It depends on my boss", {"reality": True}),
        ("I could tell her the truth for once", {"options": ["tell her the truth for once"]}),
        ("Start on the dot, whoever is there.", {"options": ["start on the dot, whoever is there"]}),
        ("Smaller batches", {"options": ["smaller batches"]}),
        ("An earlier cut-off date that really holds", {"options": ["an earlier cut-off date that really holds"]}),
        ("On Mondays I could start an hour later", {"options": ["start an hour later on Mondays"]}),
        ("I could go out with him for a day, do two visits together, and talk in the car, because in a car you don't have to look at each other", {"options": ["go out with him for a day, do two visits together, and talk in the car"]}),
        ("I'll ask Priya for an hour tomorrow", {"options": ["ask Priya for an hour tomorrow"], "action": "ask Priya for an hour", "cue": "tomorrow"}),
        ("Let somebody else run it each day", {"options": ["let somebody else run it each day"]}),
        ("Annoyed, mostly", {"reality": True}),
        ("both of us could go", {"reality": True}),
        ("take notes, nothing more", {"options": ["take notes, nothing more"]}),
    ],
)  # fmt: skip
def test_ways_are_kept_in_the_employee_s_words_and_what_is_none_is_not(
    said: str, kept: dict[str, object]
) -> None:
    assert told(Stage.options, said) == kept


@pytest.mark.parametrize(
    ("question", "said", "kept"),
    [
        ("What could you ask one person for?", "help with the figures", {"options": ["ask for help with the figures"]}),
        ("What is there that you could ask for?", "a second screen", {"options": ["ask for a second screen"]}),
        ("What could you stop doing?", "checking mails at night", {"options": ["stop checking mails at night"]}),
        ("What could you stop doing?", "The Friday report", {"options": ["stop the Friday report"]}),
        ("If a friend had this problem, what would you tell them to try?", "I'd tell them to write it all down", {"options": ["write it all down"]}),
    ],
)  # fmt: skip
def test_a_way_is_completed_by_what_was_asked(question: str, said: str, kept: dict[str, object]) -> None:
    assert told(Stage.options, said, asked=question) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'll write a one-page summary and send it to Ann", {"action": "write a one-page summary and send it to Ann"}),
        ("The first one, on Monday", {"action": "ask Ann", "cue": "Monday"}),
        ("the second one I think", {"action": "write it down"}),
        ("option 2", {"action": "write it down"}),
        ("number one", {"action": "ask Ann"}),
        ("both of them", {"action": "ask Ann and write it down"}),
        ("Both, after lunch tomorrow", {"action": "ask Ann and write it down", "cue": "after lunch tomorrow"}),
        ("the one with Ann", {"action": "ask Ann"}),
        ("asking Ann", {"action": "ask Ann"}),
        ("neither", {}),
        ("that", {"action": "write it down"}),
        ("I'll do that on Thursday", {"action": "write it down", "cue": "Thursday"}),
        ("nothing", {}),
        ("something small", {}),
        ("I won't check my mail before ten", {"action": "not check my mail", "cue": "before ten"}),
        ("I won't check my mail in the evening", {"action": "not check my mail", "cue": "the evening"}),
        ("no mails after six", {"action": "no mails", "cue": "after six"}),
        ("stop apologising", {"action": "stop apologising"}),
        ("I'll ask for Friday off", {"action": "ask for Friday off"}),
        ("block Friday mornings for focus time", {"action": "block Friday mornings for focus time"}),
        ("move the meeting to Monday", {"action": "move the meeting to Monday"}),
        ("put it on the meeting agenda", {"action": "put it on the meeting agenda"}),
        ("go over the meeting notes with Tim", {"action": "go over the meeting notes with Tim"}),
        ("focus on the next sprint", {"action": "focus on the next sprint"}),
        ("ask him when he wants the report", {"action": "ask him when he wants the report"}),
        ("I'll ask Hana how it was for her when I got the job", {"action": "ask Hana how it was for her when I got the job"}),
        ("I'll tell her the truth for once", {"action": "tell her the truth for once"}),
        ("I'll start the round at quarter to nine sharp and let Gita take the notes", {"action": "start the round and let Gita take the notes", "cue": "quarter to nine sharp"}),
        ("I'll send sales the notice. On the 20th, right after lunch.", {"action": "send sales the notice", "cue": "the 20th, right after lunch"}),
        ("I'll talk to him, but he might be busy", {"action": "talk to him", "obstacle": "he might be busy"}),
        ("My boss would have to change first", {"reality": True}),
        ("I'd say I'll begin with the list", {"action": "begin with the list"}),
        ("i will make a appointment with the doctor of the company", {"action": "make a appointment with the doctor of the company"}),
        ("I will to write him a mail this evening", {"action": "write him a mail", "cue": "this evening"}),
        ("OK so what I'm going to do is write down three examples and bring them to our one-to-one next Tuesday", {"action": "write down three examples and bring them to our one-to-one", "cue": "next Tuesday"}),
        ("When he interrupts me I'll say that I'd like to finish", {"action": "say that I'd like to finish", "cue": "he interrupts me"}),
        ("every morning before I open my mail I'll write down one thing that has to be done", {"action": "write down one thing that has to be done", "cue": "every morning before I open my mail"}),
        ("On Mondays, go through the list with Sam", {"action": "go through the list with Sam", "cue": "Mondays"}),
        ("tomorrow", {"cue": "tomorrow"}),
        ("I feel like crying", {"reality": True}),
        ("maybe I could try to listen more and talk less", {"action": "listen more and talk less"}),
        ("Call the union rep at lunch", {"action": "call the union rep", "cue": "lunch"}),
        ("a short note to the team", {"action": "a short note to the team"}),
        ("Ask Ann, I guess", {"action": "ask Ann"}),
        ("I'll offer to swap, I review his first", {"action": "offer to swap: I review his first"}),
        ("I'm going to decline the call and send Tom, that should do it", {"action": "decline the call and send Tom"}),
        ("I'll read the handbook at home at the weekend", {"action": "read the handbook at home", "cue": "the weekend"}),
        ("tell Karen that we had no breaks for six weeks", {"action": "tell Karen that we had no breaks for six weeks"}),
        ("I'll look at the numbers first and then decide", {"action": "look at the numbers first and then decide"}),
        ("the first and then the second", {"action": "ask Ann and write it down"}),
        ("I'd rather write to her", {"action": "write to her"}),
    ],
)  # fmt: skip
def test_a_step_keeps_its_object_and_its_moment(said: str, kept: dict[str, object]) -> None:
    assert told(Stage.action, said, options=["ask Ann", "write it down"]) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I might forget it in the rush", {"obstacle": "I might forget it in the rush"}),
        ("My own laziness, probably", {"obstacle": "my own laziness"}),
        ("She'll move it again, that's the pattern.", {"obstacle": "she'll move it again"}),
        ("I'll well up. I always do when I talk about it.", {"obstacle": "I'll well up"}),
        ("If she looks upset I'll water it down", {"obstacle": "if she looks upset I'll water it down"}),
        ("if he gets loud then I get also loud, I know me", {"obstacle": "if he gets loud then I get also loud"}),
        ("He might say no, in which case I'd ask Ann", {"obstacle": "he might say no", "remedy": "ask Ann"}),
        ("I'll get distracted, so I'd put my phone in a drawer", {"obstacle": "I'll get distracted", "remedy": "put my phone in a drawer"}),
        ("I'll stick a note on my screen", {"remedy": "stick a note on my screen"}),
        ("I'll talk to him", {}),
        ("I'd chicken out", {"obstacle": "I'd chicken out"}),
        ("forget it", {"obstacle": "forget it"}),
        ("Run out of time", {"obstacle": "run out of time"}),
        ("Phone calls", {"obstacle": "phone calls"}),
        ("Emails", {"obstacle": "emails"}),
        ("Report deadlines", {"obstacle": "report deadlines"}),
        ("Train delays", {"obstacle": "train delays"}),
        ("saying yes again", {"obstacle": "saying yes again"}),
        ("nothing", {}),
        ("Nothing really", {}),
        ("no obstacles", {}),
        ("on Monday at ten", {}),
        ("My manager, she hates it when people go over her head", {"obstacle": "my manager, she hates it when people go over her head"}),
        ("The telephone rings all the time.", {"obstacle": "the telephone rings all the time"}),
        ("that nobody comes", {"obstacle": "nobody comes"}),
        ("I think he will not have time for me", {"obstacle": "he will not have time for me"}),
        ("not sure, maybe my nerves", {"obstacle": "my nerves"}),
        ("It could be that the customer cancels", {"obstacle": "the customer cancels"}),
        ("What usually happens is that somebody books over it", {"obstacle": "somebody books over it"}),
        ("Two things: I'm shy, and he's never alone", {"obstacle": "I'm shy, and he's never alone"}),
        ("The risk is I'd say it too softly. Then I'd repeat it once, slowly.", {"obstacle": "I'd say it too softly", "remedy": "repeat it once, slowly"}),
        ("He may be ill", {"obstacle": "he may be ill"}),
        ("Me.", {"obstacle": "me"}),
        ("The kids being ill again", {"obstacle": "the kids being ill again"}),
        ("i am to shy", {"obstacle": "i am to shy"}),
        ("If there's an emergency", {"obstacle": "there's an emergency"}),
        ("Well, if the line stops, and it does stop about twice a week, then I have to be there and everything else waits", {"obstacle": "if the line stops, and it does stop about twice a week, then I have to be there and everything else waits"}),
        ("I don't see any", {}),
        ("ask my lead for backing", {"remedy": "ask my lead for backing"}),
        ("Too many meetings on that day", {"obstacle": "too many meetings on that day"}),
        ("I'll find something more important to do", {"obstacle": "I'll find something more important to do"}),
        ("What if they laugh?", {"obstacle": "they laugh"}),
        ("put it off again", {"obstacle": "put it off again"}),
        ("Support tickets coming in", {"obstacle": "support tickets coming in"}),
        ("A customer calls", {"obstacle": "a customer calls"}),
    ],
)  # fmt: skip
def test_what_may_get_in_the_way_is_no_step_and_no_moment(said: str, kept: dict[str, object]) -> None:
    assert told(Stage.obstacle, said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'll breathe and count to ten", {"remedy": "breathe and count to ten"}),
        ("Write it on a sticky note.", {"remedy": "write it on a sticky note"}),
        ("Then I'd ask her for another slot the same day", {"remedy": "ask her for another slot the same day"}),
        ("I'd tell myself it's only ten minutes", {"remedy": "tell myself it's only ten minutes"}),
        ("I'd wait till Thursday and try again", {"remedy": "wait till Thursday and try again"}),
        ("Ann, she's been through it", {"remedy": "Ann"}),
        ("a colleague could cover for me", {"remedy": "a colleague could cover for me"}),
        ("We could meet outside instead", {"remedy": "meet outside instead"}),
        ("Paula forgets me because the agenda is so full", {"reality": True}),
        ("he's never there", {"reality": True}),
        ("Nothing", {}),
        ("don't know", {}),
        ("I won't react at once", {"remedy": "not react at once"}),
        ("Not answering straight away", {"remedy": "not answer straight away"}),
        ("Try it again the day after", {"remedy": "try it again the day after"}),
        ("put my phone in the drawer, out of sight", {"remedy": "put my phone in the drawer, out of sight"}),
        ("I'll send a voice message instead, saying it aloud is what counts", {"remedy": "send a voice message instead, saying it aloud is what counts"}),
        ("I will ask him for a date, and if he gives none I ask his boss", {"remedy": "ask him for a date, and if he gives none I ask his boss"}),
        ("If he's busy I'll come back after lunch", {"remedy": "come back after lunch"}),
        ("plan B: an e-mail", {"remedy": "an e-mail"}),
        ("a walk round the block", {"remedy": "a walk round the block"}),
        ("I would tell to my boss that I need more time", {"remedy": "tell to my boss that I need more time"}),
        ("meditate for a minute", {"remedy": "meditate for a minute"}),
        ("I'd have my first sentence ready, word for word", {"remedy": "have my first sentence ready, word for word"}),
        ("Remember why I'm doing it", {"remedy": "remember why I'm doing it"}),
        ("just start, even if it's bad", {"remedy": "start, even if it's bad"}),
        ("Ask Tom to take the phone for half an hour, he owes me one", {"remedy": "ask Tom to take the phone for half an hour"}),
        ("I feel helpless then", {"reality": True}),
        ("It's what it is", {}),
        ("I could maybe take the stairs and use the time to think about the first sentence", {"remedy": "take the stairs and use the time to think about the first sentence"}),
        ("on Monday I'd try again", {"remedy": "try again on Monday"}),
        ("Stay at home", {"remedy": "stay at home"}),
    ],
)  # fmt: skip
def test_the_answer_to_an_obstacle_is_something_to_do(said: str, kept: dict[str, object]) -> None:
    assert told(Stage.remedy, said) == kept


@pytest.mark.parametrize(
    ("question", "said", "kept"),
    [
        ("What could you say when it happens?", "I need a minute", {"remedy": "say: I need a minute"}),
        ("What could you say when it happens?", "that I need a minute to think", {"remedy": "say that I need a minute to think"}),
        ("What could you say when it happens?", "one step at a time", {"remedy": "say: one step at a time"}),
        ("If that does happen, how could you try again?", "by starting with the second point", {"remedy": "start with the second point"}),
        ("What could you have ready, just in case?", "a list of three questions", {"remedy": "have a list of three questions ready"}),
        ("Even then, which part of the plan could you keep?", "the first five minutes", {"remedy": "keep the first five minutes"}),
    ],
)  # fmt: skip
def test_an_answer_is_completed_by_what_was_asked(question: str, said: str, kept: dict[str, object]) -> None:
    assert told(Stage.remedy, said, asked=question) == kept


@pytest.mark.parametrize(
    ("stage", "said", "kept"),
    [
        (Stage.options, "I could have a word with HR, but I don't trust them", {"options": ["have a word with HR"]}),
        (Stage.options, "Either I move desks or he does", {"options": ["move desks"]}),
        (Stage.options, "I've thought about going part-time", {"options": ["go part-time"]}),
        (Stage.options, "Not much I can do", {}),
        (Stage.options, "a checklist for the night shift, or a handover book", {"options": ["a checklist for the night shift", "a handover book"]}),
        (Stage.options, "you tell me", {}),
        (Stage.options, "Find out who decides, then ask for a meeting with that person", {"options": ["find out who decides", "ask for a meeting with that person"]}),
        (Stage.options, "Could ask for a transfer", {"options": ["ask for a transfer"]}),
        (Stage.options, "I could, I don't know, write it all in a letter", {"options": ["write it all in a letter"]}),
        (Stage.options, "Training", {"reality": True}),
        (Stage.options, "I should really exercise more", {"options": ["exercise more"]}),
        (Stage.options, "I always end up doing it myself", {"reality": True}),
        (Stage.options, "I wish I could just leave", {"reality": True}),
        (Stage.options, "for example ask for a mentor", {"options": ["ask for a mentor"]}),
        (Stage.options, "Dunno, call the union?", {"options": ["call the union"]}),
        (Stage.options, "Reach out to the director? Feels political though.", {"options": ["reach out to the director"]}),
        (Stage.options, "Other possibility is that the chef speaks with both of us.", {"reality": True}),
        (Stage.options, "Ring Jess on purpose, not wait for her to ring.", {"options": ["ring Jess on purpose, not wait for her to ring"]}),
        (Stage.action, "I'll go with the list", {"action": "write a list"}),
        (Stage.action, "the first one but smaller", {"action": "ask Ann, but smaller"}),
        (Stage.action, "2", {"action": "write a list"}),
        (Stage.action, "I think the first one is best", {"action": "ask Ann"}),
        (Stage.action, "Yes, asking Ann is the best", {"action": "ask Ann"}),
        (Stage.action, "just do it", {"action": "write a list"}),
        (Stage.action, "I'll think about it", {"reality": True}),
        (Stage.action, "Tomorrow I speak with my boss", {"action": "speak with my boss", "cue": "tomorrow"}),
        (Stage.action, "I'll prepare the Monday report by Thursday", {"action": "prepare the Monday report", "cue": "Thursday"}),
        (Stage.action, "no more laptop on Sundays", {"action": "no more laptop", "cue": "Sundays"}),
        (Stage.action, "Me and Sal will go and see her together.", {"action": "go and see her together with Sal"}),
        (Stage.action, "tell my team on Monday that I'm leaving at four from now on", {"action": "tell my team that I'm leaving at four from now on", "cue": "Monday"}),
        (Stage.action, "hand in the form before Friday noon", {"action": "hand in the form", "cue": "before Friday noon"}),
        (Stage.action, "I must write the offer", {"action": "write the offer"}),
        (Stage.action, "My plan is to ask Ann", {"action": "ask Ann"}),
        (Stage.action, "The step is to tell him on Tuesday", {"action": "tell him", "cue": "Tuesday"}),
        (Stage.action, "Before I go home I'll write down the three things for tomorrow", {"action": "write down the three things for tomorrow", "cue": "before I go home"}),
        (Stage.action, "I'll tell my boss that I won't apply", {"action": "tell my boss that I won't apply"}),
        (Stage.action, "talk to HR or to the union, I haven't decided", {"action": "talk to HR or to the union"}),
        (Stage.action, "I'll make a checklist of ten points and stop when they're ticked.", {"action": "make a checklist of ten points and stop when they're ticked"}),
        (Stage.obstacle, "giving in", {"obstacle": "giving in"}),
        (Stage.obstacle, "I'm not sure I can hold it for longer than a week", {"obstacle": "I'm not sure I can hold it for longer than a week"}),
        (Stage.obstacle, "probably nothing, but maybe the time", {"obstacle": "the time"}),
        (Stage.obstacle, "If the client pushes back, I'd fold", {"obstacle": "if the client pushes back, I'd fold"}),
        (Stage.obstacle, "If the client pushes back I would ask for a day to think", {"obstacle": "the client pushes back", "remedy": "ask for a day to think"}),
        (Stage.obstacle, "I don't know how to start", {"obstacle": "I don't know how to start"}),
        (Stage.obstacle, "It's going to be awkward", {"obstacle": "it's going to be awkward"}),
        (Stage.obstacle, "He may forget, so I'll check with him first", {"obstacle": "he may forget", "remedy": "check with him first"}),
        (Stage.obstacle, "I am thinking that I disturb him, so I will not write", {"obstacle": "I am thinking that I disturb him, so I will not write"}),
        (Stage.obstacle, "That he says no, obviously.", {"obstacle": "he says no"}),
        (Stage.obstacle, "no", {}),
        (Stage.obstacle, "I'd end up apologising", {"obstacle": "I'd end up apologising"}),
        (Stage.remedy, "If she cries I give her a minute", {"remedy": "give her a minute"}),
        (Stage.remedy, "I don't let him interrupt me", {"remedy": "not let him interrupt me"}),
        (Stage.remedy, "I'd put it on paper, I'm better at that", {"remedy": "put it on paper"}),
        (Stage.remedy, "nothing I can do", {}),
        (Stage.remedy, "We'd do it without him", {"remedy": "do it without him"}),
        (Stage.remedy, "headphones on", {"remedy": "headphones on"}),
        (Stage.remedy, "my colleague reminds me", {"remedy": "my colleague reminds me"}),
        (Stage.remedy, "that would be bad luck", {"reality": True}),
        (Stage.remedy, "I'd say: give me a moment", {"remedy": "say: give me a moment"}),
        (Stage.remedy, "I can't do anything then", {"reality": True}),
        (Stage.remedy, "I could say to her that Tom decides for me and I'll read the minutes", {"remedy": "say to her that Tom decides for me and I'll read the minutes"}),
    ],
)  # fmt: skip
def test_answers_as_they_come_leave_only_what_stands_on_the_card(
    stage: Stage, said: str, kept: dict[str, object]
) -> None:
    options = ["ask Ann", "write a list"] if stage == Stage.action else None
    assert told(stage, said, options=options) == kept
