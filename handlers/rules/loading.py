"""How much each volunteer has in hand, beside how much she takes: numbers, and nothing about anybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from handlers.rules.office import Office


class View(StrEnum):
    """What of it is shown."""

    TEAM = "team"
    OFFERS = "offers"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Load:
    """One volunteer, by her code.

    Attributes:
        held: On how many cases she has something in hand.
        most: On how many she takes something.
        tasks: Open ones.
        overdue: How many of them are past their time.
        asked: How many questions whether she takes something wait for her answer.
        rests: She has asked for rest.
        until: On which day she is back; None: she says so herself, or does not rest.
        away: No message reaches her.
    """

    person_id: str
    code: str
    held: int
    most: int
    tasks: int
    overdue: int
    asked: int
    rests: bool
    until: date | None
    away: bool

    @property
    def over(self) -> bool:
        """Whether she has more than she takes."""
        return self.held > self.most


def heaviest_first(loads: Iterable[Load]) -> list[Load]:
    """Whoever has too much first, then by what is overdue, by cases, by tasks."""
    return sorted(
        loads, key=lambda one: (not one.over, -one.overdue, -one.held / one.most, -one.tasks, one.code)
    )


SUMMARY_DAYS = 2
"""On so many days the week is told still, where nobody could tell it at its hour."""


def week_to_tell(office: Office, now: datetime) -> date | None:
    """The Monday whose week is to be told now: the week before it. None: it is not the time.

    It is told from when the office opens on Monday on; where that is a public holiday, on the next
    day that is none.
    """
    here = now.astimezone(office.zone)
    monday = here.date() - timedelta(days=here.weekday())
    first = _first_working(office, monday)
    if first is None or not 0 <= (here.date() - first).days < SUMMARY_DAYS:
        return None
    if here.date() == first and here.time() < office.hours[0]:
        return None
    return monday


def _first_working(office: Office, monday: date) -> date | None:
    days: Sequence[date] = [monday + timedelta(days=later) for later in range(5)]
    return next((day for day in days if not office.workdays.is_holiday(day)), None)
