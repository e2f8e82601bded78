"""The library's one service: a question in, a checked answer out, or an honest "nothing on that"."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.ingest.passages import Passage
from knowledge.search.parts import parts
from knowledge.search.searcher import Searcher, SearchResult
from knowledge.writing.closing import closing_question
from knowledge.writing.notes import Note, choose_notes
from knowledge.writing.prompt import MAX_NOTES
from knowledge.writing.writer import Sentence, Tally, Writer

# Below this probability that a passage answers, the coach says that it has nothing.
ANSWER_FROM = 0.5
# A message that does not sound like a question about work has to fit a page clearly.
ANSWER_DOUBTFUL_FROM = 0.8
# Half a message has to fit its page so clearly before two pages share an answer.
TWO_PAGES_FROM = 0.7


@dataclass
class Answer:
    """An answer that is being written: iterate over it for its sentences, once."""

    result: SearchResult
    notes: list[Note]
    writer: Writer
    closing: str | None = None
    tally: Tally = field(default_factory=Tally)

    def __iter__(self) -> Iterator[Sentence]:
        yield from self.writer.write(self.result.query, self.notes, self.tally)
        if self.closing:
            yield Sentence(self.closing, None)

    @property
    def citations(self) -> list[Passage]:
        """The passages that the notes come from, each once, in order."""
        return list(dict.fromkeys(note.passage for note in self.notes))


@dataclass(frozen=True)
class Nothing:
    """The library does not cover the question; nearest is the page that comes closest, if any."""

    result: SearchResult
    nearest: Passage | None


class Answerer:
    """Searches, decides whether the library can answer, and has the answer written."""

    # A page worth naming beside "I have nothing on that".
    NEAREST_FROM = 0.15

    def __init__(self, searcher: Searcher, writer: Writer) -> None:
        self._searcher = searcher
        self._writer = writer

    @property
    def writer_name(self) -> str:
        """The model that writes."""
        return self._writer.name

    def answer(self, question: str, *, doubtful: bool = False) -> Answer | Nothing:
        """Returns an answer to iterate over, or Nothing where the passages do not answer.

        doubtful asks for a clear fit: for messages that may not be about work at all.
        """
        result = self._searcher.search(question)
        needed = ANSWER_DOUBTFUL_FROM if doubtful else ANSWER_FROM
        if result.answerable >= needed:
            notes = self._two_pages(question) or self._notes(result, MAX_NOTES)
            if notes:
                asks = any("?" in note.text for note in notes)
                passage = notes[0].passage
                # A page that quotes questions has asked enough.
                closing = None if asks else closing_question(result.vector, passage, self._searcher.encode)
                return Answer(result, notes, self._writer, closing)
        near = result.found and result.answerable >= self.NEAREST_FROM
        return Nothing(result, result.found[0].passage if near else None)

    def _notes(self, result: SearchResult, limit: int) -> list[Note]:
        found = [(f.passage, f.score) for f in result.found]
        return choose_notes(result.vector, found, self._searcher.encode, limit)

    def _two_pages(self, question: str) -> list[Note]:
        """Returns notes of both pages when a message asks two things that two pages answer clearly."""
        asked = parts(question)
        if len(asked) < 2:
            return []
        results = [self._searcher.search(part) for part in asked]
        if any(r.answerable < TWO_PAGES_FROM for r in results):
            return []
        if len({r.found[0].passage.document for r in results}) < 2:
            return []
        return [note for r in results for note in self._notes(r, MAX_NOTES // 2)]
