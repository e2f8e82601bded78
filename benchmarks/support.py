"""How well the check of sentences against passages catches what is not supported."""

from collections.abc import Sequence
from typing import Any

from benchmarks.figures import auroc, share
from knowledge.writing.support import check_support


def measure_support(cases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Takes {"passage", "sentence", "supported"}; the positive class is "unsupported"."""
    verdicts = [check_support(case["sentence"], case["passage"]) for case in cases]
    unsupported = [not case["supported"] for case in cases]
    caught = sum(bad and not v.supported for bad, v in zip(unsupported, verdicts, strict=True))
    flagged = sum(not v.supported for v in verdicts)
    kept = sum(not bad and v.supported for bad, v in zip(unsupported, verdicts, strict=True))
    return {
        "precision": share(caught, flagged),
        "recall": share(caught, sum(unsupported)),
        "auroc": auroc([1 - v.score for v in verdicts], unsupported),
        "supported_kept": share(kept, len(cases) - sum(unsupported)),
    }
