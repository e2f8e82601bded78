"""Reflections that go beyond the last words and stay grounded: each joins two things that were said."""

import random
import re
from collections.abc import Iterator

from actions.coaching.session import planning
from actions.coaching.session.cutting import sentences
from actions.coaching.session.earlier import (
    Nearest,
    could_cause,
    earlier,
    is_aside,
    is_problem,
    is_so_now,
    problems,
)
from actions.coaching.session.feelings import brief_feelings, feelings_named
from actions.coaching.session.hearing import Turn
from actions.coaching.session.joints import (
    AGAINST,
    ALSO,
    AS_THINGS_ARE,
    BOTH_TRUE,
    FEARED,
    LEAVES,
    LONGEST,
    MEANWHILE,
    Link,
    joined,
)
from actions.coaching.session.passages import passages
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.statements import (
    fears,
    goal_as_wish,
    hinders,
    is_own,
    is_past,
    is_possible,
    is_wish,
    points_back,
    tells_feeling,
)

# So often in a session what they want is put beside what they tell.
GOALS_A_SESSION = 2
_BUT = re.compile(r",?\s+(?:but|yet|although)\s+(?!also\b)|\.\s+(?:but|yet)\s+", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|at the moment|currently|these days|still)\b", re.IGNORECASE)
_SIDEWAYS = re.compile(r"^(?:it|that|this|they)\b", re.IGNORECASE)
_REPORTED = re.compile(r"^(?!you\b).*\b(?:says?|thinks?|tells?)\b", re.IGNORECASE)
_LINKED = re.compile(r", (?:and|while|even|only)\b|^(?:On the one hand|Much as)\b")


def links(
    state: SessionState, turn: Turn, heard: Stage, choice: random.Random, nearest: Nearest
) -> list[Link]:
    """Returns what joins the turn with itself or with what was said before; nearest picks of the latter."""
    told = passages(turn.plain)
    if heard in (Stage.situation, Stage.goal, Stage.reality):
        made = [*_within(turn, told, choice)]
        if heard == Stage.goal:
            made += _beside_situation(state, told, choice)
        if heard == Stage.reality:
            made += [*_beside_goal(state, turn, told, choice), *_felt(state, turn, choice, nearest)]
            made += _added(state, told, choice, nearest)
    else:
        made = planning.links(state, turn, told, heard, choice, nearest)
    free = sum(_links_goal(state, said) for said in state.said) < GOALS_A_SESSION
    return [link for link in made if len(link.text.split()) <= LONGEST and (free or not link.with_goal)]


def _within(turn: Turn, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Joins the two sides of one turn: "I like it, but", or a wish and what stands against it."""
    for sentence in [*sentences(turn.plain), turn.plain]:
        sides = [next(iter(passages(half)), "") for half in _BUT.split(sentence)]
        if len(sides) == 2 and all(sides) and _oppose(*sides):
            frames = BOTH_TRUE if is_own(sides[1]) else BOTH_TRUE[:1]
            yield joined(frames, sides[0], sides[1], choice)
            return
    wishes = [said for said in told if is_wish(said)]
    against = [said for said in told if hinders(said) and not is_past(said) and "goal" not in said]
    if wishes and against:
        yield joined(_tension(against[0]), wishes[0], against[0], choice)


def _oppose(a: str, b: str) -> bool:
    """Says whether "and yet" can stand for the "but" between them."""
    against = hinders(b) or is_wish(b) or tells_feeling(b)
    return against and not is_past(b) and not points_back(b) and a != b


def _beside_situation(state: SessionState, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Puts how things are beside what they have just said they want."""
    wish = next((said for said in told if is_wish(said)), "") or goal_as_wish(state.draft)
    problem = next((said for said in earlier(state) if not points_back(said)), "")
    if wish and problem and is_so_now(problem):
        yield joined(_as_it_is(problem), wish, problem, choice, with_goal=True)


def _beside_goal(state: SessionState, turn: Turn, told: list[str], choice: random.Random) -> Iterator[Link]:
    """Puts what they want beside what they tell of how things are or feel."""
    goal, felt = goal_as_wish(state.draft), feelings_named(turn, told)
    for said in [felt] if felt else told[:2]:
        stands = hinders(said) and not is_possible(said) and (felt or not is_past(said))
        if goal and _can_follow(said) and (stands or (is_own(said) and is_so_now(said))):
            frames = _tension(said) if stands else _as_it_is(said)
            yield joined(frames, goal, said if felt else said.split(", and ")[0], choice, with_goal=True)


def _can_follow(said: str) -> bool:
    aside = is_aside(said) or _SIDEWAYS.match(said) or _REPORTED.match(said)
    return not aside and not re.search(r"\b(?:goal|but)\b", said)


def _tension(said: str) -> tuple[str, ...]:
    """Returns the frames in which what stands against a wish can follow it."""
    if fears(said):
        return FEARED
    if is_own(said) and not tells_feeling(said):
        return BOTH_TRUE if _NOW.search(said) else AGAINST
    return _as_it_is(said)


def _as_it_is(said: str) -> tuple[str, ...]:
    """Returns the frames in which how things are can follow a wish; "now" is not said twice."""
    return MEANWHILE if _NOW.search(said) else AS_THINGS_ARE


def _felt(state: SessionState, turn: Turn, choice: random.Random, nearest: Nearest) -> Iterator[Link]:
    """Joins a feeling named in a word or two with what it comes from."""
    feelings = brief_feelings(turn)
    causes = [said for said in earlier(state, without=turn) if could_cause(said)]
    if feelings and (cause := nearest(turn.plain, causes)):
        yield joined(LEAVES, cause, feelings, choice)


def _added(state: SessionState, told: list[str], choice: random.Random, nearest: Nearest) -> Iterator[Link]:
    """Joins what is told now with what was told before, where both are in the way."""
    said = next(iter(told), "")
    if state.asked == Stage.options or not is_problem(said) or points_back(said) or is_aside(said):
        return
    if not tells_feeling(said) and (old := nearest(said, [old for old in problems(state) if old != said])):
        yield joined(ALSO, old, said, choice)


def _links_goal(state: SessionState, said: str) -> bool:
    """Says whether the coach put the goal beside something else in these words."""
    goal = goal_as_wish(state.draft).removeprefix("you'd like ").removeprefix("to ")
    return bool(goal) and goal in said and bool(_LINKED.search(said))
