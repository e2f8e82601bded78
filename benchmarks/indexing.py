"""How fast pages become a searchable library, beside plain sentence-transformers on the same passages."""

import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from gateway.cli.output import progress
from knowledge.ingest.page import Page, page_files, read_page
from knowledge.ingest.passages import cut
from knowledge.search.encoder import Encoder
from knowledge.search.export import packaged_model
from knowledge.search.versions import Versions
from knowledge.settings import KnowledgeSettings
from knowledge.training.examples import grounding_rows


def measure_indexing(settings: KnowledgeSettings, library: Path | None, count: int) -> dict[str, Any]:
    """Returns passages a second of a whole publish (cut, read, written, all indexes) and of the baseline.

    Without a library its own pages and the written examples are repeated, each time numbered anew.
    """
    pages = _pages(library, settings, count)
    passages = [passage for page in pages for passage in cut(page)]
    encoder = Encoder(settings.encoder)
    encoder.read_passages(["warm up"])
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        Versions(Path(folder)).publish(pages, encoder, progress)
        ours = len(passages) / (time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    baseline = _sentence_transformers([passage.search_text for passage in passages])
    return {
        "pages": len(pages),
        "passages": len(passages),
        "passages_per_s": round(ours, 1),
        "peak_memory_mb": round(memory),
        "baselines": {"sentence_transformers": {"passages_per_s": round(baseline, 1)}},
    }


def _sentence_transformers(texts: list[str]) -> float:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(packaged_model()), device="cpu")
    model.encode(texts[:8])
    started = time.perf_counter()
    model.encode(texts, batch_size=32, normalize_embeddings=True)
    return len(texts) / (time.perf_counter() - started)


def _pages(library: Path | None, settings: KnowledgeSettings, count: int) -> list[Page]:
    folder = library or settings.library
    pages = [read_page(file, folder, strict=False) for file in page_files(folder)]
    if library is not None:
        return pages[:count]
    for number, row in enumerate(grounding_rows()):
        pages.append(
            Page(f"{number}.md", None, f"# {row['title']}\n\n## {row['heading']}\n\n{row['passage']}\n")
        )
    # A number in each heading, so that no passage is taken for one that was read before.
    return [
        Page(f"{n}-{page.document}", None, page.body.replace("## ", f"## {n}. "))
        for n, page in enumerate(pages[i % len(pages)] for i in range(count))
    ]
