"""How the words of time make up dates, one table for all languages.

The kinds of a text's tokens stand side by side as one string («14 марта 2025 года» is `nwyY`), and each
rule rewrites what its pattern finds there into one token, in the order of the table: amounts before
years, years before days, days before spans. Word orders differ less than one fears: the patterns
name each that a language uses.
"""

import re
from collections.abc import Sequence

from handlers.dates import phrases
from handlers.dates.calendar import Day
from handlers.dates.phrases import Build
from handlers.dates.tokens import Token

_Rules = tuple[tuple[str, Build], ...]

_DAY, _MONTH, _YEAR = "[no]C?", "[mw]", "[Zyv]"
_POINT = "[PmwsuyZV]"
_END = "(?:[PmwsuyZVno/]C?)"  # of a span; a bare day takes its month from the other
_ALONE = "(?<![noNyjvh/])(?<![noNyj][,-])"  # no other number before it
_THEN_NO_WORD = "(?![a-zA-Z])"  # of ours

_NOISE: _Rules = (
    ("H?[no]H(?:[no]H)?", phrases.other),
    ("X[-,]?[noNyvj/]+|(?<![noNyj])[noNyj/][noNyj/-]*[x$]|\\$[noNyj/]+", phrases.other),
    ("[kK][CD]", phrases.first),
)
_TO_COME: _Rules = (
    # in ten days, after two weeks; через 10 дней; 10 күннен кейін; 10天后
    (_ALONE + "(?:[ci>](?:[noN][DWMY]|[DWMY]n?)|[noN][DWMY]F?[gI])(?!a)", phrases.later),
)
_NO_AGES: _Rules = (("[nN]-?q", phrases.other),)
_AGES: _Rules = (
    ("^(?=.*T)(?=.*[nN]-?[YM]?[qY]).*$", phrases.unclear),  # so old at another time
    ("[no][YG]?z|z[no]" + _THEN_NO_WORD, phrases.year),
    ("[Bf]?[no][-etO][no]-?Y?q?F?S?(?![moaMDW])", phrases.age),
    (f"i?R?A?q?A?[nN]-?[YM]?qA?(?!a)|q-?A?[nN]{_THEN_NO_WORD}|A[nN]Y?$", phrases.age),
    (f"(?<![a-zA-Z/,-])[nN]Y{_THEN_NO_WORD}|Y[nN]A?$", phrases.age),
    ("^[nN]A?,?$", phrases.age),
)
_RULES: _Rules = (
    # two years and a half ago, a year and two months ago; three or four months ago; three months ago
    (_ALONE + "(?:[noN]?Yh|[noN]?Ye?[noN]M)a", phrases.ago),
    (_ALONE + "[noN][-Ot][noN][DWMY]a", phrases.ago),
    (_ALONE + "(?:[noN]?D|[no]?[WMY]|[DWMY]n)a", phrases.ago),
    # last year, last month, last week, Friday last week, yesterday
    ("l[YG]|R", phrases.relative_year),
    ("lM", phrases.relative_month),
    ("lW(?![mw])", phrases.relative_week),
    ("[lo]W(?=[mw])", phrases.week_of_month),
    ("J[iC]?[kK]|[kK]i?J", phrases.day_of_week),
    ("J", phrases.week),
    ("lE", phrases.weekend),
    ("r", phrases.day),
    # the 7th month, 7月, 2025-يىلى 7 ئاي; July month; 1980s; winter 2024–2025; 2018 года; '18
    ("(?:oM|nL)(?!a)|(?<=[yZ])nM(?!a)|(?<=[yZ][YG])nM(?!a)|(?<=[yZ]Y)nL|nM(?=[no]C)", phrases.month),
    ("[mw]-?M(?!a)", phrases.named_month),
    ("[yZ][-e][yZ]IS?", phrases.span),
    ("[noyZ]-?Ip|(?:p-?)?[noyZ]-?I[YG]?", phrases.decade),
    ("[yZ]-?[yvno][YG]?[su]|[su][yZ]-[yvno][YG]?", phrases.winter),
    ("[yZ]-?[YG]|Y[yZ](?![YG])", phrases.year),
    (f"nY(?=[mw])|oG|nG{_THEN_NO_WORD}|(?<=[mw])[no][GY](?!a)|v[YG]", phrases.year),
    # days: 2025 7 14, 2025 14 July; 14 July 2025, July 14 2025; without a year, or of last month
    (f"{_YEAR},?{_MONTH},?{_DAY}(?![mwMLYDW])|{_YEAR},?{_DAY}{_MONTH}", phrases.point),
    (f"{_DAY}{_MONTH},?i?{_YEAR}|{_MONTH},?{_DAY},?i?{_YEAR}(?!a)", phrases.point),
    (f"{_DAY}{_MONTH}|{_MONTH}{_DAY}(?![mwLMYDWa])|{_DAY}V|V[no]C|VoC?", phrases.point),
    # months and seasons, and parts of them and of years; last July
    (f"(?:p-?)?i?[mwsu]p?,?i?{_YEAR}|{_YEAR},?i?p?[mwsu]p?", phrases.point),
    ("l[mwsu]", phrases.selected),
    ("pi?[mwsuVZy]|[mwsuVZ]p", phrases.point),
    ("P-?[GY]" + _THEN_NO_WORD, phrases.first),
    # Friday 14 March, last Friday, on Friday
    ("[kK],?i?P|P,?[kK]", phrases.on_weekday),
    ("l[kK]|(?<=i)[kK]|^[kK]$", phrases.weekday),
    # between 3 and 10 March, from 3 to 10 March; with endings; 3–10 March; 3 or 10 March
    (f"B{_END}e{_END}|f{_END}[tb]i?{_END}(?:,?{_YEAR})?", phrases.span),
    (f"(?:{_YEAR},?)?{_END}F{_END}U?(?:,?{_YEAR})?|(?:{_YEAR},?)?f?{_END}[et-]{_END}S", phrases.span),
    (f"f?P[t-]{_DAY},?{_YEAR}|f?P[t-]{_END}|(?:{_YEAR},?)?{_DAY}[t-]P", phrases.span),
    ("[mwsyZ][t-](?:P|[mwsyZ])|/[t-]P|f[no]iP", phrases.span),
    (f"{_DAY}[eO]P|P[eO]{_DAY}|[yZ]O[yZ]|[mwsu][eO]i?P|PO[mwsu]|P[eO]P", phrases.either),
    # alone: a year, a month that is governed or is all, 14.07
    ("[VZv]|(?<=i)[mwsuy]|(?<=iA)[mwsuy]|^[mwsuy]$", phrases.point),
    ("(?:^|(?<=[iAQbcf]))/(?=[A,;]?$)", phrases.digits),
    ("~i?P|P,?~", phrases.unclear),
    # before, since, about, perhaps
    (f"A?b{_POINT}|{_POINT}(?:F?[da]|U)", phrases.until),
    (f"[cf]{_POINT}|{_POINT}F?g|{_POINT}F{_THEN_NO_WORD}", phrases.since),
    ("Ai?P|PA|A[mwsuy]|[mwsuy]A", phrases.about),
    ("Qi?P|P,?Q", phrases.perhaps),
    ("[ms]", phrases.point),
)
_BORN: _Rules = (("v|y", phrases.point),)


def _compiled(*tables: _Rules) -> list[tuple[re.Pattern[str], Build]]:
    return [(re.compile(pattern), build) for table in tables for pattern, build in table]


_TABLES = {False: _compiled(_NOISE, _NO_AGES, _RULES), True: _compiled(_NOISE, _AGES, _RULES, _BORN)}
_AHEAD = _compiled(_NOISE, _TO_COME, _NO_AGES, _RULES)


def parsed(tokens: Sequence[Token], when: Day) -> list[Token]:
    """What the rules make of *tokens*: dates, and what belongs to none."""
    known = list(tokens)
    for pattern, build in _AHEAD if when.ahead else _TABLES[when.birth]:
        kinds = "".join(token.kind for token in known)
        for match in reversed(list(pattern.finditer(kinds))):
            known[match.start() : match.end()] = [build(known[match.start() : match.end()], when)]
    return known
