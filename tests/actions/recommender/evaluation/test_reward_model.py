import re

import numpy as np
import pytest

from actions.recommender.evaluation.estimators import dr
from actions.recommender.evaluation.log import Codes, Log, Numbers
from actions.recommender.evaluation.reward_model import Predict, cross_fitted, folds_of, with_linear_model


def a_log(rows: int = 60, groups: Codes | None = None) -> Log:
    rewards = np.random.default_rng(6).random(rows)
    return Log(rewards, np.full(rows, 0.5), np.full(rows, 0.5), groups=groups)


def test_no_row_is_predicted_by_a_model_that_saw_it() -> None:
    log, seen = a_log(), []

    def fit(rows: Codes) -> Predict:
        def predict(held: Codes) -> tuple[Numbers, Numbers]:
            seen.append((set(rows.tolist()), set(held.tolist())))
            return np.zeros(len(held)), np.zeros(len(held))

        return predict

    cross_fitted(log, fit, folds=4)
    assert all(not fitted & held for fitted, held in seen)
    assert set().union(*(held for _, held in seen)) == set(range(60))
    assert len(seen) == 4


def test_the_rows_of_one_person_are_held_out_together() -> None:
    groups = np.repeat(np.arange(12), 5)
    folds = folds_of(a_log(groups=groups), 5)
    assert all(len(set(folds[groups == group])) == 1 for group in range(12))
    assert set(folds) == {0, 1, 2, 3, 4}


def test_the_folds_of_a_log_are_always_the_same() -> None:
    assert folds_of(a_log()).tolist() == folds_of(a_log()).tolist()


def test_fewer_people_than_folds_are_a_fold_each() -> None:
    assert set(folds_of(a_log(groups=np.repeat([0, 1, 2], 20)), 5)) == {0, 1, 2}


@pytest.mark.parametrize(("groups", "folds"), [(np.zeros(60, dtype=np.int64), 5), (None, 1)])
def test_one_person_or_one_fold_cannot_be_cross_fitted(groups: Codes | None, folds: int) -> None:
    with pytest.raises(ValueError, match="at least two of each are needed"):
        folds_of(a_log(groups=groups), folds)


def test_a_linear_model_predicts_what_is_linear() -> None:
    random = np.random.default_rng(7)
    features = random.normal(size=(400, 3))
    rewards = 0.5 + features @ [0.02, -0.03, 0.0]
    log = Log(rewards, np.full(400, 0.5), np.full(400, 0.5))
    found = with_linear_model(log, features, features * 0.5, penalty=1e-6)
    assert found.predicted == pytest.approx(rewards, abs=1e-6)
    assert found.expected == pytest.approx(0.5 + (rewards - 0.5) * 0.5, abs=1e-6)


def test_a_model_of_noise_does_not_move_the_value() -> None:
    random = np.random.default_rng(8)
    second = random.random(1000) < 0.5
    rewards = (random.random(1000) < 0.4).astype(float)
    noise = random.normal(size=(1000, 30))
    log = Log(rewards, np.full(1000, 0.5), np.where(second, 0.8, 0.2))
    found = dr(with_linear_model(log, noise, noise))
    assert found.low < 0.4 < found.high


def test_a_feature_that_never_varies_does_no_harm() -> None:
    log = a_log()
    found = with_linear_model(log, np.ones((60, 1)), np.ones((60, 1)))
    assert found.predicted is not None
    assert np.isfinite(found.predicted).all()


@pytest.mark.parametrize(
    ("chosen", "expected", "said"),
    [
        (np.ones((59, 2)), np.ones((60, 2)), "chosen has the shape"),
        (np.ones((60, 2)), np.ones(60), "expected has the shape"),
        (np.ones((60, 2)), np.ones((60, 3)), "chosen has 2 features and expected 3"),
        (np.full((60, 2), np.nan), np.ones((60, 2)), "chosen holds numbers that are not finite"),
    ],
)
def test_features_that_do_not_fit_the_log_are_refused(chosen, expected, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        with_linear_model(a_log(), chosen, expected)
