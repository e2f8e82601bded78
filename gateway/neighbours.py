"""The two processes behind the gateway, reached over loopback HTTP with the internal secret."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx

from actions.messages import Button, Reply
from gateway.errors import Unavailable

# What reading JSON of an unexpected shape raises; pydantic's errors are ValueErrors.
SHAPE = (KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class Understood:
    """What Rasa made of a message: the intent, and the replies of the dialogue."""

    intent: dict[str, Any] | None
    replies: tuple[Reply, ...]


class Rasa:
    """Rasa's input channel (bot/channel.py)."""

    def __init__(self, url: str, secret: str, timeout: float) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {secret}"},
            timeout=timeout,
            trust_env=False,
        )

    async def turn(self, conversation: str, text: str, channel: str, metadata: dict[str, Any]) -> Understood:
        """Sends one message and returns the dialogue's replies; raises Unavailable."""
        body = {"conversation": conversation, "text": text, "channel": channel, "metadata": metadata}
        answer = await _json(self._client, "/webhooks/gateway/messages", body, "Rasa")
        try:
            return Understood(answer["intent"], tuple(_reply(message) for message in answer["messages"]))
        except SHAPE as error:
            raise Unavailable(f"Rasa's answer has another shape: {type(error).__name__}") from error

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()


class ActionServer:
    """The action server's own routes beside Rasa's protocol (actions/server.py)."""

    def __init__(self, url: str, secret: str, timeout: float) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"X-Everycoach-Secret": secret},
            timeout=timeout,
            trust_env=False,
        )

    async def safety(self, text: str, employee_id: str) -> tuple[str | None, str]:
        """Returns (route or None, what to say instead of coaching, or beside it); raises Unavailable."""
        answer = await _json(
            self._client, "/safety", {"text": text, "employee": employee_id}, "the action server"
        )
        try:
            return answer["route"], answer["text"]
        except SHAPE as error:
            raise Unavailable("the action server's answer has another shape") from error

    async def read_stream(self, stream_id: str) -> AsyncIterator[str | Reply]:
        """Yields checked sentences and at last the whole reply; raises Unavailable."""
        try:
            async with self._client.stream("GET", f"/streams/{stream_id}") as response:
                response.raise_for_status()
                async for line in response.aiter_lines():
                    event = json.loads(line)
                    yield event["sentence"] if "sentence" in event else Reply(**event["reply"])
        except (httpx.HTTPError, *SHAPE) as error:
            raise Unavailable(f"the action server's stream broke: {type(error).__name__}") from error

    async def healthy(self) -> bool:
        """Says whether the action server has warmed up."""
        try:
            return (await self._client.get("/health")).is_success
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()


async def _json(client: httpx.AsyncClient, path: str, body: dict[str, Any], who: str) -> Any:
    try:
        response = await client.post(path, json=body)
        response.raise_for_status()
        return response.json()
    except httpx.HTTPStatusError as error:
        raise Unavailable(f"{who} answered {error.response.status_code}") from error
    except (httpx.HTTPError, ValueError) as error:
        raise Unavailable(f"{who} does not answer: {type(error).__name__}") from error


def _reply(message: dict[str, Any]) -> Reply:
    """Returns our reply for one of Rasa's: a skill's custom payload, or a text with buttons."""
    if "custom" in message:
        return Reply(**message["custom"])
    buttons = tuple(Button(title=b["title"], payload=b["payload"]) for b in message.get("buttons", []))
    return Reply(kind="move", text=message.get("text", ""), buttons=buttons)
