"""A practice from the first message to the last: a pure function of what is known and what was said."""

import random
from typing import Literal

from actions.coaching.practice import beginning, coach, commands
from actions.coaching.practice.coach import TURNS
from actions.coaching.practice.commands import Command
from actions.coaching.practice.counterpart import Scene, react
from actions.coaching.practice.openness import RULES, Difficulty
from actions.coaching.practice.rubric import judge
from actions.coaching.practice.state import Practice, Said

Turn = tuple[Practice, list[Said]]


def begin(text: str) -> Practice:
    """Returns a practice with the person and the topic that the first message names."""
    return _with(Practice(), beginning.read(text))


def prompt(practice: Practice) -> list[Said]:
    """Returns what the coach says to a practice that has just begun or is taken up again."""
    return coach.question(practice)


def respond(practice: Practice, text: str, *, now_choice: random.Random) -> Turn:
    """Returns the practice after a message of the employee, and what is said to it."""
    wish = commands.command(text)
    if wish:
        return _obey(practice, wish)
    if practice.step == "who":
        return _who(practice, text)
    if practice.step == "difficulty":
        chosen = commands.difficulty(text)
        return _play(practice, chosen) if chosen else (practice, [coach.difficulty_again()])
    if practice.step == "playing":
        return _turn(practice, text, now_choice)
    return practice, coach.question(practice)


def _with(practice: Practice, found: beginning.Beginning) -> Practice:
    topic = practice.topic or found.topic
    # A bare name says nothing of the role; lines that need one are left out then.
    role = practice.role or found.role or ("other" if found.who else None)
    about = "ask" if found.asks else beginning.kind(topic)
    # A customer's doing is seldom the point: what they are told is.
    about = "news" if role == "customer" and about == "feedback" else about
    known = practice.model_copy(
        update={"who": practice.who or found.who, "role": role, "topic": topic, "kind": about}
    )
    return known.model_copy(update={"step": "difficulty" if known.who and topic else "who"})


def _who(practice: Practice, text: str) -> Turn:
    if practice.who:
        found = beginning.Beginning("", None, " ".join(text.split())[: beginning.MAX_TOPIC])
    else:
        level = commands.difficulty(text) if len(text.split()) == 1 else None
        if level:
            chosen = practice.model_copy(update={"difficulty": level})
            return chosen, coach.question(chosen)
        found = beginning.person(text)
        if not found.who:
            return practice, [Said(text=coach.WHO_AGAIN)]
    known = _with(practice, found)
    if known.step == "difficulty" and known.difficulty:
        return _play(known, known.difficulty)
    return known, coach.question(known)


def _play(practice: Practice, difficulty: Difficulty) -> Turn:
    started = _fresh(practice, difficulty)
    return started, coach.start(started)


def _fresh(practice: Practice, difficulty: Difficulty) -> Practice:
    return practice.model_copy(
        update={
            "difficulty": difficulty,
            "step": "playing",
            "said": (),
            "turn": 0,
            "openness": RULES[difficulty].start,
            "heard": (),
        }
    )


def _turn(practice: Practice, text: str, choice: random.Random) -> Turn:
    turn = practice.turn + 1
    scene = Scene(
        role=practice.role or "other",
        kind=practice.kind,
        difficulty=practice.difficulty or "realistic",
        turn=turn,
        openness=practice.openness,
        heard=practice.heard,
        used=practice.used,
    )
    reaction = react(scene, text, now_choice=choice)
    after = practice.model_copy(
        update={
            "said": (*practice.said, text),
            "turn": turn,
            "openness": reaction.openness,
            "heard": reaction.heard,
            "used": (*practice.used, reaction.line),
        }
    )
    spoken = coach.in_role(after, reaction.line)
    if turn < TURNS:
        return after, [spoken]
    ended, said = _feedback(after)
    return ended, [spoken.model_copy(update={"buttons": ()}), *said]


def _feedback(practice: Practice) -> Turn:
    if not practice.said:
        return practice, [Said(text=coach.NO_LINES)]
    marks = judge(practice.said)
    first = practice.first_marks or marks
    ended = practice.model_copy(update={"step": "feedback", "first_marks": first})
    return ended, coach.after_try(ended, marks)


def _obey(practice: Practice, wish: Command) -> Turn:
    if wish == "stop" and not (practice.step == "playing" and practice.said):
        return practice.model_copy(update={"step": "done"}), [Said(text=coach.GOODBYE)]
    if wish in ("harder", "easier"):
        return _level(practice, wish)
    if practice.difficulty is None or not practice.topic:
        return practice, coach.question(practice)
    if wish == "again":
        return _again(practice, practice.difficulty)
    if practice.step == "playing" and wish in ("pause", "hint"):
        return practice, [coach.pause(practice, lead="Paused. " if wish == "pause" else "")]
    if wish in ("feedback", "stop"):
        return _feedback(practice)
    return practice, coach.question(practice)


def _level(practice: Practice, wish: Literal["harder", "easier"]) -> Turn:
    """Changes the difficulty: at once in a talk, with a new try after one, as the choice before one."""
    now = practice.difficulty
    if practice.step == "who":
        chosen: Difficulty = "hard" if wish == "harder" else "easy"
        return practice.model_copy(update={"difficulty": chosen}), coach.question(practice)
    if practice.step == "difficulty" or now is None:
        return _play(practice, "hard" if wish == "harder" else "easy")
    new = commands.changed(now, wish)
    if practice.step != "playing":
        return _again(practice, new)
    shift = RULES[new].start - RULES[now].start
    openness = round(min(1.0, max(0.0, practice.openness + shift)), 3)
    after = practice.model_copy(update={"difficulty": new, "openness": openness})
    return after, [coach.level_changed(after, harder=wish == "harder", changed=new != now)]


def _again(practice: Practice, difficulty: Difficulty) -> Turn:
    """Starts the talk once more; a try that had its feedback counts."""
    counted = practice.attempt + (1 if practice.first_marks and practice.step != "playing" else 0)
    fresh = _fresh(practice, difficulty).model_copy(update={"attempt": counted})
    return fresh, coach.restart(fresh)
