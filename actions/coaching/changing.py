"""Changes what is remembered of an employee: asks what it should say, and takes the answer."""

from datetime import datetime, timedelta

from actions.coaching.changed_words import Change, change_in, deletes_it, keeps_it, new_words
from actions.coaching.memory import MAX_TEXT, Memory
from actions.coaching.memory_card import which_card
from actions.coaching.memory_meant import at_place, named
from actions.coaching.session.hearing import Turn
from actions.messages import Button, Reply
from actions.storage.memories import TOLD, Remembered

# How alike a note and the words that take its place must be; more so where it may be something new.
SAME_FROM, SAME_IF_MAYBE_NEW = 0.5, 0.7
# "That" is what was told so short a time ago.
JUST_NOW = timedelta(minutes=10)
# Fewer words than these say nothing by themselves: "change that to group lead".
MIN_WORDS = 3
KEEP_BUTTONS = (Button(title="Leave it as it is", payload="/deny"),)
GONE = "I don't have that any more."
NOTHING_TO_CHANGE = (
    "I remember nothing about you yet, so there is nothing to change. Say “remember that …” and I'll keep it."
)


class Changing:
    """Answers for one employee at a time."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def change(self, employee_id: str, turn: Turn, memory_id: str | None) -> tuple[Reply, str]:
        """Changes a memory, or asks what it should say; returns that and the id of what is asked about."""
        wanted = Change() if turn.command else change_in(turn.plain)
        if memory_id:
            memory = self._memory.get(employee_id, memory_id)
        else:
            memory = self._meant(employee_id, wanted, turn.at)
        if memory is None:
            gone = Reply(kind="move", text=GONE)
            return gone if memory_id else self._nothing_meant(employee_id, wanted, turn.at), ""
        if len(wanted.text.split()) < MIN_WORDS:
            return Reply(kind="move", text=_asks(memory), buttons=KEEP_BUTTONS), memory.id
        return self._replace(employee_id, memory, wanted.text, turn.at), ""

    def changed(self, employee_id: str, turn: Turn, memory_id: str) -> tuple[Reply | None, str]:
        """Takes the answer to what a memory should say; None where it is none, and what is asked again."""
        memory = self._memory.get(employee_id, memory_id)
        if memory is None:
            return None, ""
        denies = turn.meant("deny", "not_now", sure=0.9) and turn.words <= 4
        if denies or (not turn.command and keeps_it(turn.plain)):
            return _kept(memory), ""
        if turn.command or turn.asks or len(turn.plain) > MAX_TEXT or _is_greeting(turn):
            return None, ""
        if deletes_it(turn.plain):
            self._memory.forget(employee_id, memory.id)
            return Reply(kind="move", text=f"Forgotten: “{memory.text}”."), ""
        words = new_words(turn.plain)
        if turn.agrees or turn.empty or not words:
            return Reply(kind="move", text=_asks(memory), buttons=KEEP_BUTTONS), memory.id
        return self._replace(employee_id, memory, words, turn.at), ""

    def _meant(self, employee_id: str, wanted: Change, at: datetime) -> Remembered | None:
        """Returns the memory that is to be changed: by its place, its words or likeness, or told just now."""
        if wanted.place:
            return next(iter(at_place(self._memory, employee_id, wanted.place)), None)
        found: list[Remembered] = []
        if wanted.about:
            found = named(self._memory, employee_id, wanted.about)
        elif wanted.text:
            at_least = SAME_IF_MAYBE_NEW if wanted.whole else SAME_FROM
            found = self._memory.find(employee_id, wanted.text, at_least=at_least)
        if found:
            return found[0]
        facts = self._memory.facts(employee_id)
        if wanted.about or (wanted.whole and wanted.text) or not facts:
            return None
        newest = facts[-1]
        return newest if len(facts) == 1 or _told_just_now(newest, at) else None

    def _nothing_meant(self, employee_id: str, wanted: Change, at: datetime) -> Reply:
        """Returns what is said where no memory is plainly meant: which one, or that there is none."""
        facts = self._memory.facts(employee_id)
        if not facts and not self._memory.allowed(employee_id):
            return Reply(kind="move", text=NOTHING_TO_CHANGE)
        if wanted.whole and len(wanted.text.split()) >= MIN_WORDS:
            self._memory.remember(employee_id, wanted.text, at)
            return Reply(kind="move", text=f"That is new to me. I'll remember this: “{_end(wanted.text)}”.")
        return which_card(facts) if facts else Reply(kind="move", text=NOTHING_TO_CHANGE)

    def _replace(self, employee_id: str, memory: Remembered, text: str, at: datetime) -> Reply:
        if not self._memory.change(employee_id, memory.id, text, at):
            return Reply(kind="move", text=GONE)
        return Reply(kind="move", text=f"Changed: “{_end(memory.text)}” is now “{_end(text)}”.")


def _asks(memory: Remembered) -> str:
    return f"What should it say instead of “{_end(memory.text)}”? It stays as it is if you say “leave it”."


def _kept(memory: Remembered) -> Reply:
    return Reply(kind="move", text=f"It stays as it is: “{_end(memory.text)}”.")


def _is_greeting(turn: Turn) -> bool:
    return turn.meant("greet", "goodbye", "help", "small_talk", sure=0.8) and turn.words <= 4


def _told_just_now(memory: Remembered, at: datetime) -> bool:
    return memory.origin == TOLD and at - memory.created_at <= JUST_NOW


def _end(text: str) -> str:
    return text.rstrip(".")
