"""Finds words that close the other person's ears: insults, threats, generalisations, verdicts."""

import re

from actions.coaching.practice.text import Span, rule, search, sentences

_VERDICT = (
    r"rude|lazy|careless|unreliable|disrespectful|difficult|impossible|aggressive|toxic|unfair|negative|bossy"
    r"|dominant|dominating|dismissive|inconsiderate|irresponsible|unprofessional|disorganised|disorganized"
    r"|slow"
    r"|bad|terrible|awful|horrible|annoying|arrogant|selfish|stubborn|childish|impolite|unfriendly|loud"
    r"|chaotic"
    r"|egoistic|egoist|jealous|sloppy|incompetent|useless|lousy|poor|mean|cold|rubbish|controlling|impatient"
    r"|ungrateful|dishonest|sneaky|insensitive|immature|condescending|patronising|passive[- ]aggressive|messy"
)
INSULT = rule(
    r"\b(?:idiots?|stupid (?:person|man|woman|cow|man|boss)|(?:you're|you are|so|how) stupid|morons?"
    r"|jerks?|losers?"
    r"|pathetic|liars?|clowns?|assholes?|arseholes?|bastards?|bitch|dumb|imbecile|pigs?|bloody hell"
    r"|fuck\w*|shit\w*"
    r"|piss off|go to hell|screw you|shut up|shut your|crap|(?:you're|you are) (?:\w+ )?(?:useless"
    r"|incompetent))\b"
)
THREAT = rule(
    r"\bor else\b|\b(?:you'll|you will|you'd|you are going to|you're going to) (?:\w+ )?(?:regret|be sorry"
    r"|see what)"
    r"|\b(?:go|going|went|take (?:it|this)) (?:straight )?to (?:hr|the boss|your (?:boss|manager)"
    r"|the lawyer|a lawyer)"
    r"|\bi(?:'ll| will| am going to|'m going to)\b[^.?!]{0,20}\b(?:report you|complain about you"
    r"|tell (?:hr|everyone"
    r"|the boss|your (?:boss|manager))|make sure you)\b|\blast warning\b|\byou'd better\b|\byou had better\b"
    r"|\bfire you\b|\byou(?:'re| are| will be|'ll be) (?:fired|out|finished)\b|\bget you fired\b"
    r"|\bthere will be consequences\b|\bi (?:warn|am warning) you\b|\bi'm warning you\b|\bdon't push me\b"
)
_OFTEN = r"(?:always|never|constantly|permanently|every (?:single )?time|all the time|ever)"
GENERALISATION = rule(
    rf"\byou(?:'re|'ve|'d|r)?\b(?: \w+){{0,2}} (?:always|never|constantly|permanently)\b(?! (?:welcome"
    rf"|been (?:good"
    r"|kind|fair|helpful|supportive|there)|helped|supported))"
    r"|\b(?:do|are|must|can|have) you (?:always|never|constantly)\b|\b(?:don't|can't|won't) you ever\b"
    r"|\byou\b[^,.?!]*\b(?:every single time|every time|all the time)\b"
    rf"|\bit(?:'s| is) {_OFTEN} (?:me|the same|you|like (?:this|that)|about you)\b|\bevery single time\b"
    r"|\b(?:everyone|everybody|nobody|no one|no-one|the whole (?:team|office)|all the others)\b[^.?!]{0,30}"
    r"\b(?:thinks?|says?|knows?|likes?|hates?|agrees?|wants?|trusts?|complains?)\b[^.?!]*"
    r"\b(?:you|your)\b|\btypical(?:ly)? (?:you|for you|of you)\b|\b(?:as|like) (?:always|usual)\b"
)
VERDICT = rule(
    rf"\byou(?:'re|r| are| were| have been|'ve been| seem| act(?:ed)?)\b(?: (?:so|such|too|just|really"
    rf"|very|being|not"
    r"|a|an|simply|quite|totally|completely|often|sometimes|always|super|pretty|absolutely|extremely))*"
    rf" (?:{_VERDICT}|the (?:problem|worst)|team player|like that|person who)\b"
    r"|\byou(?: really| just| obviously| clearly)? (?:don't|do not|didn't|couldn't) (?:really |even )?"
    r"(?:care|respect|give a|want to understand|listen)\b|\byou(?: just| simply)? (?:only|just) (?:think"
    r"|care) (?:of|about)"
    r" yourself\b|\byou (?:love|enjoy|like) (?:to |making )?\w*(?:humiliat|embarrass|annoy)\w*|\bon purpose\b"
    r"|\byou(?:'ve| have)? (?:disrespect|humiliat|betray|bull(?:y|ied)|mob|sabotag)\w*"
    rf"|\byour (?:\w+ )?(?:behaviou?r|attitude|work|tone|manner|style|performance)\b(?: \w+)? (?:is|was|are)"
    rf" (?:\w+ ){{0,2}}(?:{_VERDICT}|unacceptable|not (?:ok|okay|good|acceptable|what))\b"
    r"|\byou (?:have|lack|show) no (?:respect|manners|idea)\b|\byour fault\b|\byou(?:'re|r| are) late again\b"
    r"|\byou only (?:\w+ ){1,4}because\b|\byou'?(?:re)? (?:to blame|no good)\b"
)
REPROACH = rule(
    r"\bwhy (?:do|does|are|can't|cannot|don't|won't|didn't|aren't|couldn't|must|would) you\b"
    r"(?! (?:think|feel|see it|believe|prefer|say that|need|find))"
    r"|\bwhat(?:'s| is) (?:wrong|the matter) with you\b|\bwhat(?:'s| is) your (?:problem|excuse)\b"
    r"|\bhow dare\b|\bwhat (?:kind|sort) of (?:person|man|woman|boss|colleague)\b"
    r"|\bhow (?:could|can) you (?:do|say|be|even|just)\b|\bwho do you think\b|\bwhat the (?:hell|heck)\b"
    r"|\bwhat (?:were|are) you (?:even )?thinking\b|\bhow (?:am|are) (?:i|we) supposed\b|\bdo you (?:even"
    r"|have any idea(?! (?:what|how) (?:we|i|could|might|would)))\b"
    r"|\bhow (?:hard|difficult) can it be\b|\bhow many times (?:do|must|should)\b|\bhow often (?:do|must"
    r"|should) i\b"
)
PSEUDO_FEELING = rule(
    r"\bi (?:just |really )?(?:feel|felt|have the feeling|got the feeling)(?: that| like| as if)? (?:you"
    r"|you're|your)\b"
)
EMPTY_DEMAND = rule(
    r"\b(?:you (?:should|must|have to|need to|ought to|could)|please|just|try to)(?: just"
    r"| really)? (?:be (?:more|less"
    r"|better|nicer|a bit|professional|on time)|become|change your|improve|do better|grow up|respect"
    r"|work harder|realise"
    r"|realize|behave|calm down|get over|pull yourself|do your job|\w+ (?:better|properly))\b[^.,?!]*"
)


def insult(line: str) -> Span | None:
    """Returns the insult in the line, if there is one."""
    return _first(INSULT, line)


def threat(line: str) -> Span | None:
    """Returns the threat in the line, if there is one."""
    return _first(THREAT, line)


def accusation(line: str) -> Span | None:
    """Returns a generalisation ("you never ...") or a verdict on the person ("you are rude"), if any."""
    return _first(GENERALISATION, line) or _first(VERDICT, line)


def reproach(line: str) -> Span | None:
    """Returns a question that is none, such as "what is wrong with you?", if there is one."""
    return _first(REPROACH, line)


def _first(pattern: re.Pattern[str], line: str) -> Span | None:
    found = (search(pattern, sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)
