"""The methods that change or delete what stands in a chat already."""

from datetime import timedelta
from typing import Any

from bot.sandbox.addressing import chat_of, check_reachable, message_of
from bot.sandbox.asked import Asked
from bot.sandbox.chats import Chat, Message
from bot.sandbox.keyboards import read_markup
from bot.sandbox.phones import Heard
from bot.sandbox.refusals import Json, bad
from bot.sandbox.sending import caption_of, text_of
from bot.sandbox.world import World

DELETABLE_FOR = timedelta(hours=48)
_MOST_DELETED = 100
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, asked: Asked) -> Json:
    """editMessageText."""
    content = text_of(asked)
    message = _editable(world, asked)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    return _change(world, asked, message, content, ("text", "entities"))


def edit_message_caption(world: World, asked: Asked) -> Json:
    """editMessageCaption."""
    content = caption_of(asked)
    message = _editable(world, asked)
    if message.file is None:
        raise bad("there is no caption in the message to edit")
    return _change(world, asked, message, content, ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, asked: Asked) -> Json:
    """editMessageReplyMarkup."""
    return _change(world, asked, _editable(world, asked), {}, ())


def _editable(world: World, asked: Asked) -> Message:
    if asked.given("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = chat_of(world, asked)
    number = asked.whole("message_id")
    if not number:
        raise bad("message identifier is not specified")
    message = message_of(chat, number, "message to edit not found")
    # What came with a reply keyboard was never editable.
    if message.out or message.keys is not None or message.kind == "service":
        raise bad("message can't be edited")
    return message


def _change(world: World, asked: Asked, message: Message, content: Json, replaced: tuple[str, ...]) -> Json:
    markup = read_markup(
        asked.json("reply_markup", "reply keyboard markup"), private=message.chat.private, inline_only=True
    )
    before = message.raw
    after = {
        name: value for name, value in before.items() if name not in (*replaced, "reply_markup")
    } | content
    if markup is not None:
        after["reply_markup"] = markup
    if after == before:
        raise bad(_SAME)
    world.gate.admit(message.chat.id, group=not message.chat.private)
    check_reachable(message.chat)
    after["edit_date"] = int(world.clock.now().timestamp())
    message.raw = after
    world.hear(message.chat, Heard("edit", message.text, message))
    world.shown(message.chat)
    return after


def delete_message(world: World, asked: Asked) -> bool:
    """deleteMessage."""
    chat = chat_of(world, asked)
    number = asked.whole("message_id")
    if not number:
        raise bad("message identifier is not specified")
    message = message_of(chat, number, "message to delete not found")
    _delete(world, chat, message)
    return True


def delete_messages(world: World, asked: Asked) -> bool:
    """deleteMessages."""
    chat = chat_of(world, asked)
    numbers: Any = asked.json("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not numbers or not all(isinstance(number, int) for number in numbers):
        raise bad("message identifiers are not specified")
    if len(numbers) > _MOST_DELETED:
        raise bad("too many message identifiers specified")
    # What is not there is skipped; one that cannot be deleted keeps all others where they are.
    found = [message for number in dict.fromkeys(numbers) if (message := chat.message(number)) is not None]
    for message in found:
        _check_deletable(world, chat, message)
    for message in found:
        _delete(world, chat, message)
    return True


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    if world.clock.now() - message.moment > DELETABLE_FOR:
        raise bad("message can't be deleted for everyone")
    if message.out and not chat.private:
        raise bad("message can't be deleted")


def _delete(world: World, chat: Chat, message: Message) -> None:
    _check_deletable(world, chat, message)
    check_reachable(chat)
    chat.remove(message.id)
    world.hear(chat, Heard("delete", message.text, message))
    world.shown(chat)
