import socket
from collections.abc import Iterator

import pytest

from gateway import ports
from gateway.settings import GatewaySettings


@pytest.fixture
def listening() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.fixture
def free() -> list[int]:
    with socket.socket() as one, socket.socket() as two, socket.socket() as three:
        for probe in (one, two, three):
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in (one, two, three)]


def settings(gateway: int, rasa: int, actions: int) -> GatewaySettings:
    return GatewaySettings(gateway_port=gateway, rasa_port=rasa, actions_port=actions, _env_file=None)


def test_free_ports_need_no_word(free) -> None:
    assert ports.taken(settings(*free)) == []


def test_a_port_in_use_is_named_with_the_setting_that_changes_it(listening, free) -> None:
    (line,) = ports.taken(settings(free[0], listening, free[1]))

    assert str(listening) in line
    assert "EVERYCOACH_RASA_PORT" in line
    assert "\n" not in line


def test_the_check_ends_with_status_2_where_something_listens(listening, free, monkeypatch, capsys) -> None:
    monkeypatch.setattr(ports, "gateway_settings", lambda: settings(listening, *free[:2]))
    with pytest.raises(SystemExit) as ended:
        ports.main()
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1

    monkeypatch.setattr(ports, "gateway_settings", lambda: settings(*free))
    with pytest.raises(SystemExit) as ended:
        ports.main()
    assert ended.value.code == 0
