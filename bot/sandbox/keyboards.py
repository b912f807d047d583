"""Keyboards as Telegram accepts them; what it refuses is refused here in its words.

core.telegram.org/bots/api#inlinekeyboardmarkup, #replykeyboardmarkup
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.refusals import bad

MOST_BUTTONS = 100
LONGEST_DATA = 64  # bytes


def read(given: Any) -> dict[str, Any] | None:
    """A reply_markup, checked; None where there is none.

    Raises:
        Refused: Telegram would not take it.
    """
    if given in (None, "", {}):
        return None
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError:
            raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(given, Mapping):
        raise bad("object expected as reply markup")
    markup = dict(given)
    if "inline_keyboard" in markup:
        _inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        _keys(markup["keyboard"])
    elif not (markup.get("remove_keyboard") is True or markup.get("force_reply") is True):
        raise bad("object expected as reply markup")
    return markup


def _rows(rows: Any) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard button: field must be of type Array")
    buttons = [one for row in rows for one in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return buttons


def _inline(rows: Any) -> None:
    for button in _rows(rows):
        if not isinstance(button, Mapping) or not isinstance(button.get("text"), str):
            raise bad("can't parse inline keyboard button: Object expected as inline keyboard button")
        if not button["text"].strip():
            raise bad("inline keyboard button text is empty")
        kinds = [
            name
            for name in ("callback_data", "url", "web_app", "switch_inline_query", "pay")
            if name in button
        ]
        if len(kinds) != 1:
            raise bad("text buttons are unallowed in the inline keyboard")
        if kinds[0] == "callback_data":
            data = button["callback_data"]
            if (
                not isinstance(data, str)
                or not 1 <= len(data.encode("utf-8", "surrogatepass")) <= LONGEST_DATA
            ):
                raise bad("BUTTON_DATA_INVALID")
        elif kinds[0] == "url":
            parts = urlsplit(str(button["url"]))
            if parts.scheme not in ("http", "https", "tg") or not (parts.netloc or parts.scheme == "tg"):
                raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _keys(rows: Any) -> None:
    if not isinstance(rows, list) or not rows:
        raise bad('can\'t parse keyboard button: field "keyboard" must be of type Array')
    for key in _rows(rows):
        text = key if isinstance(key, str) else key.get("text") if isinstance(key, Mapping) else None
        if not isinstance(text, str) or not text.strip():
            raise bad("keyboard button text must not be empty")


def key_rows(markup: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    """The keys of a reply keyboard, as the page shows them."""
    return [
        [
            {"text": key}
            if isinstance(key, str)
            else {
                "text": key["text"],
                "contact": bool(key.get("request_contact")),
                "location": bool(key.get("request_location")),
            }
            for key in row
        ]
        for row in markup["keyboard"]
    ]
