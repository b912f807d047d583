"""What hostile people write: whatever has ever broken a program that reads text.

Every text carries a mark, so that any trace of it in a log or a file is found.
"""

from random import Random

MARK = "QxMarkerZj"
"""Stands in every hostile text, name and file name."""

PHONE_MARK = "7771359246"
"""Stands in every hostile telephone number."""

MEGABYTE = 1_000_000
_LONG = (4_095, 4_096, 4_097, 9_000, 16_384, 16_385)

_PLAIN = (
    "он уехал в июле и не вернулся",
    "Ерлан Сейітұлы",
    "她丈夫去年七月失踪了",
    "ئۇ كەتتى ۋە قايتىپ كەلمىدى",
    "he left in July",
)
_ASKED = (
    "14.03.2025",
    "03.04.2025",
    "в июле прошлого года",
    "2025-02-30",
    "31.11.2025 / 29.02.2023",
    "от 99.99.9999 до ../..",
    "0000-00-00",
    "١٤.٠٣.٢٠٢٥",
    "１４．０３．２０２５",
    "二〇二五年七月初八",
    "3 мың жыл бұрын",
    "99999999999999999999 дней назад",
    "мне 140 лет",
    "Хоргос",
    "霍尔果斯" * 30,
    "Алматыда " * 60,
    "Qulja Ghulja Kulja Кульджа 伊宁",
    "87 мың теңге",
    "1" * 300 + " ¥",
    "一" * 200 + "亿万亿万",
    "1,5.5'5 000,00 млн млн млн",
    "-5 $ / 0 ₽",
    "½ ⅷ ² 万 тг",
    "+7 701 000 00 0",
)
"""What looks like an answer to the questions that read words: a day, a place, a sum, a number."""

_CURSED = (
    "\ud83d",  # half of an emoji
    "\udc00\ud800",
    "a\udfffb",
    "\0",
    "before\0after",
    "\u202egnp.exe\u202c",
    "\u2066\u2067\u2068",
    "\u2069\u2069\u2069 out of the isolate",
    "\u200b\u200c\u200d\u2060\ufeff",
    "\u200e\u200f\u061c",
    "e" + "\u0301" * 300,
    "\u0489" * 200,
    "👩‍👩‍👧‍👦" * 40,
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\ufffe\uffff",
    "\ue000name\ue001",
    "\x01\x02\x1b[31m\x7f",
    "\u2028\u2029\x85\x0b\x0c",
    "<b>bold",
    "</b></i></a>",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<tg-spoiler>&lt;&#0;&#xD800;&amp;amp;</tg-spoiler>",
    "&" * 500,
    "<" * 1_400,
    "{ $x }",
    "{ $name -> *[other] y }",
    '{ "" }',
    "{???}",
    "{0} %s %(x)s %n ${x} {{x}}",
    "'; DROP TABLE people; --",
    "../../etc/passwd",
    '{"update_id": 1}',
    "=1+1",
    "٠١٢٣٤٥٦٧٨٩ ۰۱۲",
    "1" * 5_000,
    "ᅠㅤ⠀",
    "\n" * 4_000,
    "\r\n\t ",
    "a b " * 900,
    "\u0600\u0605\u06dd",
    "ﷺ" * 50,
    "İıſK",
    "100200300:" + "A" * 35,
    "/report",
    "/start /start /start",
    "//",
    "/" + "x" * 400,
    "@izdeu_bot",
    "K7Q-4M2",
    "on",
    "NaN",
    "",
    " ",
)


class Words:
    """Makes hostile texts.

    Args:
        random: The chance that a run is repeated with.
    """

    def __init__(self, random: Random) -> None:
        self._random = random

    def text(self) -> str:
        """Something to say; mostly nasty, sometimes long, seldom a megabyte."""
        random, chance = self._random, self._random.random()
        if chance < 0.2:
            return f"{random.choice(_PLAIN)} {MARK}"
        if chance < 0.35:
            return self.answer()
        if chance < 0.8:
            return self.cursed()
        if chance < 0.9:
            return "".join(random.choice(_CURSED) for _ in range(random.randint(2, 12))) + MARK
        if chance < 0.97:
            return "".join(chr(self._letter()) for _ in range(random.randint(1, 200))) + MARK
        if chance < 0.998:
            return self._of_length(random.choice(_LONG))
        return self._of_length(MEGABYTE)

    def answer(self) -> str:
        """What a question might take for an answer; the mark stands where it disturbs least."""
        said = self._random.choice(_ASKED)
        return self._random.choice((f"{said} {MARK}", f"{said}\n{MARK}", f"({MARK}) {said}"))

    def cursed(self) -> str:
        """One known trouble, marked in front or behind."""
        said = self._random.choice(_CURSED)
        return self._random.choice((f"{said}{MARK}", f"{MARK}{said}", f"{MARK} {said} {MARK}"))

    def name(self) -> str:
        """What a stranger calls herself, her file, or the missing one."""
        return self.cursed()[:200] if self._random.random() < 0.4 else f"{MARK} Айгүл"

    def phone(self) -> str:
        """A number, or what stands in its place."""
        return self._random.choice(
            (f"+{PHONE_MARK}", PHONE_MARK, f"тел. +{PHONE_MARK} (мама)", f"+{PHONE_MARK * 30}", self.cursed())
        )

    def file_name(self) -> str:
        """A name that leads elsewhere."""
        folder = self._random.choice(("", "../../", "C:\\", "\u202e", "a\0"))
        return f"{folder}{MARK}.jpg"

    def _of_length(self, length: int) -> str:
        unit = self._random.choice(("a", "ы", "家", "😀", "<", "\u0301", "a "))
        return MARK + (unit * length)[: length - len(MARK)]

    def _letter(self) -> int:
        top = self._random.choice((0x7F, 0x24F, 0x6FF, 0xFFFF, 0x10FFFF))
        return self._random.randint(0, top)
