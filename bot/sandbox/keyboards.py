"""Keyboards as Telegram takes them: the shape is checked, and what it would refuse is refused."""

import re
from typing import Any

from bot.sandbox.refusals import Json, Refused, bad

LONGEST_DATA = 64  # bytes
MOST_BUTTONS = 100
LONGEST_MARKUP = 10_240  # bytes, all texts and data together

_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/?#]+\.[^\s/?#.]{2,}(?:[/?#]\S*)?|https?://[^\s/]+(?:/\S*)?|tg://\S+"
)
# Kinds of buttons that Telegram has and this server only carries, without acting on a press.
_OTHER_KINDS = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_markup(value: Any, *, private: bool, inline_only: bool = False) -> Json | None:
    """A checked `reply_markup`; None where there is none.

    Args:
        private: Whether it goes to a person; some keys are refused in groups.
        inline_only: As for edits, which carry no reply keyboards.

    Raises:
        Refused: As Telegram does.
    """
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in value:
        return _inline(value["inline_keyboard"])
    if inline_only:
        raise bad("inline keyboard expected")
    if "keyboard" in value:
        return _keys(value, private=private)
    if value.get("remove_keyboard") is True:
        return {"remove_keyboard": True}
    if value.get("force_reply") is True:
        return _placeholder({"force_reply": True}, value)
    return None


def buttons(markup: Json | None) -> list[list[Json]]:
    """The rows of an inline keyboard."""
    return list(markup["inline_keyboard"]) if markup and "inline_keyboard" in markup else []


def _rows(rows: Any, field: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad(f'field "{field}" must be of the type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{field}" must be an Array of Arrays')
    return rows


def _inline(given: Any) -> Json | None:
    rows = [[_inline_button(button) for button in row] for row in _rows(given, "inline_keyboard")]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("too many buttons in the inline keyboard")
    size = sum(
        len(str(text).encode("utf-8", "surrogatepass"))
        for row in rows
        for each in row
        for text in each.values()
    )
    if size > LONGEST_MARKUP:
        raise bad("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unreadable("inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unreadable('inline keyboard button: can\'t find field "text"')
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str):
            raise _unreadable('inline keyboard button: field "callback_data" must be of type String')
        if not 1 <= len(data.encode("utf-8", "surrogatepass")) <= LONGEST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        return {"text": text, "callback_data": data}
    if "url" in button:
        url = button["url"]
        if not isinstance(url, str) or not _ADDRESS.fullmatch(url):
            raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return {"text": text, "url": url}
    for kind in _OTHER_KINDS:
        if kind in button:
            return {"text": text, kind: button[kind]}
    raise _unreadable("inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _keys(given: Json, *, private: bool) -> Json | None:
    rows = [[_key(key, private=private) for key in row] for row in _rows(given["keyboard"], "keyboard")]
    rows = [row for row in rows if row]
    if not rows:
        raise bad("reply keyboard must contain at least one button")
    markup: Json = {"keyboard": rows}
    for name in ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective"):
        if given.get(name) is True:
            markup[name] = True
    return _placeholder(markup, given)


def _key(key: Any, *, private: bool) -> Json:
    if isinstance(key, str):
        key = {"text": key}
    if not isinstance(key, dict):
        raise _unreadable("keyboard button: KeyboardButton must be a String or an Object")
    text = key.get("text")
    if not isinstance(text, str):
        raise _unreadable('keyboard button: can\'t find field "text"')
    if not text.strip():
        raise bad("keyboard button text must be non-empty")
    if key.get("request_contact") is True:
        if not private:
            raise bad("phone number can be requested in private chats only")
        return {"text": text, "request_contact": True}
    if key.get("request_location") is True:
        if not private:
            raise bad("location can be requested in private chats only")
        return {"text": text, "request_location": True}
    for kind in ("request_users", "request_chat", "request_poll", "web_app"):
        if kind in key:
            raise bad(f"this rehearsal server knows no {kind} keys")
    return {"text": text}


def _placeholder(markup: Json, given: Json) -> Json:
    words = given.get("input_field_placeholder")
    if words is None or words == "":
        return markup
    if not isinstance(words, str) or len(words) > 64:
        raise bad("input field placeholder is too long")
    return {**markup, "input_field_placeholder": words}


def _unreadable(what: str) -> Refused:
    return bad(f"can't parse {what}")
