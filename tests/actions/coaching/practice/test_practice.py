import pytest

from actions.coaching.practice import coach
from actions.coaching.practice.practice import begin, prompt
from actions.coaching.practice.state import Practice

from .talk import GOOD, SAM, payloads, say


def test_what_is_missing_is_asked_one_thing_at_a_time() -> None:
    practice = begin("I want to practise a conversation")
    assert prompt(practice)[0].text == coach.WHO

    practice, said = say(practice, "my boss")
    assert said[0].text == "What do you want to say to your boss? One sentence is enough."

    practice, said = say(practice, "I want a raise")
    assert payloads(said) == ["easy", "realistic", "hard"]


def test_the_rubric_is_shown_in_one_line_before_the_start() -> None:
    _, said = say(begin(SAM), "realistic")
    assert said[0].text == coach.RUBRIC
    assert "\n" not in coach.RUBRIC
    assert "he interrupts me" in said[1].text


def test_an_unknown_difficulty_is_asked_again() -> None:
    practice, said = say(begin(SAM), "whatever you like")
    assert practice.step == "difficulty"
    assert payloads(said) == ["easy", "realistic", "hard"]


def test_in_role_the_name_stands_in_front_and_the_coach_is_marked_apart() -> None:
    _, said = say(begin(SAM), "realistic", GOOD)
    assert said[0].in_role
    assert said[0].text.startswith("Sam: “")
    assert said[0].text.endswith("”")
    _, said = say(begin("practise telling my manager that I need more time"), "easy", "Hello")
    assert said[0].text.startswith("Your manager: “")


def test_after_five_turns_the_coach_gives_feedback() -> None:
    practice, said = say(begin(SAM), "realistic", *[GOOD] * 5)
    assert practice.step == "feedback"
    assert [message.in_role for message in said] == [True, False]
    assert payloads(said) == ["again", "enough"]


@pytest.mark.parametrize("word", ["feedback", "Feedback please", "stop", "That's enough"])
def test_the_employee_can_end_the_talk_sooner(word) -> None:
    practice, said = say(begin(SAM), "easy", GOOD, word)
    assert practice.step == "feedback"
    assert "✓ Something specific: “In yesterday's stand-up you interrupted me three times”" in said[0].text
    assert "○ An open question: not yet" in said[0].text


def test_stop_interrupting_me_goes_to_the_other_person() -> None:
    practice, said = say(begin(SAM), "easy", "Stop interrupting me, please.")
    assert practice.step == "playing"
    assert said[0].in_role


def test_feedback_before_a_line_asks_for_one() -> None:
    practice, said = say(begin(SAM), "easy", "feedback")
    assert (practice.step, said[0].text) == ("playing", coach.NO_LINES)


def test_no_line_comes_twice_in_one_practice() -> None:
    practice, _ = say(begin(SAM), "hard", *(["You never listen."] * 5 + ["again"]) * 3)
    assert len(practice.used) == 15
    assert len(set(practice.used)) == 15


def test_again_in_the_middle_starts_this_try_anew() -> None:
    practice, said = say(begin(SAM), "realistic", GOOD, "start over")
    assert (practice.turn, practice.said, practice.attempt) == (0, (), 1)
    assert not said[0].in_role


def test_harder_and_easier_change_the_person_in_the_middle_of_a_talk() -> None:
    before, _ = say(begin(SAM), "realistic", GOOD)
    harder, said = say(before, "harder")
    easier, _ = say(before, "easier")
    assert (harder.difficulty, easier.difficulty) == ("hard", "easy")
    assert harder.openness < before.openness < easier.openness
    assert harder.turn == before.turn
    assert not said[0].in_role


def test_harder_than_hard_stays_hard() -> None:
    practice, said = say(begin(SAM), "hard", GOOD, "harder")
    assert practice.difficulty == "hard"
    assert said[0].text == "I'm playing Sam as hard as I can."


def test_harder_after_the_feedback_starts_another_try() -> None:
    practice, _ = say(begin(SAM), "easy", GOOD, "feedback", "harder")
    assert (practice.step, practice.difficulty, practice.attempt) == ("playing", "realistic", 2)


def test_a_pause_repeats_the_last_words_and_offers_a_hint() -> None:
    before, spoken = say(begin(SAM), "easy", GOOD)
    practice, said = say(before, "pause")
    assert practice == before
    assert spoken[0].text.removeprefix("Sam: ") in said[0].text
    assert 'Start with: "How do you ..."' in said[0].text


def test_not_knowing_what_to_say_gets_a_hint_and_costs_no_turn() -> None:
    practice, said = say(begin(SAM), "easy", GOOD, "I don't know what to say")
    assert practice.turn == 1
    assert not said[0].in_role


def test_stop_before_a_line_ends_the_practice() -> None:
    assert say(begin("I want to practise"), "stop")[0].step == "done"
    assert say(begin(SAM), "easy", "stop")[0].step == "done"


def test_that_is_enough_after_the_feedback_ends_the_practice_and_again_reopens_it() -> None:
    practice, said = say(begin(SAM), "easy", GOOD, "feedback", "enough")
    assert (practice.step, said[0].text) == ("done", coach.GOODBYE)
    assert say(practice, "again")[0].step == "playing"


def test_the_same_choices_give_the_same_talk() -> None:
    texts = ("hard", GOOD, "How do you see it?", "Okay")
    assert say(begin(SAM), *texts, seed=4) == say(begin(SAM), *texts, seed=4)


def test_a_practice_survives_being_stored() -> None:
    practice, _ = say(begin(SAM), "easy", GOOD, "feedback", "again", GOOD)
    assert Practice.model_validate_json(practice.model_dump_json()) == practice


def test_shown_texts_ask_one_thing_per_line_and_never_shout() -> None:
    texts = [
        "realistic",
        GOOD,
        "pause",
        "harder",
        "ok",
        "feedback",
        "again",
        "hint",
        GOOD,
        "feedback",
        "enough",
    ]
    practice, shown = begin(SAM), prompt(begin(SAM))
    for text in texts:
        practice, said = say(practice, text)
        shown += said
    for message in shown:
        assert "!" not in message.text
        assert all(line.count("?") <= 1 for line in message.text.splitlines())
