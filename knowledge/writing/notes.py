"""Chooses the sentences of the found passages that an answer should say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.ingest.passages import Passage
from knowledge.search.encoder import Vectors
from knowledge.writing.sentences import is_question, split_sentences, words

MIN_WORDS, MAX_WORDS = 5, 40
MAX_PASSAGES = 3
# How far another section of the best page may be behind the best one.
MARGIN = 0.15
# How much nearness of the passage counts beside nearness of the sentence, and what leads a section.
PASSAGE_WEIGHT, LEAD_BONUS = 0.6, 0.12
# A sentence so much less near than the best is beside the point; one so near to another repeats it.
BESIDE_THE_POINT, SAME = 0.45, 0.9
# These lean on the sentence before them, and would say nothing alone.
LEANS = re.compile(
    r"^(?:they|it|he|she|these|those|this|that|for example|but|however|also|then|such|so|both)\b", re.I
)
SENTENCE_END = (".", "!", '"', "”", ")")


@dataclass(frozen=True)
class Note:
    """One sentence of a passage, chosen for the answer."""

    text: str
    passage: Passage


def choose_notes(
    question: Vectors,
    found: Sequence[tuple[Passage, float]],
    encode: Callable[[Sequence[str]], Vectors],
    limit: int,
) -> list[Note]:
    """Returns up to limit notes of the best page, in reading order.

    question is the query's vector, shape (384,); found pairs passages with cosines, best first.
    """
    near = _near(found)
    candidates = [
        (score, place, Note(text, passage))
        for passage, score in near
        for place, text in enumerate(split_sentences(passage.text))
        if stands_alone(text)
    ]
    if not candidates:
        return []
    vectors = encode([note.text for *_, note in candidates])
    value = vectors @ question + np.array(
        [PASSAGE_WEIGHT * score + LEAD_BONUS * (place == 0) for score, place, _ in candidates]
    )
    chosen: list[int] = []
    for number in np.argsort(-value):
        if len(chosen) == limit or value[number] < value.max() - BESIDE_THE_POINT:
            break
        if all(vectors[number] @ vectors[other] < SAME for other in chosen):
            chosen.append(int(number))
    chosen.sort(key=lambda number: _reading_order(*candidates[number][1:]))
    return [candidates[number][2] for number in chosen]


def stands_alone(sentence: str) -> bool:
    """Says whether the sentence can be told without those around it."""
    return (
        MIN_WORDS <= words(sentence) <= MAX_WORDS
        and sentence.endswith(SENTENCE_END)
        and not is_question(sentence)
        and not LEANS.match(sentence)
    )


def _near(found: Sequence[tuple[Passage, float]]) -> list[tuple[Passage, float]]:
    """Returns the best passage, the rest of its section, and sections of its page that are nearly as near.

    One page speaks with one voice; sentences of two pages side by side seldom make one answer.
    """
    # What stands before a page's first heading says what the page is for; it answers nothing.
    sections = [(passage, score) for passage, score in found if passage.headings]
    if not sections:
        return list(found[:1])
    best, best_score = sections[0]
    near = []
    for passage, score in sections:
        if passage.document != best.document:
            continue
        if passage.headings == best.headings:
            # A long section is cut in several passages; all of them are what was looked for.
            near.append((passage, best_score))
        elif score >= best_score - MARGIN:
            near.append((passage, score))
    return near[:MAX_PASSAGES]


def _reading_order(place: int, note: Note) -> tuple[int, int]:
    return note.passage.position, place
