"""Leads on to what a plan still lacks."""

import random

from actions.coaching.session.asking import ask, next_stage, wants_more
from actions.coaching.session.confirming import show_card
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import SessionState, Stage


def go_on(state: SessionState, choice: random.Random, *before: str) -> Outcome:
    """Says what was to be said before, and asks for what is missing next; shows the card when nothing is."""
    if wants_more(state) and not state.unsure:
        return Outcome().say(*before, ask(state, Stage.options, choice))
    stage = next_stage(state)
    if stage == Stage.confirm:
        return show_card(state, choice, *before)
    return Outcome().say(*before, ask(state, stage, choice))
