"""Any server that speaks the OpenAI chat protocol, such as vLLM; the way to scale."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from knowledge.errors import WriterError
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines.engine import Chat

WRONG_SHAPE = "the writing server's answer is not the OpenAI chat protocol"
NO_JSON = "the writing server's answer is not JSON"
# Too many requests, or a model that is being loaded: both pass.
BUSY, DEFAULT_WAIT = (429, 503), 0.5


class OpenAIEngine:
    """Greedy decoding through POST {url}/chat/completions."""

    def __init__(self, url: str, model: str, key: str = "", timeout: float = 20.0) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # The environment's proxy is not trusted: text goes to the configured server only.
        self._client = httpx.Client(
            base_url=url.rstrip("/"), headers=headers, timeout=timeout, trust_env=False
        )
        self._model = model
        self._timeout = timeout

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

    def complete(self, chat: Chat, max_tokens: int, begin: str = "") -> str:
        """Returns the assistant's next message (see Engine), read as it is written, cut at its first line.

        A server that is busy is asked again as long as the time for a sentence lasts.
        """
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                return self._stream(self._request(_begun(chat, begin), max_tokens), deadline)
            except _Busy as busy:
                if time.monotonic() + busy.wait >= deadline:
                    raise WriterError(f"the writing server answered {busy.status}") from None
                time.sleep(busy.wait)

    def _stream(self, request: dict[str, Any], deadline: float) -> str:
        asked = request | {"stream": True}
        with _named_failures(), self._client.stream("POST", "/chat/completions", json=asked) as response:
            if response.status_code in BUSY:
                raise _Busy(response)
            response.raise_for_status()
            if not response.headers.get("content-type", "").startswith("text/event-stream"):
                # A server that cannot stream answers at once.
                return _first_line(_whole(response.read()))
            return _read_events(response.iter_lines(), deadline)

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
        with _named_failures():
            response = self._client.post("/chat/completions", json=self._request(chat, max_tokens))
            response.raise_for_status()
            return _json(response.content)

    def _request(self, chat: Chat, max_tokens: int) -> dict[str, Any]:
        return {"model": self._model, "messages": list(chat), "max_tokens": max_tokens, "temperature": 0}


@contextmanager
def _named_failures() -> Iterator[None]:
    """Makes a WriterError of what httpx raises."""
    try:
        yield
    except httpx.HTTPStatusError as error:
        raise WriterError(f"the writing server answered {error.response.status_code}") from error
    except httpx.HTTPError as error:
        raise WriterError(f"the writing server does not answer: {type(error).__name__}") from error


def _json(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise WriterError(NO_JSON) from error


def _begun(chat: Chat, begin: str) -> Chat:
    """Returns the chat with the wish for a beginning: the protocol has no other way to ask for it."""
    if not begin:
        return chat
    *earlier, last = chat
    return [*earlier, last | {"content": f"{last['content']}\nBegin your sentence with: {begin}"}]


class _Busy(Exception):
    """The server asks for patience; wait is how many seconds of it."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        after = response.headers.get("retry-after", "")
        self.wait = float(after) if after.isdigit() else DEFAULT_WAIT


def _whole(body: bytes) -> str:
    """Returns the text of an answer that came at once."""
    answer = _json(body)
    try:
        return str(answer["choices"][0]["message"]["content"] or "")
    except (KeyError, IndexError, TypeError) as error:
        raise WriterError(WRONG_SHAPE) from error


def _read_events(lines: Iterator[str], deadline: float) -> str:
    """Returns the first line of the text that server-sent events bring; what comes after is not awaited."""
    text = ""
    for line in lines:
        if time.monotonic() > deadline:
            raise WriterError("the writing server does not answer in time")
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            return _first_line(text)
        text += _delta(data)
        if "\n" in text.lstrip():
            return _first_line(text)
    # A sentence whose end never came must not be taken for a whole one.
    raise WriterError("the writing server's answer broke off")


def _delta(data: str) -> str:
    """Returns the text that one event adds; an event without choices only counts tokens."""
    event = _json(data)
    try:
        choices = event["choices"]
        return str(choices[0]["delta"].get("content") or "") if choices else ""
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise WriterError(WRONG_SHAPE) from error


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0].strip()
