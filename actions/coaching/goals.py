"""What an employee wants to reach: set, listed, measured, changed, finished or dropped."""

import re
from collections.abc import Sequence
from datetime import datetime

import numpy as np

from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.coaching.session.phrases import goal_of, wishes
from actions.coaching.vectors import Encode
from actions.messages import Button, Reply
from actions.storage.goals import Goals, StoredGoal

RATING_TOP = 10.0
BAR = 10
RATE = "On a scale from 0 to 10, where are you with it today?"
NO_GOAL = "You have no goal open just now. What would you like to reach?"
# How alike a goal and a skill, or a goal and what is said of it, must be to belong together.
SKILL_FROM = 0.35
SAME_FROM = 0.4
_SPELT = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve fifteen twenty none".split(),
        (*range(13), 15, 20, 0),
        strict=True,
    )
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|noon)"
_SPAN = r"(?:days?|weeks?|months?|quarters?|years?|hours?|minutes?)"
_DIGITS = r"(?<![\w.,:/])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\w:])"
_AMOUNT = rf"(?:{_DIGITS}|\b(?:{'|'.join(_SPELT)})\b)"
_NUMBER = re.compile(
    rf"(?P<number>{_AMOUNT})(?P<percent>\s*(?:%|percent\b))?(?:\s*(?:/|out of|of)\s*(?:the |my )?"
    rf"(?P<top>{_AMOUNT}|(?<=/)\d+))?",
    re.IGNORECASE,
)
# Numbers that tell a time, a date, a share or nobody, and "from 4", which is where it was before.
_NO_VALUE = re.compile(
    rf"\b\d+:\d+s?(?:\s*[ap]m\b)?|{_AMOUNT}\s*(?:[ap]\.?m\b|o'clock\b|{_MONTHS}\b|{_SPAN} ago\b)"
    rf"|\bat {_AMOUNT} (?:tomorrow|tonight|sharp)\b|\b{_MONTHS} \d+\b|\bfrom {_AMOUNT}"
    rf"|\b(?:in|for|within|last|past|next) (?:the )?(?:last )?{_AMOUNT} {_SPAN}\b"
    rf"|{_AMOUNT} (?:third|half|halves|quarter|fifth)s?\b"
    rf"|(?<!last )(?<!this )\b(?:goal|step|phase|module|week|chapter) {_AMOUNT}(?: of {_AMOUNT})?"
    rf"|\blast (?:week|time|month),? (?:it was |was )?{_AMOUNT}(?: of {_AMOUNT})?"
    rf"|\bfirst of {_AMOUNT}|\b(?:plus|add|by) {_AMOUNT}|{_AMOUNT} (?:more|to go|left)\b"
    r"|\bno[ -]one\b|\b(?:one|1)[ -](?:to|on)[ -](?:one|1)s?\b"
    r"|\b(?:no|any|every|some|this|that|which|each|another)[ -]one\b|\bnone of\b(?! (?:it|them)\b)"
    r"|\bone (?:of (?:my|our|us|them|those)|more|other|another|person|day|thing|who|that|step)\b",
    re.IGNORECASE,
)
# "Gave away one task" is no place on a scale, "one so far" is.
_ONE_THING = re.compile(
    r"\bone (?!(?:so|today|now|out|of|again|this|at|for|and|or|but|i|please|on|still|maybe)\b)[a-z]", re.I
)
# What is counted is said in the plural, of one word or two: "3 talks", "two new customers".
_COUNTED = re.compile(
    rf"(?<!\bat )(?<!\bof )(?P<number>(?!20[1-4]\d\b){_AMOUNT}) "
    rf"(?!(?:[a-z]+ )?{_SPAN}\b|(?:{_MONTHS}|{_DAYS}|[ap]m|o'clock|is|this|was|has|as|twice|or|to"
    r"|points?|thanks|because|but|so|if|when|since|i)\b)"
    r"(?:more |other )?(?P<what>percent\b|people\b|[a-z-]+(?<!s)s\b"
    r"|(?!(?:in|on|at|and|with|for|from|by|per|a|an|the|every|each|out|of|less)\b)[a-z-]+ [a-z-]+(?<!s)s\b)",
    re.IGNORECASE,
)
_DROP_WORDS = (
    r"\b(?:drop(?:ping)?|delete|remove|forget|cancel|give up|giving up|don't (?:want|need)|no longer"
    r"|not any ?more|scrap|abandon|stop tracking|get rid of|off my list|doesn't matter|can go"
    r"|take [^,.]*\boff)\b"
)
_DROP = re.compile(_DROP_WORDS, re.IGNORECASE)
# "I've reached my goal: remove two steps" names the goal; "I'm done with it, drop it" wants it gone.
_REACHED = re.compile(
    r"\b(?:reached|achieved|finished|completed|accomplished|managed|done|met|hit)\b"
    rf"[^,.;]*(?:\bto|:)\s+(?:\w+ )?{_DROP_WORDS}",
    re.IGNORECASE,
)
_NEW_WORDS = re.compile(
    r"^(?P<head>.*?\b(?:goal|objective|aim|target|deadline|date|wording|it)\b.*?)"
    r"(?:\bto(?: be)?\b|\binto\b|\bshould be\b|:)\s+(?P<text>.+)$",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"^(?:something|another|a (?:new|different|smaller|bigger|better) (?:one|goal))\b", re.I
)
_MOVES = re.compile(
    r"\b(?:move|push|postpone|extend|shift|delay|deadline|date|due|bring|run until|more time)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?:{_DAYS}|{_MONTHS}|{_SPAN}|\d+(?:st|nd|rd|th)?|the|a|an|of|by|for|on|in|at|until|next|this|end|start"
    r"|middle|beginning|two|three|four|six)\b[\s,.?!]*)+",
    re.IGNORECASE,
)
_NTH = re.compile(r"\bgoal (?:number |no\.? )?(?P<nth>\d|one|two|three|four|five)\b", re.IGNORECASE)
# "Please set a new goal for me: ...", "My goal this year is to ..."
_LEAD = re.compile(
    r"^(?:(?:please|hi|hello|hey|ok|so|can|could|would|will|you|we|i|i'd|i'll|i've|let's|help|me|want|like"
    r"|need|love|have|got|to)\b[\s,]*)*(?:(?:set|add|make|note|create|start|write|put|enter|define|save|track"
    r"|phrase|reach|achieve|work on|start working on)(?: (?:up|down))?\s+)?"
    r"(?:(?:a|an|my|the|this|that|as|another|new|next|second|learning|development|personal|me|myself)\s+)*"
    r"(?:\bgoal|(?:(?<=my )|(?<=new )|(?<=next )|(?<=an )|(?<=\ba )|(?<=the ))"
    r"(?:objective|aim|target|ambition|resolution)(?=\W*$|:|\s+(?:for|this|is|of)\b))\b"
    r"(?:\s+(?:for|this|next|by|in) [^:]*?(?=:|\sis\b))?"
    r"(?P<link>\s*[:,-]|\s+(?:to|of|is|that|about|on)\b)?\s*",
    re.IGNORECASE,
)
_NO_GOAL_YET = re.compile(
    r"^(?:(?:for|this|next|with|together|by|in|please|today|now|then|again|too|setting|out)\b.*"
    r"|[\w']*)[\s.!?…]*$",
    re.IGNORECASE,
)
_MAKE_IT_ONE = re.compile(
    r"[\s,;.-]+(?:and |so |please )*(?:(?:let's |please )?make (?:it|that|this)|that's"
    r"|(?:could|can) (?:it|that) be) (?:a|my) goal\W*$",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"^(?:i'(?:ve decided|m going)|i (?:have decided|am going|plan|intend)) to\s+", re.IGNORECASE
)
_VAGUE = re.compile(r"^(?:something to .*|achieve|reach|aim for|work on)$", re.IGNORECASE)


