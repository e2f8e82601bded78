"""Hears what an employee wants, and words it as a goal."""

import re

from actions.coaching.session.english import as_infinitive, base_form, starts_with_verb
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moment import is_time
from actions.coaching.session.wording import (
    best,
    is_sentence,
    phrase,
    plain,
    says_nothing,
    uncommented,
    unhedged,
)

_I = re.IGNORECASE
_SOFTLY = r"(?:really |just |only |also |actually |finally |still )*"
# "I want to talk about my workload" opens a conversation, "I hope it's ok to ask" is a courtesy.
_NO_GOAL = (
    r"(?!\s+to (?:talk|speak|chat)(?: (?:to|with) you)? about\b(?!.*\bwith\b))(?!\s+you\b)"
    r"(?!\s+(?:that )?(?:it's|it is|this is|that's|so\b|not\b))"
)
_LIKE = rf"i(?:'d| would) {_SOFTLY}(?:(?:rather|like|love|prefer|want|hope|wish|need)\b ?)+"
_WANT = rf"(?:i|we) {_SOFTLY}(?:want|wanna|wish|hope|aim|need)\b"
_ING = rf"i(?:'m| am) {_SOFTLY}(?:hoping|trying|aiming|looking)\b(?= (?:to|for|that)\b)"
_MINE = (
    r"(?:my (?:goal|aim|wish|dream|hope) (?:is|would be|should be|was)"
    r"|(?:for me )?the best (?:thing )?would be|(?:the goal|success) (?:is|would be|should be))\b"
)
_NICE = (
    r"(?:(?:it would be|it'd be|would be) (?:good|great|nice|helpful|better|enough)"
    r"|it would help(?: me| us)?)\b"
)
_GLAD = r"i(?:'d| would) be (?:happy|glad|relieved)\b"
_WISH = re.compile(
    rf"(?<!sure )(?<!know what )(?<!know if )\b(?:(?:{_LIKE}|{_WANT}|{_ING}){_NO_GOAL}|{_MINE}"
    rf"|{_NICE}(?= (?:if|to)\b)|{_GLAD}(?= if\b))"
    r"|\bi have to (?:find|learn|figure)\b",
    _I,
)
_WISH_HEAD = re.compile(rf"^.*?\b(?:{_LIKE}|{_WANT}|{_ING}|{_MINE}|{_NICE}|{_GLAD})\s*(?P<rest>.+)$", _I)
_WHAT_I_WANT = re.compile(
    rf"\bwhat i(?:'d| would)? {_SOFTLY}(?:want|need|like|hope for)\b.*?\b(?:is|would be)\s+"
    r"(?:to\s+|that\s+)?(?P<rest>.+)$",
    _I,
)
_UNWANTED = re.compile(
    r"\bi (?:(?:really |just )?(?:don't|do not|dont) (?:really )?|no longer )want to (?P<rest>.+)$", _I
)
_NOT_SURE = re.compile(
    r"\b(?:not sure|don't know|no idea)(?: (?:what|if|whether|that))? (?:i|we) (?:really )?want\b", _I
)
_OTHERS_NOT = re.compile(
    r"\bi (?:really |just )?(?:don't|do not|dont) want (?P<who>(?:him|her|them|us|people|anybody"
    r"|anyone|my \w+|the \w+|(?-i:[A-Z]\w+))) to (?P<rest>.+)$",
    _I,
)
_OTHERS_TO = re.compile(
    r"^(?:him|her|them|us|people|everyone|everybody|somebody|someone|(?:all|some|both|none) of (?:them|us)"
    r"|(?:my|the|our) (?:\w+ )?(?!needs?\b|has\b|have\b|wants?\b|ought\b|used\b)\w+"
    r"|[A-Z][a-z]+(?: and (?:[A-Z][a-z]+|me))?) to \w+"
)
_ASKED_AFTER = re.compile(
    r"[,;-]\s*(?:and |but )?(?:is|are|would|can|could|do|does|should|how|what)\b[^,]*\?\s*$", _I
)
# "Training on spreadsheets" is a thing, not something to do.
_THINGS = re.compile(
    r"^(?:training|coaching|understanding|funding|planning)\b(?! (?:my|the|him|her|them|people|new)\b)", _I
)
_CORRECTED = re.compile(r"[,.;]\s*(?:no|wait|sorry|i mean|or rather|scratch that)\b[\s,]*", _I)
# A second wish, and what will be done about it.
_AND_WISH = re.compile(rf"\band (?:{_LIKE}|{_WANT})\s*(?:to\s+)?", _I)
_SO_I_WILL = re.compile(r",?\s+(?:so|and so|and then|therefore)\s+i(?:'ll| will|'m going to)\b.*$", _I)
_BUT_I = re.compile(r",?\s+but i(?:'m| am| don't| can't| never| have no| dare)\b.*$", _I)
_ENOUGH = re.compile(
    r"[,\s]+(?:that |which |this |it )?(?:would|will) (?:be (?:enough|great|nice|good|fine|a start"
    r"|right|reasonable|lovely|perfect|ideal)|do(?: it)?|help)(?: (?:for me|a lot|already))*\W*$",
    _I,
)
_WHAT_I_SAID = re.compile(
    r",\s*(?:that's|that is|that would be) (?:what i(?:'d| would)? (?:really )?(?:want|like|need"
    r"|wish for|hope for)|my (?:goal|wish|aim)|it|all|the (?:main )?thing)\W*$",
    _I,
)
_WOULD = re.compile(
    r"^(?:then )?i(?:'d| would) (?!(?:rather|say|think|guess|feel (?:bad|guilty|awful))\b)(?P<rest>.+)$", _I
)
_WILL_BE = re.compile(
    r"^(?:then )?i(?:'ll| will) (?P<rest>(?:be|have|feel|sleep|know|enjoy|finally|no longer"
    r"|understand)\b.+)$",
    _I,
)
_WONT = re.compile(r"^(?:then )?i (?:won't|wouldn't|will not|would not) (?P<rest>.+)$", _I)
_COULD = re.compile(
    r"^(?:then )?i could (?P<rest>(?:finally|just|be|have|feel|sleep|enjoy|relax|go home|leave (?:on"
    r"|at|early)|get home|focus|concentrate|breathe|trust|switch off)\b.*)$",
    _I,
)
_TO_DO = re.compile(r"^(?:to|i like to) (?=[a-z])(?P<rest>.+)$", _I)
_IF_I_COULD = re.compile(r"^(?:if|that) i could (?P<rest>.+?)(?:,\s*(?:then )?i(?:'d| would)\b.*)?$", _I)
_IF_ONLY = re.compile(r"^(?:if only|if|when|that)\s+(?=\w+(?: \w+)? \w+)", _I)
_FEELING_WELL = re.compile(
    r"^(?:(?:i(?:'d| would)? (?:feel|be)|to feel|feel(?:ing)?)\s+)?(?P<how>(?:a bit |a little |more "
    r"|less |quite "
    r"|really )*(?:calm(?:er)?|relieved|relaxed|confident|proud|happy|happier|lighter|at ease|rested"
    r"|respected|appreciated|in control|prepared|motivated|content|satisfied|understood|valued|trusted"
    r"|supported|secure"
    r"|safe|free|anxious(?<=less anxious)|stressed(?<=less stressed)|tired(?<=less tired))\b.*)$",
    _I,
)
_FEELING_BAD = re.compile(
    r"^(?:i(?:'m| am| feel| felt| get)\b|(?:a (?:bit|little) |quite |really |very |so |just |still "
    r"|sort of "
    r"|kind of |pretty |mostly )*(?:tired|exhausted|annoyed|angry|frustrated|stressed|overwhelmed"
    r"|worried|sad"
    r"|lonely|nervous|anxious|afraid|scared|guilty|upset|hurt|numb|stuck|lost|fed up|sick|drained"
    r"|bored|ashamed"
    r"|embarrassed|disappointed|uneasy|torn|irritated|resentful|swamped|furious|miserable|helpless)\b)",
    _I,
)
# "An end to the calls", "two days without meetings": a thing, whatever verbs there are in it.
_NAMED_THING = re.compile(
    r"^(?:an?|one|two|three|no|more|less|fewer) \w+ (?:to|of|for|with|without|from)\b", _I
)
_FINALLY = re.compile(r"^(?:finally|just|simply|really) (?=\w+ing\b)", _I)
_MODAL = re.compile(r"\b(?:would|should|could|can|will|shouldn't|wouldn't)\b|'(?:d|ll)\b", _I)
_COMPLAINS = re.compile(
    r"\b(?:never|nobody|nothing|not(?! (?:have|having) to\b)|too|always|keeps?|blames?|shouts?"
    r"|ignores?|hates?|only|used to|again and"
    r"|was|were|had|has been|have been|(?:don't|doesn't)(?! have to\b)|didn't|isn't|aren't|can't"
    r"|couldn't|wasn't|haven't|hasn't|said|told|went|got|did|came|since)\b",
    _I,
)
# What makes a sentence in the present a wish: "my team trusts me", "I know what is expected of me".
_BETTER = re.compile(
    r"\b(?:more|less|fewer|better|calm\w*|clear\w*|on time|free|finally|enough|can|able|know|knows|trusts?"
    r"|listens?|respects?|helps?|asks? me|done|finished|settled|sorted|without|within|back|fair\w*|together"
    r"|speaks? up|stops?|(?:don't|doesn't) have to|by (?:\w+day|noon|the end))\b",
    _I,
)


