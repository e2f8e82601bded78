"""Wires the parts of the coach together; the one file that knows them all."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path

from actions.chores.checklist import load_checklist
from actions.chores.desk import ChoreDesk
from actions.chores.settings import chores_settings, load_hr_system
from actions.coaching.acts import ActClassifier
from actions.coaching.answering import Answering
from actions.coaching.behaviour import BehaviourClassifier
from actions.coaching.goals import GoalKeeping
from actions.coaching.harm import HarmDetector
from actions.coaching.memory import Memory
from actions.coaching.practising import Practising
from actions.coaching.relationship import Relationship
from actions.coaching.remembering import Remembering
from actions.coaching.reminding import Reminding
from actions.coaching.session.conversation import Coaching
from actions.coaching.session.outcome import Outcome, Said
from actions.coaching.session.proposing import Proposer
from actions.coaching.session.reflecting import Propose, Reflector
from actions.coaching.sessions import CoachingSessions
from actions.coaching.vectors import Encode
from actions.messages import Reply
from actions.settings import CoachSettings, coach_settings
from actions.storage.answers import Answers
from actions.storage.conversations import Conversations
from actions.storage.database import Sessions, open_database
from actions.storage.goals import Goals
from actions.storage.memories import OwnMemories
from actions.storage.nudges import Nudges
from actions.storage.people import People
from actions.storage.plans import Plans
from actions.storage.ticks import Ticks
from actions.streams import Stream, Streams
from actions.trust.safety.response import care, respond
from actions.trust.safety.router import CRISIS, SafetyRouter
from knowledge.answerer import Answer, Answerer
from knowledge.names import skill_names
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

    def __init__(
        self,
        answering: Answering,
        safety: SafetyRouter,
        country: str,
        relationship: Relationship,
        acts: Callable[[str], Mapping[str, float]] = lambda text: {},
    ) -> None:
        self._acts = acts
        self.answering = answering
        self.relationship = relationship
        self.streams = Streams()
        self._safety = safety
        self._country = country
        self._writing = ThreadPoolExecutor(WRITERS, thread_name_prefix="writing")

    def acts(self, text: str) -> Mapping[str, float]:
        """Returns how likely a message does what, see actions/coaching/acts.py."""
        return self._acts(text)

    def safety_response(self, text: str, employee_id: str = "") -> tuple[str | None, str]:
        """Returns (route or None, what to say): instead of coaching with a route, beside it without one."""
        in_session = bool(employee_id) and self.relationship.is_busy(employee_id)
        level = self._safety.judge(text, in_session=in_session)
        if level == CRISIS:
            return CRISIS, respond(text, self._country)
        return None, care(self._country) if level else ""

    async def answer(self, employee_id: str, question: str, *, doubtful: bool = False) -> Reply:
        """Answers or declines; an answer comes back at once as a stream that is being written."""
        outcome = await asyncio.to_thread(self.answering.look_up, question, doubtful=doubtful)
        if not isinstance(outcome, Answer):
            return await asyncio.to_thread(self.answering.decline, employee_id, outcome)
        return self._written(employee_id, outcome)

    async def replies(self, employee_id: str, outcome: Outcome) -> list[Reply | str]:
        """Returns what a session says, in order; a bare name stands for one of the domain's responses."""
        said: list[Reply | str] = []
        for part in outcome.says:
            if part.kind == "pages":
                said += await self._from_pages(employee_id, part)
            elif part.kind == "response":
                said.append(part.text)
            else:
                said.append(
                    Reply(kind=part.kind, text=part.text, buttons=part.buttons, attachment=part.attachment)
                )
        return said

    async def _from_pages(self, employee_id: str, part: Said) -> list[Reply | str]:
        """Looks the session's question up; the coach's own question comes after the answer, not in it."""
        for question in part.text.splitlines():
            outcome = await asyncio.to_thread(self.answering.look_up, question, doubtful=part.doubtful)
            if isinstance(outcome, Answer):
                outcome.closing = None
                # One question a turn, and that is the coach's own.
                outcome.notes = [note for note in outcome.notes if "?" not in note.text]
                if not outcome.notes:
                    continue
                return [self._written(employee_id, outcome), Reply(kind="move", text=part.then)]
        return [Reply(kind="move", text=part.otherwise)]

    def _written(self, employee_id: str, outcome: Answer) -> Reply:
        """Starts writing an answer and returns the reply that follows its stream."""
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
    engine = load_engine(knowledge)
    answerer = Answerer(searcher, Writer(engine))
    sessions = open_database(settings)
    answering = Answering(answerer, Answers(sessions), settings.human_contact)
    relationship = build_relationship(
        sessions,
        settings,
        encode=encoder.encode,
        cache=knowledge.models,
        skills=skill_names(knowledge.library),
        propose=Proposer(engine) if knowledge.writer_reflects else None,
    )
    safety = SafetyRouter(encoder.encode, knowledge.models)
    acts = lru_cache(maxsize=64)(ActClassifier(encoder.encode).acts)
    return Coach(answering, safety, settings.country, relationship, acts)


def build_relationship(
    sessions: Sessions,
    settings: CoachSettings,
    *,
    encode: Encode,
    cache: Path,
    skills: Sequence[str],
    propose: Propose | None = None,
) -> Relationship:
    """Returns the half of the coach that knows one employee over time."""
    conversations, goals, plans, nudges = (
        Conversations(sessions),
        Goals(sessions),
        Plans(sessions),
        Nudges(sessions),
    )
    people = People(sessions, settings.internal_secret.get_secret_value())
    chores = chores_settings()
    memory = Memory(people, partial(OwnMemories, sessions), encode)
    coaching = Coaching(
        Reflector(encode, BehaviourClassifier(encode), cache, propose), HarmDetector(encode, cache)
    )
    return Relationship(
        conversations=conversations,
        sessions=CoachingSessions(
            coaching, conversations=conversations, goals=goals, plans=plans, nudges=nudges, memory=memory
        ),
        goals=GoalKeeping(goals, encode, skills),
        remembering=Remembering(memory, plans, goals),
        reminding=Reminding(nudges, settings.timezone),
        practising=Practising(conversations),
        chores=ChoreDesk(
            load_hr_system(chores),
            load_checklist(chores.checklist),
            Ticks(sessions),
            people,
            settings.human_contact,
        ),
        nudges=nudges,
        plans=plans,
    )
