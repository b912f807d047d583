"""What people type, and what of it a bot must understand; written down here and not asked of the bot."""

from dataclasses import dataclass
from datetime import date
from typing import Any

Value = dict[str, Any]


def when(edtf: str, first: str, last: str) -> Value:
    """A day as far as it is known, with its first and last day."""
    return {"edtf": edtf, "first": first, "last": last}


def where(place_id: str) -> Value:
    """A place of the table."""
    return {"place": place_id}


def sums(amount: int, currency: str) -> Value:
    """A sum of money."""
    return {"amount": str(amount), "currency": currency}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody's words.

    Attributes:
        means: What they may mean, in the order of the buttons; empty where they mean nothing that is asked.
        surely: Whether nothing is asked back.
    """

    text: str
    means: tuple[Value, ...] = ()
    surely: bool = False


_MARCH_14 = (when("2025-03-14", "2025-03-14", "2025-03-14"),)
_JULY = (when("2025-07", "2025-07-01", "2025-07-31"),)
_SUMMER = (when("2025-22", "2025-06-01", "2025-08-31"),)
_APRIL_3 = when("2025-04-03", "2025-04-03", "2025-04-03")
_MARCH_4 = when("2025-03-04", "2025-03-04", "2025-03-04")
_ANYWHERE = (Phrase("14.03.2025", _MARCH_14), Phrase("03.04.2025", (_APRIL_3, _MARCH_4)))

_DAYS = {
    "en": (
        Phrase("14 March 2025", _MARCH_14),
        Phrase("in July 2025", _JULY),
        Phrase("summer 2025", _SUMMER),
        Phrase("from 3 to 10 March 2025", (when("2025-03-03/2025-03-10", "2025-03-03", "2025-03-10"),)),
        Phrase("about 2025", (when("2025~", "2025-01-01", "2025-12-31"),)),
    ),
    "ru": (
        Phrase("14 марта 2025 года", _MARCH_14),
        Phrase("в июле 2025 года", _JULY),
        Phrase("летом 2025 года", _SUMMER),
        Phrase("в конце июля 2025 года", (when("2025-07-21/2025-07-31", "2025-07-21", "2025-07-31"),)),
    ),
    "kk": (Phrase("2025 жылы 14 наурызда", _MARCH_14), Phrase("2025 жылдың шілдесінде", _JULY)),
    "kk-Arab": (Phrase("2025 جىلى 14 ناۋرىزدا", _MARCH_14), Phrase("٢٠٢٥-جىلعى شىلدەدە", _JULY)),
    "zh-Hans": (
        Phrase("2025年3月14日", _MARCH_14),
        Phrase("2025年7月", _JULY),
        Phrase("2025年夏天", _SUMMER),
    ),
    "ug": (
        Phrase("2025-يىل 3-ئاينىڭ 14-كۈنى", _MARCH_14),
        Phrase("2025-يىلى 7-ئاي", _JULY),
        Phrase("2025-يىلى ياز", _SUMMER),
    ),
}
_YESTERDAY = {
    "en": "yesterday", "ru": "вчера", "kk": "кеше", "kk-Arab": "كەشە", "zh-Hans": "昨天", "ug": "تۈنۈگۈن",
}  # fmt: skip
_BORN = (
    Phrase("1988", (when("1988", "1988-01-01", "1988-12-31"),)),
    Phrase("1988年5月12日", (when("1988-05-12", "1988-05-12", "1988-05-12"),)),
    Phrase(
        "12.05.1988",
        (when("1988-05-12", "1988-05-12", "1988-05-12"), when("1988-12-05", "1988-12-05", "1988-12-05")),
    ),
)
NO_DAY = (
    "I heard it from a neighbour",
    "точно не помню",
    "есімде жоқ",
    "ەسىمدە جوق",
    "记不清了",
    "ئېسىمدە يوق",
)
STILL_TO_COME = "14.03.2099"


def days(language: str, *, birth: bool, yesterday: date) -> tuple[Phrase, ...]:
    """Days as people write them in *language*.

    Args:
        birth: Days of birth.
        yesterday: At the office.
    """
    if birth:
        return _BORN
    day = yesterday.isoformat()
    return (*_DAYS[language], *_ANYWHERE, Phrase(_YESTERDAY[language], (when(day, day, day),)))


_KHORGOS = (where("xj-ili-khorgos"), where("x-khorgos"), where("xj-ili-huocheng"))
PLACES = (
    Phrase("Алматыда", (where("kz-almaty"),), surely=True),
    Phrase("Ghulja", (where("xj-ili-yining"),), surely=True),
    Phrase("قەشقەر", (where("xj-kashgar-kashgar"),), surely=True),
    Phrase("Үрімжі", (where("xj-urumqi"),), surely=True),
    Phrase("Turpan", (where("xj-turpan"),), surely=True),
    Phrase("霍尔果斯", (where("x-khorgos"),), surely=True),
    Phrase("Хоргос", _KHORGOS),
    Phrase("near Khorgos", _KHORGOS),
    Phrase("Достык", (where("kz-dostyk"), where("x-dostyk"))),
    Phrase("塔城", (where("xj-tacheng-tacheng"), where("xj-tacheng"))),
    Phrase("Алтай", (where("kz-altai"), where("xj-altay-altay"), where("xj-altay"))),
)

SUMS = (
    Phrase("87 мың теңге", (sums(87_000, "KZT"),), surely=True),
    Phrase("15 000 ¥", (sums(15_000, "CNY"),), surely=True),
    Phrase("5 مىڭ يۈەن", (sums(5_000, "CNY"),), surely=True),
    Phrase("3 тысячи рублей", (sums(3_000, "RUB"),), surely=True),
    Phrase("1,5 млн", tuple(sums(1_500_000, one) for one in ("KZT", "CNY", "RUB", "USD"))),
    Phrase("一百万", tuple(sums(1_000_000, one) for one in ("KZT", "CNY", "RUB", "USD"))),
)
NO_SUM = "много"

NAMES = (
    ("Ерлан Сейітқали", "Cyrl", "абвгдежзик"),
    ("Гүлнар Ахметова", "Cyrl", "абвгдежзик"),
    ("Aigerim Nurlan", "Latn", "abcdefghij"),
    ("阿依努尔", "Hani", "甲乙丙丁戊己庚辛壬癸"),
    ("ئەركىن تۇرسۇن", "Arab", "بپتجچخدرزس"),
    ("قۇرمانجان", "Arab", "بپتجچخدرزس"),
)
"""A name, its script as ISO 15924 has it, and letters of that script in place of the figures."""

NO_NAME = "+7 (701) 000-00-00"
WORDS = (
    "шекарада ұсталды",
    "last July, at the border",
    "на дороге, перед мостом",
    "去年七月",
    "ئۆتكەن يىلى",
    "I heard it from a neighbour",
)
"""With a number behind each, so that no two are the same; none of them names a place of the table."""
