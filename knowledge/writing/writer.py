"""Writes an answer from notes, sentence by sentence; nothing unchecked leaves this file."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.errors import WriterError
from knowledge.ingest.passages import Passage
from knowledge.words import content_stems
from knowledge.writing import prompt
from knowledge.writing.engines.engine import Engine
from knowledge.writing.frames import frame
from knowledge.writing.notes import Note
from knowledge.writing.retelling import repeats, retells
from knowledge.writing.sentences import is_question, split_sentences, words

log = logging.getLogger(__name__)
# A sentence that shares this much with an earlier one repeats it.
REPEATS = 0.8


@dataclass(frozen=True)
class Sentence:
    """A sentence that may be shown, the passage that supports it, and whether it is its very words."""

    text: str
    passage: Passage | None
    quoted: bool = False


@dataclass
class Tally:
    """What became of the sentences an answer was to have: for the store and the benchmark."""

    written: int = 0
    quoted: int = 0

    def count(self, sentence: Sentence) -> None:
        """Counts one shown sentence."""
        if sentence.quoted:
            self.quoted += 1
        else:
            self.written += 1


class Writer:
    """Has an engine say each note, and shows a sentence only if its note supports it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """The engine's model, as recorded with each answer."""
        return self._engine.name

    def write(self, question: str, notes: Sequence[Note], tally: Tally) -> Iterator[Sentence]:
        """Yields checked sentences as they are ready.

        A sentence that its note does not support gives way to the note itself, word for word; so do all
        that are left when the engine fails.
        """
        turns: list[tuple[str, str]] = []
        shown: list[str] = []
        failed = False
        for note in notes:
            request = prompt.note(note.text)
            sentence = Sentence(note.text, note.passage, quoted=True)
            try:
                if not failed:
                    sentence = self._say(question, turns, request, note, shown)
            except WriterError as error:
                log.warning("the page's own words are shown: %s", error)
                failed = True
            if words(" ".join([*shown, sentence.text])) > prompt.MAX_ANSWER_WORDS:
                return
            tally.count(sentence)
            turns.append((request, sentence.text))
            shown.append(sentence.text)
            yield sentence

    def _say(
        self,
        question: str,
        turns: list[tuple[str, str]],
        request: str,
        note: Note,
        shown: list[str],
    ) -> Sentence:
        # Two drafts and no more: to sample until one passes the check would be to look for its gaps.
        chat = prompt.messages(question, turns, request)
        beginning = frame(note.text)
        for begin in ["", beginning] if beginning else [""]:
            draft = self._engine.complete(chat, prompt.MAX_SENTENCE_TOKENS, begin)
            if _may_be_shown(draft, note, question, shown):
                return Sentence(draft, note.passage)
        return Sentence(note.text, note.passage, quoted=True)


def _may_be_shown(draft: str, note: Note, question: str, shown: Sequence[str]) -> bool:
    """Says whether the draft is one sentence of the writer's own that the note supports."""
    if len(split_sentences(draft)) != 1 or repeats(draft, note.text):
        return False
    if not draft.endswith((".", "!", '"', "”")) or is_question(draft):
        return False
    stems = content_stems(draft)
    for earlier in shown:
        if stems and len(stems & content_stems(earlier)) / len(stems) > REPEATS:
            return False
    return retells(draft, note.text, context=question).supported
