"""What needs somebody, the most urgent first; a case stands there once, with its most urgent reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from storage.standing import Need

MOST = 100
"""So many of each reason are asked for; what is behind them comes up as these are dealt with."""

DUE_WITHIN = timedelta(days=1)
"""A term, a fine or a reply stands in the queue from a day before its time."""


class Reason(StrEnum):
    """Why a case needs somebody, the most urgent first."""

    NOW = "now"
    NEWS = "news"  # grave, and the family has not been told
    WAITS = "waits"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    CONTRADICTS = "contradicts"
    TERM = "term"
    FINE = "fine"
    REPLY = "reply"
    JOURNEY = "journey"
    TASK = "task"
    NEW = "new"
    TOMORROW = "tomorrow"
    CALM = "calm"  # nothing today; only where all cases are shown


class Filter(StrEnum):
    """Which of them are shown."""

    TODAY = "today"
    MINE = "mine"
    UNOWNED = "unowned"
    WAITING = "waiting"
    PROMISES = "promises"
    TERMS = "terms"
    CONTRADICTIONS = "contradictions"
    OPEN = "open"  # whatever they need


_RANK = {one: at for at, one in enumerate(Reason)}
_TIMED = {
    "term": Reason.TERM,
    "fine": Reason.FINE,
    "petition": Reason.REPLY,
    "submission": Reason.REPLY,
    "journey": Reason.JOURNEY,
}
SHOWN: Mapping[Filter, frozenset[Reason]] = {
    Filter.TODAY: frozenset(Reason) - {Reason.CALM},
    Filter.MINE: frozenset(Reason),
    Filter.UNOWNED: frozenset({Reason.NEW}),
    Filter.WAITING: frozenset({Reason.WAITS}),
    Filter.PROMISES: frozenset({Reason.OVERDUE, Reason.TODAY, Reason.TOMORROW}),
    Filter.TERMS: frozenset({Reason.TERM, Reason.FINE, Reason.REPLY, Reason.JOURNEY, Reason.TASK}),
    Filter.CONTRADICTIONS: frozenset({Reason.CONTRADICTS}),
    Filter.OPEN: frozenset(Reason),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the queue."""

    need: Need
    reason: Reason


def promise_reason(day: date, today: date) -> Reason:
    """What a promised day is today."""
    if day < today:
        return Reason.OVERDUE
    if day == today:
        return Reason.TODAY
    return Reason.TOMORROW if day == today + timedelta(days=1) else Reason.CALM


def timed_reason(need: Need) -> Reason:
    """What a matter with a time of its own is called."""
    return _TIMED[need.kind]


def merged(rows: Iterable[Row], shown: Filter) -> list[Row]:
    """Each case once, with its most urgent reason of those that are shown; the longest waiting first."""
    best: dict[str, Row] = {}
    for row in rows:
        if row.reason not in SHOWN[shown]:
            continue
        there = best.get(row.need.case_id)
        if there is None or _order(row) < _order(there):
            best[row.need.case_id] = row
    return sorted(best.values(), key=_order)


def _order(row: Row) -> tuple[int, str, str]:
    return _RANK[row.reason], _day(row.need.at), row.need.case_id


def _day(at: datetime | date) -> str:
    return at.isoformat()


def counted(count: int) -> str:
    """A count that was not made to its end."""
    return f"{MOST - 1}+" if count >= MOST else str(count)
