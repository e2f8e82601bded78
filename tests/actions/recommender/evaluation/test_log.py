import re

import numpy as np
import pytest

from actions.recommender.evaluation.log import Log

GOOD = {"rewards": [0.0, 1.0, 0.0], "propensities": [0.5, 0.25, 1.0], "targets": [0.5, 0.5, 0.0]}


def a_log(**changes: object) -> Log:
    return Log(**{**GOOD, **changes})


def test_weights_are_how_much_likelier_the_target_chooses_the_same() -> None:
    assert a_log().weights.tolist() == [1.0, 2.0, 0.0]


def test_the_same_rows_can_be_held_against_another_target() -> None:
    log = a_log(predicted=[0.1, 0.2, 0.3], expected=[0.1, 0.1, 0.1])
    other = log.aimed_at([1.0, 0.0, 0.0], [0.2, 0.2, 0.2])
    assert other.weights.tolist() == [2.0, 0.0, 0.0]
    assert other.predicted is not None
    assert other.predicted.tolist() == [0.1, 0.2, 0.3]
    assert log.aimed_at([1.0, 0.0, 0.0]).predicted is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rewards": [], "propensities": [], "targets": []}, "the log has no rows"),
        ({"propensities": [0.5, 0.5]}, "propensities has 2 rows and rewards 3"),
        ({"targets": [[0.5], [0.5], [0.5]]}, "targets has 2 dimensions"),
        (
            {"propensities": [0.5, 0.0, 0.5]},
            "propensities has 0 in row 1: they must be above 0 and at most 1",
        ),
        ({"propensities": [0.5, 0.5, 1.5]}, "propensities has 1.5 in row 2"),
        ({"targets": [0.5, -0.1, 0.5]}, "targets has -0.1 in row 1: they must be from 0 to 1"),
        ({"rewards": [0.0, float("nan"), 0.0]}, "rewards has nan in row 1: they must be finite numbers"),
        ({"rewards": [0.0, 2.0, 0.0]}, "rewards has 2 in row 1: they must be from 0 to 1, the span"),
        ({"predicted": [0.1, 0.1, 0.1]}, "give both or neither"),
        ({"predicted": [0.1, 0.1, 0.1], "expected": [0.1, float("inf"), 0.1]}, "expected has inf in row 1"),
        ({"groups": [1, 2]}, "groups has the shape (2,) and rewards 3 rows"),
        ({"span": (1.0, 0.0)}, "the least reward must be below the greatest"),
    ],
)
def test_a_log_that_cannot_be_says_what_is_wrong(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        a_log(**changes)


def test_groups_may_be_named_by_anything() -> None:
    log = a_log(groups=np.array(["eve", "adam", "eve"]))
    assert log.groups is not None
    assert log.groups.tolist() == [1, 0, 1]
