"""What a coach's turn does: reflects, asks, gives something of their own, or none of these.

The weights in behaviour.npz were fitted by benchmarks/fit_behaviour.py on half of the dialogues of
Wu et al. 2022, "AnnoMI: A dataset of expert-annotated counselling dialogues", ICASSP 2022. They hold
numbers for meanings and for the marks below, and none of the dialogues' words.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ARTEFACT = Path(__file__).with_name("behaviour.npz")
LABELS = ("reflection", "question", "therapist_input", "other")
# A turn: what the other person said just before, or "", and the coach's words.
Turn = tuple[str, str]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]

ASIDE = re.compile(r"\[[^\]]*\]")
STUTTER = re.compile(r"\b([\w']+)(?:-+\s*\1\b)+", re.IGNORECASE)
FILLER = re.compile(r"\b(?:um|uh|er|you know|i mean)\b,?", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")

HEARD = frozenset(
    "okay ok mm hmm yeah yes right alright sure good great oh ah uh huh all so well no and but exactly "
    "nice true cool wow absolutely definitely".split()
)
ASKS_OPENLY = frozenset("what how why when where who which whose".split())
ASKS_CLOSED = frozenset(
    "do does did is are was were can could would will have has had should may any shall am isn't don't "
    "didn't doesn't haven't won't wouldn't aren't".split()
)
YOU = frozenset("you your you're you've you'd you'll yourself yours".split())
I_MYSELF = frozenset("i i'm i'd i've i'll me my".split())
WE = frozenset("we our us we're let's".split())
FEELS = frozenset(
    "feel feeling feels felt sounds seems sound seem wondering important hard frustrated worried want".split()
)
GLUE = frozenset("the a an of to in on it that this is and so i you".split())
OPENINGS = (ASKS_OPENLY, ASKS_CLOSED, YOU, I_MYSELF, WE, frozenset({"so"}), frozenset({"and", "but"}))

MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\?$",
        r"\?",
        r"-$",
        r"^-",
        r"^so",
        r"\b(?:it sounds|sounds like|seems like|what i hear|you feel|you're feeling)",
        r"\d",
        r"\b(?:thank|thanks|bye|welcome|nice to|glad|see you|good job|congrat|appreciate|hi|hello)\b",
        r"\b(?:can|could|should|might|may|recommend|suggest|try|research|studies|doctors?|people|risk|help)\b",
        r"\b(?:tell me|is it okay|would it be|mind if)\b",
        r"\bscale\b",
        r"\b(?:right|yeah|okay|huh|correct|isn't it|don't you)\?$",
    )
)


class BehaviourClassifier:
    """A softmax regression on the meaning of a turn and of the turn before, and on marks of wording.

    encode gives normalised sentence vectors, (n, 384).
    """

    def __init__(self, encode: Encode, artefact: Path = ARTEFACT) -> None:
        self._encode = encode
        with np.load(artefact) as weights:
            self._weights = np.asarray(weights["weights"], dtype=np.float32)
            self._bias = np.asarray(weights["bias"], dtype=np.float32)

    def probabilities(self, turns: Sequence[Turn]) -> NDArray[np.float32]:
        """Returns each turn's probabilities in the order of LABELS, (n, 4).

        They take all labels as equally common beforehand.
        """
        scores = features(turns, self._encode) @ self._weights + self._bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)

    def labels(self, turns: Sequence[Turn]) -> list[str]:
        """Returns each turn's most probable label."""
        return [LABELS[best] for best in self.probabilities(turns).argmax(axis=1)]


def features(turns: Sequence[Turn], encode: Encode) -> NDArray[np.float32]:
    """Returns what the classifier sees of each turn: two sentence vectors and the marks of its wording."""
    before = [spoken(text) for text, _ in turns]
    said = [spoken(text) for _, text in turns]
    vectors = encode([*said, *before])
    wording = [_wording(*pair) for pair in zip(before, said, strict=True)]
    count = len(turns)
    table = np.array(wording, dtype=np.float32).reshape(count, len(_wording("", "")))
    return np.hstack([vectors[:count], vectors[count:], table])


def spoken(text: str) -> str:
    """Returns the text without a transcriber's asides, stutters and fillers, with plain dashes and quotes."""
    plain = text.replace("’", "'").replace("—", "-").replace("–", "-")
    return " ".join(FILLER.sub(" ", STUTTER.sub(r"\1", ASIDE.sub(" ", plain))).split())


def _wording(before: str, said: str) -> list[float]:
    """Returns the marks of a turn's wording as numbers between 0 and about 1."""
    text = said.lower()
    words, known = WORD.findall(text), set(WORD.findall(before.lower()))
    sentences = [part for part in SENTENCE_END.split(text) if WORD.search(part)] or [text]
    return [
        *(float(bool(mark.search(text))) for mark in MARKS),
        *_openings(words, WORD.findall(sentences[-1])),
        *_shares(words),
        *_echo(words, known),
        float(before.endswith("?")),
        float(not before),
        min(len(sentences), 10) / 5,
        float(sentences[0].endswith("?")),
        min(text.count("?"), 6) / 3,
    ]


def _openings(words: list[str], last: list[str]) -> list[float]:
    """Returns how a turn and its last sentence open, once words that only say "I heard you" are passed."""
    core = _after_heard(words)
    first, first_last = core[:1], _after_heard(last)[:1]
    return [
        *(float(bool(kind.intersection(first))) for kind in OPENINGS),
        float(bool(ASKS_OPENLY.intersection(core[:3]))),
        float(bool(ASKS_OPENLY.intersection(first_last))),
        float(bool(ASKS_CLOSED.intersection(first_last))),
        float(bool(words) and words[0] in HEARD),
    ]


def _after_heard(words: list[str]) -> list[str]:
    """Returns the words from the first on that is not in HEARD, or none."""
    return next((words[n:] for n, word in enumerate(words) if word not in HEARD), [])


def _shares(words: list[str]) -> list[float]:
    """Returns how long a turn is and what share of it each kind of word takes."""
    count = len(words)
    shares = [sum(w in kind for w in words) / max(count, 1) for kind in (YOU, I_MYSELF, WE, HEARD, FEELS)]
    return [
        *shares,
        float(shares[3] == 1),
        min(sum(w in YOU for w in words), 3) / 3,
        float(np.log1p(count)) / 3,
        *(float(count <= most) for most in (1, 3, 8)),
    ]


def _echo(words: list[str], known: set[str]) -> list[float]:
    """Returns how much a turn takes up the words said just before, and how much there was to take up."""
    weighty = [word for word in words if word not in GLUE and word not in HEARD]
    shared = sum(word in known for word in weighty)
    return [
        shared / max(len(weighty), 1),
        min(shared, 6) / 6,
        float(np.log1p(len(known))) / 3,
        float(len(known) <= 2),
    ]
