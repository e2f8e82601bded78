import numpy as np
import pytest

from knowledge.search.word_pieces import WordPieces, WordPiecesWriter

TEXTS = ["Ask for holiday early.", "", "Send the agenda a day before the meeting.", "holiday"]


@pytest.fixture
def written(tmp_path, encoder) -> WordPieces:
    writer = WordPiecesWriter(tmp_path, encoder.token_dimensions)
    for text in TEXTS:
        read = encoder.read(text)
        writer.add(read.pieces, read.tokens)
    writer.close()
    return WordPieces(tmp_path)


def test_what_was_written_comes_back_passage_by_passage(written, encoder) -> None:
    for number, text in enumerate(TEXTS):
        read = encoder.read(text)
        assert (written.ids(number) == read.pieces).all()
        assert (written.passage(number) == read.tokens).all()


def test_the_same_text_interacts_fully_and_another_less(written, encoder) -> None:
    scores, likeness = written.interaction(encoder.read(TEXTS[0]), np.array([0, 2]))
    assert scores[0] == pytest.approx(1.0, abs=0.01)
    assert scores[1] < 0.7
    assert likeness.shape == (2, len(encoder.read(TEXTS[0]).pieces))


def test_rare_pieces_weigh_more_than_frequent_ones(written, encoder) -> None:
    holiday, agenda = encoder.read("holiday").pieces, encoder.read("agenda").pieces
    assert written.weights(agenda)[0] > written.weights(holiday)[0]


def test_an_empty_query_and_no_candidates_score_nothing(written, encoder) -> None:
    assert written.interaction(encoder.read(""), np.array([0, 2]))[0].tolist() == [0, 0]
    assert written.interaction(encoder.read("holiday"), np.array([], dtype=np.int64))[0].shape == (0,)
