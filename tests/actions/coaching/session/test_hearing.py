import pytest

from actions.coaching.session.hearing import Turn
from actions.coaching.session.state import Stage
from tests.actions.coaching.session.conftest import NOW, turn


@pytest.mark.parametrize(
    "said",
    [
        "yes", "yep", "Yeah, that's fine", "ok", "OK, sounds good", "sure", "that's it", "That’s my plan",
        "That's right", "correct", "perfect, thanks", "looks good to me", "go ahead", "why not", "yes please",
        "Yes it is", "exactly", "Absolutely", "works for me", "yup", "alright then", "all right", "of course",
        "agreed", "confirmed", "I do", "deal", "fine with me", "true", "indeed",
            "it's fine",
            "I'm happy with it",
            "keep it",
            "No, it's fine",
        "Yes, have a look", "no problem", "looks good, thanks", "never mind, keep it", "I think so", "yes, keep it like this", "nothing to change",
    ],
)  # fmt: skip
def test_a_yes_is_heard(said: str) -> None:
    assert turn(said).agrees


@pytest.mark.parametrize(
    "said",
    [
        "no", "I don't agree", "not sure", "that's not right", "I see", "yes he said that and then he left again",
        "maybe", "Friday", "change the date",
            "yes but not on Monday",
            "fine, but the goal is wrong",
        "Yes, I'll talk to him", "right after lunch", "Good talks with my boss", "do it the next day", "Yes, my boss might be busy", "please change the date", "yes, change the date", "ok, I'll call her", "true friends", "fine lines",
    ],
)  # fmt: skip
def test_what_is_no_yes_is_not_taken_for_one(said: str) -> None:
    assert not turn(said).agrees


@pytest.mark.parametrize(
    "said",
    [
        "no", "nope", "nah", "no thanks", "No, thank you", "not now", "not really", "I'd rather not", "rather not",
        "not yet", "don't", "wrong", "not quite", "no way", "no, let me think", "no need", "no not that",
        "Nope, sorry", "no, rather not", "Not now, thanks", "not really, no", "no that's wrong", "don't do that",
        "wrong again", "No.",
            "I don't want that",
            "let me think",
        "No, I'd rather not", "no, he wouldn't like that",
    ],
)  # fmt: skip
def test_a_no_is_heard(said: str) -> None:
    assert turn(said).refuses


@pytest.mark.parametrize(
    "said",
    [
        "yes", "nothing", "now", "not bad at all", "not sure", "notice it", "nobody listens to me", "noon",
        "none of my mails was ever answered by him or by her",
            "no problem",
            "no time",
            "no, that's fine",
        "no money for it", "no one helps me", "don't know",
    ],
)  # fmt: skip
def test_what_is_no_refusal_is_not_taken_for_one(said: str) -> None:
    assert not turn(said).refuses


@pytest.mark.parametrize(
    "said",
    [
        "I don't know", "i dont know", "I don’t know", "i do not know", "idk", "dunno", "no idea", "No clue",
        "not sure", "I'm not sure", "I really don't know", "honestly no idea", "I have no idea", "hmm, I don't know",
        "can't think of anything", "I can't think of anything", "you tell me", "up to you", "Hard to say",
        "I wouldn't know", "not really sure", "who knows", "don't know really", "whatever", "Nothing comes to mind",
        "no plan yet", "I have no clue", "i would have to think about it", "well, I honestly don't know",
            "I'm stuck",
            "I haven't a clue",
        "I'm lost here", "I'd have to think",
    ],
)  # fmt: skip
def test_not_knowing_is_heard(said: str) -> None:
    assert turn(said).unsure


@pytest.mark.parametrize(
    "said",
    [
        "I know what to do", "I don't think he listens", "he doesn't know",
        "I don't know how to tell him without making him angry and losing his trust completely",
        "I can't see him before Monday", "nobody knows", "my boss is not sure",
            "I can't say no",
            "I wouldn't say it's his fault",
            "whatever he says, I lose",
        "I have no time", "I'm stuck in my job", "I can't see any of my friends",
    ],
)  # fmt: skip
def test_an_answer_is_not_taken_for_not_knowing(said: str) -> None:
    assert not turn(said).unsure


@pytest.mark.parametrize(
    "said",
    [
        "stop", "Stop.", "STOP", "quit", "enough", "stop this", "stop here", "let's stop here", "end this",
        "End the session", "cancel this", "cancel the session", "forget it", "forget about it", "never mind",
        "nevermind", "let's leave it", "Let's drop it", "leave it there", "I don't want to continue",
        "i dont want to talk about it", "I don't want to do this any more", "I'm done here", "I am done with this",
        "this is pointless", "This is a waste of time", "quit the session", "I'm out", "stop coaching me",
        "Please end this conversation",
            "please stop",
            "that's enough for today",
            "stop asking me questions",
        "This doesn't help. Please stop.", "no more questions", "ok, let's stop here",
    ],
)  # fmt: skip
def test_the_wish_to_stop_is_heard(said: str) -> None:
    assert turn(said).stops


