"""Reaches the running coach from the command line."""

import json
from datetime import datetime
from typing import Any

import httpx

from actions.settings import coach_settings
from gateway.cli.output import NotRunning
from gateway.errors import BadMessage
from gateway.settings import gateway_settings

TIMEOUT = 300.0


class Client:
    """One connection to the gateway's development routes."""

    def __init__(self) -> None:
        secret = coach_settings().internal_secret.get_secret_value()
        self._address = gateway_settings().address
        self._http = httpx.Client(
            base_url=self._address,
            headers={"Authorization": f"Bearer {secret}"},
            timeout=TIMEOUT,
            trust_env=False,
        )

    def ask(self, text: str, user: str, at: datetime | None = None) -> dict[str, Any]:
        """Has one turn; raises NotRunning or BadMessage."""
        body = {"text": text, "user": user, "at": at.isoformat() if at else None}
        try:
            json.dumps(body, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise BadMessage("the message and the user must be text in UTF-8") from error
        try:
            response = self._http.post("/development/ask", json=body)
        except httpx.TransportError as error:
            raise NotRunning(
                f"the coach does not answer at {self._address}: start it with 'make up'"
            ) from error
        if response.status_code == 404:
            raise BadMessage("this works in development mode only (EVERYCOACH_MODE=development)")
        if not response.is_success:
            raise BadMessage(_problem(response))
        return dict(response.json())


def _problem(response: httpx.Response) -> str:
    """Returns the one line that says what the gateway did not like."""
    try:
        body = response.json()
        if "error" in body:
            return str(body["error"])
        first = body["detail"][0]
        return f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}"
    except (ValueError, KeyError, IndexError, TypeError):
        return f"the coach answered {response.status_code}"
