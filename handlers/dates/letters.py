"""One form for what people type in many: full-width and Arabic digits, capitals, hamzas, look-alike letters.

The tables of words go through the same hands as the texts, so that a word is found however its
letters were typed: a Kazakh without the Kazakh letters of the keyboard, a Uyghur with the Arabic
ones, with the high hamza or without.
"""

import unicodedata

# Hamzas that only say that a Kazakh word is soft, vowel points, the stretching stroke, invisible marks.
_SILENT = "\u0621\u0674\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u200b\u200c\u200d\u200e\u200f"
_SILENT += "\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff\u00ad"
_ONE_FORM = str.maketrans(
    {digit: str(value % 10) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
    | dict(zip("ёәғқңөұүһі", "еагкноуухи", strict=True))
    | dict(zip("يیکہهھة", "ىىكەەەە", strict=True))
    | dict.fromkeys(_SILENT, "")
    | dict.fromkeys("–—−‐‑‒―~～", "-")
    | dict.fromkeys("、،，", ",")
    | dict.fromkeys("。٫", ".")
    | dict.fromkeys("’‘ʼ`", "'")
    | {"؍": "/"}
)


def plain(text: str) -> str:
    """*text* in small letters, with the digits 0 to 9 and the marks of a Western keyboard."""
    return unicodedata.normalize("NFKC", text).lower().translate(_ONE_FORM)
