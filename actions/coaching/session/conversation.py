"""One turn of a coaching session: it follows the employee, reflects, and asks at most one question."""

import random
from typing import Protocol

from actions.coaching.harm import asks_for_agreement
from actions.coaching.session import check_in
from actions.coaching.session.asking import ask, ask_smaller, next_stage, wants_more
from actions.coaching.session.confirming import confirm, settle_check, show_card
from actions.coaching.session.controls import again, library_question, pages, steer
from actions.coaching.session.frames import wanted
from actions.coaching.session.harvest import harvest, what_was_heard
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import clauses, salience
from actions.coaching.session.moves import easier, question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import commits, goal_of
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


# Probabilities from which a plan is looked at for what it would lead to.
HARMFUL, HARMFUL_IF_ASKED = 0.8, 0.4
MOST_EXPLORED = 3
# Stages at which people tell what has happened.
_TOLD_ONLY = frozenset({Stage.went, Stage.learned, Stage.blocked})


class HarmSense(Protocol):
    """Says whether somebody proposes to do something that would harm them or others at work."""

    def probability(self, text: str) -> float:
        """Returns how likely the text proposes it."""


class Coaching:
    """The coach's side of a session; all that it knows of one is in the state."""

    def __init__(self, reflector: Reflector, harm: HarmSense) -> None:
        self._reflector = reflector
        self._harm = harm

    def respond(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Returns what to say to a turn, and moves the state on."""
        outcome = self._respond(state, turn, choice)
        state.said += [
            text for said in outcome.says for text in (said.text, said.then, said.otherwise) if text
        ]
        return outcome

    def _respond(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        if state.offered:
            answered = self._offer_answered(state, turn, choice)
            if answered:
                return answered
        if steered := steer(state, turn, choice):
            return steered
        if self._is_harmful(state, turn):
            return self._explore(state, turn, choice)
        if state.asked in check_in.STAGES:
            return check_in.respond(state, turn, choice, self._reflector)
        if turn.asks_library:
            return pages(state, library_question(turn), choice, advice=False)
        if state.asked in (Stage.confirm, Stage.edit):
            return confirm(state, turn, choice)
        if turn.asks_advice and state.asked != Stage.situation:
            return pages(state, _advice_queries(state) or [turn.plain], choice, advice=True)
        return self._listen(state, turn, choice)

    def _listen(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Takes up what was told: a reflection, then the next question."""
        if turn.changes_goal and state.asked not in (Stage.situation, Stage.goal):
            return self._new_goal(state, turn, choice)
        if turn.only_asks:
            return self._asked_back(state, turn, choice)
        if state.asked == Stage.options and any(state.options) and (turn.nothing or turn.unsure):
            return self._go_on(state, choice, f"{wanted(state.draft, choice)}." if state.draft.goal else "")
        nodding = turn.agrees and not turn.times and state.asked != Stage.check
        lost = turn.unsure or turn.empty or nodding or (turn.nothing and state.asked in FILLED_IN)
        if lost and state.asked != Stage.check:
            return self._help_along(state, turn, choice)
        before = state.model_copy(deep=True)
        if state.exploring and not commits(turn.plain):
            state.reality.append(turn.plain)
        else:
            harvest(state, turn)
        heard, state.exploring = what_was_heard(before, state), False
        # An answer beside the question is taken up, but not for ever.
        needed = state.asked in FILLED_IN or (state.asked == Stage.options and not state.options)
        beside = heard == Stage.reality and needed and not before.exploring
        state.unsure = state.unsure + 1 if beside else 0
        if state.unsure > 2:
            return self._fill_in(state, choice)
        settle = state.asked == Stage.check or state.draft.check_at is not None
        if settle:
            settle_check(state.draft, turn.at)
        reflection = self._reflector.reflect(state, turn, choice, heard)
        feeling = step("feeling_first", state.said, choice) if turn.feels and not reflection else ""
        return self._go_on(state, choice, feeling, reflection)

    def _asked_back(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Meets a question that no page and nobody but the employee can answer."""
        if state.asked == Stage.situation:
            state.situation.append(turn.plain)
            return Outcome().say(step("opening_line", state.said, choice), ask(state, Stage.goal, choice))
        aside = turn.meant("out_of_scope", "small_talk", "bot_challenge", sure=0.5)
        return Outcome().say(
            step("off_topic" if aside else "your_call", state.said, choice), again(state, choice)
        )

    def _go_on(self, state: SessionState, choice: random.Random, *before: str) -> Outcome:
        if wants_more(state) and not state.unsure:
            return Outcome().say(*before, ask(state, Stage.options, choice))
        stage = next_stage(state)
        if stage == Stage.confirm:
            return show_card(state, choice, *before)
        return Outcome().say(*before, ask(state, stage, choice))

    def _help_along(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Meets "I don't know": a smaller question, then an offer, then something to put right later."""
        state.unsure += 1
        kind = "stuck" if turn.unsure or turn.nothing else "short_answer"
        if state.unsure == 1 or not (state.draft.goal or easier(state.asked)):
            goal = f"{wanted(state.draft, choice)}." if state.draft.goal else ""
            return Outcome().say(step(kind, state.said, choice), goal, ask_smaller(state, choice))
        if state.unsure == 2 and state.asked in (Stage.options, Stage.action):
            state.offered = "advice"
            return Outcome().say(step("offer_pages", state.said, choice), buttons=YES_NO)
        return self._fill_in(state, choice)

    def _fill_in(self, state: SessionState, choice: random.Random) -> Outcome:
        state.unsure = 0
        if state.asked in (Stage.situation, Stage.reality):
            state.reality.append("")
            return self._go_on(state, choice, step("stuck", state.said, choice))
        if state.asked == Stage.options:
            state.options.append("")
            return Outcome().say(ask(state, Stage.action, choice))
        text = FILLED_IN[state.asked]
        setattr(state.draft, state.asked.value, text)
        return self._go_on(state, choice, step("filled_in", state.said, choice, text=text))

    def _offer_answered(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
        state.offered = ""
        if turn.agrees:
            return pages(state, _advice_queries(state), choice, advice=True)
        if turn.refuses or turn.unsure:
            return Outcome().say(step("declined_offer", state.said, choice), ask_smaller(state, choice))
        return None

    def _is_harmful(self, state: SessionState, turn: Turn) -> bool:
        """Says whether the turn proposes harm; somebody who wants a yes to it is heard sooner."""
        if turn.words < 4 or turn.agrees or state.asked in _TOLD_ONLY:
            return False
        needed = HARMFUL_IF_ASKED if asks_for_agreement(turn.plain) else HARMFUL
        return self._harm.probability(turn.plain) >= needed

    def _explore(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Looks at what would follow from a harmful plan, which is not agreed to and gets onto no card."""
        if state.explored >= MOST_EXPLORED:
            state.asked, state.exploring = Stage.options, False
            return Outcome().say(step("decline_agreement", state.said, choice), ask_smaller(state, choice))
        agreement = asks_for_agreement(turn.plain)
        words = step("decline_agreement", state.said, choice) if agreement else ""
        reflection = "" if words else self._reflector.reflect(state, turn, choice)
        if state.asked == Stage.situation:
            state.situation.append(turn.plain)
            state.asked = Stage.reality
        state.exploring = True
        state.explored += 1
        return Outcome().say(words, reflection, question("consequence", state.said, choice))

    def _new_goal(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        state.asked = Stage.goal
        state.draft = state.draft.model_copy(
            update={"goal": goal_of(turn.plain), "action": "", "cue": "", "obstacle": "", "remedy": ""}
        )
        state.options, state.unsure, state.asked_more, state.goal_id = [], 0, [], None
        state.reality = state.reality or [turn.plain]
        reflection = self._reflector.reflect(state, turn, choice)
        return self._go_on(state, choice, step("goal_changed", state.said, choice), reflection)


def _advice_queries(state: SessionState) -> list[str]:
    """Returns what to look for in the pages, best first."""
    goal = state.draft.goal
    told = [clause for text in state.words for clause in clauses(text)]
    situation = max(told, key=salience) if told else ""
    first = state.words[0] if state.words else ""
    return [text for text in (first, situation, f"How do I {goal}?" if goal else "") if text]
