"""The words that the criteria look for, as parts of patterns in small letters."""

FEELING = (
    r"(?:sad|angry|upset|annoyed|worried|tired|afraid|scared|disappointed|frustrated|hurt|stressed|nervous"
    r"|embarrassed"
    r"|ashamed|helpless|lost|stuck|confused|insecure|unsure|uncomfortable|exhausted|overwhelmed|left out"
    r"|ignored"
    r"|excluded|small|stupid|unprepared|bad|awful|terrible|shocked|irritated|invisible|useless|disrespected"
    r"|unappreciated|demotivated|discouraged|under pressure|at my limit|burnt out|burned out|behind"
    r"|blocked|torn"
    r"|surprised|not (?:taken seriously|heard|included|respected|valued|needed)|anxious|uneasy|guilty"
    r"|lonely|fed up"
    r"|unhappy|furious|speechless|red in the face|on edge|drained|humiliated|worn out|at a loss)"
)
DEGREE = (
    r"(?:so|very|really|quite|pretty|a bit|a little|rather|too|totally|completely|extremely|just|also|still)"
)
_DETERMINED = r"(?:the |our |my |a |two |three |some )?(?:whole |other |new )?"
_PEOPLE = (
    r"clients?|customers?|team|suppliers?|colleagues?|others|people|guests?|nurses?|patients?|parents|residents?"
    r"|students?|pupils|drivers?|apprentices?|trainees?|children|visitors"
)
PEOPLE = rf"{_DETERMINED}(?:{_PEOPLE})"
OTHERS = (
    rf"{_DETERMINED}(?:{_PEOPLE}|project|deadline|release|tests?|work|meeting|launch|delivery|plan|line|machine|shop"
    r"|shift)"
)
EFFECT = (
    r"\b(?:struggl\w+|invisible|worn out|headaches?|stomach ?ache|giv(?:e|ing) up|gave up|worse"
    r"|slap in the face"
    r"|change teams|quit|losing|nearly lost|almost lost|penalty|penalties|fined|wrote us up|complaints?"
    r"|complained"
    r"|patience|running on empty|overtime|weekends?|(?:at|every) night|sleepless|no time|no energy|energy"
    r"|stress|pressure"
    r"|in tears|crying|cried|for nothing|twice the work|double work|extra work|wasted?|unpaid|from scratch"
    r"|in trouble"
    r"|at risk|in danger|out of stock|short of|short-staffed|fell behind|fall behind|behind schedule"
    r"|ran out|blamed?"
    r"|(?:my|our) (?:motivation|confidence|health|sleep|reputation|credibility|nerves)|threw away"
    r"|throw away|thrown away"
    r"|walked (?:out|off|away)|injured|redo|redone|delays?|delayed|idle|stood still|standing still|chaos"
    r"|a mess"
    r"|panic\w*|burnt|burned|(?:is|are|was|were) (?:now )?afraid|scared|embarrassing|missing|late for"
    r"|(?:ring|call|ask)s? me at home)\b"
)
# What somebody can be asked to do, in its base form.
ACT = (
    r"(?:send|call|tell|give|bring|let|ask|wait|put|write|check|copy|stop|come|finish|meet|talk|speak"
    r"|inform|show|keep"
    r"|leave|take|do|make|use|share|join|move|review|hand|forward|warn|raise|hold|start|try|add|answer"
    r"|reply|look|book"
    r"|invite|turn|switch|knock|read|sign|pay|plan|agree|include|involve|say|park|clean|close|lock|email"
    r"|ping|message|drop"
    r"|block|decide|pick|report|return|remind|test|train|update|run|load|label|store|swap|note|follow|go"
    r"|stick|treat|count"
    r"|order|pass|place|prepare|print|push|pull|open|save|split|tidy|wear|ring|phone|text|fill|mark|change"
    r"|correct|fix"
    r"|discuss|set|arrange|schedule|cancel|postpone|offer|accept|approve|confirm|consult|notify|mention"
    r"|repeat|remove"
    r"|respond|submit|deliver|arrive|clear|collect|cover|delegate|document|draft|empty|extend|lower|mute"
    r"|organise|present"
    r"|prioritise|propose|reduce|rename|replace|reserve|sort|stay|step|support|teach|upload|wash|wipe|work)"
)
# What only opens a conversation, or says that something will be said.
OPENS = (
    r"(?:talk|speak|chat|discuss|tell|say|explain|share|mention|bring up|raise (?:a|some)|give you"
    r"|be honest|hear|know"
    r"|understand|describe|point out|add|start by|begin|show you what|apologise|thank|see how"
    r"|ask you (?:something|why|how))"
)
# What makes "I gave the training" an effect: something lacking, too much, or done over.
STRAIN = (
    r"\b(?:without|nobody|no one|nothing|no|not|\w+n't|cannot|never|hardly|barely|alone|again|all (?:day"
    r"|night|week|evening)"
    r"|the whole|myself|late|later|too (?:late|much|many|long|little)|instead|twice|from memory|from zero"
    r"|had to|have to|has to"
    r"|must|wait\w*|lost|less|away|double|afterwards|un(?:reliable|able|prepared|sure|safe|paid)|only)\b"
)
# Verbs of a speaker who only leads up to something, or tells what he or she did well.
NEUTRAL = (
    r"\b(?:i|we)(?:'m| am| was|'ve| have|'d| would|'ll| will| do| did| don't| do not| didn't| can"
    r"| can't)?(?: not| just| really"
    r"| also| only| still)* (?:want\w*|think|thought|guess|hope|believe|sure|here|fine|sorry|glad|happy"
    r"|mean|meant|like|love"
    r"|enjoy|agree\w*|see|saw|notic\w+|heard|hear|count\w*|said|say|told|tell|asked|wrote|called|sent|need"
    r"|suggest|propose"
    r"|expect|wish|wonder|deserve|appreciate|understand|remember|know|knew|problem|no problem"
    r"|nothing against|say|trying"
    r"|blam\w+|accus\w+|attack\w*|judg\w+|argu\w+|fight|promise|no|have|mind|care|swap|could|take on|read"
    r"|found|checked|looked)\b|\b(?:told|said to|asked|wrote) (?:me|us)\b"
)
