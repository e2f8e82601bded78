"""What the documentation says is so: its commands exist, its links lead somewhere, the house is clean."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from knowledge.settings import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"```(?:sh|bash|console)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
OPTION = re.compile(r"^--[a-z-]+$")


def _commands() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for block in FENCE.findall(page.read_text()):
            for line in block.replace("\\\n", " ").splitlines():
                if line.strip() and not line.startswith("#"):
                    found.append((page.name, line.strip()))
    return found


@pytest.mark.parametrize(("page", "command"), _commands())
def test_every_command_in_the_docs_exists(page: str, command: str) -> None:
    words = shlex.split(command, comments=True)
    if words[0] == "make":
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
    elif words[0].endswith("coach"):
        names = [word for word in words[1:3] if re.fullmatch(r"[a-z]+", word)]
        helped = _help(names)
        for word in words:
            if OPTION.match(word):
                assert word in helped, f"{command}: no option {word}"
    else:
        assert words[0] in ("git", "cd", "export", "apt-get", "uv") or (ROOT / words[0]).exists(), command


def _help(names: list[str]) -> str:
    for depth in (len(names), 1):
        done = subprocess.run(
            [ROOT / ".venv/bin/coach", *names[:depth], "--help"], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout
    raise AssertionError(f"no such command: coach {' '.join(names)}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_in_the_docs_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text()):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target


def test_the_shipped_library_is_in_order() -> None:
    done = subprocess.run(
        [ROOT / ".venv/bin/coach", "library", "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_library_has_at_least_forty_pages_of_300_to_900_words() -> None:
    pages = [path.read_text() for path in (ROOT / "knowledge/library").rglob("*.md")]
    sizes = [len(text.split("---", 2)[2].split()) for text in pages]
    assert len(sizes) >= 40
    assert min(sizes) >= 300
    assert max(sizes) <= 900
