"""Signs of a yes, of a no, and of having nothing to say."""

import re

_I = re.IGNORECASE
# A yes that stands by itself.
YES = re.compile(
    r"\b(?:yes|yep|yeah|yea|yup|yess|ok|okay|sure(?: thing)?|(?:sounds|looks|seems|all|is) (?:good"
    r"|right|fine|great|perfect)"
    r"|sounds like a plan|please do|go (?:ahead|on)|that's (?:it|right|my plan|the plan|fine|good"
    r"|great|perfect|ok|okay"
    r"|correct|mine|what i (?:want|mean|meant|said|need))|that is (?:right|fine|correct|my plan)|correct"
    r"|(?:it's|it is|this is|i'm|i am|we're|they're) (?:all )?(?:fine|good|right|great|perfect|ok|okay"
    r"|correct|happy|mine)"
    r"|right|exactly|precisely|perfect|good|great|fine|lovely|super|cool|excellent|do it"
    r"|let's do (?:it|that)|why not"
    r"|alright|all right|confirm(?:ed)?|agreed|i agree|i do|deal|absolutely|definitely|certainly"
    r"|of course|true|indeed"
    r"|(?:it|this|that) (?:is|does|can|will|fits|suits me)|that works|works for me|suits me|i (?:think"
    r"|guess|suppose) so"
    r"|(?:keep|leave) (?:it|that|this)|it can (?:stay|stand)|stay as it is|no (?:problem|worries|objections?"
    r"|changes?)"
    r"|nothing to change|nothing (?:is |'s )?(?:off|wrong|missing)|by all means|happy with (?:it|that"
    r"|this))\b",
    _I,
)
# What may stand beside a yes: thanks, and what was offered.
YES_BESIDE = re.compile(
    r"\b(?:please|thanks?|thank you|then|very much|so much|much|a lot|indeed|really|to me|for me"
    r"|with me|by me|me|just"
    r"|with (?:it|that|this)|like (?:this|that)|(?:as|the way|how) it is|that way|well|so|and|oh|hmm+"
    r"|um|uh|ah|no|nope|it|that"
    r"|(?:have|take) a look|look|search|show me|tell me|let's see|go|coach|all|quite|very|totally"
    r"|never ?mind|i think"
    r"|(?:send|save|book|open|submit|store|remember|pass|keep|read) (?:it|that|them|this|me)(?: on)?)\b",
    _I,
)
# A sound that may mean anything.
HESITATES = re.compile(r"^(?:h+m+|u+h+|u+m+|e+r+m*|eh|well|maybe|perhaps|so so)\W*$", _I)
# A first word that makes a yes likely without being one.
YES_FIRST = re.compile(r"^(?:yes|yep|yeah|yup|ok|okay|sure|right|good|great|fine|perfect|true|do it)\b", _I)
# What takes a yes back, where it is left beside one.
AGAINST = re.compile(r"\b(?:but|not|change|wrong|except|instead|however|almost|nearly|unless)\b|n't\b", _I)
# A no.
NO = re.compile(
    r"^(?:nope|nah|not (?:really|now|quite|yet)|no(?=\W*$|\s*[,.;!]|\s(?:thanks?|way|need|not|that"
    r"|that's|i|i'd|i'm"
    r"|it|it's|don't|please|let|really|sorry|never|nope|no|he|she|we|they|you|but|because|chance|rather)\b)"
    r"|(?:i(?:'d| would) )?rather not(?=\W*$|[,.;!]| (?:do|say|look|now|talk|have|right)\b)"
    r"|don't(?! (?:know|have|think|see)\b)|wrong(?=\W*$|[,.!]| again)"
    r"|i don't (?:want|need) (?:that|it|this|one|any)\W*$|let me think\b)",
    _I,
)
# The employee does not know.
UNSURE = re.compile(
    r"^(?:(?:well|hmm+|hm|uh|um|honestly|erm|i mean|sorry|good question|no|oh|ok|maybe)[\s,.…]*)*"
    r"(?:i (?:really |honestly |just |still )?(?:don't|do not|dont|wouldn't|can't) (?:really |even )?"
    r"(?:know|have (?:a |any |the )?(?:\w+ )?(?:clue|idea)|think of (?:anything|any)"
    r"|see (?:any|one|it)(?=\W*$|,| (?:yet|right now|either|at all))"
    r"|say(?=\W*$|,| (?:yet|really|right now|for sure|exactly)))"
    r"|(?:i have |i've got |i've |i )?(?:no|haven't (?:got )?(?:a|any|the \w+)) (?:idea|clue)(?! (?:who"
    r"|why)\b)"
    r"|not (?:so |really |quite |entirely )?sure|dunno|idk|i'm not sure|no plan(?: yet)?\W*$"
    r"|can't think of|hard to say"
    r"|i(?:'m| am) (?:really |totally |completely |a bit )?(?:stuck|lost|clueless|at a loss)"
    r"(?=\W*$|[,.]| (?:here|now|right now|with this|on this)\b)"
    r"|nothing comes|don't know|dont know|who knows|you tell me|you (?:choose|decide)|up to you"
    r"|how (?:should|would|could|can) i (?:possibly )?know|how am i (?:supposed|meant) to know"
    r"|whatever(?=\W*$| you (?:think|say|want|like|prefer))"
    r"|i(?: would|'d) have to think|i (?:really )?couldn't say|that's (?:about )?(?:all"
    r"|it)\b(?! my plan))(?!\w)",
    _I,
)
# After "I don't know" begins something that is known after all; the other tells nothing either.
BUT_KNOWS = re.compile(r"\s*[,.;:!?…–-]+|\s+(?:but|maybe|perhaps)\b", _I)
KNOWS_NOTHING = re.compile(
    r"\b(?:to be honest|honestly|really|right now|yet|at the moment|sorry|i guess|i think|i suppose|tbh"
    r"|frankly"
    r"|off the top of my head|let me think|you tell me|you're the coach|what do you think|ask me (?:later"
    r"|something else)"
    r"|that's (?:all|it)|i(?:'d| would)? have to think\b.*|nothing comes\b.*|(?:it's |that's )?hard to say"
    r"|no idea|no clue"
    r"|i (?:just |really )?(?:don't|do not|dont) know|i can't think of (?:anything|any)(?: else)?|not sure"
    r"|i'm not sure|maybe"
    r"|why do you ask|does it matter|isn't that your job)\b",
    _I,
)
# All has been told that there is.
ALL_TOLD = re.compile(
    r"^(?:(?:no|nope|well|ok|okay|yeah|yes|i think|i guess|honestly|so|and)[\s,.]+)*"
    r"(?:that(?:'s| is) (?:about |really |pretty much |basically |more or less )*(?:all|it|everything)"
    r"(?: (?:there is(?: to (?:it|say|tell))?|i (?:have|know|wanted to say|got|can (?:say|think of))"
    r"|really|for now|so far|then))*"
    r"|(?:i (?:have )?)?nothing (?:else|more|to add)(?: (?:to (?:say|tell|add)|really|comes to mind|to it))*"
    r"|no(?:thing)? more|(?:i )?(?:can't|cannot|couldn't) think of (?:anything|any|another)(?: (?:else"
    r"|more|one))?"
    r"|i(?:'ve| have) (?:said|told you) (?:it all|everything|all(?: of it)?)"
    r"|(?:i(?:'ve| have) )?(?:got )?no (?:other|more|further) (?:ideas?|thoughts))\W*$",
    _I,
)
# A question is to be left out.
SKIP = re.compile(
    r"^(?:(?:no|sorry|um|well|please|ok|can we|could we|can i|let's|just)[\s,]+)*"
    r"(?:skip(?: (?:this|that|it|the question|this one|that one|this question|that question))?"
    r"|(?:the )?next(?: question| one)?|pass(?: on (?:that|this)(?: one)?)?"
    r"|(?:(?:i(?:'d| would) )?rather not|i(?:'d| would)? prefer not to)"
    r" (?:say|answer|tell you|go into (?:that|it)|answer that)"
    r"|i (?:don't|do not|dont) want to (?:say|answer|tell you|answer (?:that|this)|go into (?:that|it))"
    r"|do i have to (?:say|answer|tell you)(?: (?:that|this|it))?"
    r"|none of your business|that's (?:private|personal|none of your business))(?:,? please)?\W*$",
    _I,
)
# What was said last is taken: "let's do that", "I'll go with that one".
PICKS = re.compile(
    r"^(?:(?:yes|yep|yeah|ok|okay|sure|good|great|fine|right|alright|well|i think|i guess|then|so)[\s,.!]+)*"
    r"(?:(?:let's|let us|i'll|i will|i'd|i would|i could|i'm going to|we could|we'll)\s+)?(?:just |simply )?"
    r"(?:do|try|go (?:with|for)|take|start with|begin with|choose|pick) (?:that|it|this)"
    r"(?: (?:one|idea|then|please|first))*\W*$"
    r"|^(?:(?:yes|yeah|ok|okay|maybe|probably|i think|well)[\s,]+)*(?:that|this|the last"
    r"|the latter) (?:one|idea)"
    r"(?: (?:then|please|i think))*\W*$",
    _I,
)
THANKS = re.compile(
    r"^(?:(?:ok|okay|great|good|oh|ah|right|yes|cool|fine|well|lovely)[\s,.!]+)*"
    r"(?:thanks?|thank you|thx|cheers)(?: (?:a lot|very much|so much|again|coach|then|you"
    r"|for (?:that|this|it|listening|asking|your help|the \w+)))*\W*"
    r"(?:(?:that|this|it) (?:helps|helped|was (?:helpful|good))(?: (?:a lot|me))?)?\W*$",
    _I,
)
# A kind word on the talk itself.
PRAISE = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|haha|ha|hey|wow|oh|hm+|actually|well|so|you know,? )[\s,.!]+)*"
    r"(?:this|that|it|you|talking to you|you(?:'re| are))\s+(?:really |actually |already )*"
    r"(?:helps?|helped|is|was|works?|feels?|did)?\s*(?:(?:me|a lot|a bit|quite|so|very|really|surprisingly"
    r"|already)\s+)*"
    r"(?:a lot|better than i(?:'d| had)? (?:thought|expected|feared)|helpful|useful|good|nice|fun|great"
    r"|not bad"
    r"|helps?|helped)\W*$",
    _I,
)
# A wish said as a preference: "I'd rather talk to Ann".
RATHER = re.compile(r"\b(?:i|we)(?:'d| would) (?:much )?(?:rather|prefer to) (?:just )?(?=\w)", _I)
# What stands after a change and is no part of it.
INSTEAD = re.compile(r"[\s,]+(?:instead|this time|next time|then)\W*$", _I)
# There is nothing to tell.
NOTHING = re.compile(
    r"^(?:(?:well|no|nope|hmm+|oh|honestly)[\s,.]+)*"
    r"(?:(?:nothing|none)(?=\W*$|[,.;]| (?:really|at all|much|else|yet|special|so far|right now|comes"
    r"|that i|i can"
    r"|in particular|in the way|stands|whatsoever)\b)"
    r"|no(?:thing)? really|(?:nope|no|nobody|no one|never)\W*$|not (?:much|really)\W*$"
    r"|can't think of any(?:thing)?"
    r"|i don't (?:see|have) any\W*$"
    r"|i don't think so|no (?:obstacles?|problems?|risks?)\b)",
    _I,
)
# Keys that were only tried out.
TRIED_OUT = re.compile(
    r"^(?:asdf\w*|qwer\w*|test(?:ing|ed)?(?: \w+)?|lorem ipsum.*|bla(?:h|[ ,]*bla)*)\W*$", _I
)
# Words that say nothing by themselves.
FILLER = frozenset(
    (
        "ok okay fine maybe good sure right yes no yeah yep nope hmm hm well so alright"
        " cool thanks true k lol haha"
    ).split()
)
