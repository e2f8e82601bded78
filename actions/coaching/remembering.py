"""Speaks of what is remembered: asks first, lists with date and origin, recalls, changes, forgets."""

import re
from datetime import datetime

from actions.coaching.memory import Memory
from actions.coaching.session.card import long_date, plan_text
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import flip
from actions.coaching.session.state import Draft
from actions.messages import Button, Reply
from actions.storage.goals import Goals
from actions.storage.memories import Remembered
from actions.storage.plans import Plans, StoredPlan

_ASKING = r"(?:(?:please|pls|can you|could you|i want you to|i'd like you to|would you|hey|ok|so)\b[\s,]*)*"
# "This" and "that" belong to the asking in "remember this: ..." but not in "remember this week I'm away".
_LEAD = re.compile(
    rf"^{_ASKING}(?:(?:remember|keep in mind|note down|jot down|write down|take note|note|make a note"
    r"|don't forget|save|store|for next time|for the record|for your information|just so you know|fyi"
    r"|memori[sz]e|you should (?:know|remember)|know)\b[\s,:-]*)"
    r"(?:(?:this|it)(?: down)?(?:\s*[:,;-]+\s*|\s+(?=that\b|please\b|(?:i|i'm|i've|my)\b)|[\s.…]*$))?"
    r"(?:please\b[\s,:-]*)?(?:that\b(?!')[\s,:-]*)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"[,;.!-]\s*(?:please |and |so )*(?:remember|note|save|store|memori[sz]e|keep) (?:it|that|this)"
    r"(?: in mind| please)?\W*$",
    re.IGNORECASE,
)
# "Save this note", "remember something for me": an asking that names nothing yet.
_NO_FACT = re.compile(
    r"^(?:(?:this|that|it|something|a|of|the|what i just said|note|notes|thought|conversation|for|me"
    r"|later|next|time|week|please|in|your|mind|memory|keep|write|jot|take|hold|down|can|you)\b[\s.,!?…]*)*$",
    re.IGNORECASE,
)
_NOTES = r"(?:notes?|facts?|memor(?:y|ies)|information|info|data|details|things?)"
_ALL = re.compile(
    rf"\b(?:every ?thing|all (?:of it|about me|(?:that )?you know"
    rf"|(?:of )?(?:my|your|the|those|these) {_NOTES}|{_NOTES}))\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:about|on|concerning|regarding) (?!me\b|myself\b)(?P<what>.+)$|\b(?:except|but|apart from)\b",
    re.IGNORECASE,
)
_NTH = re.compile(r"\b(?:note|item|fact|number) (?P<nth>\d+)\W*$", re.IGNORECASE)
_FORGET = re.compile(
    rf"^{_ASKING}(?:forget|delete|erase|remove|drop|wipe)\b[\s,:]*(?:what i (?:said|told you)\b"
    r"|the (?:thing|part|note|bit)\b)?\s*(?:(?:about|that|on)\b(?!'))?\s*",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:agree\w*|plan\w*|commit\w*|decide\w*|promise\w*|going to do|last time|wanted to do|supposed to)\b",
    re.IGNORECASE,
)
ORIGINS = {"told": "you asked me to remember it", "session": "said in a session"}
MAX_LISTED = 20
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
_LITTLE = frozenset("the and you told said that this have has her his its our their please".split())


