import pytest

from actions.coaching.session.english import (
    as_infinitive,
    base_form,
    is_clause,
    lower_first,
    starts_with_verb,
    tokens,
    upper_first,
)


def test_words_are_counted_with_their_contractions_whole() -> None:
    assert tokens("I’m late, again: 3 times") == ["i'm", "late", "again", "3", "times"]


@pytest.mark.parametrize(
    ("gerund", "verb"),
    [
        ("sitting", "sit"),
        ("Talking", "talk"),
        ("making", "make"),
        ("planning", "plan"),
        ("being", "be"),
        ("lying", "lie"),
        ("replying", "reply"),
        ("agreeing", "agree"),
        ("focussing", "focus"),
        ("organising", "organise"),
        ("practicing", "practice"),
        ("practising", "practise"),
        ("thing", None),
        ("morning", None),
        ("during", None),
        ("king", None),
        ("boring", None),
        ("talked", None),
    ],
)
def test_the_verb_behind_an_ing_form_is_found(gerund: str, verb: str | None) -> None:
    assert base_form(gerund) == verb


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("my boss ignores me", True),
        ("he left", True),
        ("I am late", True),
        ("nobody listens to me", True),
        ("there is no time", True),
        ("the team was told", True),
        ("everyone decided without us", True),
        ("isn't it late", True),
        ("more time", False),
        ("a quick chat with her", False),
        ("less stress", False),
        ("talk to him", False),
        ("late", False),
        ("", False),
        ("my boss hates me", True),
        ("many people talk over me", True),
        ("too many emails", False),
        ("a change of plans", False),
    ],
)
def test_a_sentence_of_its_own_is_told_from_a_fragment(text: str, clause: bool) -> None:
    assert is_clause(text) is clause


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("talk to him", True),
        ("Write it down", True),
        ("be heard", True),
        ("the talk", False),
        ("talking to him", False),
        ("my boss", False),
        ("", False),
        ("shout less", True),
        ("invest an hour a week", True),
    ],
)
def test_something_to_do_begins_with_a_verb(text: str, verb: bool) -> None:
    assert starts_with_verb(text) is verb


@pytest.mark.parametrize(
    ("text", "infinitive"),
    [
        ("talking to him", "talk to him"),
        ("to talk to him", "talk to him"),
        ("by asking Sam", "ask Sam"),
        ("maybe write it down", "write it down"),
        ("Sitting down with Ann", "sit down with Ann"),
        ("saying no", "say no"),
        ("more time", "more time"),
        ("morning pages", "morning pages"),
    ],
)
def test_what_will_be_done_stands_in_its_base_form(text: str, infinitive: str) -> None:
    assert as_infinitive(text) == infinitive


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("The team", "the team"),
        ("My boss", "my boss"),
        ("Talk to him", "talk to him"),
        ("Lack of time", "lack of time"),
        ("I am late", "I am late"),
        ("I'm late", "I'm late"),
        ("HR says no", "HR says no"),
        ("Ben is off", "Ben is off"),
        ("", ""),
    ],
)
def test_names_keep_their_capital_in_the_middle_of_a_sentence(text: str, small: str) -> None:
    assert lower_first(text) == small


def test_a_sentence_begins_with_a_capital() -> None:
    assert upper_first("my boss") == "My boss"
    assert upper_first("") == ""
