"""Runs one simulated employee through a session, the day after it, and the day of the check-in."""

import re
from datetime import datetime, timedelta

from benchmarks.sessions.employee import Employee
from benchmarks.sessions.judging import is_dead_end, judge
from benchmarks.sessions.listening import Listener
from benchmarks.sessions.turns import Ask, Conversation, Said, Turn
from benchmarks.sessions.voice import Voice

MAX_TURNS = 24
GREETINGS = ("hi", "what did we agree last time?")
_HOW_IT_WENT = re.compile(r"\b(how|what|where|did|was|were|have|has)\b[^?]*\?", re.IGNORECASE)


async def hold(
    employee: Employee,
    ask: Ask,
    listener: Listener,
    *,
    user: str,
    start: datetime,
    greeting: str = GREETINGS[0],
) -> Conversation:
    """Holds a session from the employee's side, and returns what was said and how it ended.

    The session starts at start, a minute a turn; greeting is what is said a day after it.
    """
    conversation = Conversation(employee)
    at = await _session(conversation, ask, listener, user, start)
    if conversation.plan:
        await _days_after(conversation, ask, user, at, greeting)
    return conversation


async def _session(
    conversation: Conversation, ask: Ask, listener: Listener, user: str, at: datetime
) -> datetime:
    """Talks until there is a plan, the employee stops or leaves, or the turns run out; returns when."""
    voice = Voice(conversation.employee)
    said = voice.first()
    for _ in range(MAX_TURNS):
        turn = await _turn(ask, said, user, at)
        card_seen = any(before.card for before in conversation.turns)
        turn.heard = listener.heard(turn, voice.answered, card_seen=card_seen)
        turn.bad = judge(turn, conversation.turns, listener)
        turn.dead_end = is_dead_end(turn)
        conversation.turns.append(turn)
        if _ended(conversation):
            return at
        at += voice.pause()
        said = voice.next(turn)
    conversation.ran_out = conversation.employee.wants_plan
    return at


def _ended(conversation: Conversation) -> bool:
    """Says whether the last turn was the session's end, and writes down which kind."""
    turn = conversation.turns[-1]
    if turn.said.purpose == "confirm" and _accepted(turn):
        cards = [before.card for before in conversation.turns if before.card]
        conversation.plan = cards[-1] if cards else None
    conversation.stopped = turn.said.purpose == "stop"
    bad = sum(bool(before.bad) for before in conversation.turns)
    ended = bool(conversation.plan) or conversation.stopped
    conversation.left = not ended and bad >= conversation.employee.patience
    return ended or conversation.left


def _accepted(turn: Turn) -> bool:
    """Says whether a coach took a confirmation for one."""
    return (
        bool(turn.spoken) and not turn.has("card") and not turn.has("decline") and turn.heard != "edit_part"
    )


async def _days_after(
    conversation: Conversation, ask: Ask, user: str, ended: datetime, greeting: str
) -> None:
    """Comes back a day later and at the check-in, and writes down what the coach still knew."""
    plan = conversation.plan
    if not plan:
        return
    next_day = ended + timedelta(days=1)
    conversation.later.append(await _turn(ask, Said(greeting, "recall"), user, next_day))
    conversation.recalled = plan.quoted_in(conversation.later[0].spoken)
    if plan.check_at is None:
        return
    due = max(plan.check_at, next_day) + timedelta(hours=1)
    conversation.later.append(await _turn(ask, Said("hello", "check_in"), user, due))
    conversation.check_ins = sum(
        plan.quoted_in(reply["text"]) and bool(_HOW_IT_WENT.search(reply["text"]))
        for turn in conversation.later
        if turn.at >= plan.check_at
        for reply in turn.replies
    )


async def _turn(ask: Ask, said: Said, user: str, at: datetime) -> Turn:
    answer = await ask(said.text, user, at)
    return Turn(said, at, list(answer["replies"]), float(answer["latency_ms"]))
