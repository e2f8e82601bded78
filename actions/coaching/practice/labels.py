"""Names what a line of the employee does to the other person."""

import re
from typing import Literal

from actions.coaching.practice import harm, rubric, specific
from actions.coaching.practice.text import Span, rule, search, sentences

Label = Literal[
    "insults",
    "threatens",
    "accuses",
    "specific",
    "impact",
    "question",
    "question_ahead",
    "next_step",
    "backs_down",
    "refuses",
    "nods",
    "greets",
    "vague",
]
CLOSING: tuple[Label, ...] = ("insults", "threatens", "accuses")
_MODAL = r"(?:can|could|should|shall|would|will|might)"
_AHEAD = rule(
    rf"\b(?:what|how|who|where|which)(?: else)? {_MODAL} (?:we|i|you|a|it)\b"
    r"(?!.*\b(?:see|think|feel|find|say|mean)\b)"
    r"|\b(?:what|how) do (?:you|we) (?:need|want|suggest|propose)\b|\bwould you need\b"
    r"|\b(?:would|could|might|can) (?:\w+ )?help\b|\bhelps? you\b|\bin (?:the )?future\b"
    r"|\b(?:next time|do differently|from now on|make it easier|ideas?|suggest)\b"
)
_BACKS_DOWN = rule(
    r"\b(?:sorry|apologi[sz]e|never mind|nevermind|forget (?:it|about it|i said)|not (?:so|that|really"
    r"|very) important"
    r"|doesn't matter|does not matter|don't worry|my (?:fault|mistake|bad)|i take it back|i shouldn't have"
    r"|maybe it(?:'s| is)"
    r" (?:just me|nothing|only me)|it(?:'s| is) (?:nothing|fine|okay|ok|no big deal)|no problem"
    r"|you're right|you are right"
    r"|too sensitive|just a small thing|i will manage|i'll manage|leave it)\b"
)
_REFUSES = rule(
    r"\bi(?:'m| am)? (?:can't|cannot|can not|won't|will not|don't want to|not going to|have to say no"
    r"|must say no|leaving|quit"
    r"|resign\w*|(?:have )?decided)\b|\b(?:didn't|did not|won't|will not)"
    r" get (?:the|it)\b|\bnot (?:chosen|possible|extended)\b|\bthe answer is no\b|\bi'?ve decided\b"
    r"|\bno more\b"
)
_NODS = rule(
    r"^(?:ok(?:ay)?|yes|yeah|yep|no|nope|sure|fine|i see|hm+|right|all right|alright|good|great|aha"
    r"|exactly|true"
    r"|maybe|of course|got it|understood|i (?:know|understand|agree)|[, ]|well|then|so)+[.!]*$"
)
_GREETS = rule(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|thanks?|thank you|cheers|bye|goodbye"
    r"|see you)\b"
    r"|\b(?:do you have|have you got|got) (?:a|five|ten|two|some) (?:minutes?|moment|second|time)\b"
    r"|\bhow are you\b"
    r"|\bcan (?:we|i) (?:talk|speak|have a (?:quick )?word)\b|\b(?:thanks|thank you) for (?:coming|making"
    r"|your|taking)\b"
)


def labels(line: str) -> tuple[Label, ...]:
    """Returns all that the line does, what the other person will react to first; never empty."""
    closing = _closing(line)
    opening = [_ahead(criterion, span) for criterion, span in _by_place(line)]
    if closing or opening:
        return (*closing, *opening)
    if _found(_BACKS_DOWN, line):
        return ("backs_down",)
    if _found(_GREETS, line):
        return ("greets",)
    if _found(_NODS, line):
        return ("nods",)
    if line.rstrip().endswith("?"):
        return ("question_ahead",) if _found(_AHEAD, line) else ("question",)
    if _found(_REFUSES, line):
        return ("refuses",)
    # "Last Tuesday, in the stand-up" answers "When was that?"
    return ("specific",) if _found(specific.ANCHOR, line) else ("vague",)


def _closing(line: str) -> list[Label]:
    accused = (harm.accusation(line), harm.reproach(line), _found(harm.PSEUDO_FEELING, line))
    empty = _found(harm.EMPTY_DEMAND, line)
    tests = (harm.insult(line), harm.threat(line), any(accused) or empty)
    return [label for label, found in zip(CLOSING, tests, strict=True) if found]


def _by_place(line: str) -> list[tuple[rubric.Criterion, Span]]:
    """Returns the criteria met, the one said last first: that is what people answer."""
    met = rubric.spans(line)
    places = {criterion: line.find(span.sentence) + span.start for criterion, span in met.items()}
    return sorted(met.items(), key=lambda item: places[item[0]], reverse=True)


def _ahead(criterion: rubric.Criterion, span: Span) -> Label:
    return "question_ahead" if criterion == "question" and search(_AHEAD, span.sentence) else criterion


def _found(pattern: re.Pattern[str], line: str) -> bool:
    return any(search(pattern, sentence) for sentence in sentences(line))
