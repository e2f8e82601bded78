import numpy as np
import pytest

from actions.recommender.evaluation.log import Log
from actions.recommender.evaluation.verdict import better


def two_choices(rows: int = 2000, good: float = 0.6, poor: float = 0.2, seed: int = 1) -> tuple[Log, Log]:
    """A target that takes the good choice in nine of ten rows, and one that takes the poor one as often."""
    random = np.random.default_rng(seed)
    first = random.random(rows) < 0.5
    rewards = (random.random(rows) < np.where(first, good, poor)).astype(float)
    log = Log(rewards, np.full(rows, 0.5), np.where(first, 0.9, 0.1))
    return log, log.aimed_at(np.where(first, 0.1, 0.9))


def with_predictions(log: Log, sure: float = 0.3) -> Log:
    rows = len(log)
    return Log(log.rewards, log.propensities, log.targets, np.full(rows, sure), np.full(rows, sure))


def test_a_policy_that_is_surely_better_is_promoted() -> None:
    verdict = better(*two_choices())
    assert verdict.promote
    assert verdict.interval[0] < 0.32 < verdict.interval[1]
    assert verdict.interval[0] > 0
    assert verdict.reason.startswith("Better by 0.")


def test_a_policy_that_is_surely_worse_is_not_promoted() -> None:
    new, old = two_choices()
    verdict = better(old, new)
    assert (verdict.promote, verdict.word) == (False, "worse")
    assert verdict.reason.startswith("Worse by 0.")


def test_a_difference_that_may_be_none_is_not_promoted() -> None:
    verdict = better(*two_choices(good=0.4, poor=0.4))
    assert (verdict.promote, verdict.word) == (False, "cannot tell")
    assert verdict.interval[0] < 0 < verdict.interval[1]
    assert verdict.reason.startswith("Cannot tell: the 95% interval goes from -0.")


def test_a_large_difference_on_few_rows_is_not_promoted() -> None:
    verdict = better(*two_choices(rows=120))
    assert verdict.interval[0] > 0
    assert (verdict.promote, verdict.word) == (False, "cannot tell")
    assert "at least 100 are needed" in verdict.reason
    assert better(*two_choices(rows=120), enough=50).promote


def test_policies_that_choose_alike_are_not_told_apart() -> None:
    new, _ = two_choices()
    verdict = better(new, new)
    assert (verdict.word, verdict.lift, verdict.interval) == ("cannot tell", 0.0, (0.0, 0.0))
    assert verdict.reason == "Cannot tell: on these rows the two choose alike."


def test_what_moves_both_policies_does_not_blur_their_difference() -> None:
    new, old = two_choices()
    nearly = new.aimed_at(0.95 * new.targets + 0.05 * old.targets)
    width = np.ptp(better(new, nearly).interval)
    assert width < 0.1 * np.ptp(better(new, old).interval)


def test_without_an_old_policy_the_new_one_is_held_against_what_was_logged() -> None:
    new, _ = two_choices()
    verdict = better(new)
    assert verdict.promote
    assert verdict.interval[0] < 0.16 < verdict.interval[1]


def test_predictions_on_both_sides_are_used() -> None:
    new, old = (with_predictions(log) for log in two_choices())
    assert better(new, old).lift == pytest.approx(better(new, old, estimator="dr").lift)
    assert better(new, old).lift != pytest.approx(better(new, old, estimator="snips").lift, abs=1e-9)


@pytest.mark.parametrize("estimator", ["ips", "snips", "dr", "sndr"])
def test_every_estimator_but_the_direct_method_may_decide(estimator: str) -> None:
    new, old = (with_predictions(log) for log in two_choices())
    assert better(new, old, estimator=estimator).promote


@pytest.mark.parametrize("estimator", ["direct", "guess"])
def test_no_decision_rests_on_an_estimator_that_is_not_to_be_trusted(estimator: str) -> None:
    with pytest.raises(ValueError, match="allowed are ips, snips, dr, sndr"):
        better(*two_choices(), estimator=estimator)


def test_logs_of_different_rows_are_not_compared() -> None:
    with pytest.raises(ValueError, match="the two logs differ in their rewards"):
        better(two_choices(seed=1)[0], two_choices(seed=2)[1])


def test_a_log_without_any_reward_promotes_nobody() -> None:
    new, old = two_choices(good=0.0, poor=0.0)
    verdict = better(new, old)
    assert verdict.word == "cannot tell"
    assert "every reward in the log is 0" in verdict.reason
    assert verdict.interval[0] < 0 < verdict.interval[1]


def test_a_log_that_never_tried_the_new_choice_leaves_everything_possible() -> None:
    rewards = np.tile([0.0, 1.0], 200)
    new = Log(rewards, np.ones(400), np.full(400, 0.2))
    verdict = better(new)
    assert (verdict.word, verdict.interval) == ("cannot tell", (-1.0, 1.0))


def test_a_cap_on_the_weights_is_stated_in_the_verdict() -> None:
    assert better(*two_choices(), cap=1.0).clipped == pytest.approx(0.5, abs=0.05)


def test_a_design_effect_makes_the_decision_harder() -> None:
    new, old = two_choices(rows=1000, good=0.38, poor=0.31)
    assert np.ptp(better(new, old, design_effect=4.0).interval) > 1.8 * np.ptp(better(new, old).interval)