@pytest.mark.parametrize(
    "said",
    [
        "I want to stop shouting", "I can't stop thinking about it", "stop interrupting people", "My boss never stops",
        "I'd like to quit my job", "forget it when I'm tired", "enough sleep", "I want to stop working late",
        "he wants to cancel the project", "stop checking mail",
            "I want him to stop it",
            "my boss told me to stop this project",
            "I don't want to talk about this in front of my team",
        "I forget it", "I might forget it", "never mind, keep it", "I'm out of ideas", "cancel that meeting", "I'm done with this job", "let's leave it like that", "I don't want to go on like this", "end this project on time",
    ],
)  # fmt: skip
def test_what_tells_of_stopping_does_not_stop_the_session(said: str) -> None:
    assert not turn(said).stops


@pytest.mark.parametrize(
    "said",
    [
        "pause", "let's pause", "can we continue later", "Can we continue tomorrow?", "could we go on another time",
        "let's do this later", "let's talk later", "I have to run", "I need to go", "gotta go", "brb", "be right back",
        "my meeting is starting", "meeting now", "talk later", "later please", "to be continued", "back later",
        "I'll be back tomorrow", "Shall we finish this another time?", "let's pick this up tomorrow", "got to dash",
        "I need to leave", "let's continue this next week", "I have to stop here", "sorry, got to jump",
        "I've got to go", "can we do this another day",
            "continue later", "can we take a break",
        "let's take a break", "my next meeting is starting", "I have to run, my meeting starts", "I need to go now", "pause here please", "I have to go, can we finish later",
    ],
)  # fmt: skip
def test_the_wish_to_go_on_later_is_heard(said: str) -> None:
    assert turn(said).pauses


@pytest.mark.parametrize(
    "said",
    [
        "I want to leave earlier", "he always has to leave early", "I will talk to him later", "take a break",
        "in the break", "I'd like to go home on time",
            "I need to go to HR", "I have to run three projects",
            "I need to leave on time",
            "I have to go back to my old team",
        "pause before answering", "when my meeting starts", "he'll be back tomorrow", "I leave when my meeting starts", "I have to leave him alone",
    ],
)  # fmt: skip
def test_what_tells_of_leaving_does_not_pause_the_session(said: str) -> None:
    assert not turn(said).pauses


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("can we go back to the goal", Stage.goal),
        ("go back to my goal", Stage.goal),
        ("back to the goal please", Stage.goal),
        ("Let’s go back to the goal", Stage.goal),
        ("I want to go back to what I want", Stage.goal),
        ("going back to my aim", Stage.goal),
        ("let's go back to the options", Stage.options),
        ("back to my ideas", Stage.options),
        ("get back to the alternatives", Stage.options),
        ("Back to the other possibilities", Stage.options),
        ("please go back to the options again", Stage.options),
        ("go back", Stage.options),
        ("go back to the plan", Stage.action),
        ("back to the step I chose", Stage.action),
        ("go back to what I'll do", Stage.action),
        ("come back to the obstacles", Stage.obstacle),
        ("can we go back to what gets in the way", Stage.obstacle),
        ("go back to the beginning", Stage.reality),
        ("back to the start", Stage.reality),
        ("I'd like to go back to what happened", Stage.reality),
        ("can I change my goal", None),
        ("he gets back to me late", None),
        ("I went back to work", None),
        ("I will be back", None),
        ("my back hurts", None),
        ("step back to the situation", Stage.reality),
        ("return to the goal", Stage.goal),
        ("go back to when I do it", Stage.cue),
        ("go back to the date", Stage.check),
        ("I'll go back to my notes", None),
        ("I didn't get back to him", None),
        ("can we go back", Stage.options),
        ("go back to the moment", Stage.cue),
        ("I'll come back to him on Monday", None),
        ("going back to the office stresses me", None),
    ],
)  # fmt: skip
def test_the_wish_to_go_back_names_the_part(said: str, stage: Stage | None) -> None:
    assert turn(said).back_to == stage


