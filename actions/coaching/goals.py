"""What an employee wants to reach: set, listed, measured, changed, finished or dropped."""

import random
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from actions.coaching import goal_words
from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.coaching.vectors import Encode
from actions.messages import Button, Reply
from actions.storage.goals import Goals, StoredGoal

RATING_TOP = 10.0
BAR = 10
RATE = "On a scale from 0 to 10, where are you with it today?"
NO_GOAL = "You have no goal open just now. What would you like to reach?"
# How alike a goal and a skill, or a goal and what is said of it, must be to belong together.
SKILL_FROM = 0.35
SAME_FROM = 0.4
# What is asked where a goal's first number is known; by a point where it is rated.
HOW_IT_IS = (
    "What is going on with it at the moment?",
    "How does it go in an ordinary week?",
    "What would move it up a little?",
)
ONE_POINT_MORE = (
    "What would make it one point higher?",
    "What would be different if it were one point higher?",
    "What would you notice first if it went up by one point?",
)


class GoalKeeping:
    """Speaks of one employee's goals; skills are the library's, as they are written there."""

    def __init__(self, goals: Goals, encode: Encode, skills: Sequence[str]) -> None:
        self._goals = goals
        self._encode = encode
        self._skills = list(skills)
        self._skill_vectors = encode([skill.replace("-", " ") for skill in skills]) if skills else None

    def set(self, employee_id: str, turn: Turn) -> tuple[Reply, str]:
        """Stores a goal; returns what to say, which asks where they stand today, and the goal's id."""
        text = goal_words.named(turn)
        if not text:
            return Reply(kind="move", text="What would you like to reach?"), ""
        due_at = goal_words.due(turn)
        goal_id = self._goals.add(
            employee_id, text, at=turn.at, due_at=due_at, skill=self._skill(text), **_measure(text)
        )
        due = f"You want to be there by {long_date(due_at)}. " if due_at else ""
        buttons = (Button(title="Talk it through", payload=f'/start_session{{"goal": "{goal_id}"}}'),)
        return Reply(kind="move", text=f"Goal: {text}. {due}{_asks_first(text)}", buttons=buttons), goal_id

    def list(self, employee_id: str) -> Reply:
        """Lists the goals with a small picture of each one's progress."""
        active, ended = self._goals.active(employee_id), self._goals.ended(employee_id)
        if not active:
            done = f" You have reached {sum(g.status == 'done' for g in ended)} so far." if ended else ""
            return Reply(
                kind="move", text=f"You have no goal open just now.{done} What would you like to reach?"
            )
        lines = [f"{n}. {goal.text}\n   {picture(goal)}" for n, goal in enumerate(active, 1)]
        buttons = [
            Button(title=f"Update {n}", payload=f'/update_progress{{"goal": "{goal.id}"}}')
            for n, goal in enumerate(active[:4], 1)
        ]
        return Reply(kind="card", text="Your goals:\n" + "\n".join(lines), buttons=tuple(buttons))

    def report(self, employee_id: str, turn: Turn, goal_id: str | None = None) -> tuple[Reply, str | None]:
        """Takes a number on the way to a goal; returns what to say and the goal that still lacks one."""
        goal = self.meant(employee_id, turn, goal_id)
        if goal is None:
            return Reply(kind="move", text=NO_GOAL), None
        if goal.status != "active":
            return _over(goal), None
        in_percent, rated = "percent" in goal.text or "%" in goal.text, goal.measure == "rating"
        value = None if turn.command else goal_words.value(turn.plain, in_percent=in_percent, of_ten=rated)
        if value is None:
            return Reply(kind="move", text=f"Your goal: {goal.text}. {_asks(goal)}"), goal.id
        most = RATING_TOP if rated else max(goal.target or RATING_TOP, RATING_TOP) * 10
        if not 0 <= value <= most:
            return Reply(kind="move", text=f"{value:g} is outside what I can draw. {_asks(goal)}"), goal.id
        self._goals.report(employee_id, goal.id, value, turn.at)
        goal = self._goals.get(employee_id, goal.id) or goal
        text = f"Noted. {goal.text}:\n{picture(goal)}\n{_movement(goal)}"
        button = Button(title="I've reached it", payload=f'/finish_goal{{"goal": "{goal.id}"}}')
        return Reply(kind="card", text=text, buttons=(button,) if is_reached(goal) else ()), None

    def finish(self, employee_id: str, turn: Turn, goal_id: str | None = None) -> Reply:
        """Ends a goal: reached, or dropped where the employee says so."""
        goal = self.meant(employee_id, turn, goal_id)
        if goal is None:
            return Reply(kind="move", text="You have no goal open just now, so there is nothing to end.")
        if goal.status != "active":
            return _over(goal)
        status = "dropped" if goal_words.drops(turn.plain) else "done"
        self._goals.change(employee_id, goal.id, status=status, ended_at=turn.at)
        if status == "dropped":
            return Reply(
                kind="move", text=f"Dropped: {goal.text}. That frees some room for what matters more now."
            )
        return Reply(kind="move", text=f"Reached: {goal.text}. What did you do that got you there?")

    def change(self, employee_id: str, turn: Turn) -> Reply:
        """Puts other words, or another date, in place of a goal's."""
        goal = self.meant(employee_id, turn, None)
        if goal is None:
            return Reply(kind="move", text=NO_GOAL)
        text, moves = goal_words.changed(turn.plain)
        fields: dict[str, Any] = {"text": text, **_measure(text)} if text else {}
        if due_at := goal_words.next_moment(turn):
            fields["due_at"] = due_at
        if not fields:
            asks = "When would you like to reach it?" if moves else "What should it be instead?"
            return Reply(kind="move", text=f"Your goal: {goal.text}. {asks}")
        self._goals.change(employee_id, goal.id, **fields)
        changed = self._goals.get(employee_id, goal.id) or goal
        due = (
            f" You want to be there by {long_date(changed.due_at.astimezone(turn.at.tzinfo))}."
            if changed.due_at
            else ""
        )
        return Reply(kind="move", text=f"Goal: {changed.text}.{due}")

    def meant(
        self, employee_id: str, turn: Turn, goal_id: str | None, *, talked_of: str | None = None
    ) -> StoredGoal | None:
        """Returns the goal that is spoken of: named, numbered, likest, talked of just now, or newest."""
        if goal_id:
            return self._goals.get(employee_id, goal_id)
        active = self._goals.active(employee_id)
        if not active:
            return None
        otherwise = next((goal for goal in active if goal.id == talked_of), active[-1])
        if len(active) == 1 or turn.command:
            return otherwise
        nth = goal_words.nth(turn.plain)
        if 1 <= nth <= len(active):
            return active[nth - 1]
        likeness = self._encode([goal.text for goal in active]) @ self._encode([turn.plain])[0]
        best = int(np.argmax(likeness))
        return active[best] if likeness[best] >= SAME_FROM else otherwise

    def _skill(self, text: str) -> str | None:
        if self._skill_vectors is None:
            return None
        likeness = self._skill_vectors @ self._encode([text])[0]
        best = int(np.argmax(likeness))
        return self._skills[best] if likeness[best] >= SKILL_FROM else None


