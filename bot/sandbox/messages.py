"""Chats, messages and files of the sandbox, and how they look over the line."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.sandbox.markup import Entity

Json = dict[str, Any]


@dataclass(slots=True)
class StoredFile:
    """A file that somebody sent; its content stays in memory."""

    file_id: str
    unique_id: str
    path: str
    content: bytes
    name: str
    mime: str
    duration: int = 0
    width: int = 640
    height: int = 480
    claimed_size: int | None = None  # of files too large to keep in a rehearsal

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content) if self.claimed_size is None else self.claimed_size


@dataclass(slots=True)
class Message:
    """One message in one chat.

    Attributes:
        out: From the phone's owner, not from the bot.
        kind: text, photo, voice, document, audio, video, contact, location, sticker or service.
        text: Or the caption.
    """

    id: int
    chat_id: int
    out: bool
    sender: Json
    date: datetime
    kind: str
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    file: StoredFile | None = None
    markup: Json | None = None
    reply_to: int | None = None
    album: str | None = None
    edited: datetime | None = None
    protected: bool = False
    contact: Json | None = None
    location: Json | None = None
    forwarded: Json | None = None
    extra: Json = field(default_factory=dict)

    @property
    def inline(self) -> list[list[Json]] | None:
        """The rows of buttons under it."""
        return self.markup["inline_keyboard"] if self.markup and self.markup.get("inline_keyboard") else None


@dataclass(slots=True)
class Chat:
    """A private chat with a phone, or a group."""

    id: int
    kind: str
    title: str
    bot_id: int
    messages: dict[int, Message] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    members: set[int] = field(default_factory=set)
    became: int | None = None
    typing: str | None = None
    typing_until: float = 0.0
    keys: Json | None = None

    def to_api(self) -> Json:
        """As it stands in a message."""
        if self.kind == "private":
            return {"id": self.id, "type": "private", "first_name": self.title}
        return {"id": self.id, "type": self.kind, "title": self.title}


def stamp(at: datetime) -> int:
    """Seconds of Unix time, as Telegram writes times."""
    return int(at.timestamp())


def to_api(message: Message, chat: Chat) -> Json:
    """A message as it goes over the line, with every field that Telegram always gives."""
    api: Json = {
        "message_id": message.id,
        "from": message.sender,
        "chat": chat.to_api(),
        "date": stamp(message.date),
    }
    if message.edited is not None:
        api["edit_date"] = stamp(message.edited)
    if message.album is not None:
        api["media_group_id"] = message.album
    if message.protected:
        api["has_protected_content"] = True
    if message.forwarded is not None:
        api["forward_origin"] = message.forwarded
    if message.inline is not None:
        api["reply_markup"] = message.markup
    if message.reply_to is not None and (earlier := chat.messages.get(message.reply_to)) is not None:
        api["reply_to_message"] = to_api(_without_reply(earlier), chat)
    if message.kind in ("text", "service"):
        if message.text:
            api["text"] = message.text
            if message.entities:
                api["entities"] = message.entities
    elif message.file is not None:
        api |= _file_to_api(message.kind, message.file)
        if message.text:
            api["caption"] = message.text
            if message.entities:
                api["caption_entities"] = message.entities
    elif message.contact is not None:
        api["contact"] = message.contact
    elif message.location is not None:
        api["location"] = message.location
    return api | message.extra


def _without_reply(message: Message) -> Message:
    if message.reply_to is None:
        return message
    copy = Message(message.id, message.chat_id, message.out, message.sender, message.date, message.kind)
    copy.text, copy.entities, copy.file = message.text, message.entities, message.file
    return copy


def _file_to_api(kind: str, file: StoredFile) -> Json:
    base: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
    if kind == "photo":
        small = {
            **base,
            "file_id": f"{file.file_id}s",
            "file_unique_id": f"{file.unique_id}s",
            "file_size": 900,
        }
        return {
            "photo": [
                {**small, "width": 90, "height": 67},
                {**base, "width": file.width, "height": file.height},
            ]
        }
    if kind == "voice":
        return {"voice": {**base, "duration": file.duration, "mime_type": file.mime}}
    if kind == "audio":
        return {"audio": {**base, "duration": file.duration, "file_name": file.name, "mime_type": file.mime}}
    if kind == "video":
        size = {"width": file.width, "height": file.height, "duration": file.duration}
        return {"video": {**base, **size, "file_name": file.name, "mime_type": file.mime}}
    return {"document": {**base, "file_name": file.name, "mime_type": file.mime}}
