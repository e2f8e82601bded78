import numpy as np

from benchmarks.index import _best, _measure, _perturbed


def test_made_vectors_are_normalised_and_lie_around_the_real_ones() -> None:
    real = np.eye(4, 384, dtype=np.float32)
    made = _perturbed(real, np.random.default_rng(0), 50, 0.5)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)
    assert (made @ real.T).max(axis=1).min() > 0.7


def test_the_best_of_all_parts_are_kept_with_their_numbers() -> None:
    scores, numbers = np.zeros((1, 0), np.float32), np.zeros((1, 0), np.int64)
    scores, numbers = _best(scores, numbers, np.arange(20, dtype=np.float32)[None], 0)
    scores, numbers = _best(scores, numbers, np.array([[100.0, -1.0]], np.float32), 20)
    assert set(numbers[0].tolist()) == {20, *range(11, 20)}


def test_a_small_index_is_exact() -> None:
    real = np.random.default_rng(1).standard_normal((30, 384)).astype(np.float32)
    figures = _measure(real / np.linalg.norm(real, axis=1, keepdims=True), 2_000)
    assert figures["recall@10"] == 1.0
    assert figures["passages"] == 2_000
