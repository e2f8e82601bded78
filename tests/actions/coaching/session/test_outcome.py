from actions.coaching.session.outcome import Outcome, Said
from actions.messages import Button, Reply

YES = Button(title="Yes", payload="/affirm")


def test_what_is_said_together_is_one_reply() -> None:
    outcome = Outcome().say("You are late.", "", "What now?")
    assert outcome.says == [Said("You are late. What now?")]


def test_buttons_go_with_their_reply() -> None:
    assert Outcome().say("Well?", buttons=(YES,)).says[0].buttons == (YES,)


def test_a_session_goes_on_unless_it_is_said_to_end() -> None:
    outcome = Outcome()
    assert (outcome.status, outcome.confirmed, outcome.went, outcome.postponed) == (
        "open",
        False,
        None,
        False,
    )


def test_a_reply_of_another_skill_can_be_all_that_is_said() -> None:
    outcome = Outcome.of(Reply(kind="card", text="Goal: rest", buttons=(YES,)))
    assert outcome.says == [Said("Goal: rest", kind="card", buttons=(YES,))]
    assert outcome.status == "finished"


def test_an_answer_of_another_skill_is_said_as_a_move() -> None:
    assert Outcome.of(Reply(kind="notice", text="Done."), status="open").says == [Said("Done.")]


def test_two_outcomes_do_not_share_what_they_say() -> None:
    Outcome().say("One.")
    assert Outcome().says == []
