"""Chooses what to reflect: candidates are judged by a classifier of coach behaviour, the best is said."""

import random
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from actions.coaching.behaviour import LABELS, BehaviourClassifier
from actions.coaching.session.english import upper_first
from actions.coaching.session.hearing import Turn
from actions.coaching.session.joints import LONGEST
from actions.coaching.session.linking import links
from actions.coaching.session.moves import MOVES
from actions.coaching.session.repeating import repeated
from actions.coaching.session.salience import salience
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.vectors import Encode, cached_vectors
from knowledge.words import content_stems

MAX_WORDS = LONGEST
# By how much a kind of reflection that is due outweighs the classifier.
WANTED = 0.6
# How alike a turn must be to what people say with a theme before its meaning is offered.
THEME_FROM = 0.65
# And by how much more than what they say with any other: a wrong meaning is worse than none.
CLEAR_BY = 0.1
# How near to what is said now an earlier sentence has to be for both to be joined, and no nearer.
NEAR, SAME = 0.3, 0.85
# The encoder hardly tells good news from bad; these words do.
_GOOD = frozenset(
    {"went_well", "made_progress", "relief", "determined", "hopeful", "felt_supported", "good_news"}
)
_BAD = frozenset({"went_badly", "passed_over", "nothing_changes"})
_AGAINST = re.compile(
    r"\b(?:not|no|never|didn't|don't|doesn't|wasn't|isn't|can't|couldn't|won't|haven't|badly|worse|failed|wrong|instead"
    r"|passed over|nobody|nothing)\b",
    re.IGNORECASE,
)
# Stages whose answer is a part of the plan: nothing is read into them.
PARTS = frozenset({Stage.goal, Stage.options, Stage.action, Stage.cue, Stage.obstacle, Stage.remedy})

# What is read into a sentence may follow one of so many words.
_SHORT = 14
# So many of their words are quoted where they cannot be said back otherwise.
QUOTED = 12
_AS_SAID = ("“{}”, you say.", "“{}” is how you put it.", "You say “{}”.", "“{}”: that stays with me.")
_PIECES = re.compile(r"[,;:.!?…\n]\s|\s[-–—]\s|\s(?=(?:and|but|so|because)\b)")
_UNQUOTED = re.compile(r"[“”\"#<>{}@]|https?:")

Propose = Callable[[str], str | None]


@dataclass(frozen=True)
class Candidate:
    """A reflection that could be said, and whether it goes beyond the employee's words."""

    text: str
    complex: bool
    source: str


class Reflector:
    """Makes reflections from the employee's own words and from what such words mean to people.

    encode gives sentence vectors; cache is a folder that keeps those of the themes; propose, where
    there is one, has the writer suggest a reflection of a text.
    """

    def __init__(
        self, encode: Encode, behaviour: BehaviourClassifier, cache: Path, propose: Propose | None = None
    ) -> None:
        self._encode = encode
        self._behaviour = behaviour
        self._propose = propose
        themes: dict[str, dict[str, list[str]]] = _content("themes")["themes"]
        self._names, self._themes = list(themes), list(themes.values())
        texts = [text for theme in self._themes for text in theme["says"]]
        self._owner = np.repeat(np.arange(len(self._themes)), [len(theme["says"]) for theme in self._themes])
        self._vectors = cached_vectors(texts, encode, cache, "themes")

    def reflect(
        self, state: SessionState, turn: Turn, choice: random.Random, heard: Stage | None = None
    ) -> str:
        """Returns a reflection of the turn, "" where nothing fits; counts it in the state.

        heard says what the turn told, where it is not what was asked for.
        """
        heard = heard or state.asked
        if heard == Stage.check:
            return ""
        candidates = [c for c in self.candidates(state, turn, choice, heard) if _fits(c, state.said)]
        if not candidates:
            return _quoted(state, turn, choice) if heard not in _PLAIN else ""
        scores = self._behaviour.probabilities([(turn.plain, c.text) for c in candidates])
        likely = scores[:, LABELS.index("reflection")]
        wants = _wanted(state)
        best = max(
            range(len(candidates)),
            key=lambda i: likely[i] + (WANTED if candidates[i].source in wants else 0.0),
        )
        chosen = candidates[best]
        state.reflections += 1
        state.complex_reflections += chosen.complex
        return chosen.text

    def candidates(
        self, state: SessionState, turn: Turn, choice: random.Random, heard: Stage
    ) -> list[Candidate]:
        """Returns the reflections that could be said of a turn."""
        said = repeated(state, turn, choice, heard)
        found = [Candidate(_sentence(text), False, "mirror") for text in said]
        joined = links(state, turn, heard, choice, self._nearest)
        found += [Candidate(_sentence(link.text), True, "link") for link in joined]
        theme = self._theme(turn.plain) if turn.words >= 3 and heard not in _PLAIN | PARTS else None
        if theme:
            found += _with_theme(theme, said, state.said, choice)
        proposed = self._propose(turn.plain) if self._propose and turn.words >= 8 else None
        if proposed and grounded(proposed, turn.plain):
            found.append(Candidate(proposed, True, "writer"))
        return found

    def _nearest(self, text: str, earlier: Sequence[str]) -> str:
        """Returns what was said before that is nearest to the text in meaning, "" where nothing is near."""
        if not earlier:
            return ""
        vectors = self._encode([text, *earlier])
        likeness = vectors[1:] @ vectors[0]
        best = int(np.where(likeness < SAME, likeness, -1).argmax())
        return earlier[best] if NEAR <= likeness[best] < SAME else ""

    def _theme(self, text: str) -> dict[str, list[str]] | None:
        """Returns the theme whose examples the text is most like, if it is like them at all."""
        likeness = self._vectors @ self._encode([text])[0]
        best = np.array([np.sort(likeness[self._owner == i])[-2:].mean() for i in range(len(self._themes))])
        second, first = np.argsort(best)[-2:]
        if best[first] < THEME_FROM or best[first] - best[second] < CLEAR_BY:
            return None
        name, against = self._names[first], bool(_AGAINST.search(text))
        if (name in _GOOD and against) or (name in _BAD and not against):
            return None
        return self._themes[int(first)]


