"""Meets an answer that gives nothing to go by: "I don't know", "hmm", "yes" to what is no yes-or-no."""

import random
from dataclasses import replace

from actions.coaching.session.asking import ask, ask_anew, ask_smaller, enough_of
from actions.coaching.session.frames import wanted
from actions.coaching.session.hearing import Turn
from actions.coaching.session.leading import go_on
from actions.coaching.session.moves import step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.reflecting import Reflector
from actions.coaching.session.state import SessionState, Stage
from actions.messages import Button

YES_NO = (
    Button(title="Yes, have a look", payload="/affirm"),
    Button(title="No, let me think", payload="/deny"),
)
# What a plan says where the employee found nothing to say; shown on the card, theirs to change.
FILLED_IN = {
    Stage.goal: "know what my next step is",
    Stage.action: "write down one small step and do it",
    Stage.cue: "tomorrow morning, before anything else",
    Stage.obstacle: "something more urgent comes up",
    Stage.remedy: "do it on the next working day instead",
}
# Words of one's own that fit on a card.
MOST_OWN = 18
# Where the goal, said once more, helps to find an answer.
_GOAL_HELPS = frozenset({Stage.options, Stage.action})


def is_told(state: SessionState, turn: Turn) -> bool:
    """Says whether the employee has nothing to add to what they told of the situation or of the ways."""
    if state.asked == Stage.reality:
        return turn.told_all or turn.nothing
    ideas = state.asked == Stage.options and any(state.options)
    return ideas and (turn.told_all or turn.nothing or turn.unsure)


def leave_it(state: SessionState, choice: random.Random) -> Outcome:
    """Goes on with what was told."""
    name = "enough_told" if state.asked == Stage.reality else "enough_ideas"
    words = step(name, state.said, choice)
    enough_of(state, state.asked)
    return go_on(state, choice, words)


def help_along(state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
    """Meets "I don't know": a smaller question, then an offer, then something to put right later."""
    state.unsure += 1
    kind = "stuck" if turn.unsure or turn.nothing else "short_answer"
    if state.asked == Stage.situation and state.unsure > 1:
        return fill_in(state, choice)
    if state.unsure == 1:
        goal = f"{wanted(state.draft, choice)}." if state.draft.goal and state.asked in _GOAL_HELPS else ""
        return Outcome().say(step(kind, state.said, choice), goal, ask_smaller(state, choice))
    if state.unsure == 2 and state.asked in (Stage.options, Stage.action):
        state.offered = "advice"
        return Outcome().say(step("offer_pages", state.said, choice), buttons=YES_NO)
    return fill_in(state, choice)


def fill_in(state: SessionState, choice: random.Random, words: str = "", *, own: str = "") -> Outcome:
    """Puts a stand-in where the employee has nothing to say, and goes on.

    own is what they said to it again and again: that stands in the plan as they put it, whatever it is.
    """
    state.unsure = 0
    if state.asked == Stage.situation:
        return Outcome(status="finished").say(step("no_topic", state.said, choice))
    if state.asked == Stage.reality:
        enough_of(state, Stage.reality)
        return go_on(state, choice, words or step("enough_told", state.said, choice))
    if state.asked == Stage.options:
        state.options.append("")
        return Outcome().say(words, ask(state, Stage.action, choice))
    if own and len(own.split()) <= MOST_OWN:
        setattr(state.draft, state.asked.value, own)
        return go_on(state, choice, words, step("taken_as_said", state.said, choice, text=own))
    text = FILLED_IN[state.asked]
    setattr(state.draft, state.asked.value, text)
    return go_on(state, choice, words, step("filled_in", state.said, choice, text=text))


def pass_over(state: SessionState, choice: random.Random) -> Outcome:
    """Leaves out a question; the goal, without which there is no plan, is asked for once more."""
    words = step("skipped", state.said, choice)
    if state.asked not in (Stage.situation, Stage.goal) or state.unsure:
        return fill_in(state, choice, words)
    state.unsure = 1
    return Outcome().say(words, ask_anew(state, choice))


def nod(state: SessionState, turn: Turn, choice: random.Random, reflector: Reflector) -> Outcome:
    """Takes a yes to a question that wants more than that as a yes to what was said last."""
    last = state.options[-1] if state.options else ""
    if last and (state.asked == Stage.action or (state.asked == Stage.options and turn.picks)):
        state.draft.action, state.unsure = last, 0
        return go_on(state, choice, reflector.reflect(state, replace(turn, text=last), choice, Stage.action))
    if last and state.asked == Stage.options:
        return leave_it(state, choice)
    if state.asked == Stage.situation:
        return Outcome().say(step("open_without_situation", state.said, choice))
    if state.unsure:
        return help_along(state, turn, choice)
    state.unsure = 1
    name = "short_answer" if state.asked in (Stage.goal, Stage.reality) else "agreed"
    return Outcome().say(step(name, state.said, choice), ask_anew(state, choice))
