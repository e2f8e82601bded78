"""The repository of suggestions and of what came of them: the events that learning starts from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from actions.recommender.rewards import OUTCOMES, Outcome
from actions.storage.database import Sessions
from actions.storage.tables import Suggestion, SuggestionOutcome, now

# Rows are read in pieces of this size, so that a million of them never lie in memory at once.
PIECE = 2000


@dataclass(frozen=True)
class StoredSuggestion:
    """A suggestion as it was made: features is (candidates, d), chosen maps items to propensities."""

    id: int
    employee_id: str
    at: datetime
    place: str
    policy: int
    candidates: Sequence[str]
    features: NDArray[np.float32]
    chosen: Mapping[str, float]


@dataclass(frozen=True)
class StoredOutcome:
    """Something that came of a suggestion."""

    id: int
    suggestion_id: int
    item: str
    kind: Outcome
    at: datetime


class Suggestions:
    """Appends events and reads them in order; nothing is ever changed."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(
        self,
        employee_id: str,
        *,
        at: datetime,
        place: str,
        policy: int,
        candidates: Sequence[str],
        features: NDArray[np.float32],
        chosen: Mapping[str, float],
    ) -> int:
        """Stores a suggestion and returns its id; features is (candidates, d), kept as float16."""
        if len(features) != len(candidates):
            raise ValueError(f"{len(candidates)} candidates have {len(features)} rows of features")
        row = Suggestion(
            employee_id=employee_id,
            at=at,
            place=place,
            policy=policy,
            candidates=list(candidates),
            features=np.ascontiguousarray(features, dtype=np.float16).tobytes(),
            chosen=[{"item": item, "propensity": float(p)} for item, p in chosen.items()],
        )
        with self._sessions.begin() as session:
            session.add(row)
        return row.id

    def report(self, employee_id: str, suggestion_id: int, item: str, kind: Outcome, at: datetime) -> bool:
        """Adds an outcome; False where the suggestion is not theirs, never had the item, or it is known.

        An outcome that claims to be from before the suggestion or from the future is taken as of now.
        """
        if kind not in OUTCOMES:
            raise ValueError(f"outcome '{kind}' is unknown: one of {', '.join(OUTCOMES)} is needed")
        with self._sessions() as session:
            suggestion = session.get(Suggestion, suggestion_id)
            if suggestion is None or suggestion.employee_id != employee_id:
                return False
            if item not in {entry["item"] for entry in suggestion.chosen}:
                return False
            at = at if suggestion.at <= at else max(suggestion.at, now())
            session.add(SuggestionOutcome(suggestion_id=suggestion_id, item=item, kind=kind, at=at))
            try:
                session.commit()
            except IntegrityError:
                return False
        return True

    def latest_with(self, employee_id: str, item: str) -> int | None:
        """Returns the id of the newest suggestion that offered the item to the employee."""
        query = select(Suggestion).where(Suggestion.employee_id == employee_id).order_by(Suggestion.id.desc())
        with self._sessions() as session:
            for row in session.scalars(query.limit(200)):
                if any(entry["item"] == item for entry in row.chosen):
                    return row.id
        return None

    def of(self, employee_id: str, *, most: int = 200) -> list[StoredSuggestion]:
        """Returns the employee's newest suggestions, oldest first."""
        query = select(Suggestion).where(Suggestion.employee_id == employee_id).order_by(Suggestion.id.desc())
        with self._sessions() as session:
            return [_suggestion(row) for row in session.scalars(query.limit(most))][::-1]

    def outcomes_of(self, employee_id: str) -> list[StoredOutcome]:
        """Returns everything that came of the employee's suggestions, in order of arrival."""
        query = (
            select(SuggestionOutcome)
            .join(Suggestion, Suggestion.id == SuggestionOutcome.suggestion_id)
            .where(Suggestion.employee_id == employee_id)
            .order_by(SuggestionOutcome.id)
        )
        with self._sessions() as session:
            return [_outcome(row) for row in session.scalars(query)]

    def outcomes_after(self, cursor: int, *, most: int = PIECE) -> list[StoredOutcome]:
        """Returns the outcomes that arrived after the one with this id, oldest first."""
        query = select(SuggestionOutcome).where(SuggestionOutcome.id > cursor).order_by(SuggestionOutcome.id)
        with self._sessions() as session:
            return [_outcome(row) for row in session.scalars(query.limit(most))]

    def get(self, ids: Sequence[int]) -> dict[int, StoredSuggestion]:
        """Returns the suggestions with these ids."""
        found: dict[int, StoredSuggestion] = {}
        distinct = sorted(set(ids))
        with self._sessions() as session:
            for start in range(0, len(distinct), 500):
                query = select(Suggestion).where(Suggestion.id.in_(distinct[start : start + 500]))
                found |= {row.id: _suggestion(row) for row in session.scalars(query)}
        return found

    def pieces(self) -> Iterator[tuple[list[StoredSuggestion], dict[int, list[StoredOutcome]]]]:
        """Yields all suggestions, oldest first, in pieces, with the outcomes of each by suggestion."""
        last = 0
        while True:
            with self._sessions() as session:
                query = select(Suggestion).where(Suggestion.id > last).order_by(Suggestion.id).limit(PIECE)
                rows = [_suggestion(row) for row in session.scalars(query)]
                if not rows:
                    return
                between = SuggestionOutcome.suggestion_id.between(rows[0].id, rows[-1].id)
                outcomes: dict[int, list[StoredOutcome]] = {}
                for row in session.scalars(
                    select(SuggestionOutcome).where(between).order_by(SuggestionOutcome.id)
                ):
                    outcomes.setdefault(row.suggestion_id, []).append(_outcome(row))
            last = rows[-1].id
            yield rows, outcomes

    def last_outcome(self) -> int:
        """Returns the id of the newest outcome, 0 where there is none."""
        with self._sessions() as session:
            return session.scalar(select(func.max(SuggestionOutcome.id))) or 0


def _suggestion(row: Suggestion) -> StoredSuggestion:
    features = np.frombuffer(row.features, dtype=np.float16).astype(np.float32)
    return StoredSuggestion(
        id=row.id,
        employee_id=row.employee_id,
        at=row.at,
        place=row.place,
        policy=row.policy,
        candidates=row.candidates,
        features=features.reshape(len(row.candidates), -1) if row.candidates else features.reshape(0, 0),
        chosen={entry["item"]: entry["propensity"] for entry in row.chosen},
    )


def _outcome(row: SuggestionOutcome) -> StoredOutcome:
    kind: Outcome = row.kind  # type: ignore[assignment]
    return StoredOutcome(row.id, row.suggestion_id, row.item, kind, row.at)