# Nothing is read into a moment or a date.
_PLAIN = frozenset({Stage.cue, Stage.check, Stage.confirm, Stage.edit})


def grounded(reflection: str, said: str) -> bool:
    """Says whether a reflection of the writer's uses the employee's words of meaning and no others."""
    stems = content_stems(reflection)
    speaks_as_them = _FIRST_PERSON.search(reflection)
    return bool(stems) and not speaks_as_them and stems <= content_stems(said) | _MEANING


def _fits(candidate: Candidate, said: Collection[str]) -> bool:
    return (
        len(candidate.text.split()) <= MAX_WORDS and candidate.text not in said and "?" not in candidate.text
    )


def _fresh(texts: Sequence[str], said: Collection[str], choice: random.Random) -> list[str]:
    """Returns two texts of the bank that have not been said."""
    fresh = [text for text in texts if not any(text in earlier for earlier in said)]
    return choice.sample(fresh, min(2, len(fresh)))


def _with_theme(
    theme: dict[str, list[str]], said: Sequence[str], earlier: Collection[str], choice: random.Random
) -> list[Candidate]:
    """Returns what a theme means, behind a short repetition, or alone where nothing can be repeated."""
    if not said:
        return [Candidate(text, True, "theme") for text in _fresh(theme["alone"], earlier, choice)]
    text = said[0]
    if len(text.split()) > _SHORT:
        return []
    meant = [f"{text}, and {meaning}" for meaning in _fresh(theme["meanings"], earlier, choice)]
    found = [Candidate(_sentence(both), True, "theme") for both in meant]
    alone = [f"{_sentence(text)} {one}" for one in _fresh(theme["alone"], earlier, choice)[:1]]
    return found + [Candidate(both, True, "theme") for both in alone]


def _quoted(state: SessionState, turn: Turn, choice: random.Random) -> str:
    """Returns a piece of the turn as it was said, where no grammar is sure; "" where none is short."""
    pieces = [piece.strip(" ,;:.!-–—") for piece in _PIECES.split(turn.told)]
    short = [piece for piece in pieces if 2 <= len(piece.split()) <= QUOTED and not _UNQUOTED.search(piece)]
    if not short:
        return ""
    piece = max(short, key=lambda text: (salience(text), len(text)))
    said = choice.choice(_AS_SAID).format(piece)
    if said in state.said:
        return ""
    state.reflections += 1
    return upper_first(said)


def _sentence(text: str) -> str:
    return upper_first(text.strip()).rstrip(".,; ") + "."


def _content(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((MOVES / f"{name}.yml").read_text(encoding="utf-8")))


def _wanted(state: SessionState) -> frozenset[str]:
    """Returns which sources are due: every other reflection goes beyond the words where it can."""
    due = state.complex_reflections * 2 <= state.reflections
    return frozenset({"link", "theme", "writer"} if due else {"mirror"})


_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|we|our)\b", re.IGNORECASE)
# Words that a reflection may add: feelings, wishes and costs, never facts.
_MEANING = content_stems(
    "sounds seems feel feeling feels tired tiring unfair frustrating frustrated worried worry hard heavy "
    "important matters"
    " matter wish hope hoping want wanting would like rather fair respect trust trusted heard seen alone "
    "stuck torn"
    " pressure weight cost costs energy hurt angry proud relief relieved calm uncertain unsure afraid "
    "part lot"
)
