"""Finds an open question to the other person, also one without a question mark."""

import re

from actions.coaching.practice import harm
from actions.coaching.practice.text import Span, plain, rule, search, sentences

_LEAD = r"(?:^|[,;:]\s*|\b(?:so|and|but|okay|ok|well|now|then|or)\s+)"
_ASKS = (
    r"(?:do|does|did|is|are|was|were|can|could|would|will|have|has|should|might|happened|made|makes|got"
    r"|gets|led|kept"
    r"|keeps|stops|stopped|helps|needs|else|went|'s|'d|prevented|brought|caused|must)"
)
ASKED = rule(rf"{_LEAD}(?:what|how|why)(?:'s|'d)? ?{_ASKS}?\b")
MARKED = rule(rf"{_LEAD}(?:from your (?:\w+ )?(?:side|view|perspective),? )?(?:what|how|why)\b[^?]*\?")
UNMARKED = rule(rf"{_LEAD}(?:what|how|why)(?:'s|'d)? ?\b{_ASKS}\b")
INVITED = rule(
    r"\b(?:tell me|explain(?: to)? me|explain|help me (?:to )?understand|understand|hear|i wonder"
    r"|i'm wondering|curious"
    r"|interested|interest me|like to know|want to know|can you say|do you know|have an idea|any idea"
    r"|share|describe)"
    r"(?: to me| from you| about| in| to know| to hear)* (?:what|how|why)\b"
    r"|\bhear (?:your|from you|what)\b|\byour (?:side|view|perspective|version|opinion|thoughts"
    r"|take)\b[^.?!]*\?"
    r"|\b(?:know|understand|interested in|get) your (?:side|view|perspective|reasons?|thoughts|opinion"
    r"|take)\b"
    r"|\b(?:is|was|were|are) there (?:\w+ )?(?:anything|something|reasons?)\b|\banything (?:on your mind"
    r"|i should know|you need)\b|\bis (?:something|anything) (?:wrong|bothering|in the way|missing)\b"
    r"|\bdo you see (?:another|any other|a) way\b|\btell me (?:more|about)\b|\byour thoughts\b|\b(?:walk"
    r"|talk|take) me through\b"
    r"|\bdo you have (?:any |an )?(?:ideas?|thoughts?|suggestions?|proposals?)\b|\bwhich (?:part|of"
    r"|one)\b[^.!]*\?"
    r"|\bin (?:what|which) way\b|\bto what extent\b|\bany ideas? (?:what|how|why)\b"
)
_CLOSED = rule(
    r"\bhow (?:are|is|was) (?:you|things|it going|your (?:weekend|day|holiday|morning))\b(?! (?:feel|see"
    r"|deal|cop|plan))"
    r"|\b(?:how|what) about\b|\bwhat if\b|\bhow would it be if\b|\bwhat would you say if\b|\bwhy (?:don't"
    r"|not) we\b|\bwhat(?:'s| is) up\b|\bwhat time\b|\bhow come you\b"
    r"|\byou know what\b|\bguess what\b|\bhow do you do\b|\bhow (?:annoying|hard|bad|rude|stupid|much|many"
    r"|long|often)\b"
    r"|\bi (?:don't|can't) (?:know|understand) (?:what|how|why)\b|\b(?:i'll|i will|let me|i want to"
    r"|i must) (?:tell|explain)"
)


def find(line: str) -> Span | None:
    """Returns the open question in the line, if there is one."""
    found = (in_sentence(sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)


def in_sentence(sentence: str) -> Span | None:
    """Returns the open question in one sentence; reproaches, small talk and proposals are none."""
    if search(harm.REPROACH, sentence) or search(harm.GENERALISATION, sentence) or search(_CLOSED, sentence):
        return None
    invited = search(INVITED, sentence)
    return invited or search(MARKED, sentence) or search(UNMARKED, _unless_relative(sentence))


def spoiler(line: str) -> Span | None:
    """Returns a reproach with a question mark, if there is one."""
    return harm.reproach(line)


def _unless_relative(sentence: str) -> str:
    """Returns "" for a statement that only begins like a question: "what happened was ..."."""
    return "" if re.match(r"what (?:happened|is|was|bothers)\b.* (?:is|was) ", plain(sentence)) else sentence
