"""Small statistics that all measurements share."""

from collections.abc import Sequence

import numpy as np


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Returns the percentile, rounded to a tenth; None of nothing."""
    return round(float(np.percentile(values, percent)), 1) if values else None


def auroc(scores: Sequence[float], truth: Sequence[bool]) -> float | None:
    """Returns the area under the ROC curve; None where only one class is present."""
    if len(set(truth)) < 2:
        return None
    from sklearn.metrics import roc_auc_score

    return round(float(roc_auc_score(truth, scores)), 3)


def share(count: float, total: float) -> float | None:
    """Returns count / total, rounded to a thousandth; None of nothing."""
    return round(count / total, 3) if total else None
