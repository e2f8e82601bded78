"""How well Rasa's pipeline understands, in Rasa's own environment."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from knowledge.errors import UserError
from knowledge.settings import ROOT, knowledge_settings

PYTHON = ROOT / "bot/.venv/bin/python"


def measure_understanding(
    train: Path,
    test: Path | None,
    folds: int = 0,
    baseline: str | None = None,
    picture: Path | None = None,
) -> dict[str, Any]:
    """Takes files of {"text", "intent"}; returns bot/measure.py's figures, a baseline's under its name.

    A picture of the confusions is drawn where folds are asked for.
    """
    home = knowledge_settings().home
    asked = ["--train", str(train.resolve()), "--folds", str(folds)]
    asked += ["--test", str(test.resolve())] if test else []
    asked += ["--baseline", baseline] if baseline else []
    asked += ["--picture", str(picture.resolve())] if picture else []
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore", "RASA_TELEMETRY_ENABLED": "false"}
    done = subprocess.run(
        [str(PYTHON), "-m", "bot.measure", *asked],
        cwd=ROOT,
        env={**os.environ, **quiet, "EVERYCOACH_HOME": str(home)},
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise UserError("the pipeline could not be measured: see the lines above")
    return dict(json.loads(done.stdout.splitlines()[-1]))
