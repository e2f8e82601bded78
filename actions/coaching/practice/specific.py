"""Finds an observation: an act that a camera could have recorded, or a fact with a time or a number."""

from actions.coaching.practice import harm, impact, next_step, question
from actions.coaching.practice.text import Span, clauses, plain, rule, search, sentences

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tmrw"
_MONTH = r"january|february|march|april|june|july|august|september|october|november|december"
_COUNT = r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half"
ANCHOR = rule(
    rf"\b(?:{_DAY}|{_MONTH}|(?:in|since|last|of|until) may|yesterday|today|tonight|earlier|just now|lately"
    r"|this (?:morning|week|month|afternoon|year)|(?:last|past|previous) (?:\w+ )?(?:night|week|weeks"
    r"|month|months|year"
    r"|time|meeting|meetings|call|calls|sprint|quarter|review|session|friday|days)|(?:a|\w+) (?:week|weeks"
    r"|day|days"
    r"|month|months|hour|hours|minutes) (?:ago|late|later)|twice|(?:from|at|until|by) (?:six|seven|eight"
    r"|nine|ten|eleven|twelve|noon)|\d+(?:[:.,]\d+)?(?:st|nd|rd|th|h)?(?: ?%)?|once|half past"
    r"|past (?:eight|nine|ten)|"
    rf"(?:{_COUNT}) (?!of (?:us|them)\b)\w+|the (?:other day|kick-?off|stand-?up|retro|workshop"
    rf"|all-?hands))\b"
)
_IRREGULAR = (
    "came went left said told gave took made cut began broke brought built bought caught chose drew drank"
    " drove ate fell flew forgot got had held kept knew laid led lent let lost met paid put read ran rang saw"
    " sent set shook shut sat slept spoke spent stood stole swore taught threw wrote won(?!') did shot sold"
).split()
_PARTICIPLES = (
    "taken given come gone been done made sent said told left won met brought got had kept written".split()
)
_PAST = rf"(?:{'|'.join(_IRREGULAR)}|\w{{2,}}ed|(?:did not|didn't|had not|hadn't|have not|haven't) \w+)"
# What nobody can see from outside, or what judges.
_INNER = (
    r"(?:wanted|thought|cared|tried|knew|hated|liked|loved|felt|intended|hoped|disappointed|embarrassed"
    r"|annoyed"
    r"|offended|upset|frustrated|angered|hurt|needed|agreed|made me|let (?:me|us) down|did (?:a|an|it|this"
    r"|nothing)"
    r"|(?:did not|didn't) (?:care|want|think|like|respect|understand|mean|know|listen|try))\b"
)
YOU_DID = rule(
    rf"\byou(?:'ve|'d| have| had)?(?: just| then| also| again| already| suddenly| only| even| simply| still)?"
    rf" (?!{_INNER})(?:{_PAST}|rolled|were (?:on|at|not (?:there|at)|looking|talking|\d+|{_COUNT}|late"
    rf"|typing|reading))\b"
)
I_SAW = rule(r"\bi(?:'ve| have)? (?:saw|seen|heard|watched|counted|found|read)\b(?: \w+){2,}")
SAID = rule(r"\byou (?:said|wrote|called|told|asked|answered|shouted|replied)\b.{0,30}[\"“'][^\"”']{3,}")
FACT = rule(
    rf"\b(?:there (?:is|are)|shows?|states?|contains?|lists?|was|were|wasn't|weren't|{_PAST}|(?:has|have"
    rf"|had|'ve|'s) (?:\w+ )?(?:{'|'.join(_PARTICIPLES)}|\w+ed))\b"
)
SINCE = rule(
    rf"\b(?:since|for (?:the )?(?:last|past)) (?:\w+ )*?(?:{_DAY}|{_MONTH}|weeks?|months?|years?|days)\b"
)
NO_FACT = rule(
    r"\bthank|\bnoticed something\b|\bi (?:just )?want(?:ed)? to\b|\bi(?: would|'d) like\b|\bhappened\b"
    r"|\bneeded to (?:talk|speak)\b"
    r"|\bi (?:was|felt|am|'m|have been|'ve been) (?:\w+ )?(?:sad|angry|upset|happy|annoyed|worried|tired"
    r"|afraid"
    r"|disappointed|frustrated|hurt|stressed|nervous|thinking|bad|sorry|glad|like)\b|\bi (?:thought|hoped"
    r"|wondered)\b"
    r"|\b(?:would|could|should|will|might|going to|supposed to)\b"
)


def find(line: str) -> Span | None:
    """Returns the observation in the line; None too where a generalisation or a verdict spoils it."""
    if spoiler(line):
        return None
    found = (_in_sentence(sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)


def spoiler(line: str) -> Span | None:
    """Returns the words that turn an observation into an accusation, if there are any."""
    return harm.insult(line) or harm.accusation(line)


def _in_sentence(sentence: str) -> Span | None:
    if question.in_sentence(sentence) or next_step.in_sentence(sentence) or sentence.endswith("?"):
        return None
    direct = search(SAID, sentence) or search(YOU_DID, sentence) or search(I_SAW, sentence)
    if direct:
        return direct
    if not search(ANCHOR, sentence):
        return None
    return next((span for span in map(_fact, clauses(sentence)) if span), None)


def _fact(clause: Span) -> Span | None:
    """Returns the clause where it states a fact with a time or a number that is not an effect on somebody."""
    text = clause.sentence[clause.start : clause.end]
    stated = ANCHOR.search(plain(text)) and (FACT.search(plain(text)) or SINCE.search(plain(text)))
    return clause if stated and not NO_FACT.search(plain(text)) and not impact.in_sentence(text) else None
