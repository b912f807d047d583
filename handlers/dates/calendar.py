"""What somebody said of a date, and which dates it can mean.

Beginning, middle and end of a month are its days 1–10, 11–20, 21–end; its halves 1–15, 16–end;
its weeks start on the 1st, 8th, 15th, 22nd, and the last is its last seven days.
Beginning, middle and end of a year are four months each, of a season one month each, of a decade
its years 0–3, 4–6, 7–9.
A winter said with one year may be the one in which the year began or the one in which it ended.
Two digits are a year of this century unless that is still to come; then of the last, from '50 on.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from locales import partial

OLDEST = 1900
_BABY = 3  # years; who was born with two digits of a year is rather a hundred years older
WEEKS_FROM, WEEKS = 10, 5  # parts of a month by weeks: 11, 12, 13, 14, and 15 for the last
_DAYS = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 15), 5: (16, 31)} | {
    WEEKS_FROM + week: (7 * week - 6, 7 * week) for week in range(1, 5)
}
_END = 3
_MONTHS = {1: (1, 4), 2: (5, 8), 3: (9, 12), 4: (1, 6), 5: (7, 12)}
_YEARS = {1: (0, 3), 2: (4, 6), 3: (7, 9), 4: (0, 4), 5: (5, 9)}
_WINTER = 24
_TRIED = 9  # years back; 29 February comes round within eight


@dataclass(frozen=True, slots=True)
class Said:
    """A date as far as it was said.

    Attributes:
        year: Of a decade, its first.
        short: The year has two digits.
        part: Which part of the rest, 1 to 3 for thirds, 4 and 5 for halves, 11 to 15 for weeks.
        weekday: Monday is 0; the day must be one.
        begun: A winter's year is certainly the one in which it began.
        mark: `~` about, `?` perhaps.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: int | None = None
    weekday: int | None = None
    decade: bool = False
    short: bool = False
    begun: bool = False
    mark: str = ""

    @property
    def possible(self) -> bool:
        """The calendar has it in some year."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        if self.month is None:
            return False
        year = 2000 if self.year is None or self.short else self.year
        return 1 <= self.day <= monthrange(year, self.month)[1]


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another; None where it is open."""

    first: Said | None
    last: Said | None


@dataclass(frozen=True, slots=True)
class Day:
    """The day on which it is read; whether a day of birth is asked, or one that may be to come."""

    today: date
    birth: bool = False
    ahead: bool = False


def of(day: date, mark: str = "") -> Said:
    """That very day."""
    return Said(day.year, day.month, day.day, mark=mark)


def readings(said: Said | Span, when: Day) -> Iterator[str]:
    """EDTF, likeliest first. What was said without a year is the latest that is not to come, and
    the one before; with a year it is what was said, even if it is to come."""
    for one in _with_years(said, when) if isinstance(said, Said) else _spans(said, when):
        try:
            found = partial.parse(one)
        except ValueError:
            continue
        if all(end is None or end.year >= OLDEST for end in (found.first, found.last)):
            yield one


def _with_years(said: Said, when: Day) -> Iterator[str]:
    if said.year is None:
        yield from islice(_yearless(said, when), 2)
        return
    for year in _years(said, when):
        full = replace(said, year=year, short=False)
        if full.season == _WINTER and not full.begun:
            both = [replace(full, begun=True), replace(full, year=year - 1, begun=True)]
            past = [one for one in both if edge(one, 0) <= when.today]
            yield from (text for one in past or both[:1] for text in _edtf(one))
        else:
            yield from _edtf(full)


def _yearless(said: Said, when: Day) -> Iterator[str]:
    if when.birth:
        return  # of somebody who is so young there would be no need to ask
    if when.ahead:
        for year in range(when.today.year, when.today.year + _TRIED):
            full = replace(said, year=year, begun=True)
            if full.possible and edge(full, 1) >= when.today:
                yield from _edtf(full)
                break
    for year in range(when.today.year, when.today.year - _TRIED, -1):
        full = replace(said, year=year, begun=True)
        if full.possible and edge(full, 0) <= when.today:
            yield from _edtf(full)


