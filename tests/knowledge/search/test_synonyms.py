from pathlib import Path

import pytest

from knowledge.errors import LibraryError
from knowledge.search.synonyms import SHIPPED, Synonyms, read_synonyms, synonyms_text

SYNONYMS = Synonyms({"PTO": ("paid time off", "holiday"), "1:1": ("one-to-one",), "IT": ("service desk",)})


@pytest.mark.parametrize(
    ("query", "expanded"),
    [
        ("how much PTO do I get", "how much PTO (paid time off, holiday) do I get"),
        ("how much pto?", "how much pto (paid time off, holiday)?"),
        ("my 1:1s keep moving", "my 1:1s (one-to-one) keep moving"),
        ("at 11:15 and 1:10", "at 11:15 and 1:10"),
        ("is PTO holiday?", "is PTO (paid time off) holiday?"),
        ("ptomaine", "ptomaine"),
        ("", ""),
    ],
)
def test_a_term_gets_its_other_words_beside_it_once(query: str, expanded: str) -> None:
    assert SYNONYMS.expand(query) == expanded


def test_a_short_capital_term_does_not_take_a_small_common_word() -> None:
    assert SYNONYMS.expand("is it mine") == "is it mine"
    assert SYNONYMS.expand("who is IT") == "who is IT (service desk)"


@pytest.mark.parametrize("text", ["- a list", "term: 5", "term: []extra", "term: [1]", "term: ''", "{"])
def test_a_file_of_another_shape_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "synonyms.yml"
    file.write_text(text)
    with pytest.raises(LibraryError, match=r"synonyms\.yml: .*(term: other words|YAML)") as error:
        read_synonyms(file)
    assert "\n" not in str(error.value)


def test_a_librarys_own_file_stands_in_place_of_the_shipped_one(tmp_path: Path) -> None:
    assert synonyms_text(tmp_path) == SHIPPED.read_text()
    (tmp_path / "synonyms.yml").write_text("BBQ: summer party\n")
    assert synonyms_text(tmp_path) == "BBQ: summer party\n"


def test_the_shipped_file_can_be_read() -> None:
    assert len(read_synonyms(SHIPPED).terms) > 20
