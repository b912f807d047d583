"""A claimed message goes over a real line; the small second chances are taken, and nothing is raised."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from bot.calls import close
from bot.line import open_bot
from bot.outcomes import Broken, Gone, LineDown, Sent, Unchanged
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.sending import Sender
from handlers.saying import Spoken
from locales.catalog import MissingText
from storage.records import Claimed, Lane

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
async def world(clock):
    return World(clock)


@pytest.fixture
async def telegram(world):
    served = await serve(app(world))
    yield served
    await served.stop()


@pytest.fixture
async def bot(world, telegram):
    bot = open_bot(world.token, telegram.url, connections=4)
    yield bot
    await close(bot)


def speak(body, language):
    """Says the body's words; has no Uyghur."""
    code = body.get("language") or language
    if code == "ug":
        raise MissingText
    return Spoken(body["words"].get(code, body["words"]["en"]) if "words" in body else None, (), None, False)


@pytest.fixture
def sender(bot):
    return Sender(bot, speak, lambda role, language: [(role.value, "What it does")], Random(1))


@pytest.fixture
def saule(world):
    phone = world.phone("saule")
    phone.start()
    return phone


@pytest.fixture
def message(saule):
    body = {"words": {"en": "<b>hello</b>", "kk": "<b>сәлем</b>"}}
    return Claimed("0" * 32, "key", saule.chat.id, None, "kk", Lane.REPLY, "text", 1, NOW, NOW, body)


async def test_it_arrives_in_the_readers_language(sender, message, saule):
    outcome = await sender.send(message)

    assert outcome == Sent(saule.last.id)
    assert saule.last.text == "сәлем"


async def test_markup_that_telegram_cannot_read_goes_as_plain_words(sender, message, saule):
    outcome = await sender.send(replace(message, body={"words": {"en": "<b>a &lt; b"}}))

    assert outcome == Sent(saule.last.id)
    assert saule.last.text == "a < b"


async def test_an_edit_changes_its_message_and_says_nothing_twice(sender, message, saule):
    first = await sender.send(message)
    edit = replace(message, kind="edit", body={"words": {"en": "changed"}, "message_id": first.message_id})

    assert await sender.send(edit) == first
    assert await sender.send(edit) == Unchanged()
    assert [one.text for one in saule.messages if not one.out] == ["changed"]


async def test_an_edit_of_a_message_that_is_gone_is_said_anew(sender, message, saule):
    edit = replace(message, kind="edit", body={"words": {"en": "still said"}, "message_id": 4_000})

    assert await sender.send(edit) == Sent(saule.last.id)
    assert saule.last.text == "still said"


async def test_a_gap_in_a_translation_is_said_in_english(sender, message, saule):
    await sender.send(replace(message, language="ug"))

    assert saule.last.text == "hello"


async def test_a_menu_is_set_for_the_chat(sender, message, world):
    body = {"role": "family", "language": "kk"}

    assert await sender.send(replace(message, kind="menu", body=body)) == Sent(None)
    assert world.counts["setMyCommands", "ok"] == 1


async def test_a_server_that_refuses_menus_holds_up_nobody(bot, message, world):
    sender = Sender(bot, speak, lambda role, language: [("Not A Command", "x")], Random(1))

    assert await sender.send(
        replace(message, kind="menu", body={"role": "family", "language": "kk"})
    ) == Sent(None)
    assert world.counts["setMyCommands", "400"] == 1


async def test_a_server_that_knows_no_menus_holds_up_nobody(message):
    """Telegram says a wrong token in the same words: so only a menu is let go for them."""

    async def knows_nothing(scope, receive, send):
        body = b'{"ok": false, "error_code": 404, "description": "Not Found"}'
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": body})

    served = await serve(knows_nothing)
    bot = open_bot("100200300:made-up-for-tests-not-a-real-token-0", served.url, connections=1)
    sender = Sender(bot, speak, lambda role, language: [("help", "x")], Random(1))
    menu = replace(message, kind="menu", body={"role": "family", "language": "kk"})

    assert await sender.send(menu) == Sent(None)
    assert await sender.send(message) == LineDown("no-such-method")

    await close(bot)
    await served.stop()


@pytest.mark.parametrize("body", [{}, {"words": {}}])
async def test_what_cannot_be_put_into_words_is_broken_not_raised(body, sender, message):
    outcome = await sender.send(replace(message, body=body))

    assert isinstance(outcome, Broken)


async def test_whoever_blocked_the_bot_is_gone(sender, message, saule):
    saule.block()

    assert isinstance(await sender.send(message), Gone)


async def test_without_a_line_nothing_is_known_against_the_message(sender, message, telegram):
    await telegram.stop()

    assert isinstance(await sender.send(message), LineDown)
