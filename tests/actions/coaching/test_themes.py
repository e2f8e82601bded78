import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

PATH = Path(__file__).parents[3] / "actions" / "coaching" / "moves" / "themes.yml"
ADVICE = re.compile(r"\b(should|could try|need to|must|why not)\b", re.IGNORECASE)
ADDRESSED = re.compile(r"\b(you|your|yours|yourself|that|it)\b", re.IGNORECASE)
PRAISE = re.compile(r"\b(amazing|great job|well done|proud of you|devastating)\b", re.IGNORECASE)


class Theme(TypedDict):
    says: list[str]
    meanings: list[str]
    alone: list[str]


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    loaded: dict[str, Theme] = yaml.safe_load(PATH.read_text(encoding="utf-8"))["themes"]
    return loaded


def spoken(themes: dict[str, Theme]) -> Iterator[str]:
    """Yields every sentence or clause that the coach says itself."""
    for theme in themes.values():
        yield from theme["meanings"]
        yield from theme["alone"]


def bare(text: str) -> str:
    """Returns a text without case, marks and a hedge, so that near copies look alike."""
    words = re.findall(r"[a-z']+", text.lower())
    return " ".join(word for word in words if word not in {"perhaps", "seems"})


def repeated(texts: list[str]) -> list[str]:
    return [text for text, count in Counter(map(bare, texts)).items() if count > 1]


def test_there_are_themes_for_all_of_working_life(themes: dict[str, Theme]) -> None:
    assert len(themes) >= 36
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in themes)


def test_each_theme_has_enough_to_recognise_it_and_little_to_read_into_it(
    themes: dict[str, Theme],
) -> None:
    for name, theme in themes.items():
        assert set(theme) == {"says", "meanings", "alone"}, name
        assert 10 <= len(theme["says"]) <= 14, name
        assert 2 <= len(theme["meanings"]) <= 4, name
        assert 1 <= len(theme["alone"]) <= 2, name


def test_no_example_belongs_to_two_themes(themes: dict[str, Theme]) -> None:
    assert repeated([text for theme in themes.values() for text in theme["says"]]) == []


def test_no_two_reflections_are_alike_across_the_file(themes: dict[str, Theme]) -> None:
    assert repeated(list(spoken(themes))) == []


def test_a_reflection_neither_asks_nor_exclaims(themes: dict[str, Theme]) -> None:
    assert [text for text in spoken(themes) if "?" in text or "!" in text] == []


def test_a_reflection_gives_no_advice(themes: dict[str, Theme]) -> None:
    assert [text for text in spoken(themes) if ADVICE.search(text)] == []


def test_a_reflection_neither_flatters_nor_exaggerates(themes: dict[str, Theme]) -> None:
    assert [text for text in spoken(themes) if PRAISE.search(text)] == []


def test_a_meaning_can_follow_and(themes: dict[str, Theme]) -> None:
    for theme in themes.values():
        for text in theme["meanings"]:
            assert 3 <= len(text.split()) <= 12, text
            assert text[0].islower() or text.startswith("I "), text
            assert text[-1].isalpha(), text
            assert not text.startswith(("and ", "but ")), text


def test_a_meaning_speaks_to_the_employee_about_what_was_said(themes: dict[str, Theme]) -> None:
    meanings = [text for theme in themes.values() for text in theme["meanings"]]
    assert [text for text in meanings if not ADDRESSED.search(text)] == []


def test_a_sentence_that_stands_alone_is_one_whole_sentence(themes: dict[str, Theme]) -> None:
    for theme in themes.values():
        for text in theme["alone"]:
            assert 5 <= len(text.split()) <= 14, text
            assert text[0].isupper(), text
            assert text.endswith("."), text
            assert text.count(".") == 1, text


def test_nothing_is_said_that_would_fit_anybody(themes: dict[str, Theme]) -> None:
    for text in spoken(themes):
        assert not re.search(
            r"\b(?:part of you|something in you|perhaps|it seems|matters to you$)\b", text
        ) or ("the way you get on" in text), text


def test_meanings_do_not_all_begin_the_same_way(themes: dict[str, Theme]) -> None:
    for name, theme in themes.items():
        openings = Counter(" ".join(text.split()[:2]) for text in theme["meanings"])
        assert max(openings.values()) <= 4, name
        assert sum(text.startswith("that ") for text in theme["meanings"]) <= 2, name


def test_an_example_is_as_long_as_what_people_write(themes: dict[str, Theme]) -> None:
    for theme in themes.values():
        for text in theme["says"]:
            assert 5 <= len(text.split()) <= 20, text


def test_only_plain_marks_are_used(themes: dict[str, Theme]) -> None:
    texts = [*spoken(themes), *(text for theme in themes.values() for text in theme["says"])]
    assert [text for text in texts if not text.isascii()] == []
