"""Takes back what the coach heard wrongly."""

from dataclasses import replace

from actions.coaching.session.hearing import Turn
from actions.coaching.session.signs import questions
from actions.coaching.session.state import SessionState, Stage

_BEFORE = {
    Stage.goal: Stage.situation,
    Stage.cue: Stage.action,
    Stage.obstacle: Stage.cue,
    Stage.remedy: Stage.obstacle,
    Stage.check: Stage.remedy,
}
# A shorter rest tells nothing.
TOLD = 3


def is_misheard(state: SessionState, turn: Turn) -> bool:
    """Says whether the employee was understood wrongly, outside the card, which has changes of its own."""
    open_to_it = state.asked in _BEFORE or state.asked in (Stage.reality, Stage.options, Stage.action)
    return open_to_it and turn.words <= 30 and bool(questions.MISHEARD.search(turn.plain))


def take_back(state: SessionState) -> None:
    """Clears the part that was told last and makes it the one that is asked for."""
    if state.asked in (Stage.options, Stage.action) and state.options:
        state.options.pop()
        state.asked = Stage.options
    elif state.asked in (Stage.reality, Stage.options, Stage.action) and state.reality:
        state.reality.pop()
        state.asked = Stage.reality
    else:
        state.asked = _BEFORE.get(state.asked, Stage.goal)
        if state.asked != Stage.situation:
            setattr(state.draft, state.asked.value, "")


def said_instead(turn: Turn) -> Turn | None:
    """Returns what the employee says in place of it, None where they only say that it was wrong."""
    found = questions.MISHEARD.search(turn.plain)
    told = replace(turn, text=turn.plain[found.end() :].strip(" ,.;:-") if found else "")
    return told if told.words >= TOLD and not told.only_asks else None
