"""One turn of a coaching session: it follows the employee, reflects, and asks at most one question."""

import random
import re
from dataclasses import replace

from actions.coaching.session import check_in, venting
from actions.coaching.session.asking import ask, ask_smaller, next_stage
from actions.coaching.session.confirming import confirm, settle_check
from actions.coaching.session.controls import PART_OF_A_PLAN, again, go_back, library_question, pages, steer
from actions.coaching.session.english import is_clause
from actions.coaching.session.exploring import HarmSense, explore, is_harmful
from actions.coaching.session.harvest import harvest, what_was_heard
from actions.coaching.session.hearing import Turn
from actions.coaching.session.helping import FILLED_IN, fill_in, help_along, is_told, leave_it, nod, pass_over
from actions.coaching.session.leading import go_on
from actions.coaching.session.mending import is_misheard, said_instead, take_back
from actions.coaching.session.mirror import clauses, salience
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.phrases import commits, goal_of, wishes
from actions.coaching.session.reflecting import Reflector
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.wording import phrase, unhedged

# "Meetings" or "my boss" names a topic and tells nothing of it.
A_WORD = 3
_A_GOAL = re.compile(r"\bgoal\b", re.IGNORECASE)
_SHOULD_BE = re.compile(r"\bgoal should (?:rather |really )?be\b", re.IGNORECASE)
# What stands beside a question and is shorter than this tells nothing.
TOLD_BESIDE = 4


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
        if returned := self._returned(state, turn, choice):
            return returned
        if steered := steer(state, turn, choice):
            return steered
        if is_misheard(state, turn):
            return self._set_right(state, turn, choice)
        if is_harmful(state, turn, self._harm):
            return explore(state, turn, choice, self._reflector)
        if state.asked in check_in.STAGES:
            return check_in.respond(state, turn, choice, self._reflector)
        if turn.asks_library:
            self._take_beside(state, turn)
            return pages(state, library_question(turn), choice, advice=False)
        if state.asked in (Stage.confirm, Stage.edit):
            named = bool(_A_GOAL.search(turn.plain)) or bool(turn.times)
            other_goal = turn.changes_goal and wishes(turn.plain) and not named
            return self._new_goal(state, turn, choice) if other_goal else confirm(state, turn, choice)
        if turn.asks_advice and state.asked != Stage.situation:
            self._take_beside(state, turn)
            return pages(state, _advice_queries(state) or [turn.plain], choice, advice=True)
        if venting.is_venting(state, turn):
            return venting.hear_out(state, turn, choice, self._reflector)
        return self._listen(state, turn, choice)

    def _listen(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Takes up what was told: a reflection, then the next question."""
        if turn.changes_goal and state.asked not in (Stage.situation, Stage.goal):
            return self._new_goal(state, turn, choice)
        if turn.only_asks:
            return self._asked_back(state, turn, choice)
        if without := self._without_an_answer(state, turn, choice):
            return without
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
            return fill_in(state, choice, own=phrase(unhedged(turn.plain)))
        if state.asked == Stage.check or state.draft.check_at is not None:
            settle_check(state.draft, turn.at)
        reflection = self._reflector.reflect(state, turn, choice, heard)
        feeling = step("feeling_first", state.said, choice) if turn.feels and not reflection else ""
        if turn.feels and before.asked == Stage.situation and not state.draft.goal:
            # What hurts is heard before anything is wanted of it.
            state.asked = Stage.reality
            return Outcome().say(feeling, reflection, question("heard_out", state.said, choice))
        named = turn.words <= A_WORD and not is_clause(turn.plain)
        if before.asked == Stage.situation and named and not state.draft.goal:
            # Nobody knows yet what there is to want.
            return Outcome().say(reflection, ask(state, Stage.reality, choice))
        return go_on(state, choice, feeling, reflection)

    def _without_an_answer(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
        """Meets a turn that answers nothing; None for one that does."""
        if is_told(state, turn):
            return leave_it(state, choice)
        if state.asked == Stage.check:
            return None
        if turn.skips:
            return pass_over(state, choice)
        if (turn.agrees or turn.picks or turn.thanks) and not turn.times:
            return nod(state, turn, choice, self._reflector)
        nothing = turn.nothing and state.asked != Stage.reality
        if turn.unsure or turn.empty or nothing:
            return help_along(state, turn, choice)
        return None

    def _asked_back(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Meets a question that no page and nobody but the employee can answer."""
        if state.asked == Stage.situation:
            state.situation.append(turn.plain)
            return Outcome().say(step("opening_line", state.said, choice), ask(state, Stage.goal, choice))
        aside = turn.meant("out_of_scope", "small_talk", "bot_challenge", sure=0.5)
        return Outcome().say(
            step("off_topic" if aside else "your_call", state.said, choice), again(state, choice)
        )

    def _take_beside(self, state: SessionState, turn: Turn) -> None:
        """Keeps what was told beside a question."""
        told = replace(turn, text=turn.told)
        if state.asked not in PART_OF_A_PLAN or told.words < TOLD_BESIDE or told.asks_advice:
            return
        harvest(state, told)
        missing = next_stage(state)
        if state.asked not in (Stage.options, Stage.action) and missing != Stage.confirm:
            state.asked = missing

    def _set_right(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Takes back what was heard wrongly, and takes what was said in its place or asks for it."""
        take_back(state)
        words = step("misheard", state.said, choice)
        instead = said_instead(turn)
        if instead is None:
            return Outcome().say(words, again(state, choice))
        return _after(words, self._listen(state, instead, choice))

    def _returned(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
        """Goes back to an earlier part and takes at once what is said to it; None where nothing is."""
        told = turn.said_next
        if turn.back_to is None or told.words < TOLD_BESIDE or state.asked not in PART_OF_A_PLAN:
            return None
        go_back(state, turn.back_to)
        return _after(step("back", state.said, choice), self._listen(state, told, choice))

    def _offer_answered(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome | None:
        offer, state.offered = state.offered, ""
        if offer == venting.OFFER:
            return venting.offer_answered(state, turn, choice)
        if turn.agrees:
            return pages(state, _advice_queries(state), choice, advice=True)
        if turn.refuses or turn.unsure:
            return Outcome().say(step("declined_offer", state.said, choice), ask_smaller(state, choice))
        return None

    def _new_goal(self, state: SessionState, turn: Turn, choice: random.Random) -> Outcome:
        """Puts another goal in the place of the first, or asks for it where none was named."""
        state.asked = Stage.goal
        said = _SHOULD_BE.sub("goal is", turn.plain)
        goal = goal_of(said) if wishes(said) else ""
        # "I'd like another goal" names none.
        goal = "" if _A_GOAL.search(goal) else goal
        state.draft = state.draft.model_copy(
            update={"goal": goal, "action": "", "cue": "", "obstacle": "", "remedy": ""}
        )
        state.options, state.unsure, state.asked_more, state.goal_id = [], 0, [], None
        state.reality = state.reality or [turn.plain]
        reflection = self._reflector.reflect(state, turn, choice, Stage.goal) if goal else ""
        words = step("goal_changed" if goal else "goal_reopened", state.said, choice)
        return go_on(state, choice, words, reflection)


def _after(words: str, outcome: Outcome) -> Outcome:
    """Returns the outcome with these words before its first."""
    outcome.says[0] = replace(outcome.says[0], text=f"{words} {outcome.says[0].text}")
    return outcome


def _advice_queries(state: SessionState) -> list[str]:
    """Returns what to look for in the pages, best first."""
    goal = state.draft.goal
    told = [clause for text in state.words for clause in clauses(text)]
    situation = max(told, key=salience) if told else ""
    first = state.words[0] if state.words else ""
    return [text for text in (first, situation, f"How do I {goal}?" if goal else "") if text]
