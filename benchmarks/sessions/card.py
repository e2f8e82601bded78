"""The plan card as an employee reads it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from knowledge.words import content_stems

_GOAL = re.compile(r"^goal:\s*(?P<goal>\S.*)$", re.IGNORECASE | re.MULTILINE)
_IF_THEN = re.compile(
    r"^(?:if|when)\s+(?:it is\s+)?(?P<cue>(?!.*\bgets? in the way\b)\S.*?),?\s+then\s+i(?:'ll|\s+will)\s+"
    r"(?:go for this:\s*)?(?P<action>\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
# "If X gets in the way: Y", or "If this gets in the way: X, then I will Y".
_OBSTACLE = re.compile(
    r"^if\s+(?:this\s+gets in the way:\s*(?P<this>\S.*?),?\s+then\s+i(?:'ll|\s+will)"
    r"|(?P<obstacle>\S.*?)\s+gets? in the way:)\s*(?P<remedy>\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_CHECK = re.compile(r"^check-in:\s*(?P<check>\S.*)$", re.IGNORECASE | re.MULTILINE)
_DATE = re.compile(
    r"(?P<date>\d{1,2} [A-Z][a-z]+ \d{4})(?:,?\s*(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)
MORNING = 9
# Of the words of an action that carry meaning; a coach may turn or shorten a few.
QUOTED = 0.6


@dataclass(frozen=True)
class Card:
    """The parts of a plan as the card shows them; a part that it lacks is empty."""

    goal: str
    cue: str
    action: str
    obstacle: str
    remedy: str
    check_at: datetime | None

    @property
    def whole(self) -> bool:
        """Says whether all four parts are there: goal, if-then, obstacle with remedy, check-in."""
        return all((self.goal, self.cue, self.action, self.obstacle, self.remedy, self.check_at))

    def quoted_in(self, text: str) -> bool:
        """Says whether a text gives the action's words back."""
        action = content_stems(self.action)
        return bool(action) and len(action & content_stems(text)) >= QUOTED * len(action)


def read_card(text: str) -> Card:
    """Returns what the text of a card says."""
    text = re.sub(r"[*_]", "", text.replace("’", "'"))

    def part(pattern: re.Pattern[str], name: str) -> str:
        found = pattern.search(text)
        return (found[name] or "").strip().rstrip(".") if found else ""

    return Card(
        goal=part(_GOAL, "goal"),
        cue=part(_IF_THEN, "cue"),
        action=part(_IF_THEN, "action"),
        obstacle=part(_OBSTACLE, "this") or part(_OBSTACLE, "obstacle"),
        remedy=part(_OBSTACLE, "remedy"),
        check_at=_moment(part(_CHECK, "check")),
    )


def _moment(text: str) -> datetime | None:
    """Returns the moment of a check-in, in UTC, nine in the morning where only a day is given."""
    found = _DATE.search(text)
    if not found:
        return None
    try:
        day = datetime.strptime(found["date"], "%d %B %Y").replace(tzinfo=UTC)
        return day.replace(hour=int(found["hour"] or MORNING), minute=int(found["minute"] or 0))
    except ValueError:
        return None
