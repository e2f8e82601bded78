"""Puts what an employee said where it belongs, also what they volunteered before being asked."""

import re
from collections.abc import Sequence

from actions.coaching.session.english import base_form, is_clause, starts_with_verb, tokens
from actions.coaching.session.hearing import Turn
from actions.coaching.session.mirror import sentences
from actions.coaching.session.moment import how_often, is_time, is_vague, split_cue, tells_moment
from actions.coaching.session.phrases import (
    action_of,
    commits,
    cue_of,
    does,
    goal_of,
    goal_told,
    if_then,
    is_doing,
    is_setback,
    names_moment,
    obstacle_of,
    option_of,
    remedy_of,
    wishes,
)
from actions.coaching.session.state import SessionState, Stage
from actions.coaching.session.wording import completed, is_sentence, plain, says_nothing, unhedged

_I = re.IGNORECASE
_OBSTACLE = re.compile(
    r"\b(?:get(?:s)? in (?:the|my) way|(?:the|my) (?:only )?(?:obstacle|risk|danger) (?:is|would be)"
    r"|what (?:stops|could stop) me|only problem is)\b",
    _I,
)
_ASK_ME = re.compile(r"\b(?:ask me|check (?:in|back|with me)|remind me)\b", _I)
# "After that, so Friday next week": the last day that was named is meant.
_OR_RATHER = re.compile(r"\b(?:so|i mean|or rather|better|make that|no)\b,? \S", _I)
_LEAD_IN = (
    r"^(?:(?:i(?:'ll| will|'d| would)?|let's|probably|definitely|maybe|i think|i guess|i'd say|well|ok|yes"
    r"|go (?:for|with)|going (?:for|with)|just|take|do|try|start with|choose|pick|start"
    r"|begin with)\b[\s,]*)*"
)
_ONE = r"(?:first|second|third|fourth|last|latter|former)"
_ORDINALS = re.compile(
    rf"{_LEAD_IN}(?:the )?(?P<which>{_ONE})(?: (?:one|option|idea|way))?(?: of (?:them|these|those))?"
    rf"(?:,? and (?:then |also )?(?:the )?(?P<also>{_ONE})(?: (?:one|option|idea))?)?"
    r"(?=\W*$|[\s,]+(?:on|at|in|tomorrow|today|after|before|when|every|next|this|i think|i guess"
    r"|maybe|please|probably|then|first|sounds|appeals|is|seems|would be|but)\b)",
    _I,
)
_NUMBERED = re.compile(
    rf"{_LEAD_IN}(?:(?:option|number|idea|no\.?|nr\.?|#)\s*)?(?P<number>[1-4]|one|two|three|four)\W*$", _I
)
_NUMBERED_LATER = re.compile(
    rf"{_LEAD_IN}(?:option|number|idea)\s*(?P<number>[1-4]|one|two|three|four)\b", _I
)
_ALL = re.compile(
    rf"{_LEAD_IN}(?:both|all|the (?:first )?two|everything)\b(?: (?:of (?:them|these|those)|two|three"
    r"|four))?(?=\W*$|,|\s+(?:on|at|in|tomorrow|today|after|before|when|next|this|i think|probably)\b)",
    _I,
)
_THE_ONE = re.compile(
    rf"{_LEAD_IN}the (?:one|idea|option|thing) (?:with|about|where|of)\s+(?P<what>.+)$"
    r"|^(?:i think |i guess )?(?:i'll |i'd |i will |let's )?(?:go (?:with|for)|take|choose|pick"
    r"|try) the (?P<named>[\w' -]+?)\W*$"
    r"|^(?:maybe |probably )?the (?P<thing>[\w' -]+?) (?:one|idea|option)\W*$",
    _I,
)
_THAT = re.compile(
    rf"{_LEAD_IN}(?:exactly )?(?:that|this|it|so|the same)(?: (?:one|idea|option))?"
    r"(?=\W*$|,|\s+(?:on|at|in|tomorrow|today|after|before|when|every|next|this|i think|first)\b)",
    _I,
)
_NUMBERS = {"1": 0, "one": 0, "2": 1, "two": 1, "3": 2, "three": 2, "4": 3, "four": 3}
_WHICH = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
_PRO_FORM = re.compile(r"(?:do |try |be )?(?:that|it|this|so|one|some)\W*$", _I)
_INDEFINITE = re.compile(
    r"^(?:(?:do |try )?(?:something|anything|whatever|everything|nothing)\b(?! (?:about|for|with"
    r"|to)\b)|neither\b|none of\b"
    r"|feel (?:like|bad|sad|\w+less)\b|think(?: about (?:it|that))?\W*$|(?:see|decide later"
    r"|wait and see)\W*$)",
    _I,
)
_STATES = re.compile(
    r"^(?:feel|have (?:no|too|to)|need|lack|get (?:\w+ed\b|stuck|no|too)|keep \w+ing|hate|be\b|seem"
    r"|want|work|scream|cry|die|kill|see)\b",
    _I,
)
_TRIED = re.compile(r"\b(?:tried|worked|helped|handled|working)\b", _I)
_COULD = re.compile(r"^(?:maybe |perhaps |then )?i (?:could|might|can|should)\b", _I)
_TELLS_HABIT = re.compile(r"^(?:i (?:always|usually|often|never|keep|tend to|can't|wish)|it always)\b", _I)
_FRIEND = re.compile(
    r"^(?:i'd|i would|to)\s*(?:tell|advise|say to) (?:him|her|them|(?:my|a|the) friend)(?: to)?\s+", _I
)
_LISTED = re.compile(r"(?:^|\s)(?:[-*•]|\d[.)])\s+")
_OR = re.compile(r"(?:,|\.|;)?\s+or(?: maybe| just| also| i could)?\s+(?=\S)|;|\n", _I)
_FIXED_OR = re.compile(r"\b(?:sooner or later|more or less|one or two|two or three|yes or no|or so)\b", _I)
_SHARED = re.compile(r"^(?:to|with|from|for|at|about)\b", _I)
_BUT = re.compile(
    r",?\s+but\s+(?P<worry>(?:maybe |perhaps |probably )?(?:i|he|she|they|it|we|nobody|somebody|there"
    r"|my \w+|the \w+"
    r"|(?-i:[A-Z]\w+))\b.*\b(?:might|may|could|can't|won't|don't|doesn't|isn't|afraid|scared|worried"
    r"|nervous|never|always|probably|busy)\b.*|i'll (?:forget|probably)\b.*|i'm .*)$",
    _I,
)
_THEN_I = re.compile(
    r"(?:[,.;]\s*|\s+)(?:(?:and )?then|so|in that case|in which case|if (?:so|that happens)),?\s*"
    r"(?=i(?:'ll|'d| will| would| can| could)\s)|[,.;]\s*(?=i(?:'ll|'d| will| would| can| could)\s)",
    _I,
)
_DOUBTS = re.compile(
    r"^(?:well,? |honestly,? )?(?:i'm |i am )?(?:not sure|afraid|scared|worried|i don't know)\b", _I
)
_IF_THEN_I = re.compile(r"\s+(?=i(?:'ll|'d| will| would)\s)", _I)
_I_WOULD = re.compile(r"^i(?:'ll|'d| will| would| can| could)\s+", _I)
_WONT_HELP = re.compile(
    r"^(?:(?:it|that|this|there)\b|i (?:can't|won't|don't|didn't|couldn't)|nothing)\b", _I
)
_HELPS = re.compile(
    r"\b(?:could|can|will|would|should|reminds|helps|covers|takes over|backs|supports|steps in)\b"
    r"|'(?:ll|d)\b",
    _I,
)
# Words that are a thing at the start of an obstacle: "phone calls", "call from a client".
_THING_FIRST = re.compile(
    r"^(?:work|call|phone|email|e-mail|train|report|support|test|change|plan|question|help|talk"
    r"|travel|time|play|sleep"
    r"|stress|cost|traffic|focus|demand|request|visit)s?(?=\W*$|\s+(?:from|of|in|piling|coming"
    r"|ringing|calls?\b|\w+s\b|\w+ing\b|pressure|load|overload))",
    _I,
)
A_STORY = 25
A_PART = 4


