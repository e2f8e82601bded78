"""Turns what an employee says into the parts of a plan, still in their own words."""

import re

from actions.coaching.session.english import as_infinitive, base_form, is_clause, starts_with_verb, tokens
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moment import (
    cue_of,
    is_moment_alone,
    leading_cue,
    names_moment,
    split_cue,
    when,
    worded,
)
from actions.coaching.session.wish import goal_of, goal_told, wishes
from actions.coaching.session.wording import (
    MAX_PHRASE,
    best,
    comments_on,
    is_sentence,
    phrase,
    plain,
    pointed,
    uncommented,
    unhedged,
)

__all__ = [
    "MAX_PHRASE",
    "action_of",
    "commits",
    "cue_of",
    "does",
    "goal_of",
    "goal_told",
    "if_then",
    "is_doing",
    "is_setback",
    "names_moment",
    "obstacle_of",
    "option_of",
    "remedy_of",
    "when",
    "will",
    "wishes",
]
_I = re.IGNORECASE
_PROMISE = r"i'll|i will|i'm going to|i am going to|i'm gonna|i plan to|i've decided to"
_SOFTLY = r"(?:(?:just|probably|definitely|surely|only|never|always|simply|still|also|then|first)\s+)*"
# "I will lose my job" is a fear, "I'm going to a fair" a fact, "I'll be late" a state: none is a promise.
_FEARED = (
    rf"(?!\s+{_SOFTLY}(?:never\b|lose\b|miss\b|fail\b|be\b|need\b|know\b|feel\b|see\b|want\b|forget\b"
    r"|have\b(?! (?:a|another|one) (?:\w+ )?(?:talk|word|chat|look|go|coffee|break|conversation|lunch)\b)"
    r"|get\b(?= (?:a|an|the|my|fired|sacked|blamed|into|in|promoted|overlooked|laid|ill|sick|nervous)\b)"
    r"|end up\b|(?:a|an|the|my|our|another)\b|go (?:mad|crazy)|burn out|break down|\w+ nothing\b))"
)
_COMMITS = re.compile(rf"\b(?:{_PROMISE}){_FEARED}\b", _I)
# A promise that is only told of: "he asked what I'll do", "I keep saying I'll stop".
_TOLD_OF = re.compile(
    r"(?:\b(?:what|how|where|who|whom|why|whether|which|if|until|because|since|as|than|all|anything"
    r"|everything|whatever|that)"
    r"|\b(?:say|saying|said|says|tell(?:s|ing)?|told|promis\w+|ask(?:s|ed|ing)?|know|knows|afraid|scared"
    r"|worried|worry|fear|hope|hoping|expects?|thinks|thought|wants?|sure|doubt)"
    r"(?: (?:me|him|her|them|us|you|everybody|people|myself|\w+))?)\s*$",
    _I,
)
_START = (
    r"\s+(?:(?:then|first|just|probably|definitely|maybe|also|simply|finally|always|actually|really"
    r"|as well|rather|try to|try and|start (?:by|with)(?= (?!some|any|no|every)\w+ing\b)"
    r"|(?:have|need|want|like|love|prefer) to|to)\s+)*(?P<rest>[a-z].*)$"
)
_STRONG = re.compile(rf"\b(?:{_PROMISE}|then i will|we'll|we will){_START}", _I)
_WILL = re.compile(
    rf"\b(?:{_PROMISE}|we'll|we will|i'd|i would|i could|i can|i should|i might|i may|we'd|we would"
    r"|we might|let me|i need to|i must|i've got to|i ought to"
    rf"|i have to|i want to|we could|we can|we should|i try to){_START}",
    _I,
)
# A bare "I" promises at the start or after the moment, not in "everything I do".
_I_DO = re.compile(
    r"(?:^|,\s*)(?:then\s+|maybe\s+)?i(?! (?:can't|cannot|don't|won't|didn't|haven't|am"
    rf"|was)\b){_START}",
    _I,
)
_FIRST_MOMENT = re.compile(r"^(?:after|before|when|whenever|once|if|as soon as|every|each)\b", _I)
_MUSING = re.compile(r"^(?:thinking|looking|considering|being|having)\b", _I)
_WONT = re.compile(
    r"\b(?:i won't|i wont|i wouldn't|i'm not going to|i am not going to)\b"
    r"|^(?:then )?(?:i )?(?:don't|do not)\b(?! (?:really|know|want|think|have|need|like|believe|see"
    r"|trust|understand|get|care|mind|dare|agree|feel|remember|expect|work|enjoy|speak|understand)\b)",
    _I,
)
_TOGETHER = re.compile(
    r"^me and (?P<who>\w+) (?P<will>will|could|can|should) (?P<what>[^.]*?together)\b",
    _I,
)
# "Training" is a thing, "training the new ones" is something to do.
_THINGS = re.compile(
    r"^(?:training|coaching|planning|meetings?|mentoring|teambuilding|funding)(?=\W*$| (?:for|on|in"
    r"|with|about)\b)",
    _I,
)
# "Asking Ann is the best": what somebody thinks of it is no part of it.
_JUDGED = re.compile(
    r"\s+(?:is|would be|sounds|seems|feels)(?: (?:the|quite|really|most))? (?:best|easiest|right|good"
    r"|better|doable|realistic)\W*$",
    _I,
)
_STILL = re.compile(r"\s+(?:still|already)\W*$", _I)
_NOT_DOING = re.compile(r"^(?P<no>not|never|no longer) (?P<verb>\w+ing)\b", _I)
# "If she cries I give her a minute", "tomorrow I speak with him": what I do follows the case or the day.
_MOMENT_I = re.compile(
    r"^(?P<lead>(?:if|when)\b.+?|(?:tomorrow|today|tonight|next \w+|on \w+"
    r"|this \w+)(?: \w+)?),? i (?:then |just )?"
    r"(?!am\b|was\b|have\b|had\b|can|don't|get\b|feel\b|would|need\b|want\b)(?P<rest>[a-z]+ .+)$",
    _I,
)
_THE_OPTION = re.compile(
    r"^(?:well,? )?(?:(?:there's|there is) (?:always |also )?)?(?:(?:one|another|the|an|the other|other) "
    r"(?:option|idea|way|possibility|thing))(?: (?:is|would be)(?: to| that)?| of)\s+"
    r"|^i(?:'ve| have| was|'m| am)? (?:also |often |already )?(?:thought|thinking|considering"
    r"|considered)(?: about| of)?\s+(?=\w+ing\b)|^either\s+",
    _I,
)
_IF_THEN = re.compile(
    r"^(?:if|when|whenever|as soon as|once)\s+(?P<cue>.+?),?\s+(?:then\s+)?(?:i'll|i will|i'm going to)"
    rf"{_FEARED}\s+(?P<action>.+)$",
    _I,
)
_WITH_OBJECT = re.compile(
    r"(?![a-z]+[^su\W]s\b)(?!(?:a|an|the|my|our|his|her|their|some|any|more|less|fewer|no|one|two|it"
    r"|that|this|what|how|being"
    r"|not|something|anything)\b)[a-z]+\s+(?:a|an|the|my|our|his|her|him|them|it|me|us|myself|this|that"
    r"|these|those|to|with|up|down|out|off|on|over|through|less|more|for|about|and)\b",
    _I,
)
_HAND_IN = re.compile(r"^(?:hand|fill|check|log|sit|step|sign|call|chip|join|bring|send|put) in\b", _I)
_TOLD_CASE = re.compile(r"(?:if|when)\b.*\bi(?:'ll|'d| will| get| give)?\b", _I)
_DOUBTED = re.compile(
    r"^i (?:don't|do not|dont) (?:think|believe) (?:that )?(?P<who>[\w']+(?: [\w']+)?) "
    r"(?P<verb>has|have|is|are|will|would|can)\b\s*(?P<rest>.+)$",
    _I,
)
_DENIED = {
    "has": "has no",
    "have": "have no",
    "is": "isn't",
    "are": "aren't",
    "will": "won't",
    "would": "wouldn't",
    "can": "can't",
}
# "I always do", "it's the same every time": says more about what the sentence before says.
_SAYS_MORE = re.compile(
    r"^(?:i|he|she|they|it|that)(?: always| usually| often)? (?:do|does|did|is|would)\b", _I
)
# What somebody fears to do, said in words of doing: "I'll give in", "put it off", "say yes again".
_SETBACK = re.compile(
    rf"^{_SOFTLY}(?:forget|feel|lose|chicken|panic|freeze|fold|cave|crumble|buckle|clam|procrastinate"
    r"|overthink"
    r"|struggle|fail|hesitate|stumble|blush|cry|worry|want|miss|oversleep|fall|well up|tear up|lack"
    r"|slip|drift"
    r"|run (?:out|late|into)|end up|give (?:in|up)|back (?:out|down|off)|talk myself|sleep on"
    r"|put (?:it|this|that|things|everything) off|put off|water (?:it|this|that) down|say (?:yes"
    r"|nothing|it too)"
    r"|be (?:late|too|so|sick|ill|scared|afraid|nervous|tired|busy|stuck|sad|angry|upset|lost|alone|\w+ed)"
    r"|get (?:too|so|also|very|stuck|cold|nervous|scared|angry|loud|lost|ill|sick|defensive|upset"
    r"|emotional|busy"
    r"|lazy|tired|into|caught|called|pulled|\w+ed)\b|start making|start to\b|change my mind"
    r"|skip (?:it|that|this)|regret|make (?:\w+ )?excuses"
    r"|find (?:\w+ )?(?:more|an excuse|excuses|something|a reason|a figure|a mistake)"
    r"|have (?:no|too|a (?:bad|busy|full|million))\b|go (?:blank|red|quiet)|work (?:late|too))\b",
    _I,
)
# What may be either, and is a setback where that was asked for: "I'll be disappointed", "I'd rather read".
_ASKED_SETBACK = re.compile(
    rf"^{_SOFTLY}(?:not|never|be|need|think|laugh|rather|avoid|agree|comply|nod|swallow|ignore"
    r"|postpone|delay"
    r"|shut (?:up|down)|say sorry|start \w+ing|get an?|find it|have to|go back|let (?:it|things)|open"
    r"|check (?:my|the|on|everything))\b",
    _I,
)


