"""The repository of what was learned: numbered versions, which one serves, and why."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from actions.errors import CoachError
from actions.storage.database import Sessions
from actions.storage.tables import LearnedVersion, Promotion

KINDS = ("recommender", "search", "answerable", "moves")


class CorruptVersion(CoachError):
    """A stored version does not match its digest."""


@dataclass(frozen=True)
class Version:
    """A version without its content: card says why it was made and how it did."""

    kind: str
    version: int
    card: dict[str, Any]
    created_at: datetime


@dataclass(frozen=True)
class Change:
    """When which version was put into service, and why."""

    version: int
    reason: str
    at: datetime


class Learned:
    """Versions of everything that is learned, by kind; version 0 is what ships with the coach."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, kind: str, content: bytes, card: dict[str, Any], at: datetime) -> int:
        """Stores a new version and returns its number; it serves only once promoted."""
        _known(kind)
        with self._sessions.begin() as session:
            newest = session.scalar(
                select(func.max(LearnedVersion.version)).where(LearnedVersion.kind == kind)
            )
            version = (newest or 0) + 1
            digest = hashlib.sha256(content).hexdigest()
            session.add(
                LearnedVersion(
                    kind=kind, version=version, content=content, digest=digest, card=card, created_at=at
                )
            )
        return version

    def content(self, kind: str, version: int) -> bytes:
        """Returns a version's content; raises CorruptVersion where it is not what was stored."""
        with self._sessions() as session:
            row = session.get(LearnedVersion, (kind, version))
        if row is None:
            raise CoachError(f"{kind} has no version {version}")
        if hashlib.sha256(row.content).hexdigest() != row.digest:
            raise CorruptVersion(f"version {version} of {kind} is damaged")
        return row.content

    def versions(self, kind: str) -> list[Version]:
        """Returns all versions, oldest first."""
        query = select(LearnedVersion).where(LearnedVersion.kind == kind).order_by(LearnedVersion.version)
        with self._sessions() as session:
            return [Version(r.kind, r.version, r.card, r.created_at) for r in session.scalars(query)]

    def serving(self, kind: str) -> int:
        """Returns the number of the version in service, 0 for what ships."""
        query = select(Promotion.version).where(Promotion.kind == kind).order_by(Promotion.id.desc()).limit(1)
        with self._sessions() as session:
            return session.scalar(query) or 0

    def changes(self, kind: str) -> list[Change]:
        """Returns every promotion and roll-back, oldest first."""
        query = select(Promotion).where(Promotion.kind == kind).order_by(Promotion.id)
        with self._sessions() as session:
            return [Change(row.version, row.reason, row.at) for row in session.scalars(query)]

    def promote(self, kind: str, version: int, reason: str, at: datetime) -> None:
        """Puts a version into service; raises CoachError where there is no such version."""
        _known(kind)
        if version:
            self.content(kind, version)
        with self._sessions.begin() as session:
            session.add(Promotion(kind=kind, version=version, reason=reason[:400], at=at))

    def roll_back(self, kind: str, at: datetime, *, reason: str = "rolled back by hand") -> int:
        """Puts the version into service that served before this one; returns its number."""
        served = [change.version for change in self.changes(kind)]
        if not served:
            raise CoachError(f"{kind} is at version 0, there is nothing to roll back")
        current = served[-1]
        before = next((version for version in reversed(served) if version < current), 0)
        self.promote(kind, before, reason, at)
        return before


def _known(kind: str) -> None:
    if kind not in KINDS:
        raise ValueError(f"nothing learned is called '{kind}': one of {', '.join(KINDS)} is needed")
