"""Says a part of a plan back as the coach says it, for what cannot stand as a sentence of its own."""

import random
import re

from actions.coaching.session.english import as_infinitive, lower_first, starts_with_verb, tokens
from actions.coaching.session.fragments import Kind, is_bare, kind_of
from actions.coaching.session.hearing import Turn
from actions.coaching.session.lexicon import all_verbs
from actions.coaching.session.mirror import flip
from actions.coaching.session.picking import LONGEST, cut_short, picked
from actions.coaching.session.repairing import is_broken
from actions.coaching.session.state import Draft, SessionState, Stage

LONGEST_QUOTE = 12
_VERB = {
    Stage.goal: ("You'd like to {}", "What you want is to {}", "So you'd like to {}"),
    Stage.options: ("One way would be to {}", "One idea is to {}", "So you could {}"),
    Stage.action: ("So you'll {}", "You're going to {}", "So the step is to {}"),
    Stage.obstacle: ("You might {}", "The risk is that you {}", "It could be that you {}"),
    Stage.remedy: ("If that happens, you'll {}", "In that case you'll {}", "Then you'll {}"),
}
_NOUN = {
    Stage.goal: ("What you're after is {}", "You'd like {}", "What you want is {}"),
    Stage.options: ("One idea is {}", "You're thinking of {}", "One way would be {}"),
    Stage.action: ("So it will be {}", "So the step is {}", "You'll go for {}"),
    Stage.obstacle: ("What could get in the way is {}", "The risk you see is {}", "It might founder on {}"),
    Stage.remedy: ("Then it would be {}", "Your answer to that is {}", "In that case it would be {}"),
    Stage.learned: ("What helped was {}", "So {} made the difference"),
    Stage.blocked: ("So {} got in the way", "What got in the way was {}"),
}
_CLAUSE = {
    Stage.goal: ("What you'd like is that {}", "What you want is that {}"),
    Stage.obstacle: (
        "The risk you see is that {}",
        "What could get in the way is that {}",
        "It could be that {}",
    ),
    Stage.learned: ("What you found is that {}", "So you saw that {}"),
    Stage.blocked: ("What got in the way was that {}",),
}
_PHRASE = ("It will be {}", "So that would be {}", "So {}, then")
# Where the grammar is not certain, the words are quoted in a sentence that takes any.
_QUOTE = {
    Stage.goal: ("What you want, in your words, is “{}”", "“{}” is what you're after"),
    Stage.options: ("“{}” is one idea", "One idea you name is “{}”"),
    Stage.action: ("“{}” is the step you have in mind", "Your step, in your words, is “{}”"),
    Stage.obstacle: ("“{}” is what could get in the way", "What could get in the way, you say, is “{}”"),
    Stage.remedy: ("“{}” would be your answer to that", "Your answer to that would be “{}”"),
}
_ANY = ("“{}”, as you put it", "“{}” is how you put it")
_THINGS = ("So it's {}", "It's {}, then")
_WISHES = ("You'd like to {}", "You want to {}", "What you want is to {}")
_LACK = re.compile(
    r"^(?:no|not enough|too (?:much|many|little|few)|so (?:much|many)|a lot|lots|less|more|fewer)\b", re.I
)
_SPAN = re.compile(
    r"^(?:about |around |roughly |over )?(?:\w+|a few|a couple of) (?:days|weeks|months|years)\b", re.I
)
_TIMES = re.compile(
    r"^(?:the )?(?:first|second|third|fourth|fifth|last|next) (?:time|week|day|month|year)\b", re.I
)
_ARE = re.compile(r"^(?:tired|sick of|fed|out|under|on|in|not|torn|stuck|lost|scared|afraid|worried)\b", re.I)
# "The review is on the 14th" tells a time by itself.
_IS_AT = re.compile(r"\b(?:is|are|was|will|would|'ll|'s|'d)\b|\d", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:should|ought to|must|need to)\b", re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:might|could|may|would)\b|'d\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"^(?:i|we)(?:'ll| will|'d| would| won't| wouldn't)\b(?! (?:like|love|rather|prefer)\b)", re.I
)
# Wishes, promises and fears keep their own words: "I'd like to", "I might".
_WISHED = re.compile(
    r"\b(?:i|we)(?:'d| would)? (?:really |just )?(?:like|love|want|wish|hope|rather|prefer)\b", re.IGNORECASE
)
_SAYS_HOW = re.compile(
    r"^(?:i|we)(?:'d|'ll|'ve| (?:\w+ )?(?:want|need|wish|hope|like|love|will|would|could|can|can't|should"
    r"|might"
    r"|may|won't|don't|have|feel|must))\b"
    r"|^(?:i|we)(?:'m| am|'re| are) (?:not )?(?:afraid|scared|worried|hoping|trying|going to|looking|sure"
    r"|thinking)\b",
    re.IGNORECASE,
)


def framed(state: SessionState, turn: Turn, choice: random.Random, heard: Stage) -> str | None:
    """Returns the fragment that the turn gave, said back; None where it gave none that is short."""
    words = picked(state, turn, heard)
    if not words or len(words.split()) > LONGEST:
        return None
    if heard == Stage.cue:
        return _moment(words, choice)
    kind = kind_of(words)
    if is_broken(words):
        return _quoted(heard, words, choice)
    if kind in (Kind.clause, Kind.that):
        return _stated(heard, kind, words, choice)
    if kind == Kind.nothing or (kind == Kind.phrase and heard == Stage.obstacle):
        return None
    return _fragment(heard, kind, words, choice) or _quoted(heard, words, choice)


