import json

import pytest

from bot.measure import figures, read_rows


def found(intent: str, sure: float, rejected: bool = False, ms: float = 5.0) -> dict:
    return {"ranking": [(intent, sure)], "sure": sure, "rejected": rejected, "ms": ms}


def test_accuracy_is_of_the_top_intent_over_rows_in_scope_whether_rejected_or_not() -> None:
    measured = figures(
        [found("a", 0.9), found("b", 0.3, rejected=True), found("a", 0.8), found("out_of_scope", 0.1)],
        ["a", "b", "b", "out_of_scope"],
    )

    assert measured["accuracy"] == pytest.approx(2 / 3, abs=1e-4)
    assert measured["in_scope_rejected"] == pytest.approx(1 / 3, abs=1e-4)


def test_out_of_scope_figures_ask_whether_such_rows_are_told_from_the_others() -> None:
    rows = [found("a", 0.9), found("a", 0.8), found("a", 0.85), found("a", 0.2, rejected=True)]
    measured = figures(rows, ["a", "a", "out_of_scope", "out_of_scope"])

    assert measured["oos_auroc"] == 0.75
    assert measured["oos_recall"] == 0.5
    assert measured["ms_per_message"] == 5.0


def test_without_rows_out_of_scope_their_figures_are_null() -> None:
    measured = figures([found("a", 0.9)], ["a"])

    assert measured["oos_auroc"] is None
    assert measured["oos_recall"] is None


def test_rows_are_read_from_json_lines(tmp_path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"text": "hi", "intent": "greet"}) + "\n\n", encoding="utf-8")

    assert read_rows(file) == [{"text": "hi", "intent": "greet"}]
