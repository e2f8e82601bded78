"""Which memory is meant: by its place in the list, or by its words."""

import re

from actions.coaching.memory import Memory
from actions.coaching.memory_card import MAX_LISTED
from actions.storage.memories import Remembered

_LITTLE = frozenset("the and you told said that this have has her his its our their please".split())


def at_place(memory: Memory, employee_id: str, place: int) -> list[Remembered]:
    """Returns the memory at a place of the list, counted from 1, or from the end for -1; none for others."""
    listed = memory.facts(employee_id)[-MAX_LISTED:]
    if place < 0:
        return listed[-1:]
    return listed[place - 1 : place] if place else []


def named(memory: Memory, employee_id: str, what: str) -> list[Remembered]:
    """Returns the facts in which every word occurs, or else the likest one."""
    words = set(re.findall(r"\w{3,}", what.lower())) - _LITTLE
    if not words:
        return []
    facts = memory.facts(employee_id)
    named = [fact for fact in facts if words <= set(re.findall(r"\w+", fact.text.lower()))]
    return named or memory.find(employee_id, what)[:1]
