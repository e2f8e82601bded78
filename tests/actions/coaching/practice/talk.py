"""Speaks with a practice, message by message."""

import random

from actions.coaching.practice.practice import respond
from actions.coaching.practice.state import Practice, Said

SAM = "I want to practise telling my colleague Sam that he interrupts me"
GOOD = "In yesterday's stand-up you interrupted me three times, and I lost my thread."


def say(practice: Practice, *texts: str, seed: int = 1) -> tuple[Practice, list[Said]]:
    """Returns the practice after several messages, and what is said to the last."""
    choice, said = random.Random(seed), []
    for text in texts:
        practice, said = respond(practice, text, now_choice=choice)
    return practice, said


def payloads(said: list[Said]) -> list[str]:
    return [button.payload for message in said for button in message.buttons]
