import numpy as np
import pytest

from benchmarks.recommender.coverage import SETTINGS, measure_coverage
from benchmarks.recommender.synthetic_logs import Setting, World


@pytest.mark.parametrize("people", [0, 400])
def test_the_value_of_a_world_is_what_its_target_earns_in_a_long_log(people: int) -> None:
    setting = Setting(rows=60_000, items=6, rate=0.2, people=people)
    sample = World(setting, np.random.default_rng(1)).sample()
    for log, value in ((sample.new, sample.new_value), (sample.old, sample.old_value)):
        assert (log.weights * log.rewards).mean() == pytest.approx(value, abs=0.01)
        assert log.weights.mean() == pytest.approx(1.0, abs=0.02)


def test_graded_rewards_have_the_mean_that_the_world_has() -> None:
    setting = Setting(rows=60_000, items=5, rate=0.2, graded=True)
    sample = World(setting, np.random.default_rng(2)).sample()
    assert (sample.new.weights * sample.new.rewards).mean() == pytest.approx(sample.new_value, abs=0.01)
    assert len(np.unique(sample.new.rewards)) == 6


def test_the_intervals_hold_the_truth_about_as_often_as_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("ordinary", "few rows", "suggestions to people")
    monkeypatch.setattr("benchmarks.recommender.coverage.SETTINGS", {name: SETTINGS[name] for name in names})
    for figures in measure_coverage(repeats=100).values():
        for name in ("ips", "snips", "dr", "sndr", "better"):
            assert 90 <= figures[name]["covered"] <= 99
            assert figures[name]["undrawn"] == 0


def test_where_nothing_is_to_gain_hardly_anything_is_promoted(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {"nothing to gain": SETTINGS["nothing to gain"]}
    monkeypatch.setattr("benchmarks.recommender.coverage.SETTINGS", chosen)
    assert measure_coverage(repeats=100)["nothing to gain"]["wrong_promotions"] <= 4
