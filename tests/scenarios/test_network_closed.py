"""With the network closed everything after the install works: nothing is downloaded, nothing is sent."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from knowledge.settings import ROOT


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("unshare") is None, reason="needs root to close the network"
)
def test_a_question_is_answered_where_there_is_no_network(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from tests.scenarios.processes import running_coach\n"
        "import sys\n"
        "with running_coach(Path(sys.argv[1])) as coach:\n"
        '    print(coach.command("ask", "how do I give feedback?", "--json").stdout)\n'
    )
    done = subprocess.run(
        [
            "unshare",
            "--net",
            "sh",
            "-c",
            'ip link set lo up && exec "$@"',
            "sh",
            ".venv/bin/python",
            "-c",
            code,
            str(tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)["replies"][-1]
    assert answer["kind"] == "answer"
    assert answer["citations"]
