"""Nudges as employees speak of them: reminders, mute, quiet hours, not now."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from actions.coaching.nudging import zone_of
from actions.coaching.quiet_hours import quiet_hours
from actions.coaching.reminder_words import reminded_of
from actions.coaching.session.card import long_date
from actions.coaching.session.hearing import Turn
from actions.coaching.time_zones import zone_named
from actions.messages import Reply
from actions.storage.nudges import Nudges, StoredNudge


class Reminding:
    """Takes down what an employee wants to be told, and when not to be told anything."""

    def __init__(self, nudges: Nudges, default_zone: str) -> None:
        self._nudges = nudges
        self._zone = ZoneInfo(default_zone)

    def remind(self, employee_id: str, turn: Turn) -> Reply:
        """Stores a reminder for the moment that was named."""
        ahead = [moment for moment in turn.times if moment > turn.at]
        if not ahead:
            return Reply(
                kind="move",
                text="When shall I remind you? Say it with a day or a time, "
                "such as “remind me on Friday at 9 to send the report”.",
            )
        wishes = self._nudges.wishes(employee_id)
        at = self._sensible(employee_id, ahead[0])
        what, again = reminded_of(turn.plain)
        what = what or "what you wanted to do"
        self._nudges.add(employee_id, "reminder", at, text=what)
        local = at.astimezone(zone_of(wishes, self._zone))
        when = f"{long_date(local)} at {local:%H:%M}: {what}."
        once = " It comes this once; ask me again for the next time." if again else ""
        if wishes.muted:
            return Reply(
                kind="move",
                text=f"I have noted it for {when} You asked me not to write first, "
                f"so it waits until you say “you can remind me again”.{once}",
            )
        return Reply(kind="move", text=f"I'll remind you on {when}{once}")

    def mute(self, employee_id: str) -> Reply:
        """Says nothing unasked from now on."""
        self._nudges.wish(employee_id, muted=True)
        return Reply(
            kind="move",
            text="I won't write first any more. Say “you can remind me again” when you want that back; "
            "what you have planned stays.",
        )

    def unmute(self, employee_id: str) -> Reply:
        """Takes a mute back."""
        self._nudges.wish(employee_id, muted=False)
        return Reply(kind="move", text="I'll write to you again when something is due, once a day at most.")

    def quiet(self, employee_id: str, turn: Turn) -> Reply:
        """Takes down quiet hours and the time zone."""
        changes: dict[str, str | int | bool | None] = {}
        if zone := zone_named(turn.plain):
            changes["timezone"] = zone
        changes |= quiet_hours(turn.plain)
        if not changes:
            return Reply(
                kind="move",
                text="I can keep quiet hours and your time zone. Say “don't write after 6pm”, "
                "“only between 9 and 5” or “I'm in Europe/Berlin”.",
            )
        wishes = self._nudges.wish(employee_id, **changes)
        hours = (
            f" I won't write between {wishes.quiet_from:02d}:00 and {wishes.quiet_until:02d}:00."
            if wishes.quiet_from is not None and wishes.quiet_until is not None
            else ""
        )
        place = f" Your time zone is {wishes.timezone}." if wishes.timezone else ""
        return Reply(kind="move", text=f"Noted.{hours}{place}")

    def reminder(self, nudge: StoredNudge) -> Reply:
        """Returns what a reminder says when its time has come."""
        return Reply(kind="move", text=f"You asked me to remind you: {nudge.text}.")

    def _sensible(self, employee_id: str, moment: datetime) -> datetime:
        """Returns the moment; a day without a time means nine in the employee's morning."""
        zone = zone_of(self._nudges.wishes(employee_id), self._zone)
        local = moment.astimezone(zone)
        if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
            local = moment.replace(hour=9, tzinfo=zone)
        return local.astimezone(UTC)
