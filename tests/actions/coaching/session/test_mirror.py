import pytest

from actions.coaching.session.mirror import clauses, flip, lowered, mirrored, salience, sentences


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("I am late", "you are late"),
        ("I'm late", "you're late"),
        ("I’m late", "you're late"),
        ("I was told off", "you were told off"),
        ("I wasn't asked", "you weren't asked"),
        ("I really am trying", "you really are trying"),
        ("I also was there", "you also were there"),
        ("my boss and I don't talk", "your boss and you don't talk"),
        ("he blames me", "he blames you"),
        ("I blame myself", "you blame yourself"),
        ("the mistake was mine", "the mistake was yours"),
        ("we are behind", "you are behind"),
        ("they moved us to another floor", "they moved you to another floor"),
        ("our project", "your project"),
        ("the idea was ours", "the idea was yours"),
        ("We've lost two people", "you've lost two people"),
        ("I'd like to be asked", "you'd like to be asked"),
        ("I'll never get there", "you'll never get there"),
        ("im stressed", "you're stressed"),
        ("ive had enough", "you've had enough"),
        ("i have much stress in my work", "you have much stress in your work"),
        ("He said I am lazy and I was hurt", "He said you are lazy and you were hurt"),
        ("tell my manager what I need", "tell your manager what you need"),
        ("the team is small", "the team is small"),
        ("get him to tell me what he expects", "get him to tell you what he expects"),
        (
            "I hate being micromanaged by my own team lead",
            "you hate being micromanaged by your own team lead",
        ),
        ("", ""),
        ("my ID card", "your ID card"),
        ("the US office decides", "the US office decides"),
        ("I, for one, am tired", "you, for one, are tired"),
        ("I myself was late", "you yourself were late"),
    ],
)
def test_words_come_back_from_the_other_side(said: str, back: str) -> None:
    assert flip(said) == back


def test_i_am_late_is_said_back_as_you_are_late() -> None:
    assert mirrored("I am late") == "You are late"


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("I'm always late", "You're always late"),
        ("I get blamed", "You get blamed"),
        ("my boss ignores me", "Your boss ignores you"),
        ("He never lets me finish", "He never lets you finish"),
        ("I was told off in front of everyone", "You were told off in front of everyone"),
        ("I've been here for two years", "You've been here for two years"),
        ("nobody tells me anything", "Nobody tells you anything"),
        ("can't say no to her", "You can't say no to her"),
        ("haven't slept in days", "You haven't slept in days"),
        ("was promised a raise", "You were promised a raise"),
        ("got no answer", "You got no answer"),
        ("didn't get the promotion", "You didn't get the promotion"),
        ("They gave our project to another team", "They gave your project to another team"),
        ("She told me that I was too slow", "She told you that you were too slow"),
        ("I’m not heard", "You're not heard"),
        (
            "My colleague is always interrupting me in meetings",
            "Your colleague is always interrupting you in meetings",
        ),
        ("there's too much work for us", "There's too much work for you"),
        ("It's my fault that we're late", "It's your fault that you're late"),
        ("I was promised a raise but I got nothing", "You were promised a raise but you got nothing"),
        ("People talk over me", "People talk over you"),
        ("they want me to work weekends", "They want you to work weekends"),
        ("I have to work with him every day", "You have to work with him every day"),
        ("work is killing me", "Work is killing you"),
        ("he takes credit for my work", "He takes credit for your work"),
        ("I do not know what they expect from me", "You do not know what they expect from you"),
        ("I work nights and I sleep badly", "You work nights and you sleep badly"),
        ("The customer shouted at me", "The customer shouted at you"),
        ("Sarah got the job I wanted", "Sarah got the job you wanted"),
        ("I think that I wasn't clear", "You think that you weren't clear"),
        ("i have many problem with my chef", "You have many problem with your chef"),
        ("my boss hates me", "Your boss hates you"),
        ("want to talk to him", "You want to talk to him"),
        ("have a lot on my plate", "You have a lot on your plate"),
    ],
)
def test_a_clause_is_said_back_to_the_employee(said: str, back: str) -> None:
    assert mirrored(said) == back


@pytest.mark.parametrize(
    "said",
    [
        "too many meetings",
        "Monday",
        "",
        "what should I do?",
        "he is late?",
        " ".join(["he", "is", *["very"] * 17]),
        "You never help me",
        "am I the only one who cares",
    ],
)
def test_what_cannot_be_said_back_is_not(said: str) -> None:
    assert mirrored(said) is None


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("my boss ignores me and I get no feedback", ["my boss ignores me", "I get no feedback"]),
        ("I told him I'm tired. He laughed. so I left", ["I told him I'm tired", "He laughed", "I left"]),
        ("We have two teams; nobody talks", ["We have two teams", "nobody talks"]),
        ("I said yes because I was scared", ["I said yes", "I was scared"]),
        ("I can't sleep - work is too much", ["I can't sleep", "work is too much"]),
        ("I work with Ann and Bob", ["I work with Ann and Bob"]),
        ("I like my job but not my boss", ["I like my job but not my boss"]),
        ("well, honestly, I think my boss is unfair lol", ["my boss is unfair"]),
        ("Hi, I am lost at work", ["I am lost at work"]),
        ("What should I do? I'm lost.", ["I'm lost"]),
        ("i dont know. it depends", []),
        ("Right now I am lost", ["I am lost"]),
        ('He said "do it" and I did it', ["I did it"]),
        ("see https://intranet/page", []),
        ("", []),
        ("no one listens to me", ["no one listens to me"]),
        ("So many people interrupt", ["So many people interrupt"]),
        ("That boss of mine never listens", ["That boss of mine never listens"]),
        ("Well-meaning people stop me", ["Well-meaning people stop me"]),
        ("Look at my desk, it's full", ["Look at my desk, it's full"]),
        ("Please help me, I'm lost", ["I'm lost"]),
    ],
)
def test_what_was_said_is_taken_apart_where_it_can_be(said: str, parts: list[str]) -> None:
    assert clauses(said) == parts


def test_sentences_are_found_also_where_they_begin_small() -> None:
    assert sentences("he left. i stayed!\nwhy?") == ["he left.", "i stayed!", "why?"]


def test_a_feeling_of_their_own_is_taken_up_before_a_fact() -> None:
    assert salience("I feel ignored by my boss") > salience("the meeting is on Monday")
    assert salience("I never get an answer") > salience("it rains")


def test_said_back_in_mid_sentence_it_begins_small_and_names_do_not() -> None:
    assert lowered("Your boss ignores you") == "your boss ignores you"
    assert lowered("Ann ignores you") == "Ann ignores you"
