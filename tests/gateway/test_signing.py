import pytest

from gateway.errors import BadMessage
from gateway.signing import Signer

SIGNER = Signer("x" * 32)
PRESS = '/give_feedback_positive{"answer_id": "1"}'


def test_a_signed_user_is_known_again() -> None:
    assert SIGNER.user(SIGNER.sign_user("ann")) == "ann"


@pytest.mark.parametrize(
    "token",
    ["", "ann", ".", "a.b", SIGNER.sign_user("ann")[:-1], "x" + SIGNER.sign_user("ann"), "ü.ö", "." * 999],
)
def test_a_forged_user_is_nobody(token: str) -> None:
    assert SIGNER.user(token) is None


def test_a_user_signed_with_another_secret_is_nobody() -> None:
    assert SIGNER.user(Signer("y" * 32).sign_user("ann")) is None


def test_a_button_does_what_it_was_made_for() -> None:
    assert SIGNER.payload("ann", SIGNER.sign_payload("ann", PRESS)) == PRESS


def test_nobody_can_press_another_persons_button() -> None:
    with pytest.raises(BadMessage, match="no longer valid"):
        SIGNER.payload("bo", SIGNER.sign_payload("ann", PRESS))


@pytest.mark.parametrize(
    "token", ["", PRESS, "a.b", SIGNER.sign_user("ann"), SIGNER.sign_payload("ann", PRESS)[:-2]]
)
def test_a_forged_button_is_refused_with_a_line_that_helps(token: str) -> None:
    with pytest.raises(BadMessage, match="Could you write it instead"):
        SIGNER.payload("ann", token)


def test_a_button_is_no_proof_of_who_somebody_is() -> None:
    assert SIGNER.user(SIGNER.sign_payload("ann", "ann")) is None


def test_a_button_with_broken_characters_is_refused_too() -> None:
    with pytest.raises(BadMessage):
        SIGNER.payload("ann", "\ud800.x")
