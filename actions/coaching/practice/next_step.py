"""Finds what shall happen next: an agreement, a request or a proposal."""

from actions.coaching.practice import harm
from actions.coaching.practice.lexicon import ACT, OPENS
from actions.coaching.practice.text import Span, rule, search, sentences

_NOT_ASKED = r"(?<!what )(?<!how )(?<!why )(?<!when )(?<!who )(?<!else )(?<!where )"
_REQUESTS = (
    rf"\bplease,? (?:\w+ )?(?:don't|do not|{ACT})\b|\bplease,? (?:no|not)\b",
    rf"{_NOT_ASKED}\b(?:could|can|would|will) you (?!hear|see|imagine|understand|believe|explain"
    rf"|tell me (?:what|how|why"
    r"|more)|say|help me (?:to )?understand|be (?:more|less|nicer|better)|(?:just )?(?:listen|shut|change)"
    r"|like|agree\?"
    r"|describe)\w+|\bwould you mind\b",
    r"\bi(?: would|'d)? ask(?:ing)? you (?:to|for|not)\b|\bi(?: am|'m) (?:asking|proposing|suggesting"
    r"|requesting|hoping)"
    r" (?:for|that|to|we|you)\b|\bi hope (?:that )?(?:we|you) (?:can|could|will)\b",
    r"\bi (?:want|need|expect|ask|beg|wish) (?:you|that you|that we|us|for)\b(?! to (?:know|understand"
    r"|listen|be|realise"
    r"|change your|respect|see))",
    r"\bi (?:need|ask|request|want)(?: for)? (?:\w+ )?(?:more|another|until|one|two|three|four|five|six"
    r"|\d+|an extra|extra"
    r"|some)\b",
    rf"\byou (?:need|have|must|ought)(?: to)? (?!be\b|change your|improve|respect|understand|realise"
    rf"|realize|know|listen"
    rf"|learn|grow|work harder|behave){ACT}\b",
    rf"(?<!think )\byou (?:can|could|may|might)(?: also| always| simply| just)? (?:want to )?{ACT}\b",
    r"\b(?:are you (?:willing|open|able|ready|okay with|ok with|fine with)|do you think you could"
    r"|count on you|by when)\b"
    r"|\bwhen (?:can|could|will) (?:i|you|we) (?!talk)\w+",
    r"\bi need (?:a|an|the|my|your) (?!moment|minute|break|second|holiday|change)\w+",
    r"\bone thing i(?: would|'d)? (?:ask|like|need|wish)\b|\bmy (?:wish|request|ask|demand|need) (?:is"
    r"|would)\b",
)
_IMPERATIVES = (
    rf"^(?:just |then |so |ok,? )?{ACT} (?!(?:a |your )?seat|care|it easy)(?:me|us|it|the|my|your|a|this"
    rf"|them|to|before|until"
    r"|in|him|her|for|out)\b(?! (?:what|how|why|more|about (?:it|this|that)|for once|through (?:what|your"
    r"|how)))",
    rf"^{ACT}\b[^.?!]*\b(?:please|next time|from now on|tomorrow|first|before|afterwards|instead)\b",
    rf"^(?:if|when|before|after|as soon as|once)\b[^,]*,(?: then| please| just)* {ACT}\b",
    r"^(?:and |so |please )?have (?:a|another) (?:look|go|try|word with)\b",
    rf"^(?:better|rather) (?:you|we|i)? ?{ACT}\b|^don't {ACT} (?!me (?:wrong|how|what)|like|stupid)\w+",
    r"\b(?:stop|quit) \w+ing\b",
    r"(?:^|\b(?:please|and|just|to|you) |, )let me (?:finish|speak|answer|know|present)\b",
)
_PROPOSALS = (
    r"\bnext time\b(?! (?:i will (?:not|report)|you'll))",
    rf"{_NOT_ASKED}\b(?:can|could|shall|should|may|might) (?:we|i) (?!talk(?:\?|$| (?:to|with) you| for a"
    rf"| briefly| now)"
    r"|speak|have a (?:word|minute|quick)|ask you|tell|chat|say|help|even|be honest|just)\w+",
    r"\blet(?:'s| us) (?!see\b|be honest|face|say\b|start\b|not pretend|assume)\w+",
    r"\b(?:i|we)(?: would|'d)?(?: like to| want to| can)? (?:suggest|propose|recommend|offer)\b",
    r"\bmy (?:suggestion|proposal|idea|offer)\b|\ba (?:proposal|suggestion)\b",
    r"\b(?:i(?: would|'d)|it(?: would|'d))(?: really)? (?:appreciate|be (?:\w+ )?(?:glad|grateful|happy"
    r"|thankful|great|nice"
    r"|good|helpful|better|perfect|easier|fine|enough)|prefer|help(?: me| us)?"
    r"|like it)\b(?:,[^,]*,)?[^.?!]*\b(?:if|when|to|that|for)\b"
    r"|\bwould be (?:enough|fine|perfect|helpful|ideal)\b",
    r"\b(?:would|is) it (?:be )?(?:possible|okay|ok|all right|fine)\b|\bis there a way\b",
    r"\b(?:would|does|will|could) (?:that|this|it) (?:work|be okay|be ok|be fine|suit|help)\b|\bdeal\?"
    r"|\bagreed\?",
    r"\b(?:how|what) about\b|\bwhat if (?:we|i|you)\b|\b(?:how would it be|what would you say"
    r"|how does it sound) if\b|\bwhy don't we\b",
    _NOT_ASKED + r"\bwe (?:could|should|can|might|agree)\b(?! (?:not|never))|\bwe need to (?!be\b)\w+",
    r"\bi (?:think|believe|guess) (?:that )?(?:we|you|i) (?:need|should|could|must|ought)\b(?! (?:be"
    r"|change your)\b)",
    r"\b(?:maybe|perhaps|ideally) (?:you|we|i) (?:can|could|might|would)\b",
)
_INTENTIONS = (
    rf"(?<!that )\bi(?: would|'d)(?: like to| love to| gladly| happily| then| want to)? (?!{OPENS}\b|think"
    rf"|never|have\b|be\b|not\b"
    r"|like (?:to|it)\b|love\b|call (?:it|that|you)|hate|mean|feel|guess|wish|expect|imagine|want\b|assume"
    r"|hope|argue"
    r"|prefer not)\w+",
    rf"\bi(?: would|'d) like to (?!{OPENS}\b)\w+|\bi want to (?!{OPENS}\b|be (?:honest|clear|fair)"
    rf"|know)\w+|\bi want to (?:hear|know)\b[^.?!]*\b(?:before|first|by|from you|in advance)\b",
    rf"\bwe(?:'ll| will) (?!see\b|never|not\b)\w+|(?<!if )(?<!what )(?<!whether )(?<!how )\bi(?:'ll| will"
    rf"| can| could)(?: also| then| gladly)? (?!{OPENS}\b|see\b|never"
    r"|not\b|hardly|only|admit|manage\b|survive|live with|cope|report|complain|imagine|be\b|live|go over"
    r"|promise)\w+",
    r"\b(?:from now on|in (?:the )?future|going forward|in the next)\b[^.?!]*\b(?:would|want|need|please"
    r"|will|can|could"
    r"|should|let|we|i'll|must|send|call|ask)\b",
    r"^(?:(?:tomorrow|next (?:week|month))\b,? (?:we|i|you)|on (?:mon|tues|wednes|thurs|fri)day,? (?:we"
    r"|i))(?:'ll| will)? "
    r"(?!\w+ed\b|were|was|had|did|came|said)\w+",
    r"\b(?:then|so|and|fine,?|okay,?|ok,?) (?:we|i)(?:'ll| will)? (?:do|try|meet|agree|start|check|keep|go"
    r"|use|make"
    r"|send|leave it|talk)\b(?! (?:not|never))",
)
STEP = rule("|".join(_REQUESTS + _IMPERATIVES + _PROPOSALS + _INTENTIONS))
_OPENER = rule(
    r"\b(?:i (?:just )?(?:want|wanted|would like|'d like|need|needed) to|we (?:need|have|must)(?: to)?"
    r"|can we|could we|may i|can i|could i|let's|let us)"
    r" (?:\w+ )?(?:talk|speak|chat|discuss|tell you|say something|have a word)\b"
    r"(?![^.?!]*\b(?:on|at|next|tomorrow|in two|again|before|i ask)\b)|\bnever mind\b|\bforget it\b"
)


def find(line: str) -> Span | None:
    """Returns the agreement, request or proposal in the line; threats and empty demands are none."""
    found = (in_sentence(sentence) for sentence in sentences(line))
    return next((span for span in found if span), None)


def in_sentence(sentence: str) -> Span | None:
    """Returns what one sentence asks for or proposes, if anything."""
    blocked = (harm.THREAT, harm.INSULT, harm.EMPTY_DEMAND, harm.REPROACH, _OPENER)
    return None if any(search(pattern, sentence) for pattern in blocked) else search(STEP, sentence)


def spoiler(line: str) -> Span | None:
    """Returns a threat or a demand that names nothing to do ("be more professional"), if there is one."""
    empty = (search(harm.EMPTY_DEMAND, sentence) for sentence in sentences(line))
    return harm.threat(line) or next((span for span in empty if span), None)