def commits(text: str) -> bool:
    """Says whether the text commits to doing something."""
    return _commitment(text.replace("’", "'")) is not None


def action_of(text: str) -> tuple[str, str]:
    """Returns (what they will do, when or ""), as both stand in "If it is ..., then I will ..."."""
    both = if_then(text)
    if both:
        return both[1], both[0]
    sentence = _doing(text)
    before, rest = _promised(sentence)
    cue = leading_cue(before) if before else ""
    action, cue = (rest, cue) if cue else split_cue(rest)
    if not cue:
        others = (part for part in sentences(text) if part != sentence)
        cue = next((cue_of(part) for part in others if is_moment_alone(part)), "")
    return _action(action), cue


def does(action: str) -> bool:
    """Says whether the words are something to do, not something that somebody else does or is."""
    return bool(action) and (is_doing(action) or not is_sentence(action))


def if_then(text: str) -> tuple[str, str] | None:
    """Returns (cue, action) of a plan that was said as one, or None."""
    for sentence in sentences(text):
        match = _IF_THEN.match(plain(sentence))
        if match and len(match["action"].split()) >= 2:
            return worded(match["cue"]), _action(match["action"])
    return None


def obstacle_of(text: str) -> str:
    """Returns what may get in the way, as it stands after "Obstacle:"."""
    hedged = unhedged(_worst(text))
    said = pointed(hedged)
    # "It's my boss" names the obstacle, "it's going to be awkward" tells it.
    if not re.match(r"(?:the|an?|my|our|his|her|their|me|that|how)\b", said, _I):
        said = hedged
    # "If she cries I'll give in" tells one thing; "if she cries" alone tells what may happen.
    if not _TOLD_CASE.match(said):
        said = re.sub(r"^(?:what if|only that|that|if|when)\s+", "", said, flags=_I)
    if doubted := _DOUBTED.match(said):
        said = f"{doubted['who']} {_DENIED[doubted['verb'].lower()]} {doubted['rest']}"
    return phrase(comments_on(said) if not _TOLD_CASE.match(said) else _without_last_comment(said))