def picture(goal: StoredGoal) -> str:
    """Returns progress as ten small blocks and in words: "▰▰▰▱▱▱▱▱▱▱ 3 of 10, from 2"."""
    if not goal.values:
        return "▱" * BAR + " not measured yet"
    top = goal.target or RATING_TOP
    now, first = goal.values[-1], goal.values[0]
    filled = max(0, min(BAR, round(BAR * now / top))) if top else BAR
    since = f", from {first:g}" if len(goal.values) > 1 else ""
    return "▰" * filled + "▱" * (BAR - filled) + f" {now:g} of {top:g}{since}"


def is_reached(goal: StoredGoal) -> bool:
    """Says whether the last number is what was wanted, or more."""
    return goal.target is not None and bool(goal.values) and goal.values[-1] >= goal.target


def opening(goal: StoredGoal, said: Collection[str], choice: random.Random) -> str:
    """Returns the first words of a session on a goal: where it stands, and a question that was not asked."""
    stands = f"You're at {goal.values[-1]:g} of {goal.target or RATING_TOP:g}" if goal.values else ""
    rated = bool(goal.values) and goal.measure == "rating"
    bank = ONE_POINT_MORE + HOW_IT_IS if rated else HOW_IT_IS
    fresh = [question for question in bank if not any(question in text for text in said)]
    return f"{stands or f'Your goal: {goal.text}'}. {choice.choice(fresh or bank)}"


def _measure(text: str) -> dict[str, Any]:
    """Returns how a goal of these words is measured."""
    counted = goal_words.counted(text)
    if counted is None:
        return {"measure": "rating", "target": RATING_TOP}
    return {"measure": "number", "target": goal_words.number(counted["number"])}


def _asks_first(text: str) -> str:
    counted = goal_words.counted(text)
    if counted is None:
        return RATE
    if counted["percent"]:
        return "How far is it today, in percent?"
    when = f"{counted['per']} is it at the moment" if counted["per"] else " is it today"
    return f"How many {counted['what'].lower()}{when}?"


def _asks(goal: StoredGoal) -> str:
    if goal.measure == "rating":
        return RATE
    return f"How many of {goal.target or RATING_TOP:g} is it today?"


def _movement(goal: StoredGoal) -> str:
    if len(goal.values) < 2:
        return "That is where you start from."
    before, now = goal.values[-2:]
    if now > before:
        return "That is further than last time. What made the difference?"
    if now < before:
        return "That is less than last time. What has changed?"
    return "The same as last time. What would move it by one?"


def _over(goal: StoredGoal) -> Reply:
    ended = "reached" if goal.status == "done" else "dropped"
    return Reply(kind="move", text=f"You {ended} this goal already, so I left it as it is: {goal.text}.")
