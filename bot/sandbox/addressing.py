"""To whom a request goes, and whether that chat takes it."""

from bot.sandbox.asked import Asked
from bot.sandbox.chats import Chat, Message
from bot.sandbox.contents import plain
from bot.sandbox.refusals import Json, Refused, bad, forbidden
from bot.sandbox.world import World


def chat_of(world: World, asked: Asked, field: str = "chat_id") -> Chat:
    """The chat that *field* names.

    Raises:
        Refused: There is none, or it goes on under another number.
    """
    value = asked.text(field)
    if not value:
        raise bad(f"{field} is empty")
    try:
        chat = world.chats.get(int(value))
    except ValueError:
        chat = None  # An @username: nobody here has one.
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise Refused(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    return chat


def check_reachable(chat: Chat) -> None:
    """Whether the bot may write there.

    Raises:
        Refused: 403, in the words that Telegram has for each reason.
    """
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        kind = chat.about["type"]
        raise forbidden(
            "bot was blocked by the user" if chat.private else f"bot was kicked from the {kind} chat"
        )
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def is_private(world: World, asked: Asked) -> bool:
    """Whether the request goes to a person; true also where it goes nowhere, which is refused later."""
    chat = world.chats.get(asked.whole("chat_id"))
    return chat is None or chat.private


def answered(chat: Chat, asked: Asked) -> Json:
    """The part of a message that says what it answers.

    Raises:
        Refused: That message is not there.
    """
    reply = asked.json("reply_parameters", "reply parameters")
    if reply is None:
        number, lenient = asked.whole("reply_to_message_id"), asked.flag("allow_sending_without_reply")
    elif isinstance(reply, dict):
        named, lenient = reply.get("message_id"), reply.get("allow_sending_without_reply") is True
        if not isinstance(named, int):
            raise bad('can\'t parse reply parameters: field "message_id" must be of type Number')
        number = named
        elsewhere = reply.get("chat_id")
        if elsewhere is not None and elsewhere != chat.id:
            raise bad("this rehearsal server answers messages of the same chat only")
    else:
        raise bad("can't parse reply parameters: expected an Object")
    if not number:
        return {}
    there = chat.message(number)
    if there is None:
        if lenient:
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": plain(there)}


def message_of(chat: Chat, number: int, missing: str) -> Message:
    """The message *number* of *chat*.

    Raises:
        Refused: It is not there; *missing* says so.
    """
    found = chat.message(number)
    if found is None:
        raise bad(missing)
    return found