def harvest(state: SessionState, turn: Turn) -> None:
    """Takes from the turn what was asked for, and everything else that a plan needs."""
    text = turn.plain
    if not (says_nothing(text) and state.asked in _NEEDS_AN_ANSWER):
        _HARVESTERS[state.asked](state, turn)
    early = state.asked in (Stage.situation, Stage.goal, Stage.reality, Stage.options)
    if early and (promise := _promise(text)):
        state.draft.action, state.draft.cue = promise[0], promise[1] or state.draft.cue
    if state.asked != Stage.obstacle and (found := _sentence_with(_OBSTACLE, text)):
        state.draft.obstacle = state.draft.obstacle or obstacle_of(_OBSTACLE.sub(" ", found))
    if turn.times and _ASK_ME.search(text):
        state.draft.check_at = turn.times[0]


def what_was_heard(before: SessionState, after: SessionState) -> Stage:
    """Returns what a turn told: what was asked for, something else, or more of the situation."""
    if before.asked == Stage.check:
        return Stage.check
    changed = [stage for stage in _TOLD if _told(before, stage) != _told(after, stage)]
    if Stage.action in changed:
        return Stage.action
    if before.asked in changed:
        return before.asked
    if changed:
        return changed[0]
    return Stage.situation if before.asked == Stage.situation else Stage.reality


