"""What holds for all tests: no network but loopback."""

import pytest


@pytest.fixture(autouse=True)
def _no_network() -> None:
    try:
        import pytest_socket
    except ImportError:
        # Rasa's environment has no need of it: its tests open no connection.
        return
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
