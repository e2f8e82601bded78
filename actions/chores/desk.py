"""HR's small chores in chat: what is asked for, a yes before anything leaves, and the result."""

import re
from datetime import datetime
from typing import Protocol

from rapidfuzz import fuzz, process

from actions.chores.calendar import calendar_file
from actions.chores.checklist import Checklist, next_item, progress
from actions.chores.system import Chore, ChoreError, HRSystem
from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.coaching.session.outcome import Outcome, Said
from actions.messages import Attachment, Button

INTENTS = {
    "leave_balance": Chore.leave_balance,
    "open_ticket": Chore.ticket,
    "enroll_course": Chore.enrol,
    "hand_over": Chore.hand_over,
}
YES_NO = (Button(title="Yes, send it", payload="/affirm"), Button(title="No", payload="/deny"))
ASK_TEXT = {
    Chore.ticket: "What should the request say? I'll show it to you before anything is sent.",
    Chore.hand_over: "What should I pass on? They get the words you write next and nothing else of ours.",
    Chore.enrol: "Which course is it?",
}
_REQUEST = re.compile(
    r"^(?:(?:please|can you|could you|i(?:'d| would) like (?:you )?to|i (?:want|need) (?:you )?to|help me"
    r"|would you)[\s,]+)*"
    r"(?:open|raise|file|create|submit|log|make|send|pass|forward|hand|put|sign|enrol+|register"
    r"|book)\b(?:\s+(?:me|a|an|the|my|this|it|in|up|on|over|new|hr|it|to|for|with|into|support"
    r"|request|ticket|question|course|people|team|human|coach|somebody|someone|place|seat"
    r"|colleague))*[\s,:;-]*(?:that|because|about|saying|course)?\s*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:done|did|finished|completed|tick|ticked|check off|ready|set up|got)\b", re.IGNORECASE
)
LIKE_A_TITLE = 62


class Reference(Protocol):
    """Knows by which name the platform proved an employee."""

    def reference(self, employee_id: str) -> str:
        """Returns the proven reference, "" where none is kept."""


class Done(Protocol):
    """Knows which items of a checklist are done."""

    def tick(self, employee_id: str, item: str, at: datetime) -> None:
        """Marks an item as done."""

    def done(self, employee_id: str) -> set[str]:
        """Returns the items that are done."""


class ChoreDesk:
    """Does chores for one employee at a time; what the company has not connected is not offered."""

    def __init__(
        self, system: HRSystem | None, checklist: Checklist, done: Done, people: Reference, human_contact: str
    ) -> None:
        self._system = system
        self._checklist = checklist
        self._done = done
        self._people = people
        self._human_contact = human_contact

    def ask(self, employee_id: str, turn: Turn) -> tuple[Outcome, dict[str, str] | None]:
        """Returns what to say, and what is noted while an answer is awaited."""
        if turn.intent == "onboarding_checklist":
            return self._onboarding(employee_id, turn), None
        chore = INTENTS[turn.intent]
        if self._system is None or chore not in self._system.capabilities:
            return self._not_offered(chore), None
        if chore is Chore.leave_balance:
            return self._do(employee_id, chore, "", turn.at), None
        text = turn.entities.get("course") if chore is Chore.enrol else None
        return self._confirm(chore, text or _REQUEST.sub("", turn.plain).strip(" .?!"))

    def answered(
        self, employee_id: str, turn: Turn, noted: dict[str, str]
    ) -> tuple[Outcome | None, dict[str, str] | None]:
        """Takes the missing words, or the yes or no; None where the turn is neither."""
        chore, text = Chore(noted["chore"]), noted["text"]
        if turn.refuses:
            return Outcome(status="finished").say("Then nothing is sent."), None
        if not text:
            return (None, None) if turn.command else self._confirm(chore, turn.plain)
        if turn.agrees:
            return self._do(employee_id, chore, text, turn.at), None
        return None, None

    def _confirm(self, chore: Chore, text: str) -> tuple[Outcome, dict[str, str]]:
        noted = {"chore": chore.value, "text": text}
        if len(text.split()) < (1 if chore is Chore.enrol else 2):
            return Outcome().say(ASK_TEXT[chore]), {**noted, "text": ""}
        asks = {
            Chore.enrol: f"Shall I enrol you in “{text}”? HR's system gets your name and the course.",
            Chore.ticket: f"I would send HR this, with your name and nothing else: “{text}”. Shall I?",
            Chore.hand_over: f"I would pass on this, with your name and nothing else: “{text}”. Shall I?",
        }
        return Outcome().say(asks[chore], buttons=YES_NO), noted

    def _do(self, employee_id: str, chore: Chore, text: str, at: datetime) -> Outcome:
        assert self._system is not None
        who = self._people.reference(employee_id)
        done = Outcome(status="finished")
        try:
            if chore is Chore.leave_balance:
                balance = self._system.leave_balance(who)
                return done.say(
                    f"You have {balance.days_left:g} days of leave left and have taken "
                    f"{balance.days_taken:g}, as of {long_date(balance.as_of)}."
                )
            if chore is Chore.enrol:
                booking = self._system.enrol(who, text)
                place = f", {booking.place}" if booking.place else ""
                when = f"{long_date(booking.starts_at)} at {booking.starts_at:%H:%M}{place}"
                said = f"You're enrolled in “{booking.course}”: {when}. Reference {booking.reference}."
                file = Attachment(
                    name="course.ics", media_type="text/calendar", content=calendar_file(booking, at).decode()
                )
                done.says.append(Said(said, attachment=file))
                return done
            if chore is Chore.ticket:
                ticket = self._system.open_ticket(who, text[:80], text)
                return done.say(f"Sent. Your reference is {ticket.reference}.", ticket.url or "")
            ticket = self._system.hand_over(who, text)
            return done.say(f"Passed on, those words and nothing else. Your reference is {ticket.reference}.")
        except ChoreError as error:
            return done.say(f"{error} A person to ask: {self._human_contact}.")

    def _not_offered(self, chore: Chore) -> Outcome:
        what = {
            Chore.leave_balance: "see your leave balance",
            Chore.ticket: "open requests",
            Chore.enrol: "enrol you in courses",
            Chore.hand_over: "pass anything on",
        }[chore]
        return Outcome(status="finished").say(
            f"Your company hasn't connected me for that, so I can't {what}. This is who can: "
            f"{self._human_contact}."
        )

    def _onboarding(self, employee_id: str, turn: Turn) -> Outcome:
        done = self._done.done(employee_id)
        item = turn.entities.get("done") or (
            self._item_meant(turn.plain) if _DONE.search(turn.plain) else None
        )
        lead = ""
        if item and any(item == known.id for known in self._checklist.items):
            self._done.tick(employee_id, item, turn.at)
            done |= {item}
            lead = "Ticked off. "
        count, total = progress(self._checklist, done)
        following = next_item(self._checklist, done)
        if following is None:
            return Outcome(status="finished").say(
                f"{lead}All {total} items of your onboarding list are done."
            )
        page = f" The page on it: {following.page}." if following.page else ""
        text = f"{lead}{count} of {total} done. Next: {following.title}. {following.how}{page}"
        button = Button(title="Done", payload=f'/onboarding_checklist{{"done": "{following.id}"}}')
        return Outcome(status="finished").say(text, buttons=(button,))

    def _item_meant(self, text: str) -> str | None:
        titles = {item.id: item.title for item in self._checklist.items}
        found = process.extractOne(text, titles, scorer=fuzz.token_set_ratio, score_cutoff=LIKE_A_TITLE)
        return str(found[2]) if found else None
