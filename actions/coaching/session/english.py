"""The little grammar that listening needs: verbs, clauses and fragments of everyday English."""

import re

VERBS = frozenset(
    (
        "accept add address adjust admit agree allow analyse announce answer apologise apply approach "
        "arrange ask assign attend avoid back batch be become begin blame block book break breathe bring "
        "build bundle buy call cancel cap carry catch change chase chat check choose clarify clean clear "
        "close coach collect come commit communicate compare complain complete concentrate confirm confront "
        "connect consider consult contact continue contribute cook count cover create criticise cry cut "
        "deal decide decline define delay delegate deliver describe design develop discuss distribute "
        "divide do document draft draw drive drop email empty encourage end enjoy ensure escalate establish "
        "estimate evaluate exercise expect explain explore express face fetch fight figure fill find finish "
        "fire fix focus follow forget forward gather get give go greet grow handle hate have hear help hire "
        "hold ignore improve include increase inform insist interrupt introduce invest invite involve join "
        "keep kick know land laugh lead learn leave let lift limit list listen load lock look lose lower "
        "make manage map mark measure meet mention message move mute name negotiate nod note notice offer "
        "open organise outline own pack paint park pause pay phone pick ping pitch plan play postpone "
        "practice practise praise prepare present press print prioritise propose protect pull push put "
        "question quit raise reach read rearrange record reduce reflect refuse rehearse relax remember "
        "remind remove repeat reply report request reschedule research resign resolve respond rest return "
        "review rewrite ring run save say scan schedule scream see seek sell send separate set settle share "
        "shift shorten shout show simplify sit sketch skip sleep slow smile solve sort speak spend split "
        "stand start state stay step stick stop structure study submit suggest summarise support swap sweep "
        "switch take talk teach tell test thank think tidy timebox track train transfer trust try turn type "
        "undermine understand unmute update use volunteer wait walk warn watch wear win work write yell "
        "zoom"
    ).split()
)
_IRREGULAR_GERUNDS = {"being": "be", "lying": "lie", "dying": "die", "tying": "tie"}
SUBJECTS = frozenset(
    "i he she they we it you this that there who nobody everyone everybody somebody someone people".split()
)
_FINITE = frozenset(
    (
        "am are aren't asked asks became becomes began blames bought broke brought built came can can't "
        "caught chose comes could couldn't did didn't do does doesn't don't drew drove feels fell felt "
        "forgot fought found froze gave gets gives goes got grew had hadn't happens has hasn't have haven't "
        "he'll he's heard held hid hit i'd i'll i'm i've ignores interrupts is isn't it's keeps kept knew "
        "knows lay leaves led left looks lost made makes may means meant met might misses must needs paid "
        "ran rang rose said sat saw says seems sent she's shook should shouldn't shut sits slept sold spent "
        "spoke stole stood stuck takes talks taught tells that's there's they'll they're they've thinks "
        "thought threw told took understood wants was wasn't we'll we're we've went were weren't will woke "
        "won won't wore works would wouldn't wrote you're you've"
    ).split()
)
# Verbs that are as often a noun at the start of a sentence: "Work piles up", "Time runs out".
_NOUNS_TOO = frozenset("work plan report change call help talk support focus need figure question".split())
_BEFORE_NOUNS = frozenset(
    (
        "a an the my your his her our their its of for with without in on at to no any some this these by "
        "many few fewer more less several two three both most other such those"
    ).split()
)
_QUANTITIES = frozenset("too so many much few fewer more less no several lots some most".split())
_PEOPLE = frozenset(
    "people colleagues customers clients managers bosses others men women things teams members users".split()
)
_STATES = frozenset("want like love mean prefer".split())
_OBJECTS = frozenset("me him her us them it you myself".split())
# "Close of business" and "break time" are things, "think of it" is something to do.
_OF_AFTER = frozenset("think speak hear learn be let".split())
_BEFORE_TIME = frozenset("break start end work close quit finish play rest sleep call stand run".split())
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+")