class Remembering:
    """Answers for one employee at a time."""

    def __init__(self, memory: Memory, plans: Plans, goals: Goals | None = None) -> None:
        self._memory = memory
        self._plans = plans
        self._goals = goals

    def remember(self, employee_id: str, turn: Turn) -> tuple[Reply, bool]:
        """Remembers a fact, or asks for consent first; returns what to say and whether consent is asked."""
        fact = _fact(turn.plain)
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
        fact = _fact(said.replace("’", "'"))
        if len(fact.split()) < 2:
            return Reply(kind="move", text="Then I will. Ask me what I know about you at any time.")
        self._memory.remember(employee_id, fact, at)
        return Reply(kind="move", text=f"Thank you. I'll remember this: “{fact.rstrip('.')}”.")

    def known(self, employee_id: str) -> Reply:
        """Lists every fact with its date and origin, each with a button to forget it."""
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
        lines = [f"{n}. “{fact.text}” ({long_date(fact.created_at)}, {ORIGINS.get(fact.origin, fact.origin)})"
                 for n, fact in enumerate(facts[-MAX_LISTED:], 1)]  # fmt: skip
        lines += [
            f"· Your plan of {long_date(plan.created_at)}: {_plan(plan)} ({_STATUS[plan.status]})"
            for plan in plans[-5:]
        ]
        lines += [f"· Your goal: {goal.text}" for goal in goals]
        more = f"\nThese are the newest {MAX_LISTED} of {len(facts)}." if len(facts) > MAX_LISTED else ""
        buttons = [
            Button(title=f"Forget {n}", payload=f'/forget_this{{"memory": "{fact.id}"}}')
            for n, fact in enumerate(facts[-MAX_LISTED:], 1)
        ]
        return Reply(
            kind="card",
            text="This is what I know about you:\n" + "\n".join(lines) + more,
            buttons=tuple(buttons[:8]),
        )

    def forget(self, employee_id: str, turn: Turn, memory_id: str | None) -> Reply:
        """Forgets one item, what is meant by the words, or everything."""
        if memory_id:
            known = self._memory.forget(employee_id, memory_id)
            return Reply(kind="move", text="Forgotten." if known else "I don't have that any more.")
        every = turn.intent == "erase_data" or bool(_ALL.search(turn.plain))
        some = _SOME.search(turn.plain)
        if every and not some:
            return self._forget_all(employee_id, turn.at)
        if every and some:
            found = self._naming(employee_id, some["what"] or "")
        elif nth := _NTH.search(turn.plain):
            found = self._memory.facts(employee_id)[-MAX_LISTED:][int(nth["nth"]) - 1 :][:1]
        else:
            about = _FORGET.sub("", turn.plain).strip(" .?!")
            found = self._memory.find(employee_id, about)[:1] if about else []
        if not found:
            return Reply(kind="move", text=NOT_FOUND)
        for memory in found:
            self._memory.forget(employee_id, memory.id)
        return Reply(kind="move", text=f"Forgotten: {', '.join(f'“{memory.text}”' for memory in found)}.")

    def _forget_all(self, employee_id: str, at: datetime) -> Reply:
        count = self._memory.forget_all(employee_id)
        self._memory.disallow(employee_id, at)
        items = "item" if count == 1 else "items"
        return Reply(kind="move", text=f"Forgotten: {count} {items}. {STAYS}")

    def _naming(self, employee_id: str, what: str) -> list[Remembered]:
        """Returns the facts in which every word occurs, or else the likest one."""
        words = set(re.findall(r"\w{3,}", what.lower())) - _LITTLE
        if not words:
            return []
        facts = self._memory.facts(employee_id)
        named = [fact for fact in facts if words <= set(re.findall(r"\w+", fact.text.lower()))]
        return named or self._memory.find(employee_id, what)[:1]

    def recall(self, employee_id: str, turn: Turn) -> Reply:
        """Answers a question about earlier conversations from the employee's own history, with the date."""
        plan = self._plans.latest(employee_id)
        found = self._memory.find(employee_id, turn.plain)
        if plan and _AGREED.search(turn.plain):
            return Reply(
                kind="move",
                text=f"On {_day(plan.created_at, turn)} you planned: “{_plan(plan)}”. {_obstacle(plan)}",
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


_STATUS = {"active": "open", "done": "done", "not_done": "not done", "dropped": "replaced"}


def _fact(said: str) -> str:
    """Returns what is to be remembered, without the asking; "" where nothing is named."""
    fact = _LEAD.sub("", _TRAIL.sub("", said)).strip(" ?")
    return "" if _NO_FACT.match(fact) else fact


def _day(moment: datetime, turn: Turn) -> str:
    """Returns the date on the employee's own calendar."""
    return long_date(moment.astimezone(turn.at.tzinfo))


def _told(memory: Remembered, turn: Turn) -> str:
    return f"On {_day(memory.created_at, turn)} you told me: “{memory.text.rstrip('.')}”."


def _plan(plan: StoredPlan) -> str:
    return plan_text(Draft(goal=plan.goal, cue=plan.cue, action=plan.action))


def _obstacle(plan: StoredPlan) -> str:
    return f"And if this got in the way: {flip(plan.obstacle)}, you wanted to {flip(plan.remedy)}."
