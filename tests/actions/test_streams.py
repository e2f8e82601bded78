import asyncio

import pytest

from actions.messages import Reply
from actions.streams import KEEP_SECONDS, Streams

WHOLE = Reply(kind="answer", text="One. Two.")


async def _read(streams: Streams, stream_id: str) -> list[str | Reply]:
    return [event async for event in streams.read(stream_id)]


def _within(coroutine):
    async def run():
        return await asyncio.wait_for(coroutine, 5)

    return asyncio.run(run())


def test_a_reader_gets_the_sentences_as_they_come_and_the_reply_last() -> None:
    async def scene() -> list[str | Reply]:
        streams = Streams()
        stream = streams.open()
        reading = asyncio.create_task(_read(streams, stream.id))
        for sentence in ("One.", "Two."):
            await asyncio.sleep(0)
            streams.add(stream, sentence)
        await asyncio.sleep(0)
        streams.finish(stream, WHOLE)
        return await reading

    assert _within(scene()) == ["One.", "Two.", WHOLE]


def test_a_second_reader_gets_everything_from_the_start() -> None:
    async def scene() -> tuple[list[str | Reply], list[str | Reply]]:
        streams = Streams()
        stream = streams.open()
        streams.add(stream, "One.")
        streams.add(stream, "Two.")
        streams.finish(stream, WHOLE)
        return await _read(streams, stream.id), await _read(streams, stream.id)

    first, second = _within(scene())
    assert first == second == ["One.", "Two.", WHOLE]


def test_two_readers_at_once_both_get_everything_and_end() -> None:
    async def scene() -> list[list[str | Reply]]:
        streams = Streams()
        stream = streams.open()
        readers = [asyncio.create_task(_read(streams, stream.id))]
        await asyncio.sleep(0)
        streams.add(stream, "One.")
        await asyncio.sleep(0)
        readers.append(asyncio.create_task(_read(streams, stream.id)))
        await asyncio.sleep(0)
        streams.add(stream, "Two.")
        streams.finish(stream, WHOLE)
        return await asyncio.gather(*readers)

    assert _within(scene()) == [["One.", "Two.", WHOLE]] * 2


def test_a_reader_that_left_in_the_middle_does_not_hold_up_the_next_one() -> None:
    async def scene() -> list[str | Reply]:
        streams = Streams()
        stream = streams.open()
        streams.add(stream, "One.")
        leaving = streams.read(stream.id)
        await anext(leaving)
        await leaving.aclose()
        streams.finish(stream, WHOLE)
        return await _read(streams, stream.id)

    assert _within(scene()) == ["One.", WHOLE]


def test_an_unknown_stream_is_not_there() -> None:
    streams = Streams()

    assert "nobody" not in streams
    with pytest.raises(KeyError):
        asyncio.run(_read(streams, "nobody"))


def test_the_name_of_a_stream_cannot_be_guessed_from_another() -> None:
    async def scene() -> list[str]:
        streams = Streams()
        return [streams.open().id for _ in range(50)]

    names = asyncio.run(scene())
    assert len(set(names)) == 50
    assert all(len(name) == 32 for name in names)


def test_streams_that_ended_long_ago_are_forgotten_and_recent_ones_are_kept() -> None:
    async def scene() -> tuple[bool, bool]:
        streams = Streams()
        old, recent = streams.open(), streams.open()
        for stream in (old, recent):
            streams.finish(stream, WHOLE)
        old.touched -= KEEP_SECONDS + 1
        streams.open()
        return old.id in streams, recent.id in streams

    assert asyncio.run(scene()) == (False, True)


def test_an_answer_that_still_waits_for_the_writer_is_not_forgotten() -> None:
    async def scene() -> bool:
        streams = Streams()
        waiting = streams.open()
        waiting.touched -= KEEP_SECONDS + 1
        streams.open()
        return waiting.id in streams

    assert asyncio.run(scene())
