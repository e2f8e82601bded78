"""Wires the parts of the coach together; the one file that knows them all."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from actions.coaching.answering import Answering
from actions.messages import Reply
from actions.settings import coach_settings
from actions.storage.answers import Answers
from actions.storage.database import open_database
from actions.streams import Stream, Streams
from actions.trust.safety.response import respond
from actions.trust.safety.router import SafetyRouter
from knowledge.answerer import Answer, Answerer
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings
from knowledge.writing.engines import load_engine
from knowledge.writing.writer import Writer

log = logging.getLogger(__name__)
# The small writer uses every core that it is given, so answers are written one after the other.
WRITERS = 1


class Coach:
    """Everything that the skills ask for; one for the process."""

    def __init__(self, answering: Answering, safety: SafetyRouter, country: str) -> None:
        self.answering = answering
        self.streams = Streams()
        self._safety = safety
        self._country = country
        self._writing = ThreadPoolExecutor(WRITERS, thread_name_prefix="writing")

    def safety_response(self, text: str) -> tuple[str | None, str]:
        """Returns (route or None, what to say instead of coaching)."""
        route = self._safety.route(text)
        return route, respond(text, self._country) if route else ""

    async def answer(self, employee_id: str, question: str, *, doubtful: bool = False) -> Reply:
        """Answers or declines; an answer comes back at once as a stream that is being written."""
        outcome = await asyncio.to_thread(self.answering.look_up, question, doubtful=doubtful)
        if not isinstance(outcome, Answer):
            return await asyncio.to_thread(self.answering.decline, employee_id, outcome)
        stream = self.streams.open()
        loop = asyncio.get_running_loop()
        loop.run_in_executor(self._writing, self._write, loop, stream, employee_id, outcome)
        return Reply(kind="answer", stream=stream.id)

    def _write(
        self, loop: asyncio.AbstractEventLoop, stream: Stream, employee_id: str, answer: Answer
    ) -> None:
        def show(sentence: str) -> None:
            loop.call_soon_threadsafe(self.streams.add, stream, sentence)

        try:
            reply = self.answering.write(employee_id, answer, show)
        except Exception as error:  # A stream must always end, whatever broke.
            log.error("writing an answer failed: %s", type(error).__name__)
            reply = Reply(kind="decline", text="I could not finish this answer. Please ask me again.")
        loop.call_soon_threadsafe(self.streams.finish, stream, reply)

    def warm_up(self) -> None:
        """Answers a question to nobody, so that the first employee does not wait for it."""
        outcome = self.answering.look_up("How do I give feedback?")
        if isinstance(outcome, Answer):
            for _ in outcome:
                pass


@lru_cache
def get_coach() -> Coach:
    """Returns the process's coach, built on first use; raises CoachError or LibraryError."""
    settings, knowledge = coach_settings(), knowledge_settings()
    encoder = Encoder(knowledge.encoder)
    searcher = Searcher(Versions(knowledge.index), encoder)
    answerer = Answerer(searcher, Writer(load_engine(knowledge)))
    answering = Answering(answerer, Answers(open_database(settings)), settings.human_contact)
    return Coach(answering, SafetyRouter(encoder.encode, knowledge.models), settings.country)
