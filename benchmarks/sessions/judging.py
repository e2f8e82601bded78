"""How an employee judges a coach's turn: what makes a person give up."""

from benchmarks.sessions.listening import Listener
from benchmarks.sessions.turns import Turn
from knowledge.words import content_stems, stem
from knowledge.writing.sentences import is_question, split_sentences

# Below this, no sentence of the coach's is about what the employee said, synonyms included: of general
# coaching questions, 3 in 100 come as near to what these employees say.
TAKEN_UP = 0.3
# Nothing that needs taking up was said in these.
IDLE = {"dont_know", "off_topic", "pause", "return", "stop", "confirm", "edit", "yes", "no", "accept"}
# Words that a coach says anyway.
EVERYDAY = frozenset(
    stem(word)
    for word in "think know feel really lot bit good time sure maybe yes okay something happen moment".split()
)
# A shorter question, such as "What else?", is small talk of coaching.
WORTH_NOTICING = 4


def judge(turn: Turn, earlier: list[Turn], listener: Listener) -> str:
    """Returns what is bad about a turn, in a few words; empty for a turn that is fine."""
    if turn.has("safety"):
        return ""
    if not turn.spoken:
        return "said nothing"
    if _repeats(turn, earlier):
        return "said the same again"
    if turn.has("decline") and earlier and earlier[-1].has("decline"):
        return "did not understand, twice running"
    if not _takes_up(turn, listener):
        return "took up nothing"
    return ""


def is_dead_end(turn: Turn) -> bool:
    """Says whether the turn leaves an employee who stays with nothing to answer."""
    if turn.said.purpose in {"stop", "pause", "confirm"} or turn.has("card") or turn.has("safety"):
        return False
    if turn.has("move") or any(reply.get("buttons") for reply in turn.replies):
        return False
    return not any(is_question(sentence) for sentence in split_sentences(turn.spoken))


def _repeats(turn: Turn, earlier: list[Turn]) -> bool:
    """Says whether a move was made before; after an interruption the open question may come again."""
    said = {_plain(text) for before in earlier for text in before.texts("move")}
    if any(_plain(text) in said for text in turn.texts("move")):
        return True
    if turn.said.purpose not in {"answer", "situation", "new_goal"}:
        return False
    asked = {question for before in earlier for question in _questions(before)}
    return not asked.isdisjoint(_questions(turn))


def _questions(turn: Turn) -> set[str]:
    sentences = [sentence for text in turn.texts("move") for sentence in split_sentences(text)]
    return {_plain(s) for s in sentences if is_question(s) and len(s.split()) >= WORTH_NOTICING}


def _takes_up(turn: Turn, listener: Listener) -> bool:
    """Says whether the coach's turn takes up something of what was just said."""
    honest = turn.has("decline") and turn.said.purpose in {"library", "advice"}
    if turn.said.purpose in IDLE or turn.has("card") or honest:
        return True
    said = content_stems(turn.said.text) - EVERYDAY
    if not said or said & content_stems(turn.spoken):
        return True
    return listener.likeness(turn.said.text, turn.spoken) >= TAKEN_UP


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
