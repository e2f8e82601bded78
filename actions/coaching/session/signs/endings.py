"""Signs that the session is to end, or to go on another time."""

import re

_I = re.IGNORECASE
# Where a wish can begin: at the start of the turn, of a sentence, or after a comma where it is plainly one.
_START = (
    r"(?:^|[.!?;…]\s+|\s-\s|,\s*(?=(?:(?:so|but|and|now|then|ok|sorry)\s)*"
    r"(?:let's|please|can we|could we|shall we|i |i'm |i've |sorry|got |gotta |my )))"
)
# Words that come before a wish without changing it.
_POLITE = (
    r"(?:(?:ok|okay|no|well|yes|please|sorry|actually|look|right|hey|hi|coach|just|now|so|and|but|wait"
    r"|hmm+|oh|maybe|thanks|thank you|cheers"
    r"|i think|i guess|can we|could we|can you|could you|can i|could i|may i|shall we|let's|let us|let me"
    r"|i want to|i'd like to|i would like to|i want you to|i'd like you to|we should|you can)\b[,\s]*)*"
)
# What may still follow a wish that is over.
_END = (
    r"(?=\W*$|\s*[,.!;?]"
    r"|\s+(?:please|now|here|then|thanks|thank you|for (?:now|today)|any ?more|with you|and|sorry"
    r"|right now)\b)"
)

# The session is to end.
STOP = re.compile(
    rf"{_START}{_POLITE}(?:"
    r"stop(?:\W*$|(?=[,.!])| (?:here|now|please|coaching|the session|with (?:this|the questions)"
    r"|talking to me"
    rf"|asking(?: me)?(?: (?:all )?(?:these|those|so many|your))?(?: questions)?{_END}|(?:this|it){_END}"
    r"|this (?:session|conversation|chat)))"
    rf"|end (?:this|it|it here){_END}|(?:end|cancel|quit|stop|finish) (?:this|the|our) (?:session"
    r"|conversation|chat|coaching)\b"
    rf"|(?:cancel|quit) (?:this|it|that){_END}|quit\W*$|enough\W*$"
    r"|i (?:don't|do not|dont) want to (?:continue|go on|(?:do|talk about) (?:this|it))"
    rf"(?: (?:today|any ?more|now|with you))*{_END}"
    rf"|forget (?:about )?(?:it|this){_END}|never ?mind(?:\W*$| (?:it|this|that|then|thanks)\W*$"
    r"|[,.](?! ?(?:keep|it's|that's|leave|go on|continue|yes|it is|all)))"
    rf"|(?:leave|drop|stop|end) (?:it|this|here){_END}(?<!^leave it)(?<!^leave this)(?<!^drop it)"
    r"|leave it (?:there|at that)"
    rf"|i(?:'m| am) off(?: home| now)?{_END}"
    r"|i(?:'ll|'d| will| would) (?:better |rather |just |prefer to )?(?:stop|leave it|finish|end (?:it|this))"
    r"(?: (?:here|there|at that|for (?:today|now)))+\W*(?:thanks|thank you)?\W*$"
    rf"|i'm out{_END}|i give up on this{_END}|this is (?:pointless|useless"
    rf"|a waste(?: of (?:my )?time)?){_END}"
    rf"|i(?:'m| am) done (?:here|with this|talking){_END}|leave me alone\b"
    r"|(?:that's |that is )?(?:enough|it|all) for (?:today|now|me)\W*$|(?:that's "
    r"|that is )enough(?: questions| now)?\W*$"
    r"|(?:no more|enough) questions\W*$)",
    _I,
)
# The session is to go on another time.
PAUSE = re.compile(
    r"\b(?:(?:can|could|shall) (?:we|us)|let's|let us) (?:continue|go on|carry on|finish|pick (?:this"
    r"|it) up|do|talk)"
    r" (?:this |it |that |the rest (?:of (?:this|it) )?)?(?:later|tomorrow|another|next|some other)\b"
    r"|\b(?:can't|cannot) (?:talk|chat|type|write)(?: right)? now\b"
    rf"|{_START}{_POLITE}(?:continue|go on|carry on|finish|pick (?:this|it) up)(?: this| it)? (?:later"
    r"|tomorrow"
    rf"|another (?:time|day)|next (?:time|week)|some other (?:time|day)){_END}"
    r"|(?<!when )(?<!if )(?<!before )(?<!until )(?:\bi (?:really |just |do )?(?:have|need|must|got)(?: got)?"
    r"|\bi've (?:really |just )?got|^(?:\w+, )?(?:got|have|need)|, ?got) to (?:run|go|jump|leave|dash)"
    r"(?=\W*$|\s*[,.;!]|\s(?:now|soon|bye|sorry|in a|in \w+ minutes|to (?:my|a"
    r"|the) (?:\w+ )?(?:meeting|call|train|bus)"
    r"|into (?:my|a|the) (?:\w+ )?(?:meeting|call)|on a call|because my)\b)"
    r"|\b(?:have|need|got) to stop (?:here|now)\b|\bgotta (?:run|go|jump|stop)\b|\bbe right back\b|\bbrb\b"
    rf"|{_START}(?:(?:sorry|oh|but|i|i've|have|got|a|my|our|the|another|next|team)[,\s]+)*(?:meeting|call)"
    r" (?:now|starts|is starting|is about to start)\b(?! (?:late|early|with|at|without))"
    r"|(?:^|[,.!] ?|\bwe'll |\blet's )(?:talk|speak|see you|catch you) (?:later|tomorrow|soon)\W*$"
    r"|\blater,? please\b"
    r"|\bto be continued\b|(?:^|\bi'll be |\bi will be |\bi'm )(?:right )?back (?:later|tomorrow|soon"
    r"|in (?:a|\d+|an|five|ten|half))\b"
    rf"|{_START}{_POLITE}(?:pause|(?:(?<=can we )|(?<=could we )|(?<=shall we )|(?<=let's )"
    r"|(?<=please ))(?:take|have) a"
    r" (?:short |little )?(?:break|pause))(?: (?:this|it|here|now|please|a bit|there|the session|until \w+"
    r"|for (?:now|today|a \w+)))*\W*$",
    _I,
)
