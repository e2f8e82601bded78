"""The signs by which a turn is heard: patterns for everyday English, with straight apostrophes."""

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
    r"|hmm+|oh|maybe"
    r"|i think|i guess|can we|could we|can you|could you|can i|could i|may i|shall we|let's|let us|let me"
    r"|i want to|i'd like to|i would like to|i want you to|i'd like you to|we should|you can)\b[,\s]*)*"
)
# What may still follow a wish that is over.
_END = (
    r"(?=\W*$|\s*[,.!;?]"
    r"|\s+(?:please|now|here|then|thanks|thank you|for (?:now|today)|any ?more|with you|and|sorry"
    r"|right now)\b)"
)

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
    r"|(?:i have |i've got |i've |i )?(?:no|haven't (?:got )?(?:a|any|the \w+)) (?:idea|clue)"
    r"|not (?:so |really |quite |entirely )?sure|dunno|idk|i'm not sure|no plan(?: yet)?\W*$"
    r"|can't think of|hard to say"
    r"|i(?:'m| am) (?:really |totally |completely |a bit )?(?:stuck|lost|clueless|at a loss)"
    r"(?=\W*$|[,.]| (?:here|now|right now|with this|on this)\b)"
    r"|nothing comes|don't know|dont know|who knows|you tell me|you (?:choose|decide)|up to you"
    r"|whatever(?=\W*$| you (?:think|say|want|like|prefer))"
    r"|i(?: would|'d) have to think|i (?:really )?couldn't say|that's (?:about )?(?:all"
    r"|it)\b(?! my plan))(?!\w)",
    _I,
)
# There is nothing to tell.
NOTHING = re.compile(
    r"^(?:(?:well|no|nope|hmm+|oh|honestly)[\s,.]+)*"
    r"(?:(?:nothing|none)(?=\W*$|[,.;]| (?:really|at all|much|else|yet|special|so far|right now|comes"
    r"|that i|i can"
    r"|in particular|in the way|stands|whatsoever)\b)"
    r"|no(?:thing)? really|(?:nope|no)\W*$|not (?:much|really)\W*$|can't think of any(?:thing)?"
    r"|i don't (?:see|have) any\W*$"
    r"|i don't think so|no (?:obstacles?|problems?|risks?)\b)",
    _I,
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
    r"|it) up|do this|talk)"
    r" (?:this |it )?(?:later|tomorrow|another|next|some other)\b"
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
    r"|in a)\b"
    rf"|{_START}{_POLITE}(?:pause|(?:(?<=can we )|(?<=could we )|(?<=shall we )|(?<=let's )"
    r"|(?<=please ))(?:take|have) a"
    r" (?:short |little )?(?:break|pause))(?: (?:this|it|here|now|please|a bit|there|the session|until \w+"
    r"|for (?:now|today|a \w+)))*\W*$",
    _I,
)
_TO_GO_BACK = (
    r"(?:(?:please|can|could|shall|may|we|i|let's|let us|i'd like to|i would like to|want to|need to|have to"
    r"|i'd rather|i want us to|we should|maybe|ok|so|sorry|wait|actually|hmm+|well|no|oh|just|and"
    r"|but)\b[,\s]*)*"
)
# An earlier part is to be looked at again; what it is stands in the group.
BACK = re.compile(
    rf"(?:^|[.!?;] ){_TO_GO_BACK}(?:(?:(?:go|going|come|step|get|jump|move) )?back to|return(?:ing)? to)\s+"
    r"(?P<part>(?:the|my|our|this|that|what|when|other|how|options?|ideas?)\b.*)$",
    _I,
)
# Going back without saying where to.
BACK_ALONE = re.compile(
    rf"^{_TO_GO_BACK}(?:go|step) (?:back|one (?:step )?back)(?: a step| one step"
    r"| to the (?:last|previous) (?:question|step|one))?(?: please)?\W*$",
    _I,
)
BACK_TO = {
    "goal": re.compile(r"\b(?:goal|what i want|aim)\b", _I),
    "options": re.compile(r"\b(?:options?|ideas?|possibilit\w+|alternatives?)\b", _I),
    "cue": re.compile(r"^when\b|\b(?:moment|timing|cue)\b", _I),
    "action": re.compile(r"\b(?:plan|action|step|what i(?:'ll| will) do)\b", _I),
    "obstacle": re.compile(r"\b(?:obstacles?|in the way)\b", _I),
    "check": re.compile(r"\b(?:date|check-?\s?in)\b", _I),
    "reality": re.compile(r"\b(?:situation|beginning|start|what happened|problem)\b", _I),
}
# Another goal takes the place of the first.
NEW_GOAL = re.compile(
    r"\b(?:(?:i|i've|have|just) changed my mind"
    r"|(?:the )?(?:real|actual|bigger|true) (?:issue|problem|goal|question|thing)"
    r"|i(?:'d| would) rather (?:work on|talk about|focus on|speak about|look at|do something about)"
    r"|different goal|another goal|change (?:the|my) goal|wrong goal|(?:not|isn't) my goal|instead i want"
    r"|my goal is (?:actually|really)"
    r"|what i (?:actually|really) want|not what i want|something else (?:is|matters)"
    r"|let's (?:talk|work) (?:about|on) (?:something|my))\b"
    r"|^(?:actually|wait|no wait|hmm,? actually),? .*\b(?:i want|i'd like|goal|it's (?:more|really) about"
    r"|i'd rather(?! (?:(?:talk|speak|write|go) to|do (?:it|that)|call|ask|wait|not|work from)\b))\b",
    _I,
)
_AUX = r"(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|must|have|has|had)"
_ASKED_OF = (
    r"(?:i|you|we|he|she|they|it|that|this|there|the|my|our|your|his|her|their|a|an|any|some|people"
    r"|anyone|anybody"
    r"|someone|somebody|everyone|hr|coaching|talking)"
)
# A question by its words alone, without its mark.
ASKS = re.compile(
    r"^(?:(?:and|but|so|well|hey|hi|hm+|by the way|btw|wait|ok|okay|sorry|please|quick question)[\s,:]+)*(?:"
    rf"(?:what|who|whom|why|where|when)(?:'s|'re| {_AUX}(?:n't)?)\b(?! (?:\w+ ){{1,8}}(?:is"
    rf"|was)\b(?! (?:\w+ ){{0,3}}\?))"
    rf"|how (?:{_AUX}\b|so\b|come\b|about\b|to\b|(?:much|many|long|often|far"
    rf"|soon)\b(?: \w+){{0,4}} {_AUX}\b)"
    rf"|(?:what|which|whose) (?!{_ASKED_OF}\b|{_AUX}\b)(?:\w+ ){{1,3}}?{_AUX} {_ASKED_OF}\b|(?:what"
    r"|why) (?:about|if|not|for)\b|who \w+s\b"
    rf"|(?:can|could|will|would|should|shall|may|must|was|were|does|did|am) {_ASKED_OF}\b|(?:do"
    r"|have) (?:i|you|we|they|people)\b"
    r"|(?:is|are) (?!too\b|always\b|never\b|not\b|very\b|so\b|just\b|often\b|busy\b|still\b)\w+)",
    _I,
)
# Advice is asked for.
ADVICE = re.compile(
    r"\b(?:what (?:should|would|do|could|can) (?:i|you) (?:do|say|suggest|recommend|advise"
    r"|think i should|try)"
    r"|what do you (?:suggest|recommend|advise|think)"
    r"|(?:any|some|your|give me(?: some| an?)?|need(?: some| an?)?|have(?: any| some| you any| you got)?)"
    r" (?:advice|tips?|suggestions?|ideas?|recommendations?)"
    r"|tell me what (?:to|i should) do|how (?:should|would|do|can|could) i\b|can you (?:help|advise"
    r"|suggest|give)"
    r"|what (?:works|helps|could help|might help)|what(?:'s| is| would be) the (?:best|right) (?:way|thing)"
    r"|is there (?:a|any) (?:way|trick|method)|what do (?:people|others|good managers) do)\b",
    _I,
)
# Advice that is asked of others, or had already.
ADVICE_ELSEWHERE = re.compile(
    r"\bask(?:ing|ed)? (?!you\b)(?:[\w']+ ){1,4}for\b"
    r"|\b(?:advice|tips?|ideas?|suggestions?) (?:from|with|to) (?!you\b)"
    r"|\bi(?:'ve| have)(?: got| already)* (?:an?|some|a few|my)\b",
    _I,
)
# A request for advice that begins with a verb.
TELL_ME = re.compile(r"^(?:please )?(?:\w+ me|have you|do you|need|can|could)\b", _I)
# A matter of the company's rules.
POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|rules?|allowed|entitled|(?:our|the company's?|company) (?:rule|process"
    r"|guideline|page)s?"
    r"|how many days|overtime|handbook|guidelines?|where (?:do|can) i (?:find|book|apply|report)"
    r"|official(?:ly)?"
    r"|what does (?:the company|our|hr)|budget|who (?:do i|approves|decides)"
    r"|how do i (?:book|apply|claim|report|request)"
    r"|how (?:long|much|many|far|often)\b.{0,30}\b(?:(?:parental|maternity|paternity|sick|annual"
    r"|unpaid|special|study) leave"
    r"|of leave|leave (?:do|am|can) i|holidays?|vacation|notice period|notice do|probation|bonus"
    r"|pension|allowance"
    r"|days? off|sick (?:pay|days?)|training (?:days?|budget)))\b",
    _I,
)
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
    r"|psychobabble|not convinced|sceptical|skeptical"
    r"|doubt (?:this|you|coaching|(?:it|that)(?=\W*$| (?:helps?|works?|will help|will work)\b))"
    r"|do you (?:even )?understand|can (?:a|you as a) (?:bot|machine)"
    r"|another (?:hr|corporate) (?:gimmick|thing|tool)|does this (?:ever|really|actually) work)\b"
    r"|(?:\byou\b.{0,20}|^(?:(?:just|stop|why|only)\s)*)(?:repeat|parrot|echo)\w* (?:what i|me|my words)\b"
    r"|^(?:a |just a )?waste of time\W*$",
    _I,
)
# A strong feeling.
FEELS = re.compile(
    r"\b(?:hate|furious|desperate|hopeless|humiliat\w+|crying|cried|in tears|panick?\w*"
    r"|can't (?:take|do) (?:it|this) any ?more|broke down|exhausted|devastat\w+"
    r"|terrified|so (?:angry|sad|tired|hurt|upset|ashamed|frustrated|alone|scared|worried)"
    r"|really (?:angry|hurt|upset|sad|scared)|sick of|fed up|at my limit|can't sleep)\b",
    _I,
)
# A conversation is to be practised.
PRACTISE = re.compile(
    r"^(?:(?:please|can|could|shall|i|we|you|i'd|want|would|like|need|let's|let|me|to|us)\b\s*)*"
    r"(?:practi[sc]e|rehearse|role-?\s?play)\b",
    _I,
)
# Something of one's own.
OWN = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|im|ive|my|me|we|our|us|he|she|they|him|her|them|nobody|everyone|everybody|it's)\b",
    _I,
)
# Facts are wanted, in whatever form.
WANTS_FACTS = re.compile(
    r"^(?:please |hi |hello |hey |ok |so )*"
    r"(?:show|tell|give|explain|find|list|look|send|open|help|need|looking)\b"
    r"|\b(?:i (?:need|want|would like|'d like|wish)"
    r" (?:to (?:know|learn|read|see|understand|find)|help|advice|tips|info\w*|some)"
    r"|wonder\w*|(?:don't|do not|dont) know (?:how|what|where|who|whom|if|whether|which)|policy"
    r"|looking for)\b",
    _I,
)
# A sentence begins like a question.
QUESTION = re.compile(
    r"(?:and |but |so |well |hey |hm+ |by the way |btw |wait |ok |sorry )*,?\s*"
    r"(?:what|how|who|whose|why|where|when|which|do|does|did|is|are|was|can|could|would|will|should"
    r"|have|has)\b",
    _I,
)
# Words that say nothing by themselves.
FILLER = frozenset(
    (
        "ok okay fine maybe good sure right yes no yeah yep nope hmm hm well so alright"
        " cool thanks true k lol haha"
    ).split()
)
