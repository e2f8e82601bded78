"""The gateway's way into Rasa: one authenticated route, on loopback."""

from __future__ import annotations

import hmac
from typing import Any, Awaitable, Callable, Dict, Optional, Text

from rasa.core.channels.channel import (
    CollectingOutputChannel,
    InputChannel,
    UserMessage,
)
from rasa.shared.exceptions import InvalidConfigException
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.patches import compile_action_schema

MIN_SECRET = 24


class GatewayInput(InputChannel):
    """Takes {"conversation", "text", "channel", "metadata"}; answers a list of messages."""

    def __init__(self, secret: Text) -> None:
        self._authorization = f"Bearer {secret}"

    @classmethod
    def name(cls) -> Text:
        """Returns the channel's name, which is also its path below /webhooks."""
        return "gateway"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> InputChannel:
        """Reads the secret that gateway and Rasa share; refuses a short one."""
        secret = str((credentials or {}).get("secret") or "")
        if len(secret) < MIN_SECRET:
            raise InvalidConfigException(
                f"credentials.yml: the gateway's secret needs at least {MIN_SECRET} characters"
            )
        compile_action_schema()
        return cls(secret)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """Makes the routes: GET / for readiness, POST /messages for a turn."""
        routes = Blueprint("gateway_channel", "bot_channel")

        @routes.get("/")
        async def ready(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/messages")
        async def message(request: Request) -> HTTPResponse:
            if not self._is_gateway(request):
                return response.json({"error": "wrong or missing secret"}, status=401)
            turn = request.json
            collected = CollectingOutputChannel()
            said = UserMessage(
                turn["text"],
                collected,
                turn["conversation"],
                input_channel=turn["channel"],
                metadata=turn.get("metadata"),
            )
            # Parsed here, so that the gateway learns the intent and nothing is parsed twice.
            said.parse_data = await request.app.ctx.agent.processor.parse_message(said)
            await on_new_message(said)
            intent = _name_and_confidence(said.parse_data)
            return response.json({"intent": intent, "messages": collected.messages})

        return routes

    def _is_gateway(self, request: Request) -> bool:
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), self._authorization.encode())


def _name_and_confidence(parsed: Dict[Text, Any]) -> Dict[Text, Any]:
    intent = parsed["intent"]
    return {"name": intent["name"], "confidence": intent["confidence"]}
