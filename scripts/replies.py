"""Writes docs/replies.md: .venv/bin/python scripts/replies.py (after 'make up' has published).

Twenty replies to the test third of our questions, beside what the packaged model writes when it is
simply given the passages and asked to answer.
"""

from pathlib import Path

from benchmarks.questions import own_questions
from knowledge.answerer import Answer, Answerer
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings
from knowledge.writing.engines import load_engine
from knowledge.writing.engines.engine import Engine
from knowledge.writing.engines.openvino import OpenVINOEngine
from knowledge.writing.models import packaged_gguf
from knowledge.writing.writer import Writer

TARGET, COUNT, RAW_TOKENS = Path("docs/replies.md"), 20, 110
HEAD = """# Twenty replies, as they are

Written by `.venv/bin/python scripts/replies.py` from the test third of our own questions, in order, none
left out. *Slanted* sentences are the writer's own, upright ones are the page's words, the last line is the
question that closes. Below each stands the first line of what the same model writes without adapter, notes
and check, given the same passages.
"""


def raw(engine: Engine, question: str, answer: Answer) -> str:
    """Returns what the model writes when it is given the passages and asked to answer."""
    passages = "\n".join(passage.text for passage in answer.citations)
    asked = f"Answer the employee's question from the text.\n\nText: {passages}\n\nQuestion: {question}"
    return engine.complete([{"role": "user", "content": asked}], RAW_TOKENS)


def main() -> None:
    """Answers, and writes the page."""
    settings = knowledge_settings()
    searcher = Searcher(Versions(settings.index), Encoder(settings.encoder))
    answerer = Answerer(searcher, Writer(load_engine(settings)))
    packaged = OpenVINOEngine(packaged_gguf(), settings.writer_threads)
    parts = [HEAD]
    for case in own_questions("test"):
        answer = answerer.answer(case["question"])
        if not isinstance(answer, Answer):
            continue
        said = " ".join(s.text if s.quoted or s.passage is None else f"*{s.text}*" for s in answer)
        parts.append(
            f"**{case['question']}** ({answer.citations[0].title})\n\n{said}\n\n"
            f"> Without them: {raw(packaged, case['question'], answer) or '(nothing)'}\n"
        )
        if len(parts) > COUNT:
            break
    TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
