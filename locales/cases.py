"""How each language writes a part of a date, in the grammatical cases that "before" and "since" ask for.

Kazakh in the Arabic script is not here: `partial.in_words` makes it from the Cyrillic.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """How a language writes a date in one grammatical case.

    Attributes:
        months: Twelve names, where the language names months.
        seasons: Four names.
        day_end: What follows a full day; `{end}` is what the month's name has here at its end and does
            not have in `patterns.day`.
    """

    seasons: str
    year: str
    month: str
    season: str
    decade: str
    months: str = ""
    winter: str = ""
    day_end: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A language: its cases, and what is put around a date.

    Attributes:
        days: From one day of a month to another; the name of the month is in `days_case`.
        years: From one year to another.
    """

    plain: Case
    before_case: Case
    since_case: Case
    before: str
    since: str
    span: str
    days: str
    days_case: Case
    years: str
    about: str
    perhaps: str


_EN = Case(
    months="January February March April May June July August September October November December",
    seasons="spring summer autumn winter",
    year="{year}",
    month="{name} {year}",
    season="{name} {year}",
    winter="{name} {year}–{next}",
    decade="the {year}s",
)
_RU = Case(
    months="январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    seasons="весна лето осень зима",
    year="{year} год",
    month="{name} {year} года",
    season="{name} {year} года",
    winter="{name} {year}–{next} годов",
    decade="{year}-е годы",
)
_RU_GENITIVE = Case(
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    seasons="весны лета осени зимы",
    year="{year} года",
    month=_RU.month,
    season=_RU.season,
    winter=_RU.winter,
    decade="{year}-х годов",
)


def _kazakh(months: str, seasons: str, year: str, decade: str) -> Case:
    return Case(
        seasons=seasons,
        year="{year} " + year,
        month="{year} жылғы {name}",
        season="{year} жылғы {name}",
        winter="{year}–{next} жылғы {name}",
        decade="{year}-" + decade,
        months=months,
        day_end="{end}",
    )


_KK = _kazakh(
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "көктем жаз күз қыс",
    "жыл",
    "жылдар",
)
_KK_TO = _kazakh(
    "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға"
    " қарашаға желтоқсанға",
    "көктемге жазға күзге қысқа",
    "жылға",
    "жылдарға",
)
_KK_FROM = _kazakh(
    "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан"
    " қарашадан желтоқсаннан",
    "көктемнен жаздан күзден қыстан",
    "жылдан",
    "жылдардан",
)
_ZH = Case(
    seasons="春天 夏天 秋天 冬天",
    year="{year}年",
    month="{year}年{month}月",
    season="{year}年{name}",
    winter="{year}–{next}年{name}",
    decade="{year}年代",
)
_UG = Case(
    seasons="ئەتىياز ياز كۈز قىش",
    year="{year}-يىلى",
    month="{year}-يىلى {month}-ئاي",
    season="{year}-يىلى {name}",
    winter="{year}–{next}-يىلى {name}",
    decade="{year}-يىللار",
)
_UG_FROM = Case(
    seasons="ئەتىيازدىن يازدىن كۈزدىن قىشتىن",
    year="{year}-يىلىدىن",
    month="{year}-يىلى {month}-ئايدىن",
    season=_UG.season,
    winter=_UG.winter,
    decade="{year}-يىللاردىن",
    day_end="دىن",
)
_DASH = "{first} – {last}"
WORDS = {
    "en": Words(
        _EN, _EN, _EN, "before {}", "since {}", _DASH,
        "{first}–{last} {name} {year}", _EN, "{first}–{last}",
        "about {}", "perhaps {}",
    ),
    "ru": Words(
        _RU, _RU_GENITIVE, _RU_GENITIVE, "до {}", "с {}", _DASH,
        "{first}–{last} {name} {year} года", _RU_GENITIVE, "{first}–{last} годы",
        "примерно {}", "предположительно {}",
    ),
    "kk": Words(
        _KK, _KK_TO, _KK_FROM, "{} дейін", "{} бері", _DASH,
        "{year} жылғы {first}–{last} {name}", _KK, "{first}–{last} жылдар",
        "шамамен {}", "бәлкім {}",
    ),
    "zh-Hans": Words(
        _ZH, _ZH, _ZH, "{}之前", "{}以来", "{first}至{last}",
        "{year}年{month}月{first}日至{last}日", _ZH, "{first}年至{last}年",
        "大约{}", "可能是{}",
    ),
    "ug": Words(
        _UG, _UG_FROM, _UG_FROM, "{} بۇرۇن", "{} بېرى", _DASH,
        "{year}-يىلى {month}-ئاينىڭ {first}–{last}-كۈنلىرى", _UG, "{first}–{last}-يىللار",
        "تەخمىنەن {}", "بەلكىم {}",
    ),
}  # fmt: skip
