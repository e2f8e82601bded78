from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actions.coaching.session import reflecting
from actions.coaching.session.reflecting import MAX_WORDS, Reflector, grounded
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import BehaviourStandIn, chance, encode, state_at, turn

BLAMED = "I get the blame for it all"
BANKS: dict[str, Any] = {
    "themes": {
        "themes": {
            "blamed": {
                "says": ["they blame me", "I get the blame"],
                "meanings": ["that feels unfair", "you'd like it put straight", "it stings"],
                "alone": ["You want people to know.", "It has your name on it."],
            },
            "too_much": {
                "says": ["my workload is too much", "the workload grows"],
                "meanings": ["it's more than one person can carry", "you'd like room to breathe"],
                "alone": ["There is no end to it."],
            },
            "went_well": {
                "says": ["it went well", "that went really well"],
                "meanings": ["you can build on that", "you're glad of it"],
                "alone": ["That was your doing."],
            },
        }
    },
    "meanings": {
        "reality": ["it costs you more than people see", "you'd like to understand it"],
        "goal": ["it matters to you", "you haven't given up on it"],
        "learned": ["you could build on that"],
    },
}
READ_IN = [
    text for theme in BANKS["themes"]["themes"].values() for text in (*theme["meanings"], *theme["alone"])
]
Make = Callable[..., Reflector]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a reflector with three themes and a few meanings."""
    monkeypatch.setattr(reflecting, "_content", lambda name: BANKS[name])

    def build(likes: str = "", propose: Callable[[str], str | None] | None = None) -> Reflector:
        return Reflector(encode, BehaviourStandIn(likes), tmp_path, propose)

    return build


def texts(reflector: Reflector, stage: Stage, said: str, *, seed: int = 1, **draft: str) -> list[str]:
    state = state_at(stage, **draft)
    return [candidate.text for candidate in reflector.candidates(state, turn(said), chance(seed), stage)]


def test_what_was_said_comes_back_from_the_other_side(make: Make) -> None:
    found = texts(make(), Stage.situation, "my boss ignores me")
    assert all("our boss ignores you" in text for text in found)
    assert all(text.endswith(".") and text[0].isupper() for text in found)


def test_a_fragment_comes_back_in_a_frame(make: Make) -> None:
    assert any("too many meetings" in text for text in texts(make(), Stage.reality, "too many meetings"))


def test_a_part_of_the_plan_comes_back_as_such(make: Make) -> None:
    found = texts(make(), Stage.cue, "on Thursday", cue="Thursday")
    assert found
    assert all("n Thursday" in text for text in found)


def test_a_meaning_is_offered_where_it_sounds_like_what_people_say(make: Make) -> None:
    found = texts(make(), Stage.situation, BLAMED)
    assert any(text.endswith(("and that feels unfair.", "put straight.", "and it stings.")) for text in found)
    assert not any("carry" in text for text in found)


def test_nothing_is_read_into_what_sounds_like_no_theme(make: Make) -> None:
    found = texts(make(), Stage.situation, "my desk stands by the window and I am glad")
    assert not any(meaning in text for text in found for meaning in READ_IN)


def test_nothing_is_read_into_what_sounds_like_two_themes(make: Make) -> None:
    found = texts(make(), Stage.situation, "I get the blame for the workload")
    assert not any(meaning in text for text in found for meaning in READ_IN)


def test_good_news_is_not_heard_in_its_opposite(make: Make) -> None:
    assert any(
        "build on that" in text for text in texts(make(), Stage.situation, "I spoke well in the meeting")
    )
    assert not any(
        "build on that" in text for text in texts(make(), Stage.situation, "I did not speak well today")
    )


@pytest.mark.parametrize(
    "stage", [Stage.goal, Stage.action, Stage.cue, Stage.obstacle, Stage.remedy, Stage.check]
)
def test_nothing_is_read_into_a_part_of_the_plan(make: Make, stage: Stage) -> None:
    found = texts(make(), stage, "I get the blame when it happens on Monday")
    assert not any(meaning in text for text in found for meaning in READ_IN)


def test_nothing_is_said_back_of_a_date(make: Make) -> None:
    assert make().reflect(state_at(Stage.check), turn("in a week, when I am back"), chance()) == ""


def test_what_the_classifier_takes_for_a_reflection_is_said(make: Make) -> None:
    for word in ("unfair", "straight", "stings"):
        said = {make(word).reflect(SessionState(), turn(BLAMED), chance(seed)) for seed in range(9)}
        assert any(word in text for text in said)


def test_the_classifier_judges_against_what_was_said(make: Make, tmp_path: Path) -> None:
    behaviour = BehaviourStandIn()
    Reflector(encode, behaviour, tmp_path).reflect(SessionState(), turn(BLAMED), chance())
    assert {before for before, _ in behaviour.judged} == {BLAMED}


def test_a_reflection_goes_beyond_the_words_only_where_there_is_something_to_join(make: Make) -> None:
    reflector, state = make(), state_at(Stage.reality)
    said = (
        "my boss ignores me",
        "he shouted at me",
        "nobody said a word",
        "I went home early",
        "he is new here",
        "we lost two people",
    )
    for text in said:
        state.said.append(reflector.reflect(state, turn(text), chance()))
    assert state.reflections == len(said)
    assert 1 <= state.complex_reflections <= 4


def test_a_reflection_is_not_said_twice(make: Make) -> None:
    reflector, state = make(), SessionState()
    for _ in range(6):
        text = reflector.reflect(state, turn(BLAMED), chance())
        assert text == "" or text not in state.said
        state.said.append(text)


def test_a_meaning_is_not_offered_twice(make: Make) -> None:
    state = SessionState(said=["You get blamed, and that feels unfair."])
    found = [
        c.text
        for seed in range(9)
        for c in make().candidates(state, turn(BLAMED), chance(seed), Stage.situation)
    ]
    assert not any("unfair" in text for text in found)


def test_a_reflection_is_short(make: Make) -> None:
    long = "my boss " + "and the people in the other team " * 4 + "ignored me today"
    assert len(make().reflect(SessionState(), turn(long), chance()).split()) <= MAX_WORDS


def test_a_reflection_asks_nothing(make: Make) -> None:
    assert "?" not in make().reflect(
        state_at(Stage.action, action="talk to him?"), turn("talk to him?"), chance()
    )


def test_of_nothing_nothing_is_said(make: Make) -> None:
    assert make().reflect(SessionState(asked=Stage.goal), turn(""), chance()) == ""


def test_what_turned_out_to_be_told_is_said_back_and_not_what_was_asked(make: Make) -> None:
    state = state_at(Stage.options, action="ask Ann")
    text = make().reflect(state, turn("I'll ask Ann"), chance(), Stage.action)
    assert "sk Ann" in text
    assert "way" not in text


def test_the_same_chance_reflects_the_same(make: Make) -> None:
    assert make().reflect(SessionState(), turn(BLAMED), chance(4)) == make().reflect(
        SessionState(), turn(BLAMED), chance(4)
    )


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage.went, "My boss ignores me. Nobody says a word. I went home early."),
        (Stage.reality, "My boss ignores me. Nobody says a word."),
        (Stage.went, "My boss ignores me. Nobody says a word."),
        (Stage.situation, "I get the blame. Nobody says a word."),
    ],
)
def test_two_sentences_of_a_reflection_say_two_things(make: Make, stage: Stage, said: str) -> None:
    for text in [text for seed in range(8) for text in texts(make(), stage, said, seed=seed)]:
        parts = [
            part.removeprefix("So ").removeprefix("As you tell it, ").lower()
            for part in text.strip(".").split(". ")
        ]
        assert len(parts) == len(set(parts))


def test_what_the_writer_suggests_is_one_candidate_among_others(make: Make) -> None:
    said = "my boss ignores what I say in every meeting"
    reflector = make(
        "It sounds", propose=lambda text: "It sounds like you want your boss to trust what you say."
    )
    assert (
        reflector.reflect(SessionState(), turn(said), chance())
        == "It sounds like you want your boss to trust what you say."
    )


def test_the_writer_is_not_asked_about_a_few_words(make: Make) -> None:
    asked: list[str] = []
    make(propose=lambda text: asked.append(text)).reflect(
        SessionState(), turn("my boss ignores me"), chance()
    )
    assert asked == []


def test_a_writer_that_fails_takes_nothing_away(make: Make) -> None:
    said = "my boss ignores what I say in every meeting"
    assert make(propose=lambda text: None).reflect(SessionState(), turn(said), chance())


@pytest.mark.parametrize(
    ("reflection", "speaks_to_them"),
    [
        ("It sounds like you feel hurt that your boss ignores you.", True),
        ("It sounds like you want your boss to listen in meetings.", True),
        ("It sounds like you plan to sue your boss.", False),
        ("It sounds like you are my boss.", False),
        ("It sounds like you should call the union.", False),
        ("It is so.", False),
        ("", False),
    ],
)
def test_the_writer_may_add_a_feeling_and_no_fact(reflection: str, speaks_to_them: bool) -> None:
    assert grounded(reflection, "my boss ignores me and does not listen in meetings") is speaks_to_them


def test_the_vectors_of_the_themes_are_computed_once(make: Make, tmp_path: Path) -> None:
    make()
    stored = [(file.name, file.stat().st_mtime_ns) for file in tmp_path.iterdir()]
    make()
    assert [(file.name, file.stat().st_mtime_ns) for file in tmp_path.iterdir()] == stored
    assert len(stored) == 1


@pytest.mark.parametrize("stage", list(Stage))
def test_the_banks_that_ship_give_a_reflection_at_every_stage(tmp_path: Path, stage: Stage) -> None:
    reflector = Reflector(encode, BehaviourStandIn(), tmp_path)
    text = reflector.reflect(state_at(stage), turn("my boss ignores me and nobody says a word"), chance())
    assert text == "" or text.endswith(".")
    assert "{" not in text
