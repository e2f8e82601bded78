"""A picture of which intent is taken for which."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Text

import matplotlib
import numpy as np
from matplotlib.axes import Axes

# No display is needed to write a file.
matplotlib.use("Agg")
from matplotlib import pyplot

Confusions = Dict[Text, Dict[Text, int]]
INK, PALE = "#1f2933", "#9aa5b1"


def draw(confusions: Confusions, file: Path) -> None:
    """Draws counts by true intent (rows) and predicted one (columns), shaded by their share of the row."""
    names = sorted(set(confusions) | {name for row in confusions.values() for name in row})
    counts = np.array([[confusions.get(true, {}).get(best, 0) for best in names] for true in names])
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    side = 2.5 + 0.36 * len(names)
    figure, axes = pyplot.subplots(figsize=(side, side))
    # The root of a share keeps a few confusions visible beside a full diagonal.
    axes.imshow(np.sqrt(shares), cmap="Blues", vmin=0, vmax=1.25)
    _label(axes, [name.replace("_", " ") for name in names])
    _write_counts(axes, counts, shares)
    figure.savefig(file, dpi=110, bbox_inches="tight", facecolor="white")
    pyplot.close(figure)


def _label(axes: Axes, names: List[Text]) -> None:
    places = np.arange(len(names))
    axes.set_xticks(places)
    axes.set_yticks(places)
    axes.set_xticklabels(names, rotation=50, ha="left", rotation_mode="anchor", fontsize=9, color=INK)
    axes.set_yticklabels(names, fontsize=9, color=INK)
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_xlabel("understood as", fontsize=10, color=INK, labelpad=10)
    axes.set_ylabel("meant", fontsize=10, color=INK, labelpad=10)
    axes.set_xticks(places[:-1] + 0.5, minor=True)
    axes.set_yticks(places[:-1] + 0.5, minor=True)
    axes.grid(which="minor", color="#e4e7eb", linewidth=0.6)
    axes.tick_params(which="both", length=0)
    for side in axes.spines.values():
        side.set_color(PALE)


def _write_counts(axes: Axes, counts: np.ndarray, shares: np.ndarray) -> None:
    for row, column in np.argwhere(counts > 0):
        color = "white" if shares[row, column] > 0.4 else INK
        axes.text(column, row, counts[row, column], ha="center", va="center", fontsize=7.5, color=color)
