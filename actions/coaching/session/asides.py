"""Requests to another skill in the middle of a session: only when plainly addressed to the coach.

Rasa alone is not asked: what people say of their situation, and what they plan to do about it, sounds like
any of its intents. "Set a reminder" is a step of a plan; "set me a reminder" is a request.
"""

import re

from actions.coaching.session.hearing import Turn

_HEAD = r"^(?:(?:ok|okay|hey|hi|and|also|oh|so|well|btw|by the way|sorry|actually|wait)\b[,\s]+)*"
_PLEASE = (
    r"(?:(?:please|can you|could you|would you|will you|i want you to|i'd like you to"
    r"|i need you to)\b[,\s]*)"
)
# A request that names the coach by itself, "please" or not; and one that needs it, first or last.
_OPEN = rf"{_HEAD}{_PLEASE}*"
_ASKED = rf"(?:{_HEAD}{_PLEASE}+|{_HEAD}(?=.*\bplease\W*$))"
_END = r"(?:,? please)?\W*$"
_NUDGES = r"(?:reminders?|nudges?|check-?\s?ins?)"
_LEAVE = r"\b(?:leave|holidays?|vacation|pto|days? off)\b"
_YOU_KNOW = r"you(?:'ve| have)? (?:know|noted|remember(?:ed)?|stored|saved)"
_MY_GOAL = r"(?:(?:my|the|this|that) (?:[\w-]+ ){0,3}?goal|goal (?:number )?\d)"
_SIGNS = {
    "list_goals": (
        rf"{_OPEN}(?:show|list|see)(?: me)?(?: all)?(?: of)? my goals?{_END}"
        r"|\b(?:what are|which are|what were) my (?:\w+ )?goals\b|\b(?:what|which) goals (?:do|have|did) i\b"
        r"|\bcan i see (?:all )?my goals\b"
    ),
    # Before the question for what is known, whose words it has in it.
    "change_memory": (
        rf"{_OPEN}(?:change|update|correct|fix|edit|replace) (?:what {_YOU_KNOW}\b|note (?:number )?\d+\b"
        r"|(?:your|that|this|the last) (?:notes?|memory)\b)"
        rf"|\bwhat {_YOU_KNOW} (?:about|of|on) me(?: is|'s|n't)+ (?:\w+ ){{0,2}}?(?:wrong|right|true|correct"
        r"|out ?dated|up to date)\b"
        rf"|{_OPEN}(?:i(?: want|'d like) to )?(?:change|correct|update) (?:something|one thing) {_YOU_KNOW}\b"
    ),
    "finish_goal": (
        rf"{_HEAD}(?:yes,? )?(?:i|we)(?:'ve| have)?(?: just| finally| now| already)* (?:reached|achieved"
        rf"|completed|accomplished|met|finished|hit) {_MY_GOAL}(?: now| today| already)?{_END}"
        rf"|{_HEAD}{_MY_GOAL} is (?:now |already )?(?:reached|achieved|completed?|done|finished){_END}"
        rf"|{_OPEN}(?:mark|tick|close) (?:off )?{_MY_GOAL}(?: (?:off|as (?:done|reached|completed?)))?{_END}"
        rf"|{_OPEN}(?:drop|delete|remove|cancel|scrap|abandon|stop tracking) {_MY_GOAL}{_END}"
    ),
    # Its date; other words are another goal, which the session works on from then on.
    "change_goal": (
        rf"{_OPEN}(?:move|push|postpone|extend|shift|delay) (?:back )?{_MY_GOAL}\b(?:'s (?:date|deadline))?"
        r"(?: (?:back|forward|to|by|until)\b.*)?\W*$"
        rf"|{_OPEN}(?:change|move|push|extend|set) (?:back )?the (?:date|deadline|due date) (?:of|for)"
        rf" {_MY_GOAL}\b"
    ),
    "set_goal": (
        rf"{_OPEN}(?:here's )?(?:a |my )?(?:new|another|one more|next|second) goal(?: please)?\s*[:,-]"
        rf"|{_OPEN}(?:(?:i'd like|i want|i would like|let's|let me) (?:to )?)?"
        rf"(?:set|add|create|note|track|save)(?: down)? (?:(?:a|my) goal(?: for me)?\s*[:-]\s"
        r"|(?:another|one more|a (?:new|second|further)|my next) goal(?: for me)?"
        rf"(?:\s*[:-]\s|{_END}))"
        rf"|{_ASKED}(?:set|add|create|note|track|save)(?: down)? (?:a|an|another|one more) (?:\w+ )?goal\b"
        rf"|{_HEAD}i(?:'ve| have)(?: got)? (?:a (?:new|second)|another|one more) goal\b"
    ),
    "what_do_you_know": (
        r"\b(?:do|have|did) you (?:\w+ ){0,2}?(?:know|remember|stored?|saved?|noted?)\b.{0,12}\babout me\b"
        r"|\b(?:what|everything|anything|all) (?:that )?you(?:'ve| have)? (?:know|remember|stored?"
        r"|saved?|noted?) about me\b"
    ),
    "recall_history": (
        rf"{_HEAD}(?:what|when) (?:did|had|have|was|were)\b.{{0,20}}\b(?:we|i|you"
        rf"|our)\b.{{0,30}}\blast (?:time|session|week)\b"
        rf"|{_HEAD}what did (?:we|i) (?:agree|say|plan|tell|decide)\b(?!.* wrong\b)"
        rf"|{_HEAD}what was (?:my|our|the) plan\b|{_OPEN}remind me (?:what|of what|which)\b"
    ),
    "forget_this": (
        rf"{_OPEN}(?:forget|delete|erase) (?:what i(?: have|'ve)? (?:just )?(?:said|told|wrote"
        r"|written)\b(?! (?:to )?(?:him|her|them))"
        r"|that i (?:said|told|mentioned|wrote)\b|(?:what|everything|all)(?: that)? you (?:know|noted"
        r"|stored|saved|have)\b"
        rf"|everything (?:i (?:said|told)|about me)\b|that note\b|my data\b|everything{_END})"
        rf"|{_ASKED}(?:forget|delete|erase) (?:what (?:i|you)|that i|everything|all|the (?:fact|note))\b"
    ),
    "remember_this": (
        rf"{_ASKED}(?:remember|note|keep in mind) (?:that|this|i|my|i'm)\b"
        rf"|{_OPEN}(?:remember|note) this(?: for (?:me|later))?(?:\W*$|:)"
    ),
    "unmute_nudges": (
        rf"{_OPEN}(?:turn|switch) (?:the |my |your )?(?:{_NUDGES}|notifications) (?:back )?on\b"
        rf"|{_OPEN}(?:(?:you (?:can|may) )(?:remind|message|nudge|write to) me again|remind me again{_END})"
    ),
    "set_reminder": (
        rf"{_OPEN}(?:remind me|set me (?:a|another) reminder)\b|{_ASKED}set (?:up )?(?:a|another) reminder\b"
        rf"|{_OPEN}set (?:a|another) reminder for me\b"
    ),
    "mute_nudges": (
        rf"{_OPEN}(?:stop|mute|pause|turn off|switch off|no more) (?:the |your |these |all "
        rf"|all the )+{_NUDGES}\b"
        rf"|{_OPEN}(?:mute|no more) {_NUDGES}{_END}"
        rf"|{_OPEN}(?:stop|turn off|switch off) your (?:messages|notifications)\b"
        r"|^(?:please )?stop (?:reminding|messaging|nudging|pinging|texting|sending|writing to) me\b"
        rf"|{_ASKED}(?:stop|mute|pause|turn off|switch off) (?:\w+ ){{0,2}}(?:{_NUDGES}|notifications)\b"
    ),
    "set_quiet_hours": (
        rf"{_OPEN}(?:don't|do not|never|only) (?:write(?: to)?|message|ping|contact|text|nudge) me\b"
        rf"|{_ASKED}(?:don't|do not|never|only) (?:write|message|ping|text|nudge)\b(?! (?:to )?(?:him"
        r"|her|them|my)\b)"
        rf"|{_OPEN}(?:set|change|update) my (?:quiet hours|time ?zone)\b|^my time ?zone is [\w/+-]+\W*$"
    ),
    "leave_balance": (
        rf"(?:\bhow (?:many|much)\b|\b(?:do|have) i\b|{_OPEN}(?:show|tell) me\b).{{0,40}}{_LEAVE}"
        r".{0,25}\b(?:left|remaining|balance|still have)\b"
        r"|^(?:what(?:'s| is) )?(?:my )?(?:leave|holiday|vacation) balance\W*$"
        rf"|^{_LEAVE}.{{0,15}}\bleft\s*\?"
    ),
    "open_ticket": (
        rf"{_OPEN}(?:open|raise|file|create|submit) me (?:a |an )?(?:\w+ )?(?:ticket|request)\b"
        rf"|(?:{_ASKED}|\bcan i )(?:open|raise|file|create|submit) (?:a |an )?(?:\w+ )?(?:ticket|request)\b"
        rf"|{_OPEN}(?:open|raise|file|create|submit) (?:a |an )?(?:\w+ )?(?:ticket|request)\b.*\bfor me\b"
    ),
    "onboarding_checklist": (
        rf"{_OPEN}(?:(?:show|open|see) )?(?:me )?(?:my |the )?onboarding (?:check)?list{_END}"
        r"|\b(?:what|where)(?:'s| is)\b.{0,25}\bonboarding (?:check)?list\b"
        r"|\bshow me\b.{0,15}\bonboarding (?:check)?list\b"
    ),
    "enroll_course": (
        rf"{_OPEN}(?:enroll?|sign|register|book|put) me (?:up|in|on|into|for|a place)\b|{_OPEN}enroll? me\b"
        r"|\b(?:can|could|may) i (?:enroll?|sign up|register)\b|\bcan you (?:enroll?|sign|register"
        r"|book) me\b"
    ),
    "hand_over": (
        rf"(?:{_ASKED})(?:pass|forward|hand|send) (?:this|it|that|my \w+)\b.{{0,20}}\b(?:hr"
        r"|people team|human|coach)\b"
        rf"|{_OPEN}(?:pass|forward|hand|send) (?:this|it|that|my \w+) (?:on "
        rf"|over )?(?:to .{{1,25}} )?for me\b"
    ),
    "talk_to_human": (
        r"\b(?:can|could|may) i (?:please )?(?:talk|speak) (?:to|with) (?:a |an )?(?:real "
        r"|actual )?(?:human|person)\b"
        r"|\b(?:can|could|may) i (?:please )?(?:talk|speak) (?:to|with) (?:someone|somebody)(?: real"
        r"| else| in hr| from hr)?\W*$"
        rf"|{_OPEN}(?:i (?:want|need|would like|wish) to |i'd (?:like|rather|prefer) (?:to )?"
        r"|let me )(?:talk|speak) (?:to|with)"
        rf" (?:a |an )?(?:real |actual )?(?:human|person)(?: being)?(?: instead| now)?{_END}"
        rf"|{_OPEN}(?:(?:talk|speak) (?:to|with) )?a? ?(?:real |actual )?human(?: being)?{_END}"
        rf"|^real person{_END}"
    ),
    "practice_conversation": (
        r"\b(?:(?:can|could|shall) (?:i|we|you)|let's|let me)\b.{0,12}\b(?:practi[sc]e|rehearse"
        r"|role-?\s?play)\b"
        r"(?! with (?!you\b))|\b(?:practi[sc]e|rehearse|role-?\s?play) .{0,40}\bwith you\b"
    ),
}
_COMPILED = {intent: re.compile(sign, re.IGNORECASE) for intent, sign in _SIGNS.items()}
# A request shows in this many characters; what is longer tells something.
LONGEST = 400
# What only a pressed button asks for.
PRESSED = frozenset(
    {"give_feedback_positive", "give_feedback_negative", "check_in_due", "update_progress", "finish_goal"}
)


def aside(turn: Turn) -> str | None:
    """Returns the intent of the skill that the turn asks for beside the session, None where there is none."""
    if turn.command:
        return turn.intent if turn.intent in _SIGNS or turn.intent in PRESSED else None
    text = turn.plain[:LONGEST]
    return next((intent for intent, sign in _COMPILED.items() if sign.search(text)), None)