class GoalKeeping:
    """Speaks of one employee's goals; skills are the library's, as they are written there."""

    def __init__(self, goals: Goals, encode: Encode, skills: Sequence[str]) -> None:
        self._goals = goals
        self._encode = encode
        self._skills = list(skills)
        self._skill_vectors = encode([skill.replace("-", " ") for skill in skills]) if skills else None

    def set(self, employee_id: str, turn: Turn) -> tuple[Reply, str]:
        """Stores a goal; returns what to say, which asks where they stand today, and the goal's id."""
        text = _named(turn.plain)
        if not text:
            return Reply(kind="move", text="What would you like to reach?"), ""
        counted = _COUNTED.search(turn.plain)
        due_at = _due(turn)
        goal_id = self._goals.add(
            employee_id,
            text,
            at=turn.at,
            measure="number" if counted else "rating",
            target=_number(counted["number"]) if counted else RATING_TOP,
            due_at=due_at,
            skill=self._skill(text),
        )
        asks = f"How many {counted['what'].lower()} is it today?" if counted else RATE
        due = f" You want to be there by {long_date(due_at)}." if due_at else ""
        buttons = (Button(title="Talk it through", payload=f'/start_session{{"goal": "{goal_id}"}}'),)
        return Reply(kind="card", text=f"Goal: {text}.{due} {asks}", buttons=buttons), goal_id

    def list(self, employee_id: str) -> Reply:
        """Lists the goals with a small picture of each one's progress."""
        active, ended = self._goals.active(employee_id), self._goals.ended(employee_id)
        if not active:
            done = f" You have reached {sum(g.status == 'done' for g in ended)} so far." if ended else ""
            return Reply(
                kind="move", text=f"You have no goal open just now.{done} What would you like to reach?"
            )
        lines = [f"{n}. {goal.text}\n   {picture(goal)}" for n, goal in enumerate(active, 1)]
        buttons = [
            Button(title=f"Update {n}", payload=f'/update_progress{{"goal": "{goal.id}"}}')
            for n, goal in enumerate(active[:4], 1)
        ]
        return Reply(kind="card", text="Your goals:\n" + "\n".join(lines), buttons=tuple(buttons))

    def report(self, employee_id: str, turn: Turn, goal_id: str | None = None) -> tuple[Reply, str | None]:
        """Takes a number on the way to a goal; returns what to say and the goal that still lacks one."""
        goal = self._meant(employee_id, turn, goal_id)
        if goal is None:
            return Reply(kind="move", text=NO_GOAL), None
        if goal.status != "active":
            return _over(goal), None
        value = _value(turn.plain, goal) if not turn.command else None
        if value is None:
            return Reply(kind="move", text=f"Your goal: {goal.text}. {_asks(goal)}"), goal.id
        most = RATING_TOP if goal.measure == "rating" else max(goal.target or RATING_TOP, RATING_TOP) * 10
        if not 0 <= value <= most:
            return Reply(kind="move", text=f"{value:g} is outside what I can draw. {_asks(goal)}"), goal.id
        self._goals.report(employee_id, goal.id, value, turn.at)
        goal = self._goals.get(employee_id, goal.id) or goal
        reached = goal.target is not None and value >= goal.target
        text = f"Noted. {goal.text}:\n{picture(goal)}\n{_movement(goal)}"
        buttons = (
            (Button(title="I've reached it", payload=f'/finish_goal{{"goal": "{goal.id}"}}'),)
            if reached
            else ()
        )
        return Reply(kind="card", text=text, buttons=buttons), None

    def finish(self, employee_id: str, turn: Turn, goal_id: str | None = None) -> Reply:
        """Ends a goal: reached, or dropped where the employee says so."""
        goal = self._meant(employee_id, turn, goal_id)
        if goal is None:
            return Reply(kind="move", text="You have no goal open just now, so there is nothing to end.")
        if goal.status != "active":
            return _over(goal)
        dropped = bool(_DROP.search(turn.plain)) and not _REACHED.search(turn.plain)
        self._goals.change(employee_id, goal.id, status="dropped" if dropped else "done", ended_at=turn.at)
        if dropped:
            return Reply(
                kind="move", text=f"Dropped: {goal.text}. That frees some room for what matters more now."
            )
        return Reply(kind="move", text=f"Reached: {goal.text}. What did you do that got you there?")

    def change(self, employee_id: str, turn: Turn) -> Reply:
        """Puts other words, or another date, in place of a goal's."""
        goal = self._meant(employee_id, turn, None)
        if goal is None:
            return Reply(kind="move", text=NO_GOAL)
        said = _NEW_WORDS.match(turn.plain)
        moves = bool(_MOVES.search(said["head"] if said else turn.plain))
        fields: dict[str, object] = {}
        if due_at := _due(turn):
            fields["due_at"] = due_at
        if said and not moves and not _DATE.fullmatch(said["text"]) and (text := _instead(said["text"])):
            fields["text"] = text
            if counted := _COUNTED.search(text):
                fields |= {"measure": "number", "target": _number(counted["number"])}
        if not fields:
            asks = "When would you like to reach it?" if moves else "What should it be instead?"
            return Reply(kind="move", text=f"Your goal: {goal.text}. {asks}")
        self._goals.change(employee_id, goal.id, **fields)
        changed = self._goals.get(employee_id, goal.id) or goal
        due = f", by {long_date(changed.due_at.astimezone(turn.at.tzinfo))}" if changed.due_at else ""
        return Reply(kind="card", text=f"Goal: {changed.text}{due}.")

    def _meant(self, employee_id: str, turn: Turn, goal_id: str | None) -> StoredGoal | None:
        """Returns the goal that is spoken of: named, numbered, the only one, likest or newest."""
        if goal_id:
            return self._goals.get(employee_id, goal_id)
        active = self._goals.active(employee_id)
        if len(active) < 2 or turn.command:
            return active[-1] if active else None
        nth = _NTH.search(turn.plain)
        if nth and 1 <= _number(nth["nth"]) <= len(active):
            return active[int(_number(nth["nth"])) - 1]
        likeness = self._encode([goal.text for goal in active]) @ self._encode([turn.plain])[0]
        best = int(np.argmax(likeness))
        return active[best] if likeness[best] >= SAME_FROM else active[-1]

    def _skill(self, text: str) -> str | None:
        if self._skill_vectors is None:
            return None
        likeness = self._skill_vectors @ self._encode([text])[0]
        best = int(np.argmax(likeness))
        return self._skills[best] if likeness[best] >= SKILL_FROM else None