_TOLD = (Stage.action, Stage.cue, Stage.obstacle, Stage.remedy, Stage.options, Stage.goal, Stage.check)


def _told(state: SessionState, stage: Stage) -> object:
    if stage == Stage.options:
        return len(state.options)
    return state.draft.check_at if stage == Stage.check else getattr(state.draft, stage.value)


def _situation(state: SessionState, turn: Turn) -> None:
    state.situation.append(turn.plain)
    if wishes(turn.plain):
        state.draft.goal = goal_of(turn.plain)


def _goal(state: SessionState, turn: Turn) -> None:
    whole = completed(turn.plain, _question(state), Stage.goal)
    promised = _promise(whole) is not None
    goal = "" if promised and not wishes(whole) else goal_told(whole)
    could = [part for part in sentences(whole) if _COULD.match(plain(part))]
    if could and not wishes(whole) and not (goal and is_doing(goal)):
        _take_options(state, turn.plain)
        return
    if not goal:
        if not promised:
            _beside(state, turn.plain)
        return
    state.draft.goal = goal
    if turn.words > A_STORY:
        state.reality.append(turn.plain)
    elif beside := [part for part in sentences(turn.plain)[1:] if not wishes(part) and _tells(part)]:
        state.reality.append(" ".join(beside))


def _reality(state: SessionState, turn: Turn) -> None:
    state.reality.append(turn.plain)
    said = plain(turn.plain)
    # Who is brief may be ahead already: "ask to drop one thing".
    brief = starts_with_verb(said) and 2 < turn.words <= 12 and not _TRIED.search(_question(state))
    if (brief or _COULD.match(said)) and not _STATES.match(option_of(said)):
        _take_options(state, turn.plain)


def _options(state: SessionState, turn: Turn) -> None:
    known = len(state.options)
    text = _without_worry(completed(turn.plain, _question(state), Stage.options))[0]
    _take_options(state, _FRIEND.sub("", text) if "friend" in _question(state) else text)
    if len(state.options) == known:
        _beside(state, turn.plain)


def _take_options(state: SessionState, text: str) -> None:
    options = [option_of(part) for part in _ways(text)]
    # A single word that is no verb, such as "annoyed", is no option; "do that" names none.
    full = [o for o in options if does(o) and (len(o.split()) > 1 or starts_with_verb(o))]
    state.options += [
        o for o in full if not _PRO_FORM.match(o) and not _is_mood(o) and not _INDEFINITE.match(o)
    ]


def _ways(text: str) -> list[str]:
    """Returns the parts of a text that may each be an option."""
    found: list[str] = []
    for listed in _LISTED.split(text):
        for part in _apart(listed):
            steps = re.split(r",\s+(?:and |or )?", part)
            each = len(steps) > 1 and all(_begins(step) for step in steps)
            found += steps if each and " and " not in part else [part]
    whole = [part for way in found for part in _doings(way)]
    return [
        part
        for part in whole
        if part.strip(" .,") and not says_nothing(part) and not _TELLS_HABIT.match(part)
    ]


def _begins(step: str) -> bool:
    return starts_with_verb(plain(step)) and not re.match(r"(?:not|never)\b", step, _I)


def _apart(text: str) -> list[str]:
    """Returns the text parted at "or" where both sides are ways of their own."""
    if _FIXED_OR.search(text):
        return [text]
    parts: list[str] = []
    for part in _OR.split(text):
        said = plain(part)
        shared = None if starts_with_verb(re.sub("^to ", "", said)) else _SHARED.match(said)
        if parts and shared and f" {shared[0].lower()} " in parts[-1]:
            parts.append(f"{parts[-1].rsplit(f' {shared[0].lower()} ', 1)[0]} {said}")
        elif parts and not _is_way(said, parts[-1]):
            parts[-1] = f"{parts[-1]} or {part}"
        else:
            parts.append(part)
    return parts


def _is_way(part: str, before: str) -> bool:
    both_things = re.match(r"an? \w+", part, _I) and re.match(r"an? \w+", plain(before), _I)
    doing = option_of(part)
    return bool(both_things) or is_doing(doing) or is_clause(part)


