"""The figures of coaching sessions."""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from benchmarks.figures import percentile, share
from benchmarks.sessions.plan_words import in_own_words
from benchmarks.sessions.turns import Conversation, Turn
from knowledge.words import content_stems
from knowledge.writing.sentences import split_sentences, without_quotations, words

# After these an answer, and with it advice, was wanted.
WANTED = {"library", "advice", "accept"}
_ASKS_ADVICE = re.compile(
    r"\b(what (should|would|can|could|do) (i|you) (do|say|suggest|recommend|advise)"
    r"|(any|some|give me) (tips|advice|ideas)|how (should|do|can|could) i|tell me (what|how))\b",
    re.IGNORECASE,
)


# From this share of its words of meaning on, a sentence says back what was said.
OWN_WORDS = 0.5
# How parts of a plan are said back; they tell nothing.
_FRAMES = content_stems("risk see way happen happens case answer step moment sign time like thinking idea")
_SELF = re.compile(
    r"\b(?:i|i'll|i've|i'm|me|my)\b|^(?:the plan|it)(?:'s| is) |\b(?:write|say) “", re.IGNORECASE
)
_TELLS_TO = re.compile(
    r"\byou (?:should|ought|must|had better|need to)\b|\b(?:try|suggest|recommend|advise)\b", re.IGNORECASE
)
_ADVISES = re.compile(r"\b(?:suggest|recommend|advise|should|try|ought|better|would)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs|'\w+)?\b", re.IGNORECASE)


class Rater(Protocol):
    """Labels a sentence of a coach's as the AnnoMI scheme does (benchmarks/rater.py)."""

    def label(self, before: str, text: str) -> str:
        """Returns reflection, question, therapist_input or other."""

    def is_complex(self, before: str, text: str) -> bool | None:
        """Says whether a reflection adds meaning to what was said before."""


def figures(conversations: Sequence[Conversation], rater: Rater) -> dict[str, Any]:
    """Returns the measures of the conversations; shares 0 to 1, counts of turns, times in ms."""
    turns = [turn for conversation in conversations for turn in conversation.turns]
    labels = [one for conversation in conversations for one in _all_labels(conversation, rater)]
    reflections = sum(one["reflection"] for one in labels)
    advice = sum(
        one["therapist_input"] > 0 and not _wanted(turn) for turn, one in zip(turns, labels, strict=True)
    )
    spoken = [words(" ".join(turn.texts("move"))) for turn in turns if turn.has("move")]
    times = [turn.latency_ms for c in conversations for turn in (*c.turns, *c.later)]
    hopeful = [conversation for conversation in conversations if conversation.employee.wants_plan]
    planned = [conversation for conversation in conversations if conversation.plan]
    return {
        "completed": share(sum(conversation.completed for conversation in hopeful), len(hopeful)),
        "reflections_per_question": share(reflections, sum(one["question"] for one in labels)),
        "complex_share": share(sum(one["complex"] for one in labels), reflections),
        "unasked_advice": share(advice, len(turns)),
        "words_p90": percentile(spoken, 90),
        "two_questions": sum(_asks_twice(turn) for turn in turns),
        "dead_ends": sum(conversation.dead_ends for conversation in conversations),
        "p95_ms": percentile(times, 95),
        "words_median": percentile(spoken, 50),
        "recalled": share(sum(conversation.recalled for conversation in planned), len(planned)),
        "check_ins_once": share(sum(conversation.check_ins == 1 for conversation in planned), len(planned)),
        "own_words": share(sum(in_own_words(conversation) for conversation in planned), len(planned)),
        "turns_to_plan": percentile([len(conversation.turns) for conversation in planned], 50),
        "bad_turns": sum(bool(turn.bad) for turn in turns),
        "left": sum(conversation.left for conversation in conversations),
        "employees": len(conversations),
        "turns": len(turns),
    }


def _all_labels(conversation: Conversation, rater: Rater) -> list[dict[str, int]]:
    """Returns the counts of each turn, which may say back what the employee said until then."""
    counts, told = [], set[str]()
    for turn in conversation.turns:
        told |= content_stems(turn.said.text)
        counts.append(_labels(turn, told, rater))
    return counts


def _labels(turn: Turn, told: set[str], rater: Rater) -> dict[str, int]:
    """Counts the kinds of sentences in a turn's moves; what ends in a question mark is a question.

    The rater learned from talks about health, where "you'll ..." instructs. So what it takes for input
    counts as a reflection when it says back the employee's own words, and as other when the coach
    speaks of itself and tells the employee nothing to do.
    """
    counts = dict.fromkeys(("reflection", "question", "therapist_input", "other", "complex"), 0)
    before = turn.said.text
    for sentence in split_sentences("\n".join(turn.texts("move"))):
        label = "question" if sentence.rstrip("\"”')").endswith("?") else rater.label(before, sentence)
        if label != "question" and _says_back(sentence, told):
            label = "reflection"
        elif label == "therapist_input" and _of_the_coach(sentence):
            label = "other"
        counts[label] += 1
        if label == "reflection":
            counts["complex"] += bool(rater.is_complex(before, sentence))
    return counts


def _says_back(sentence: str, told: set[str]) -> bool:
    """Says whether most words of meaning, of what stands before an ", and", are the employee's own."""
    stems = content_stems(sentence.rsplit(", and ", 1)[0]) - _FRAMES
    tells = _TELLS_TO.search(without_quotations(sentence))
    return bool(stems) and not tells and len(stems & told) / len(stems) >= OWN_WORDS


def _of_the_coach(sentence: str) -> bool:
    """Says whether the coach speaks of itself or of what was planned, and tells nobody what to do."""
    said = without_quotations(sentence)
    return not _YOU.search(said) or bool(_SELF.search(said) and not _ADVISES.search(said))


def _wanted(turn: Turn) -> bool:
    """Says whether the employee had asked for advice or said yes to an offer of it."""
    return turn.said.purpose in WANTED or bool(_ASKS_ADVICE.search(turn.said.text))


def _asks_twice(turn: Turn) -> bool:
    return " ".join(turn.texts("move", "answer", "decline")).count("?") > 1
