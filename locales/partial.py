"""Dates of which only a part is known, and the words in which they are said back.

They are written as EDTF (Library of Congress, levels 0 and 1), the part of it that families need:

    2025  2025-07  2025-07-14     a year, a month, a day
    2025-21 … 2025-24             spring, summer, autumn, winter, which belongs to the year it begins in
    198X                          a decade
    1980~  2025-07?               about, perhaps; for any of those above
    2025-03-03/2025-03-10         from one to the other
    ../2025-03  2025-03/..        before, since

Seasons are those of the northern half of the earth, by whole months: spring is March to May.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from locales import patterns
from locales.cases import WORDS, Case
from locales.kazakh_arabic import to_arabic

_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
_DECADE = re.compile("([0-9]{3})X([~?]?)")
_SPRING, _WINTER = 21, 24
_OPEN = ".."


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is known.

    Attributes:
        edtf: As it was written.
        first: The earliest day that it can be; None where it is open ("before").
        last: The latest; None where it is open ("since"). "About" widens neither.
    """

    edtf: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Point:
    """One date without an interval. A decade is known by its first year."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: bool = False
    mark: str = ""

    @property
    def first(self) -> date:
        if self.season:
            return date(self.year, 3 * (self.season - _SPRING) + 3, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        if self.decade:
            return date(self.year + 9, 12, 31)
        if self.season == _WINTER:
            return _month_end(self.year + 1, 2)
        if self.season:
            return _month_end(self.year, self.first.month + 2)
        if self.day:
            return self.first
        return _month_end(self.year, self.month or 12)


def parse(edtf: str) -> Partial:
    """The date that *edtf* writes.

    Raises:
        ValueError: It is no EDTF, none of the part above, or no day of the calendar.
    """
    before, slash, after = edtf.partition("/")
    if not slash:
        point = _point(edtf)
        return Partial(edtf, point.first, point.last)
    first = None if before == _OPEN else _point(before).first
    last = None if after == _OPEN else _point(after).last
    if first is None and last is None:
        raise ValueError(f"{edtf!r} is open at both ends")
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return Partial(edtf, first, last)


def _point(edtf: str) -> _Point:
    decade = _DECADE.fullmatch(edtf)
    if decade:
        point = _Point(int(decade[1]) * 10, decade=True, mark=decade[2])
    else:
        found = _DATE.fullmatch(edtf)
        if not found:
            raise ValueError(f"{edtf!r} is no date that we know")
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        if "00" in (found[2], found[3]):
            raise ValueError(f"{edtf!r} has a month or day 00")
        if _SPRING <= month <= _WINTER and found[3] is None:
            point = _Point(year, season=month, mark=found[4])
        else:
            point = _Point(year, month or None, day or None, mark=found[4])
    if point.first > point.last:  # asking is the proof that the calendar has both days
        raise ValueError(f"{edtf!r} ends before it begins")
    return point


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_NUMBER_BEFORE_WORD = re.compile("(?<=[0-9]) (?=[^\\W\\d_])")


def in_words(code: str, edtf: str) -> str:
    """The date in language *code*; it can stand alone, and after a label with its colon.

    Raises:
        ValueError: As in `parse`.
    """
    if code == "kk-Arab":
        # Its numbers are tied to the word that they count, as `patterns.day` has it.
        return to_arabic(_NUMBER_BEFORE_WORD.sub("-", in_words("kk", edtf)))
    parse(edtf)
    words = WORDS[code]
    before, slash, after = edtf.partition("/")
    if not slash:
        return _said(code, words.plain, before)
    if before == _OPEN:
        return words.before.format(_said(code, words.before_case, after))
    if after == _OPEN:
        return words.since.format(_said(code, words.since_case, before))
    return _short_span(code, _point(before), _point(after)) or words.span.format(
        first=_said(code, words.plain, before), last=_said(code, words.plain, after)
    )


def _short_span(code: str, first: _Point, last: _Point) -> str | None:
    """Two days of one month, or two years, said once what they have in common; None for other spans.

    They stand on buttons, which have little room: the end of a month, the two years of an age.
    """
    words = WORDS[code]
    points = (first, last)
    if any(point.mark or point.season or point.decade for point in points):
        return None
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        names = words.days_case.months.split()
        name = names[first.first.month - 1] if names else ""
        return words.days.format(
            first=first.day, last=last.day, name=name, month=first.month, year=first.year
        )
    if not (first.month or last.month):
        return words.years.format(first=first.year, last=last.year)
    return None


def _said(code: str, case: Case, edtf: str) -> str:
    point = _point(edtf)
    said = _unmarked(code, case, point)
    if not point.mark:
        return said
    return (WORDS[code].about if point.mark == "~" else WORDS[code].perhaps).format(said)


def _unmarked(code: str, case: Case, point: _Point) -> str:
    months, seasons = case.months.split(), case.seasons.split()
    name = months[point.month - 1] if point.month and months else ""
    if point.day:
        plain = WORDS[code].plain.months.split()
        end = name[len(plain[point.first.month - 1]) :] if plain else ""
        return patterns.day(code, point.first) + case.day_end.format(end=end)
    if point.season:
        name = seasons[point.season - _SPRING]
        template = case.winter if point.season == _WINTER else case.season
    elif point.month:
        template = case.month
    else:
        template = case.decade if point.decade else case.year
    return template.format(year=point.year, next=point.year + 1, month=point.month, name=name)
