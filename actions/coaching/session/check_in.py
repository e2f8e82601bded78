"""A check-in: how the plan went, what made it work or got in the way, and whether the plan still fits."""

import random
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from actions.coaching.session.confirming import settle_check, show_card
from actions.coaching.session.hearing import Turn
from actions.coaching.session.moves import question, step, was_said_last
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import action_of, cue_of, is_doing, names_moment
from actions.coaching.session.report import (
    gives_reason,
    is_done,
    is_elsewhere,
    is_gone_badly,
    is_later,
    is_not_done,
    is_partly_done,
)
from actions.coaching.session.state import SessionState, Stage
from actions.messages import Button

if TYPE_CHECKING:
    from actions.coaching.session.reflecting import Reflector

STAGES = frozenset({Stage.went, Stage.learned, Stage.blocked, Stage.keep})
BUTTONS = (
    Button(title="I did it", payload="/check_in_done"),
    Button(title="Not this time", payload="/check_in_not_done"),
    Button(title="Not now", payload="/not_now"),
)
_KEEP = re.compile(
    r"^(?:yes,? )?(?:i(?:'d| would)? )?keep (?:it|the plan|that)(?: (?:as it is|the same|like that))?\W*$"
    r"|\b(?:same|as it is|stays?|still fits|no change|fine as)\b",
    re.IGNORECASE,
)
# A change is wanted, and not said which.
_CHANGE = re.compile(
    r"^(?:(?:yes|ok|i think|i'd|i would|i'll|let's|rather|please)[\s,]+)*(?:(?:like|want|prefer) to )?"
    r"(?:change|adjust|alter|rework|adapt)(?: (?:it|that|this|the plan|something))?\W*$"
    r"|^(?:a |another |make a )?(?:new|different|other) (?:one|plan)\W*$",
    re.IGNORECASE,
)
_SAME_ACTION = re.compile(r"^(?:do |try )?(?:it|that|this)\b(?: again)?", re.IGNORECASE)


def open_check_in(state: SessionState, plan: str, choice: random.Random) -> Outcome:
    """Asks how the plan went."""
    state.asked = Stage.went
    outcome = Outcome().say(step("check_in", state.said, choice, plan=plan), buttons=BUTTONS)
    state.said += [said.text for said in outcome.says]
    return outcome


def respond(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    """Returns what to say to a turn of a check-in."""
    return _RESPONSES[state.asked](state, turn, choice, reflector)


def _went(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    if is_elsewhere(turn) or is_later(turn):
        name = "other_topic" if is_elsewhere(turn) else "not_now"
        return Outcome(status="stopped", postponed=True).say(step(name, state.said, choice))
    reflection = reflector.reflect(state, turn, choice) if turn.words >= 4 and not turn.command else ""
    went, name = _verdict(turn)
    if went is None:
        # Neither a yes nor a no: the question stays.
        return Outcome().say(reflection, step("went_again", state.said, choice))
    if name == "not_done" and reflection and gives_reason(turn):
        # What got in the way is told already, and not asked for.
        state.asked = Stage.keep
        state.reality.append(turn.plain)
        return Outcome(went=went).say(reflection, step("keep_or_change", state.said, choice))
    state.asked = Stage.learned if name == "celebrate" else Stage.blocked
    words = step(name, state.said, choice)
    # A reflection of what did not come off says all that there is to say first.
    said = (reflection or words,) if name == "not_done" else (words, reflection)
    return Outcome(went=went).say(*said, step(f"{name}_question", state.said, choice))


def _verdict(turn: Turn) -> tuple[Literal["done", "not_done"] | None, str]:
    """Returns how the plan went, and the name of what is said to that."""
    if is_partly_done(turn):
        return "not_done", "partly"
    if is_gone_badly(turn):
        return "done", "went_badly"
    if is_not_done(turn):
        return "not_done", "not_done"
    return ("done", "celebrate") if is_done(turn) else (None, "")


def _learned(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    reflection = reflector.reflect(state, turn, choice)
    return Outcome(status="finished").say(reflection, step("check_in_closed", state.said, choice))


def _blocked(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    """Takes up what got in the way, and asks what would make the plan fit better."""
    if _KEEP.search(turn.plain) or _CHANGE.match(turn.plain):
        state.asked = Stage.keep
        return _keep(state, turn, choice, reflector)
    name = "next_time_question" if was_said_last("went_badly", state.said) else "adapt_question"
    told = not (turn.unsure or turn.nothing or turn.skips)
    reflection = reflector.reflect(state, turn, choice) if told else step("stuck", state.said, choice)
    if told:
        state.reality.append(turn.plain)
    state.asked = Stage.keep
    return Outcome().say(reflection, step(name, state.said, choice))


def _keep(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    """Takes the plan as it was or as it is changed, and shows it anew with a new date."""
    same = bool(_KEEP.search(turn.plain)) or turn.agrees
    if (turn.refuses or turn.nothing) and not same:
        return Outcome(status="finished").say(step("check_in_closed", state.said, choice))
    if _CHANGE.match(turn.plain):
        return Outcome().say(step("adapt_question", state.said, choice))
    reflection, before = "", state.draft.cue
    if not same and not turn.unsure:
        reflection = _adapt(state, turn, choice, reflector)
    # A day that is named is for the step where it moved, and else for the next check-in.
    later = timedelta(days=1 if state.draft.cue != before else 0)
    state.draft.check_at = turn.times[0] + later if turn.times else None
    settle_check(state.draft, turn.at)
    if not state.draft.cue:
        state.asked = Stage.cue
        return Outcome().say(reflection, question("cue", state.said, choice))
    return show_card(state, choice, reflection)


def _adapt(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> str:
    """Puts what was said in place of the plan's parts and returns a reflection of it."""
    turn = turn.decided
    action, cue = action_of(turn.plain)
    if names_moment(turn.plain) and not (is_doing(action) and not _SAME_ACTION.match(action)):
        state.draft.cue = cue or cue_of(turn.plain)
        return reflector.reflect(state, turn, choice, Stage.cue)
    if is_doing(action):
        state.draft.action, state.draft.cue = action, cue or state.draft.cue
        return reflector.reflect(state, turn, choice, Stage.action)
    return reflector.reflect(state, turn, choice, Stage.reality)


_RESPONSES = {Stage.went: _went, Stage.learned: _learned, Stage.blocked: _blocked, Stage.keep: _keep}
