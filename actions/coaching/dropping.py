"""Dropping a plan: heard in the employee's words, ended together with its check-in."""

import re

from actions.coaching.memory_card import plan_words
from actions.storage.plans import Plans, StoredPlan

NOTHING_TO_DROP = "You have no plan open just now, so there is nothing to drop, and I won't ask about one."
# A request shows in this many characters.
LONGEST = 300
# Only as a request, and only the coach's own plan: "my boss dropped the plan" tells a story.
_HEAD = (
    r"^(?:(?:please|pls|ok|okay|so|well|hey|hi|oh|sorry|actually|no|then|maybe|and)\b[\s,.!]*)*"
    r"(?:(?:(?:can|could|would|will) (?:you|we|i)|i(?:'d| would) (?:like|rather|prefer)(?: you)?(?: to)?"
    r"|i (?:want|need|have|wish)(?: you)? to|i'm going to|i(?:'ll| will)|let's)\b\s*)?"
    r"(?:(?:please|just)\b\s*)*"
)
_MINE = (
    r"(?:(?:my|the|that|this|our|your)\s+)?"
    r"(?:(?:last|latest|old|current|new|whole|entire|if-then|action)\s+)*"
)
_PLAN = r"(?:plan\b(?! (?:to|b)\b|')|(?:check-?\s?in|follow-?\s?up)\b(?! (?:meeting|call|with)\b))"
_ENDS = (
    r"(?:drop|cancel|scrap|abandon|forget|delete|erase|remove|ditch|bin|discard|call off|give up|get rid of)"
    r"(?: (?:about|on|of))?\s+"
)
_UNWANTED = (
    r"i(?: (?:don't|do not|no longer) (?:want|need)(?: to (?:do|keep|follow))?"
    r"|(?:'m| am) not (?:going to do|doing|following)"
    r"| (?:won't|will not) (?:do|keep|follow|need|go (?:on|through) with|stick to))\s+"
)
_OVER = r"plan (?:is (?:off|dead|cancelled|canceled)|can go|has fallen through)\b"
_DROPS = re.compile(rf"{_HEAD}(?:(?:{_ENDS}|{_UNWANTED}){_MINE}{_PLAN}|{_MINE}{_OVER})", re.IGNORECASE)
_KEEPS = re.compile(r"\b(?:keep|leave|except)\b.*\bplan\b|\bexcept\b", re.IGNORECASE)
_LITTLE = frozenset("the and that this plan plans with for about want will won't cancel drop forget".split())


def drops_plan(said: str) -> bool:
    """Says whether the employee wants to have their plan, or its check-in, dropped."""
    said = said[:LONGEST]
    return bool(_DROPS.match(said)) and not _KEEPS.search(_DROPS.sub("", said))


def plan_to_drop(plans: Plans, employee_id: str, said: str) -> StoredPlan | None:
    """Returns the open plan that is spoken of, the newest where the words tell none apart."""
    open_plans = [plan for plan in plans.all(employee_id) if plan.status == "active"]
    words = set(re.findall(r"\w{3,}", said.lower())) - _LITTLE
    return max(reversed(open_plans), key=lambda plan: len(words & _words(plan)), default=None)


def drop(plans: Plans, employee_id: str, plan: StoredPlan) -> str:
    """Retires the plan and its check-in, and returns what is said to that."""
    plans.replace(employee_id, plan.id)
    return (
        f"That's all right: I have dropped the plan “{plan_words(plan)}” and won't ask how it went; "
        "another can take its place whenever you like."
    )


def _words(plan: StoredPlan) -> set[str]:
    text = f"{plan.goal} {plan.cue} {plan.action} {plan.obstacle} {plan.remedy}"
    return set(re.findall(r"\w{3,}", text.lower()))
