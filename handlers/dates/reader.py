"""The reader of dates: in whatever language somebody writes, what date she means, or that she must be asked.

Everything that it understands is said back and confirmed before it is kept. Still it rather
understands nothing than something else: what looks like a part of a date and finds no place in one
spoils the reading.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Literal

from handlers.dates.calendar import Day, Said, readings
from handlers.dates.grammar import parsed
from handlers.dates.tokens import Token, tokens
from locales import partial

_LONGEST = 400  # letters; a longer text tells a story
_MOST = 4
_LEFT_OVER = re.compile(
    "[!>msZVkRryvJBS]"  # part of a date, and in none
    "|[wunoNyv][;eOt]P|P[;eOt]-?[wunoNyv]"  # or joined to one
    "|[noNyvj][-,]?P|[DWMYELlpt/U-]P|PP|P-?[noNyvj/]|P[DWMYLGaUFp]|P,[noNy](?!_)"  # touches one
    "|0[-,]?P|P0|P_[dgU]"  # more than it; after it, perhaps
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a text says.

    Attributes:
        options: EDTF, likeliest first, four at most; none if it was not understood.
        trouble: `future` if it is still to come, `unclear` if it was not understood, else None.
    """

    options: tuple[str, ...] = ()
    trouble: Literal["future", "unclear"] | None = None


_UNCLEAR = DateReading(trouble="unclear")


def read_date(text: str, today: date, *, birth: bool = False, ahead: bool = False) -> DateReading:
    """The date in *text*, written in any of the six languages, or in several.

    Args:
        today: The day on which she writes.
        birth: A day of birth was asked for: ages are understood too, and years of two digits may be
            long ago. An age becomes the two years in which it can have begun.
        ahead: It may be to come: what is said without a year is the next, or the latest before.
    """
    if len(text) > _LONGEST:
        return _UNCLEAR
    when = Day(today, birth, ahead)
    known = parsed(tokens(text), when)
    kinds = "".join(token.kind for token in known)
    if _LEFT_OVER.search(kinds):
        return _UNCLEAR
    if _year_apart(known):
        return _UNCLEAR
    options: list[str] = []
    for token in known:
        if token.kind != "P":
            continue
        each = zip_longest(*(readings(said, when) for said in token.dates))
        found = [one for row in each for one in row if one]
        if not found:
            return _UNCLEAR
        if not ahead and any(_to_come(one, today) for one in found[: max(token.value, 1)]):
            return DateReading(trouble="future")
        options += [one for one in found if ahead or not _to_come(one, today)]
    options = list(dict.fromkeys(options))
    return DateReading(tuple(options)) if 0 < len(options) <= _MOST else _UNCLEAR


def _year_apart(known: list[Token]) -> bool:
    """A year stands in one place and a date without one in another: do they belong together?"""
    said = [one for token in known if token.kind == "P" for one in token.dates if isinstance(one, Said)]
    years = [one for one in said if one.year is not None and not (one.month or one.season or one.decade)]
    return bool(years) and any(one.year is None for one in said)


def _to_come(edtf: str, today: date) -> bool:
    """Its end, of a span, or itself is wholly after today."""
    end = edtf.rpartition("/")[2]
    point = partial.parse(edtf if end == ".." else end)
    return point.first is not None and point.first > today
