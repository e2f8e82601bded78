"""Reads logged choices with the Open Bandit Dataset's columns.

Saito, Aihara, Matsutani & Narita 2021, "Open Bandit Dataset and Pipeline", NeurIPS Datasets and Benchmarks.
The data are no part of this project; a benchmark takes the path of a file.
"""

import csv
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from actions.recommender.evaluation.log import Codes, Numbers
from benchmarks.recommender.coded import Coded
from knowledge.errors import LibraryError

COLUMNS = ("item_id", "click", "propensity_score")
USER = "user_feature_"
ITEM = "item_feature_"
ITEM_FILE = "item_context.csv"
SEED = 20
# A line's number in the file and its cells by column.
Line = tuple[int, dict[str, str]]


@dataclass(frozen=True)
class BanditLog:
    """Logged choices in order of time; items, positions, contexts and features are codes counted from 0.

    users has a row a distinct context and a column a feature, items_are a row an item and a column a feature.
    """

    items: Codes
    positions: Codes
    clicks: Numbers
    propensities: Numbers
    contexts: Codes
    users: Codes
    items_are: Codes

    def __len__(self) -> int:
        return len(self.items)

    @property
    def item_count(self) -> int:
        """Returns how many distinct items were chosen."""
        return len(self.items_are)


def read_bandit_log(path: Path) -> BanditLog:
    """Returns the log in order of time, and of chance where rows have the same timestamp or none.

    The items' features come from item_context.csv beside the file, if it is there. Raises LibraryError in
    one line for a file that cannot be used.
    """
    names, lines = _table(path)
    users = [name for name in names if name.startswith(USER)]
    texts = {name: Coded() for name in ("item_id", "position", "timestamp", *users) if name in names}
    numbers = {name: array("d") for name in ("click", "propensity_score")}
    for line, cells in lines:
        for name, coded in texts.items():
            coded.add(cells[name])
        for name, column in numbers.items():
            column.append(_number(path, line, name, cells[name]))
    items, rows = texts["item_id"], len(numbers["click"])
    # A file without times may be sorted by anything: its halves would not be alike.
    order = np.random.default_rng(SEED).permutation(rows)
    if "timestamp" in texts:
        order = order[np.argsort(texts["timestamp"].ranks()[order], kind="stable")]
    contexts, distinct = _contexts([texts[name].levels() for name in users], rows)
    return BanditLog(
        items=items.codes[order],
        positions=texts["position"].codes[order] if "position" in texts else np.zeros(rows, np.int64),
        clicks=np.array(numbers["click"])[order],
        propensities=np.array(numbers["propensity_score"])[order],
        contexts=contexts[order],
        users=distinct,
        items_are=_items_are(path.with_name(ITEM_FILE), items.names),
    )


def _table(path: Path, columns: Sequence[str] = COLUMNS) -> tuple[list[str], Iterator[Line]]:
    """Returns the names of the columns and an iterator over numbered lines, of a file that has them."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(file), [])
            filled = bool(next(file, ""))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LibraryError(f"{path}: cannot be read as a CSV file in UTF-8") from error
    for column in columns:
        if column not in names:
            raise LibraryError(f"{path}: the column '{column}' is missing; needed are {', '.join(columns)}")
    if not filled:
        raise LibraryError(f"{path}: holds no row; at least one is needed")
    return names, _lines(path, names)


def _lines(path: Path, names: Sequence[str]) -> Iterator[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            next(reader)
            for cells in reader:
                if len(cells) != len(names):
                    line = f"line {reader.line_num} has {len(cells)} columns"
                    raise LibraryError(f"{path}: {line}; the first line has {len(names)}")
                yield reader.line_num, dict(zip(names, cells, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise LibraryError(f"{path}: cannot be read as a CSV file in UTF-8") from error


def _number(path: Path, line: int, name: str, text: str) -> float:
    """Returns the number in a cell: a click is from 0 to 1, a propensity above 0 too."""
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not (0 <= number <= 1) or (name == "propensity_score" and number == 0):
        allowed = "above 0 and at most 1" if name == "propensity_score" else "from 0 to 1"
        raise LibraryError(f"{path}: line {line} has {name} '{text}'; it must be {allowed}")
    return number


def _contexts(features: Sequence[Codes], rows: int) -> tuple[Codes, Codes]:
    """Returns each row's context, and the features of each distinct context."""
    if not features:
        return np.zeros(rows, np.int64), np.zeros((1, 0), np.int64)
    distinct, contexts = np.unique(np.column_stack(features), axis=0, return_inverse=True)
    return contexts.ravel(), distinct


def _items_are(path: Path, items: Sequence[str]) -> Codes:
    """Returns the items' features, none where there is no such file."""
    if not path.is_file():
        return np.zeros((len(items), 0), np.int64)
    names, lines = _table(path, ("item_id",))
    features = [name for name in names if name.startswith(ITEM)]
    known = {cells["item_id"]: cells for _, cells in lines}
    columns = [Coded() for _ in features]
    for item in items:
        if item not in known:
            raise LibraryError(f"{path}: the item '{item}' of the log is missing; each needs a line")
        for name, column in zip(features, columns, strict=True):
            column.add(known[item][name])
    return np.column_stack([c.levels() for c in columns]) if columns else np.zeros((len(items), 0), np.int64)
