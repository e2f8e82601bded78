"""How open the other person is, from 0 to 1, and what moves it: one table of rules."""

from typing import Literal, NamedTuple

from actions.coaching.practice.labels import CLOSING, Label

Difficulty = Literal["easy", "realistic", "hard"]
Band = Literal["cold", "guarded", "listening", "open"]
BANDS: tuple[tuple[float, Band], ...] = (
    (0.25, "cold"),
    (0.5, "guarded"),
    (0.75, "listening"),
    (1.01, "open"),
)


class Rules(NamedTuple):
    """What one difficulty means."""

    start: float
    # What one line adds or takes; said again, an opening move adds half.
    moves: dict[Label, float]
    # Added to each opening line once a question and specifics have both been heard.
    both: float
    # The most that can be reached until both have been heard.
    until_both: float
    # The most in the first turn, the second, ...; free after that.
    ceilings: tuple[float, ...]


# In this order: specific, impact, question, next step; insults, threatens, accuses, backs down, vague.
def _moves(
    good: tuple[float, float, float, float], bad: tuple[float, float, float, float, float]
) -> dict[Label, float]:
    specific, impact, question, next_step = good
    insults, threatens, accuses, backs_down, vague = bad
    return {
        "specific": specific,
        "impact": impact,
        "question": question,
        "question_ahead": question,
        "next_step": next_step,
        "insults": insults,
        "threatens": threatens,
        "accuses": accuses,
        "backs_down": backs_down,
        "vague": vague,
        "greets": 0.0,
        "refuses": 0.0,
        "nods": 0.0,
    }


RULES: dict[Difficulty, Rules] = {
    "easy": Rules(0.55, _moves((0.15, 0.12, 0.2, 0.1), (-0.25, -0.3, -0.08, 0.0, 0.0)), 0.1, 1.0, (0.74,)),
    "realistic": Rules(
        0.4, _moves((0.1, 0.08, 0.12, 0.06), (-0.25, -0.3, -0.12, -0.02, -0.02)), 0.15, 0.6, (0.49, 0.7)
    ),
    "hard": Rules(
        0.15, _moves((0.07, 0.05, 0.1, 0.04), (-0.2, -0.2, -0.1, 0.0, -0.02)), 0.2, 0.35, (0.24, 0.45, 0.65)
    ),
}
# However open somebody was: right after these, no more than this.
AFTER: dict[Label, float] = {"insults": 0.4, "threatens": 0.35, "accuses": 0.7}
_QUESTIONS: frozenset[Label] = frozenset(("question", "question_ahead"))


def band(openness: float) -> Band:
    """Returns the manner that belongs to an openness between 0 and 1."""
    return next(name for below, name in BANDS if openness < below)


def moved(
    openness: float, said: tuple[Label, ...], *, heard: tuple[Label, ...], difficulty: Difficulty, turn: int
) -> float:
    """Returns the openness after a line with these labels; turn counts from 1."""
    rules = RULES[difficulty]
    known = {*heard, *said}
    both = "specific" in known and bool(_QUESTIONS & known)
    harsh = [label for label in said if label in CLOSING]
    new = openness + sum(_step(label, heard, rules, harsh=bool(harsh)) for label in said)
    if both and not harsh and any(rules.moves[label] > 0 for label in said):
        new += rules.both
    limits = [AFTER[label] for label in harsh]
    limits += [] if both else [rules.until_both]
    limits += rules.ceilings[turn - 1 : turn]
    return round(max(0.0, min([new, 1.0, *limits])), 3)


def _step(label: Label, heard: tuple[Label, ...], rules: Rules, *, harsh: bool) -> float:
    step = rules.moves[label]
    # Beside an insult, nothing opens; a point made twice counts half.
    return (0.0 if harsh else step / 2 if label in heard else step) if step > 0 else step
