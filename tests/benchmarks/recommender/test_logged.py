from pathlib import Path

import numpy as np
import pytest

from benchmarks.recommender.bandit_log import read_bandit_log
from benchmarks.recommender.click_policy import ClickPolicy
from benchmarks.recommender.logged import judged_log, measure_logged
from knowledge.errors import LibraryError

HEADER = "timestamp,item_id,position,click,propensity_score,user_feature_0,user_feature_1"
GOOD = "2024-01-01 00:00:00+00:00,3,1,0,0.25,young,far"


def written(folder: Path, lines: list[str], header: str = HEADER, name: str = "log.csv") -> Path:
    file = folder / name
    file.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return file


def lines_of(rows: int, rates: np.ndarray, seed: int = 1, *, logging: np.ndarray | None = None) -> list[str]:
    """Rows of a log; rates has a click rate for each of two kinds of user and each item."""
    random = np.random.default_rng(seed)
    items = rates.shape[1]
    chances = np.full(items, 1 / items) if logging is None else logging
    users, chosen = random.integers(0, 2, rows), random.choice(items, rows, p=chances)
    clicks = (random.random(rows) < rates[users, chosen]).astype(int)
    return [
        f"2024-01-{1 + row * 28 // rows:02} 00:00:{row % 60:02}+00:00,{item},{1 + row % 3},{click},"
        f"{chances[item]:.6f},{'young' if user else 'old'},far"
        for row, (user, item, click) in enumerate(zip(users, chosen, clicks, strict=True))
    ]


def tastes(high: float = 0.5, low: float = 0.1) -> np.ndarray:
    """One kind of user likes the first two of four items, the other kind the last two."""
    return np.array([[high, high, low, low], [low, low, high, high]])


def test_a_log_with_much_to_gain_is_said_to_be_bettered(tmp_path: Path) -> None:
    found = measure_logged(written(tmp_path, lines_of(4000, tastes())))
    assert found["verdict"] == "better"
    assert found["logged_value"] == pytest.approx(0.3, abs=0.03)
    assert found["policy_value"] > 0.45
    assert found["lift"] == pytest.approx(found["policy_value"] - found["logged_value"], abs=1e-6)
    assert 0 < found["lift_ci"][0] < found["lift"] < found["lift_ci"][1]


def test_the_figures_are_named_as_promised(tmp_path: Path) -> None:
    found = measure_logged(written(tmp_path, lines_of(400, tastes())))
    assert {"logged_value", "policy_value", "lift", "lift_ci", "estimators"} <= set(found)
    assert set(found["estimators"]) == {"ips", "snips", "dr"}
    assert found["estimators"]["dr"] == found["policy_value"]
    assert len(found["lift_ci"]) == 2
    assert found["clipped"] == 0.0


def test_few_clicks_cannot_tell(tmp_path: Path) -> None:
    found = measure_logged(written(tmp_path, lines_of(10_000, np.full((2, 80), 0.0038))))
    assert found["verdict"] == "cannot tell"
    assert found["reason"].startswith("Cannot tell: ")
    assert found["lift_ci"][0] < 0 < found["lift_ci"][1]


def test_no_click_at_all_cannot_tell(tmp_path: Path) -> None:
    found = measure_logged(written(tmp_path, lines_of(1000, np.zeros((2, 4)))))
    assert (found["verdict"], found["logged_value"]) == ("cannot tell", 0.0)


def test_a_log_of_one_item_cannot_tell(tmp_path: Path) -> None:
    found = measure_logged(written(tmp_path, lines_of(1000, np.full((2, 1), 0.3))))
    assert (found["verdict"], found["lift"]) == ("cannot tell", 0.0)


def test_propensities_that_are_not_those_of_the_log_are_not_believed(tmp_path: Path) -> None:
    lines = [line.replace(",0.250000,", ",0.900000,") for line in lines_of(4000, tastes())]
    found = measure_logged(written(tmp_path, lines))
    assert (found["verdict"], found["lift_ci"]) == ("cannot tell", [-1.0, 1.0])
    assert "instead of 1" in found["reason"]


def test_the_same_file_gives_the_same_figures(tmp_path: Path) -> None:
    file = written(tmp_path, lines_of(500, tastes()))
    assert measure_logged(file) == measure_logged(file)


