import pytest
from pydantic import ValidationError

from gateway.settings import GatewaySettings, gateway_settings


def test_nothing_listens_beyond_this_machine_unless_somebody_says_so() -> None:
    settings = GatewaySettings(_env_file=None)

    assert settings.gateway_host == "127.0.0.1"
    assert settings.address == "http://127.0.0.1:8000"


def test_ports_and_hosts_come_from_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("EVERYCOACH_GATEWAY_PORT", "8123")
    monkeypatch.setenv("EVERYCOACH_RASA_PORT", "5123")
    monkeypatch.setenv("EVERYCOACH_ACTIONS_HOST", "actions")

    settings = gateway_settings()

    assert settings.address == "http://127.0.0.1:8123"
    assert settings.rasa_url == "http://127.0.0.1:5123"
    assert settings.actions_url == "http://actions:5055"


def test_the_command_finds_a_gateway_that_listens_everywhere() -> None:
    assert GatewaySettings(gateway_host="0.0.0.0", _env_file=None).address == "http://127.0.0.1:8000"


@pytest.mark.parametrize("values", [{"gateway_port": 0}, {"rasa_port": 70_000}, {"turn_timeout": 0},
                                    {"stream_timeout": -1}, {"actions_port": "abc"}])  # fmt: skip
def test_values_that_cannot_be_are_refused(values: dict) -> None:
    with pytest.raises(ValidationError):
        GatewaySettings(**values, _env_file=None)
