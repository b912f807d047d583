"""Dates counted from the day on which they are told: "three months ago", "last Friday", "last week".

Days up to six are exact; more days, and weeks, are about that day; months are about that month,
years about that year.
"Last Monday" is the latest before today, or, if that is in this week, the one before as well.
"Last July" is the latest that is over, or, if that was in this year, the one before as well.
"""

from dataclasses import replace
from datetime import date, timedelta

from handlers.dates.calendar import OLDEST, Said, Span, edge, of, shifted

_EXACT = 6  # days
_FAR = 36_500  # days; what is further ahead is a slip of the finger


def ago(today: date, amount: int, unit: str) -> Said | None:
    """So many days (D), weeks (W), months (M) or years (Y) ago; None before the oldest year."""
    months = {"M": amount, "Y": 12 * amount}.get(unit)
    if months is None:
        days = amount * (7 if unit == "W" else 1)
        return of(today - timedelta(days=days), "" if days <= _EXACT else "~")
    year, month = shifted(today, months)
    if year < OLDEST:
        return None
    return Said(year, mark="~") if unit == "Y" else Said(year, month, mark="~")


def ahead(today: date, amount: int, unit: str) -> Said | None:
    """So many days or weeks from today, which is counted on that very day; about so many months or years."""
    months = {"M": amount, "Y": 12 * amount}.get(unit)
    if months is None:
        days = amount * (7 if unit == "W" else 1)
        return of(today + timedelta(days=days)) if days <= _FAR else None
    if months > _FAR // 30:
        return None
    year, month = shifted(today, -months)
    return Said(year, mark="~") if unit == "Y" else Said(year, month, mark="~")


def between(today: date, most: int, least: int, unit: str) -> Span | None:
    """ "Three or four months ago"."""
    first, last = ago(today, most, unit), ago(today, least, unit)
    if first is None or last is None:
        return None
    return Span(replace(first, mark=""), replace(last, mark=""))


def week(today: date, offset: int) -> Span:
    """A week from Monday to Sunday; this week as far as it has gone."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
    sunday = monday + timedelta(days=6)
    return Span(of(monday), of(min(sunday, today) if offset == 0 else sunday))


def weekday(today: date, day: int, *, selected: int | None = None) -> tuple[Said, ...]:
    """The latest such weekday before today; *selected* is 0 for "this", -1 for "last", +1 for "next"."""
    if selected is not None and selected != -1:
        return (weekday_of_week(today, day, selected),)
    latest = today - timedelta(days=(today.weekday() - day - 1) % 7 + 1)
    this_week = latest >= today - timedelta(days=today.weekday())
    before = latest - timedelta(days=7)
    return (of(latest), of(before)) if selected == -1 and this_week else (of(latest),)


def weekday_of_week(today: date, day: int, offset: int) -> Said:
    """A day of the week so many weeks from this."""
    return of(today - timedelta(days=today.weekday()) + timedelta(weeks=offset, days=day))


def weekend(today: date, offset: int) -> Span:
    """Saturday and Sunday of the week so many weeks from this."""
    whole = week(today, offset)
    saturday = weekday_of_week(today, 5, offset)
    return Span(saturday, whole.last if offset else weekday_of_week(today, 6, offset))


def selected(today: date, said: Said, which: int) -> tuple[Said, ...]:
    """A month or season with "last", "this" or "next" before it."""
    if which > 0:
        return (replace(said, year=today.year + which, begun=True),)
    years = [replace(said, year=today.year - back, begun=True) for back in range(4)]
    if which == 0:
        return (next(one for one in years if edge(one, 0) <= today),)
    if which < -1:
        return (replace(said, year=today.year + which),)
    over = [one for one in years if edge(one, 1) < today]
    return tuple(over[:2]) if over[0].year == today.year else (over[0],)
