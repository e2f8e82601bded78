import json
from pathlib import Path

import numpy as np
import pytest

from actions.recommender.evaluation.estimators import direct, dr, ips, sndr, snips, switch_dr
from actions.recommender.evaluation.log import Log
from tests.actions.recommender.evaluation.published import Inputs, drawn

PUBLISHED = json.loads(Path(__file__).with_name("published.json").read_text(encoding="utf-8"))


def logged(inputs: Inputs) -> Log:
    rows = np.arange(len(inputs.actions))
    target, predictions = inputs.at_positions(inputs.target), inputs.at_positions(inputs.predictions)
    return Log(
        rewards=inputs.rewards,
        propensities=inputs.propensities,
        targets=target[rows, inputs.actions],
        predicted=predictions[rows, inputs.actions],
        expected=(target * predictions).sum(axis=1),
    )


def coin(rows: int = 2000, seed: int = 1) -> Log:
    """Two choices logged evenly, of which the target takes the better one in nine of ten rows."""
    random = np.random.default_rng(seed)
    second = random.random(rows) < 0.5
    rewards = (random.random(rows) < np.where(second, 0.6, 0.2)).astype(float)
    targets = np.where(second, 0.9, 0.1)
    right = np.where(second, 0.6, 0.2)
    return Log(rewards, np.full(rows, 0.5), targets, right, np.full(rows, 0.56))


@pytest.mark.parametrize("case", PUBLISHED["cases"], ids=lambda case: str(case["inputs"]["seed"]))
def test_the_values_agree_with_a_published_implementation(case: dict) -> None:
    inputs = drawn(**case["inputs"])
    assert inputs.rewards.sum() == case["rewards"]
    log = logged(inputs)
    ours = {
        "ips": ips(log),
        "snips": snips(log),
        "direct": direct(log),
        "dr": dr(log),
        "sndr": sndr(log),
        "switch_dr": switch_dr(log, cap=PUBLISHED["switch"]),
    }
    for name, published in case["values"].items():
        assert ours[name].value == pytest.approx(published, rel=1e-9), name


@pytest.mark.parametrize("estimator", [ips, snips, dr, sndr])
def test_a_known_value_lies_in_the_interval(estimator) -> None:
    found = estimator(coin())
    assert found.low < 0.56 < found.high
    assert found.low < found.value < found.high
    assert found.high - found.low == pytest.approx(2 * 1.96 * found.error, rel=0.05)
    assert found.rows == 2000
    assert found.tells


def test_a_right_reward_model_narrows_the_interval() -> None:
    log = coin()
    assert dr(log).error < ips(log).error


def test_a_wrong_reward_model_does_not_mislead_the_doubly_robust_estimators() -> None:
    log = coin()
    wrong = Log(log.rewards, log.propensities, log.targets, np.full(2000, 0.9), np.full(2000, 0.9))
    assert direct(wrong).value == pytest.approx(0.9)
    for found in (dr(wrong), sndr(wrong)):
        assert found.low < 0.56 < found.high


def test_the_direct_method_never_decides_anything() -> None:
    assert direct(coin()).doubt == "The direct method is only as right as its reward model."


def test_the_effective_sample_and_the_share_clipped_are_stated() -> None:
    log = Log(np.tile([0.0, 1.0], 200), np.tile([0.8, 0.2], 200), np.tile([0.4, 0.4], 200))
    found = ips(log, cap=1.5)
    assert (found.cap, found.clipped) == (1.5, 0.5)
    assert found.ess == pytest.approx(400 * (0.5 + 1.5) ** 2 / (2 * (0.5**2 + 1.5**2)))
    assert ips(log).clipped == 0.0


@pytest.mark.parametrize("cap", [0.0, -1.0, float("nan")])
def test_a_cap_that_leaves_nothing_is_refused(cap: float) -> None:
    with pytest.raises(ValueError, match="the greatest weight"):
        ips(coin(), cap=cap)


@pytest.mark.parametrize("estimator", [direct, dr, sndr])
def test_an_estimator_with_a_reward_model_asks_for_it(estimator) -> None:
    log = coin()
    with pytest.raises(ValueError, match="a reward model is needed"):
        estimator(log.aimed_at(log.targets))


def test_a_target_that_the_log_never_followed_can_earn_anything() -> None:
    found = ips(Log(np.ones(500), np.full(500, 0.5), np.zeros(500)))
    assert (found.low, found.high, found.tells) == (0.0, 1.0, False)
    assert found.doubt == "The log never chose what this policy would choose."


def test_a_log_of_one_choice_tells_nothing_of_another() -> None:
    rewards = np.tile([0.0, 1.0], 250)
    found = snips(Log(rewards, np.ones(500), np.full(500, 0.3)))
    assert (found.low, found.high) == (0.0, 1.0)
    assert found.doubt == "The log always made the same choice, so nothing is known of any other."


def test_weights_that_do_not_average_one_are_not_believed() -> None:
    rewards = np.tile([0.0, 1.0], 250)
    found = ips(Log(rewards, np.full(500, 0.5), np.full(500, 0.2)))
    assert (found.low, found.high) == (0.0, 1.0)
    assert found.doubt is not None
    assert "average 0.40 instead of 1" in found.doubt


def test_a_log_without_a_reward_says_so_and_still_allows_for_some() -> None:
    found = ips(Log(np.zeros(500), np.full(500, 0.5), np.tile([0.7, 0.3], 250)))
    assert found.value == 0.0
    assert found.low == 0.0
    assert 0.004 < found.high < 0.02
    assert found.doubt == "Every reward in the log is 0."


def test_few_effective_rows_are_a_doubt() -> None:
    found = ips(coin(rows=80))
    assert found.doubt is not None
    assert "at least 100 are needed" in found.doubt
    assert 0.0 < found.low < found.high < 1.0


def test_hardly_any_effective_row_means_that_every_value_is_possible() -> None:
    found = ips(coin(rows=8))
    assert (found.low, found.high) == (0.0, 1.0)


def test_one_row_gives_no_certainty() -> None:
    found = ips(Log(np.ones(1), np.ones(1), np.ones(1)))
    assert (found.low, found.high, found.tells) == (0.0, 1.0, False)


def test_rows_of_the_same_people_count_less_than_as_many_people() -> None:
    random = np.random.default_rng(3)
    people = np.repeat(np.arange(100), 20)
    rewards = np.repeat((random.random(100) < 0.5).astype(float), 20)
    alone = Log(rewards, np.full(2000, 0.5), np.full(2000, 0.5))
    together = Log(rewards, np.full(2000, 0.5), np.full(2000, 0.5), groups=people)
    assert ips(together).value == pytest.approx(ips(alone).value)
    assert ips(together).error == pytest.approx(ips(alone).error * np.sqrt(20), rel=0.02)
    assert ips(together).high - ips(together).low > 4 * (ips(alone).high - ips(alone).low)
