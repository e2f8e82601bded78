"""Whether a plan says what the employee said."""

from benchmarks.sessions.employee import Employee
from benchmarks.sessions.turns import Conversation
from knowledge.words import content_stems

# Where each part of a card may come from.
SOURCES: dict[str, tuple[str, ...]] = {
    "goal": ("goal",),
    "cue": ("cue", "action", "options"),
    "action": ("action", "options"),
    "obstacle": ("obstacle",),
    "remedy": ("remedy", "obstacle"),
}
# Of a part's words that carry meaning; a coach may add a few to join them.
OWN = 0.6


def in_own_words(conversation: Conversation) -> bool:
    """Says whether every part of the confirmed card is made of what the employee said on that part."""
    plan = conversation.plan
    return plan is not None and all(
        _made_of(getattr(plan, part), _sayings(conversation.employee, topics))
        for part, topics in SOURCES.items()
    )


def _made_of(part: str, said: set[str]) -> bool:
    stems = content_stems(part)
    return bool(part) and len(stems & said) >= OWN * len(stems)


def _sayings(employee: Employee, topics: tuple[str, ...]) -> set[str]:
    """Returns the stems of what an employee may say on some topics, changes included."""
    texts = [text for topic, facts in employee.facts.items() if topic in topics for text in facts]
    changes = employee.habits.changes_goal, employee.habits.edits
    if "goal" in topics and not employee.habits.changes_goal:
        texts.append(employee.situation)
    texts += [change.text for change in changes if change]
    return content_stems(" ".join(texts))
