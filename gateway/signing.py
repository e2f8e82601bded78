"""Signs what comes back from a browser: who somebody is, and what a button does."""

from itsdangerous import BadSignature, URLSafeSerializer

from gateway.errors import BadMessage


class Signer:
    """Makes and checks tokens with the installation's secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def sign_user(self, user: str) -> str:
        """Returns a token that proves a web user."""
        return str(self._serializer("web-user").dumps(user))

    def user(self, token: str) -> str | None:
        """Returns the user that the token proves, or None."""
        try:
            return str(self._serializer("web-user").loads(token))
        except BadSignature:
            return None

    def sign_payload(self, employee_id: str, payload: str) -> str:
        """Returns a token for a button that only this employee can press."""
        return str(self._serializer(f"button:{employee_id}").dumps(payload))

    def payload(self, employee_id: str, token: str) -> str:
        """Returns what the button does; raises BadMessage for a token that is not this employee's."""
        try:
            return str(self._serializer(f"button:{employee_id}").loads(token))
        except (BadSignature, UnicodeError) as error:
            raise BadMessage("That button is no longer valid. Could you write it instead?") from error

    def _serializer(self, purpose: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._secret, salt=purpose)
