"""The methods that put a new message into a chat."""

from typing import Any

from bot.sandbox.addressing import answered, chat_of, check_reachable, is_private, message_of
from bot.sandbox.asked import Asked
from bot.sandbox.chats import Chat, Message
from bot.sandbox.contents import carried, media
from bot.sandbox.files import StoredFile
from bot.sandbox.keyboards import read_markup
from bot.sandbox.markup import utf16
from bot.sandbox.phones import Heard
from bot.sandbox.refusals import Json, bad
from bot.sandbox.texts import LONGEST_CAPTION, LONGEST_TEXT, formatted
from bot.sandbox.topics import place_of
from bot.sandbox.world import World

_ALBUM = range(2, 11)


def send_message(world: World, asked: Asked) -> Json:
    """sendMessage."""
    return _send(world, asked, text_of(asked)).raw


def text_of(asked: Asked) -> Json:
    """The text of a message and its entities.

    Raises:
        Refused: It is empty, too long, or its markup is broken.
    """
    source = asked.text("text")
    if not source:
        raise bad("message text is empty")
    text, entities = formatted(source, asked.text("parse_mode"), asked.json("entities", "entities"))
    if not text:
        raise bad("text must be non-empty")
    if utf16(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(given: Asked) -> Json:
    """The caption of a message and its entities.

    Raises:
        Refused: It is too long, or its markup is broken.
    """
    source = given.text("caption")
    if not source:
        return {}
    text, entities = formatted(source, given.text("parse_mode"), given.json("caption_entities", "entities"))
    if utf16(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def send_photo(world: World, asked: Asked) -> Json:
    """sendPhoto."""
    return _send_file(world, asked, "photo", "photo")


def send_document(world: World, asked: Asked) -> Json:
    """sendDocument."""
    return _send_file(world, asked, "document", "document")


def send_voice(world: World, asked: Asked) -> Json:
    """sendVoice."""
    return _send_file(world, asked, "voice", "voice")


def send_audio(world: World, asked: Asked) -> Json:
    """sendAudio."""
    return _send_file(world, asked, "audio", "audio")


def send_video(world: World, asked: Asked) -> Json:
    """sendVideo."""
    return _send_file(world, asked, "video", "video")


def _send_file(world: World, asked: Asked, kind: str, name: str) -> Json:
    caption = caption_of(asked)
    chat_of(world, asked)  # Nothing is kept for a chat that does not exist.
    file = file_of(world, asked, name, kind)
    content = media(file)
    for detail in ("performer", "title") if kind == "audio" else ():
        if asked.given(detail):
            content["audio"][detail] = asked.text(detail)
    return _send(world, asked, {**content, **caption}, file).raw


def file_of(world: World, asked: Asked, field: str, kind: str) -> StoredFile:
    """The file that a request sends: uploaded with it, or known by its id.

    Raises:
        Refused: There is none, or Telegram would not take it.
    """
    value = asked.text(field)
    upload = asked.upload(field) or asked.attached(value)
    if upload is not None:
        duration = max(0, asked.whole("duration"))
        return world.files.keep(kind, upload.content, name=upload.name, mime=upload.mime, duration=duration)
    if not value:
        raise bad(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        # Nothing of a rehearsal leaves the computer, so nothing is fetched either.
        raise bad("failed to get HTTP URL content")
    return world.files.reused(value, kind)


def send_location(world: World, asked: Asked) -> Json:
    """sendLocation."""
    latitude, longitude = asked.number("latitude"), asked.number("longitude")
    if latitude is None or longitude is None:
        raise bad("latitude is empty" if latitude is None else "longitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("wrong location specified")
    return _send(world, asked, {"location": {"latitude": latitude, "longitude": longitude}}).raw


def send_contact(world: World, asked: Asked) -> Json:
    """sendContact."""
    if not asked.given("phone_number"):
        raise bad("phone number is empty")
    if not asked.given("first_name"):
        raise bad("first name is empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    return _send(
        world, asked, {"contact": {name: asked.text(name) for name in names if asked.given(name)}}
    ).raw


def send_media_group(world: World, asked: Asked) -> list[Json]:
    """sendMediaGroup."""
    parts = asked.json("media", "InputMedia")
    if not isinstance(parts, list):
        raise bad("can't parse media: expected an Array of InputMedia")
    if len(parts) not in _ALBUM:
        raise bad(
            "too many messages to send as an album" if len(parts) > 1 else "there are no messages to send"
        )
    chat = chat_of(world, asked)
    contents = [_album_part(world, asked, part) for part in parts]
    kinds = {"visual" if file.kind in ("photo", "video") else file.kind for _, file in contents}
    if len(kinds) > 1:
        raise bad("can't mix this kind of media with others in an album")
    reply = {**place_of(chat, asked), **answered(chat, asked)}
    _admit(world, chat, asked, len(contents))
    mark = str(world.random.randrange(10**16, 10**17))
    return [
        put(world, chat, {**content, **reply, "media_group_id": mark, **_protection(asked)}, file=file).raw
        for content, file in contents
    ]


def _album_part(world: World, asked: Asked, part: Any) -> tuple[Json, StoredFile]:
    if not isinstance(part, dict):
        raise bad("can't parse InputMedia: expected an Object")
    kind = part.get("type")
    if kind not in ("photo", "video", "document", "audio"):
        raise bad("type of InputMedia must be one of photo, video, document, audio")
    own = Asked({**part, kind: part.get("media")})
    value = own.text("media")
    upload = asked.attached(value)
    if upload is None:
        file = file_of(world, own, kind, kind)
    else:
        file = world.files.keep(
            kind, upload.content, name=upload.name, mime=upload.mime, duration=max(0, own.whole("duration"))
        )
    return {**media(file), **caption_of(own)}, file


def copy_message(world: World, asked: Asked) -> Json:
    """copyMessage."""
    source = _source(world, asked, "message to copy not found")
    if source.kind == "service":
        raise bad("message can't be copied")
    content = carried(source)
    if asked.given("caption") or asked.given("remove_caption"):
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_of(asked)
    return {"message_id": _send(world, asked, content, source.file).id}


def forward_message(world: World, asked: Asked) -> Json:
    """forwardMessage."""
    source = _source(world, asked, "message to forward not found")
    if source.kind == "service":
        raise bad("message can't be forwarded")
    origin = {"type": "user", "sender_user": source.raw["from"], "date": source.raw["date"]}
    origin = source.raw.get("forward_origin", origin)
    return _send(world, asked, {**carried(source), "forward_origin": origin}, source.file).raw


def _source(world: World, asked: Asked, missing: str) -> Message:
    found = message_of(chat_of(world, asked, "from_chat_id"), asked.whole("message_id"), missing)
    if found.protected:
        raise bad("message has protected content and can't be forwarded")
    return found


def _send(world: World, asked: Asked, content: Json, file: StoredFile | None = None) -> Message:
    markup = read_markup(
        asked.json("reply_markup", "reply keyboard markup"), private=is_private(world, asked)
    )
    chat = chat_of(world, asked)
    content = {**content, **place_of(chat, asked), **answered(chat, asked), **_protection(asked)}
    _admit(world, chat, asked, 1)
    if markup is not None and "inline_keyboard" in markup:
        return put(world, chat, {**content, "reply_markup": markup}, file=file)
    return put(world, chat, content, file=file, keys=markup)


def _protection(asked: Asked) -> Json:
    return {"has_protected_content": True} if asked.flag("protect_content") else {}


def _admit(world: World, chat: Chat, asked: Asked, messages: int) -> None:
    # Telegram counts a message also where the chat then refuses it.
    paid = asked.flag("allow_paid_broadcast")
    if paid and world.gate.limits.paid is None:
        raise bad("BALANCE_TOO_LOW")
    world.gate.admit(chat.id, group=not chat.private, messages=messages, paid=paid)
    check_reachable(chat)


def put(
    world: World, chat: Chat, content: Json, *, file: StoredFile | None = None, keys: Json | None = None
) -> Message:
    """Let a message of the bot appear, and its reader hear it."""
    message = world.put(chat, content, file=file, keys=keys)
    world.hear(chat, Heard("message", message.text, message))
    return message
