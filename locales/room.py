"""How much room a text takes, and how much there is: on a button, in the menu, in a message."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from locales import patterns
from locales.catalog import strip_marks
from locales.wordings import Text

LONGEST_BUTTON = 30  # characters that fit one row on a small phone
LONGEST_COMMAND = 100  # Telegram takes 256, but its menu shows one line
LONGEST_MESSAGE = 3_500  # UTF-16 units; Telegram takes 4,096, and the arguments may be longer than supposed

_CODE = 7  # K7Q-4M2
_ON_A_BUTTON = 8  # any other argument there
_IN_A_MESSAGE = 60
_TITLE = "draft-begun"
"""What stands for `$title` where an unfinished report has no name yet. A name may be longer: it is hers."""

_BUTTONS = ("button-", "option-", "label-", "queue-")
_MESSAGES_ALL_THE_SAME = ("queue-count",)
_TAG = re.compile("<[^<>]*>")
_GAP = re.compile("\\{([^{}]*)\\}")


def is_button(text_id: str) -> bool:
    """Whether the text is ever shown on a button: then it is one line without markup."""
    if text_id in _MESSAGES_ALL_THE_SAME:
        return False
    return text_id.startswith(_BUTTONS) or text_id == _TITLE


def is_command(text_id: str) -> bool:
    """Whether the text explains a command in Telegram's menu."""
    return text_id.startswith("command-")


def too_long(text: Text, language: Mapping[str, Text]) -> Iterator[str]:
    """Which wordings of *text* have no room, with arguments as long as they really get.

    Args:
        language: All texts of its language.
    """
    for said in text.said:
        bare = strip_marks(_TAG.sub("", said))
        if is_button(text.id):
            length = _on_a_button(bare, text.code, language)
            if length > LONGEST_BUTTON:
                yield f"{length} characters are too long for a button ({LONGEST_BUTTON})"
        elif is_command(text.id):
            if len(bare) > LONGEST_COMMAND:
                yield f"{len(bare)} characters are too long for a menu ({LONGEST_COMMAND})"
        else:
            units = len(_GAP.sub("x" * _IN_A_MESSAGE, bare).encode("utf-16-le")) // 2
            if units > LONGEST_MESSAGE:
                yield f"{units} characters are too long for a message ({LONGEST_MESSAGE})"


def _on_a_button(bare: str, code: str, language: Mapping[str, Text]) -> int:
    def longest(gap: re.Match[str]) -> str:
        match gap[1]:
            case "code":
                return "x" * _CODE
            case "day":
                return max(
                    (patterns.short_day(code, date(2026, month, 28)) for month in range(1, 13)), key=len
                )
            case "title" if _TITLE in language:
                return "x" * max(_on_a_button(said, code, language) for said in language[_TITLE].said)
        return "x" * _ON_A_BUTTON

    return len(_GAP.sub(longest, bare))
