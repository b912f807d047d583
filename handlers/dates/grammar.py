"""How the words of time make up dates, one table for all languages.

The kinds of a text's tokens stand side by side as one string («14 марта 2025 года» is `nwyG`), and each
rule rewrites what its pattern finds there into one token, in the order of the table: amounts before
years, years before days, days before spans. A rule that finds what cannot be makes a `!`, and
with it the whole text is not understood. Word orders differ less than one fears: the patterns
name each that a language uses.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from handlers.dates import relative
from handlers.dates.calendar import Day, Said, Span, of, shifted, week
from handlers.dates.tokens import Token

_Build = Callable[[Sequence[Token], Day], Token]
_UNCLEAR = Token("!")
_OTHER = Token("_")
_UNITS = "DWMY"


def _date(*dates: Said | Span | None) -> Token:
    known = tuple(one for one in dates if one is not None)
    return Token("P", dates=known) if known else _UNCLEAR


def _other(found: Sequence[Token], when: Day) -> Token:
    return _OTHER


def _only(found: Sequence[Token], kinds: str) -> list[Token]:
    return [token for token in found if token.kind in kinds]


def _year(found: Sequence[Token], when: Day) -> Token:
    """A year, however it was said; of two digits, the kind `v`."""
    number = _only(found, "yZnov")[0]
    if number.kind in "no":
        return Token("v", number.value) if number.value > 9 or number.kind == "v" else _UNCLEAR
    return Token("v" if number.kind == "v" else "Z", number.value)


def _relative_year(found: Sequence[Token], when: Day) -> Token:
    return Token("Z", when.today.year + found[0].value)


def _relative_month(found: Sequence[Token], when: Day) -> Token:
    year, month = shifted(when.today, -found[0].value)
    return Token("V", 12 * year + month - 1)


def _month(found: Sequence[Token], when: Day) -> Token:
    number = _only(found, "no")[0].value
    return Token("m", number) if 1 <= number <= 12 else _UNCLEAR


def _ago(found: Sequence[Token], when: Day) -> Token:
    units, numbers = _only(found, _UNITS), _only(found, "noN")
    if len(units) == 2 or _only(found, "h"):  # a year and two months, two years and a half
        counted = found[0].kind in "noN"
        years = numbers[0].value if counted else 1
        months = 6 if _only(found, "h") else numbers[-1].value
        return _date(relative.ago(when.today, 12 * years + months, "M"))
    unit = units[0]
    if not numbers:
        return _date(relative.ago(when.today, unit.value, unit.kind)) if unit.value else _UNCLEAR
    amounts = [number.value * max(unit.value, 1) for number in numbers]
    if len(amounts) == 2:
        return _date(relative.between(when.today, max(amounts), min(amounts), unit.kind))
    return _date(relative.ago(when.today, amounts[0], unit.kind))


def _day(found: Sequence[Token], when: Day) -> Token:
    return _date(of(when.today + relative.timedelta(days=found[0].value)))


def _week(found: Sequence[Token], when: Day) -> Token:
    return _date(week(when.today, found[0].value))


def _day_of_week(found: Sequence[Token], when: Day) -> Token:
    offset = _only(found, "Jl")[0].value
    return _date(relative.weekday_of_week(when.today, _only(found, "kK")[0].value, offset))


def _weekend(found: Sequence[Token], when: Day) -> Token:
    return _date(relative.weekend(when.today, found[0].value))


def _weekday(found: Sequence[Token], when: Day) -> Token:
    chosen = _only(found, "l")
    day = _only(found, "kK")[0].value
    return _date(*relative.weekday(when.today, day, selected=chosen[0].value if chosen else None))


def _selected(found: Sequence[Token], when: Day) -> Token:
    which, what = _only(found, "l")[0], _only(found, "mwsu")[0]
    said = Said(season=what.value) if what.kind in "su" else Said(month=what.value)
    return _date(*relative.selected(when.today, said, which.value))


def _decade(found: Sequence[Token], when: Day) -> Token:
    number = _only(found, "noyZ")[0].value
    if number % 10 or (number < 100 and number < 30):
        return _UNCLEAR
    part = _only(found, "p")
    year = number if number >= 1000 else 1900 + number
    return _date(Said(year, decade=True, part=part[0].value if part else None))


def _point(found: Sequence[Token], when: Day) -> Token:
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


def _winter(found: Sequence[Token], when: Day) -> Token:
    """A winter with both its years."""
    first, second = (token.value for token in _only(found, "yZvno"))
    season = _only(found, "su")[0].value
    if season != 24 or second not in (first + 1, (first + 1) % 100):
        return _UNCLEAR
    return _date(Said(first, season=season, begun=True))


def _on_weekday(found: Sequence[Token], when: Day) -> Token:
    day = _only(found, "kK")[0].value
    dates = _only(found, "P")[0].dates
    days = [replace(one, weekday=day) for one in dates if isinstance(one, Said)]
    return _date(*days)


def _marked(mark: str) -> _Build:
    def build(found: Sequence[Token], when: Day) -> Token:
        dates = _only(found, "P")[0].dates
        return _date(*(replace(one, mark=mark) if isinstance(one, Said) else one for one in dates))

    return build


def _ends(token: Token) -> tuple[Said | Span, ...]:
    return token.dates or (_point([token], Day(relative.date.min)).dates)


def _span(found: Sequence[Token], when: Day) -> Token:
    ends = _only(found, "PmwsunoyZvV")
    if len(ends) == 3:  # 3–10 March, 2025
        ends = [ends[0], _lend_year(ends[1], ends[2])]
    spans = [
        Span(first, last)
        for first, last in product(_ends(ends[0]), _ends(ends[1]))
        if isinstance(first, Said) and isinstance(last, Said)
    ]
    return _date(*spans[:1])


def _lend_year(end: Token, year: Token) -> Token:
    return _date(*(replace(one, year=year.value) for one in _ends(end) if isinstance(one, Said)))


def _either(found: Sequence[Token], when: Day) -> Token:
    """The 3rd or the 10th of March: each takes from the other what it lacks."""
    first, second = (_ends(token) for token in _only(found, "Pmwno"))
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
    return _date(*full) if all(said.possible for said in full) else _UNCLEAR


def _open(*, after: bool) -> _Build:
    def build(found: Sequence[Token], when: Day) -> Token:
        said = [one for one in _ends(_only(found, "PmwsuyZ")[0]) if isinstance(one, Said)]
        return _date(*(Span(one, None) if after else Span(None, one) for one in said))

    return build


def _age(found: Sequence[Token], when: Day) -> Token:
    """The years in which somebody so old was born; if it is about, the one in the middle."""
    ages = [token.value for token in _only(found, "noN")]
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
    bare = len(found) == 1 and ages[0] >= 60 and not found[0].word
    return _date(born, Said(1900 + ages[0])) if bare else _date(born)


_D, _M, _S = "[no]C?", "[mw]", "[su]"
_Y = "(?:[Zyv])"
_FREE = "(?<![noNyjvh/])(?<![noNyj][,-])"
_END = "[PmwsuyZV]"

_NOISE: tuple[tuple[str, _Build], ...] = (
    ("H?[no]H(?:[no]H)?", _other),
    ("X-?[noNyvj/]+|(?<![noNyj])[noNyj/][noNyj/,-]*x|x[noNyj]+", _other),
)
_AGED: tuple[tuple[str, _Build], ...] = (("[nN]-?q", _other),)
_AGES: tuple[tuple[str, _Build], ...] = (
    ("(?:B|f)?[no](?:[-etO])[no]-?Y?q?F?S?(?![moaMDW])", _age),
    ("A?q?A?[nN]-?[YM]?q(?:A)?(?!a)|q-?A?[nN](?![a-zA-Z])|A[nN]Y?$", _age),
    ("(?<![a-zA-Z/,-])[nN]Y(?![a-zA-Z])|Y[nN]A?$", _age),
    ("^[nN]A?,?$", _age),
)
_RULES: tuple[tuple[str, _Build], ...] = (
    # two years and a half ago, a year and two months ago; three or four months ago; three months ago
    (_FREE + "(?:[noN]?Yh|[noN]?Ye?[noN]M)a", _ago),
    (_FREE + "[noN][-O][noN][DWMY]a", _ago),
    (_FREE + "(?:[noN]?[DWMY]|[DWMY][nN])a", _ago),
    # last year, last month, last week, Friday last week
    ("l[YG]|R", _relative_year),
    ("lM", _relative_month),
    ("lW(?![mw])", lambda found, when: Token("J", found[0].value)),
    ("J[iC]?[kK]|[kK]i?J", _day_of_week),
    ("J", _week),
    ("lE", _weekend),
    ("r", _day),
    # a month by its number; a year
    ("(?:oM|nL)(?!a)|(?<=[yZ])nM(?!a)|(?<=[yZ][YG])nM(?!a)|nM(?=[no]C)", _month),
    ("[mw]-?M(?!a)", lambda found, when: found[0]._replace(kind="m")),
    ("p?-?[noyZ]-?I[YG]?|[noyZ]-?Ip?", _decade),
    ("[yZ][-]?[yvno][YG]?[su]|[su][yZ]-[yvno][YG]?", _winter),
    ("[yZ]-?[YG]|Y[yZ](?![YG])", _year),
    ("nY(?=[mw])|oG|nG(?![a-zA-Z])|(?<=[mw])[no][GY](?!a)|v[YG]", _year),
    # days
    (f"{_Y},?{_M},?{_D}(?![mwMLYDW])|{_Y},?{_D}{_M}", _point),
    (f"{_D}{_M},?i?{_Y}|{_M},?{_D},?i?{_Y}(?!a)", _point),
    (f"{_D}{_M}|{_M}{_D}(?![mwLMYDWa])|[no]C?V|V[no]C|VoC?", _point),
    # months, seasons, years, and parts of them
    (f"p?-?i?[mwsu]p?,?i?{_Y}|{_Y},?p?[mwsu]p?", _point),
    ("l[mwsu]", _selected),
    ("pi?[mwsuVZy]|[mwsuVZ]p", _point),
    ("V|Z|(?<=i)[mwsuy]|(?<=iA)[mwsuy]|^[mwsuy]$", _point),
    ("[P]-?[GY](?![a-zA-Z])", lambda found, when: found[0]),
    ("[kK],?i?P|P,?[kK]", _on_weekday),
    ("l[kK]", _weekday),
    ("(?<=i)[kK]|^[kK]$", _weekday),
    # 3 to 10 March
    (f"B{_END[:-1]}no]C?e{_END[:-1]}no]C?|f{_END[:-1]}no]C?[tb]i?{_END[:-1]}no]C?(?:,?{_Y})?", _span),
    (f"{_END[:-1]}no]C?F{_END[:-1]}no]C?U?|f?{_END[:-1]}no]C?[et-]{_END[:-1]}no]C?S", _span),
    (f"f?P[t-][no]C?,?{_Y}|f?P[t-](?:[no]C?|{_END})|[no]C?[t-]P|[msyZ][t-](?:P|[msyZ])", _span),
    ("w[t-][mwP]|m[t-][mw]", _span),
    (f"[no]C?[eO]P|P[eO]{_D}|[mw][eO]P|PO[mw]", _either),
    # before, since
    (f"A?b{_END}", _open(after=False)),
    (f"{_END}(?:F?[da]|U)", _open(after=False)),
    (f"[cf]{_END}|{_END}F?g|{_END}F(?![a-zA-Z])", _open(after=True)),
    ("Ai?P|PA", _marked("~")),
    ("Qi?P|P,?Q", _marked("?")),
    ("A[mwsuy]|[mwsuy]A", lambda found, when: _marked("~")([_date(*_ends(_only(found, 'mwsuy')[0]))], when)),
    ("[ms]", _point),
)
_BORN: tuple[tuple[str, _Build], ...] = (("v", _point), ("z[no](?![a-zA-Z])|[no]z", _year), ("y", _point))


def _compiled(*tables: Sequence[tuple[str, _Build]]) -> list[tuple[re.Pattern[str], _Build]]:
    return [(re.compile(pattern), build) for table in tables for pattern, build in table]


_TABLES = {False: _compiled(_NOISE, _AGED, _RULES), True: _compiled(_NOISE, _AGES, _RULES, _BORN)}


def parsed(tokens: Sequence[Token], when: Day) -> list[Token]:
    """The tokens after all rules."""
    known = list(tokens)
    for pattern, build in _TABLES[when.birth]:
        kinds = "".join(token.kind for token in known)
        found = list(pattern.finditer(kinds))
        for match in reversed(found):
            known[match.start() : match.end()] = [build(known[match.start() : match.end()], when)]
    return known
