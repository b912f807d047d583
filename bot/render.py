"""A message of the outbox, in words, as the request that Telegram understands.

Pure: a claimed row and its spoken body in, one `Call` out. Which of our kinds is which
method of the Bot API stands here and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from re import compile as pattern
from typing import Any

from telegram import InputFile

from handlers.saying import Spoken
from storage.records import Claimed, Json

_NO_PREVIEW = {"is_disabled": True}
# kind → method and the field that the file goes into
_FILES = {
    "photo": ("sendPhoto", "photo"),
    "document": ("sendDocument", "document"),
    "voice": ("sendVoice", "voice"),
    "audio": ("sendAudio", "audio"),
    "video": ("sendVideo", "video"),
    "prompt": ("sendVoice", "voice"),
}
_TOPICS = {
    "topic-close": "closeForumTopic",
    "topic-open": "reopenForumTopic",
    "topic-delete": "deleteForumTopic",
}
_TAG = pattern(r"<[^<>]*>")


class Unspeakable(Exception):
    """A message of the outbox is of a kind that nobody can send."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the Bot API.

    Attributes:
        method: As Telegram writes it, sendMessage.
        fields: Its parameters; None ones are left out.
    """

    method: str
    fields: Mapping[str, Any]


def call_for(one: Claimed, spoken: Spoken) -> Call:
    """The request that says *spoken*.

    Raises:
        Unspeakable: The row's kind or fields make no request.
    """
    body = one.body
    match one.kind:
        case "text":
            return _text(one, spoken)
        case "edit":
            return _edit(one, spoken)
        case "delete":
            return Call("deleteMessage", {"chat_id": one.chat_id, "message_id": body["message_id"]})
        case "no-menu":
            return Call("deleteMyCommands", {"scope": {"type": "chat", "chat_id": one.chat_id}})
        case "album":
            return _album(one, spoken)
        case kind if kind in _FILES:
            method, field = _FILES[kind]
            return _carrying(one, spoken, method, field, body["file"])
    raise Unspeakable(one.kind)


def call_for_topic(one: Claimed, thread: int | None, spoken: Spoken | None, token: str) -> Call:
    """The request that makes, changes or deletes a topic, or writes *spoken* into it.

    Args:
        thread: Telegram's number of the topic; None where it is to be made.
        token: Of the bot: it begins with the bot's own number.

    Raises:
        Unspeakable: As `call_for`.
    """
    where: dict[str, Any] = {"chat_id": one.chat_id}
    match one.kind:
        case "rights":
            return Call("getChatMember", {**where, "user_id": int(token.partition(":")[0])})
        case "topic":
            return Call("createForumTopic", {**where, "name": one.body["name"]})
        case "topic-line" if spoken is not None:
            call = _text(one, spoken)
            return replace(call, fields={**call.fields, "message_thread_id": thread})
        case "topic-close" | "topic-open" | "topic-delete":
            return Call(_TOPICS[one.kind], {**where, "message_thread_id": thread})
    raise Unspeakable(one.kind)


def document_for(one: Claimed, spoken: Spoken, content: bytes, name: str) -> Call:
    """The request that uploads *content*, made or opened a moment ago, under this name."""
    file = InputFile(content, filename=name)
    return _carrying(one, spoken, "sendDocument", "document", file)


def picture_for(one: Claimed, spoken: Spoken, content: bytes, name: str) -> Call:
    """The request that uploads a picture, drawn a moment ago."""
    return _carrying(one, spoken, "sendPhoto", "photo", InputFile(content, filename=name))


def caption_for(one: Claimed, spoken: Spoken) -> Call:
    """The request that changes the words under a file that was sent."""
    call = _edit(one, spoken)
    fields = {name: value for name, value in call.fields.items() if name != "link_preview_options"}
    fields["caption"] = fields.pop("text", None)
    return Call("editMessageCaption", fields)


def as_new(one: Claimed, spoken: Spoken) -> Call:
    """The message to be edited is gone: the same, said anew."""
    return _text(one, spoken)


def without_markup(call: Call) -> Call:
    """The same words without bold and links, for a text whose markup Telegram could not read."""
    fields = dict(call.fields)
    fields.pop("parse_mode", None)
    for name in ("text", "caption"):
        if isinstance(marked := fields.get(name), str):
            fields[name] = unescape(_TAG.sub("", marked))
    return replace(call, fields=fields)


def menu_for(one: Claimed, commands: list[tuple[str, str]]) -> Call:
    """The commands that this chat's menu shows from now on."""
    return Call(
        "setMyCommands",
        {
            "scope": {"type": "chat", "chat_id": one.chat_id},
            "commands": [{"command": command, "description": about} for command, about in commands],
        },
    )


def _text(one: Claimed, spoken: Spoken) -> Call:
    if not spoken.html:
        raise Unspeakable("no words")
    return Call(
        "sendMessage",
        {
            "chat_id": one.chat_id,
            "text": spoken.html,
            "parse_mode": "HTML",
            "link_preview_options": _NO_PREVIEW,
            "reply_markup": _markup(spoken),
            **_manner(one.body),
        },
    )


def _carrying(one: Claimed, spoken: Spoken, method: str, field: str, file: str | InputFile) -> Call:
    return Call(
        method,
        {
            "chat_id": one.chat_id,
            field: file,
            "caption": spoken.html,
            "parse_mode": "HTML" if spoken.html is not None else None,
            "reply_markup": _markup(spoken),
            **_manner(one.body),
        },
    )


def _edit(one: Claimed, spoken: Spoken) -> Call:
    place = {"chat_id": one.chat_id, "message_id": one.body["message_id"]}
    buttons = _inline(spoken)
    if spoken.html is None:
        return Call("editMessageReplyMarkup", {**place, "reply_markup": buttons})
    return Call(
        "editMessageText",
        {
            **place,
            "text": spoken.html,
            "parse_mode": "HTML",
            "link_preview_options": _NO_PREVIEW,
            "reply_markup": buttons,
        },
    )


def _album(one: Claimed, spoken: Spoken) -> Call:
    media: list[dict[str, Any]] = [
        {"type": file["kind"], "media": file["file"]} for file in one.body["album"]
    ]
    if spoken.html is not None:
        media[0] |= {"caption": spoken.html, "parse_mode": "HTML"}
    return Call("sendMediaGroup", {"chat_id": one.chat_id, "media": media, **_manner(one.body)})


def _manner(body: Json) -> dict[str, Any]:
    return {
        "protect_content": True if body.get("protect") else None,
        "disable_notification": True if body.get("quiet") else None,
    }


def _inline(spoken: Spoken) -> dict[str, Any] | None:
    if not spoken.buttons:
        return None
    rows = [
        [
            {"text": one.text, "url": one.url}
            if one.url is not None
            else {"text": one.text, "callback_data": one.data}
            for one in row
        ]
        for row in spoken.buttons
    ]
    return {"inline_keyboard": rows}


def _markup(spoken: Spoken) -> dict[str, Any] | None:
    if (buttons := _inline(spoken)) is not None:
        return buttons
    if spoken.keys is not None:
        rows = [
            [{"text": key.text} | ({"request_contact": True} if key.contact else {}) for key in row]
            for row in spoken.keys
        ]
        return {"keyboard": rows, "resize_keyboard": True}
    return {"remove_keyboard": True} if spoken.remove_keys else None
