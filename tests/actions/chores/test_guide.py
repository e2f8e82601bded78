import sys
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from actions.chores import signature
from actions.chores.settings import ChoresSettings
from actions.chores.system import Chore, ChoreError
from actions.chores.webhook import REFUSED, WebhookHRSystem
from knowledge.settings import ROOT

from .endpoint import SECRET

GUIDE = (ROOT / "docs" / "hr-system.md").read_text(encoding="utf-8")


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, dict[str, Any]]]:
    """Runs the guide's receiver; yields its address and what it keeps."""
    monkeypatch.setenv("EVERYCOACH_HR_WEBHOOK_SECRET", SECRET)
    monkeypatch.setitem(sys.modules, "signature", signature)
    module = ModuleType("receiver")
    exec(GUIDE.split("```python\n")[1].split("```")[0], module.__dict__)
    server = make_server("127.0.0.1", 0, module.application, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", module.ANSWERS
    server.shutdown()
    server.server_close()


def test_the_receiver_in_the_guide_works(receiver: tuple[str, dict[str, Any]]) -> None:
    url, answers = receiver
    hr = WebhookHRSystem(url, SECRET, Chore)

    assert hr.open_ticket("ann", "Payslip", "Text").reference == "T-1"
    assert hr.hand_over("ann", "Text").reference == "T-2"
    assert len(answers) == 2


def test_the_receiver_in_the_guide_refuses_what_is_signed_by_others(
    receiver: tuple[str, dict[str, Any]],
) -> None:
    url, answers = receiver

    with pytest.raises(ChoreError) as error:
        WebhookHRSystem(url, "somebody else's secret", Chore).open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == REFUSED
    assert answers == {}


@pytest.mark.parametrize("name", ChoresSettings.model_fields)
def test_the_guide_names_every_setting(name: str) -> None:
    assert f"EVERYCOACH_{name.upper()}" in GUIDE


@pytest.mark.parametrize("chore", Chore)
def test_the_guide_names_every_chore(chore: Chore) -> None:
    assert f"| `{chore}` |" in GUIDE
