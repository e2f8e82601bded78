"""How fast the writer writes, and how much of what it writes may be shown."""

import importlib.util
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.figures import percentile, share
from benchmarks.rubric import rubric
from knowledge.answerer import Answer, Answerer
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import KnowledgeSettings
from knowledge.writing.engines import load_engine
from knowledge.writing.models import writer_gguf
from knowledge.writing.prompt import chatml, messages, note
from knowledge.writing.sentences import words
from knowledge.writing.support import check_support
from knowledge.writing.writer import Sentence, Writer

NEW_TOKENS = 100


def measure_writing(settings: KnowledgeSettings, questions: Sequence[str]) -> dict[str, Any]:
    """Returns decoding speed, times in ms (medians), and what the shown sentences are like.

    unsupported_sentences: shown sentences that the general check does not find supported by the
    whole passages of the answer; quoted: shown sentences that are a passage's own words;
    quoted_replies: replies that are nothing but quotation; rubric: the share of replies that pass
    each check (rubric.py). llama_cpp stands beside where llama-cpp-python is installed.
    """
    engine = load_engine(settings)
    answerer = Answerer(Searcher(Versions(settings.index), Encoder(settings.encoder)), Writer(engine))
    warm = messages("How do I give feedback?", [], note("Give feedback within a couple of days."))
    engine.complete(warm, 20)
    replies = [reply for question in questions if (reply := _reply(answerer, question))]
    shown = [sentence for reply in replies for sentence in reply.sentences if sentence.passage]
    lengths = [sum(words(s.text) for s in reply.sentences) for reply in replies]
    checks = [reply.checks() for reply in replies]
    return {
        "tokens_per_s": round(engine.speed(warm, NEW_TOKENS), 1),
        "first_token_ms": percentile(_first_tokens(engine, questions[:20]), 50),
        "first_checked_sentence_ms": percentile([reply.times[0] for reply in replies], 50),
        "reply_ms": percentile([reply.times[-1] for reply in replies], 50),
        "unsupported_sentences": share(sum(reply.unsupported() for reply in replies), len(shown)),
        "quoted": share(sum(s.quoted for s in shown), len(shown)),
        "quoted_replies": share(sum(reply.only_quotes() for reply in replies), len(replies)),
        "replies": len(replies),
        "words_p90": percentile(lengths, 90),
        "words_max": max(lengths, default=0),
        "rubric": {name: share(sum(c[name] for c in checks), len(checks)) for name in checks[0]}
        if checks
        else {},
        "baselines": {"llama_cpp": _llama_cpp(settings, warm)},
    }


@dataclass
class _Reply:
    question: str
    answer: Answer
    sentences: list[Sentence]
    times: list[float]

    def unsupported(self) -> int:
        passages = "\n".join(p.text for p in self.answer.citations)
        shown = [s for s in self.sentences if s.passage]
        return sum(not check_support(s.text, passages, self.question).supported for s in shown)

    def only_quotes(self) -> bool:
        return all(s.quoted for s in self.sentences if s.passage)

    def checks(self) -> dict[str, bool]:
        looked_up = self.answer.closing is None
        return rubric(self.question, [s.text for s in self.sentences], looked_up)


def _reply(answerer: Answerer, question: str) -> _Reply | None:
    started = time.perf_counter()
    answer = answerer.answer(question)
    if not isinstance(answer, Answer):
        return None
    reply = _Reply(question, answer, [], [])
    for sentence in answer:
        reply.sentences.append(sentence)
        reply.times.append((time.perf_counter() - started) * 1000)
    return reply


def _llama_cpp(settings: KnowledgeSettings, chat: list[dict[str, str]]) -> dict[str, Any] | None:
    """Returns llama.cpp's speed on the same model file, or None where llama-cpp-python is missing."""
    if settings.writer != "openvino" or importlib.util.find_spec("llama_cpp") is None:
        return None
    from llama_cpp import Llama

    model = Llama(str(writer_gguf(settings)), n_ctx=1024, n_threads=settings.writer_threads, verbose=False)
    prompt = model.tokenize(chatml(chat).encode(), special=True)
    model.eval(prompt)
    started = time.perf_counter()
    for _ in range(NEW_TOKENS):
        model.eval([model.sample(temp=0)])
    return {"tokens_per_s": round(NEW_TOKENS / (time.perf_counter() - started), 1)}


def _first_tokens(engine: Any, questions: Sequence[str]) -> list[float]:
    """Returns the ms to the first token for prompts that the engine has not seen."""
    times = []
    for question in questions:
        chat = messages(f"{question} ", [], note("Ask one open question, and then listen to the end."))
        started = time.perf_counter()
        engine.complete(chat, 1)
        times.append((time.perf_counter() - started) * 1000)
    return times
