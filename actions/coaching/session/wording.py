"""Makes what an employee typed fit into a sentence of the plan: without hedges, asides, stops and length."""

import re

from actions.coaching.session.english import is_clause, lower_first, starts_with_verb, tokens
from actions.coaching.session.mirror import clauses, sentences
from actions.coaching.session.state import Stage

MAX_PHRASE = 26
_I = re.IGNORECASE
_HEDGE = re.compile(
    r"^(?:(?:nothing(?: really)?,? (?:but|except(?: for)?)|(?:like|as) i (?:just |already )?said"
    r"|(?:dunno|i (?:really )?(?:don't|dont|do not) know|(?:i'm )?not (?:really |quite )?sure"
    r"|(?:i have )?no idea)"
    r"(?=\W*$|\s*[,.:;…?-]|\s+(?:maybe|perhaps|but|about|yet|really|probably)\b)|well|so|ok|okay"
    r"|yes|yeah|yep|hmm|hm|um|uh|oh|maybe|perhaps|probably|mainly|mostly|honestly\?|to be honest"
    r"|i (?:think|guess|suppose|believe|reckon)(?: that\b)?|if i'm honest|honestly|basically|actually"
    r"|(?:just|only|right)(?! (?:when|before|after|as|once|then|now|away)\b)|then|please|sure|alright"
    r"|possibly|ideally|(?:most )?likely|first of all|for example|for instance|e\.g\.|for a start"
    r"|for me|tbh|(?:my|the) (?:\w+ )?(?:plan|step|idea) (?:is|would be)(?: to\b)?"
    r"|the (?:first|main|only) (?:one|thing) (?:is|would be)|the (?:obstacle|risk) is|one thing is"
    r"|what (?:[\w']+ ){1,6}?(?:is|are|would be)(?! (?:going|always|never|happening|on)\b)(?: that\b)?"
    r"|(?:it (?:could|may|might) (?:well )?be|it's possible) that"
    r"|my answer is|i'd say(?!\s*[:\"“]| (?:it|that|yes|no|something|nothing|too)\b)|let's say"
    r"|how about|what about|and|but|also|or)\b[\s,:.?…-]*"
    r"|(?:both|two things|several things|plan b|short version|in short|simple)\b[^:]{0,12}:\s*)+",
    _I,
)
_POINTING = re.compile(
    r"^(?:it would be|it'd be|that would be|it's|it is|its|that's|that is|either)\b[\s,:-]+",
    _I,
)
_ASIDE = re.compile(
    r",\s*(?:i (?:guess|think|suppose|don't know)|like|you know|let's say|i'd say)\s*,\s*", _I
)
_AFTERTHOUGHT = re.compile(
    r"(?<!before)(?<!what)(?<!how)(?<!than)(?<!until)(?<!where)[\s,]+(?:i (?:guess|think|suppose"
    r"|reckon|hope)|tbh|lol|haha|probably|maybe|perhaps|preferably|ideally|actually|please|then"
    r"|or (?:something|so)|if (?:that|it) makes sense|if you see what i mean)\W*$"
    r"|,\s*(?:really|mostly|mainly|honestly|to be honest|actually|obviously|of course|naturally"
    r"|i'd say|that's all|that's it)\W*$",
    _I,
)
# Where a long answer can be cut, best first: its reasons say least.
_REASONS = re.compile(r",?\s(?:because|since|so that|which)\s", _I)
_JOINTS = re.compile(r",\s|;\s|\s-\s|\s(?:and then|but)\s", _I)
_SUBORDINATE = re.compile(
    r"^(?:if|when(?:ever)?|once|as soon as|after|before|while|since|because|although|every|each|on|at"
    r"|in|by)\b",
    _I,
)
# What a comment begins with: "she's always there", "that's the pattern", "Monday is my free day".
_COMMENT = re.compile(
    r"(?:(?:i|he|she|we|they|it|you|depends|works|suits)\b|(?:i|he|she|we|they|it|you|that"
    r"|there)'(?:s|m|ve|re|ll|d)\b|(?:that|there|this) (?:is|are|was|should|would|will)\b"
    r"|(?:the |my |our )?(?!wh)\w+ (?:is|are|was|has|have|isn't|aren't)\b|(?:the|my|our|his|her"
    r"|their) \w+ \w+)",
    _I,
)
_PLAINLY = re.compile(
    r"(?:depends|works|suits)\b|(?:i|he|she|we|they|it|you|that|there)'(?:s|m|ve|re"
    r"|ll|d)\b",
    _I,
)
_MY_OWN = re.compile(
    r"(?:i|we)\b(?! (?:am|was|have|haven't|don't|didn't|can't|can|always|often|never|promise|think"
    r"|guess|know|hope|suppose|believe|mean|swear)\b)",
    _I,
)
_NOTHING = re.compile(
    r"^(?:nothing|none|no|nope|nah|no(?:thing)? really|(?:hard|difficult) to (?:say|tell)|it depends"
    r"|i'm not sure|you tell me|i can't do anything|(?:there(?:'s| is) )?(?:nothing|not much|not a lot"
    r"|little)(?: else)? (?:that )?i can (?:really )?do(?: about (?:it|that))?"
    r"|not sure|not (?:much|really|that i know)|nobody|no one|n/a|whatever"
    r"|(?:i )?(?:don't|do not|dont) know (?:yet )?(?:when|how|what|where|who|which|why)(?: yet)?"
    r"|that was (?:it|all)"
    r"|(?:i )?(?:dunno|idk|have no idea|no idea)|no (?:more |other |further )?(?:ideas?|obstacles?"
    r"|problems?|risks?|clue)"
    r"|(?:i )?(?:really )?(?:don't|do not|dont|can't|cannot|couldn't) (?:really )?(?:know|say|think of"
    r"|see|have|want)(?: (?:any\w*|one|much|more|it))*"
    r"|(?:i think |i guess )?that's (?:about )?(?:it|all|everything))"
    r"(?:[\s,.!?]+(?:really|else|yet|at all|much|more|other|right now|now|to be honest|sorry|special|so far"
    r"|in particular|comes to mind|comes up|(?:that )?i (?:can|could) (?:think of|see|say|imagine)|for now"
    r"|any\s?more|to (?:it|that)|idea|clue|there is(?: to it)?))*\W*$",
    _I,
)
_BARE_ADVERB = re.compile(r"^(?:really|at all|then|too|though)\W*$", _I)
# A noun with "that" or "who" behind it is no sentence: "a date that holds", "smaller batches".
_NOMINAL = re.compile(
    r"^(?:an?|the|some|no|one|another|less|more|fewer|[a-z]{3,}er)\b(?:[^,]*?\b(?:that|who|which|where)\b"
    r"|(?<=er) \w+s?$|(?<=fewer) \w+s?$|(?<=less) \w+s?$|(?<=more) \w+s?$)",
    _I,
)
# What an answer leaves out because the question said it.
_COMPLETIONS = (
    (Stage.goal, re.compile(r"\b(?:rid of|done with)\b", _I), "be rid of {}"),
    (Stage.goal, re.compile(r"\bget clearer about\b", _I), "get clearer about {}"),
    (Stage.goal, re.compile(r"\bmost want to change\b", _I), "change {}"),
    (Stage.goal, re.compile(r"\bto be lighter\b", _I), "make {} lighter"),
    (Stage.options, re.compile(r"\bstop doing\b", _I), "stop {}"),
    (Stage.options, re.compile(r"\bask (?:one person )?for\b", _I), "ask for {}"),
    (Stage.cue, re.compile(r"\bthat it could follow\b", _I), "after {}"),
    (Stage.remedy, re.compile(r"\bpart of the plan could you keep\b", _I), "keep {}"),
    (Stage.remedy, re.compile(r"\bcould you have ready\b", _I), "have {} ready"),
)
_SPOKEN = re.compile(r"^(?:i'(?:d|ll)|i (?:would|could|can|will)|say|tell|ask|nothing)\b", _I)
# Things that may be asked for, though the word may be a verb.
_ASKED_THINGS = re.compile(
    r"^(?:help|support|feedback|advice|time|cover|input|backing|leave|work|training)\b", _I
)
# Words that lead a part of a plan in small letters, and names that keep their capital.
_SMALL = frozenset({"a", "an", "me", "us", "it", "him", "them"})
_NAME_OF_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:january|february|march|april|june|july|august"
    r"|september|october|november|december)\b",
    _I,
)
_SAY = re.compile(r"\bcould you say\b", _I)
_LESS_OF = re.compile(r"\bless of\b", _I)
_KNOWN_THING = re.compile(r"^(?:the|my|our|his|her|their|this|that|these|those)\b", _I)
_WHOLE_ALREADY = re.compile(
    r"^(?:i|we|to|that|less|fewer|no|not|more|after|before|when|once|during|on|at)\b", _I
)


