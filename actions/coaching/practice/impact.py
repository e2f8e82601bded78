"""Finds the impact: what it did to the speaker, to the work or to others."""

from actions.coaching.practice import harm, next_step
from actions.coaching.practice.lexicon import DEGREE, EFFECT, FEELING, NEUTRAL, OTHERS, PEOPLE, STRAIN
from actions.coaching.practice.text import Span, clauses, plain, rule, search, sentences

_FELT = (
    rf"\bi(?:'m| am| was| get| got| become| became| left|'ve been| have been| looked| look"
    rf"| seemed)(?: {DEGREE})*"
    rf" (?:like (?:a|an) \w+|{FEELING})\b(?! to (?:hear|say|bother|ask)| about this)",
    r"\bi\b[^.?!]{0,30}\b(?:felt|feel)(?: \w+)? (?!that|like you|you\b|good|great|fine|better|happy|free"
    r"|we|it\b)\w+",
    r"\bi (?:looked|look|stood there) (?:\w+ )?(?:like|bad|foolish|silly|as if i|unprofessional|stupid"
    r"|unprepared)\b",
    r"\b(?:it|that|this) (?:\w+ )?(?:hurt|hurts|stung|stings|annoys|annoyed)\b",
)
_VALUED = (
    r"\bma(?:de|kes?|king) (?:me|us|it|my|our|everyone|the team)\b",
    r"\b(?:for me|to me),? (?:it|this|that) (?:is|was|feels|felt)\b|\b(?:it|this|that|which)(?:'s| is| was"
    r"| feels| felt)"
    rf"(?: {DEGREE}| not)* (?:embarrassing|frustrating|hard|difficult|stressful|painful|tiring|exhausting"
    rf"|confusing"
    r"|humiliating|awkward|unpleasant|disturbing|a problem|not easy|hurtful|uncomfortable|a shock"
    r"|nice for me|easy for me)\b",
    r"\bi (?:found|find) it (?:\w+ )?(?:hard|difficult|embarrassing|stressful|frustrating|painful|awkward"
    r"|impossible)",
    r"\bit (?:gives|gave|leaves|left) (?:me|us)\b|\btoo much for (?:me|us)\b",
)
_UNABLE = (
    r"\b(?:i|we) (?:\w+ )?(?:couldn't|could not|can't|cannot|can not|wasn't able to|was not able to"
    r"|were not able to)"
    r" (?!believe|complain|imagine|help it|remember|accept|agree|understand|take|wait to|say that|do that"
    r"|go on)\w+"
    r"(?![^.?!]*\bas well\b)",
    r"\b(?!you\b|i\b|we\b)\w+ (?:couldn't|could not)\b(?! (?:be (?:worse|better)|agree))",
    r"\b(?:i|we) (?:don't|do not|didn't|did not|never|hardly|barely|no longer)(?: \w+)? (?:get (?:to|any"
    r"|my|our|it)|manage"
    r"|find the time|reach|sleep|dare|speak up|trust|enjoy|want to come|know (?:what|how|if|whether"
    r"|who) (?:i can|i should|we|to (?:plan|tell the|do next)))\b",
    r"\bcan(?:'t|not)? (?:\w+ )?be (?:finished|done|delivered|completed) (?:in|on) time\b"
    r"|\bcannot (?:concentrate|work)\b"
    r"|\b(?:i|we) ha(?:d|ve) (?:no|less|only|hardly any) (?:time|chance|idea)\b",
)
_DONE_BECAUSE = (
    r"\bi(?: have|'ve)? (?:lost|lose|missed|miss) (?:my|the|track|time|a|two|three|half|trust|confidence"
    r"|motivation)\b",
    r"\b(?:i|we|they|the team|she|he|somebody|someone) (?:\w+ )?(?:had to|have had to|has to|must then"
    r"|ended up|end up)\b",
    r"\bi (?:have|need) to (?:redo|do it again|work|stay|explain|repeat|correct|check|double-check"
    r"|fix)\b[^.?!]*"
    r"\b(?:again|late|twice|weekend|night|evening|every|each|because|afterwards|then|myself)\b",
    r"\bi (?:\w+ ){0,2}(?:said nothing|stopped (?:talking|speaking|sharing|asking)|went (?:home|quiet"
    r"|silent)|stayed (?:late|silent"
    r"|quiet)|gave up|don't dare|hesitate|sleep (?:badly|poorly)|double-check|worked (?:until|till|at|all"
    r"|on|over)"
    r"|(?:am|'m) working (?:until|till|at|on)|work until|lay awake)\b",
    r"\bi(?: now| just)? (?:avoid|worry|don't trust|can't rely|started to (?:avoid|doubt|keep)"
    r"|keep thinking|hold back"
    r"|lie awake|dread|doubt)\b|\bi(?: am|'m) (?:afraid|scared) to\b|\bi(?: often| now)? (?:make"
    r"|made) (?:\w+ )?mistakes\b",
    r"^(?:so |and )?now (?:i|we|my|our|the \w+|they|she|he|nobody|everyone|people) (?!want|would|need|it"
    r"|that|is it|'d)",
    r"\b(?:i|we) (?:then )?(?:spent|spend|needed|waited|lost) (?:\w+ ){0,4}"
    r"(?:hours?|days?|weeks?|minutes|weekends?|(?:morn|even)ings?|afternoons?|nights?)\b",
)
_CAUSED = (
    r"\bmy (?:\w+ )?(?:hurts?|aches?|heart|head|hands? (?:shook|shake))\b",
    r", so (?:that )?(?:the|my|our|nobody|everyone|everybody|people|they|she|he) (?!next)\w+",
    r"\b(?:cost|costs|took|takes) (?:me|us|the team|the company)\b|\b(?:slows?|slowed|held|holds?|throws?"
    r"|threw)"
    r" (?:me|us|the team|everyone)\b|\b(?:hurts?|annoys|annoyed|upsets?|bothers?|bothered|worries|worried"
    r"|irritates"
    r"|irritated|disturbs?|disturbed|frustrates|frustrated|embarrassed|distracts|distracted|offended"
    r"|confuses|confused"
    r"|stresses|disappointed) (?:me|us)\b|\b(?:left|leaves|keeps|kept|stopped|stops) (?:me|us)\b",
    r"\bputs? (?:me|us|the team) (?:in|under|off|at|on the spot)\b|\b(?:takes|took|taking) away\b",
    r"\b(?:that|this|it|which) (?:also )?(?:means|meant|led to|leads to|caused|causes|delayed|delays"
    r"|ended in)\b",
    r"\b(?:as a result|as a consequence|the (?:effect|result|consequence|impact)|because of (?:this|that|it)"
    r"|due to (?:this|that))\b|\bthat(?:'s| is| was) (?:also )?(?:why|the reason) (?:i|we|the)\b",
)
_TO_OTHERS = (
    rf"(?<!your )\b(?:she|he|they|mr \w+|mrs \w+|ms \w+|{OTHERS}) (?:was|were|is|are|got|became|went"
    rf"|looked)(?: {DEGREE})* (?:{FEELING}"
    r"|pale|quiet|silent|in tears|cross)\b",
    rf"\b{OTHERS} (?:\w+ )?(?:was|were|is|are|got|has been|have been|had) (?:\w+ )?(?:waiting|delayed|late"
    rf"|confused"
    r"|angry|annoyed|upset|irritated|unhappy|blocked|stuck|lost|in danger|at risk|overloaded|left"
    r"|complaining|worn out)\b",
    rf"\b{OTHERS}(?: (?:at|from|in|of) \w+ \w+)? (?:\w+ ){{0,3}}(?:had to|waited|complained|cancelled"
    rf"|canceled|asked me"
    r"|stopped|noticed|suffers?|lost|missed|cannot|can't|couldn't|could not|walked out|left|gave up"
    r"|works? (?:through|on))\b",
    r"\bwe (?:\w+ )?(?:missed|lost|fell behind|are behind|were late|are late|lose|started late"
    r"|finished late|wasted|paid"
    r"|pay)\b",
)
IMPACT = rule("|".join(_FELT + _VALUED + _UNABLE + _DONE_BECAUSE + _CAUSED + _TO_OTHERS))
_EFFECT = rule(EFFECT)
_STRAIN = rule(STRAIN)
_NEUTRAL = rule(NEUTRAL)
_NOT_YOU = rule(
    r"^(?:so|and|but|now|then|this way|that way|since then|since the \S+|afterwards|in the end|meanwhile"
    r"|honestly|my \w+ and|,"
    rf"| )*(?:i|we|my \w+|our \w+|they|everyone|everybody|payroll|accounting|sales|{PEOPLE})\b"
)
_ABOUT_YOU = rule(
    r"^(?:\w+ )?(?:you|your)\b|^(?:some people|other people|people like)\b|^(?:if|when|maybe|perhaps"
    r"|i (?:want|would|won't|will|'d|need|could|can|think|hope))\b"
)
_NOT_SAID = rule(r"\bi wonder\b|\bi'm wondering\b|\b(?:would|if|could) (?:it|this|that) (?:made?|help)\b")