def _doings(text: str) -> list[str]:
    """Returns the sentences that say what could be done, the whole text where only one does."""
    parts = sentences(text)
    doing = [part for part in parts if is_doing(option_of(part)) and not is_sentence(option_of(part))]
    return doing if len(doing) > 1 else [text]


def _is_mood(option: str) -> bool:
    """Says whether an answer tells how somebody feels: "annoyed, mostly"."""
    return bool(
        re.match(r"(?:a bit |very |so |quite )?(?:\w+ed|angry|tired|sad|stuck)(?=\W*$|,)", option, _I)
    )


def _action(state: SessionState, turn: Turn) -> None:
    text, worry = _without_worry(turn.plain)
    options = [option for option in state.options if option]
    picked = _picked(text, options)
    if picked:
        state.draft.action, cue = picked
        state.draft.cue = cue or state.draft.cue
    else:
        _take_action(state, text, turn.plain)
    if worry and state.draft.action:
        state.draft.obstacle = state.draft.obstacle or obstacle_of(worry)


def _picked(text: str, options: Sequence[str]) -> tuple[str, str] | None:
    """Returns (the options that the text points at, when or ""), None where it points at none."""
    chosen, rest = _pointed_at(text.strip(), options)
    if not chosen:
        return None
    action, cue = split_cue(chosen[0]) if len(chosen) == 1 else (" and ".join(chosen), "")
    if re.match(r",? but \w+", rest) and not is_clause(rest):
        return f"{action}, {rest.strip(' ,.')}", cue
    rest = unhedged(rest.strip(" ,.")).strip(" ,.")
    return action, (cue_of(rest) if rest and names_moment(rest) else "") or cue


def _pointed_at(text: str, options: Sequence[str]) -> tuple[list[str], str]:
    """Returns (the options, what is said after they were pointed at)."""
    if not options:
        return [], ""
    if match := _ALL.match(text):
        return list(options[-4:]), text[match.end() :]
    if match := _ORDINALS.match(text):
        named = [match["which"], *([match["also"]] if match["also"] else [])]
        return [_at(options, _WHICH[name.lower()]) for name in named], text[match.end() :]
    if match := _NUMBERED.match(text) or _NUMBERED_LATER.match(text):
        return [_at(options, _NUMBERS[match["number"].lower()])], text[match.end() :]
    if match := _THAT.match(text):
        return [options[-1]], text[match.end() :]
    if match := _THE_ONE.match(text):
        what = match["what"] or match["named"] or match["thing"]
        wanted = set(tokens(what)) - {"the", "a", "my", "to", "it", "with"}
        best = max(options, key=lambda option: len(wanted & set(tokens(option))))
        return ([best], what) if wanted & set(tokens(best)) else ([], "")
    return [], ""


def _at(options: Sequence[str], index: int) -> str:
    return options[index if index < len(options) else -1]


def _without_worry(text: str) -> tuple[str, str]:
    """Returns (the text without it, what somebody fears of it): "Monday, but I might forget"."""
    match = _BUT.search(text)
    return (text[: match.start()], match["worry"]) if match else (text, "")


def _promise(text: str) -> tuple[str, str] | None:
    """Returns (what is promised before it was asked for, when or ""), None for what is nothing to do."""
    if not (if_then(text) or commits(text)):
        return None
    action, cue = action_of(text)
    done = is_doing(action) and not is_setback(action) and not _PRO_FORM.match(action)
    return (action, cue) if done else None


def _take_action(state: SessionState, text: str, told: str) -> None:
    action, cue = action_of(text)
    if not starts_with_verb(action) and names_moment(text) and (is_time(text) or not is_doing(action)):
        mostly_time = not cue or len(action.split()) < 2
        if mostly_time:
            state.draft.cue = cue_of(text)
            return
    if not does(action) or _PRO_FORM.match(action) or _INDEFINITE.match(action) or _is_mood(action):
        _beside(state, told)
        return
    state.draft.action = action
    state.draft.cue = cue or state.draft.cue


def _cue(state: SessionState, turn: Turn) -> None:
    text, worry = _without_worry(completed(turn.plain, _question(state), Stage.cue))
    if often := how_often(text):
        # How often is no moment, and belongs to the step.
        if state.draft.action and not state.draft.action.endswith(often):
            state.draft.action = f"{state.draft.action} {often}"
        return
    if starts_with_verb(plain(text)) and not names_moment(text):
        _take_action(state, text, turn.plain)
        return
    if not tells_moment(text):
        _beside(state, turn.plain)
        return
    state.draft.cue = cue_of(text)
    if worry:
        state.draft.obstacle = state.draft.obstacle or obstacle_of(worry)


