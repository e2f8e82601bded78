"""Says a part of a plan back as the coach says it, for what cannot stand as a sentence of its own."""

import random
import re

from actions.coaching.session.english import as_infinitive, is_clause, lower_first, starts_with_verb
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import clauses, flip
from actions.coaching.session.moment import A_TIME
from actions.coaching.session.state import Draft, SessionState, Stage

_VERB = {
    Stage.goal: ("You'd like to {}", "What you want is to {}", "You're hoping to {}"),
    Stage.options: ("One way would be to {}", "You could {}", "You see a way: {}"),
    Stage.action: ("So you'll {}", "You're going to {}", "The step is to {}"),
    Stage.remedy: ("If that happens, you'll {}", "In that case you'll {}", "Then you'll {}"),
}
_NOUN = {
    Stage.goal: ("What you're after is {}", "You'd like {}", "It comes down to {}"),
    Stage.options: ("One way would be {}", "You're thinking of {}", "There is {}"),
    Stage.action: ("So it will be {}", "The step is {}", "You've settled on {}"),
    Stage.cue: ("So the moment is {}", "The time for it is {}", "It will be {}"),
    Stage.obstacle: ("What could get in the way is {}", "The risk you see is {}", "It might founder on {}"),
    Stage.remedy: ("Then it would be {}", "Your answer to that is {}", "In that case there is {}"),
}
_CLAUSE = {
    Stage.goal: (
        "What you'd like is that {}",
        "It would help you if {}",
        "You want a state of things where {}",
    ),
    Stage.obstacle: (
        "What could get in the way is that {}",
        "The risk you see is that {}",
        "It could happen that {}",
    ),
    Stage.cue: ("So the moment is when {}", "It starts when {}", "Your sign is when {}"),
}
_FEELING = re.compile(
    r"(?:a (?:bit|little) |quite |really |very |so |pretty |just )*"
    r"(?P<how>[a-z]+(?:ed|ful|less)|angry|tired|sad|lonely|anxious|nervous|guilty|small|stupid|stuck"
    r"|lost|alone|upset|hurt|numb|invisible|proud|glad|happy|calm|relieved|hopeful)"
    r"(?:\W*$|,|\.| though| because| about it| by)",
    re.IGNORECASE,
)
_ANY = ("You mention {}", "So there is {}", "What stands out is {}")


def framed(state: SessionState, turn: Turn, choice: random.Random, heard: Stage) -> str | None:
    """Returns the part of the plan that the turn gave, said back; None where it gave none that is short."""
    stage, part = heard, _part(state, turn, heard)
    if not part or len(part.split()) > 18:
        return None
    feeling = _FEELING.match(turn.plain)
    if feeling and stage not in (Stage.action, Stage.cue, Stage.remedy):
        return f"You feel {feeling['how'].lower()}"
    said = lower_first(flip(part))
    if stage in _CLAUSE and is_clause(part) and not (stage == Stage.cue and A_TIME.match(part)):
        return choice.choice(_CLAUSE[stage]).format(said)
    if stage in _VERB and starts_with_verb(as_infinitive(part)):
        return choice.choice(_VERB[stage]).format(flip(as_infinitive(part)))
    if stage == Stage.remedy and is_clause(part):
        return None
    if is_clause(part) and stage != Stage.cue:
        return None
    if starts_with_verb(part) and stage not in _NOUN:
        return choice.choice(_VERB[Stage.options]).format(said)
    return choice.choice(_NOUN.get(stage, _ANY)).format(said)


def _part(state: SessionState, turn: Turn, heard: Stage) -> str:
    draft = state.draft
    if heard == Stage.options and state.options:
        return state.options[-1]
    named = {
        Stage.goal: draft.goal,
        Stage.action: draft.action,
        Stage.cue: draft.cue,
        Stage.obstacle: draft.obstacle,
        Stage.remedy: draft.remedy,
    }
    if heard in named:
        return named[heard]
    parts = clauses(turn.plain)
    return max(parts, key=len) if parts else turn.plain.rstrip(".! ")


def wanted(draft: Draft, choice: random.Random) -> str:
    """Returns the goal said back as a sentence without its stop, "" where there is none."""
    if not draft.goal:
        return ""
    said = flip(draft.goal)
    if starts_with_verb(draft.goal):
        return choice.choice(("You want to {}", "You'd like to {}", "What you want is to {}")).format(said)
    if is_clause(draft.goal):
        return f"What you want is that {said}"
    return choice.choice(("You're after {}", "What you want is {}", "It's about {} for you")).format(said)


def summed_up(draft: Draft, choice: random.Random) -> str:
    """Returns goal and step in one sentence: "You want to be heard, and you'll talk to him"."""
    goal = wanted(draft, choice)
    if not goal or not starts_with_verb(draft.action):
        return f"{goal}." if goal else ""
    return f"{goal}, and you'll {flip(draft.action)}."
