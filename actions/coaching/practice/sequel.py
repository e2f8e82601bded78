"""Finds an effect that only its place gives away: what is stated right after an observation."""

from actions.coaching.practice import harm, impact, question, specific
from actions.coaching.practice.text import Span, plain, rule, search, sentences

_SUBJECT = rule(
    r"^(?:so |and |then |now |since then,? |afterwards,? )*(?:i|we|she|he|they|the|my|our|everyone|nobody)\b"
)
_ANSWERED = rule(r"^(?:so |and |then |now )*(?:the|my) (?:question|thing|point|problem|reason|idea)\b")


def find(line: str) -> Span | None:
    """Returns the first statement about the speaker or others that follows an observation of "you"."""
    seen = False
    for sentence in sentences(line):
        if seen and _states(sentence):
            return Span(sentence, 0, len(sentence))
        seen = seen or bool(specific.find(sentence))
    return None


def _states(sentence: str) -> bool:
    asked = sentence.endswith("?") or question.in_sentence(sentence) or search(harm.PSEUDO_FEELING, sentence)
    placed = search(_SUBJECT, sentence) and not search(_ANSWERED, sentence) and len(sentence.split()) > 2
    own_fact = specific.find(sentence) and sentence.lower().startswith("i ")
    return bool(placed and not asked and not own_fact and impact.is_statement(plain(sentence)))
