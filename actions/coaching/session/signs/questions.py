"""Signs that something is asked, and of whom."""

import re

_I = re.IGNORECASE
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
    r"|what (?:do you (?:suggest|recommend|advise|think)|are you (?:suggesting|recommending|advising))"
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
    r"|days? off|sick (?:pay|days?)|training (?:days?|budget))"
    r"|can (?:i|we) (?:ask for|get|request|apply for|have|take|work) .{0,40}"
    r"(?:here|in this company|at this company|part[ -]time|from home|sabbatical|(?:flexible"
    r"|shorter) hours))\b",
    _I,
)
# A conversation is to be practised.
PRACTISE = re.compile(
    r"^(?:(?:please|can|could|shall|i|we|you|i'd|want|would|like|need|let's|let|me|to|us)\b\s*)*"
    r"(?:practi[sc]e|rehearse|role-?\s?play)\b",
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
    r"(?:(?:and|but|so|well|hey|hm+|by the way|btw|wait|hold on|hang on|ok|okay|sorry|honestly|please"
    r"|(?:a )?(?:quick )?question(?: in between)?|one (?:more |last |quick )?(?:thing|question)|tell me)"
    r"\b[\s,:.-]*)*"
    r"(?:what|how|who|whose|why|where|when|which|do|does|did|is|are|was|can|could|would|will|should"
    r"|have|has|don't|isn't|aren't|won't|shouldn't|whats|hows)\b",
    _I,
)
# A question about the coach itself, as one person asks another.
ABOUT_COACH = re.compile(
    r"\b(?:are|were) you (?:married|single|happy|ok|okay|well|alive|tired|sentient|conscious|lonely|busy"
    r"|religious|gay|male|female|bored|angry|real|human|watching|chatgpt|gpt|claude|gemini|a (?:man|woman"
    r"|person"
    r"|human|girl|boy)|from\b)"
    r"|\b(?:do|did|can) you (?:have (?:a |any )?(?:boss|job|kids|children|family|wife|husband|friends?"
    r"|feelings"
    r"|hobbies|hobby|life|name|body|pets?)|like|love|sleep|eat|dream|feel|get (?:tired|bored|angry|paid|sad)"
    r"|believe in|enjoy|drink|cry|laugh|ever\b)"
    r"|\bhave you (?:ever|been)\b"
    r"|\bwhat(?:'s|s| is) your (?:name|job|favou?rite|age|prompt|system prompt|model|star sign|salary|gender"
    r"|experience|story)\b"
    r"|\bhow old are you\b|\bhow are you\b|\bwhat are you\b|\bwho are you\b|\byour (?:weekend|day|night)\b"
    r"|\bwho (?:made|built|trained|programmed|created|pays|owns) you\b"
    r"|\bwhere (?:are you from|do you live|were you born)\b|\bwhich (?:model|llm|ai|bot) are you\b"
    r"|\btell me (?:something )?about yourself\b|\band (?:you|yourself)\?$",
    _I,
)
# The reason for a question is wanted.
WHY_ASKED = re.compile(
    r"\bwhy (?:do|are|would|did) you (?:ask|asking|want to know|need to know)\b"
    r"|\bwhat(?:'s| is| has|) (?:that|this) (?:got )?to do with\b"
    r"|\b(?:why|how) (?:does|would|is) (?:that|it|this) (?:matter|relevant|important)\b"
    r"|^(?:but |and )?(?:why|what for|so what)\W*$",
    _I,
)
# The question was not understood, or heard badly.
REPHRASE = re.compile(
    r"\bwhat do you mean\b|\bdon't (?:quite |really )?(?:understand|get)"
    r" (?:(?:the|your|that|this) (?:question|last one)|what you(?:'re| are| mean| want| ask)\b"
    r"|(?:you|that|it|this)(?=\W*$))"
    r"|\b(?:can|could) you (?:repeat|explain|rephrase)\b|\bnot sure what you(?:'re| are) asking\b"
    r"|\bsay that again\b|\bcome again\b|\bwhat(?:'s| is) that supposed to mean\b|^(?:huh|what)\W*$",
    _I,
)
# The coach took something the wrong way.
MISHEARD = re.compile(
    r"(?:^|[.!?,;]\s+)(?:no[,.]? |sorry[,.]? )*(?:"
    r"(?:that's|that is|this is|it's|it is|thats) not (?:quite |really |at all |exactly )?what i (?:said"
    r"|mean|meant"
    r"|wrote|told you|was saying|am saying|asked)"
    r"|i (?:didn't|did not|never) (?:say|said|mean|meant) (?:that|this)"
    r"|you(?:'ve| have)? (?:misunderst\w+|misread|misheard|got (?:it|that|me) wrong"
    r"|(?:didn't|did not) (?:understand|get|read|listen)|(?:aren't|are not|'re not) listening)"
    r"|(?:that|this|it) (?:makes no sense|doesn't make (?:any )?sense))(?:\W+|$)",
    _I,
)
# The coach is told to do something for its own sake: "write me a poem".
ORDER = re.compile(
    r"^(?:(?:now|please|ok|okay|hey|so|just|and|well)[\s,]+)*(?:"
    r"(?:write|tell|sing|give|make|show|play|draw|say|find|book|order|read|buy|do|help|get|send"
    r"|sell) (?:me|us)\b"
    r"|(?:ignore|pretend|act as|repeat after|translate|calculate|generate|sing|write (?:a|some) (?:poem"
    r"|song|story|code))"
    r"\b)",
    _I,
)
# One's own decision, which no page can take.
OWN_DECISION = re.compile(r"^(?:(?:so|and|but|well|hm+|or|then)[\s,]+)*(?:should|shall) (?:i|we)\b", _I)
# It was said before.
ALREADY_TOLD = re.compile(
    r"^(?:(?:but|well|hey|look)[\s,]+)*(?:i|i've|i have|(?:like|as) i)(?: (?:just|already))* (?:told|said"
    r"|wrote|answered)"
    r"(?: (?:you|that|it|this|so|already|before|just now))*\W*$|^isn't (?:that|it) obvious\W*$",
    _I,
)
