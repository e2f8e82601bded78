"""The card of all that is known of an employee: each note with its date, its origin and its buttons."""

from collections.abc import Sequence

from actions.coaching.session.card import long_date, plan_text
from actions.coaching.session.state import Draft
from actions.messages import Button, Reply
from actions.storage.goals import StoredGoal
from actions.storage.memories import SESSION, TOLD, Remembered
from actions.storage.plans import StoredPlan

MAX_LISTED = 20
MAX_PLANS = 5
# Two buttons for each of these; the other notes are changed and forgotten in words.
MAX_PRESSED = 3
ORIGINS = {TOLD: "you asked me to remember it", SESSION: "said in a session"}
_STATUS = {"active": "open", "done": "done", "not_done": "not done", "dropped": "set aside"}


def known_card(
    facts: Sequence[Remembered], plans: Sequence[StoredPlan] = (), goals: Sequence[StoredGoal] = ()
) -> Reply:
    """Returns the card of these notes, plans and goals, of the newest where there are many."""
    listed = facts[-MAX_LISTED:]
    lines = [
        f"{n}. “{fact.text}” ({long_date(fact.created_at)}, {ORIGINS.get(fact.origin, fact.origin)})"
        for n, fact in enumerate(listed, 1)
    ]
    lines += [
        f"· Your plan of {long_date(plan.created_at)}: {plan_words(plan)} ({_STATUS[plan.status]})"
        for plan in plans[-MAX_PLANS:]
    ]
    lines += [f"· Your goal: {goal.text}" for goal in goals]
    if len(facts) > MAX_LISTED:
        lines.append(f"These are the newest {MAX_LISTED} of {len(facts)}.")
    if len(listed) > MAX_PRESSED:
        lines.append("For the others, say “change note 1 to …” or “forget note 1”.")
    pressed = list(enumerate(listed, 1))[-MAX_PRESSED:]
    return Reply(
        kind="card",
        text="\n".join(["This is what I know about you:", *lines]),
        buttons=tuple(button for n, fact in pressed for button in _buttons(n, fact)),
    )


def which_card(facts: Sequence[Remembered]) -> Reply:
    """Returns the card that asks which of these notes is to be changed."""
    listed = facts[-MAX_LISTED:]
    lines = [f"{n}. “{fact.text}”" for n, fact in enumerate(listed, 1)]
    more = ["For the others, say “change note 1 to …”."] if len(listed) > MAX_PRESSED else []
    pressed = list(enumerate(listed, 1))[-MAX_PRESSED:]
    return Reply(
        kind="card",
        text="\n".join(["Which of these shall I change?", *lines, *more]),
        buttons=tuple(_buttons(n, fact)[0] for n, fact in pressed),
    )


def plan_words(plan: StoredPlan) -> str:
    """Returns the if-then plan as one sentence, in the employee's own words."""
    return plan_text(Draft(goal=plan.goal, cue=plan.cue, action=plan.action))


def _buttons(n: int, fact: Remembered) -> tuple[Button, Button]:
    carried = f'{{"memory": "{fact.id}"}}'
    return (
        Button(title=f"Change {n}", payload=f"/change_memory{carried}"),
        Button(title=f"Forget {n}", payload=f"/forget_this{carried}"),
    )
