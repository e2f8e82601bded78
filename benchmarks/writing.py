"""How fast the writer writes, and how much of what it writes may be shown."""

import time
from collections.abc import Sequence
from typing import Any

from benchmarks.figures import percentile, share
from knowledge.answerer import Answer, Answerer
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines import load_engine
from knowledge.writing.prompt import messages, note
from knowledge.writing.support import check_support
from knowledge.writing.writer import Writer

NEW_TOKENS = 100


def measure_writing(settings: KnowledgeSettings, questions: Sequence[str]) -> dict[str, Any]:
    """Returns decoding speed, times in ms (medians), and shares of the shown sentences.

    unsupported_sentences: shown sentences that the check does not find supported by the whole
    passages of the answer; quoted: shown sentences that are a passage's own words.
    """
    engine = load_engine(settings)
    answerer = Answerer(Searcher(Versions(settings.index), Encoder(settings.encoder)), Writer(engine))
    warm = messages("How do I give feedback?", [], note("Give feedback within a couple of days."))
    engine.complete(warm, 20)
    first_sentence, whole = [], []
    shown = quoted = unsupported = 0
    for question in questions:
        started = time.perf_counter()
        outcome = answerer.answer(question)
        if not isinstance(outcome, Answer):
            continue
        times = []
        for sentence in outcome:
            times.append((time.perf_counter() - started) * 1000)
            if sentence.passage is None:
                continue
            shown += 1
            quoted += sentence.quoted
            passages = "\n".join(p.text for p in outcome.citations)
            unsupported += not check_support(sentence.text, passages, question).supported
        first_sentence.append(times[0])
        whole.append(times[-1])
    return {
        "tokens_per_s": round(engine.speed(warm, NEW_TOKENS), 1),
        "first_token_ms": percentile(_first_tokens(engine, questions[:20]), 50),
        "first_checked_sentence_ms": percentile(first_sentence, 50),
        "reply_ms": percentile(whole, 50),
        "unsupported_sentences": share(unsupported, shown),
        "quoted": share(quoted, shown),
    }


def _first_tokens(engine: Any, questions: Sequence[str]) -> list[float]:
    """Returns the ms to the first token for prompts that the engine has not seen."""
    times = []
    for question in questions:
        chat = messages(f"{question} ", [], note("Ask one open question, and then listen to the end."))
        started = time.perf_counter()
        engine.complete(chat, 1)
        times.append((time.perf_counter() - started) * 1000)
    return times