def _obstacle(state: SessionState, turn: Turn) -> None:
    setback, remedy = _setback_and_remedy(turn.plain)
    if remedy and not setback:
        if not _says_again(remedy, state.draft.action):
            state.draft.remedy = remedy
        return
    if is_time(setback):
        return
    state.draft.obstacle = obstacle_of(setback)
    if remedy:
        state.draft.remedy = remedy


def _setback_and_remedy(text: str) -> tuple[str, str]:
    """Returns (what may get in the way, what they will do then), "" for what was not told."""
    joints = [
        *_THEN_I.finditer(text),
        *(_IF_THEN_I.finditer(text) if re.match(r"(?:if|when)\b", text, _I) else ()),
    ]
    for joint in joints:
        before, after = text[: joint.start()], text[joint.end() :]
        doing = _I_WOULD.sub("", after)
        # "I disturb him, so I will not write" gives up.
        if re.search(r"\bso\b", joint[0], _I) and re.match(r"not\b", doing, _I):
            continue
        if before.strip() and len(before.split()) > 1 and is_doing(doing) and not is_setback(doing):
            return before, remedy_of(after)
    said = plain(text)
    doing = _I_WOULD.sub("", said)
    promised = doing != said and not _DOUBTS.match(text)
    gerund = base_form(said.split(" ", 1)[0])
    if (
        gerund
        or _THING_FIRST.match(said)
        or is_setback(doing, asked=True)
        or (is_clause(said) and not promised)
    ):
        return text, ""
    if (starts_with_verb(doing) and len(doing.split()) > 1 and not is_clause(obstacle_of(text))) or (
        promised and is_doing(doing)
    ):
        # Who is brief may be ahead already: "send him the list first" is an answer to an obstacle.
        return "", remedy_of(text)
    return text, ""


def _says_again(remedy: str, action: str) -> bool:
    """Says whether the words are those of the step itself."""
    said, step = set(tokens(remedy)), set(tokens(action))
    return bool(said) and len(said & step) >= 0.75 * len(said)


def _remedy(state: SessionState, turn: Turn) -> None:
    remedy = remedy_of(completed(turn.plain, _question(state), Stage.remedy))
    others_help = is_sentence(remedy) and _HELPS.search(remedy) and not _WONT_HELP.match(remedy)
    if remedy and (does(remedy) or others_help) and not _INDEFINITE.match(remedy):
        state.draft.remedy = remedy
    else:
        _beside(state, turn.plain)


def _check(state: SessionState, turn: Turn) -> None:
    if turn.times:
        state.draft.check_at = turn.times[-1 if _OR_RATHER.search(turn.plain) else 0]


def _nothing(state: SessionState, turn: Turn) -> None:
    """Takes nothing: the stage has no part of the plan."""


_HARVESTERS = {
    Stage.situation: _situation,
    Stage.goal: _goal,
    Stage.reality: _reality,
    Stage.options: _options,
    Stage.action: _action,
    Stage.cue: _cue,
    Stage.obstacle: _obstacle,
    Stage.remedy: _remedy,
    Stage.check: _check,
    Stage.confirm: _nothing,
    Stage.edit: _nothing,
    Stage.went: _nothing,
    Stage.learned: _nothing,
    Stage.blocked: _nothing,
    Stage.keep: _nothing,
}
# Where "nothing" is no answer.
_NEEDS_AN_ANSWER = frozenset(
    {Stage.goal, Stage.options, Stage.action, Stage.cue, Stage.obstacle, Stage.remedy}
)


def _beside(state: SessionState, text: str) -> None:
    """Keeps what was told beside the question, if it tells something."""
    if not (is_time(text) or says_nothing(text) or _INDEFINITE.match(plain(text)) or is_vague(text)):
        state.reality.append(text)


def _question(state: SessionState) -> str:
    """Returns the question that the turn answers, "" where none was asked."""
    asked = next((text for text in reversed(state.said) if "?" in text), "")
    return next((part for part in reversed(sentences(asked)) if part.endswith("?")), "")


def _tells(sentence: str) -> bool:
    """Says whether a sentence beside the answer tells something of the situation."""
    return is_clause(sentence) and len(tokens(sentence)) >= A_PART


def _sentence_with(sign: re.Pattern[str], text: str) -> str | None:
    return next((part for part in sentences(text) if sign.search(part)), None)
