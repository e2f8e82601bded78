"""The words after a try: each criterion with the employee's own, one thing to try, what changed."""

from collections.abc import Sequence

from actions.coaching.practice.counterpart import Kind
from actions.coaching.practice.rubric import NAMES, Criterion, Mark

MAX_WORDS = 90
MAX_COMPARED = 60
MET, OPEN = "✓", "○"
TIPS: dict[Criterion, str] = {
    "specific": 'name one thing you saw or heard. Start with: "On ... I saw ..."',
    "impact": 'say what it does to you or the work. Start with: "For me that means ..."',
    "question": 'ask something open, and wait. Start with: "How do you ..."',
    "next_step": 'say what should happen next. Start with: "Next time, could you ..."',
}
# Where the employee asks for something, there is no act of the other person to name.
ASKING_TIPS: dict[Criterion, str] = {
    "specific": 'give one fact with a date or a number. Start with: "Since ... I have ..."',
    "next_step": 'say what you propose. Start with: "I suggest that we ..."',
}
COVERED = "You have covered all four: go on as you like, or ask for feedback."
ALL_MET = "All four were there. You could try it against more resistance, or in fewer words."


def feedback(marks: Sequence[Mark], *, kind: Kind, opening: str = "") -> str:
    """Returns a line for each criterion and one thing to try, 90 words at most."""
    for longest in (9, 6, 4):
        rows = [_row(mark, longest) for mark in marks]
        text = "\n".join([f"{opening} What I heard:".strip(), *rows, tip(marks, kind=kind)])
        if len(text.split()) <= MAX_WORDS:
            break
    return text


def tip(marks: Sequence[Mark], *, kind: Kind, lead: str = "To try next:", full: str = ALL_MET) -> str:
    """Returns one thing to try: the first criterion not met, with the beginning of a sentence."""
    unmet = next((mark.criterion for mark in marks if not mark.met), None)
    if unmet is None:
        return full
    own = ASKING_TIPS if kind != "feedback" else {}
    return f"{lead} {own.get(unmet, TIPS[unmet])}"


def changes(first: Sequence[Mark], now: Sequence[Mark]) -> str:
    """Returns what a later try has that the first had not, and the other way round."""
    pairs = list(zip(first, now, strict=True))
    new = [
        f"{_small(mark)} (“{_cut(mark.words, 6)}”)" for before, mark in pairs if mark.met and not before.met
    ]
    gone = [_small(mark) for before, mark in pairs if before.met and not mark.met]
    kept = [_small(mark) for before, mark in pairs if before.met and mark.met]
    dropped = [b.against for b, m in pairs if b.against and (m.met or not m.against)]
    rows = ["Compared with your first try:"]
    rows += [f"New: {_listed(new)}."] if new else []
    rows += [f"Kept: {_listed(kept)}."] if kept else []
    rows += [f"Not there this time: {_listed(gone)}."] if gone else []
    rows += [f"You left out “{_cut(dropped[0], 6)}”."] if dropped else []
    if not (new or gone or dropped):
        rows.append("No criterion was added or lost.")
    return "\n".join(rows)


def _row(mark: Mark, longest: int) -> str:
    if mark.met:
        return f"{MET} {NAMES[mark.criterion]}: “{_cut(mark.words, longest)}”"
    reason = f"“{_cut(mark.against, longest)}” stood in the way" if mark.against else "not yet"
    return f"{OPEN} {NAMES[mark.criterion]}: {reason}"


def _cut(words: str, longest: int) -> str:
    parts = words.split()
    if len([part for part in parts if part != "…"]) <= longest:
        return words
    return " ".join(parts[:longest]) + " …"


def _small(mark: Mark) -> str:
    name = NAMES[mark.criterion]
    return name[:1].lower() + name[1:]


def _listed(items: Sequence[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]
