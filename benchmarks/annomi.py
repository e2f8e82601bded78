"""Reads the dialogues of AnnoMI: several experts may have labelled the same utterance, a row each.

Wu et al. 2022, "AnnoMI: A dataset of expert-annotated counselling dialogues", ICASSP 2022. The dialogues
are no part of this project; a benchmark takes the path of a file.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from actions.coaching.behaviour import LABELS
from knowledge.errors import LibraryError

COLUMNS = ("transcript_id", "utterance_id", "interlocutor", "utterance_text", "main_therapist_behaviour")
# What fitting needs besides: whether a behaviour occurs at all, and what kind of reflection it is.
EXISTS = ("reflection_exists", "question_exists", "therapist_input_exists")
FITTING_COLUMNS = (*EXISTS, "reflection_subtype")
Row = dict[str, str]


@dataclass(frozen=True)
class CoachTurn:
    """One labelled utterance of a therapist, as most of its annotators saw it.

    contains holds the labels that occur anywhere in it; is_complex is None where it does not reflect.
    """

    transcript: str
    before: str
    text: str
    label: str
    contains: frozenset[str] = frozenset()
    is_complex: bool | None = None


def read_coach_turns(path: Path, *, fitting: bool = False) -> list[CoachTurn]:
    """Returns the therapist's labelled utterances in the file's order, each with the utterance before it.

    fitting demands FITTING_COLUMNS too. Raises LibraryError in one line for a file that cannot be used.
    """
    rows = _rows(path, (*COLUMNS, *FITTING_COLUMNS) if fitting else COLUMNS)
    turns: list[CoachTurn] = []
    last: dict[str, str] = {}
    for utterance in _utterances(rows):
        first = utterance[0]
        transcript, text = first["transcript_id"], first["utterance_text"]
        label = _majority([row["main_therapist_behaviour"] for row in utterance], LABELS)
        if first["interlocutor"] == "therapist" and label:
            turns.append(_turn(utterance, last.get(transcript, ""), label))
        last[transcript] = text
    if not turns:
        raise LibraryError(f"{path}: no therapist utterance is labelled with one of {', '.join(LABELS)}")
    return turns


def _rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """Returns the rows of a file that has these columns and is not empty."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            names = reader.fieldnames or []
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LibraryError(f"{path}: cannot be read as a CSV file in UTF-8") from error
    missing = [column for column in columns if column not in names]
    if names and missing:
        raise LibraryError(f"{path}: the column '{missing[0]}' is missing; AnnoMI has {', '.join(columns)}")
    if not rows:
        raise LibraryError(f"{path}: holds no utterance; a CSV file with AnnoMI's columns is needed")
    return rows


def _utterances(rows: Iterable[Row]) -> list[list[Row]]:
    """Returns the rows of each utterance, utterances in the order in which they first appear."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["transcript_id"], row["utterance_id"]), []).append(row)
    return list(found.values())


def _turn(utterance: list[Row], before: str, label: str) -> CoachTurn:
    contains = {
        column.removesuffix("_exists")
        for column in EXISTS
        if sum(row.get(column, "").lower() == "true" for row in utterance) * 2 > len(utterance)
    }
    kind = _majority([row.get("reflection_subtype", "") for row in utterance], ("simple", "complex"))
    return CoachTurn(
        transcript=utterance[0]["transcript_id"],
        before=before,
        text=utterance[0]["utterance_text"],
        label=label,
        contains=frozenset(contains),
        is_complex=kind == "complex" if kind and label == "reflection" else None,
    )


def _majority(values: Sequence[str], allowed: Sequence[str]) -> str | None:
    """Returns the most frequent allowed value, of equals the one named first; None where there is none."""
    best = max(allowed, key=values.count)
    return best if best in values else None
