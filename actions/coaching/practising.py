"""Practice of a conversation with one employee: begun, gone on with, stored after every turn."""

import random

from actions.coaching.practice.practice import begin, prompt, respond
from actions.coaching.practice.state import Practice
from actions.coaching.practice.state import Said as Spoken
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome, Said
from actions.storage.conversations import Conversations, Stored

KIND = "practice"
_WORDS = {"affirm": "yes", "deny": "no"}


class Practising:
    """Plays the other person; what has to survive is stored after every turn."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    def start(self, employee_id: str, turn: Turn) -> Outcome:
        """Begins a practice with what the employee said of it."""
        practice = begin(turn.plain)
        self._conversations.begin(employee_id, KIND, practice.model_dump_json(), turn.at)
        return self._said(practice, prompt(practice))

    def respond(self, employee_id: str, stored: Stored, turn: Turn) -> Outcome:
        """Returns what the other person, or the coach, says to a turn."""
        practice = Practice.model_validate_json(stored.state)
        text = turn.plain or turn.entities.get("says") or _WORDS.get(turn.intent, "")
        return self._next(employee_id, stored.id, practice, text, turn)

    def _next(self, employee_id: str, session_id: str, practice: Practice, text: str, turn: Turn) -> Outcome:
        choice = random.Random(f"{session_id}:{practice.attempt}:{len(practice.used)}")
        practice, said = respond(practice, text, now_choice=choice)
        outcome = self._said(practice, said)
        self._conversations.save(employee_id, session_id, practice.model_dump_json(), outcome.status, turn.at)
        return outcome

    @staticmethod
    def _said(practice: Practice, said: list[Spoken]) -> Outcome:
        outcome = Outcome(status="finished" if practice.step == "done" else "open")
        outcome.says = [Said(part.text, buttons=part.buttons) for part in said]
        return outcome
