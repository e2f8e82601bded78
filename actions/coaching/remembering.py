"""Speaks of what is remembered: asks first, lists with date and origin, recalls, changes, forgets."""

import re
from datetime import datetime

from actions.coaching.changing import GONE, Changing
from actions.coaching.dropping import NOTHING_TO_DROP, drop, drops_plan, plan_to_drop
from actions.coaching.memory import Memory
from actions.coaching.memory_card import known_card, plan_words
from actions.coaching.memory_meant import at_place, named
from actions.coaching.memory_words import ALL, FORGET, SOME, fact_in, place_in
from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import flip
from actions.messages import Button, Reply
from actions.storage.goals import Goals
from actions.storage.memories import Remembered
from actions.storage.plans import Plans, StoredPlan

_AGREED = re.compile(
    r"\b(?:agree\w*|plan\w*|commit\w*|decide\w*|promise\w*|going to do|last time|wanted to do|supposed to)\b",
    re.IGNORECASE,
)
ASK_CONSENT = (
    "I can remember that, if you want me to remember things about you at all. What I remember is stored "
    "encrypted, only you can see it here, "
    "and you can have each item changed or forgotten. Shall I?"
)
NOT_FOUND = "I can't find that among what I remember. Ask “what do you know about me?” to see all of it."
STAYS = (
    "I keep no notes about you from now on, until you ask me to. Your plans, your goals and the text of our "
    "conversation stay. A goal you can drop at any time: say “drop my goal”."
)


class Remembering:
    """Answers for one employee at a time."""

    def __init__(self, memory: Memory, plans: Plans, goals: Goals | None = None) -> None:
        self._memory = memory
        self._plans = plans
        self._goals = goals
        self.changing = Changing(memory)

    def remember(self, employee_id: str, turn: Turn) -> tuple[Reply, bool]:
        """Remembers a fact, or asks for consent first; returns what to say and whether consent is asked."""
        fact = fact_in(turn.plain)
        if not self._memory.allowed(employee_id):
            buttons = (
                Button(title="Yes, remember things", payload="/affirm"),
                Button(title="No, don't", payload="/deny"),
            )
            return Reply(kind="move", text=ASK_CONSENT, buttons=buttons), True
        if len(fact.split()) < 2:
            return Reply(kind="move", text="What would you like me to remember?"), False
        self._memory.remember(employee_id, fact, turn.at)
        return Reply(kind="move", text=f"I'll remember this: “{fact.rstrip('.')}”."), False

    def allow(self, employee_id: str, said: str, at: datetime) -> Reply:
        """Takes the consent that was asked for, and remembers what it was asked about."""
        self._memory.allow(employee_id, at)
        fact = fact_in(said.replace("’", "'"))
        if len(fact.split()) < 2:
            return Reply(kind="move", text="Then I will. Ask me what I know about you at any time.")
        self._memory.remember(employee_id, fact, at)
        return Reply(kind="move", text=f"Thank you. I'll remember this: “{fact.rstrip('.')}”.")

    def known(self, employee_id: str) -> Reply:
        """Lists every fact with its date and origin, and buttons to change and to forget it."""
        facts = self._memory.facts(employee_id)
        plans = self._plans.all(employee_id)
        goals = self._goals.active(employee_id) if self._goals else []
        if not facts and not plans and not goals:
            ending = (
                ""
                if self._memory.allowed(employee_id)
                else " Remembering is switched off until you say “remember that …”."
            )
            return Reply(
                kind="move",
                text="I remember nothing about you. Stored, encrypted, are our conversation itself and your "
                f"thumbs up or down on answers.{ending}",
            )
        return known_card(facts, plans, goals)

    def forget(self, employee_id: str, turn: Turn, memory_id: str | None) -> Reply:
        """Forgets one item, what is meant by the words, or everything."""
        if memory_id:
            known = self._memory.forget(employee_id, memory_id)
            return Reply(kind="move", text="Forgotten." if known else GONE)
        if drops_plan(turn.plain):
            return self.drop_plan(employee_id, turn)
        every = turn.intent == "erase_data" or bool(ALL.search(turn.plain))
        some = SOME.search(turn.plain)
        if every and not some:
            return self._forget_all(employee_id, turn.at)
        if every and some:
            found = named(self._memory, employee_id, some["what"] or "")
        elif place := place_in(turn.plain):
            found = at_place(self._memory, employee_id, place)
        else:
            about = FORGET.sub("", turn.plain).strip(" .?!")
            found = self._memory.find(employee_id, about)[:1] if about else []
        if not found:
            return Reply(kind="move", text=NOT_FOUND)
        for memory in found:
            self._memory.forget(employee_id, memory.id)
        return Reply(kind="move", text=f"Forgotten: {', '.join(f'“{memory.text}”' for memory in found)}.")

    def drop_plan(self, employee_id: str, turn: Turn) -> Reply:
        """Drops the open plan that is spoken of, and its check-in."""
        plan = plan_to_drop(self._plans, employee_id, turn.plain)
        return Reply(kind="move", text=drop(self._plans, employee_id, plan) if plan else NOTHING_TO_DROP)

    def _forget_all(self, employee_id: str, at: datetime) -> Reply:
        count = self._memory.forget_all(employee_id)
        self._memory.disallow(employee_id, at)
        items = "item" if count == 1 else "items"
        return Reply(kind="move", text=f"Forgotten: {count} {items}. {STAYS}")

    def recall(self, employee_id: str, turn: Turn) -> Reply:
        """Answers a question about earlier conversations from the employee's own history, with the date."""
        plan = self._plans.latest(employee_id)
        found = self._memory.find(employee_id, turn.plain)
        if plan and _AGREED.search(turn.plain):
            since = " You dropped it since." if plan.status == "dropped" else ""
            return Reply(
                kind="move",
                text=f"On {_day(plan.created_at, turn)} you planned: “{plan_words(plan)}”. "
                f"{_obstacle(plan)}{since}",
            )
        if found:
            return Reply(kind="move", text=" ".join(_told(memory, turn) for memory in found[:2]))
        if not self._memory.allowed(employee_id):
            return Reply(
                kind="move",
                text="You haven't told me that, or I was not to keep it: remembering is switched off until "
                "you say “remember that …”.",
            )
        return Reply(kind="move", text="You haven't told me that.")


def _day(moment: datetime, turn: Turn) -> str:
    """Returns the date on the employee's own calendar."""
    return long_date(moment.astimezone(turn.at.tzinfo))


def _told(memory: Remembered, turn: Turn) -> str:
    return f"On {_day(memory.created_at, turn)} you told me: “{memory.text.rstrip('.')}”."


def _obstacle(plan: StoredPlan) -> str:
    return f"And if this got in the way: {flip(plan.obstacle)}, you wanted to {flip(plan.remedy)}."
