"""Puts what an employee said where it belongs, also what they volunteered before being asked."""

import re

from actions.coaching.session.english import is_clause, starts_with_verb
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.phrases import (
    action_of,
    commits,
    cue_of,
    does,
    goal_of,
    if_then,
    names_moment,
    obstacle_of,
    option_of,
    remedy_of,
    wishes,
)
from actions.coaching.session.state import SessionState, Stage

_OBSTACLE = re.compile(
    r"\b(?:get(?:s)? in (?:the|my) way|(?:the|my) (?:only )?(?:obstacle|risk|danger) (?:is|would be)"
    r"|what (?:stops|could stop) me|only problem is)\b",
    re.IGNORECASE,
)
_ASK_ME = re.compile(r"\b(?:ask me|check (?:in|back|with me)|remind me)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:the )?(?P<which>first|second|third|last|latter|former)(?: one| option| idea)?\b", re.IGNORECASE
)
_WHICH = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}
_PRO_FORM = re.compile(r"(?:do |try )?(?:that|it|this|so)\W*$", re.IGNORECASE)
A_STORY = 25


def harvest(state: SessionState, turn: Turn) -> None:
    """Takes from the turn what was asked for, and everything else that a plan needs."""
    text = turn.plain
    _HARVESTERS[state.asked](state, turn)
    early = state.asked in (Stage.situation, Stage.goal, Stage.reality, Stage.options)
    if early and (if_then(text) or commits(text)):
        _take_action(state, text)
    if state.asked != Stage.obstacle and (found := _sentence_with(_OBSTACLE, text)):
        state.draft.obstacle = state.draft.obstacle or obstacle_of(_OBSTACLE.sub(" ", found))
    if turn.times and _ASK_ME.search(text):
        state.draft.check_at = turn.times[0]


def what_was_heard(before: SessionState, after: SessionState) -> Stage:
    """Returns what a turn told: what was asked for, something else, or more of the situation."""
    if before.asked == Stage.check:
        return Stage.check
    changed = [stage for stage in _TOLD if _told(before, stage) != _told(after, stage)]
    if Stage.action in changed:
        return Stage.action
    if before.asked in changed:
        return before.asked
    if changed:
        return changed[0]
    return Stage.situation if before.asked == Stage.situation else Stage.reality


_TOLD = (Stage.action, Stage.cue, Stage.obstacle, Stage.remedy, Stage.options, Stage.goal, Stage.check)


def _told(state: SessionState, stage: Stage) -> object:
    if stage == Stage.options:
        return len(state.options)
    return state.draft.check_at if stage == Stage.check else getattr(state.draft, stage.value)


def _situation(state: SessionState, turn: Turn) -> None:
    state.situation.append(turn.plain)
    if wishes(turn.plain):
        state.draft.goal = goal_of(turn.plain)


def _goal(state: SessionState, turn: Turn) -> None:
    state.draft.goal = goal_of(turn.plain)
    if turn.words > A_STORY:
        state.reality.append(turn.plain)


def _reality(state: SessionState, turn: Turn) -> None:
    state.reality.append(turn.plain)
    # Who is brief may be ahead already: "ask to drop one thing".
    if starts_with_verb(turn.plain) and 2 < turn.words <= 12:
        _options(state, turn)


def _options(state: SessionState, turn: Turn) -> None:
    options = [option_of(part) for part in re.split(r",? or |;|\n", turn.plain)]
    # A single word that is no verb, such as "annoyed", is no option; "do that" names none.
    full = [o for o in options if does(o) and (len(o.split()) > 1 or starts_with_verb(o))]
    state.options += [o for o in full if not _PRO_FORM.match(o)]
    if not state.options:
        state.reality.append(turn.plain)


def _action(state: SessionState, turn: Turn) -> None:
    picked = _ORDINAL.search(turn.plain)
    if picked and turn.words <= 8 and state.options:
        index = _WHICH[picked["which"].lower()]
        state.draft.action = state.options[index if abs(index) < len(state.options) else -1]
    else:
        _take_action(state, turn.plain)


def _take_action(state: SessionState, text: str) -> None:
    action, cue = action_of(text)
    if not starts_with_verb(action) and names_moment(text):
        state.draft.cue = cue_of(text)
        return
    if not does(action):
        state.reality.append(text)
        return
    state.draft.action = action
    state.draft.cue = cue or state.draft.cue


def _cue(state: SessionState, turn: Turn) -> None:
    if starts_with_verb(turn.plain) and not names_moment(turn.plain):
        _take_action(state, turn.plain)
        return
    state.draft.cue = cue_of(turn.plain)


def _obstacle(state: SessionState, turn: Turn) -> None:
    parts = re.split(
        r"\b(?:then|so|in that case|if (?:so|that happens))\b,? (?=i(?:'ll|'d| will| would| can| could)\b)",
        turn.plain,
    )
    if starts_with_verb(parts[0]) and not is_clause(parts[0]) and not is_clause(obstacle_of(parts[0])):
        # Who is brief may be ahead already: "send him the list first" is an answer to an obstacle.
        state.draft.remedy = remedy_of(parts[0])
        return
    state.draft.obstacle = obstacle_of(parts[0])
    if len(parts) > 1:
        state.draft.remedy = remedy_of(parts[1])


def _remedy(state: SessionState, turn: Turn) -> None:
    state.draft.remedy = remedy_of(turn.plain)


def _check(state: SessionState, turn: Turn) -> None:
    if turn.times:
        state.draft.check_at = turn.times[0]


def _nothing(state: SessionState, turn: Turn) -> None:
    """Takes nothing: the stage has no part of the plan."""


_HARVESTERS = {
    Stage.situation: _situation,
    Stage.goal: _goal,
    Stage.reality: _reality,
    Stage.options: _options,
    Stage.action: _action,
    Stage.cue: _cue,
    Stage.obstacle: _obstacle,
    Stage.remedy: _remedy,
    Stage.check: _check,
    Stage.confirm: _nothing,
    Stage.edit: _nothing,
    Stage.went: _nothing,
    Stage.learned: _nothing,
    Stage.blocked: _nothing,
    Stage.keep: _nothing,
}


def _sentence_with(sign: re.Pattern[str], text: str) -> str | None:
    return next((part for part in sentences(text) if sign.search(part)), None)
