"""Answers an employee's question from the library, and keeps what was answered for feedback."""

import logging
from collections.abc import Callable

from actions.messages import Button, Citation, Reply
from actions.storage.answers import Answers
from knowledge.answerer import Answer, Answerer, Nothing
from knowledge.ingest.passages import Passage
from knowledge.writing.writer import Tally

log = logging.getLogger(__name__)
MAX_CITATIONS = 3


class Answering:
    """One question in; a reply out, sentence by sentence where the library has an answer."""

    def __init__(self, answerer: Answerer, answers: Answers, human_contact: str) -> None:
        self._answerer = answerer
        self._answers = answers
        self._human_contact = human_contact

    def look_up(self, question: str, *, doubtful: bool = False) -> Answer | Nothing:
        """Searches and decides; fast, nothing is written yet."""
        return self._answerer.answer(question, doubtful=doubtful)

    def write(self, employee_id: str, answer: Answer, show: Callable[[str], None]) -> Reply:
        """Writes the answer, shows each checked sentence, stores the whole and returns it."""
        sentences = []
        for sentence in answer:
            show(sentence.text)
            sentences.append(sentence)
        text = " ".join(sentence.text for sentence in sentences)
        passages = list(dict.fromkeys(s.passage for s in sentences if s.passage))
        answer_id = self._store(employee_id, answer, text, passages, answer.tally)
        return Reply(
            kind="answer",
            text=text,
            citations=tuple(dict.fromkeys(map(citation, passages)))[:MAX_CITATIONS],
            buttons=feedback_buttons(answer_id),
            answer_id=answer_id,
        )

    def decline(self, employee_id: str, nothing: Nothing) -> Reply:
        """Says that the library has nothing on it, names the nearest page and a person to ask."""
        near = nothing.nearest
        text = "I don't have anything on that in our pages."
        if near:
            text += f" The nearest page is “{near.title}”."
        text += " Shall I tell you which person could help?"
        self._store(employee_id, nothing, text, [near] if near else [], Tally())
        return Reply(
            kind="decline",
            text=text,
            citations=(citation(near),) if near else (),
            buttons=(Button(title="Yes, who can help?", payload="/talk_to_human"),),
        )

    def person_to_ask(self) -> Reply:
        """Names the person or team that an employee can turn to."""
        return Reply(
            kind="move",
            text=f"For this, a person is better than I am: {self._human_contact}. "
            "Your manager, or a colleague you trust, may be nearer. I won't tell anybody that you asked.",
        )

    def judge(self, employee_id: str, answer_id: str | None, *, helped: bool, reason: str | None) -> Reply:
        """Records a thumb up or down on the employee's own answer, the newest where none is named."""
        if answer_id is None:
            newest = self._answers.latest(employee_id)
            answer_id = newest.id if newest else None
        known = answer_id is not None and self._answers.judge(
            answer_id, employee_id, helped=helped, reason=reason
        )
        if helped:
            return Reply(kind="move", text="Good to know, thank you. What will you try first?")
        if known and reason is None:
            return Reply(
                kind="move",
                text="Thank you for saying so; I've noted that this answer missed. What was wrong with it?",
                buttons=tuple(
                    Button(
                        title=title,
                        payload=f'/give_feedback_negative{{"answer_id": "{answer_id}", "reason": "{code}"}}',
                    )
                    for code, title in REASONS.items()
                ),
            )
        return Reply(
            kind="move",
            text="Thank you, that helps to mend it. Put your question in other words and I'll look again, "
            f"or ask a person: {self._human_contact}.",
        )

    def _store(
        self,
        employee_id: str,
        outcome: Answer | Nothing,
        text: str,
        passages: list[Passage],
        tally: Tally,
    ) -> str:
        return self._answers.record(
            employee_id,
            question=outcome.result.query,
            text=text,
            answered=isinstance(outcome, Answer),
            answerable=outcome.result.answerable,
            library_version=outcome.result.version,
            writer=self._answerer.writer_name,
            passages=[{"document": p.document, "heading": p.heading, "digest": p.digest} for p in passages],
            written=tally.written,
            quoted=tally.quoted,
        )


REASONS = {"wrong_page": "Not what I asked", "too_general": "Too general", "not_true": "Not true here"}


def citation(passage: Passage) -> Citation:
    """Returns where the passage stands."""
    return Citation(document=passage.document, heading=passage.heading, title=passage.title)


def feedback_buttons(answer_id: str) -> tuple[Button, ...]:
    """Returns thumbs up and down for one answer."""
    return (
        Button(title="This helped", payload=f'/give_feedback_positive{{"answer_id": "{answer_id}"}}'),
        Button(title="This did not help", payload=f'/give_feedback_negative{{"answer_id": "{answer_id}"}}'),
    )
