"""One update from Telegram as the house sees it; the only place here that knows Telegram's own shapes."""

import html
import re
from dataclasses import dataclass
from typing import Any

import telegram

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes; core.telegram.org/bots/api#getfile
_LONGEST_TEXT = 16_384  # letters; Telegram's own limit is a quarter of it, so longer is not from Telegram
_LARGEST = 2**53  # a size or number beyond it is none
_HALF_TURN = 180.0  # degrees
_ID = re.compile(r"[!-~]{1,1024}")  # Telegram's own words go back to it as they came

_EMOJI = re.compile(r"</?tg-emoji[^<>]*>")
_MENTION = re.compile(r'<a href="tg://user[^<>]*>(.*?)</a>', re.DOTALL)
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
        html: `text` with the markup that she gave it, as Telegram writes it in HTML.
        other: What kind of thing came that has neither words nor a file (sticker, poll, …).
        edited: An earlier message was changed.
        phone_of: Whose number it is, as in her address book; None for her own.
        place_name: What Telegram calls the place, where it is more than a point.
        album: Telegram's id of the bundle that the file belongs to.
        left: The person blocked the bot.
        returned: The person took the block back.
        added: The bot was put into a group.
        removed: The bot was taken out of a group.
        forum: The group has topics.
        title: Of the group.
        became: The number that this group has from now on.
    """

    key: str
    chat_id: int
    private: bool
    account_id: int | None = None
    language_code: str | None = None
    message_id: int | None = None
    text: str | None = None
    html: str | None = None
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
    removed: bool = False
    forum: bool = False
    title: str | None = None
    became: int | None = None

    @property
    def invited(self) -> bool:
        """Whether she came by a link that carries something."""
        return self.command == "start" and _PAYLOAD.fullmatch(self.payload) is not None

    @property
    def says_more(self) -> bool:
        """Whether words of her own stand behind the command."""
        return self.command is not None and bool(self.payload) and not self.invited


def arrival(update: telegram.Update, key: str) -> Arrival | None:
    """The update in our own words; None when it is nothing that anybody said to the bot.

    Raises:
        Malformed: What python-telegram-bot took for an update is none; it does not check types.
    """
    try:
        came = _arrival(update, key)
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise Malformed(type(error).__name__) from None
    if came is not None:
        _check(came)
    return came


def _check(came: Arrival) -> None:
    file, press = came.file, came.press
    texts = [came.text, came.command, came.language_code, came.phone, came.album, came.payload]
    texts += [came.phone_of, came.place_name, came.title]
    texts += [file.file_id, file.unique_id, file.name, file.mime] if file is not None else []
    texts += [press.callback_id, press.data] if press is not None else []
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


def _arrival(update: telegram.Update, key: str) -> Arrival | None:
    if (query := update.callback_query) is not None:
        # A press on a message too old for Telegram to show still says in which chat it was.
        chat = query.message.chat if query.message is not None else None
        return Arrival(
            key=key,
            chat_id=chat.id if chat is not None else query.from_user.id,
            private=chat is None or chat.type == "private",
            account_id=query.from_user.id,
            language_code=query.from_user.language_code,
            press=Press(query.id, query.data or "", query.message.message_id if query.message else None),
        )
    if (member := update.my_chat_member) is not None:
        return _membership(member, key)
    message = update.message or update.edited_message
    if message is None:
        return None
    return _message(message, key, edited=update.message is None)


def _membership(member: telegram.ChatMemberUpdated, key: str) -> Arrival:
    was_here = member.old_chat_member.status not in ("left", "kicked")
    is_here = member.new_chat_member.status not in ("left", "kicked")
    private = member.chat.type == "private"
    return Arrival(
        key=key,
        chat_id=member.chat.id,
        private=private,
        account_id=member.from_user.id,
        language_code=member.from_user.language_code,
        left=private and not is_here,
        returned=private and is_here and not was_here,
        added=not private and is_here and not was_here,
        removed=not private and was_here and not is_here,
    )


def _message(message: telegram.Message, key: str, *, edited: bool) -> Arrival:
    sender = message.from_user
    command, payload = _command(message)
    text = message.text if message.text is not None else message.caption
    file = _file(message)
    contact = message.contact
    at = message.location or (message.venue.location if message.venue else None)
    has_content = text is not None or file is not None or contact is not None or at is not None
    return Arrival(
        key=key,
        chat_id=message.chat.id,
        private=message.chat.type == "private",
        account_id=sender.id if sender is not None and message.sender_chat is None else None,
        language_code=sender.language_code if sender is not None else None,
        message_id=message.message_id,
        text=text,
        html=_marked(message) if isinstance(text, str) else None,
        command=command,
        payload=payload,
        file=file,
        phone=contact.phone_number if contact is not None else None,
        phone_of=_name_on(contact, sender) if contact is not None else None,
        place=(at.latitude, at.longitude) if at is not None else None,
        place_name=_joined(message.venue.title, message.venue.address) if message.venue else None,
        album=message.media_group_id,
        edited=edited,
        other=None if has_content else _kind_of_other(message),
        forum=message.chat.is_forum is True,
        title=message.chat.title,
        became=message.migrate_to_chat_id,
    )


def _marked(message: telegram.Message) -> str:
    """Bold, links and all; what names an account, and emoji out of somebody's collection, go."""
    try:
        marked = message.text_html if message.text is not None else message.caption_html
    except (AttributeError, TypeError, ValueError, IndexError):
        # Marks that Telegram would not make: the words count, and nobody's are lost for these.
        return html.escape(message.text or message.caption or "", quote=False)
    return _MENTION.sub(r"\1", _EMOJI.sub("", marked))


def _name_on(contact: telegram.Contact, sender: telegram.User | None) -> str | None:
    if sender is not None and contact.user_id == sender.id:
        return None
    return _joined(contact.first_name, contact.last_name, between=" ")


def _joined(*parts: str | None, between: str = ", ") -> str | None:
    return between.join(part for part in parts if part) or None


def _command(message: telegram.Message) -> tuple[str | None, str]:
    text = message.text or ""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != "bot_command" or first.offset != 0:
        return None, ""
    word = text[1 : first.length].lower()
    return word.partition("@")[0], text[first.length :].strip()


def _file(message: telegram.Message) -> File | None:
    if message.voice is not None:
        return _named("voice", message.voice)
    if message.photo:
        return _named("photo", message.photo[-1])
    if message.document is not None:
        return _named("document", message.document)
    if message.audio is not None:
        return _named("audio", message.audio)
    if message.video is not None:
        return _named("video", message.video)
    if message.video_note is not None:
        return _named("video", message.video_note)
    return None


def _named(
    kind: str,
    media: telegram.Voice
    | telegram.PhotoSize
    | telegram.Document
    | telegram.Audio
    | telegram.Video
    | telegram.VideoNote,
) -> File:
    # Seconds or a timedelta, as python-telegram-bot was told by its environment.
    duration: Any = getattr(media, "duration", None) or 0
    seconds = duration.total_seconds() if hasattr(duration, "total_seconds") else duration
    return File(
        kind=kind,
        file_id=media.file_id,
        unique_id=media.file_unique_id,
        name=getattr(media, "file_name", None),
        mime=getattr(media, "mime_type", None),
        size=media.file_size,
        duration=int(seconds) or None,
    )


def _kind_of_other(message: telegram.Message) -> str:
    for kind in ("sticker", "poll", "dice", "animation", "game", "story"):
        if getattr(message, kind, None):
            return kind
    return "other"
