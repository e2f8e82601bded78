"""Signs that an earlier part is to be looked at again, or another goal to take the place of the first."""

import re

_I = re.IGNORECASE
_TO_GO_BACK = (
    r"(?:(?:please|can|could|shall|may|we|i|let's|let us|i'd like to|i would like to|want to|need to|have to"
    r"|i'd rather|i want us to|we should|maybe|ok|so|sorry|wait|actually|hmm+|well|no|oh|just|and"
    r"|but)\b[,\s]*)*"
)
# An earlier part is to be looked at again; what it is stands in the group.
BACK = re.compile(
    rf"(?:^|[.!?;] ){_TO_GO_BACK}(?:(?:(?:go|going|come|step|get|jump|move) )?back to|return(?:ing)? to)\s+"
    r"(?P<part>(?:the|my|our|this|that|what|when|other|how|options?|ideas?)\b.*)$",
    _I,
)
# Going back without saying where to.
BACK_ALONE = re.compile(
    rf"^{_TO_GO_BACK}(?:go|step) (?:back|one (?:step )?back)(?: a step| one step"
    r"| to the (?:last|previous) (?:question|step|one))?(?: please)?\W*$",
    _I,
)
BACK_TO = {
    "goal": re.compile(r"\b(?:goal|what i want|aim)\b", _I),
    "options": re.compile(r"\b(?:options?|ideas?|possibilit\w+|alternatives?)\b", _I),
    "cue": re.compile(r"^when\b|\b(?:moment|timing|cue)\b", _I),
    "action": re.compile(r"\b(?:plan|action|step|what i(?:'ll| will) do)\b", _I),
    "obstacle": re.compile(r"\b(?:obstacles?|in the way)\b", _I),
    "check": re.compile(r"\b(?:date|check-?\s?in)\b", _I),
    "reality": re.compile(r"\b(?:situation|beginning|start|what happened|problem)\b", _I),
}
# Another goal takes the place of the first.
NEW_GOAL = re.compile(
    r"\b(?:(?:i|i've|have|just) changed my mind"
    r"|(?:the )?(?:real|actual|bigger|true) (?:issue|problem|goal|question|thing)"
    r"|i(?:'d| would) rather (?:work on|talk about|focus on|speak about|look at|do something about)"
    r"|different goal|another goal|change (?:the|my) goal|wrong goal|(?:not|isn't) my goal|instead i want"
    r"|my goal (?:is (?:actually|really|rather)|should (?:rather |really )?be)"
    r"|what i (?:actually|really) want|not what i want|something else (?:is|matters)"
    r"|let's (?:talk|work) (?:about|on) (?:something|my))\b"
    r"|^(?:actually|wait|no wait|hmm,? actually),? .*\b(?:i want|i'd like|goal|it's (?:more|really) about"
    r"|i'd rather(?! (?:(?:talk|speak|write|go) to|do (?:it|that)|call|ask|wait|not|work from)\b))\b",
    _I,
)
