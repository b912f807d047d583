"""How long somebody is held: when a term ends, as far as its beginning is known.

The first day counts, as the person is held on it already: 15 days from 1 March end with 15 March. Months
and years are those of the calendar: they end the day before the same number (six months from 15 January
with 14 July), and, where the month has no such number, with its last day (one month from 31 January
with 28 February). How courts count differs by country and kind of case (general knowledge, to be
checked); so what is said is "the term that we know of", and nobody concludes from it alone.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from handlers.rules.deadlines import Rung
from storage.records import Json

KINDS = ("administrative", "criminal", "investigation", "house", "other")
ANSWERS = ("home", "not-home", "unknown")
MOST = {"days": 1_000, "months": 400, "years": 99}
_REMINDED, _PATIENCE = timedelta(days=3), timedelta(days=2)


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


LENGTHS: Mapping[str, tuple[int, Unit]] = {
    "3-days": (3, Unit.DAYS),
    "10-days": (10, Unit.DAYS),
    "15-days": (15, Unit.DAYS),
    "2-months": (2, Unit.MONTHS),
    "6-months": (6, Unit.MONTHS),
}
"""Those that are on buttons."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The last day of a term: between these, which are one where the beginning is known to the day."""

    first: date
    last: date


def last_day(start: date, count: int, unit: Unit) -> date:
    """The last day of a term that begins on *start*; see above for how it is counted."""
    if unit is Unit.DAYS:
        return start + timedelta(days=count - 1)
    months = start.year * 12 + start.month - 1 + count * (12 if unit is Unit.YEARS else 1)
    year, month = divmod(months, 12)
    longest = monthrange(year, month + 1)[1]
    if start.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, start.day) - timedelta(days=1)


def ends(body: Json) -> Ends | None:
    """When a term ends, by its own answers; None where it is not known.

    Args:
        body: `start` and `end` as `Day` answers, `count` and `unit`; each may be None.
    """
    if (given := _bounds(body.get("end"))) is not None:
        return given
    start = _bounds(body.get("start"))
    if start is None or body.get("count") is None:
        return None
    count, unit = int(body["count"]), Unit(body["unit"])
    return Ends(last_day(start.first, count, unit), last_day(start.last, count, unit))


def _bounds(day: Any) -> Ends | None:
    """The first and last day that it can be; None where it is open at one end."""
    if not isinstance(day, Mapping) or day["first"] is None or day["last"] is None:
        return None
    return Ends(date.fromisoformat(day["first"]), date.fromisoformat(day["last"]))


def is_backward(start: Any, end: Any) -> bool:
    """Whether it certainly ends before it begins."""
    first = start.get("first") if isinstance(start, Mapping) else None
    last = end.get("last") if isinstance(end, Mapping) else None
    return bool(first and last and date.fromisoformat(last) < date.fromisoformat(first))


def rungs(term: Ends | None, asked_on: date | None) -> list[Rung]:
    """The owner is reminded, the family asked the day after the last day, the team told of silence.

    Args:
        asked_on: When the family was asked; None before.
    """
    if term is None:
        return []
    found = [Rung("soon", term.first - _REMINDED), Rung("asked", term.last + timedelta(days=1))]
    if asked_on is not None:
        found.append(Rung("unanswered", asked_on + _PATIENCE))
    return found
