"""Replies that are being written: one side adds sentences, the other reads them as they come."""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from actions.messages import Reply

KEEP_SECONDS = 300.0


@dataclass
class Stream:
    """The sentences so far and, at the end, the whole reply."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    sentences: list[str] = field(default_factory=list)
    reply: Reply | None = None
    touched: float = field(default_factory=time.monotonic)
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class Streams:
    """The streams of this process; belongs to one event loop."""

    def __init__(self) -> None:
        self._streams: dict[str, Stream] = {}

    def open(self) -> Stream:
        """Starts a stream, and forgets those that ended long ago."""
        horizon = time.monotonic() - KEEP_SECONDS
        self._streams = {k: s for k, s in self._streams.items() if s.reply is None or s.touched > horizon}
        stream = Stream()
        self._streams[stream.id] = stream
        return stream

    def add(self, stream: Stream, sentence: str) -> None:
        """Adds a checked sentence."""
        stream.sentences.append(sentence)
        self._touch(stream)

    def finish(self, stream: Stream, reply: Reply) -> None:
        """Ends the stream with the whole reply."""
        stream.reply = reply
        self._touch(stream)

    def __contains__(self, stream_id: str) -> bool:
        return stream_id in self._streams

    async def read(self, stream_id: str) -> AsyncIterator[str | Reply]:
        """Yields the sentences from the first on and at last the reply; KeyError when unknown.

        Reading again starts anew, so that a reader that lost its connection misses nothing.
        """
        stream = self._streams[stream_id]
        position = 0
        while True:
            stream.changed.clear()
            while position < len(stream.sentences):
                yield stream.sentences[position]
                position += 1
            if stream.reply is not None:
                yield stream.reply
                return
            await stream.changed.wait()

    def _touch(self, stream: Stream) -> None:
        stream.touched = time.monotonic()
        stream.changed.set()
