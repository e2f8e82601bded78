import pytest

from knowledge.search.spelling import Spelling

SPELLING = Spelling(
    ["feedback", "colleague", "holiday", "expenses", "delegate", "onboarding"],
    frozenset({"there", "work", "house"}),
)


@pytest.mark.parametrize(
    ("query", "repaired"),
    [
        ("how do I give fedback", "how do I give feedback"),
        ("my collegue is late", "my colleague is late"),
        ("holliday rules", "holiday rules"),
        ("delegat more", "delegate more"),
        ("Colleauge trouble", "colleague trouble"),
    ],
)
def test_a_slip_is_repaired_from_the_pages_words(query: str, repaired: str) -> None:
    assert SPELLING.repair(query) == repaired


@pytest.mark.parametrize(
    "query",
    ["ask XPENSES", "houses", "zebra quartz", "a@b.c", "wörk", "there", "", "abc", "1234567"],
)
def test_names_known_words_and_strangers_stay(query: str) -> None:
    assert SPELLING.repair(query) == query
