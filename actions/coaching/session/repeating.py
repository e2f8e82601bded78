"""Says a turn back plainly: what matters most in it, in the employee's own words and modality."""

import random
import re

from actions.coaching.session.cutting import clauses, sentences
from actions.coaching.session.feelings import feelings_named
from actions.coaching.session.frames import framed
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import flip, lowered, mirrored
from actions.coaching.session.passages import weighed
from actions.coaching.session.picking import overlap, part_of
from actions.coaching.session.salience import salience
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.statements import is_possible, is_wish

# Two sentences of so many words each are said in one.
SHORT = 9
# By how little a passage may weigh less than the weightiest to be said in its place.
NEARLY = 1.0
# In a turn of more words only what was asked for is taken up.
LONG = 24
# How often a sentence opens with "so", and an answer to an obstacle with "then".
SO, THEN = 0.35, 0.4
_PLANNED = frozenset({Stage.options, Stage.action, Stage.remedy})
_FELT_AT = frozenset({Stage.situation, Stage.reality, Stage.blocked, Stage.learned, Stage.went})
_FRAGMENT_FIRST = frozenset({Stage.goal, Stage.obstacle, Stage.cue, Stage.learned})
# "You could ask her" said bare would be advice.
_LIKE_ADVICE = re.compile(r"^you (?:could|can|should|might|may|need to|have to|must)\b", re.IGNORECASE)
_DECIDED = re.compile(r"^you(?:'ll|'d|'re going|'ve| )|^\w+ and you\b", re.IGNORECASE)
_TAKES_SO = re.compile(r"^(?:you|your|he|she|they|nobody|everyone|there)\b", re.IGNORECASE)
_WILL = re.compile(r"^you(?:'ll|'d| will| would)\b", re.IGNORECASE)
_PIECES = re.compile(r",|\b(?:so that|which|because|with|where|in which|and then|and)\b", re.IGNORECASE)


def repeated(state: SessionState, turn: Turn, choice: random.Random, heard: Stage) -> list[str]:
    """Returns ways of saying the turn back, best first, as sentences without their stop."""
    told = _weightiest(turn, heard)
    if part := part_of(state, heard):
        told = sorted(told, key=lambda said: -overlap(said, flip(part)))
    frame = framed(state, turn, choice, heard)
    named = feelings_named(turn, told) if heard in _FELT_AT else ""
    if named:
        said = [named]
    elif frame and _fragment_is_better(heard, told):
        said = [frame]
    else:
        said = _together(turn) or told[:2] or ([frame] if frame else [])
    return [_opened(text, state, heard, choice) for text in said or _pieces(turn)]


def _weightiest(turn: Turn, heard: Stage) -> list[str]:
    """Returns what matters most in the turn, and what matters nearly as much."""
    told = weighed(turn.plain)
    if heard in _PLANNED:
        planned = [said for said, _ in told if is_possible(said)]
        return planned or ([] if turn.words > LONG else [said for said, _ in told])
    return [said for said, weight in told if weight > told[0][1] - NEARLY]


def _fragment_is_better(heard: Stage, told: list[str]) -> bool:
    if heard in _PLANNED:
        return not any(_DECIDED.match(said) for said in told)
    return heard in _FRAGMENT_FIRST


def _opened(text: str, state: SessionState, heard: Stage, choice: random.Random) -> str:
    """Returns the sentence as it opens in a conversation: sometimes with "so", never twice running."""
    if not _TAKES_SO.match(text) or ", so " in text:
        return text
    so_before = bool(state.said) and state.said[-1].startswith("So ")
    if _LIKE_ADVICE.match(text):
        return f"As you see it, {lowered(text)}" if so_before else f"So {lowered(text)}"
    if heard == Stage.remedy and _WILL.match(text) and choice.random() < THEN:
        return f"Then {lowered(text)}"
    return f"So {lowered(text)}" if not so_before and choice.random() < SO else text


def _together(turn: Turn) -> list[str]:
    """Returns two short sentences as one, where the turn is no more than these."""
    parts = clauses(turn.plain)
    if len(sentences(turn.plain)) != 2 or len(parts) != 2 or max(len(part.split()) for part in parts) > SHORT:
        return []
    first, second = (mirrored(part) for part in parts)
    if not first or not second or is_wish(first) or is_wish(second):
        return []
    alike = abs(salience(parts[0]) - salience(parts[1])) <= NEARLY * 2
    return [f"{first}, and {lowered(second)}"] if alike else []


def _pieces(turn: Turn) -> list[str]:
    """Returns what can be taken up of a turn that is too long or too broken to be said back whole."""
    pieces = [piece.strip(" ,") for clause in clauses(turn.plain) for piece in _PIECES.split(clause)]
    return [text for piece in pieces if len(piece.split()) >= 3 and (text := mirrored(piece))][:1]
