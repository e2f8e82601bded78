import pytest

from actions.chores.address import is_host, is_loopback


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "localhost.example", "10.0.0.1", "0.0.0.0", "::", "127.0.0.1.example"])
def test_another_machine_is_not_taken_for_this_one(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["mail.company.example", "hr", "10.0.0.1", "fe80::1", "host."])
def test_names_and_numbers_are_hosts(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize("host", ["", " ", "[", "a b", "a/b", "https://a", "a:25", "ü.example", "..", "a\n"])
def test_other_things_are_no_hosts(host: str) -> None:
    assert not is_host(host)
