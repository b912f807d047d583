"""How each language writes a day, a short day, a time and a list.

Our own tables: Babel's stand-alone month patterns leak from one locale into another inside
a process, its lists in Uyghur are English, and its Russian «г.» doubles the full stop at the
end of a sentence. A day reads well after any word that governs it; GLOSSARY.md says how to
build the sentence around it.
"""

from collections.abc import Sequence
from datetime import date, datetime

NOTHING = "—"
"""Stands where a list is empty."""

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "kk-Arab": "قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان",
}
_NAMES = {code: tuple(names.split()) for code, names in _MONTHS.items()}

_DAY = {
    "en": "{day} {name} {year}",
    "ru": "{day} {name} {year} года",
    "kk": "{year} жылғы {day} {name}",
    "kk-Arab": "{year}-جىلعى {day}-{name}",
    "zh-Hans": "{year}年{month}月{day}日",
    # As newspapers and schools in the Uyghur region count months; the borrowed names differ by country.
    "ug": "{year}-يىلى {month}-ئاينىڭ {day}-كۈنى",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "kk-Arab": "قاڭ اقپ ناۋ ءساۋ مام ماۋ شىل تام قىر قاز قار جەل",
}
_SHORT_NAMES = {code: tuple(names.split()) for code, names in _SHORT_MONTHS.items()}
# In the Arabic scripts the month is named as such: their readers come from countries that write 5.11
# and 11.5 for the same day, and a hyphen between two numbers turns them around.
_SHORT_DAY = {
    "en": "{day} {name}",
    "ru": "{day:02}.{month:02}",
    "kk": "{day:02}.{month:02}",
    "kk-Arab": "{day}-{name}",
    "zh-Hans": "{month}月{day}日",
    "ug": "{month}-ئاي {day}",
}
_MOMENT = {
    "en": "{day}, {time}",
    "ru": "{day}, {time}",
    "kk": "{day}, {time}",
    "kk-Arab": "{day}، {time}",
    "zh-Hans": "{day} {time}",
    "ug": "{day}، {time}",
}
_BETWEEN = {"en": ", ", "ru": ", ", "kk": ", ", "kk-Arab": "، ", "zh-Hans": "、", "ug": "، "}
_BEFORE_LAST = {
    "en": " and ",
    "ru": " и ",
    "kk": " және ",
    "kk-Arab": " جانە ",
    "zh-Hans": "和",
    "ug": " ۋە ",
}


def day(code: str, value: date) -> str:
    """The day in words, the year always with it."""
    name = _NAMES[code][value.month - 1] if code in _NAMES else ""
    return _DAY[code].format(year=value.year, month=value.month, day=value.day, name=name)


def short_day(code: str, value: date) -> str:
    """The day as it is read at a glance on a button, without its year."""
    name = _SHORT_NAMES[code][value.month - 1] if code in _SHORT_NAMES else ""
    return _SHORT_DAY[code].format(month=value.month, day=value.day, name=name)


def moment(code: str, value: datetime) -> str:
    """The day and the time of day, 24 hours, as the clock of *value*'s own zone shows them."""
    return _MOMENT[code].format(day=day(code, value), time=f"{value:%H:%M}")


def listing(code: str, items: Sequence[str]) -> str:
    """The items in one phrase; the last is joined by the language's "and"."""
    if not items:
        return NOTHING
    if len(items) == 1:
        return items[0]
    return _BETWEEN[code].join(items[:-1]) + _BEFORE_LAST[code] + items[-1]
