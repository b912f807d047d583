"""One update from Telegram as the house sees it; the only place here that knows Telegram's own shapes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.records import Json

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes; core.telegram.org/bots/api#getfile
_LONGEST_TEXT = 16_384  # letters; Telegram's own limit is a quarter of it, so longer is not from Telegram
_LARGEST = 2**53  # a size or number beyond it is none
_HALF_TURN = 180.0  # degrees
_ID = re.compile(r"[!-~]{1,1024}")  # Telegram's own words go back to it as they came

# Field of a message → our kind; the first that is there counts.
_FILES = {
    "voice": "voice",
    "photo": "photo",
    "document": "document",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
}
_OTHERS = ("sticker", "poll", "dice", "animation", "game", "story")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # core.telegram.org/bots/features#deep-linking


class Malformed(Exception):
    """The update has Telegram's shape but not its types; it is kept aside, whole."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a message, by Telegram's ids.

    Attributes:
        kind: voice, photo, document, audio or video; a round video message is a video.
        size: Bytes, where Telegram says.
        duration: Seconds, of what has one.
    """

    kind: str
    file_id: str
    unique_id: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    duration: int | None = None

    @property
    def fetchable(self) -> bool:
        """Whether Telegram lets a bot download it."""
        return self.size is None or self.size <= MAX_DOWNLOAD


@dataclass(frozen=True, slots=True)
class Press:
    """A button under one of our messages was pressed."""

    callback_id: str
    data: str
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody did, in a chat.

    Attributes:
        key: Which update this is; what is said because of it derives its keys from it.
        private: A chat with one person; False in groups and channels.
        account_id: Telegram's number of the account; None where nobody in particular speaks.
        command: Without slash and bot name, lower case; `payload` is what stood behind it.
        other: What kind of thing came that has neither words nor a file (sticker, poll, …).
        edited: An earlier message was changed.
        phone_of: Whose number it is, as in her address book; None for her own.
        place_name: What Telegram calls the place, where it is more than a point.
        album: Telegram's id of the bundle that the file belongs to.
        left: The person blocked the bot.
        returned: The person took the block back.
        added: The bot was put into a group.
        became: The number that this group has from now on.
    """

    key: str
    chat_id: int
    private: bool
    account_id: int | None = None
    language_code: str | None = None
    message_id: int | None = None
    text: str | None = None
    command: str | None = None
    payload: str = ""
    press: Press | None = None
    file: File | None = None
    phone: str | None = None
    phone_of: str | None = None
    place: tuple[float, float] | None = None
    place_name: str | None = None
    album: str | None = None
    edited: bool = False
    other: str | None = None
    left: bool = False
    returned: bool = False
    added: bool = False
    became: int | None = None

    @property
    def invited(self) -> bool:
        """Whether she came by a link that carries something."""
        return self.command == "start" and _PAYLOAD.fullmatch(self.payload) is not None

    @property
    def says_more(self) -> bool:
        """Whether words of her own stand behind the command."""
        return self.command is not None and bool(self.payload) and not self.invited


def arrival(update: Mapping[str, Any], key: str) -> Arrival | None:
    """The update in our own words; None when it is nothing that anybody said to the bot.

    Only what concerns us is read: python-telegram-bot's own parser builds a hundred fields a message, which
    is a tenth of all the work an update takes, and refuses a message for the sake of a field nobody needs.

    Raises:
        Malformed: What we would read is not there, or is not what Telegram would write.
    """
    try:
        came = _arrival(update, key)
    except (AttributeError, LookupError, TypeError, ValueError, OverflowError) as error:
        raise Malformed(type(error).__name__) from None
    if came is not None:
        _check(came)
    return came


def _check(came: Arrival) -> None:
    file, press = came.file, came.press
    texts = [came.text, came.command, came.language_code, came.phone, came.album, came.payload]
    texts += [came.phone_of, came.place_name]
    texts += [file.name, file.mime] if file is not None else []
    texts += [press.data] if press is not None else []
    ids: list[Any] = [file.file_id, file.unique_id] if file is not None else []
    ids += [press.callback_id] if press is not None else []
    numbers: list[Any] = [came.chat_id, came.account_id, came.message_id, came.became]
    numbers += [file.size, file.duration] if file is not None else []
    numbers += [press.message_id] if press is not None else []
    if any(not isinstance(one, str) or len(one) > _LONGEST_TEXT for one in texts if one is not None):
        raise Malformed("text")
    if any(not isinstance(one, str) or not _ID.fullmatch(one) for one in ids):
        raise Malformed("id")
    if any(type(one) is not int or not -_LARGEST < one < _LARGEST for one in numbers if one is not None):
        raise Malformed("number")
    if any(type(one) not in (int, float) or not abs(one) <= _HALF_TURN for one in came.place or ()):
        raise Malformed("place")
    if came.chat_id is None:
        raise Malformed("chat")