@pytest.mark.parametrize(
    "said",
    [
        "I changed my mind", "I've changed my mind, I want to leave the team", "the real problem is my boss",
        "Actually the real issue is that I'm bored", "I'd rather work on my time management",
        "I would rather talk about my boss", "different goal please", "I want another goal", "can we change the goal",
        "I'd like to change my goal", "instead I want to be promoted", "my goal is actually to get promoted",
        "what I really want is a new job", "what I actually want is to be left in peace", "that's not what I want",
        "something else is more important", "let's talk about something else", "Let's work on my presentation instead",
        "Actually, I want to talk about Sam", "wait, I want to say something different", "no wait, I'd rather get a raise",
        "Actually it's more about respect", "hmm, actually, I'd like to get more feedback",
        "The actual problem is that nobody decides", "the bigger question is whether I should stay",
        "I'd rather focus on one project", "Actually I’d rather be moved",
            "That's the wrong goal",
        "that's not my goal",
    ],
)  # fmt: skip
def test_another_goal_is_heard(said: str) -> None:
    assert turn(said).changes_goal


@pytest.mark.parametrize(
    "said",
    [
        "I want to be heard", "I changed my desk", "He changed his mind about the project", "I'd rather not",
        "She changes my tasks every day", "my boss changed my goals", "the real work starts at five", "I'll ask him",
        "Actually, he said I was right", "he might change his mind",
            "I'd rather talk to him on Monday",
            "I would rather work from home",
        "I'd change my mind", "Actually, I'd rather talk to him on Monday",
    ],
)  # fmt: skip
def test_what_tells_of_changes_does_not_change_the_goal(said: str) -> None:
    assert not turn(said).changes_goal


@pytest.mark.parametrize(
    "said",
    [
        "what should I do?", "what would you do", "What do you suggest?", "what do you recommend", "any tips?",
        "any advice", "Do you have any ideas?", "give me some tips", "I need advice", "tell me what to do",
        "how should I tell him?", "How do I say no to my boss?", "how can I stay calm", "how could I start such a talk?",
        "can you help me?", "Can you suggest something?", "what works in such cases?", "what helps against stage fright?",
        "is there a way to say no nicely?", "what do good managers do", "have you got any suggestions?",
        "what is the best way to ask for a raise?", "some advice would be nice", "what do you think?",
        "What would you say to him?", "any recommendations", "I'd like some advice", "What should I say to her?",
        "give me an idea", "what do others do?",
            "what can I do?", "what's the best way to start?",
        "what can I say to him", "what's the best way to tell her",
    ],
)  # fmt: skip
def test_a_wish_for_advice_is_heard(said: str) -> None:
    assert turn(said).asks_advice


@pytest.mark.parametrize(
    "said",
    [
        "I don't know how I got here", "I asked for advice from Tom", "I could ask Sam for advice",
        "ask my mentor for advice", "my boss never listens to my suggestions", "I'd tell him what I think",
        "My ideas get ignored", "Share my ideas in the meeting",
            "ask my mentor for some advice",
            "collect some ideas with the team",
        "I could get some advice from Tom", "I have some ideas already", "maybe ask my mentor for some advice?",
    ],
)  # fmt: skip
def test_what_tells_of_advice_does_not_ask_for_it(said: str) -> None:
    assert not turn(said).asks_advice


@pytest.mark.parametrize(
    "said",
    [
        "what is our policy on overtime?", "how many days of leave do I have?", "where can I find the travel policy?",
        "am I allowed to work from abroad?", "Is there a budget for training?", "who approves my holiday?",
        "what does the company say about homeworking?", "what's the rule for expenses?", "how do I book a room?",
        "how do I claim expenses?", "how do I report harassment?", "where do I apply for a course?",
        "Do we have a guideline for feedback talks?", "what does HR say about this?", "is overtime paid?",
        "can I take unpaid leave officially?", "are we entitled to a break?", "what are the rules for remote work?",
        "Who decides on promotions?", "what does our handbook say?", "is it allowed to record meetings?",
        "where can i report this", "who do I ask about training budget?", "wait, how many days off do I get?",
        "quick question: what is the sick leave policy?", "what is the company process for appraisals?",
            "how long is parental leave?",
            "how much holiday do I get?",
        "How long is the notice period", "how many days of leave are there?",
    ],
)  # fmt: skip
def test_a_question_of_fact_is_for_the_company_s_pages(said: str) -> None:
    assert turn(said).asks_library


@pytest.mark.parametrize(
    "said",
    [
        "my boss breaks the rules", "we have no budget", "I do too much overtime", "I'm not allowed to decide anything",
        "what should I say to him?", "how do I say no?", "how do I find the time?", "the policy is bad",
            "do less overtime",
            "Can't plan, the budget is gone",
        "When the budget is out", "What might stop me is the budget",
    ],
)  # fmt: skip
def test_what_is_no_question_of_fact_is_not_searched(said: str) -> None:
    assert not turn(said).asks_library


