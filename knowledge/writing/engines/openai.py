"""Any server that speaks the OpenAI chat protocol, such as vLLM; the way to scale."""

import time
from typing import Any

import httpx

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines.engine import Chat

WRONG_SHAPE = "the writing server's answer is not the OpenAI chat protocol"


class OpenAIEngine:
    """Greedy decoding through POST {url}/chat/completions."""

    def __init__(self, url: str, model: str, key: str = "", timeout: float = 20.0) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # The environment's proxy is not trusted: text goes to the configured server only.
        self._client = httpx.Client(
            base_url=url.rstrip("/"), headers=headers, timeout=timeout, trust_env=False
        )
        self._model = model

    @classmethod
    def from_settings(cls, settings: KnowledgeSettings) -> "OpenAIEngine":
        """Reads EVERYCOACH_WRITER_URL, _MODEL and _KEY; raises WriterError naming what is missing."""
        if settings.writer_url is None or not settings.writer_model:
            raise WriterError(
                "EVERYCOACH_WRITER=openai needs EVERYCOACH_WRITER_URL and EVERYCOACH_WRITER_MODEL"
            )
        return cls(
            str(settings.writer_url),
            settings.writer_model,
            settings.writer_key.get_secret_value(),
            settings.writer_timeout,
        )

    @property
    def name(self) -> str:
        """The protocol and the served model's name."""
        return f"openai:{self._model}"

    def complete(self, chat: Chat, max_tokens: int) -> str:
        """Returns the assistant's next message (see Engine)."""
        answer = self._post(chat, max_tokens)
        try:
            content = answer["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError) as error:
            raise WriterError(WRONG_SHAPE) from error
        return str(content or "").strip().split("\n", 1)[0]

    def speed(self, chat: Chat, tokens: int) -> float:
        """Returns tokens a second (see Engine), as the server counts them."""
        started = time.perf_counter()
        answer = self._post(chat, tokens)
        seconds = time.perf_counter() - started
        try:
            # A server need not count; then all that were asked for are taken as written.
            return float(answer.get("usage", {}).get("completion_tokens", tokens)) / seconds
        except (AttributeError, TypeError, ValueError) as error:
            raise WriterError(WRONG_SHAPE) from error

    def _post(self, chat: Chat, max_tokens: int) -> Any:
        request = {
            "model": self._model,
            "messages": list(chat),
            "max_tokens": max_tokens,
            "temperature": 0,
        }
        try:
            response = self._client.post("/chat/completions", json=request)
            response.raise_for_status()
            return response.json()
        except httpx.HTTPStatusError as error:
            raise WriterError(f"the writing server answered {error.response.status_code}") from error
        except httpx.HTTPError as error:
            raise WriterError(f"the writing server does not answer: {type(error).__name__}") from error
        except ValueError as error:
            raise WriterError("the writing server's answer is not JSON") from error
