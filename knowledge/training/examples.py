"""The written examples that the small models are fitted on.

A row: {"title", "heading", "passage", "supported": [sentence], "unsupported": [{"kind", "sentence"}],
"questions": [answered by the passage], "unanswered": [near to its topic, not answered by it]}.
"""

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


def grounding_rows() -> list[dict[str, Any]]:
    """Returns the rows of data/grounding-*.jsonl, in a stable order."""
    lines = [line for file in sorted(DATA.glob("grounding-*.jsonl")) for line in _lines(file)]
    return [json.loads(line) for line in lines]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()
