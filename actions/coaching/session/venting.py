"""Hears out somebody who wants to be heard and no more: nobody is led to a plan against their will."""

import random
import re
from dataclasses import replace

from actions.coaching.session.asking import ask
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import commits
from actions.coaching.session.reflecting import Reflector
from actions.coaching.session.signs import answers, moods
from actions.coaching.session.state import Draft, SessionState, Stage
from actions.messages import Button

OFFER = "plan"
_PAUSE = re.compile(r"[:;,]\s|\s[-–]\s|\bbecause\b")
_ENOUGH = re.compile(r"\b(?:enough|thanks|thank you|leave it)\b", re.IGNORECASE)
BUTTONS = (
    Button(title="Let's look at it", payload="/affirm"),
    Button(title="That's enough", payload="/deny"),
)
# After so much was told, once, it is offered to look at what could be done.
MUCH_TOLD = 3
# "I just want to let off some steam" tells nothing yet.
A_MERE_WISH = 10


def is_venting(state: SessionState, turn: Turn) -> bool:
    """Says whether the employee only wants to be heard; a decision of theirs ends that."""
    if turn.vents:
        return True
    planning = bool(state.draft.goal or state.draft.action) or any(state.options) or commits(turn.plain)
    return not planning and any(moods.VENT.search(text) for text in state.words)


def hear_out(state: SessionState, turn: Turn, choice: random.Random, reflector: Reflector) -> Outcome:
    """Reflects and asks for more; offers to look for a way once, and leaves it open."""
    if turn.vents:
        state.draft, state.options = Draft(), []
    if turn.thanks or turn.nothing or turn.told_all or turn.relieved or turn.refuses:
        return _offer(state, choice)
    told = state.situation if state.asked == Stage.situation else state.reality
    told.append(turn.plain)
    happened = _without_the_wish(turn)
    state.asked = Stage.reality
    if turn.agrees or turn.unsure or turn.empty or not happened.words:
        return Outcome().say(step("listening", state.said, choice))
    reflection = reflector.reflect(state, happened, choice, Stage.reality)
    if len(state.words) == MUCH_TOLD:
        return _offer(state, choice, reflection)
    if len(state.words) > MUCH_TOLD:
        return Outcome().say(reflection, step("listening", state.said, choice))
    return Outcome().say(reflection, question("heard_out", state.said, choice))


def offer_answered(state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
    """Returns what follows from a yes or a no to the offer; None where more is told instead."""
    if turn.agrees and not turn.relieved:
        # What was vented is the situation now, and no more a wish to be left alone with it.
        state.situation = [moods.VENT.sub("", text) for text in state.situation]
        state.reality = [moods.VENT.sub("", text) for text in state.reality]
        return Outcome().say(step("agreed", state.said, choice), ask(state, Stage.goal, choice))
    ends = bool(answers.NO.match(turn.plain) or _ENOUGH.search(turn.plain))
    if ends or turn.refuses or turn.nothing or turn.told_all or turn.relieved or turn.vents:
        return Outcome(status="finished").say(step("vent_closed", state.said, choice))
    return None


def _without_the_wish(turn: Turn) -> Turn:
    """Returns what the turn tells beside the wish to vent."""
    rest = " ".join(filter(None, map(_beside_the_wish, sentences(turn.plain))))
    return turn if not rest and turn.words > A_MERE_WISH else replace(turn, text=rest)


def _beside_the_wish(sentence: str) -> str:
    wish = moods.VENT.search(sentence)
    if not wish:
        return sentence
    told = _PAUSE.split(sentence[wish.end() :], maxsplit=1)
    return told[1] if len(told) > 1 else ""


def _offer(state: SessionState, choice: random.Random, reflection: str = "") -> Outcome:
    state.offered = OFFER
    state.asked = Stage.reality
    return Outcome().say(reflection, step("offer_plan", state.said, choice), buttons=BUTTONS)