def tokens(text: str) -> list[str]:
    """Returns the words of a text in lower case, contractions whole."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def base_form(gerund: str) -> str | None:
    """Returns the verb behind an -ing form, such as "sit" for "sitting"; None where it is not one."""
    word = gerund.lower()
    if word in _IRREGULAR_GERUNDS:
        return _IRREGULAR_GERUNDS[word]
    if not word.endswith("ing") or len(word) < 5:
        return None
    stem = word[:-3]
    for candidate in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else ""):
        if candidate in VERBS:
            return candidate
    return None


def is_clause(text: str) -> bool:
    """Says whether the text looks like a sentence of its own: somebody or something, and a verb."""
    words = tokens(text)
    if len(words) < 2:
        return False
    if words[:2] == ["no", "one"]:
        words = ["nobody", *words[2:]]
    if words[0] not in _NOUNS_TOO and _is_verb_first(words):
        return False
    if words[0] in _FINITE or (words[0] in SUBJECTS and words[0] != "that" and len(words) > 2):
        return True
    counted = words[0] in _QUANTITIES
    return any(
        _acts(before, word, after) or (_is_finite(word, before) and not (counted and word not in _FINITE))
        for before, word, after in zip(words[:9], words[1:10], [*words[2:10], ""], strict=False)
    )


def _acts(before: str, word: str, after: str) -> bool:
    """Says whether somebody does something to somebody: "people talk", "belittles me"."""
    if before in _PEOPLE and (word in VERBS or word in _STATES):
        return True
    return after in _OBJECTS and word.endswith("s") and len(word) > 4 and before not in _BEFORE_NOUNS


def _is_finite(word: str, before: str) -> bool:
    """Says whether a word can be the verb of a sentence, going by the word before it."""
    if before in _BEFORE_NOUNS:
        return word in _FINITE and word not in VERBS and not word.endswith(("s", "ed"))
    third_person = word.endswith("s") and (word[:-1] in VERBS or word[:-2] in VERBS)
    return word in _FINITE or third_person or (word.endswith("ed") and len(word) > 4)


def starts_with_verb(text: str) -> bool:
    """Says whether the text begins with a verb's base form: "talk to him", "not answer", not "the talk"."""
    words = tokens(text)
    if len(words) > 1 and words[0] in {"not", "never"}:
        words = words[1:]
    return bool(words) and _is_verb_first(words)


def _is_verb_first(words: list[str]) -> bool:
    """Says whether the first word is a verb here: "break the news", not "break time"."""
    after = words[1] if len(words) > 1 else ""
    if after == "of" and words[0] not in _OF_AFTER:
        return False
    return words[0] in VERBS and not (after == "time" and words[0] in _BEFORE_TIME)


def as_infinitive(text: str) -> str:
    """Returns "talk to him" for "talking to him" or "to talk to him"; other text as it is."""
    text = re.sub(r"^(?:to|just|maybe|perhaps|probably|simply|by)\s+", "", text.strip(), flags=re.IGNORECASE)
    head, _, rest = text.partition(" ")
    verb = base_form(head)
    return f"{verb} {rest}".strip() if verb else text


def lower_first(text: str) -> str:
    """Returns the text with a small first letter, unless its first word is "I" or a name in capitals."""
    first = text.split(" ", 1)[0]
    bare = first.strip(".,;:!").lower()
    if first in {"I", "I'm", "I've", "I'd", "I'll"} or (len(first) > 1 and first.isupper()):
        return text
    return text[:1].lower() + text[1:] if bare in _COMMON or _is_common(bare) else text


def _is_common(word: str) -> bool:
    """Says whether a word's ending gives it away as no name."""
    if word.endswith(("ing", "tion", "ment", "ness", "able", "ful", "less", "ly", "ous")) and len(word) > 4:
        return True
    return word.endswith(("s", "ed", "er")) and (word[:-1] in VERBS or word[:-2] in VERBS)


def upper_first(text: str) -> str:
    """Returns the text with a capital first letter."""
    return text[:1].upper() + text[1:]


# Words that are safe to write small in the middle of a sentence; others may be names.
_COMMON = (
    SUBJECTS
    | VERBS
    | _FINITE
    | frozenset(
        (
            "a about after all although always an and anger annoyed another anxiety anything around as "
            "asking at average bad because before being better bigger boss both budget but by calendar "
            "calls children clarity clear clients colleague colleagues confidence constant culture "
            "customers daily deadlines difficult distractions doing doubt during each early emails "
            "energy even every everything excuses external family fatigue fear feedback fewer first for "
            "from getting going good guilt habit hard having he'll health her hierarchy his holiday "
            "honest honestly how i'd i'll i'm i've if illness in internal interruptions into its just "
            "keeping kids lack language late laziness less long mails making manager many maybe "
            "meetings memory messages money mood more most my nerves never new next no noise not "
            "nothing of office often ok okay old on once one only or other our overtime parents people "
            "people's perfectionism perhaps personal phone politics pressure priorities probably "
            "problems procrastination projects requests resources respect reviews right saying shame "
            "she'll short sickness since smaller so some something sometimes speaking staff stress "
            "success sudden taking talking tasks team technical technology telling the their then these "
            "they'll this those three tickets time tired to tomorrow tonight too traffic trust two "
            "unclear unexpected until urgent we'll weekly well what when whenever where which while "
            "with working yes you'd you'll you're you've your"
        ).split()
    )
)
