"""Updates wait in order, are confirmed by the next question, and go to one asker only."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import telegram
from telegram.error import Conflict

from bot.clock import MovableClock
from bot.sandbox.phones import Impossible, Phone
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


async def test_updates_come_in_order_until_they_are_confirmed(bot: telegram.Bot, saule: Phone) -> None:
    for text in ("бір", "екі", "үш"):
        saule.say(text)

    first = await bot.get_updates(limit=2)
    again = await bot.get_updates(offset=first[0].update_id + 1)
    none = await bot.get_updates(offset=again[-1].update_id + 1)

    assert [each.message.text for each in first if each.message] == ["бір", "екі"]
    assert [each.message.text for each in again if each.message] == ["екі", "үш"]
    assert [each.update_id for each in again] == [first[1].update_id, first[1].update_id + 1]
    assert none == ()


async def test_the_same_question_soon_again_gets_one_update(raw: Raw, saule: Phone) -> None:
    saule.say("a")
    saule.say("b")
    assert len(await raw.ask("getUpdates")) == 2
    assert len(await raw.ask("getUpdates")) == 1


async def test_a_long_poll_is_answered_as_soon_as_something_happens(bot: telegram.Bot, saule: Phone) -> None:
    asking = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    saule.say("now")
    async with asyncio.timeout(2):
        (update,) = await asking
    assert update.message is not None
    assert update.message.text == "now"


async def test_of_two_askers_the_first_is_sent_away(world: World, bot: telegram.Bot, saule: Phone) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await world.until(lambda: world.updates.awaited)
    second = asyncio.create_task(bot.get_updates(timeout=30))

    with pytest.raises(Conflict, match=r"^Conflict: terminated by other getUpdates request; make sure"):
        await first
    saule.say("x")
    assert len(await second) == 1


async def test_updates_are_kept_for_a_day(clock: MovableClock, raw: Raw, saule: Phone) -> None:
    saule.say("old")
    clock.move(timedelta(hours=23))
    saule.say("new")
    clock.move(timedelta(hours=2))
    (update,) = await raw.ask("getUpdates")
    assert update["message"]["text"] == "new"


async def test_only_the_kinds_that_were_asked_for(raw: Raw, saule: Phone) -> None:
    await raw.ask("getUpdates", allowed_updates=["callback_query"])
    saule.say("x")
    assert await raw.ask("getUpdates", offset=1, allowed_updates=["callback_query", "message"]) == []
    saule.say("y")
    (update,) = await raw.ask("getUpdates", offset=2)
    assert update["message"]["text"] == "y"


async def test_hostile_updates_arrive_as_they_are(world: World, raw: Raw, saule: Phone) -> None:
    strange: list[Any] = [{"update_id": "x"}, [], None, {"message": {"text": "\ud800"}}]
    for each in strange:
        world.inject(each)
    saule.say("after them")

    got = await raw.ask("getUpdates")
    assert got[:3] == strange[:3]
    assert got[3]["message"] == strange[3]["message"]
    assert got[4]["message"]["text"] == "after them"
    # What has no number is confirmed by the next question; else it would come for ever.
    assert await raw.ask("getUpdates", offset=got[4]["update_id"] + 1) == []


async def test_updates_can_come_twice_and_out_of_order(world: World, raw: Raw, saule: Phone) -> None:
    texts = [str(number) for number in range(8)]
    for text in texts:
        saule.say(text)
    world.reorder()
    shuffled = await raw.ask("getUpdates")
    assert [each["message"]["text"] for each in shuffled] != texts
    assert sorted(each["message"]["text"] for each in shuffled) == texts

    last = max(each["update_id"] for each in shuffled)
    assert await raw.ask("getUpdates", offset=last + 1) == []
    world.replay(2)
    assert await raw.ask("getUpdates", offset=last + 2) == shuffled[-2:]


async def test_a_press_is_answered_once_and_in_time(
    clock: MovableClock, world: World, bot: telegram.Bot, raw: Raw, saule: Phone
) -> None:
    stale = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    button = telegram.InlineKeyboardButton("Иә", callback_data="yes")
    await bot.send_message(saule.chat_id, "?", reply_markup=telegram.InlineKeyboardMarkup([[button]]))

    saule.tap("Иә")
    (update,) = await bot.get_updates()
    press = update.callback_query
    assert press is not None
    assert (press.data, press.from_user.first_name) == ("yes", "Сәуле")
    assert await press.answer("Жазылды", show_alert=True)
    assert (saule.heard[-1].what, saule.heard[-1].text, saule.heard[-1].alert) == ("toast", "Жазылды", True)

    assert await raw.refused("answerCallbackQuery", callback_query_id=press.id) == stale
    assert await raw.refused("answerCallbackQuery", callback_query_id="7") == stale
    late = saule.tap("Иә")
    clock.move(timedelta(seconds=151))
    assert await raw.refused("answerCallbackQuery", callback_query_id=late) == stale
    just = saule.tap("Иә")
    clock.move(timedelta(seconds=149))
    assert await raw.ask("answerCallbackQuery", callback_query_id=just)
    assert await raw.refused("answerCallbackQuery", callback_query_id=just, text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    with pytest.raises(Impossible):
        saule.tap("Жоқ")


async def test_what_phones_do_is_told_as_telegram_tells_it(bot: telegram.Bot, saule: Phone) -> None:
    said = saule.say("/help сәлем")
    saule.edit(said, "Сәлем")
    saule.contact()
    saule.contact("+77000000999", "Біреу")
    saule.location(43.2, 76.9)
    saule.sticker()
    saule.forward(said)
    saule.forward(said, hidden=True)
    saule.say("жауап", reply_to=said)
    saule.voice(b"OggS sound", 3)
    saule.document(b"paper", "қағаз.pdf")
    saule.block()
    saule.delete(said)

    updates = await bot.get_updates()

    messages = [each.effective_message for each in updates[:-1]]
    assert all(messages)
    told = [message for message in messages if message]
    assert [(each.type, each.offset, each.length) for each in told[0].entities] == [("bot_command", 0, 5)]
    assert updates[1].edited_message is not None
    assert (told[1].message_id, told[1].text) == (said.id, "Сәлем")
    assert told[2].contact is not None
    assert told[2].contact.user_id == saule.chat_id
    assert told[3].contact is not None
    assert (told[3].contact.user_id, told[3].contact.first_name) == (None, "Біреу")
    assert told[4].location is not None
    assert told[5].sticker is not None
    assert [type(each.forward_origin).__name__ for each in told[6:8]] == [
        "MessageOriginUser",
        "MessageOriginHiddenUser",
    ]
    assert told[8].reply_to_message is not None
    assert told[8].reply_to_message.message_id == said.id
    assert told[9].voice is not None
    assert told[10].document is not None
    assert told[10].document.file_name == "қағаз.pdf"
    member = updates[-1].my_chat_member
    assert member is not None
    assert (member.old_chat_member.status, member.new_chat_member.status) == ("member", "kicked")


async def test_a_text_too_long_for_one_message_comes_as_several(raw: Raw, saule: Phone) -> None:
    saule.say("ә" * 5000)
    assert [len(each["message"]["text"]) for each in await raw.ask("getUpdates")] == [4096, 904]


async def test_in_groups_the_bot_hears_only_what_is_meant_for_it(
    world: World, raw: Raw, saule: Phone
) -> None:
    vera = world.phone("vera")
    group = world.group("Көршілер", saule, vera)
    world.updates.clear()

    saule.say_in_group(group, "between ourselves")
    saule.say_in_group(group, "/start@izdeu_rehearsal_bot")
    await raw.ask("sendMessage", chat_id=group.id, text="Hello")
    vera.say_in_group(group, "an answer", reply_to=group.messages[-1])
    heard = [each["message"]["text"] for each in await raw.ask("getUpdates")]
    assert heard == ["/start@izdeu_rehearsal_bot", "an answer"]

    new = world.migrate(group)
    body = await raw.answer("sendMessage", chat_id=group.id, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await raw.ask("sendMessage", chat_id=new.id, text="x"))["chat"]["type"] == "supergroup"

    await raw.ask("leaveChat", chat_id=new.id)
    words = await raw.refused("sendMessage", chat_id=new.id, text="x")
    assert words == "Forbidden: bot was kicked from the supergroup chat"