@pytest.mark.parametrize(
    "said",
    [
        "you're just a bot", "you are only a machine", "You're an AI", "how is this going to help?",
        "How will talking help?", "how would this change anything?", "what's the point?", "what is the point of this",
        "this is a waste of time", "I don't believe this helps", "I don't think this helps", "coaching is silly",
        "this feels like a form", "this sounds stupid", "psychobabble", "I'm not convinced", "I am sceptical",
        "I'm skeptical about it", "i doubt this will help", "do you even understand me?", "can a bot understand this?",
        "another HR gimmick", "does this ever work?", "does this really work?", "you are a computer",
        "I don't think coaching works", "You’re just a chatbot",
            "this isn't helping",
            "how does this help me?",
        "this doesn't help", "this isn't working",
    ],
)  # fmt: skip
def test_doubts_about_the_coach_are_heard(said: str) -> None:
    assert turn(said).doubts


@pytest.mark.parametrize(
    "said",
    [
        "I don't think he likes me", "He doubts me", "I don't believe him", "the machine broke down", "I think so",
        "I don't think that he respects me", "I don't think it went well", "I don't think this is fair",
            "meetings are a waste of time",
        "I don't think it will be easy", "I doubt that he listens", "He repeats what I say in meetings", "what's the point of asking him", "this isn't working out for him",
    ],
)  # fmt: skip
def test_doubts_about_others_are_not_doubts_about_the_coach(said: str) -> None:
    assert not turn(said).doubts


@pytest.mark.parametrize(
    "said", ["I hate this", "I'm so tired", "fed up with it", "I cried", "I can't take it any more"]
)
def test_a_strong_feeling_is_heard(said: str) -> None:
    assert turn(said).feels


def test_a_plain_report_is_no_strong_feeling() -> None:
    assert not turn("the meeting was moved to Monday").feels


@pytest.mark.parametrize(
    "said", ["nothing", "Nothing really", "none", "no", "not much", "no obstacles", "nope"]
)
def test_nothing_to_tell_is_heard(said: str) -> None:
    assert turn(said).nothing


@pytest.mark.parametrize(
    "said",
    ["he does nothing", "a lot", "no time"],
)  # fmt: skip
def test_an_answer_is_not_taken_for_nothing(said: str) -> None:
    assert not turn(said).nothing


@pytest.mark.parametrize("said", ["ok", "hmm", "Maybe.", "well yes", "haha", "..."])
def test_fillers_are_empty(said: str) -> None:
    assert turn(said).empty


@pytest.mark.parametrize("said", ["ok boss", "Monday", "yes yes yes yes"])
def test_words_that_say_something_are_not_empty(said: str) -> None:
    assert not turn(said).empty


@pytest.mark.parametrize("said", ["why is that?", "what do you mean", "How so", "is it normal"])
def test_a_question_is_heard_also_without_its_mark(said: str) -> None:
    assert turn(said).asks


@pytest.mark.parametrize(
    "said",
    [
        "When the budget is out", "do less overtime", "Can't plan, the budget is gone", "When my boss is angry I leave",
        "What I want is a raise", "What might stop me is time", "have the talk", "Do it at once", "could be that he says no",
        "Is too loud in our office", "Where I sit it is loud",
    ],
)  # fmt: skip
def test_what_only_begins_like_a_question_asks_nothing(said: str) -> None:
    assert not turn(said).asks


@pytest.mark.parametrize(
    "said",
    ["how long is it", "where can i report this", "who approves my holiday", "does it help", "what would you do", "how to say no"],
)  # fmt: skip
def test_a_question_is_known_by_the_order_of_its_words(said: str) -> None:
    assert turn(said).asks


def test_a_yes_with_a_date_is_a_change_of_the_date() -> None:
    assert turn("ok").agrees
    assert not turn("ok", times=(NOW,)).agrees


def test_the_mark_is_not_needed_to_tell_something() -> None:
    assert not turn("my boss is late").asks


def test_what_rasa_is_sure_of_counts_and_what_it_guesses_does_not() -> None:
    assert turn("aye", intent="affirm", confidence=0.9).agrees
    assert not turn("aye", intent="affirm", confidence=0.3).agrees
    assert turn("aye, and here is what I make of it all", intent="affirm", confidence=0.9).agrees is False
    assert turn("see you", intent="goodbye", confidence=0.9).pauses
    assert turn("anything", intent="change_goal", confidence=0.9).changes_goal
    assert turn("is there a page on that?", intent="ask_library", confidence=0.9).asks_library


def test_a_pressed_button_is_certain() -> None:
    assert Turn("/affirm", intent="affirm", command=True).agrees
    assert Turn("/deny", intent="deny", command=True).refuses


def test_only_what_rasa_is_very_sure_of_is_off_topic() -> None:
    assert turn("what is the capital of France?", intent="out_of_scope", confidence=0.9).off_topic
    assert not turn("what is the capital of France?", intent="out_of_scope", confidence=0.6).off_topic
    assert not turn("hi there", intent="small_talk", confidence=0.9).off_topic
