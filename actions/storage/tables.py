"""All tables. Text that people wrote or were told is EncryptedText, without exception."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from actions.storage.encrypted import EncryptedText


def now() -> datetime:
    """Returns the present moment in UTC."""
    return datetime.now(UTC)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turns any zone into UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Gives the zone back."""
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC)


class Base(DeclarativeBase):
    """The declarative base of all tables."""


class Employee(Base):
    """Somebody who talks with the coach; the id is random and says nothing of them."""

    __tablename__ = "employees"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Identity(Base):
    """How a platform names an employee: a keyed hash of platform, tenant and user."""

    __tablename__ = "identities"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    platform: Mapped[str] = mapped_column(String(16))
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    # How the platform names them, sealed: HR's systems need it when the employee wants something done.
    reference: Mapped[str | None] = mapped_column(EncryptedText)


class Consent(Base):
    """What an employee was told or agreed to, in which version, and when it was withdrawn."""

    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_employee_purpose", "employee_id", "purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(32))
    version: Mapped[int] = mapped_column(Integer)
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)


class InboxMessage(Base):
    """A message as it came in: stored before it is acknowledged, handled once."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "channel_message_id"),
        Index("ix_inbox_state_employee", "state", "employee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    channel_message_id: Mapped[str] = mapped_column(String(160))
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(EncryptedText)
    is_command: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime | None] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)
    done_at: Mapped[datetime | None] = mapped_column(Moment)


class OutboxReply(Base):
    """A reply that is to reach its employee once: the whole reply as JSON, encrypted."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("inbox_id", "position"),
        Index("ix_outbox_employee_delivered", "employee_id", "delivered_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inbox_id: Mapped[int] = mapped_column(ForeignKey("inbox.id", ondelete="CASCADE"))
    position: Mapped[int]
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"))
    reply: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    delivered_at: Mapped[datetime | None] = mapped_column(Moment)


class Answer(Base):
    """An answer from the library, with what produced it, so that feedback can be learned from."""

    __tablename__ = "answers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    question: Mapped[str] = mapped_column(EncryptedText)
    text: Mapped[str] = mapped_column(EncryptedText)
    answered: Mapped[bool]
    answerable: Mapped[float] = mapped_column(Float)
    library_version: Mapped[int]
    writer: Mapped[str] = mapped_column(String(120))
    passages: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    sentences_written: Mapped[int] = mapped_column(default=0)
    sentences_quoted: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Feedback(Base):
    """A thumb up or down on an answer; the last one counts."""

    __tablename__ = "feedback"

    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True)
    helped: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(32))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Preference(Base):
    """How an employee wants to be written to when they have not written first."""

    __tablename__ = "preferences"

    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), primary_key=True)
    # What they named themselves, which counts before what their device is set to.
    timezone: Mapped[str] = mapped_column(String(64), default="")
    device_zone: Mapped[str | None] = mapped_column(String(64))
    quiet_from: Mapped[int | None]
    quiet_until: Mapped[int | None]
    muted: Mapped[bool] = mapped_column(default=False)


class CoachingSession(Base):
    """A conversation with a course of its own: coaching, a check-in or practice; its state is sealed."""

    __tablename__ = "coaching_sessions"
    __table_args__ = (Index("ix_coaching_sessions_employee_status", "employee_id", "status"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    # "open", "paused", "finished" or "stopped"
    status: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)


class Goal(Base):
    """Something that an employee wants to reach, in their own words."""

    __tablename__ = "goals"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(EncryptedText)
    skill: Mapped[str | None] = mapped_column(String(80))
    # "rating" (a self-rating from 0 to 10) or "number"
    measure: Mapped[str] = mapped_column(String(16))
    start: Mapped[float | None] = mapped_column(Float)
    target: Mapped[float | None] = mapped_column(Float)
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    # "active", "done" or "dropped"
    status: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class Progress(Base):
    """A number that an employee reported on the way to a goal."""

    __tablename__ = "progress"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[str] = mapped_column(ForeignKey("goals.id", ondelete="CASCADE"), index=True)
    value: Mapped[float] = mapped_column(Float)
    at: Mapped[datetime] = mapped_column(Moment)


class Plan(Base):
    """An if-then plan that an employee confirmed, and when to ask how it went."""

    __tablename__ = "plans"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[str | None] = mapped_column(
        ForeignKey("coaching_sessions.id", ondelete="SET NULL"), index=True
    )
    goal_id: Mapped[str | None] = mapped_column(ForeignKey("goals.id", ondelete="SET NULL"), index=True)
    goal: Mapped[str] = mapped_column(EncryptedText)
    cue: Mapped[str] = mapped_column(EncryptedText)
    action: Mapped[str] = mapped_column(EncryptedText)
    obstacle: Mapped[str] = mapped_column(EncryptedText)
    remedy: Mapped[str] = mapped_column(EncryptedText)
    check_at: Mapped[datetime] = mapped_column(Moment)
    # "active", "done", "not_done" or "dropped"
    status: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Nudge(Base):
    """Something that the coach will say without being asked, once, and not before its time."""

    __tablename__ = "nudges"
    __table_args__ = (Index("ix_nudges_state_due", "state", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    # "check_in" or "reminder"
    kind: Mapped[str] = mapped_column(String(16))
    plan_id: Mapped[str | None] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), index=True)
    text: Mapped[str | None] = mapped_column(EncryptedText)
    due_at: Mapped[datetime] = mapped_column(Moment)
    # "waiting", "sent" or "cancelled"
    state: Mapped[str] = mapped_column(String(16), default="waiting")
    sent_at: Mapped[datetime | None] = mapped_column(Moment)


class Memory(Base):
    """Something that the coach may remember of an employee: told on purpose, or said in a session."""

    __tablename__ = "memories"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(EncryptedText)
    # "told", "session" or "plan"
    origin: Mapped[str] = mapped_column(String(16))
    # The sentence vector, sealed like the text: it gives away what was said.
    vector: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(Moment)


class ChecklistTick(Base):
    """An item of a checklist that an employee has done."""

    __tablename__ = "checklist_ticks"

    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(80), primary_key=True)
    done_at: Mapped[datetime] = mapped_column(Moment)


