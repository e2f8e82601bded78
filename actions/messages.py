"""What the coach says: replies as they travel from an action to the gateway and to a channel."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["answer", "move", "card", "decline", "safety", "notice"]


class Message(BaseModel):
    """The base of all parts: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(Message):
    """Where an answer stands: the page relative to the library's root, and the heading."""

    document: str
    heading: str
    title: str = ""


class Button(Message):
    """A choice that is offered: what it shows, and what pressing it sends."""

    title: str
    payload: str


class Attachment(Message):
    """A small text file that goes with a reply, such as a calendar entry."""

    name: str
    media_type: str
    content: str


class Reply(Message):
    """One reply; stream names a reply that is still being written (see actions/streams.py)."""

    kind: Kind
    text: str = ""
    citations: tuple[Citation, ...] = ()
    buttons: tuple[Button, ...] = ()
    stream: str | None = None
    answer_id: str | None = None
    attachment: Attachment | None = None