def _years(said: Said, when: Day) -> tuple[int, ...]:
    year = said.year or 0
    if not said.short:
        return (year,)
    if when.ahead:
        return (2000 + year,)
    this, last = 2000 + year, 1900 + year
    if when.birth:
        if this > when.today.year:
            return (last,)
        return (last, this) if when.today.year - this < _BABY else (this,)
    return (last,) if this > when.today.year and year >= 50 else (this,)


def bounds(said: Said) -> tuple[Said, Said]:
    """Where a part begins and ends; what is no part, twice itself."""
    year, part = said.year or 0, said.part
    whole = replace(said, part=None)
    if part is None:
        return whole, whole
    if said.month:
        end = monthrange(year, said.month)[1]
        first, last = (end - 6, end) if part == WEEKS_FROM + WEEKS else _DAYS[part]
        return replace(whole, day=first), replace(whole, day=min(last, end))
    if said.season and part <= 3:
        months = 12 * year + 3 * (said.season - 21) + 1 + part
        month = Said(months // 12, months % 12 + 1, mark=said.mark)
        return month, month
    if said.decade and part in _YEARS:
        return Said(year + _YEARS[part][0]), Said(year + _YEARS[part][1])
    if said.season is None and part in _MONTHS:
        return Said(year, _MONTHS[part][0]), Said(year, _MONTHS[part][1])
    return whole, whole


def edge(said: Said, side: int) -> date:
    """Its first (0) or last (1) day; *said* has a year and is possible."""
    found = partial.parse(_point(bounds(said)[side]))
    return (found.first, found.last)[side] or date.max


def _edtf(said: Said) -> Iterator[str]:
    if not said.possible:
        return
    if said.weekday is not None and (not said.day or edge(said, 0).weekday() != said.weekday):
        return
    first, last = bounds(said)
    if first == last:
        yield _point(first) + said.mark
    else:
        yield f"{_point(first)}/{_point(last)}"


def _point(said: Said) -> str:
    year = f"{said.year:04}"
    if said.decade:
        return year[:3] + "X"
    month = said.season or said.month
    return year + (f"-{month:02}" if month else "") + (f"-{said.day:02}" if said.day else "")


def _spans(span: Span, when: Day) -> Iterator[str]:
    if span.first is None or span.last is None:
        only = span.first or span.last
        for known in _with_years(only, when) if only else ():
            begins, _, ends = known.rpartition("/")
            begins = begins or ends
            yield f"{begins}/.." if span.first else f"../{ends if only and only.part == _END else begins}"
        return
    first, last = _lent(span.first, span.last), _lent(span.last, span.first)
    if any(end.day and not end.month for end in (first, last)):
        return
    if last.year is None and first.year is None:
        years = range(when.today.year, when.today.year - _TRIED, -1) if not when.birth else ()
        lasts = [replace(last, year=year) for year in years]
        past = [end for end in lasts if end.possible and edge(end, 0) <= when.today]
        spans = [(_before(first, end), end) for end in past[:2]]
    elif last.year is None:
        year = first.year or 0
        end = replace(last, year=year, short=first.short)
        spans = [(first, end if _order(first) <= _order(end) else replace(end, year=year + 1))]
    else:
        spans = [(first if first.year is not None else _before(first, last), last)]
    for earliest, latest in spans:
        starts, finishes = list(_with_years(earliest, when)), list(_with_years(latest, when))
        if starts and finishes:
            begins, ends = starts[0].partition("/")[0], finishes[0].rpartition("/")[2]
            yield begins if begins == ends else f"{begins}/{ends}"


def _lent(said: Said, other: Said) -> Said:
    """A bare day takes the month from the day at the other end of the span."""
    if said.day and not said.month and other.day:
        return replace(said, month=other.month, year=said.year or other.year, short=other.short)
    return said


def _before(first: Said, last: Said) -> Said:
    """*first* in the year of *last*, or in the one before if it comes later in the year."""
    year = (last.year or 0) - (_order(first) > _order(last))
    return replace(first, year=year, short=last.short and year == last.year)


def _order(said: Said) -> tuple[int, int]:
    return said.month or (3 * (said.season - 20) if said.season else 0), said.day or 0


def shifted(today: date, months: int) -> tuple[int, int]:
    """Year and month, so many months before."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return year, month + 1