def picture(goal: StoredGoal) -> str:
    """Returns progress as ten small blocks and in words: "▰▰▰▱▱▱▱▱▱▱ 3 of 10, from 2"."""
    if not goal.values:
        return "▱" * BAR + " not measured yet"
    top = goal.target or RATING_TOP
    now, first = goal.values[-1], goal.values[0]
    filled = max(0, min(BAR, round(BAR * now / top))) if top else BAR
    since = f", from {first:g}" if len(goal.values) > 1 else ""
    return "▰" * filled + "▱" * (BAR - filled) + f" {now:g} of {top:g}{since}"


def _asks(goal: StoredGoal) -> str:
    if goal.measure == "rating":
        return RATE
    return f"How many of {goal.target or RATING_TOP:g} is it today?"


def _movement(goal: StoredGoal) -> str:
    if len(goal.values) < 2:
        return "That is where you start from."
    before, now = goal.values[-2:]
    if now > before:
        return "That is further than last time. What made the difference?"
    if now < before:
        return "That is less than last time. What has changed?"
    return "The same as last time. What would move it by one?"


def _over(goal: StoredGoal) -> Reply:
    ended = "reached" if goal.status == "done" else "dropped"
    return Reply(kind="move", text=f"You {ended} this goal already, so I left it as it is: {goal.text}.")


