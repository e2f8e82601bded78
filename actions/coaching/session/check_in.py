"""A check-in: how the plan went, what made it work or got in the way, and whether the plan still fits."""

import random
import re
from typing import TYPE_CHECKING

from actions.coaching.session.confirming import settle_check, show_card
from actions.coaching.session.hearing import Turn
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import action_of, cue_of, is_doing, names_moment
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
_LATER = re.compile(
    r"\b(?:not now|later|busy|bad (?:time|moment)|another (?:time|day)|tomorrow)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:did|didn't|was|were|had|forgot|tried|went|told|because)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:i (?:did|managed|told|talked|asked|spoke|sent|made|finished|went|called|said|wrote)"
    r"|it (?:went|worked)|done)\b"
    r"|^(?:yes|yep|yeah)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"^(?:no|nope|nah|not (?:yet|really|this time|done|quite))\b(?! problem)"
    r"|\bi (?:didn't|did not|haven't|have not|couldn't(?! believe)|could not|wasn't able|never)\b"
    r"|\b(?:forgot|failed|chickened out|put it off|skipped|no time|no chance|too busy|tried but|didnt|havent"
    r"|never (?:got|happened)|it didn't happen)\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"^(?:yes,? )?(?:i(?:'d| would)? )?keep (?:it|the plan|that)(?: (?:as it is|the same|like that))?\W*$"
    r"|\b(?:same|as it is|stays?|still fits|no change|fine as)\b",
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


def not_done(turn: Turn) -> bool:
    """Says whether the employee tells that they did not do it."""
    if turn.command:
        return turn.intent == "check_in_not_done"
    if _NOT_DONE.search(turn.plain):
        return True
    return turn.meant("check_in_not_done", "deny") and not _DONE.search(turn.plain)


def _went(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    if _is_later(turn):
        outcome = Outcome(status="stopped", postponed=True)
        return outcome.say(step("not_now", state.said, choice))
    reflection = reflector.reflect(state, turn, choice) if turn.words >= 4 and not turn.command else ""
    if not_done(turn):
        state.asked = Stage.blocked
        words = reflection or step("not_done", state.said, choice)
        return Outcome(went="not_done").say(words, step("not_done_question", state.said, choice))
    if not _is_done(turn):
        # Neither a yes nor a no: the question stays.
        return Outcome().say(reflection, step("went_again", state.said, choice))
    state.asked = Stage.learned
    words = step("celebrate", state.said, choice)
    return Outcome(went="done").say(words, reflection, step("celebrate_question", state.said, choice))


def _is_done(turn: Turn) -> bool:
    """Says whether the employee tells that they did it."""
    if turn.command:
        return turn.intent == "check_in_done"
    return bool(_DONE.search(turn.plain)) or turn.agrees or turn.meant("check_in_done")


def _is_later(turn: Turn) -> bool:
    """Says whether the employee wants to be asked another time, and tells nothing."""
    if turn.command:
        return turn.intent == "not_now"
    later = bool(_LATER.search(turn.plain)) or turn.meant("not_now")
    return later and turn.words <= 9 and not _TELLS.search(turn.plain)


def _learned(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    reflection = reflector.reflect(state, turn, choice)
    return Outcome(status="finished").say(reflection, step("check_in_closed", state.said, choice))


def _blocked(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    reflection = reflector.reflect(state, turn, choice)
    state.reality.append(turn.plain)
    state.asked = Stage.keep
    return Outcome().say(reflection, step("adapt_question", state.said, choice))


def _keep(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> Outcome:
    """Takes the plan as it was or as it is changed, and shows it anew with a new date."""
    same = bool(_KEEP.search(turn.plain)) or turn.agrees
    if (turn.refuses or turn.nothing) and not same:
        return Outcome(status="finished").say(step("check_in_closed", state.said, choice))
    reflection = ""
    if not same and not turn.unsure:
        reflection = _adapt(state, turn, choice, reflector)
    state.draft.check_at = turn.times[0] if turn.times else None
    settle_check(state.draft, turn.at)
    if not state.draft.cue:
        state.asked = Stage.cue
        return Outcome().say(reflection, question("cue", state.said, choice))
    return show_card(state, choice, reflection)


def _adapt(state: SessionState, turn: Turn, choice: random.Random, reflector: "Reflector") -> str:
    """Puts what was said in place of the plan's parts and returns a reflection of it."""
    action, cue = action_of(turn.plain)
    if names_moment(turn.plain) and not (is_doing(action) and not _SAME_ACTION.match(action)):
        state.draft.cue = cue or cue_of(turn.plain)
        return reflector.reflect(state, turn, choice, Stage.cue)
    if is_doing(action):
        state.draft.action, state.draft.cue = action, cue or state.draft.cue
        return reflector.reflect(state, turn, choice, Stage.action)
    return reflector.reflect(state, turn, choice, Stage.reality)


_RESPONSES = {Stage.went: _went, Stage.learned: _learned, Stage.blocked: _blocked, Stage.keep: _keep}
