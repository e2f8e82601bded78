"""The repository of answers and of the feedback on them."""

import uuid
from dataclasses import dataclass

from sqlalchemy import func, select

from actions.storage.database import Sessions
from actions.storage.tables import Answer, Feedback, now


@dataclass(frozen=True)
class FeedbackTally:
    """How often answers helped."""

    helped: int
    did_not_help: int


class Answers:
    """Stores what was answered, from which passages and by which model."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def record(
        self,
        employee_id: str,
        *,
        question: str,
        text: str,
        answered: bool,
        answerable: float,
        library_version: int,
        writer: str,
        passages: list[dict[str, str]],
        written: int,
        quoted: int,
    ) -> str:
        """Stores what was answered, from which passages and by which model; returns its id."""
        answer = Answer(
            id=uuid.uuid4().hex,
            employee_id=employee_id,
            question=question,
            text=text,
            answered=answered,
            answerable=answerable,
            library_version=library_version,
            writer=writer,
            passages=passages,
            sentences_written=written,
            sentences_quoted=quoted,
        )
        with self._sessions.begin() as session:
            session.add(answer)
        return answer.id

    def get(self, answer_id: str, employee_id: str) -> Answer | None:
        """Returns the employee's own answer; somebody else's is as if it were not there."""
        with self._sessions() as session:
            answer = session.get(Answer, answer_id)
            return answer if answer and answer.employee_id == employee_id else None

    def latest(self, employee_id: str) -> Answer | None:
        """Returns the employee's newest answer that was one, not a decline."""
        query = (
            select(Answer)
            .where(Answer.employee_id == employee_id, Answer.answered)
            .order_by(Answer.created_at.desc())
            .limit(1)
        )
        with self._sessions() as session:
            return session.execute(query).scalar_one_or_none()

    def judge(self, answer_id: str, employee_id: str, *, helped: bool, reason: str | None) -> bool:
        """Records whether an answer helped; returns False when it is not this employee's."""
        if self.get(answer_id, employee_id) is None:
            return False
        with self._sessions.begin() as session:
            session.merge(Feedback(answer_id=answer_id, helped=helped, reason=reason, given_at=now()))
        return True

    def tally(self) -> FeedbackTally:
        """Counts the thumbs over all answers."""
        query = select(Feedback.helped, func.count()).group_by(Feedback.helped)
        with self._sessions() as session:
            counts = {row[0]: row[1] for row in session.execute(query)}
        return FeedbackTally(counts.get(True, 0), counts.get(False, 0))
