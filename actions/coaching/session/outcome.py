"""What comes of a turn in a session: what to say, and what to keep."""

from dataclasses import dataclass, field
from typing import Literal

from actions.messages import Attachment, Button, Reply

Status = Literal["open", "paused", "stopped", "finished"]


@dataclass(frozen=True)
class Said:
    """One reply: words, a card, a question for the library, or one of the domain's standing responses."""

    text: str = ""
    kind: Literal["move", "card", "pages", "response"] = "move"
    buttons: tuple[Button, ...] = ()
    attachment: Attachment | None = None
    # Of "pages": what is said after an answer, and in place of one that is not there.
    then: str = ""
    # Advice is asked for in the words of a situation: a page has to fit those clearly.
    doubtful: bool = False
    otherwise: str = ""


@dataclass
class Outcome:
    """The replies in order, how the session stands, and what the employee decided."""

    says: list[Said] = field(default_factory=list)
    status: Status = "open"
    # The draft was confirmed: it becomes a plan with a check-in.
    confirmed: bool = False
    # How the plan of a check-in went, once it is known.
    went: Literal["done", "not_done"] | None = None
    # The check-in is to come again on another day.
    postponed: bool = False

    @classmethod
    def of(cls, reply: Reply, status: Status = "finished") -> "Outcome":
        """Returns the outcome that says a reply and nothing else."""
        kind: Literal["move", "card"] = "card" if reply.kind == "card" else "move"
        return cls(says=[Said(reply.text, kind=kind, buttons=reply.buttons)], status=status)

    def say(self, *texts: str, buttons: tuple[Button, ...] = ()) -> "Outcome":
        """Adds one reply of these texts, joined by spaces."""
        self.says.append(Said(" ".join(text for text in texts if text), buttons=buttons))
        return self
