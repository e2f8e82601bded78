"""Signs of doubt, of a strong feeling, and of speaking for oneself."""

import re

_I = re.IGNORECASE
# Doubt about the coach or its way.
DOUBT = re.compile(
    r"\b(?:you(?:'re| are) (?:just |only )?(?:a|an) (?:bot|machine|ai|program|computer|chatbot)"
    r"|(?:how|what) (?:is|would|will|does|could|should|can) (?:this|that|talking|coaching)"
    r" (?:going to |supposed to |ever |even |really )?(?:help|change)"
    r"|(?:what's|what is) the point(?=\W*$| of (?:this|it|coaching|all this|these questions"
    r"|talking (?:to|with) you)\b)"
    r"|(?:this|coaching|talking to you)(?:'s| is| are| feels like| seems)?(?: just| all"
    r"| such)? a (?:\w+ )?waste of"
    r"(?: my)? time|(?:this|coaching|you)(?:'re)? (?:isn't|is not|aren't|not|doesn't|does not"
    r"|won't) (?:really |even )?"
    r"(?:help(?:ing|ful)?|work(?:ing)?|change (?:anything|a thing))(?! (?:out|on|for (?:him|her|them))\b)"
    r"|don't (?:believe|think) (?:(?:this|you|coaching) (?:helps?|works?|will|can|makes?|does)"
    r"|(?:it|that) (?:helps|will help|can help))"
    r"|(?:this|coaching) (?:is|sounds|feels) (?:silly|stupid|pointless|useless|ridiculous|like a form)"
    r"|prove (?:it|that|to me|you)\b.*|what (?:use|good) are you|(?:are you|you're|is this"
    r"|is it) any (?:use|good)"
    r"|convince me"
    r"|psychobabble|not convinced|sceptical|skeptical"
    r"|doubt (?:this|you|coaching|(?:it|that)(?=\W*$| (?:helps?|works?|will help|will work)\b))"
    r"|do you (?:even )?understand|can (?:a|you as a) (?:bot|machine)"
    r"|another (?:hr|corporate) (?:gimmick|thing|tool)|does this (?:ever|really|actually) work)\b"
    r"|(?:\byou\b.{0,20}|^(?:(?:just|stop|why|only)\s)*)(?:repeat|parrot|echo)\w* (?:what i|me|my words)\b"
    r"|\b(?:this|it) (?:just )?(?:going to )?(?:repeats?|parrots?|echo(?:es)?) what i\b"
    r"|(?:^|[.!?,] )(?:prove (?:it|that|to me)|convince me)\b"
    r"|^(?:(?:what )?a |just a )?waste of time(?:,? (?:this|all this|really|here))?\W*$"
    r"|^(?:oh,? |god,? |ugh,? |honestly,? )*(?:all|so many|too many) (?:these |those |your "
    r"|of these )?questions\b"
    r"|\b(?:stupid|silly|dumb|daft|idiotic|pointless|annoying|useless|weird|strange) questions?\b"
    r"(?! from| of (?:his|hers|mine))"
    r"|\byou (?:just |only |keep |always )*ask(?:ing)? (?:me )?(?:too many |so many |the same |stupid "
    r"|silly )?"
    r"(?:questions|things)\b"
    r"|\byou(?:'re| are) (?:useless|stupid|an idiot|rubbish|hopeless|annoying|a joke|no help|not helping"
    r"|not (?:very |really )?helpful)\b"
    r"|\b(?:isn't|is not|is) (?:that|this) (?:not )?your job\b|\bi thought you(?:'d| would"
    r"| were)\b.{0,20}\bhelp"
    r"|\btalk(?:ed|ing)? (?:to|with) (?:my|a|the) (?:dog|cat|wall|plant|brick wall)\b"
    r"|\bsounds? like a (?:form|questionnaire|therapist|parrot|robot|textbook|call centre)\b",
    _I,
)
_HERE_TO = (
    r"(?:^|[.!?;,]\s+|\bi(?:'d| would)?(?: like)?\s+|\bi've\s+|\bi have\s+)(?:(?:just|only|really)\s+)*"
)
# Somebody wants to be heard and no more.
VENT = re.compile(
    rf"{_HERE_TO}(?:need|want|wanted|needed|got|had|have)\s+to\s+(?:just )?(?:vent|moan|rant|whinge"
    r"|let off (?:some |a bit of )?steam|let (?:it|this|that) (?:all )?out"
    r"|get (?:this|it|that|something|a few things) off my chest|hear myself (?:think|talk))\b"
    r"|\b(?:just|only) (?:need|want|wanted)(?: to)? (?:complain|think (?:it through )?(?:out loud|aloud)"
    r"|say it (?:out loud|aloud|once)|be heard out|talk it out"
    r"|(?:you|someone|somebody) (?:to listen|who listens)|a (?:moan|rant|vent|listener))\b"
    r"|\bi(?:'m| am) (?:just|only) (?:venting|moaning|ranting|complaining|thinking (?:out loud|aloud))\b"
    r"|\bi (?:really )?(?:don't|do not|dont) (?:want|need|have) (?:a |any |your |some )?"
    r"(?:plans?|advice|solutions?|goals?|fixing|coaching|tips?)\b"
    r"(?! (?:for|on|from|with|to|about|in|that|of|because|and then)\b)"
    r"|\bi (?:don't|do not|dont) want to (?:plan|solve|fix|change) (?:it|this|that|anything)\b",
    _I,
)
# What was said did some good, and is enough.
RELIEVED = re.compile(
    r"\b(?:that|this|it) (?:really |already )?(?:helped|helps|did me good|was (?:good|helpful|enough))\b"
    r"|\bi feel (?:a bit |much |already )?(?:better|lighter)\b|\bgood to (?:say|get) (?:it|that)\b",
    _I,
)
# A strong feeling.
FEELS = re.compile(
    r"\b(?:hate|furious|desperate|hopeless|humiliat\w+|crying|cried|in tears|panick?\w*"
    r"|can't (?:take|do) (?:it|this) any ?more|broke down|exhausted|devastat\w+"
    r"|terrified|so (?:angry|sad|tired|hurt|upset|ashamed|frustrated|alone|scared|worried)"
    r"|(?:so |completely |totally |utterly )?(?:worn out|burnt out|burned out)|can't face|couldn't (?:bear"
    r"|face)"
    r"|trembl\w+|ashamed|at the end of my (?:tether|rope)|in pieces|the worst (?:day|call|week"
    r"|meeting) of my life"
    r"|really (?:angry|hurt|upset|sad|scared)|sick of|fed up|at my limit|can't sleep)\b",
    _I,
)
# Something of one's own.
OWN = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|im|ive|my|me|we|our|us|he|she|they|him|her|them|nobody|everyone|everybody"
    r"|it's)\b",
    _I,
)
# An idea, not a wish: "I could ask him".
MAY = re.compile(r"^(?:(?:or|and|well|maybe|perhaps|also|then)[\s,]+)*i (?:could|can|might|may)\b", _I)
