"""The sandbox refuses with topics what Telegram refuses, in its words; and each word has its meaning."""

from random import Random

import pytest
from telegram.error import BadRequest, Forbidden

from bot.clock import MovableClock
from bot.outcomes import Gone, NoTopic, Unchanged, outcome_of
from bot.sandbox.asked import Asked
from bot.sandbox.chats import Chat
from bot.sandbox.methods import serve
from bot.sandbox.refusals import Refused
from bot.sandbox.world import World
from tests.handlers.made import NOON


@pytest.fixture
def world() -> World:
    """A bot and nobody else."""
    return World(MovableClock(NOON))


def forum(world: World, manages: bool | None = True) -> Chat:
    return world.forum("Desk", world.phone("Vera"), manages=manages)


def do(world: World, chat: Chat, method: str, **fields: object) -> object:
    return serve(world, method, Asked({"chat_id": chat.id, **fields}))


def refusal(world: World, chat: Chat, method: str, **fields: object) -> str:
    with pytest.raises(Refused) as refused:
        do(world, chat, method, **fields)
    return refused.value.description


def test_a_topic_is_made_written_into_closed_opened_and_deleted(world: World) -> None:
    """Its number is that of the message that made it."""
    group = forum(world)
    made = do(world, group, "createForumTopic", name="K7Q-4M2")
    assert isinstance(made, dict)
    thread = made["message_thread_id"]
    assert made["name"] == "K7Q-4M2"
    sent = do(world, group, "sendMessage", text="x", message_thread_id=thread)
    assert isinstance(sent, dict)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert do(world, group, "closeForumTopic", message_thread_id=thread) is True
    assert do(world, group, "sendMessage", text="x", message_thread_id=thread)
    group.manages_topics = False
    said = refusal(world, group, "sendMessage", text="x", message_thread_id=thread)
    assert said == "Bad Request: TOPIC_CLOSED"
    group.manages_topics = True
    assert do(world, group, "reopenForumTopic", message_thread_id=thread) is True
    said = refusal(world, group, "reopenForumTopic", message_thread_id=thread)
    assert said == "Bad Request: TOPIC_NOT_MODIFIED"
    assert do(world, group, "deleteForumTopic", message_thread_id=thread) is True
    said = refusal(world, group, "sendMessage", text="x", message_thread_id=thread)
    assert said == "Bad Request: message thread not found"


def test_what_is_no_forum_and_what_the_bot_may_not(world: World) -> None:
    """Each in its own words."""
    plain = world.group("Family", world.phone("Vera"))
    assert refusal(world, plain, "createForumTopic", name="x") == "Bad Request: the chat is not a forum"
    group = forum(world, manages=False)
    said = refusal(world, group, "createForumTopic", name="x")
    assert said == "Bad Request: not enough rights to create a topic"
    assert refusal(world, group, "createForumTopic", name=" ") == "Bad Request: topic name is empty"
    said = refusal(world, group, "closeForumTopic", message_thread_id=9)
    assert said == "Bad Request: message thread not found"
    group.blocked = True
    assert "bot was kicked" in refusal(world, group, "createForumTopic", name="x")


@pytest.mark.parametrize(
    ("manages", "status", "may"),
    [(True, "administrator", True), (False, "administrator", False), (None, "member", None)],
)
def test_the_bot_learns_what_it_may(
    world: World, manages: bool | None, status: str, may: bool | None
) -> None:
    """By getChatMember of itself."""
    group = forum(world, manages)
    found = do(world, group, "getChatMember", user_id=world.profile.user["id"])
    assert isinstance(found, dict)
    assert (found["status"], found.get("can_manage_topics")) == (status, may)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("message thread not found", "gone"),
        ("TOPIC_DELETED", "gone"),
        ("TOPIC_CLOSED", "closed"),
        ("the chat is not a forum", "barred"),
        ("not enough rights to create a topic", "barred"),
        ("not enough rights to edit the topic", "barred"),
        ("CHAT_ADMIN_REQUIRED", "barred"),
    ],
)
def test_each_refusal_has_one_meaning(said: str, why: str) -> None:
    """And what is so already is no trouble; a bot that was removed is no question of topics."""
    random = Random(1)
    assert outcome_of(BadRequest(said), attempts=1, random=random, chat_id=-5) == NoTopic(why)  # type: ignore[arg-type]  # one of three
    assert outcome_of(BadRequest("TOPIC_NOT_MODIFIED"), attempts=1, random=random) == Unchanged()
    kicked = Forbidden("bot was kicked from the supergroup chat")
    assert isinstance(outcome_of(kicked, attempts=1, random=random, chat_id=-5), Gone)
