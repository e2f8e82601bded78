"""Turns that steer the session instead of telling something: stop, later, back, doubts, another topic."""

import random
import re

from actions.coaching.session.asking import ask_anew, ask_smaller
from actions.coaching.session.confirming import show_card
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moves import step
from actions.coaching.session.outcome import Outcome, Said
from actions.coaching.session.signs import questions
from actions.coaching.session.state import SessionState, Stage

# What the domain's own responses say best, also in the middle of a session.
STANDING = {"privacy_question": "utter_privacy", "bot_challenge": "utter_bot_challenge"}
_ELSEWHERE = ("out_of_scope", "small_talk", "bot_challenge")
_ASIDE_BEGINS = re.compile(
    r"^(?:(?:wait|hold on|sorry|btw|by the way|quick question(?: in between)?|hang on|one thing)[\s,:-]*)+",
    re.IGNORECASE,
)
# A longer question is about somebody else as well.
SHORT = 12
# A single word such as "boss" is taken for a greeting more lightly than that.
GREETS = 0.8
_HELLO = "Hello."
PART_OF_A_PLAN = frozenset(
    {
        Stage.situation,
        Stage.goal,
        Stage.reality,
        Stage.options,
        Stage.action,
        Stage.cue,
        Stage.obstacle,
        Stage.remedy,
        Stage.check,
    }
)


def steer(state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
    """Returns what follows from a turn that steers; None for one that tells something."""
    if turn.stops:
        return Outcome(status="stopped").say(step("stopped", state.said, choice))
    if turn.pauses:
        return Outcome(status="paused").say(step("paused", state.said, choice))
    if turn.meant(*STANDING, sure=0.7) and turn.asks:
        return _standing(state, turn, choice)
    if name := _about_the_talk(turn):
        return Outcome().say(step(name, state.said, choice), again(state, choice))
    if turn.meant("greet", sure=GREETS) and turn.words <= 5:
        return _greeted(state, choice)
    if state.asked in (Stage.confirm, Stage.edit):
        return None
    if turn.back_to:
        words = step("back", state.said, choice)
        go_back(state, turn.back_to)
        return Outcome().say(words, ask_anew(state, choice))
    if turn.doubts:
        return Outcome().say(step("sceptical", state.said, choice), again(state, choice))
    ordered = turn.meant(*_ELSEWHERE, sure=0.5) and bool(questions.ORDER.match(turn.plain))
    if ordered or (turn.off_topic and (turn.asks or state.asked == Stage.check)):
        return Outcome().say(step("off_topic", state.said, choice), again(state, choice))
    return None


def pages(state: SessionState, queries: list[str], choice: random.Random, *, advice: bool) -> Outcome:
    """Has the library answer, and hands back to the employee's own thinking afterwards."""
    nothing = step("nothing_in_pages", state.said, choice)
    back = again(state, choice)
    if advice and state.asked in (Stage.options, Stage.action):
        then = step("back_from_pages_question", state.said, choice)
    else:
        then = f"{step('back_from_pages', state.said, choice)} {back}"
    said = Said("\n".join(queries), kind="pages", then=then, otherwise=f"{nothing} {back}", doubtful=advice)
    return Outcome(says=[said])


def library_question(turn: Turn) -> list[str]:
    """Returns the questions that a turn asks the library, the asking sentences first."""
    asking = [part for part in sentences(turn.plain) if part.endswith("?")]
    return [_ASIDE_BEGINS.sub("", part) for part in asking] or [turn.plain]


def _about_the_talk(turn: Turn) -> str:
    """Returns the step that answers a question about the coach or its questions, "" for any other turn."""
    if turn.words > SHORT:
        return ""
    if questions.REPHRASE.search(turn.plain):
        return "rephrase"
    if questions.WHY_ASKED.search(turn.plain):
        return "why_asked"
    if questions.ALREADY_TOLD.match(turn.plain):
        return "already_told"
    personal = turn.only_asks and not turn.asks_advice and not turn.asks_library
    return "about_me" if personal and questions.ABOUT_COACH.search(turn.plain) else ""


def _standing(state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
    outcome = Outcome(says=[Said(STANDING[turn.intent], kind="response")])
    return outcome.say(again(state, choice))


def _greeted(state: SessionState, choice: random.Random) -> Outcome:
    """Greets back and leaves the question that stands."""
    if state.asked in (Stage.confirm, Stage.edit):
        return show_card(state, choice, _HELLO)
    if state.asked == Stage.went and _HELLO not in state.said:
        # The coach has just asked, and has nothing to add to it.
        return Outcome().say(_HELLO)
    return Outcome().say(_HELLO, again(state, choice))


def go_back(state: SessionState, stage: Stage) -> None:
    """Clears a part and makes it the one that is asked for."""
    if stage == Stage.reality and state.asked == Stage.situation:
        stage = Stage.situation
    if stage in (Stage.goal, Stage.action, Stage.cue, Stage.obstacle):
        setattr(state.draft, stage.value, "")
    if stage == Stage.check:
        state.draft.check_at = None
    if stage == Stage.options:
        state.draft.action = state.draft.cue = ""
    state.asked = stage


def again(state: SessionState, choice: random.Random) -> str:
    """Returns the question of the stage in other words."""
    if state.asked in PART_OF_A_PLAN:
        return ask_smaller(state, choice) if state.unsure else ask_anew(state, choice)
    return step(_STEPS.get(state.asked, "adapt_question"), state.said, choice)


# What is asked once more at the stages that ask with a step.
_STEPS = {
    Stage.confirm: "card_confirm",
    Stage.edit: "edit_which",
    Stage.went: "went_again",
    Stage.learned: "celebrate_question",
    Stage.blocked: "not_done_question",
    Stage.keep: "adapt_question",
}
