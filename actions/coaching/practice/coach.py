"""What the coach says outside the role."""

from actions.coaching.practice.feedback import COVERED, changes, feedback, tip
from actions.coaching.practice.rubric import Mark, judge
from actions.coaching.practice.state import Practice, Said, button, capital

TURNS = 5
RUBRIC = "I'll listen for four things: something specific, the impact, an open question, a next step."
WHO = "Who is the other person? A name or a role is enough, such as Sam or my manager."
WHO_AGAIN = "I need a name or a role to play, such as Sam or my manager."
GOODBYE = "All right, we leave it there. I wish you a good conversation when the time comes."
OVER = "This practice is over. You can try it again, or write about something else."
NO_LINES = "I haven't heard a line from you yet. Say your first one, and I can give you feedback."
IN_TALK = (button("Feedback", "feedback"), button("Pause", "pause"))
AFTER = (button("Try again", "again"), button("That's enough", "enough"))
LEVELS = (button("Easy", "easy"), button("Realistic", "realistic"), button("Hard", "hard"))


def question(practice: Practice) -> list[Said]:
    """Returns what the coach asks for next, or says first, at this step of a practice."""
    if practice.step == "who":
        return [
            Said(
                text=f"What do you want to say to {practice.name}? One sentence is enough."
                if practice.who
                else WHO
            )
        ]
    if practice.step == "difficulty":
        return [_levels(practice)]
    return start(practice) if practice.step == "playing" else [Said(text=OVER, buttons=AFTER[:1])]


def difficulty_again() -> Said:
    """Returns the question for the difficulty, after an answer that named none."""
    return Said(text="One of these three, please: easy, realistic or hard.", buttons=LEVELS)


def start(practice: Practice) -> list[Said]:
    """Returns the rubric in one line, and the beginning of the role."""
    about = f" It's about “{practice.subject}”." if practice.topic else ""
    turns = 'You have five turns; "feedback" ends them sooner.'
    return [Said(text=RUBRIC), Said(text=f"I'm {practice.name} now, and you begin.{about} {turns}")]


def restart(practice: Practice) -> list[Said]:
    """Returns the beginning of another try."""
    who = capital(practice.name)
    return [Said(text=f"From the start. {who} knows nothing of what you said before, and you begin.")]


def in_role(practice: Practice, line: str) -> Said:
    """Returns the other person's line with the name in front."""
    return Said(text=f"{capital(practice.name)}: “{line}”", buttons=IN_TALK, in_role=True)


def pause(practice: Practice, *, lead: str = "Paused. ") -> Said:
    """Returns the other person's last words and a hint, outside the role."""
    last = f"{capital(practice.name)} said last: “{practice.used[-1]}”\n" if practice.turn else ""
    advice = tip(judge(practice.said), kind=practice.kind, lead="If you want a hint:", full=COVERED)
    return Said(
        text=f"{lead}{last}{advice}\nYour next message goes to {practice.name} again.", buttons=IN_TALK[:1]
    )


def level_changed(practice: Practice, *, harder: bool, changed: bool) -> Said:
    """Returns that the other person is played harder or easier from here on."""
    if changed:
        text = f"From here on I play {practice.name} a little {'harder' if harder else 'easier'}."
    else:
        text = f"I'm playing {practice.name} as {'hard' if harder else 'gently'} as I can."
    return Said(text=text, buttons=IN_TALK)


def after_try(practice: Practice, marks: tuple[Mark, ...]) -> list[Said]:
    """Returns the feedback on a try, and after a later one what changed since the first."""
    opening = (
        "That was turn five, so I'm the coach again." if practice.turn >= TURNS else "I'm the coach again."
    )
    heard = feedback(marks, kind=practice.kind, opening=opening)
    harder = (
        (button("Harder", "harder"),)
        if all(mark.met for mark in marks) and practice.difficulty != "hard"
        else ()
    )
    buttons = (AFTER[0], *harder, AFTER[1])
    if practice.attempt == 1:
        return [Said(text=heard, buttons=buttons)]
    return [Said(text=heard), Said(text=changes(practice.first_marks, marks), buttons=buttons)]


def _levels(practice: Practice) -> Said:
    text = (
        f"How shall I play {practice.name}? Easy opens up soon, realistic is a bit defensive at first,"
        " and hard takes patience."
    )
    return Said(text=text, buttons=LEVELS)