def wishes(text: str) -> bool:
    """Says whether the text names something that the employee wants."""
    return bool(_WISH.search(text.replace("’", "'")))


def goal_of(text: str) -> str:
    """Returns what the employee wants, as it stands after "Goal:", in their own words."""
    told = goal_told(text)
    return told or _goal(re.sub(r"^that\s+", "", plain(_ASKED_AFTER.sub("", best(text))), flags=_I))


def goal_told(text: str) -> str:
    """Returns the goal that an answer to "what do you want?" tells, "" where it tells something else."""
    said = [_WHAT_I_SAID.sub("", _ASKED_AFTER.sub("", sentence)) for sentence in sentences(text)]
    for sign in (_WHAT_I_WANT, _WISH_HEAD):
        for sentence in said:
            if _NOT_SURE.search(sentence):
                continue
            match = sign.search(_meant(sentence))
            if match and (goal := _goal(_IF_ONLY.sub("", match["rest"].strip(" .!")))):
                return goal
    for sentence in said:
        if match := _UNWANTED.search(sentence):
            return f"not {_goal(match['rest'])}"
        if match := _OTHERS_NOT.search(sentence):
            return f"get {match['who']} not to {_goal(match['rest'])}"
    return next((goal for sentence in said if (goal := _unasked(sentence))), "")


