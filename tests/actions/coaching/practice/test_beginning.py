import pytest

from actions.coaching.practice import beginning
from actions.coaching.practice.practice import begin

SAM = "I want to practise telling my colleague Sam that he interrupts me"


def test_the_first_message_may_name_the_person_and_the_topic() -> None:
    practice = begin(SAM)
    assert (practice.who, practice.role, practice.topic) == ("Sam", "colleague", "that he interrupts me")
    assert practice.step == "difficulty"


def test_a_role_without_a_name_is_enough() -> None:
    practice = begin("practise telling my manager that I need more time")
    assert (practice.role, practice.topic, practice.kind) == ("manager", "that I need more time", "ask")
    assert practice.name == "your manager"


@pytest.mark.parametrize(
    ("text", "who", "topic"),
    [
        ("pretend to be my colleague who's always late", "my colleague", "who's always late"),
        ("let's rehearse saying no to my boss", "my boss", "saying no"),
        ("I'd like to rehearse a salary negotiation with Mr Brown", "Mr Brown", "a salary negotiation"),
        ("i want to practise telling sam that he is late", "Sam", "that he is late"),
        (
            "help me practise with my team lead, he gives me too much work",
            "my team lead",
            "he gives me too much work",
        ),
        ("practise telling my flatmate Kim about the noise", "Kim", "about the noise"),
        ("I want to practise telling him that he is rude", "", "that he is rude"),
        ("act like an angry customer", "an angry customer", ""),
        ("I want to practise a conversation", "", ""),
    ],
)
def test_the_person_and_the_topic_are_read_from_everyday_sentences(text, who, topic) -> None:
    practice = begin(text)
    assert (practice.who, practice.topic) == (who, topic)


@pytest.mark.parametrize(
    ("answer", "who", "role"),
    [
        ("sam", "Sam", None),
        ("It's Sam, my manager", "Sam", "manager"),
        ("my team lead", "my team lead", "manager"),
        ("someone I manage", "someone I manage", "report"),
        ("the guy from accounting", "the guy from accounting", None),
        ("well, it is a long story about something that happened", "", None),
    ],
)
def test_the_answer_to_who_it_is_may_be_a_name_or_a_few_words(answer, who, role) -> None:
    found = beginning.person(answer)
    assert (found.who, found.role) == (who, role)


@pytest.mark.parametrize(
    ("topic", "kind"),
    [
        ("that he interrupts me", "feedback"),
        ("that I need more time", "ask"),
        ("that she didn't get the promotion", "news"),
        ("that the delivery will be two weeks late", "news"),
    ],
)
def test_the_topic_decides_what_the_other_person_can_sensibly_say(topic, kind) -> None:
    assert beginning.kind(topic) == kind


def test_saying_no_is_a_wish_even_where_the_topic_names_the_other_person() -> None:
    assert begin("let's practise saying no to my colleague Ben who wants me to take his shift").kind == "ask"
