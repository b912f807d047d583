"""The bot's own face: who it is, what its menu says to whom, and which methods there are."""

from typing import Any

import pytest
import telegram
from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.sandbox.phones import Phone
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


async def test_the_menu_is_the_narrowest_that_is_set(bot: telegram.Bot, world: World, saule: Phone) -> None:
    vera = world.phone("vera")
    assert saule.actor.language_code == "ru"
    await bot.set_my_commands([BotCommand("help", "Help")])
    assert [each["description"] for each in saule.commands] == ["Help"]
    await bot.set_my_commands([BotCommand("help", "Помощь")], language_code="ru")
    assert [each["description"] for each in saule.commands] == ["Помощь"]
    await bot.set_my_commands([BotCommand("help", "Всем")], scope=BotCommandScopeAllPrivateChats())
    assert [each["description"] for each in saule.commands] == ["Всем"]
    await bot.set_my_commands([BotCommand("help", "Көмек")], scope=BotCommandScopeChat(saule.chat_id))
    assert [each["description"] for each in saule.commands] == ["Көмек"]
    assert [each["description"] for each in vera.commands] == ["Всем"]

    got = await bot.get_my_commands(scope=BotCommandScopeChat(saule.chat_id))
    assert [each.description for each in got] == ["Көмек"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(saule.chat_id))
    assert [each["description"] for each in saule.commands] == ["Всем"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"language_code": "kaz"}, "Bad Request: invalid language code specified"),
        ({"language_code": "kk-Arab"}, "Bad Request: invalid language code specified"),
        ({"commands": [{"command": "көмек", "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "help", "description": ""}]},
            "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"scope": {"type": "chat", "chat_id": 1}}, "Bad Request: chat not found"),
        (
            {"scope": {"type": "planet"}},
            "Bad Request: can't parse BotCommandScope: unsupported type specified",
        ),
    ],
)
async def test_a_menu_that_telegram_would_not_take(raw: Raw, fields: dict[str, Any], words: str) -> None:
    usual = {"commands": [{"command": "help", "description": "Help"}]}
    assert await raw.refused("setMyCommands", **{**usual, **fields}) == words


async def test_names_and_descriptions_by_language(bot: telegram.Bot, raw: Raw) -> None:
    await bot.set_my_name("Іздеу", language_code="kk")
    await bot.set_my_description("Hotline")
    await bot.set_my_short_description("short")
    assert (await bot.get_my_name(language_code="kk")).name == "Іздеу"
    assert (await bot.get_my_name()).name == "Izdeu"
    assert (await bot.get_my_description(language_code="kk")).description == "Hotline"
    assert (await bot.get_my_short_description()).short_description == "short"
    assert await raw.refused("setMyName", name="x" * 65) == "Bad Request: name is too long"


async def test_chats_and_the_menu_button(bot: telegram.Bot, saule: Phone) -> None:
    chat = await bot.get_chat(saule.chat_id)
    assert (chat.type, chat.first_name) == ("private", "Сәуле")
    await bot.set_chat_menu_button(saule.chat_id, telegram.MenuButtonCommands())
    assert (await bot.get_chat_menu_button(saule.chat_id)).type == "commands"


async def test_a_wrong_token_opens_nothing(raw: Raw) -> None:
    raw.token = "100200300:another"  # noqa: S105 -- opens nothing
    assert await raw.refused("getMe") == "Unauthorized"


@pytest.mark.parametrize(
    ("method", "code", "words"),
    [
        ("sendEverything", 404, "Not Found"),
        ("sendPoll", 400, "Bad Request: this rehearsal server does not serve sendPoll"),
        ("banChatMember", 400, "Bad Request: this rehearsal server does not serve banChatMember"),
    ],
)
async def test_a_method_that_is_not_served_says_so(raw: Raw, method: str, code: int, words: str) -> None:
    body = await raw.answer(method)
    assert body == {"ok": False, "error_code": code, "description": words}


async def test_method_names_are_read_in_any_case(raw: Raw) -> None:
    assert (await raw.ask("GETME"))["username"] == "izdeu_rehearsal_bot"


async def test_a_bot_that_logged_out_stays_out(raw: Raw) -> None:
    assert await raw.refused("close") == "Too Many Requests: retry after 600"
    assert await raw.ask("logOut") is True
    assert await raw.refused("getMe") == "Logged out"