def _arrival(update: Mapping[str, Any], key: str) -> Arrival | None:
    if query := update.get("callback_query"):
        # A press on a message too old for Telegram to show still says in which chat it was.
        shown, sender = query.get("message"), query["from"]
        return Arrival(
            key=key,
            chat_id=shown["chat"]["id"] if shown else sender["id"],
            private=not shown or shown["chat"]["type"] == "private",
            account_id=sender["id"],
            language_code=sender.get("language_code"),
            press=Press(query["id"], query.get("data") or "", shown["message_id"] if shown else None),
        )
    if member := update.get("my_chat_member"):
        return _membership(member, key)
    if message := update.get("message"):
        return _message(message, key, edited=False)
    if message := update.get("edited_message"):
        return _message(message, key, edited=True)
    return None


def _membership(member: Json, key: str) -> Arrival:
    was_here = member["old_chat_member"]["status"] not in ("left", "kicked")
    is_here = member["new_chat_member"]["status"] not in ("left", "kicked")
    chat, sender = member["chat"], member["from"]
    private = chat["type"] == "private"
    return Arrival(
        key=key,
        chat_id=chat["id"],
        private=private,
        account_id=sender["id"],
        language_code=sender.get("language_code"),
        left=private and not is_here,
        returned=private and is_here and not was_here,
        added=not private and is_here and not was_here,
    )


def _message(message: Json, key: str, *, edited: bool) -> Arrival:
    sender, chat = message.get("from"), message["chat"]
    command, payload = _command(message)
    text = message.get("text")
    if text is None:
        text = message.get("caption")
    file = _file(message)
    contact, venue = message.get("contact"), message.get("venue")
    at = message.get("location") or (venue["location"] if venue else None)
    return Arrival(
        key=key,
        chat_id=chat["id"],
        private=chat["type"] == "private",
        account_id=sender["id"] if sender and not message.get("sender_chat") else None,
        language_code=sender.get("language_code") if sender else None,
        message_id=message["message_id"],
        text=text,
        command=command,
        payload=payload,
        file=file,
        phone=contact["phone_number"] if contact else None,
        phone_of=_name_on(contact, sender) if contact else None,
        place=(at["latitude"], at["longitude"]) if at else None,
        place_name=_joined(venue["title"], venue["address"]) if venue else None,
        album=message.get("media_group_id"),
        edited=edited,
        other=None if text is not None or file or contact or at else _kind_of_other(message),
        became=message.get("migrate_to_chat_id"),
    )


def _name_on(contact: Json, sender: Json | None) -> str | None:
    if sender and contact.get("user_id") == sender["id"]:
        return None
    return _joined(contact["first_name"], contact.get("last_name"), between=" ")


def _joined(*parts: str | None, between: str = ", ") -> str | None:
    return between.join(part for part in parts if part) or None


def _command(message: Json) -> tuple[str | None, str]:
    entities = message.get("entities")
    first = entities[0] if entities else None
    if first is None or first["type"] != "bot_command" or first["offset"] != 0:
        return None, ""
    text, length = message.get("text") or "", first["length"]
    word = text[1:length].lower()
    return word.partition("@")[0], text[length:].strip()


def _file(message: Json) -> File | None:
    for field, kind in _FILES.items():
        if media := message.get(field):
            return _named(kind, media[-1] if field == "photo" else media)
    return None


def _named(kind: str, media: Json) -> File:
    return File(
        kind=kind,
        file_id=media["file_id"],
        unique_id=media["file_unique_id"],
        name=media.get("file_name"),
        mime=media.get("mime_type"),
        size=media.get("file_size"),
        duration=media.get("duration") or None,
    )


def _kind_of_other(message: Json) -> str:
    return next((kind for kind in _OTHERS if message.get(kind)), "other")