class Suggestion(Base):
    """What was suggested to learn, among what, and how likely each choice was: nothing in it is in words."""

    __tablename__ = "suggestions"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    # "asked", "session", "check_in" or "nudge"
    place: Mapped[str] = mapped_column(String(16))
    policy: Mapped[int] = mapped_column(Integer)
    # The candidates' ids, and a row of features (float16) for each.
    candidates: Mapped[list[str]] = mapped_column(JSON)
    features: Mapped[bytes] = mapped_column(LargeBinary)
    # [{"item", "propensity"}] in the order shown
    chosen: Mapped[list[dict[str, Any]]] = mapped_column(JSON)


class SuggestionOutcome(Base):
    """Something that came of a suggestion: each kind counts once an item, however often it is said."""

    __tablename__ = "suggestion_outcomes"
    __table_args__ = (UniqueConstraint("suggestion_id", "item", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    suggestion_id: Mapped[int] = mapped_column(ForeignKey("suggestions.id", ondelete="CASCADE"))
    item: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(Moment)
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)


class ShelfItem(Base):
    """Where an employee stands with something to learn; theirs alone, nothing is learned from it."""

    __tablename__ = "shelf"

    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(200), primary_key=True)
    # "started", "done", "known", "not_for_me" or "later"
    state: Mapped[str] = mapped_column(String(16))
    helped: Mapped[bool | None]
    at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)


class LearningPreference(Base):
    """How an employee wants to be suggested to, and whether the company's coach may learn from it."""

    __tablename__ = "learning_preferences"

    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), primary_key=True)
    learns: Mapped[bool] = mapped_column(default=True)
    exploration: Mapped[float] = mapped_column(Float, default=1.0)
    minutes_a_week: Mapped[int | None]
    blocked_skills: Mapped[list[str]] = mapped_column(JSON, default=list)


class Review(Base):
    """When an employee is asked again about something learned; card is the scheduler's own memory model."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_employee_due", "employee_id", "due_at"),)

    employee_id: Mapped[str] = mapped_column(ForeignKey("employees.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(200), primary_key=True)
    card: Mapped[dict[str, Any]] = mapped_column(JSON)
    due_at: Mapped[datetime] = mapped_column(Moment)


class LearnedVersion(Base):
    """What was learned, as a file with its digest, and the card that says why it was made and how it did."""

    __tablename__ = "learned_versions"

    # "recommender", "search", "answerable" or "moves"
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(String(64))
    card: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Promotion(Base):
    """A change of what serves: the newest of its kind is in force, version 0 is what ships."""

    __tablename__ = "promotions"
    __table_args__ = (Index("ix_promotions_kind", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    version: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(String(400))
    at: Mapped[datetime] = mapped_column(Moment, default=now)


class RasaTracker(Base):
    """Rasa's running conversations: bot/tracker_store.py writes here, encrypted and expiring."""

    __tablename__ = "rasa_trackers"

    conversation: Mapped[str] = mapped_column(String(255), primary_key=True)
    dialogue: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[float] = mapped_column(Float, index=True)
