"""What a session remembers between two turns; stored sealed after each of them."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Stage(StrEnum):
    """What the coach last asked for; GROW with its "will" in four steps."""

    situation = "situation"
    goal = "goal"
    reality = "reality"
    options = "options"
    action = "action"
    cue = "cue"
    obstacle = "obstacle"
    remedy = "remedy"
    check = "check"
    confirm = "confirm"
    edit = "edit"
    went = "went"
    learned = "learned"
    blocked = "blocked"
    keep = "keep"


class Draft(BaseModel):
    """The plan as far as it has come, in the employee's own words."""

    goal: str = ""
    action: str = ""
    cue: str = ""
    obstacle: str = ""
    remedy: str = ""
    check_at: datetime | None = None


class SessionState(BaseModel):
    """The whole state of a session or a check-in."""

    model_config = ConfigDict(extra="ignore")

    asked: Stage = Stage.situation
    draft: Draft = Field(default_factory=Draft)
    situation: list[str] = Field(default_factory=list)
    reality: list[str] = Field(default_factory=list)
    options: list[str] = Field(default_factory=list)
    # Everything the coach has said in this session, so that no move comes twice.
    said: list[str] = Field(default_factory=list)
    # How often in a row the employee had nothing to say to what was asked.
    unsure: int = 0
    asked_more: list[Stage] = Field(default_factory=list)
    # A library answer that was offered: what it would be about.
    offered: str = ""
    # After a harmful proposal its consequences are explored before anything else.
    exploring: bool = False
    explored: int = 0
    complex_reflections: int = 0
    reflections: int = 0
    # The part of the plan that is being changed.
    editing: str = ""
    # A check-in's plan.
    plan_id: str | None = None
    goal_id: str | None = None

    @property
    def words(self) -> list[str]:
        """What the employee has said about the situation, oldest first."""
        return [*self.situation, *self.reality, *self.options]
