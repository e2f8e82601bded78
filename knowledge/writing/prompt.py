"""What the writer is asked, and the limits it writes under: all of it, in one place.

A turn of the prompt is one note from a page; the reply to it is one sentence of the answer.
The turns before stay in the prompt, so that sentences follow on from each other and an
engine with prefix caching reads each of them once.
"""

from collections.abc import Sequence

SYSTEM = (
    "You are a coach at work. Say each note to the employee in one sentence, in your own words. "
    "Keep every fact, number, name and condition. Add nothing."
)

MAX_NOTES = 4
MAX_SENTENCE_TOKENS = 60
MAX_ANSWER_WORDS = 90
MAX_QUESTION_CHARACTERS = 400

START, END = "<|im_start|>", "<|im_end|>"


def messages(question: str, turns: Sequence[tuple[str, str]], request: str) -> list[dict[str, str]]:
    """Returns chat messages: the system's, the earlier (request, sentence) turns, this request."""
    question = " ".join(question.split())[:MAX_QUESTION_CHARACTERS]
    chat = [{"role": "system", "content": SYSTEM}]
    for number, (user, assistant) in enumerate([*turns, (request, "")]):
        content = f"Question: {question}\n{user}" if number == 0 else user
        chat.append({"role": "user", "content": content})
        chat.append({"role": "assistant", "content": assistant})
    return chat[:-1]


def note(text: str) -> str:
    """Returns the request to say one note."""
    return f"Note: {' '.join(text.split())}"


def chatml(chat: Sequence[dict[str, str]]) -> str:
    """Returns the chat in ChatML, open for the assistant; markup inside contents is made harmless."""
    parts = [f"{START}{m['role']}\n{_plain(m['content'])}{END}\n" for m in chat]
    return "".join(parts) + f"{START}assistant\n"


def _plain(content: str) -> str:
    return content.replace("<|", "< |")
