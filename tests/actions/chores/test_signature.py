import hashlib
import hmac

import pytest

from actions.chores.signature import sign, verify

SECRET, STAMP, BODY = "a shared secret of some length", "1800000000", b'{"id": "1"}'
NOW = 1_800_000_000.0


def signature() -> str:
    return sign(SECRET, STAMP, BODY)


def test_the_signature_is_what_the_guide_says() -> None:
    expected = hmac.new(SECRET.encode(), b"1800000000." + BODY, hashlib.sha256).hexdigest()

    assert signature() == f"v1={expected}"


@pytest.mark.parametrize("off", [0, 299, -299, 300, -300])
def test_a_signed_request_is_taken_for_five_minutes_either_way(off: int) -> None:
    assert verify(SECRET, STAMP, BODY, signature(), NOW + off)


@pytest.mark.parametrize("off", [301, -301, 1e9])
def test_a_request_from_another_time_is_not_taken(off: float) -> None:
    assert not verify(SECRET, STAMP, BODY, signature(), NOW + off)


def test_the_receiver_decides_how_old_a_request_may_be() -> None:
    assert not verify(SECRET, STAMP, BODY, signature(), NOW + 31, 30)
    assert verify(SECRET, STAMP, BODY, signature(), NOW + 31, tolerance=60)


def test_another_body_secret_or_timestamp_is_not_taken() -> None:
    assert not verify(SECRET, STAMP, BODY + b" ", signature(), NOW)
    assert not verify(SECRET + "x", STAMP, BODY, signature(), NOW)
    assert not verify(SECRET, "1800000001", BODY, signature(), NOW)


@pytest.mark.parametrize(
    "given", ["", "v1=", "v1=00", "v2=" + "0" * 64, "é" * 67, "\udcff", signature()[3:], signature() + "0"]
)
def test_a_header_that_is_no_signature_is_not_taken(given: str) -> None:
    assert not verify(SECRET, STAMP, BODY, given, NOW)


@pytest.mark.parametrize("stamp", ["", "now", "1e9", "-1", "+1800000000", " 1800000000", "１８", "9" * 5_000])
def test_a_header_that_is_no_timestamp_is_not_taken_even_when_signed(stamp: str) -> None:
    assert not verify(SECRET, stamp, BODY, sign(SECRET, stamp, BODY), NOW)


def test_an_empty_secret_is_an_error_and_not_a_key_that_anybody_has() -> None:
    with pytest.raises(ValueError, match="secret is empty"):
        verify("", STAMP, BODY, signature(), NOW)