def plain(text: str) -> str:
    """Returns the text without the hedges it begins with, nor asides: "well, maybe Monday" gives "Monday"."""
    return _HEDGE.sub("", _ASIDE.sub(_between, text.strip()))


def pointed(text: str) -> str:
    """Returns the text without hedges and without "it's" and the like before what is meant."""
    before = None
    while before != text:
        before, text = text, _POINTING.sub("", plain(text))
    return text


def unhedged(text: str) -> str:
    """Returns the text without hedges at either end."""
    return _AFTERTHOUGHT.sub("", plain(text))


def _between(aside: re.Match[str]) -> str:
    """Returns what stays where an aside is taken out: a comma where a list goes on."""
    return ", " if aside.string[aside.end() :].startswith(("and ", "or ")) else " "


def uncommented(text: str) -> str:
    """Returns the text without a comment that is only joined on by a comma: "Monday, she's in then"."""
    for comma in re.finditer(r",\s+", text):
        left, right = text[: comma.start()], text[comma.end() :]
        segment = re.split(r",\s", right)[0]
        plainly = len(tokens(segment)) == 2 or _PLAINLY.match(segment)
        if not _COMMENT.match(segment) or not (plainly or is_clause(segment)):
            continue
        if _MY_OWN.match(segment) and "'" not in segment.split()[0] and starts_with_verb(left):
            return f"{left}: {right}"
        return left
    return text