def is_setback(doing: str, *, asked: bool = False) -> bool:
    """Says whether words of doing tell what one fears to do: "put it off", "be too tired".

    asked says that it was asked what may get in the way.
    """
    return bool(_SETBACK.match(doing) or (asked and _ASKED_SETBACK.match(doing)))


def remedy_of(text: str) -> str:
    """Returns what they will do about the obstacle, as it stands after "I will"."""
    return _with_its_moment(text)


def option_of(text: str) -> str:
    """Returns an option, beginning with a verb where it can, with its moment if it has one."""
    return _with_its_moment(_THE_OPTION.sub("", plain(text)))


def will(action: str) -> str:
    """Returns the second half: "I will talk to him"."""
    return f"I will {action}" if is_doing(action) else f"I will go for this: {action}"


def is_doing(action: str) -> bool:
    """Says whether the words begin with a verb: a known one, or one that an object follows."""
    if _HAND_IN.match(action):
        return True
    return starts_with_verb(action) or (bool(_WITH_OBJECT.match(action)) and not is_clause(action))


def _commitment(text: str) -> re.Match[str] | None:
    """Returns where the text promises something and does not only tell of a promise, None where nowhere."""
    for match in _COMMITS.finditer(text):
        before = re.sub(
            r"\bi (?:think|guess|suppose|believe|know)(?: that)?\s*$", "", text[: match.start()], flags=_I
        )
        if not _TOLD_OF.search(before):
            return match
    return None


