"""Sums of money as people write them: «87 мың теңге», 1,5 млн, 一百万, «15 000 ¥», «5 مىڭ يۈەن».

Two different sums in one text, or a number that goes with something else, are not taken
for an answer: she is asked once more.
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from fractions import Fraction

CURRENCIES = ("KZT", "CNY", "RUB", "USD")
"""ISO 4217; in the order in which they are offered when none was named."""

_MOST = 10**12  # more is no fine that anybody can mean

# Stems: an ending may follow a word of an alphabet.
_MONEY = {
    "KZT": ("₸", "kzt", "tenge", "теңге", "тенге", "теньге", "тг", "тнг", "تەڭگە", "تەنگە", "坚戈"),
    "CNY": (
        "¥",
        "￥",
        "cny",
        "rmb",
        "yuan",
        "kuai",
        "юан",
        "иуан",
        "يۋان",
        "يۈەن",
        "يۇان",
        "元",
        "块",
        "人民币",
    ),
    "RUB": ("₽", "rub", "ruble", "rouble", "руб", "рубл", "сом", "рубль", "رۋبل", "رۇبلى", "卢布"),
    "USD": ("$", "usd", "dollar", "доллар", "дол", "دوللار", "دوللاۋر", "美元", "美金", "刀"),
}
_TIMES = {
    1_000: ("k", "thousand", "тыс", "тысяч", "тысяча", "мың", "мын", "مىڭ", "千"),
    10_000: ("万", "萬"),
    1_000_000: ("m", "mln", "million", "млн", "миллион", "лям", "مىلليون", "مىليون", "ميلليون", "百万"),
    100_000_000: ("亿", "億"),
}
_UNITS_OF_FINES = ("мрп", "аек", "اەك")  # the law counts in these; how much one is changes every year
_WHOLE = {"k", "m", "дол", "刀", "сом"}  # too short or too common to be the beginning of another word
_HAN_DIGITS = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1_000}
_HAN_BIG = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

_ISOLATES = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_HAN = re.compile("[零〇一二三四五六七八九两兩十百千万萬亿億]+")
_NUMBER = re.compile(r"\d+(?:[.,'’٬٫\u00a0\u202f ]\d+)*")
_WORD = re.compile(r"[^\W\d_]+|[₸¥￥₽$]")
_BETWEEN = re.compile(r"[\s.\-–]*")


def read_amount(text: str) -> tuple[str, str | None] | None:
    """The one sum that *text* names: the amount in figures, and the currency where it is named.

    Returns:
        None where there is no sum, or more than one.
    """
    plain = unicodedata.normalize("NFKC", _ISOLATES.sub("", text)).lower()
    western = "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in plain)
    currencies = {code for code in CURRENCIES for word in _WORD.findall(western) if _is(word, _MONEY[code])}
    currencies |= {
        code
        for code in CURRENCIES
        for sign in _MONEY[code]
        if not sign.isascii() and _han(sign) and sign in western
    }
    if any(word in _UNITS_OF_FINES for word in _WORD.findall(western)):
        return None
    sums = _sums(western)
    if len(sums) != 1 or len(currencies) > 1:
        return None
    (amount,) = sums
    if not 0 < amount < _MOST:
        return None
    return _shown(amount), next(iter(currencies), None)


def _sums(text: str) -> set[Fraction]:
    found: set[Fraction] = set()
    rest = text
    for match in reversed(list(_NUMBER.finditer(text))):
        amount = _number(match[0])
        if amount is None:
            return set()
        tail = rest[match.end() :]
        factor, length = _factor(tail)
        found.add(amount * factor)
        rest = rest[: match.start()] + " " + tail[length:]
    for written in _HAN.findall(rest):
        if written[0] == "十" or any(one in _HAN_DIGITS for one in written):
            found.add(Fraction(_han_number(written)))
    return found


def _factor(tail: str) -> tuple[int, int]:
    """By how much the number before is multiplied, and how long the words are that say so."""
    start = _BETWEEN.match(tail)
    at = start.end() if start else 0
    han = re.match("[十百千万萬亿億]+", tail[at:])
    if han:
        factor = 1
        for one in han[0]:
            factor *= _HAN_UNITS.get(one) or _HAN_BIG[one]
        return factor, at + han.end()
    word = _WORD.match(tail, at)
    if word:
        for factor, stems in _TIMES.items():
            if _is(word[0], stems):
                return factor, word.end()
    return 1, 0


def _number(written: str) -> Fraction | None:
    """Groups of three are thousands; one other group at the end is what stands behind the point."""
    pieces = re.split(r"[.,'’٬٫\u00a0\u202f ]", written)
    marks = re.findall(r"[.,'’٬٫\u00a0\u202f ]", written)
    grouped = all(len(piece) == 3 for piece in pieces[1:])
    if grouped and len(pieces[0]) <= 3 and len(set(marks)) <= 1:
        return Fraction("".join(pieces))
    if len(pieces) > 1 and marks[-1] in ".,٫" and len(pieces[-1]) <= 2:  # noqa: SIM102
        if all(len(piece) == 3 for piece in pieces[1:-1]) and (len(pieces) == 2 or len(pieces[0]) <= 3):
            try:
                return Fraction(Decimal(f"{''.join(pieces[:-1])}.{pieces[-1]}"))
            except InvalidOperation:  # digits that Decimal does not take
                return None
    return Fraction(pieces[0]) if len(pieces) == 1 else None


def _han_number(written: str) -> int:
    if all(one in _HAN_DIGITS for one in written):
        return int("".join(str(_HAN_DIGITS[one]) for one in written))
    total = part = digit = 0
    for one in written:
        if one in _HAN_DIGITS:
            digit = _HAN_DIGITS[one]
        elif one in _HAN_UNITS:
            part += (digit or 1) * _HAN_UNITS[one]
            digit = 0
        else:
            total = (total + (part + digit or 1)) * _HAN_BIG[one]
            part = digit = 0
    return total + part + digit


def _is(word: str, stems: tuple[str, ...]) -> bool:
    return any(
        word == stem or (stem not in _WHOLE and len(stem) > 1 and word.startswith(stem)) for stem in stems
    )


def _han(sign: str) -> bool:
    return "\u4e00" <= sign[0] <= "\u9fff"


def _shown(amount: Fraction) -> str:
    if amount.denominator == 1:
        return str(amount.numerator)
    return f"{float(amount):.2f}"
