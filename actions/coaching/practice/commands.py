"""Recognises what an employee says to the coach and not to the other person."""

import re
from typing import Literal

from actions.coaching.practice.openness import Difficulty
from actions.coaching.practice.text import plain

Command = Literal["stop", "pause", "hint", "feedback", "harder", "easier", "again"]
_POLITE = r"(?:ok(?:ay)?,? |please,? |can we |could we |let'?s |i want to |i'd like to |i would like )*"
# The whole message has to be the command: "stop" is one, "stop interrupting me" is not.
_WORDS: dict[Command, str] = {
    "stop": (
        r"stop(?: here| now| the practice| practi[sc]ing)?|end|quit|exit|that(?:'?s| is) enough|enough"
        r"|i'?m done|done|finish(?: here)?|cancel"
    ),
    "pause": r"pause|(?:take )?a (?:short )?break|wait|hold on|time ?out|one moment",
    "hint": (
        r"hint|help|help me|a hint|i don'?t know(?: what to say)?|i do not know what to say"
        r"|what (?:should|can|could) i say(?: now)?|i'?m stuck|no idea"
    ),
    "feedback": (
        r"(?:get |have |some |the |my |give me |show me (?:the |my )?)*feedback(?: now)?"
        r"|how was (?:i|that|it)|how did i do"
    ),
    "harder": r"(?:make it |a bit |a little )*(?:harder|more difficult|tougher)",
    "easier": r"(?:make it |a bit |a little )*(?:easier|less difficult|not so hard)",
    "again": (
        r"(?:try |do it |start )*again|(?:try )?once more|one more (?:time|try)|(?:a )?second try"
        r"|start over|restart|from the (?:start|beginning)|repeat"
    ),
}
_COMMANDS = {
    name: re.compile(rf"{_POLITE}(?:{words})(?:,? (?:please|thanks|thank you|coach))*", re.IGNORECASE)
    for name, words in _WORDS.items()
}
_DIFFICULTIES: tuple[tuple[Difficulty, str], ...] = (
    ("easy", r"\b(?:easy|easiest|gentle|soft|nice|1|one|first)\b"),
    ("realistic", r"\b(?:realistic|real|normal|medium|middle|2|two|second)\b"),
    ("hard", r"\b(?:hard|hardest|difficult|tough|3|three|third)\b"),
)
_LADDER: tuple[Difficulty, ...] = ("easy", "realistic", "hard")


def command(text: str) -> Command | None:
    """Returns the command that the whole message is, or None."""
    bare = plain(text).strip(" .!?\"'“”/")
    return next((name for name, pattern in _COMMANDS.items() if pattern.fullmatch(bare)), None)


def difficulty(text: str) -> Difficulty | None:
    """Returns the difficulty that the message names, or None where it names none or several."""
    named = [name for name, pattern in _DIFFICULTIES if re.search(pattern, plain(text))]
    return named[0] if len(named) == 1 else None


def changed(now: Difficulty, wish: Literal["harder", "easier"]) -> Difficulty:
    """Returns the next difficulty up or down; the last one stays."""
    place = _LADDER.index(now) + (1 if wish == "harder" else -1)
    return _LADDER[min(max(place, 0), len(_LADDER) - 1)]