def _named(said: str) -> str:
    """Returns the goal that is set, in the employee's words; "" where they only ask to set one."""
    said = _MAKE_IT_ONE.sub("", said)
    lead = _LEAD.match(said)
    rest = said[lead.end() :] if lead else said
    if not rest.strip(" .!?…"):
        return ""
    if lead and not lead["link"] and _NO_GOAL_YET.match(rest) and not wishes(rest):
        return ""
    text = goal_of(_INTENDED.sub("", rest))
    return "" if _VAGUE.match(text) else text


def _instead(said: str) -> str:
    """Returns the words that take the place of a goal's; "" where they name none."""
    said = re.sub(r"[\s,]+(?:instead\b.*|not [^,]*|please\W*)$", "", said, flags=re.IGNORECASE)
    return goal_of(said) if len(said.split()) >= 2 and not _NOT_SAID.match(said) else ""


def _due(turn: Turn) -> datetime | None:
    return next((moment for moment in turn.times if moment > turn.at), None)


def _value(text: str, goal: StoredGoal) -> float | None:
    """Returns the number that is reported, on the goal's own scale; None where there is none."""
    said = _NO_VALUE.sub(" ", text)
    match = _NUMBER.search(said)
    if not match or (match["percent"] and "percent" not in goal.text and "%" not in goal.text):
        return None
    if goal.measure == "rating" and not match["top"] and (_COUNTED.search(said) or _ONE_THING.search(said)):
        return None
    value, top = _number(match["number"]), _number(match["top"] or "0")
    return round(value * RATING_TOP / top, 1) if top and goal.measure == "rating" else value


def _number(text: str) -> float:
    said = text.lower()
    if said in _SPELT:
        return float(_SPELT[said])
    thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", said)
    return float(said.replace(",", "" if thousands else "."))
