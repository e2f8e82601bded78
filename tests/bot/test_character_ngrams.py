import numpy as np

from bot.components.character_ngrams import BUCKETS, CharacterNgrams, reduced

TEXTS = [
    "how do i delegate a task",
    "what is the travel policy",
    "book a training course",
    "who can read this",
]


def test_a_typo_stays_nearer_to_its_word_than_to_other_words() -> None:
    ngrams = CharacterNgrams.fit(TEXTS)
    typo, meant, other = ngrams.rows(["delagate a taks", TEXTS[0], TEXTS[1]])

    assert (typo @ meant.T)[0, 0] > 3 * (typo @ other.T)[0, 0]


def test_rows_are_normalised_and_a_text_of_nothing_known_is_empty() -> None:
    rows = CharacterNgrams.fit(TEXTS).rows([TEXTS[0], ""])

    assert rows.shape == (2, BUCKETS)
    assert np.isclose((rows[0] @ rows[0].T)[0, 0], 1)
    assert rows[1].nnz == 0


def test_what_was_fitted_is_made_again_from_its_idf() -> None:
    fitted = CharacterNgrams.fit(TEXTS)
    again = CharacterNgrams(fitted.idf)

    assert np.allclose(fitted.rows(TEXTS[:1]).toarray(), again.rows(TEXTS[:1]).toarray())


def test_fewer_dimensions_keep_the_likeness_and_few_texts_make_few_dimensions() -> None:
    rows = CharacterNgrams.fit(TEXTS).rows(TEXTS)
    narrow, projection = reduced(rows, 300)

    assert narrow.shape == (4, 3)
    assert np.allclose(rows @ projection.T, narrow, atol=1e-4)
