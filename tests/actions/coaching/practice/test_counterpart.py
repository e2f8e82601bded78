import random

import pytest

from actions.coaching.practice.counterpart import Scene, fitting, lines, react
from actions.coaching.practice.labels import labels
from actions.coaching.practice.openness import BANDS, RULES, band, moved

MANNERS = [name for _, name in BANDS]
GOOD = "In yesterday's stand-up you interrupted me three times, and I lost my thread."
ASKING = "How did you see it?"


def scene(difficulty: str, **more) -> Scene:
    known = {"role": "colleague", "kind": "feedback", "turn": 1, "openness": RULES[difficulty].start, **more}
    return Scene(difficulty=difficulty, **known)


def talk(difficulty: str, *said: str) -> list[str]:
    """Returns the manner of the other person after each line."""
    openness, heard, manners = RULES[difficulty].start, (), []
    for turn, line in enumerate(said, 1):
        after = react(
            scene(difficulty, turn=turn, openness=openness, heard=heard), line, now_choice=random.Random(1)
        )
        openness, heard = after.openness, after.heard
        manners.append(band(openness))
    return manners


def test_easy_opens_up_fast() -> None:
    assert talk("easy", GOOD, ASKING) == ["listening", "open"]


def test_realistic_is_defensive_once_and_opens_after_specifics_and_a_question() -> None:
    assert talk("realistic", GOOD, ASKING, "Could you let me finish next time?") == [
        "guarded",
        "listening",
        "open",
    ]


def test_realistic_does_not_open_without_a_question() -> None:
    assert "open" not in talk("realistic", GOOD, GOOD, GOOD, GOOD, GOOD)


def test_hard_moves_too_but_late() -> None:
    manners = talk("hard", GOOD, ASKING, "What would help you?", "Could we agree on a signal?")
    assert manners[0] == "cold"
    assert manners[-1] == "open"
    assert "open" not in manners[:3]


def test_hard_stays_cold_when_it_is_only_accused() -> None:
    assert set(talk("hard", *["You never listen."] * 5)) == {"cold"}


def test_an_insult_closes_even_an_open_person() -> None:
    after = react(scene("easy", openness=1.0, turn=4), "You idiot.", now_choice=random.Random(1))
    assert after.openness <= 0.4


def test_beside_an_insult_a_good_question_opens_nothing() -> None:
    said = labels("You idiot. How do you see it?")
    assert moved(0.5, said, heard=("specific",), difficulty="easy", turn=3) < 0.5


def test_openness_stays_between_nothing_and_one() -> None:
    assert moved(0.0, ("insults",), heard=(), difficulty="hard", turn=2) == 0.0
    assert moved(1.0, ("question",), heard=("specific",), difficulty="easy", turn=5) == 1.0


@pytest.mark.parametrize("manner", MANNERS)
def test_every_reaction_has_six_lines_for_everybody(manner) -> None:
    for label, groups in lines(manner).items():
        assert len(set(groups["any"])) >= 6, label


def test_only_reactions_that_cannot_happen_have_no_lines() -> None:
    everything = set(RULES["hard"].moves)
    missing = {(manner, label) for manner in MANNERS for label in everything - set(lines(manner))}
    assert missing == {
        ("listening", "insults"),
        ("listening", "threatens"),
        ("open", "insults"),
        ("open", "threatens"),
        ("open", "accuses"),
    }


def test_lines_are_short_ask_one_thing_and_come_once() -> None:
    spoken = [
        line
        for manner in MANNERS
        for groups in lines(manner).values()
        for some in groups.values()
        for line in some
    ]
    said = [line for line in spoken if line != "..."]
    assert all(4 <= len(line.split()) <= 25 for line in said)
    assert all(line.count("?") <= 1 and "!" not in line for line in said)
    assert len(said) == len(set(said)) >= 400


def test_a_line_for_one_role_is_not_said_by_another() -> None:
    own, _ = fitting("cold", "accuses", role="manager", kind="feedback")
    assert "You're not my boss, you know." not in own
    assert "I'd be careful with words like that." in own


def test_the_person_reacts_to_what_was_said_last() -> None:
    assert labels(f"{GOOD} {ASKING}")[0] == "question"
    assert labels(f"{ASKING} Could you let me finish next time?")[0] == "next_step"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Hi Sam, do you have a minute?", "greets"),
        ("Sorry, it's not so important.", "backs_down"),
        ("You never listen.", "accuses"),
        ("You should be more professional.", "accuses"),
        ("You're an idiot.", "insults"),
        ("I'll report you to the boss.", "threatens"),
        ("It's about the meetings.", "vague"),
        ("ok", "nods"),
        ("I can't take on the newsletter.", "refuses"),
        ("What can we do about it?", "question_ahead"),
        ("Last Tuesday, in the stand-up", "specific"),
    ],
)
def test_a_line_is_named_for_what_it_does(line, label) -> None:
    assert labels(line)[0] == label


def test_when_all_fitting_lines_are_used_another_fitting_one_is_found() -> None:
    used: tuple[str, ...] = ()
    for turn in range(1, 21):
        after = react(
            scene("hard", turn=turn, openness=0.1, used=used),
            "You never listen.",
            now_choice=random.Random(turn),
        )
        assert after.line not in used
        used += (after.line,)
