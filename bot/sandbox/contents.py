"""What messages carry, and how long texts are cut."""

from bot.sandbox.chats import Message
from bot.sandbox.files import StoredFile
from bot.sandbox.refusals import Json


def media(file: StoredFile) -> Json:
    """The part of a message that carries *file*."""
    return {file.kind: file.sizes() if file.kind == "photo" else file.described()}


def carried(message: Message) -> Json:
    """What a copy of *message* carries."""
    about = (
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "media_group_id",
        "reply_markup",
    )
    more = ("forward_origin", "has_protected_content")
    return {name: value for name, value in message.raw.items() if name not in (*about, *more)}


def plain(message: Message) -> Json:
    """*message* inside another one: without what it answers itself."""
    return {name: value for name, value in message.raw.items() if name != "reply_to_message"}


def pieces(text: str, longest: int) -> list[str]:
    """*text* in pieces of at most *longest* UTF-16 units."""
    done: list[str] = []
    piece: list[str] = []
    size = 0
    for character in text:
        width = 2 if ord(character) > 0xFFFF else 1
        if size + width > longest:
            done.append("".join(piece))
            piece, size = [], 0
        piece.append(character)
        size += width
    return [*done, "".join(piece)]
