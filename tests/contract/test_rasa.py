"""Rasa itself accepts its files."""

import os
import subprocess

from knowledge.settings import ROOT


def test_rasa_data_validate_is_clean() -> None:
    done = subprocess.run(
        [
            ROOT / "bot/.venv/bin/python",
            "-m",
            "bot",
            "data",
            "validate",
            "--fail-on-warnings",
            "--config",
            "config.yml",
            "--domain",
            "bot/domain",
            "--data",
            "bot/data",
        ],
        cwd=ROOT,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "EVERYCOACH_HOME": str(ROOT / "var")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
