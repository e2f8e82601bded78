"""Decides what a coach's turn asks for, as an employee would hear it."""

import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
import yaml

from benchmarks.sessions.turns import Turn
from knowledge.search.encoder import Vectors
from knowledge.writing.sentences import is_question, split_sentences

Encode = Callable[[Sequence[str]], Vectors]

QUESTIONS = Path(__file__).parent / "questions.yml"
KEYWORDS = Path(__file__).parent / "keywords.yml"
OTHER = "other"
# The course that coaching takes; an employee hears a question in the light of what was answered.
COURSE = ("goal", "reality", "options", "action", "cue", "obstacle", "remedy", "check")
AFTER_A_CARD = {"confirm_card", "edit_part"}
# Nearness is a cosine; the corrections are small beside the spread between topics, which is about 0.3.
NEAR = 0.35
EXAMPLES = 3
KEYWORD = 0.1
TOO_EARLY, SETTLED, NO_CARD_YET, RARELY_MEANT = 0.1, 0.05, 0.3, 0.05
_RATING = re.compile(r"\b(from|scale|between)\b.*\b(0|zero|one|1)\b.*\b(10|ten|5|five)\b", re.IGNORECASE)
_INVITES = re.compile(
    r"\b(tell me|say more|describe|give me|let me know|walk me|go on|i'm listening|take your time)\b",
    re.IGNORECASE,
)


class Listener:
    """Hears a topic in a coach's turn: by its words, the nearest examples, and the course so far."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        words = yaml.safe_load(KEYWORDS.read_text(encoding="utf-8"))
        self._patterns = {
            topic: re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
            for topic, phrases in words.items()
        }
        examples = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
        self._topics = [topic for topic, lines in examples.items() for _ in lines]
        self._vectors = encode([line for lines in examples.values() for line in lines])

    def heard(self, turn: Turn, answered: Collection[str] = (), *, card_seen: bool = False) -> str:
        """Returns the topic that the turn asks for; "other" where it asks for none of them."""
        if turn.has("card"):
            return "confirm_card"
        asked = last_request("\n".join(turn.texts("answer", "move", "decline", "safety")))
        return self.topic(asked, answered, card_seen=card_seen) if asked else OTHER

    def topic(self, question: str, answered: Collection[str] = (), *, card_seen: bool = False) -> str:
        """Returns the topic of one question or invitation, given the topics answered before it."""
        question = question.replace("’", "'")
        if _RATING.search(question):
            return "rating"
        nearness = self._vectors @ self._encode([question])[0]
        scores = {
            topic: _nearest(nearness, [i for i, t in enumerate(self._topics) if t == topic])
            + KEYWORD * bool(pattern.search(question))
            - _unlikely(topic, answered, card_seen)
            for topic, pattern in self._patterns.items()
        }
        best = max(scores, key=lambda topic: scores[topic])
        return best if scores[best] >= NEAR else OTHER

    def likeness(self, one: str, other: str) -> float:
        """Returns how near the nearest sentences of two texts are, -1 to 1."""
        first, second = split_sentences(one), split_sentences(other)
        if not first or not second:
            return 0.0
        return float((self._encode(first) @ self._encode(second).T).max())


def last_request(text: str) -> str:
    """Returns the last question of a text, or else its last invitation to speak; empty without either."""
    sentences = split_sentences(text)
    questions = [sentence for sentence in sentences if is_question(sentence)]
    invitations = [sentence for sentence in sentences if _INVITES.search(sentence)]
    return (questions or invitations or [""])[-1]


def _unlikely(topic: str, answered: Collection[str], card_seen: bool) -> float:
    """Returns what counts against a topic, as far as the conversation has come."""
    if topic in AFTER_A_CARD:
        return 0.0 if card_seen else NO_CARD_YET
    if topic in COURSE:
        come = max((COURSE.index(t) for t in answered if t in COURSE), default=-1)
        ahead = COURSE.index(topic) - come
        # Of the parts of a plan each is asked for once; before them, talk goes to and fro.
        settled = ahead <= 0 if come >= COURSE.index("action") else ahead < -1
        return TOO_EARLY if ahead > 2 else SETTLED if settled else 0.0
    return RARELY_MEANT


def _nearest(nearness: Vectors, numbers: list[int]) -> float:
    """Returns the mean of the nearest examples: one alone may be near by chance."""
    return float(np.sort(nearness[numbers])[-EXAMPLES:].mean())
