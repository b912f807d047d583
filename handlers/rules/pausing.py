"""Until when somebody of the team rests: she says it herself, and nobody asks why."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from handlers.rules.volunteering import monday_after
from storage.team import Profile

LONGEST = timedelta(days=49)
"""So far ahead a day may lie on which she is back: what waits for somebody is kept for her so long."""


class Until(StrEnum):
    """Until when; on that day she is back."""

    TOMORROW = "tomorrow"
    MONDAY = "monday"
    DATE = "date"
    SAY = "say"  # until she says so


def back_on(until: Until, today: date) -> date | None:
    """The day on which she is back; None: when she says so.

    Raises:
        ValueError: Of `Until.DATE`, which she has to name.
    """
    match until:
        case Until.TOMORROW:
            return today + timedelta(days=1)
        case Until.MONDAY:
            return monday_after(today)
        case Until.SAY:
            return None
        case _:
            raise ValueError("a day that only she can name")


def after_days(days: int, today: date) -> date:
    """The day on which she is back who rests today and for so many whole days."""
    return today + timedelta(days=days + 1)


def may_be(back: date, today: date) -> bool:
    """Whether she can name this day."""
    return today < back <= today + LONGEST


def resting(told: Profile, back: date | None) -> Profile:
    """She rests from now on; None: until she says so."""
    return replace(told, paused_until=back, paused=back is None)


def returned(told: Profile) -> Profile:
    """She is back."""
    return replace(told, paused_until=None, paused=False)
