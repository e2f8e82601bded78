"""Draws docs/answerable.svg: .venv/bin/python scripts/reliability.py (after 'make up' has published).

How often a page answers, beside the probability that search gave, on the test third of our own questions
(nothing is fitted on it). Answered and unanswered questions weigh the same.
"""

import argparse
from pathlib import Path

import numpy as np

from benchmarks.questions import own_questions
from knowledge.search.encoder import Encoder
from knowledge.search.searcher import Searcher
from knowledge.search.versions import Versions
from knowledge.settings import knowledge_settings

BINS, SIZE, EDGE = 5, 300, 50
INK, LINE, POINT = "#1f2933", "#cbd2d9", "#0b6e69"


def probabilities() -> tuple[np.ndarray, np.ndarray]:
    """Returns search's probability for each test question, and whether a page answers it."""
    settings = knowledge_settings()
    searcher = Searcher(Versions(settings.index), Encoder(settings.encoder))
    questions = own_questions("test")
    given = np.array([searcher.search(q["question"]).answerable for q in questions])
    return given, np.array([bool(q["gold"]) for q in questions])


def bins(given: np.ndarray, answered: np.ndarray) -> list[tuple[float, float, int]]:
    """Returns (mean probability, weighted share answered, questions) of each bin that has any."""
    weights = np.where(answered, 0.5 / answered.sum(), 0.5 / (~answered).sum())
    places = np.minimum((given * BINS).astype(int), BINS - 1)
    found = []
    for place in range(BINS):
        here = places == place
        if here.any():
            total = weights[here].sum()
            share = float(weights[here & answered].sum() / total)
            found.append((float((given * weights)[here].sum() / total), share, int(here.sum())))
    return found


def svg(points: list[tuple[float, float, int]]) -> str:
    """Returns the diagram."""

    def at(x: float, y: float) -> tuple[float, float]:
        return EDGE + x * SIZE, EDGE / 2 + (1 - y) * SIZE

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE + EDGE * 2} {SIZE + EDGE * 1.6}"'
        f' font-family="sans-serif" font-size="11" fill="{INK}" role="img">',
        "<title>How often a page answers, by the probability that search gave</title>",
        f'<rect width="100%" height="100%" fill="#fff"/><rect x="{EDGE}" y="{EDGE / 2}" width="{SIZE}"'
        f' height="{SIZE}" fill="none" stroke="{LINE}"/>',
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-dasharray="4"/>'.format(
            *at(0, 0), *at(1, 1), LINE
        ),
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick, 0)
        parts.append(f'<text x="{x}" y="{y + 16}" text-anchor="middle">{tick:g}</text>')
        x, y = at(0, tick)
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{tick:g}</text>')
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(p, s) for p, s, _ in points))
    parts.append(f'<polyline points="{path}" fill="none" stroke="{POINT}" stroke-width="2"/>')
    for probability, share, count in points:
        x, y = at(probability, share)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{POINT}"/>')
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 14:.1f}">{count}</text>')
    x, y = at(0.5, 0)
    parts.append(f'<text x="{x}" y="{y + 36}" text-anchor="middle">probability that search gave</text>')
    parts.append(
        f'<text transform="translate(14 {SIZE / 2 + EDGE / 2}) rotate(-90)" text-anchor="middle">'
        "share that a page answers</text></svg>"
    )
    return "\n".join(parts) + "\n"


def main() -> None:
    """Draws, and prints how far the probabilities are off on the whole."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--target", type=Path, default=Path("docs/answerable.svg"))
    target = options.parse_args().target
    given, answered = probabilities()
    points = bins(given, answered)
    target.write_text(svg(points), encoding="utf-8")
    print("bins:", [(round(p, 2), round(s, 2), n) for p, s, n in points])
    print(f"declined of the answered: {(given[answered] < 0.5).mean():.2f}")
    print(f"answered of the unanswered: {(given[~answered] >= 0.5).mean():.2f}")


if __name__ == "__main__":
    main()