def find(line: str) -> Span | None:
    """Returns what the line says of the effect; None where it only says what "you" are like."""
    found = (in_sentence(sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)


def in_sentence(sentence: str) -> Span | None:
    """Returns the effect that one sentence states, if any."""
    if (
        search(_NOT_SAID, sentence)
        or search(harm.PSEUDO_FEELING, sentence)
        or sentence.rstrip().endswith("?")
    ):
        return None
    return search(IMPACT, sentence) or next(filter(_states_effect, clauses(sentence)), None)


def spoiler(line: str) -> Span | None:
    """Returns a reproach dressed as a feeling ("I feel that you don't care"), if there is one."""
    found = (search(harm.PSEUDO_FEELING, sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)


def is_statement(text: str) -> bool:
    """Says whether the clause says something of the speaker or of others, and not only leads up to it."""
    return not (_ABOUT_YOU.search(text) or next_step.STEP.search(text) or _NEUTRAL.search(text))


def _states_effect(clause: Span) -> bool:
    """Says whether the clause names a loss or a strain, and its subject is not "you"."""
    text = plain(clause.sentence[clause.start : clause.end])
    strained = _STRAIN.search(text) and _NOT_YOU.search(text) and is_statement(text)
    named = _EFFECT.search(text) and not _ABOUT_YOU.search(text) and not next_step.STEP.search(text)
    return bool(strained or named)
