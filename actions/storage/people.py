"""The repository of employees: who they are, and what they were told and agreed to."""

import hashlib
import hmac
import uuid
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from actions.storage.database import Sessions
from actions.storage.tables import Consent, Employee, Identity, now


class People:
    """Maps what a platform proves to one random employee id."""

    def __init__(self, sessions: Sessions, secret: str) -> None:
        self._sessions = sessions
        self._secret = secret.encode()

    def employee_id(self, platform: str, tenant: str, user: str) -> str:
        """Returns the employee behind a proven identity; made on first contact."""
        digest = self._digest(platform, tenant, user)
        with self._sessions() as session:
            known = session.get(Identity, digest)
            if known:
                return known.employee_id
            employee = Employee(id=uuid.uuid4().hex)
            session.add(employee)
            session.flush()
            session.add(
                Identity(
                    digest=digest,
                    platform=platform,
                    employee_id=employee.id,
                    reference=f"{platform}:{tenant}:{user}",
                )
            )
            try:
                session.commit()
            except IntegrityError:
                # Another request met the same person first.
                session.rollback()
                return session.execute(
                    select(Identity.employee_id).where(Identity.digest == digest)
                ).scalar_one()
            return employee.id

    def reference(self, employee_id: str) -> str:
        """Returns how the platform names the employee, "platform:tenant:user"; "" where it is not kept."""
        query = select(Identity.reference).where(Identity.employee_id == employee_id).limit(1)
        with self._sessions() as session:
            return session.execute(query).scalar_one_or_none() or ""

    def was_told(self, employee_id: str, purpose: str, version: int) -> bool:
        """Says whether the employee has a consent or notice of this version that stands."""
        query = select(Consent.id).where(
            Consent.employee_id == employee_id,
            Consent.purpose == purpose,
            Consent.version >= version,
            Consent.withdrawn_at.is_(None),
        )
        with self._sessions() as session:
            return session.execute(query.limit(1)).first() is not None

    def record(self, employee_id: str, purpose: str, version: int, at: datetime | None = None) -> None:
        """Records that the employee was told, or agreed to, this version."""
        with self._sessions.begin() as session:
            session.add(
                Consent(employee_id=employee_id, purpose=purpose, version=version, given_at=at or now())
            )

    def withdraw(self, employee_id: str, purpose: str, at: datetime | None = None) -> None:
        """Records that the employee takes back what they agreed to."""
        query = update(Consent).where(
            Consent.employee_id == employee_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
        )
        with self._sessions.begin() as session:
            session.execute(query.values(withdrawn_at=at or now()))

    def _digest(self, *parts: str) -> str:
        return hmac.new(self._secret, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()
