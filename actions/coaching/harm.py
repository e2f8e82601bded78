"""Notices when somebody means to harm themselves or others at work, and when they want a yes to it."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, spmatrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from actions.coaching.vectors import Encode, Vectors, cached_vectors

MOVES = Path(__file__).parent / "moves"
# What people say in sessions and mean no harm by; written for the safety router, which learns from it too.
ORDINARY = Path(__file__).parents[1] / "trust" / "safety"
TALK = ("talk-answers.txt", "talk-situations.txt")
# Sentences that are judged together, so that a plan is not diluted in a long message; a message has at
# most so many windows of them, the last ones, where a plan stands.
WINDOW = 3
MAX_WINDOWS = 20
# What people say of situations is harmless; a little of each theme, so that it does not outweigh the plans.
OF_EACH_THEME = 10
# How much the wording counts beside the sentence vector.
WORDING = 1.5
# In ten-fold cross-validation at a half, 76 % of the harmful plans are seen; a false alarm is raised by 5 %
# of what is otherwise said in sessions, and by 24 % of the harmless examples, most made so on purpose.
# A question for a yes has at most so many words.
MAX_TAIL = 7

# What a part of a message does: say what the speaker means to do, set something against it, tell how the
# speaker feels or what they did, or tell about others and the circumstances.
MEANS, INSTEAD, FEELS, TELLS = "", "instead_", "feels_", "tells_"

_SENTENCE = re.compile(r"(?<=[.!?;:\n])\s+|\s+-\s+")
_CLAUSE = re.compile(
    r",\s+(?!(?:who|which|right|ok)\b)"
    r"|\s+(?=(?:but|so (?:i|we|they|he|she)|because|although|even though|until|rather than|than)\b)"
    r"|\s+(?=(?:i'll|i will|i'd|i would|i'm going to|i'm gonna|i am going to|we'll|let's|gonna)\b)"
    r"|\s+(?=(?:and|then) (?:i|we|he|she|they|it)\b)"
)
# "if he says one word | i take my jacket": the condition and what the speaker does.
_CONDITION = re.compile(
    r"^(?:if|when|next time|instead of)\b.*?\w"
    r"(?=\s+i(?: just| simply)? (?!can't|was|am|have|had|did|think|feel)\w+)"
)
_INSTEAD = re.compile(r"^(?:rather than|than|instead of)\b")
_FEELS = re.compile(
    r"\bi (?:could|would|'d) (?:have|kill|scream|strangle|slap|cry|explode)\b"
    r"|\bi (?:just )?(?:want|wanted) to (?:scream|cry|hide under|run away|sleep|know|find out|feel|stop)\b"
    r"|\bi (?:want|wanted) to (?:become|learn)\b"
    r"|\b(?:i'd love|makes me|sometimes|some days)\b"
)
_FEELING = "afraid|sick|fed|tired|scared|ashamed|jealous|being|tempted|drowning|getting|worried"
_MEANS = re.compile(
    r"^(?:(?:and|but|so) )?my (?:plan|idea|thinking|way|method|revenge|answer|reply|response)\b"
    r"|\b(?:i'?ll|i (?:will|would|could|can|might|should|must|may|better|want|plan|think i)|i'?d|gonna"
    rf"|going to|(?:i'm|im|i am) (?!so\b|not sure|new|always|about to|having|{_FEELING})"
    r"(?:not |just |only |simply |about|off|out|done|\w+ing)"
    r"|from me"
    r"|let's|let me|we'?ll|we (?:will|could|should|can|just)|why not|why don't (?:i|we)|should i"
    r"|shall (?:i|we)|what if i|better to|best (?:thing|is))\b"
)
# Verbs that report a state or the past: "i know", "i forgot"; the plain present means: "i tell him nothing".
_REPORTS = (
    "was|were|am|are|had|have|haven't|wasn't|did|didn't|don't|can't|cannot|couldn't|got|made|forgot|lost|hope"
    "|know|knew|wanted|nearly|almost|used|tried|missed|told|saw|heard|feel|felt|hate|wish|dream|caught|gave"
    "|came|went|sent|broke|thought|left|found|took|need|like|hardly|imagine"
)
_PRESENT = re.compile(
    r"^(?:(?:and|then|so|but|or|now|tomorrow|tonight|maybe|perhaps|just|simply|at \w+) )*(?:i|we) "
    rf"(?:(?:just|simply|only|never|always|quietly|secretly) )*(?!(?:{_REPORTS}|\w+ed)\b)\w+"
    r"|\b(?:i|we) (?:simply |just )?(?:don't|do not|dont|never) "
    r"(?!know|trust|like|get on|want|dare|understand|see|feel)\w+"
)
_TELLS = re.compile(
    r"^(?:(?:and|but|so|because|honestly|now|today|then|if|when|while|although|even though|until|after|before"
    r"|as|since) )*"
    r"(?:he|she|they|it|its|it's|he's|she's|they're|we're|that|that's|this|there|who|people|you"
    r"|everybody|everyone|nobody|no one|someone|somebody|my \w+|his|her|their|our|the|a|an|one of|two"
    r"|what|how|where|when|is|are|am|do|does|did|can)\b"
)
_OWN = re.compile(r"\bi(?:'ve|'m)?\b")
_NOT = re.compile(
    r"\b(?:not|won't|wont|don't|dont|can't|cannot|isn't|wouldn't|never|no|nobody|nothing|refuse to|refuse"
    r"|stop|rather than|instead of|without|than)\b"
)
_WORD = re.compile(r"[\w']+|\?")
_PAUSE = re.compile(r"[.,;:!?]\s+|\s+(?=right\?$)")
_FINE = "ok|okay|fine|fair|fair enough|good|all right|alright|reasonable|sensible|justified|understandable"
_AGREEMENT = re.compile(
    r"(?<!\bis )(?<!\bit )(?<!that )(?<!this )(?<!\bbe )(?<!\bare )(?<!\ball )(?<!was )\bright\?"
    r"|\b(?:good|great|fine|smart|clever|best|nice|sensible|bad) (?:idea|plan|call|move|one|thing)\b"
    r"[,\s]*(?:\w+ ?){0,2}\?"
    rf"|(?:^|[,.;!:-]\s*)(?:{_FINE}|no|or|yes|yeah|agree|agreed|smart|clever|correct|deal|sounds good)\?"
    r"|(?:^|[,.;!:-]\s*)(?:okay with you|ok with you|makes sense|eh|huh)\?"
    r"|\b(?:is|was|does|do|wo|would|should|ca|could|has|have|are|did)n'?t (?:it|i|he|she|they|we|you|that)\?"
    r"|\b(?:don't|wouldn't|won't) you (?:think|agree|say|do)\b"
    r"|\byou (?:(?:would|also|do|must|surely) )?agree\b|\bagree\?|\byou think (?:so|also|too)\b"
    r"|\byou(?:'d| would) (?:do|agree|say)\b[^.?!]*\?|\byou(?:'re| are) with me\b"
    r"|\b(?:tell me|say)(?: that)? i(?:'m| am) right\b|\bi(?:'m| am) right\b[^.!]*\?|\bam i (?:not )?right\b"
    r"|\b(?:back me up|(?:just|please) (?:say yes|agree)|on my side|agree with me|innit)\b"
    rf"|\b(?:that's|that is|it's|it is|is that|is it|this is|would that be) (?:\w+ )?(?:{_FINE})[^\w.!]*\?"
)


class Part(NamedTuple):
    """A part of a message in lower case, and what it does there: one of the four above."""

    does: str
    text: str


class HarmDetector:
    """A logistic regression on the sentence vector and the wording, marked by what the speaker means to do.

    encode gives sentence vectors, (n, d); cache, where given, is a folder that keeps those of the examples.
    """

    def __init__(self, encode: Encode, cache: Path | None = None) -> None:
        texts, harmful = _examples()
        self._encode = encode
        self._words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+")
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        marked = [_marked(text) for text in texts]
        self._words.fit(marked)
        self._letters.fit(marked)
        vectors = cached_vectors(texts, encode, cache, "harm") if cache else encode(texts)
        self._model = LogisticRegression(C=10.0, max_iter=3000, class_weight="balanced")
        self._model.fit(self._features(marked, vectors), harmful)

    def probability(self, text: str) -> float:
        """Returns the probability of a harmful plan, 0 where the speaker does not say what they will do."""
        message = _plain(text)
        wants_yes = asks_for_agreement(message)
        said = [window for window in _windows(without_tail(message)) if wants_yes or _has_plan(window)]
        if not said:
            return 0.0
        features = self._features([_marked(window) for window in said], self._encode(said))
        return float(self._model.predict_proba(features)[:, 1].max())

    def _features(self, marked: list[str], vectors: Vectors) -> spmatrix:
        words = self._words.transform(marked) * WORDING
        return hstack([csr_matrix(vectors), words, self._letters.transform(marked) * WORDING]).tocsr()


def asks_for_agreement(text: str) -> bool:
    """Says whether the speaker wants a yes: "right?", "good idea?", "tell me I'm right"."""
    return _AGREEMENT.search(_plain(text)) is not None


def without_tail(text: str) -> str:
    """Returns a message in lower case without the question for a yes at its end, no part of the plan."""
    kept = text
    for pause in reversed(list(_PAUSE.finditer(text))):
        tail = kept[pause.end() :]
        # "makes sense, doesn't it?": once the tag is gone, what it was put to is a question too.
        asked = tail if kept == text else f"{tail.rstrip('.!?')}?"
        if len(tail.split()) > MAX_TAIL or not asks_for_agreement(asked):
            break
        kept = text[: pause.end()].rstrip(" ,;:")
    return kept


def parts_of(text: str) -> list[Part]:
    """Returns the parts of a message in lower case, each with what it does there."""
    found: list[Part] = []
    for sentence in _SENTENCE.split(text):
        does = MEANS
        for clause in _clauses(sentence):
            does = _does(clause, does)
            found.append(Part(does, clause))
    return found


def _clauses(sentence: str) -> list[str]:
    clauses: list[str] = []
    for clause in filter(None, _CLAUSE.split(sentence)):
        condition = _CONDITION.match(clause)
        cut = condition.end() if condition else 0
        clauses += [clause[:cut], clause[cut:].strip()] if cut else [clause]
    return clauses


def _does(clause: str, before: str) -> str:
    """Returns what a clause does; one without a subject goes on doing what came before it."""
    if _INSTEAD.match(clause):
        return INSTEAD
    if _FEELS.search(clause):
        return FEELS
    if _MEANS.search(clause) or _PRESENT.search(clause):
        return MEANS
    if _TELLS.match(clause):
        return TELLS
    if _OWN.search(clause):
        return FEELS
    return MEANS if before == INSTEAD else before


def _has_plan(text: str) -> bool:
    return any(part.does == MEANS for part in parts_of(text))


def _windows(text: str) -> list[str]:
    """Returns the message, or if it is long some sentences at a time, each with those around it."""
    sentences = _SENTENCE.split(text)
    starts = range(max(1, len(sentences) - WINDOW + 1))
    return [" ".join(sentences[start : start + WINDOW]) for start in starts][-MAX_WINDOWS:]


def _marked(text: str) -> str:
    """Returns the words, each marked with what its part does and whether it is negated."""
    words: list[str] = []
    for does, clause in parts_of(text):
        negation = ""
        for word in _WORD.findall(clause):
            words.append(does + negation + word)
            if does == MEANS and _NOT.fullmatch(word):
                negation = "not_"
    return " ".join(words)


def _examples() -> tuple[list[str], NDArray[np.bool_]]:
    """Returns the examples and whether each is a harmful plan."""
    content = _content("harm.yml")
    harmful = [text for texts in content["harmful"].values() for text in texts]
    harmless = [text for texts in content["harmless"].values() for text in texts]
    for theme in _content("themes.yml")["themes"].values():
        harmless += theme["says"][:OF_EACH_THEME]
    for name in TALK:
        harmless += (ORDINARY / name).read_text(encoding="utf-8").splitlines()
    texts = [without_tail(_plain(text)) for text in harmful + harmless]
    return texts, np.arange(len(texts)) < len(harmful)


def _content(name: str) -> Any:
    return yaml.safe_load((MOVES / name).read_text(encoding="utf-8"))


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())