def felt(words: str) -> str:
    """Returns a feeling that was named in a word or two, as a sentence without its stop."""
    said = lower_first(flip(words))
    parts = said.split(", ")
    if len(parts) > 2 and all(len(part.split()) <= 2 for part in parts):
        said = f"{', '.join(parts[:-1])} and {parts[-1].removeprefix('and ')}"
    return f"You're {said}" if _ARE.match(said) else f"You feel {said}"


def wanted(draft: Draft, choice: random.Random) -> str:
    """Returns the goal said back as a sentence without its stop, "" where there is none."""
    if not draft.goal:
        return ""
    said, kind = flip(draft.goal), kind_of(draft.goal)
    if kind in (Kind.verb, Kind.gerund):
        return _to(choice.choice(_WISHES), as_infinitive(said))
    if kind in (Kind.clause, Kind.that):
        return f"What you want is that {re.sub('^that ', '', said)}"
    if kind == Kind.noun:
        return choice.choice(("You're after {}", "What you want is {}", "You'd like {}")).format(said)
    return f"What you want, in your words, is “{draft.goal}”"


def summed_up(draft: Draft, choice: random.Random) -> str:
    """Returns goal and step in one sentence: "You want to be heard, and you'll talk to him"."""
    goal = wanted(draft, choice)
    if not goal or not starts_with_verb(draft.action) or re.match(r"not\b", draft.action):
        return f"{goal}." if goal else ""
    return f"{goal}, and you'll {flip(draft.action)}."


def _fragment(heard: Stage, kind: Kind, words: str, choice: random.Random) -> str | None:
    """Returns a fragment whose grammar is sure in a sentence of its stage, None for any other."""
    said = lower_first(flip(words))
    if kind == Kind.feeling:
        return felt(words) if heard not in (Stage.action, Stage.remedy) else None
    to_do = kind == Kind.verb or (kind == Kind.gerund and heard != Stage.obstacle)
    if to_do and heard in _VERB:
        return _to_do(heard, as_infinitive(said), choice)
    if kind in (Kind.noun, Kind.gerund) and not _unsure(heard, kind, words):
        return _thing(heard, said, choice)
    if kind == Kind.phrase and heard not in _NOUN:
        return choice.choice(_PHRASE).format(said)
    return None


def _unsure(heard: Stage, kind: Kind, words: str) -> bool:
    """Says whether the words could as well be something to do, or lack the article that they need."""
    if is_bare(words):
        return True
    said = tokens(words)
    to_do = heard in (Stage.options, Stage.action, Stage.remedy) and kind == Kind.noun
    return to_do and said[0] in all_verbs() and len(said) > 1 and not said[1].endswith("s")


def _to_do(heard: Stage, doing: str, choice: random.Random) -> str:
    if re.match(r"not\b", doing):
        frames = [frame for frame in _VERB[heard] if frame.endswith("to {}")]
        return _to(choice.choice(frames or _VERB[heard][-1:]), doing)
    return choice.choice(_VERB[heard]).format(doing)


def _to(frame: str, doing: str) -> str:
    return frame.format(doing).replace("to not ", "not to ", 1)


def _thing(heard: Stage, said: str, choice: random.Random) -> str:
    if heard == Stage.blocked and _LACK.match(said):
        return f"There was {said}"
    if heard in _NOUN:
        return choice.choice(_NOUN[heard]).format(said)
    if _SPAN.match(said) and len(said.split()) <= 4:
        return f"So {said}"
    if _TIMES.match(said):
        return f"It's {said if said.startswith('the ') else f'the {said}'}"
    return f"So there's {said}" if _LACK.match(said) else choice.choice(_THINGS).format(said)


def _stated(heard: Stage, kind: Kind, words: str, choice: random.Random) -> str | None:
    """Returns a sentence as the part of the plan that it is; None where it tells that by itself."""
    said = lower_first(flip(words))
    says_how = bool(_SAYS_HOW.match(words))
    if heard == Stage.goal and _OUGHT.search(words) and not says_how:
        return f"As you see it, {said}"
    to_come = heard == Stage.obstacle and bool(_TO_COME.match(words))
    if heard not in _CLAUSE or _WISHED.search(words) or (says_how and not to_come and kind == Kind.clause):
        return None
    frames = _CLAUSE[heard][:2] if to_come or _MAYBE.search(words) else _CLAUSE[heard]
    return choice.choice(frames).format(re.sub(r"^that ", "", said))


def _moment(words: str, choice: random.Random) -> str | None:
    """Returns the moment said back; a whole sentence and something to do are left to others."""
    words = cut_short(words)
    kind = kind_of(words)
    if is_broken(words) or kind == Kind.verb or (kind == Kind.clause and _IS_AT.search(words)):
        return None
    said = lower_first(flip(words))
    if kind == Kind.clause:
        return f"So the moment is when {said}"
    bare = kind == Kind.gerund or (kind == Kind.noun and is_bare(words))
    return choice.choice(_PHRASE[-1:] if bare else _PHRASE).format(said)


def _quoted(heard: Stage, words: str, choice: random.Random) -> str | None:
    """Returns the words in a sentence that fits any; None where they are too many to quote."""
    if len(words.split()) > LONGEST_QUOTE or re.search(r"[“”\"]", words):
        return None
    frame = choice.choice(_QUOTE.get(heard, _ANY))
    return frame.format(words[:1].upper() + words[1:] if frame.startswith("“") else lower_first(words))
