"""Working days of Kazakhstan, in which its offices count their time to answer.

Holidays, days that are moved, and working weekends come from the package `holidays`, whose table of
Kazakhstan names its sources: the laws and each year's decree at adilet.zan.kz. The decree comes late in
the year before, and Eid al-Adha is estimated until it is announced: what the package does not know
yet, the steward sets by IZDEU_WORKDAYS.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

_MOST = 1_000

OFFICES = ("consulate", "ministry", "police", "prosecutor", "court", "un", "other")

# General knowledge, to be checked: a body of Kazakhstan decides on an application within 15 working days
# from its receipt, which it may prolong (Administrative Procedural and Process-Related Code, art. 76,
# adilet.zan.kz/eng/docs/K2000000350). What is said to the police of a crime, and what a court is asked,
# goes by other codes and other days. IZDEU_REPLY_DAYS sets other numbers; "un" has none.
REPLY_DAYS: Mapping[str, int] = MappingProxyType(
    {"consulate": 15, "ministry": 15, "police": 15, "prosecutor": 15, "court": 15}
)


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar.

    Attributes:
        off: Days off besides those that are known.
        on: Days on which is worked, though they would be off.
    """

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether offices work on that day."""
        if day in self.on:
            return True
        if day in self.off:
            return False
        holidays, worked = _known(day.year)
        return day in worked or (day.weekday() < 5 and day not in holidays)

    def is_holiday(self, day: date) -> bool:
        """Whether everybody is off on that day; a weekend alone is none."""
        if day in self.on or day in self.off:
            return day in self.off
        return day in _known(day.year)[0]

    def after(self, start: date, count: int) -> date:
        """The *count*-th working day after *start*, which itself does not count.

        Raises:
            ValueError: *count* is not between 1 and 1,000.
        """
        if not 0 < count <= _MOST:
            raise ValueError("a number of working days is between 1 and 1,000")
        day, left = start, count
        while left:
            day += timedelta(days=1)
            left -= self.is_workday(day)
        return day


@cache
def _known(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Holidays of a year, moved ones too, and weekends on which is worked."""
    # Loads the tables of the package; only who counts working days pays for it.
    from holidays.countries.kazakhstan import Kazakhstan

    found = Kazakhstan(years=year)
    return frozenset(found), frozenset(found.weekend_workdays)


def read(written: str) -> Workdays:
    """What a steward writes: days off as they are, working days with a plus, with commas between.

    >>> read("2027-01-04, +2027-01-09")
    Workdays(off=frozenset({datetime.date(2027, 1, 4)}), on=frozenset({datetime.date(2027, 1, 9)}))

    Raises:
        ValueError: Something in it is no day, or both at once.
    """
    off: set[date] = set()
    on: set[date] = set()
    for one in filter(None, (part.strip() for part in written.split(","))):
        (on if one.startswith("+") else off).add(date.fromisoformat(one.removeprefix("+")))
    if on & off:
        raise ValueError("a day is either off or worked")
    return Workdays(frozenset(off), frozenset(on))


def read_days(written: str) -> dict[str, int]:
    """What a steward writes, `consulate=15, court=30`, beside what holds without it.

    Raises:
        ValueError: Something in it is none of the offices, or no number of days.
    """
    found = dict(REPLY_DAYS)
    for one in filter(None, (part.strip() for part in written.split(","))):
        name, _, number = (word.strip() for word in one.partition("="))
        if (
            name not in OFFICES
            or not number.isascii()
            or not number.isdecimal()
            or not 0 < int(number) <= 365
        ):
            raise ValueError(f"{name} is no office, or has no number of days")
        found[name] = int(number)
    return found
