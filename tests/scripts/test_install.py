"""What stops an install gives one clear line and a status of its own."""

import shutil
import socket
import subprocess
from pathlib import Path

from knowledge.settings import ROOT


def _bare_copy(folder: Path) -> Path:
    """Copies what the install script reads, without any environment."""
    for name in ("scripts", "requirements"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "bot").mkdir()
    for lock in (ROOT / "bot").glob("*.lock"):
        shutil.copy(lock, folder / "bot")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _tools(folder: Path, *without: str) -> str:
    """Returns a PATH with the usual tools, but without some and without any Python."""
    tools = folder / "tools"
    tools.mkdir()
    for name in (
        "bash",
        "dirname",
        "cat",
        "find",
        "sort",
        "xargs",
        "sha256sum",
        "cut",
        "df",
        "awk",
        "rm",
        "env",
    ):
        if name not in without:
            (tools / name).symlink_to(str(shutil.which(name)))
    return str(tools)


def test_a_missing_interpreter_is_named_with_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "scripts/install.sh"],
        cwd=_bare_copy(tmp_path / "copy"),
        env={"PATH": _tools(tmp_path), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 was not found" in done.stderr
    assert "install it" in done.stderr


def test_a_full_disk_is_named_before_anything_is_installed(tmp_path: Path) -> None:
    path = _tools(tmp_path, "df")
    (tmp_path / "tools/df").write_text("#!/usr/bin/env bash\necho head\necho 'disk 9 8 100 99% /'\n")
    (tmp_path / "tools/df").chmod(0o755)
    (tmp_path / "tools/python3.11").symlink_to(str(shutil.which("true")))
    done = subprocess.run(
        ["bash", "scripts/install.sh"],
        cwd=_bare_copy(tmp_path / "copy"),
        env={"PATH": path, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "only 100 MB of disk are free" in done.stderr


def test_a_port_in_use_is_named_before_anything_is_started(tmp_path: Path) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = str(listening.getsockname()[1])
        done = subprocess.run(
            [ROOT / ".venv/bin/python", "-m", "gateway.ports"],
            env={
                "EVERYCOACH_GATEWAY_PORT": port,
                "EVERYCOACH_RASA_PORT": "1",
                "EVERYCOACH_ACTIONS_PORT": "2",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert f"port {port} is in use" in done.stderr
    assert "EVERYCOACH_GATEWAY_PORT" in done.stderr
