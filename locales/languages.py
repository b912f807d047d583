"""The six languages the hotline speaks, and what the rest of the house must know of each."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """One language in one script.

    Attributes:
        code: BCP 47, and the name of its folder of texts.
        own_name: As its readers call it; the language choice shows nothing else.
        telegram: The two letters that setMyCommands takes, or None where Telegram has none,
            so the menu must be set for each chat.
    """

    code: str
    own_name: str
    direction: Direction
    telegram: str | None


LANGUAGES = (
    Language("en", "English", "ltr", "en"),
    Language("ru", "Русский", "ltr", "ru"),
    Language("kk", "Қазақша", "ltr", "kk"),
    Language("kk-Arab", "قازاقشا", "rtl", None),
    Language("zh-Hans", "简体中文", "ltr", "zh"),
    Language("ug", "ئۇيغۇرچە", "rtl", "ug"),
)
CODES = tuple(one.code for one in LANGUAGES)
BY_CODE = {one.code: one for one in LANGUAGES}

SOURCE = "en"
"""The language the others are translated from and checked against."""

# Where a tag says more than its first part: Kazakhs in China read the Arabic script.
_BY_TAG = {"kk-arab": "kk-Arab", "kk-cn": "kk-Arab"}
_BY_FIRST_PART = {"en": "en", "ru": "ru", "kk": "kk", "zh": "zh-Hans", "ug": "ug"}


def direction(code: str) -> Direction:
    """In which direction the readers of *code* read."""
    return BY_CODE[code].direction


def guess(language_code: str | None) -> str | None:
    """The language that Telegram's `language_code` hints at, or None.

    It is the language of the app, often not the person's own, so it may order the choice
    and put words around it, but never replace it.
    """
    if not language_code:
        return None
    tag = language_code.replace("_", "-").lower()
    parts = tag.split("-")
    return _BY_TAG.get("-".join(parts[:2])) or _BY_FIRST_PART.get(parts[0])
