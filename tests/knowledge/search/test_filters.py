import pytest

from knowledge.ingest.passages import Passage
from knowledge.search.filters import Filters

PASSAGES = [
    Passage("a.md", "A", (), "t", audience="everyone", language="en", level="foundation"),
    Passage("b.md", "B", (), "t", audience="managers", language="de", level="advanced"),
    Passage("c.md", "C", (), "t"),
]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(audience="everyone"), "ac"),
        (Filters(audience="managers"), "abc"),
        (Filters(language="de"), "bc"),
        (Filters(level="foundation"), "ac"),
        (Filters(audience="everyone", language="de"), "c"),
    ],
)
def test_a_filter_finds_what_fits_and_what_does_not_say(filters: Filters, found: str) -> None:
    allowed = filters.allowed(PASSAGES)
    assert allowed is not None
    assert [p.document[0] for p, yes in zip(PASSAGES, allowed, strict=True) if yes] == list(found)


def test_without_a_wish_everything_may_be_found() -> None:
    assert Filters().allowed(PASSAGES) is None
