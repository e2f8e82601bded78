"""Decides what a session still needs, and asks for it in words that have not been used."""

import random

from actions.coaching.session.moves import easier, more, question
from actions.coaching.session.state import SessionState, Stage

# A situation told in fewer words than this leaves too much to guess.
TOLD_WELL = 14
# Words of questions that take it that there is a choice.
SEVERAL = ("these", "those", "ideas", "idea", "Which one")


def next_stage(state: SessionState) -> Stage:
    """Returns what is missing next on the way to a plan; confirm when nothing is."""
    draft = state.draft
    needs = (
        (Stage.goal, not draft.goal),
        (Stage.reality, not draft.action and not _reality_is_told(state)),
        (Stage.options, not draft.action and not state.options),
        (Stage.action, not draft.action),
        (Stage.cue, not draft.cue),
        (Stage.obstacle, not draft.obstacle),
        (Stage.remedy, not draft.remedy),
        (Stage.check, draft.check_at is None),
    )
    return next((stage for stage, missing in needs if missing), Stage.confirm)


def ask(state: SessionState, stage: Stage, choice: random.Random) -> str:
    """Returns a question for the stage and notes that it was asked; once, stays with a thin answer."""
    name: str | None = None
    if state.asked == stage and stage not in state.asked_more and _is_begun(state, stage):
        name = more(stage)
        state.asked_more.append(stage)
    state.asked = stage
    return question(name, state.said, choice) if name else ask_anew(state, choice)


def ask_anew(state: SessionState, choice: random.Random) -> str:
    """Returns another question for the stage that was asked before."""
    without = SEVERAL if state.asked == Stage.action and len(state.options) < 2 else ()
    return question(state.asked, state.said, choice, without=without)


def ask_smaller(state: SessionState, choice: random.Random) -> str:
    """Returns a smaller question for the stage that was asked before."""
    return question(easier(state.asked) or state.asked, state.said, choice)


def enough_of(state: SessionState, stage: Stage) -> None:
    """Notes that no more of the situation, or of the ways, is asked for."""
    state.asked_more.append(stage)
    if stage == Stage.reality and not state.reality:
        state.reality.append("")


def wants_more(state: SessionState) -> bool:
    """Says whether a single option is all there is, so that "what else?" is worth asking."""
    thin = len(state.options) == 1 and not state.draft.action
    return state.asked == Stage.options and thin and Stage.options not in state.asked_more


def _is_begun(state: SessionState, stage: Stage) -> bool:
    """Says whether there is an answer that "what else?" could add to."""
    begun = {Stage.reality: state.reality, Stage.options: state.options}
    return any(begun.get(stage, ["yes"]))


def _reality_is_told(state: SessionState) -> bool:
    told = sum(len(text.split()) for text in [*state.situation, *state.reality])
    asked_twice = Stage.reality in state.asked_more
    return bool(state.reality) and (told >= TOLD_WELL or asked_twice)