def _doing(text: str) -> str:
    """Returns the sentence that says what will be done."""
    parts = [part for part in sentences(text) if not part.endswith("?") or starts_with_verb(plain(part))]
    parts = parts or [text]
    if promise := next((part for part in parts if _commitment(part)), ""):
        return promise
    for sign in (_WILL, _I_DO):
        for part in parts:
            if sign.search(part):
                return part
    if brief := next((part for part in parts if starts_with_verb(plain(part))), ""):
        return brief
    return max(parts, key=lambda part: len(part.split()))


def _promised(sentence: str) -> tuple[str, str]:
    """Returns (what stands before the promise, what is promised)."""
    said = _TOGETHER.sub(r"we \g<will> \g<what> with \g<who>", _denied(plain(sentence)))
    # "Could ask for a transfer" leaves out who.
    said = re.sub(r"^(?:could|might|should|can|will|would)\s+(?=[a-z])(?!i\b|you\b|we\b)", "", said, flags=_I)
    said = re.sub(r",\s+(?:don't|do not)\s+", ", not ", said)
    first = said.split(" ", 1)[0]
    doing = starts_with_verb(said) or (bool(base_form(first)) and not _MUSING.match(said))
    # "Write down what I need to do" is a whole promise already.
    if doing and not is_clause(said):
        return "", said
    match = _STRONG.search(said) if _FIRST_MOMENT.match(said) else None
    # "I could say that he decides and I'll listen" promises once, "I want peace, so I'll ask" at its end.
    leads = _WILL.match(said)
    if not match and not (leads and not wishes(said)) and (promise := _commitment(said)):
        match = _STRONG.search(said, promise.start())
    match = match or _WILL.search(said) or _I_DO.search(said)
    if match:
        return said[: match.start()], _in_order(match["rest"])
    if match := _MOMENT_I.match(said):
        return match["lead"], match["rest"]
    # "On Mondays, go through the list": the moment leads in.
    lead, _, rest = said.partition(", ")
    return (lead, rest) if names_moment(lead) and starts_with_verb(rest) else ("", said)


def _in_order(rest: str) -> str:
    """Returns "say it in the meeting" for "in the meeting say it"."""
    words = rest.split()
    if not re.match(r"(?:in|on|at|next|tomorrow|today)\b", rest, _I):
        return rest
    for place in range(2, min(len(words), 9)):
        moment, doing = " ".join(words[:place]), " ".join(words[place:])
        if (
            starts_with_verb(doing)
            and names_moment(moment)
            and words[place - 1] not in {"the", "my", "our", "to"}
        ):
            return f"{doing} {moment}"
    return rest


def _denied(said: str) -> str:
    """Returns "I will not" for "I won't" where that is the promise, not what somebody is told."""
    match = _WONT.search(said)
    if not match or _TOLD_OF.search(said[: match.start()]):
        return said
    return f"{said[: match.start()]}I will not{said[match.end() :]}"


def _with_its_moment(text: str) -> str:
    before, rest = _promised(_doing(text))
    action = _action(rest)
    lead = before.strip(" ,").lower() if before and not _FIRST_MOMENT.match(before.strip()) else ""
    return f"{action} {phrase(before)}" if lead and names_moment(lead) and len(lead.split()) <= 5 else action


def _action(text: str) -> str:
    said = _JUDGED.sub("", uncommented(_STILL.sub("", unhedged(text))))
    if _THINGS.match(said):
        return phrase(said)
    if denied := _NOT_DOING.match(said):
        verb = base_form(denied["verb"]) or denied["verb"]
        said = f"{denied['no'].lower()} {verb}{said[denied.end() :]}"
    said = as_infinitive(phrase(said))
    return said if tokens(said) else ""


def _worst(text: str) -> str:
    """Returns the sentence that tells the obstacle: not one that only says more about the one before."""
    parts = sentences(text) or [text]
    alone = [part for part in parts if not _SAYS_MORE.match(part)]
    return best(" ".join(alone)) if alone else parts[0]


def _without_last_comment(said: str) -> str:
    lead, comma, comment = said.rpartition(", ")
    return lead if comma and re.match(r"(?:i know|that's|you know)\b", comment, _I) else said