def test_no_row_is_judged_by_a_policy_or_a_model_that_saw_it(tmp_path: Path) -> None:
    lines = lines_of(1000, tastes())
    before = judged_log(read_bandit_log(written(tmp_path, lines)))
    turned = [line.replace(",0,0.25", ",1,0.25") for line in lines[:500]] + lines[500:]
    after = judged_log(read_bandit_log(written(tmp_path, turned)))
    assert before.predicted is not None
    assert after.predicted is not None
    assert not np.array_equal(before.rewards, after.rewards)
    for old, new in ((before.targets, after.targets), (before.predicted, after.predicted)):
        assert np.array_equal(old[:500], new[:500])
        assert not np.array_equal(old[500:], new[500:])


def test_a_log_without_times_positions_and_users_is_enough(tmp_path: Path) -> None:
    cells = [line.split(",") for line in lines_of(4000, np.array([[0.1, 0.5], [0.1, 0.5]]))]
    lines = [f"{row[1]},{row[3]},{row[4]}" for row in sorted(cells, key=lambda row: row[1])]
    found = measure_logged(written(tmp_path, lines, "item_id,click,propensity_score"))
    assert found["verdict"] == "better"


def test_rows_are_taken_in_order_of_time(tmp_path: Path) -> None:
    lines = lines_of(300, tastes())
    straight = read_bandit_log(written(tmp_path, lines))
    turned = read_bandit_log(written(tmp_path, lines[::-1], name="turned.csv"))
    days = np.repeat(np.arange(28), np.bincount([row * 28 // 300 for row in range(300)]))
    assert [straight.clicks[days == day].sum() for day in range(28)] == [
        turned.clicks[days == day].sum() for day in range(28)
    ]


def test_items_that_are_alike_learn_from_each_other(tmp_path: Path) -> None:
    rates = np.tile(np.repeat([0.4, 0.1], 30), (2, 1))
    file = written(tmp_path, lines_of(600, rates))
    alone = measure_logged(file)
    lines = [f"{item},{'short' if item < 30 else 'long'},{item / 7}" for item in range(60)]
    written(tmp_path, lines, "item_id,item_feature_0,item_feature_1", name="item_context.csv")
    assert measure_logged(file)["lift"] > alone["lift"] + 0.03


def test_the_policy_is_no_bolder_than_the_log_can_judge(tmp_path: Path) -> None:
    shares = np.array([0.94, 0.02, 0.02, 0.02])
    rates = np.tile([0.1, 0.1, 0.1, 0.9], (2, 1))
    bandit = read_bandit_log(written(tmp_path, lines_of(1000, rates, logging=shares)))
    rows = np.arange(1000)
    policy = ClickPolicy.fitted(bandit, rows)
    weights = policy.acts(bandit, rows).targets / bandit.propensities
    assert weights.sum() ** 2 / (weights @ weights) >= 100


@pytest.mark.parametrize("column", ["item_id", "click", "propensity_score"])
def test_a_missing_column_is_named(tmp_path: Path, column: str) -> None:
    file = written(tmp_path, [GOOD] * 10, HEADER.replace(column, "something_else"))
    with pytest.raises(LibraryError) as error:
        measure_logged(file)
    assert f"the column '{column}' is missing" in str(error.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (GOOD.replace("0.25", "0"), "line 3 has propensity_score '0'; it must be above 0 and at most 1"),
        (GOOD.replace("0.25", "1.5"), "propensity_score '1.5'"),
        (GOOD.replace("0.25", "nan"), "propensity_score 'nan'"),
        (GOOD.replace(",0,", ",yes,"), "line 3 has click 'yes'; it must be from 0 to 1"),
        (GOOD.replace(",0,", ",2,"), "click '2'"),
        (GOOD + ",more", "line 3 has 8 columns; the first line has 7"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(LibraryError) as error:
        measure_logged(written(tmp_path, [GOOD, line]))
    assert said in str(error.value)


@pytest.mark.parametrize(("lines", "said"), [([], "holds no row"), ([GOOD] * 3, "holds 3 rows")])
def test_a_log_without_enough_rows_is_refused(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(LibraryError) as error:
        measure_logged(written(tmp_path, lines))
    assert said in str(error.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(LibraryError, match="cannot be read as a CSV file in UTF-8"):
        measure_logged(file)


def test_an_item_without_a_line_of_its_own_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, [GOOD] * 10)
    written(tmp_path, ["4,short"], "item_id,item_feature_0", name="item_context.csv")
    with pytest.raises(LibraryError) as error:
        measure_logged(file)
    assert "the item '3' of the log is missing" in str(error.value)
