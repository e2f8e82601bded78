"""The end of a session: the card is shown, confirmed or changed part by part."""

import random
import re
from dataclasses import replace
from datetime import datetime, timedelta

from actions.coaching.session.asking import SEVERAL, next_stage
from actions.coaching.session.card import (
    BUTTONS,
    card_text,
    edit_buttons,
    first_check,
    long_date,
    working_morning,
)
from actions.coaching.session.frames import summed_up
from actions.coaching.session.harvest import harvest
from actions.coaching.session.hearing import Turn
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome, Said
from actions.coaching.session.phrases import action_of, commits, goal_of, is_doing, names_moment, wishes
from actions.coaching.session.signs.answers import HESITATES
from actions.coaching.session.state import Draft, SessionState, Stage

ROOM_FOR_INTRO = 26
NAMES_ONE = 12
FURTHEST = timedelta(days=366)
_PARTS = {
    "check": re.compile(r"\b(?:dates?|check(?:-?in)?|ask me|the day)\b", re.IGNORECASE),
    "remedy": re.compile(
        r"\b(?:plan b|back-?up|fallback|remedy|what i do (?:about it|then)|if that happens)\b", re.IGNORECASE
    ),
    "obstacle": re.compile(r"\b(?:obstacle|in the way|problem)\b", re.IGNORECASE),
    "goal": re.compile(r"\bgoal\b", re.IGNORECASE),
    "cue": re.compile(r"\b(?:when|moment|timing|time)\b", re.IGNORECASE),
    "action": re.compile(r"\b(?:step|action|what i(?:'ll| will)? do|plan|i will|i'll)\b", re.IGNORECASE),
}
_CHANGEABLE = frozenset(_PARTS)
_VALUE = re.compile(
    r"(?:^(?:(?:please|can you|could you|i(?:'d| would) (?:like|rather)(?: to)?|let's)\s+)*"
    r"(?:change|make|move|set|put|edit)\b.*?\b(?:to|into)\b|\bshould (?:rather |better |actually "
    r"|really )?be\b|:)\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
# "The moment is after lunch" says what to put there; "the moment is wrong" only that it has to change.
_NAMED = re.compile(
    r"^(?:no\b[,\s]*|actually\b[,\s]*)*(?:the|my) (?:real )?(?:(?P<cue>moment|time|timing)"
    r"|(?P<said>obstacle|goal)"
    r"|step|action|plan) is\s+(?:actually |really )?"
    r"(?!(?:fine|good|wrong|ok|okay|perfect|too|not|still|a bit)\b|right\W*$)(?P<value>\S+\s+\S.*)$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^to\s+(?=\w)", re.IGNORECASE)
_FINE = re.compile(
    r"\b(?:this is|that is|that's|it's) (?:my|the|a good) plan\b"
    r"|\b(?:is|it's|looks|all|am|i'm) (?:fine|right|good|ok|okay|perfect|happy)\b"
    r"|^(?:never ?mind,? )?keep (?:it|that)\b"
    r"|\b(?:as you say|that'll do|that will do|good enough|so be it|i can live with (?:it|that|this)"
    r"|i like (?:it|this|that|the plan)|(?:let's )?save (?:it|that|this)|put my name to (?:it|that|this))\b",
    re.IGNORECASE,
)
# "I'll take it" is a yes, "I'll ask Ann instead" another step.
_TAKEN = re.compile(
    r"^(?:(?:yes|ok|okay|fine|good|well|i think)[\s,.]+)*(?:i'll|i will|i'd|let's) (?:just )?"
    r"(?:do|take|keep|try|go with|stick (?:with|to)|leave) (?:it|that|this)\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:scrap|drop|bin|ditch|throw away|delete|cancel) (?:it|this|that|the (?:whole )?(?:plan|thing))\b"
    r"|\bi (?:don't|do not|dont) want (?:to do )?(?:it|this|that|any of (?:it|this)|a plan|this plan)"
    r"(?: (?:any ?more|at all|after all|now))*(?=\W*$|[,.;])|\b(?:no plan|not a plan)(?: after all)?\W*$",
    re.IGNORECASE,
)
_NOT_FINE = re.compile(r"\b(?:but|not|n't|wrong|change|except)\b", re.IGNORECASE)


def show_card(state: SessionState, choice: random.Random, *before: str) -> Outcome:
    """Shows the plan and asks whether it is right."""
    state.asked = Stage.confirm
    intro = step("card_intro", state.said, choice)
    confirm = step("card_confirm", state.said, choice)
    said = [text for text in before if text] or [summed_up(state.draft, choice)]
    if sum(len(text.split()) for text in said) + len(confirm.split()) < ROOM_FOR_INTRO:
        said.append(intro)
    outcome = Outcome().say(*said, confirm)
    outcome.says.append(Said(card_text(state.draft), kind="card", buttons=BUTTONS))
    return outcome


def confirm(state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
    """Takes a yes, a change, or the wish for one."""
    if turn.intent == "edit_plan":
        return _ask_for(state, turn.entities.get("part", ""), choice)
    if _DROPPED.search(turn.plain):
        return Outcome(status="stopped").say(step("stopped", state.said, choice))
    part = next((name for name, sign in _PARTS.items() if sign.search(turn.plain)), "")
    if turn.times and part in ("", "check"):
        state.draft.check_at = turn.times[0]
        settle_check(state.draft, turn.at)
        return show_card(state, choice)
    if named := _named(turn):
        return _change(state, *named, choice)
    fine = bool(_FINE.search(turn.plain)) and not _NOT_FINE.search(turn.plain)
    accepts = turn.does("accepts") and not part and not _NOT_FINE.search(turn.plain)
    if turn.agrees or fine or accepts or _TAKEN.match(turn.plain):
        date = long_date(_settled(state, turn.at))
        outcome = Outcome(status="finished", confirmed=True)
        return outcome.say(step("confirmed", state.said, choice, date=date))
    value = _VALUE.search(turn.plain)
    if part and value:
        return _change(state, part, replace(turn, text=value["value"]), choice)
    if part == "goal" and wishes(turn.plain) and _names_goal(goal_of(turn.plain)):
        return _change(state, part, turn, choice)
    if HESITATES.match(turn.plain):
        return Outcome().say(
            step("short_answer", state.said, choice), step("card_confirm", state.said, choice)
        )
    decided = turn.decided
    if commits(decided.plain) and is_doing(action_of(decided.plain)[0]):
        return _change(state, "action", decided, choice)
    # Who says much names more than one part.
    return _ask_for(state, part if turn.words <= NAMES_ONE else "", choice)


def settle_check(draft: Draft, now: datetime, due: datetime | None = None) -> None:
    """Makes sure that the check-in has a date that can be kept: in the future, in the working day."""
    moment = draft.check_at
    if moment is None or not now < moment <= now + FURTHEST:
        draft.check_at = first_check(now, due)
    elif (moment.hour, moment.minute) == (0, 0):
        draft.check_at = working_morning(moment)


def _settled(state: SessionState, now: datetime) -> datetime:
    settle_check(state.draft, now)
    assert state.draft.check_at is not None
    return state.draft.check_at


def _named(turn: Turn) -> tuple[str, Turn] | None:
    """Returns the part that a turn puts in other words, and these as a turn; None where it puts none."""
    match = _NAMED.match(turn.plain)
    if not match:
        return None
    value = match["value"]
    if match["said"]:
        return match["said"].lower(), replace(turn, text=value)
    if match["cue"]:
        return ("cue", replace(turn, text=value)) if names_moment(value) else None
    return ("action", replace(turn, text=_TO_DO.sub("", value))) if _TO_DO.match(value) else None


def _change(state: SessionState, part: str, turn: Turn, choice: random.Random) -> Outcome:
    cue = state.draft.cue
    _clear(state.draft, part)
    state.asked = Stage(part)
    harvest(state, turn)
    # Another step at the same moment, unless another is named.
    state.draft.cue = state.draft.cue or (cue if part == "action" else "")
    settle_check(state.draft, turn.at)
    missing = next_stage(state)
    if missing == Stage.confirm:
        return show_card(state, choice)
    # What is no part of the card, such as more of the situation, would leave it with a gap.
    return _ask_for(state, missing.value if missing.value in _CHANGEABLE else part, choice)


def _names_goal(goal: str) -> bool:
    """Says whether the words name a goal: not "change the goal", nor "wrong"."""
    return len(goal.split()) > 1 and not _PARTS["goal"].search(goal)


def _ask_for(state: SessionState, part: str, choice: random.Random) -> Outcome:
    if part not in _CHANGEABLE:
        state.asked = Stage.edit
        return Outcome().say(step("edit_which", state.said, choice), buttons=edit_buttons())
    _clear(state.draft, part)
    state.asked = Stage(part)
    # The ideas of back then are out of sight.
    return Outcome().say(question(part, state.said, choice, without=SEVERAL))


def _clear(draft: Draft, part: str) -> None:
    if part == "check":
        draft.check_at = None
        return
    setattr(draft, part, "")
    if part == "obstacle":
        draft.remedy = ""
