"""The plan card: an if-then plan, an obstacle and its answer, and the day to ask how it went."""

from datetime import date, datetime, timedelta

from actions.coaching.session.phrases import when, will
from actions.coaching.session.state import Draft
from actions.messages import Button

BUTTONS = (
    Button(title="That's my plan", payload="/affirm"),
    Button(title="Change something", payload="/edit_plan"),
)
PARTS = {
    "goal": "The goal",
    "action": "What I'll do",
    "cue": "When",
    "obstacle": "The obstacle",
    "check": "The date",
}
# A goal without a date of its own is taken to be a month away.
HORIZON = timedelta(days=30)
MORNING = 9


def plan_text(draft: Draft) -> str:
    """Returns the if-then plan as one sentence, in the employee's own words."""
    return f"{when(draft.cue)}, then {will(draft.action)}"


def card_text(draft: Draft) -> str:
    """Returns the card's four lines; raises ValueError where a part is missing."""
    if not (draft.goal and draft.action and draft.cue and draft.obstacle and draft.remedy and draft.check_at):
        raise ValueError("a plan needs a goal, an action, a moment, an obstacle, its answer and a date")
    return (
        f"Goal: {draft.goal}\n"
        f"{plan_text(draft)}.\n"
        f"If this gets in the way: {draft.obstacle}, then {will(draft.remedy)}.\n"
        f"Check-in: {long_date(draft.check_at)}"
    )


def long_date(moment: date) -> str:
    """Returns a date as it is said: "Thursday 3 December 2026"."""
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def edit_buttons() -> tuple[Button, ...]:
    """Returns a button for each part that can be changed."""
    return tuple(
        Button(title=title, payload=f'/edit_plan{{"part": "{part}"}}') for part, title in PARTS.items()
    )


def first_check(now: datetime, due: datetime | None = None) -> datetime:
    """Returns when to ask first: after a fifth of the goal's horizon (DESIGN.md 5), on a working morning.

    A goal that is due at the weekend is asked about by then; one that is due within a day, on the next.
    """
    horizon = max((due - now), timedelta(days=5)) if due else HORIZON
    moment = now + horizon / 5
    morning = working_morning(moment)
    if due and morning.date() > due.astimezone(now.tzinfo).date():
        return _morning(moment)
    return morning


def working_morning(moment: datetime) -> datetime:
    """Returns nine o'clock of that day, or of the next working day."""
    day = _morning(moment)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def _morning(moment: datetime) -> datetime:
    return moment.replace(hour=MORNING, minute=0, second=0, microsecond=0)
