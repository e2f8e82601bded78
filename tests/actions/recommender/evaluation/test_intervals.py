import numpy as np
import pytest

from actions.recommender.evaluation.intervals import interval, quantile, standard_error
from actions.recommender.evaluation.scores import Scores


def plain(rows: int, slope: float = 1.0) -> Scores:
    return Scores(np.zeros(rows), np.full(rows, slope))


@pytest.mark.parametrize(
    ("level", "freedom", "tabled"),
    [(0.95, 5, 2.571), (0.95, 30, 2.042), (0.95, 10_000, 1.960), (0.9, 20, 1.725)],
)
def test_the_quantile_is_that_of_the_tables(level: float, freedom: int, tabled: float) -> None:
    assert quantile(level, freedom) == pytest.approx(tabled, abs=0.004)


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0])
def test_a_level_must_lie_between_0_and_1(level: float) -> None:
    with pytest.raises(ValueError, match="it must lie between 0 and 1"):
        quantile(level, 10)


def test_the_interval_of_a_share_is_that_of_its_likelihood_ratio() -> None:
    rewards = np.repeat([1.0, 0.0], [20, 380])
    for end in interval(plain(400), rewards):
        ratio = 2 * (20 * np.log(0.05 / end) + 380 * np.log(0.95 / (1 - end)))
        assert ratio == pytest.approx(quantile(0.95, 399) ** 2, rel=1e-6)


def test_the_interval_of_rare_rewards_reaches_further_up_than_down() -> None:
    rewards = np.repeat([1.0, 0.0], [5, 1995])
    low, high = interval(plain(2000), rewards)
    assert high - 0.0025 > 1.3 * (0.0025 - low)
    assert low > 0


def test_no_reward_still_leaves_room_above() -> None:
    low, high = interval(plain(1000, slope=2.0), np.zeros(1000))
    assert low == 0.0
    assert high == pytest.approx(2 * quantile(0.95, 999) ** 2 / 2 / 1000, rel=0.01)


def test_only_rewards_still_leave_room_below() -> None:
    low, high = interval(plain(1000), np.ones(1000))
    assert high == 1.0
    assert 0.99 < low < 1.0


def test_equal_scores_that_no_reward_could_change_have_no_width() -> None:
    assert interval(Scores(np.full(50, 0.2), np.zeros(50)), np.zeros(50)) == pytest.approx((0.2, 0.2))


def test_a_higher_level_and_a_design_effect_widen_the_interval() -> None:
    rewards = np.tile([1.0, 0.0], 100)
    usual = interval(plain(200), rewards)
    for wider in (
        interval(plain(200), rewards, level=0.99),
        interval(plain(200), rewards, design_effect=2.0),
    ):
        assert wider[0] < usual[0] < usual[1] < wider[1]


def test_the_sign_of_the_scores_only_turns_the_interval_round() -> None:
    random = np.random.default_rng(4)
    rewards = (random.random(300) < 0.1).astype(float)
    slopes = random.gamma(1.0, 1.0, 300)
    low, high = interval(Scores(np.zeros(300), slopes), rewards)
    assert interval(Scores(np.zeros(300), -slopes), rewards) == pytest.approx((-high, -low))


def test_groups_of_one_row_each_change_nothing() -> None:
    random = np.random.default_rng(5)
    rewards = random.random(100)
    alone = interval(plain(100), rewards)
    assert interval(plain(100), rewards, groups=np.arange(100)) == pytest.approx(alone)
    assert standard_error(rewards, np.arange(100)) == pytest.approx(standard_error(rewards))


def test_one_group_has_no_standard_error() -> None:
    assert standard_error(np.ones(5), np.zeros(5, dtype=np.int64)) == float("inf")
