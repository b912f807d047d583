"""Topics of a supergroup that is a forum, and what the bot may do there; refused in Telegram's own words.

The words are those of the Bot API server (`ForumTopicManager.cpp`, `MessagesManager.cpp`) and of the
servers behind it, whose own are in capital letters.
"""

from dataclasses import dataclass

from bot.sandbox.addressing import chat_of, check_reachable
from bot.sandbox.asked import Asked
from bot.sandbox.chats import Chat
from bot.sandbox.markup import utf16
from bot.sandbox.refusals import Json, bad
from bot.sandbox.world import World

_LONGEST_NAME = 128
_BLUE = 0x6FB9F0


@dataclass(slots=True)
class Topic:
    """One of them."""

    name: str
    closed: bool = False


def create_forum_topic(world: World, asked: Asked) -> Json:
    """createForumTopic."""
    chat = _forum(world, asked)
    name = asked.text("name").strip()
    if not name:
        raise bad("topic name is empty")
    if utf16(name) > _LONGEST_NAME:
        raise bad("topic name is too long")
    if not chat.manages_topics:
        raise bad("not enough rights to create a topic")
    made = world.put(
        chat, {"forum_topic_created": {"name": name, "icon_color": _BLUE}}, author=world.profile.user
    )
    chat.topics[made.id] = Topic(name)
    return {"message_thread_id": made.id, "name": name, "icon_color": _BLUE}


def close_forum_topic(world: World, asked: Asked) -> bool:
    """closeForumTopic."""
    return _switch(world, asked, closed=True)


def reopen_forum_topic(world: World, asked: Asked) -> bool:
    """reopenForumTopic."""
    return _switch(world, asked, closed=False)


def _switch(world: World, asked: Asked, *, closed: bool) -> bool:
    chat = _forum(world, asked)
    topic = _topic(chat, asked)
    if not chat.manages_topics:
        raise bad("not enough rights to edit the topic")
    if topic.closed is closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    world.shown(chat)
    return True


def delete_forum_topic(world: World, asked: Asked) -> bool:
    """deleteForumTopic."""
    chat = _forum(world, asked)
    _topic(chat, asked)
    if not chat.manages_topics:
        raise bad("not enough rights to delete the topic")
    gone = asked.whole("message_thread_id")
    del chat.topics[gone]
    for message in chat.messages:
        if message.id == gone or message.raw.get("message_thread_id") == gone:
            chat.remove(message.id)
    world.shown(chat)
    return True


def get_chat_member(world: World, asked: Asked) -> Json:
    """getChatMember."""
    chat = chat_of(world, asked)
    check_reachable(chat)
    number = asked.whole("user_id")
    if number != world.profile.user["id"]:
        if number not in chat.members:
            raise bad("PARTICIPANT_ID_INVALID")
        return {"status": "member", "user": chat.members[number]}
    if chat.manages_topics is None:
        return {"status": "member", "user": world.profile.user}
    rights = {"can_manage_topics": chat.manages_topics} if chat.about.get("is_forum") else {}
    return {"status": "administrator", "user": world.profile.user, "can_be_edited": False, **rights}


def _forum(world: World, asked: Asked) -> Chat:
    chat = chat_of(world, asked)
    check_reachable(chat)
    if not chat.about.get("is_forum"):
        raise bad("the chat is not a forum")
    return chat


def _topic(chat: Chat, asked: Asked) -> Topic:
    found = chat.topics.get(asked.whole("message_thread_id"))
    if not isinstance(found, Topic):
        raise bad("message thread not found")
    return found


def place_of(chat: Chat, asked: Asked) -> Json:
    """In which topic a message goes, as the message itself says.

    Raises:
        Refused: There is no such topic, or it is closed; a business connection was named.
    """
    if asked.given("business_connection_id"):
        raise bad("business connection not found")
    number = asked.whole("message_thread_id")
    if not number:
        return {}
    topic = chat.topics.get(number)
    if not isinstance(topic, Topic):
        raise bad("message thread not found")
    # Whoever manages topics may write into a closed one; everybody else may not.
    if topic.closed and not chat.manages_topics:
        raise bad("TOPIC_CLOSED")
    return {"message_thread_id": number, "is_topic_message": True}