def _meant(sentence: str) -> str:
    """Returns what somebody says after correcting themselves, where that is a wish again."""
    last = _CORRECTED.split(sentence)[-1]
    return last if _WISH.search(last) else sentence


def _unasked(sentence: str) -> str:
    """Returns the goal in a sentence without "I want", "" where it is no goal."""
    said = _ENOUGH.sub("", unhedged(sentence)).strip(" .!")
    if not said or says_nothing(said) or is_time(said):
        return ""
    if match := _WONT.match(said):
        return f"not {_goal(match['rest'])}"
    if feeling := _FEELING_WELL.match(said):
        return f"feel {phrase(unhedged(feeling['how']))}"
    for sign in (_TO_DO, _IF_I_COULD, _WOULD, _WILL_BE, _COULD):
        if match := sign.match(said):
            return _goal(match["rest"])
    hoped = _IF_ONLY.sub("", said)
    if (hoped == said and _FEELING_BAD.match(said)) or re.match(
        r"(?:it|that|this|there)(?:'s| is| was| are| isn't| wasn't)\b", said, _I
    ):
        return ""
    named = _NAMED_THING.match(hoped) or base_form(hoped.split(" ", 1)[0])
    if hoped != said or named or not is_sentence(hoped) or starts_with_verb(hoped):
        return _goal(hoped)
    others = not re.match(r"i\b|i'", hoped, _I)
    others = others and not re.search(r"\b(?:says?|said|thinks?|told|wants) ", hoped, _I)
    wanted = (others and _MODAL.search(hoped)) or (_BETTER.search(hoped) and not _COMPLAINS.search(hoped))
    return _goal(hoped) if wanted else ""


def _goal(text: str) -> str:
    said = _AND_WISH.sub("and ", _BUT_I.sub("", _SO_I_WILL.sub("", text.strip())))
    said = _FINALLY.sub("", re.sub(r"^(?:to|for)\s+", "", said, flags=_I))
    said = phrase(uncommented(_ENOUGH.sub("", unhedged(said))))
    # "I want him to tell me" is what they want to bring about.
    if _OTHERS_TO.match(said):
        return f"get {said}"
    if _THINGS.match(said):
        return said
    return as_infinitive(said) if base_form(said.split(" ", 1)[0]) else said
