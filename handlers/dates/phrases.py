"""What each phrase of a date means; `handlers/dates/grammar.py` says where the phrases are found.

Each takes the tokens that a rule has found and makes one of them. What cannot be, a thirteenth
month, becomes a `!`, and with it the whole text is not understood.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from handlers.dates import relative
from handlers.dates.calendar import WEEKS, WEEKS_FROM, Day, Said, Span, of, shifted
from handlers.dates.tokens import Token

Build = Callable[[Sequence[Token], Day], Token]
_UNCLEAR = Token("!")
_OTHER = Token("_")
_UNITS = "DWMY"


def _date(*dates: Said | Span | None) -> Token:
    known = tuple(one for one in dates if one is not None)
    return Token("P", dates=known) if known else _UNCLEAR


def other(found: Sequence[Token], when: Day) -> Token:
    return _OTHER


def unclear(found: Sequence[Token], when: Day) -> Token:
    """What may mean something else."""
    return _UNCLEAR


def first(found: Sequence[Token], when: Day) -> Token:
    """The words after it say nothing more."""
    return found[0]


def named_month(found: Sequence[Token], when: Day) -> Token:
    """ "July month", which can be no verb any more."""
    return found[0]._replace(kind="m")


def relative_week(found: Sequence[Token], when: Day) -> Token:
    """ "Last week", which may go on with a weekday."""
    return Token("J", found[0].value)


def digits(found: Sequence[Token], when: Day) -> Token:
    """14.07 where nothing else says what it is."""
    return _date(*found[0].dates)


def _only(found: Sequence[Token], kinds: str) -> list[Token]:
    return [token for token in found if token.kind in kinds]


def year(found: Sequence[Token], when: Day) -> Token:
    """A year, however it was said; of two digits, the kind `v`."""
    number = _only(found, "yZnov")[0]
    if number.kind in "no":
        return Token("v", number.value) if number.value > 9 or number.kind == "v" else _UNCLEAR
    return Token("v" if number.kind == "v" else "Z", number.value)


def relative_year(found: Sequence[Token], when: Day) -> Token:
    return Token("Z", when.today.year + found[0].value)


def relative_month(found: Sequence[Token], when: Day) -> Token:
    year, month = shifted(when.today, -found[0].value)
    return Token("V", 12 * year + month - 1)


def month(found: Sequence[Token], when: Day) -> Token:
    number = _only(found, "no")[0].value
    return Token("m", number) if 1 <= number <= 12 else _UNCLEAR


def ago(found: Sequence[Token], when: Day) -> Token:
    units, numbers = _only(found, _UNITS), _only(found, "noN")
    if len(units) == 2 or _only(found, "h"):  # a year and two months, two years and a half
        counted = found[0].kind in "noN"
        years = numbers[0].value if counted else 1
        months = 6 if _only(found, "h") else numbers[-1].value
        return _date(relative.ago(when.today, 12 * years + months, "M"))
    unit = units[0]
    if not numbers:
        return _date(relative.ago(when.today, unit.value, unit.kind)) if unit.value > 0 else _UNCLEAR
    amounts = [number.value * max(unit.value, 1) for number in numbers]
    if len(amounts) == 2:
        return _date(relative.between(when.today, max(amounts), min(amounts), unit.kind))
    return _date(relative.ago(when.today, amounts[0], unit.kind))


def later(found: Sequence[Token], when: Day) -> Token:
    """ "In ten days", where a day may be to come."""
    unit, numbers = _only(found, _UNITS)[0], _only(found, "noN")
    amount = numbers[0].value * max(unit.value, 1) if numbers else unit.value
    # Ten days long ("since") is not in ten days.
    if amount < 1 or (found[-1].kind == "g" and not found[-1].value):
        return _UNCLEAR
    return _date(relative.ahead(when.today, amount, unit.kind))


def day(found: Sequence[Token], when: Day) -> Token:
    return _date(of(when.today + timedelta(days=found[0].value)))


def week(found: Sequence[Token], when: Day) -> Token:
    return _date(relative.week(when.today, found[0].value))


def day_of_week(found: Sequence[Token], when: Day) -> Token:
    offset = _only(found, "Jl")[0].value
    return _date(relative.weekday_of_week(when.today, _only(found, "kK")[0].value, offset))


def week_of_month(found: Sequence[Token], when: Day) -> Token:
    """Its first, second, third, fourth or last week, as a part of the month."""
    number = found[0].value if found[0].kind == "o" else WEEKS
    return Token("p", WEEKS_FROM + number) if 1 <= number <= WEEKS else _UNCLEAR


def weekend(found: Sequence[Token], when: Day) -> Token:
    return _date(relative.weekend(when.today, found[0].value))


def weekday(found: Sequence[Token], when: Day) -> Token:
    chosen = _only(found, "l")
    day = _only(found, "kK")[0].value
    return _date(*relative.weekday(when.today, day, selected=chosen[0].value if chosen else None))


def selected(found: Sequence[Token], when: Day) -> Token:
    which, what = _only(found, "l")[0], _only(found, "mwsu")[0]
    said = Said(season=what.value) if what.kind in "su" else Said(month=what.value)
    return _date(*relative.selected(when.today, said, which.value))


def decade(found: Sequence[Token], when: Day) -> Token:
    number = _only(found, "noyZ")[0].value
    if number % 10 or (number < 100 and number < 30):
        return _UNCLEAR
    part = _only(found, "p")
    year = number if number >= 1000 else 1900 + number
    return _date(Said(year, decade=True, part=part[0].value if part else None))


def point(found: Sequence[Token], when: Day) -> Token:
    """Day, month, season, part and year, in whatever order the pattern let through."""
    said = Said()
    for token in found:
        match token.kind:
            case "n" | "o":
                said = replace(said, day=token.value)
            case "m" | "w":
                said = replace(said, month=token.value)
            case "s" | "u":
                said = replace(said, season=token.value)
            case "p":
                said = replace(said, part=token.value)
            case "y" | "Z":
                said = replace(said, year=token.value)
            case "v":
                said = replace(said, year=token.value, short=True)
            case "V":
                said = replace(said, year=token.value // 12, month=token.value % 12 + 1)
            case "k" | "K":
                said = replace(said, weekday=token.value)
    return _date(said) if said.possible else _UNCLEAR


def winter(found: Sequence[Token], when: Day) -> Token:
    """A winter with both its years."""
    first, second = (token.value for token in _only(found, "yZvno"))
    season = _only(found, "su")[0].value
    if season != 24 or second not in (first + 1, (first + 1) % 100):
        return _UNCLEAR
    return _date(Said(first, season=season, begun=True))


def on_weekday(found: Sequence[Token], when: Day) -> Token:
    day = _only(found, "kK")[0].value
    dates = _only(found, "P")[0].dates
    days = [replace(one, weekday=day) for one in dates if isinstance(one, Said)]
    return _date(*days)


def about(found: Sequence[Token], when: Day) -> Token:
    """ "About" before or after it."""
    return _marked(found, "~")


def perhaps(found: Sequence[Token], when: Day) -> Token:
    """ "Perhaps", "I think"."""
    return _marked(found, "?")


def _marked(found: Sequence[Token], mark: str) -> Token:
    dates = _ends(_only(found, "Pmwsuy")[0])
    return _date(*(replace(one, mark=mark) if isinstance(one, Said) else one for one in dates))


def _ends(token: Token) -> tuple[Said | Span, ...]:
    """What stands at one side of "to", "or"; a bare day as well, which is no date alone."""
    if token.kind in "no":
        return (Said(day=token.value),)
    return token.dates or point([token], Day(date.min)).dates


def span(found: Sequence[Token], when: Day) -> Token:
    ends = _only(found, "PmwsunoyZvV/")
    if len(ends) == 3:  # the year of both, before them or after them
        year = ends.pop(0 if ends[0].kind in "Zyv" else 2)
        ends[1] = _lend_year(ends[1], year)
    spans = [
        Span(first, last)
        for first, last in product(_ends(ends[0]), _ends(ends[1]))
        if isinstance(first, Said) and isinstance(last, Said)
    ]
    return _date(*spans[:1])


def _lend_year(end: Token, year: Token) -> Token:
    short = year.kind == "v"
    ends = [one for one in _ends(end) if isinstance(one, Said)]
    return _date(*(replace(one, year=year.value, short=short) for one in ends))


def either(found: Sequence[Token], when: Day) -> Token:
    """The 3rd or the 10th of March: each takes from the other what it lacks."""
    first, second = (_ends(token) for token in _only(found, "PmwsunoyZ"))
    if len(first) != 1 or len(second) != 1:
        return _date(*first, *second)
    one, other = first[0], second[0]
    if isinstance(one, Span) or isinstance(other, Span):
        return _date(one, other)
    month, year = one.month or other.month, one.year if one.year is not None else other.year
    short = one.short or other.short
    full = [
        replace(said, month=said.month or (None if said.season else month), year=year, short=short)
        if said.year is None
        else said
        for said in (one, other)
    ]
    return _date(*full)._replace(value=len(full)) if all(said.possible for said in full) else _UNCLEAR


def until(found: Sequence[Token], when: Day) -> Token:
    """Before a date."""
    return _date(*(Span(None, said) for said in _known(found)))


def since(found: Sequence[Token], when: Day) -> Token:
    """Since a date, or after it."""
    return _date(*(Span(said, None) for said in _known(found)))


def _known(found: Sequence[Token]) -> list[Said]:
    return [one for one in _ends(_only(found, "PmwsuyZV")[0]) if isinstance(one, Said)]


def age(found: Sequence[Token], when: Day) -> Token:
    """The years in which somebody so old was born; if it is about, the one in the middle."""
    ages = [token.value for token in _only(found, "noN")]
    if found[-1].kind == "Y" and found[-1].value < 0:  # 85年 is no age
        return Token("v", ages[0]) if 9 < ages[0] < 100 else _UNCLEAR
    if max(ages) > 115:
        return _UNCLEAR
    year = when.today.year
    if len(ages) == 2:
        return _date(Span(Said(year - max(ages) - 1), Said(year - min(ages))))
    if _only(found, "M"):
        return _date(relative.ago(when.today, ages[0], "M"))
    if _only(found, "A") or (found[0].kind in "Y"):
        return _date(Said(year - ages[0], mark="~"))
    born = Span(Said(year - ages[0] - 1), Said(year - ages[0]))
    bare = len(found) == 1 and 60 <= ages[0] < 100 and not found[0].word
    return _date(born, Said(1900 + ages[0])) if bare else _date(born)
