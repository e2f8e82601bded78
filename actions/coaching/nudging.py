"""When the coach may write first: one message a day at most, never in quiet hours, never when muted."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from actions.storage.nudges import Wishes

A_DAY = timedelta(hours=20)
# Local hours in which nobody is written to unasked, unless they choose others.
QUIET_FROM, QUIET_UNTIL = 18, 8


def moment(
    due: datetime, now: datetime, wishes: Wishes, last_sent: datetime | None, default: ZoneInfo
) -> datetime | None:
    """Returns when a nudge that is due may be sent: now or later; None while the employee is muted.

    default is the zone of employees who named none.
    """
    if wishes.muted:
        return None
    earliest = max(due, now)
    if last_sent is not None:
        earliest = max(earliest, last_sent + A_DAY, _next_day(last_sent, zone_of(wishes, default)))
    return _out_of_quiet_hours(earliest, wishes, default)


def zone_of(wishes: Wishes, default: ZoneInfo) -> ZoneInfo:
    """Returns the employee's zone, or the default where they named none that is known."""
    try:
        return ZoneInfo(wishes.timezone) if wishes.timezone else default
    except (ZoneInfoNotFoundError, ValueError):
        return default


def is_quiet(hour: int, wishes: Wishes) -> bool:
    """Says whether the local hour is one of the employee's quiet hours."""
    start = QUIET_FROM if wishes.quiet_from is None else wishes.quiet_from
    end = QUIET_UNTIL if wishes.quiet_until is None else wishes.quiet_until
    if start == end:
        return False
    return start <= hour < end if start < end else hour >= start or hour < end


def _next_day(at: datetime, zone: ZoneInfo) -> datetime:
    """Returns when the day after begins by the clock of the zone."""
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, tzinfo=zone)


def _out_of_quiet_hours(at: datetime, wishes: Wishes, default: ZoneInfo) -> datetime:
    local = at.astimezone(zone_of(wishes, default))
    while is_quiet(local.hour, wishes):
        local = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return at if local == at else local
