"""Joins a part of the plan with the part before it, or with what it is an answer to."""

import random
import re
from collections.abc import Iterator

from actions.coaching.session.conditions import in_case
from actions.coaching.session.cutting import sentences
from actions.coaching.session.earlier import Nearest, earlier, ends_open, is_so_now, problems
from actions.coaching.session.english import as_infinitive, lower_first, starts_with_verb, upper_first
from actions.coaching.session.fragments import Kind, is_bare, kind_of
from actions.coaching.session.hearing import Turn
from actions.coaching.session.joints import (
    IN_CASE,
    MEANT,
    MET_BY,
    RISK,
    RISK_OF_ONES_OWN,
    TO_BEGIN,
    WAYS,
    Link,
    joined,
)
from actions.coaching.session.mirror import flip
from actions.coaching.session.picking import cut_short, fragment
from actions.coaching.session.repairing import is_broken
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.statements import goal_as_wish, is_own, is_possible, points_back, tells_feeling

# What is put beside something else has at most so many words.
SHORT = 12
_COULD = re.compile(
    r"^you (?:could|can|might)(?: just| maybe)? (?=[a-z])(?!not\b|be\b|have\b)", re.IGNORECASE
)
_WILL = re.compile(r"^you(?:'ll| will)\b", re.IGNORECASE)
_DAYNAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = re.compile(
    rf"^{_DAYNAME}(?= (?:at|morning|afternoon|evening|night|before|after|when)\b|,|$)", re.IGNORECASE
)
_WHEN = re.compile(
    r"^(?:at|on|in|after|before|during|when|once|as soon as|right|straight|first thing|tomorrow|tonight|today"
    rf"|this|every|each|next|{_DAYNAME}(?! \w*(?:meeting|stand)))\b",
    re.IGNORECASE,
)


def links(
    state: SessionState, turn: Turn, told: list[str], heard: Stage, choice: random.Random, nearest: Nearest
) -> list[Link]:
    """Returns what joins the part of the plan that was heard with another; told is what can be said back."""
    if heard == Stage.options:
        option = _option(turn, told)
        return [*_answering(state, turn, option, choice, nearest), *_another(state, option, choice)]
    if heard == Stage.action:
        return [*_beginning(state, told, choice)]
    if heard == Stage.cue:
        return [*_timed(state, turn)]
    if heard == Stage.obstacle:
        return [*_risked(state, told, choice)]
    if heard == Stage.remedy:
        return [*_prepared(state, turn, told, choice)]
    return [*_meant(state, told, choice)] if heard == Stage.blocked else []


def _answering(
    state: SessionState, turn: Turn, option: str, choice: random.Random, nearest: Nearest
) -> Iterator[Link]:
    """Puts an option beside what it could be an answer to."""
    told = [said for said in problems(state) if len(said.split()) <= SHORT and not ends_open(said)]
    first = [said for said in earlier(state) if not points_back(said)][:1] if len(state.options) < 2 else []
    first = [said for said in first if is_so_now(said) and "," not in said]
    problem = nearest(turn.plain, [said for said in told if "," not in said]) or next(iter(first), "")
    if option and problem:
        yield joined(MET_BY, problem, option, choice)


def _another(state: SessionState, option: str, choice: random.Random) -> Iterator[Link]:
    """Puts an option beside the one before it."""
    before = state.options[-2] if len(state.options) > 1 else ""
    short = len(before.split()) < SHORT and len(option.split()) <= SHORT and "," not in before
    if option.startswith("to ") and short and _is_to_do(before) and kind_of(before) == Kind.verb:
        yield joined(WAYS, f"to {flip(before)}", option, choice)


def _option(turn: Turn, told: list[str]) -> str:
    """Returns an option as it stands after "one way would be"."""
    if could := next((said for said in told if _COULD.match(said)), ""):
        return f"to {cut_short(_COULD.sub('', could))}"
    for text in (cut_short(fragment(part)) for part in sentences(turn.plain)):
        if _is_to_do(text):
            return f"to {as_infinitive(lower_first(flip(text)))}"
        if kind_of(text) == Kind.noun and not is_bare(text):
            return lower_first(flip(text))
    return ""


def _beginning(state: SessionState, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Puts the step beside the goal that it serves."""
    goal = goal_as_wish(state.draft)
    step = next((said for said in told if is_possible(said)), "") or _step(state)
    step = re.sub(r"^you're going to\b", "you'll", step, flags=re.IGNORECASE)
    if goal and _WILL.match(step):
        yield joined(TO_BEGIN, goal, step, choice, with_goal=True)


def _timed(state: SessionState, turn: Turn) -> Iterator[Link]:
    """Puts the moment before the step."""
    step, parts = _step(state), [cut_short(fragment(part)) for part in sentences(turn.plain)]
    if step and len(parts) == 1 and _WHEN.match(parts[0]) and not is_broken(parts[0]):
        moment = _DAY.sub(lambda day: f"on {day[0]}", flip(parts[0]))
        yield Link(upper_first(f"{moment}, {step}"))


def _risked(state: SessionState, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Puts the step beside what could stop it, unless it was named a moment ago."""
    step = _step(state)
    if not step or not told or len(step.split()) > SHORT or (state.said and step in state.said[-1]):
        return
    own = is_own(told[0]) and (is_possible(told[0]) or tells_feeling(told[0]))
    means = step.replace("you'll", "you mean to", 1)
    yield joined(RISK_OF_ONES_OWN if own else RISK, means, told[0], choice)


def _prepared(state: SessionState, turn: Turn, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Joins what could get in the way and the answer to it: "If he is busy, you'll write to him"."""
    case = in_case(state.draft.obstacle)
    answer = next((said for said in told if is_possible(said) and is_own(said)), "")
    if not answer:
        text = next((text for part in sentences(turn.plain) if (text := fragment(part))), "")
        answer = f"you'll {as_infinitive(lower_first(flip(text)))}" if _is_to_do(text) else ""
    answer = cut_short(answer)
    if case and answer:
        yield joined(IN_CASE if len(answer.split()) < SHORT else IN_CASE[:2], case, answer, choice)


def _meant(state: SessionState, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Puts what kept them from it beside what they had meant to do."""
    step = _step(state).replace("you'll", "you'd meant to", 1)
    if step and told and len(step.split()) <= SHORT:
        yield joined(MEANT, step, told[0], choice)


def _step(state: SessionState) -> str:
    """Returns "you'll talk to him" where the step is surely something to do, or ""."""
    action = state.draft.action
    sure = starts_with_verb(action) and not re.match(r"not\b", action) and not is_broken(action)
    return f"you'll {flip(action)}" if sure else ""


def _is_to_do(text: str) -> bool:
    """Says whether the words are surely something to do, and can stand after "to"."""
    sure = kind_of(text) in (Kind.verb, Kind.gerund) and not is_broken(text)
    return sure and not re.match(r"(?:not|never)\b", text, re.IGNORECASE)
