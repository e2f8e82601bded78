import pytest

from actions.coaching.session.state import Stage
from actions.coaching.session.wording import (
    MAX_PHRASE,
    best,
    comments_on,
    completed,
    is_sentence,
    phrase,
    plain,
    pointed,
    says_nothing,
    uncommented,
    unhedged,
)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("well, maybe Monday", "Monday"),
        ("I don't know, perhaps my mood", "my mood"),
        ("I don't know how to start", "I don't know how to start"),
        ("not sure, maybe my nerves", "my nerves"),
        ("I'm not sure I can hold it", "I'm not sure I can hold it"),
        ("Like I said: send him the list", "send him the list"),
        ("plan B: an e-mail", "an e-mail"),
        ("What usually happens is that somebody books over it", "somebody books over it"),
        ("What is going on there", "What is going on there"),
        ("my plan is to ask Ann", "ask Ann"),
        ("I'd say: give me a moment", "I'd say: give me a moment"),
        ("the first five minutes", "the first five minutes"),
        ("nothing really, but maybe the time", "the time"),
    ],
)
def test_hedges_at_the_start_go_and_what_is_meant_stays(said: str, left: str) -> None:
    assert plain(said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Monday, I guess", "Monday"),
        ("my own laziness, probably", "my own laziness"),
        ("he says no, obviously", "he says no"),
        ("not say yes before I think", "not say yes before I think"),
        ("ask him what he thinks", "ask him what he thinks"),
        ("write it, I don't know, in a letter", "write it in a letter"),
        ("more thanks, I guess, and less overtime", "more thanks, and less overtime"),
    ],
)
def test_hedges_at_the_end_and_between_go(said: str, left: str) -> None:
    assert unhedged(said) == left


def test_what_only_points_goes() -> None:
    assert pointed("well, it's my boss") == "my boss"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Thursday, after the handover, she's always in then", "Thursday, after the handover"),
        ("next Tuesday, Monday is my free day", "next Tuesday"),
        ("not take it home, my kids get the worst of me", "not take it home"),
        ("decline the call and send Tom, that should do it", "decline the call and send Tom"),
        ("offer to swap, I review his first", "offer to swap: I review his first"),
        ("put it on paper, I'm better at that", "put it on paper"),
        ("talk to HR, I haven't decided", "talk to HR"),
        ("tell Karen, the ward manager, that we had no breaks", "tell Karen, the ward manager, that we had no breaks"),
        ("start on the dot, whoever is there", "start on the dot, whoever is there"),
        ("put my phone in the drawer, out of sight", "put my phone in the drawer, out of sight"),
        ("send a message, saying it is what counts", "send a message, saying it is what counts"),
    ],
)  # fmt: skip
def test_a_comment_behind_a_comma_goes(said: str, left: str) -> None:
    assert uncommented(said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("she'll move it again, that's the pattern", "she'll move it again"),
        ("if she looks upset, I'll water it down", "if she looks upset, I'll water it down"),
        ("my manager, she hates surprises", "my manager, she hates surprises"),
    ],
)
def test_what_a_sentence_leads_up_to_is_no_comment(said: str, left: str) -> None:
    assert comments_on(said) == left


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("  A deadline. ", "a deadline"),
        ("Me", "me"),
        ("Monday at ten", "Monday at ten"),
        ("I might forget!", "I might forget"),
    ],
)
def test_a_part_begins_small_unless_it_is_a_name(said: str, part: str) -> None:
    assert phrase(said) == part


def test_a_long_answer_is_cut_before_its_reasons() -> None:
    said = (
        "go out with him for a day, do two visits together, and talk in the car, "
        "because in a car you don't have to look at each other at all"
    )
    assert phrase(said) == "go out with him for a day, do two visits together, and talk in the car"


def test_an_answer_without_joints_is_cut_at_its_length() -> None:
    assert len(phrase("very " * 60).split()) == MAX_PHRASE


def test_the_sentence_that_says_most_is_taken() -> None:
    assert best("My guilt. I always feel I should help.") == "I always feel I should help."


@pytest.mark.parametrize(
    "said",
    [
        "nothing",
        "Nothing really",
        "no",
        "no idea",
        "no more ideas",
        "I don't see any",
        "can't think of anything else",
        "That's all I can think of",
        "not much I can do",
        "there is nothing I can do about it",
        "I don't know when",
        "it's hard to say",
        "hmm, well",
    ],
)
def test_what_says_nothing_is_known(said: str) -> None:
    assert says_nothing(said)


@pytest.mark.parametrize(
    "said", ["nothing but trouble", "no time", "my boss", "I don't know how to start", "no mails after six"]
)
def test_what_only_begins_with_nothing_says_something(said: str) -> None:
    assert not says_nothing(said)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("he never listens", True),
        ("a date that really holds", False),
        ("smaller batches", False),
        ("a customer calls", True),
    ],
)
def test_a_thing_with_more_about_it_is_no_sentence(said: str, whole: bool) -> None:
    assert is_sentence(said) is whole


@pytest.mark.parametrize(
    ("stage", "question", "said", "whole"),
    [
        (Stage.goal, "What do you know you want less of?", "the same", "less of the same"),
        (Stage.goal, "What do you know you want less of?", "I want fewer mails", "I want fewer mails"),
        (Stage.options, "What could you stop doing?", "I could ask Ann", "I could ask Ann"),
        (Stage.remedy, "What could you have ready for that?", "my notes", "have my notes ready"),
        (Stage.remedy, "What could you have ready for that?", "write a list", "write a list"),
        (Stage.remedy, "What could you say when it happens?", "Let me finish", "say: Let me finish"),
        (Stage.cue, "What do you do every day that it could follow?", "after lunch", "after lunch"),
        (Stage.cue, "When will you do it?", "the stand-up", "the stand-up"),
    ],
)
def test_an_answer_gets_what_it_left_to_the_question(
    stage: Stage, question: str, said: str, whole: str
) -> None:
    assert completed(said, question, stage) == whole
