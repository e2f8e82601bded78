"""Looks at what would follow from a harmful plan, which is not agreed to and gets onto no card."""

import random
import re
from typing import Protocol

from actions.coaching.harm import asks_for_agreement
from actions.coaching.session.asking import ask_smaller
from actions.coaching.session.english import lower_first, starts_with_verb
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import commits
from actions.coaching.session.reflecting import Reflector
from actions.coaching.session.state import SessionState, Stage

# Probabilities from which a plan is looked at for what it would lead to; more is needed where people tell of
# a situation and promise nothing, and of what they do when something comes up, which sounds harsh in short.
HARMFUL, HARMFUL_IF_ASKED, HARMFUL_AS_TOLD = 0.8, 0.4, 0.9
AS_AN_IDEA, CERTAIN = 0.55, 0.98
_PROMISE = re.compile(r"\bI(?:'ll| will|'m going to| am going to)\b", re.IGNORECASE)
MOST_EXPLORED = 3
# Stages at which people tell what has happened, or what might, and not what they mean to do.
_TELLING = frozenset({Stage.situation, Stage.goal, Stage.reality})
_TOLD_ONLY = frozenset({Stage.went, Stage.learned, Stage.blocked, Stage.cue, Stage.obstacle, Stage.check})


class HarmSense(Protocol):
    """Says whether somebody proposes to do something that would harm them or others at work."""

    def probability(self, text: str) -> float:
        """Returns how likely the text proposes it."""


def is_harmful(state: SessionState, turn: Turn, harm: HarmSense) -> bool:
    """Says whether the turn proposes harm; somebody who wants a yes to it is heard sooner."""
    if turn.words < 4 or turn.agrees or turn.vents:
        return False
    asked = asks_for_agreement(turn.plain)
    if state.asked in _TOLD_ONLY and not asked:
        return False
    told = state.asked == Stage.remedy or (state.asked in _TELLING and not commits(turn.plain))
    needed = HARMFUL_IF_ASKED if asked else HARMFUL_AS_TOLD if told else HARMFUL
    # A promise is looked at by itself too: what was done to somebody before it makes it look milder.
    promises = [part for part in sentences(turn.plain) if commits(part) and part != turn.plain]
    return any(_is_heard(text, needed, harm) for text in (turn.plain, *promises))


def _is_heard(text: str, needed: float, harm: HarmSense) -> bool:
    """Says whether harm is heard in a text; a promise, or an order to oneself, is tried as an idea too."""
    first = harm.probability(text)
    if first < needed:
        return False
    idea = _PROMISE.sub("I could", text)
    if starts_with_verb(text):
        idea = f"I could {lower_first(text)}"
    # Short words about others sound harsh in themselves; as an idea they have to sound harmful as well.
    return first >= CERTAIN or idea == text or harm.probability(idea) >= min(AS_AN_IDEA, needed)


def explore(state: SessionState, turn: Turn, choice: random.Random, reflector: Reflector) -> Outcome:
    """Asks what would follow, three times at most; then asks for other ways."""
    if state.explored >= MOST_EXPLORED:
        state.asked, state.exploring = Stage.options, False
        return Outcome().say(step("decline_agreement", state.said, choice), ask_smaller(state, choice))
    agreement = asks_for_agreement(turn.plain)
    words = step("decline_agreement", state.said, choice) if agreement else ""
    reflection = "" if words else reflector.reflect(state, turn, choice)
    if state.asked == Stage.situation:
        state.situation.append(turn.plain)
        state.asked = Stage.reality
    state.exploring = True
    state.explored += 1
    return Outcome().say(words, reflection, question("consequence", state.said, choice))