def comments_on(text: str) -> str:
    """Returns a sentence without its comment, whole where its first half leads up to the second."""
    return text if _SUBORDINATE.match(text) or not is_clause(text.split(",")[0]) else uncommented(text)


def phrase(text: str) -> str:
    """Returns the text as a part of a sentence: without stop, small at its start, not too long."""
    said = " ".join(text.split()).strip(" \t.,;:!?-–—")
    if said[:1].isupper() and _NAME_OF_TIME.match(said):
        return _shortened(said)
    small = said.split(" ", 1)[0].lower() in _SMALL
    return _shortened(f"{said[:1].lower()}{said[1:]}" if small else lower_first(said))


def best(text: str) -> str:
    """Returns the sentence that says most."""
    parts = sentences(text) or [text]
    said = clauses(text)
    return max(parts, key=lambda part: (any(c in part for c in said), min(len(part.split()), 20)))


def says_nothing(text: str) -> bool:
    """Says whether nothing is told: "nothing really", "no idea", "that's all I can think of"."""
    said = text.strip()
    rest = pointed(said)
    return bool(_NOTHING.match(said) or _NOTHING.match(rest) or _BARE_ADVERB.match(rest)) or not tokens(rest)


def is_sentence(text: str) -> bool:
    """Says whether somebody does or is something, other than in "a date that holds"."""
    return is_clause(text) and not _NOMINAL.match(text)


def completed(text: str, question: str, stage: Stage) -> str:
    """Returns an answer with what it left to its question: "a list" becomes "have a list ready"."""
    said = pointed(unhedged(text)).strip(" .!")
    if stage == Stage.remedy and _SAY.search(question):
        return (
            text
            if not said or _SPOKEN.match(said)
            else f"say{'' if said[:5].lower() == 'that ' else ':'} {said}"
        )
    doing = starts_with_verb(said) and not _ASKED_THINGS.match(said)
    if not said or _WHOLE_ALREADY.match(said) or is_sentence(said) or doing:
        return text
    if stage == Stage.goal and _LESS_OF.search(question):
        return f"less of {'' if _KNOWN_THING.match(said) else 'this: '}{phrase(said)}"
    for asked, sign, whole in _COMPLETIONS:
        if asked == stage and sign.search(question):
            return whole.format(phrase(said))
    return text


def _shortened(said: str) -> str:
    words = said.split()
    if len(words) <= MAX_PHRASE:
        return said
    reason = _REASONS.search(said)
    ends = [reason.start()] if reason else []
    ends += [joint.start() for joint in reversed(list(_JOINTS.finditer(said)))]
    for end in ends:
        cut = said[:end].strip(" ,;")
        if 3 <= len(cut.split()) <= MAX_PHRASE:
            return cut
    return " ".join(words[:MAX_PHRASE]).strip(" ,;")
