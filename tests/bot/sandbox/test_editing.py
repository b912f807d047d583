"""What stands in a chat can be changed and deleted, as far as Telegram lets a bot."""

from datetime import timedelta

from bot.clock import MovableClock
from bot.sandbox.phones import Phone
from tests.bot.sandbox.conftest import Raw

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
MARKUP = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}


async def test_an_edit_changes_the_message_where_it_stands(raw: Raw, saule: Phone) -> None:
    sent = await raw.ask("sendMessage", chat_id=saule.chat_id, text="before")
    saule.say("in between")
    where = {"chat_id": saule.chat_id, "message_id": sent["message_id"]}

    edited = await raw.ask(
        "editMessageText", **where, text="<i>after</i>", parse_mode="HTML", reply_markup=MARKUP
    )

    assert edited["edit_date"] >= edited["date"]
    assert [message.text for message in saule.messages[-2:]] == ["after", "in between"]
    assert saule.last is not None
    assert (saule.last.edited, saule.last.labels) == (True, [["x"]])
    again = await raw.refused(
        "editMessageText", **where, text="<i>after</i>", parse_mode="HTML", reply_markup=MARKUP
    )
    assert again == SAME

    await raw.ask("editMessageReplyMarkup", **where)
    assert saule.last.labels == []
    assert await raw.refused("editMessageReplyMarkup", **where) == SAME


async def test_what_cannot_be_edited(raw: Raw, saule: Phone) -> None:
    own = saule.say("mine")
    keyed = await raw.ask("sendMessage", chat_id=saule.chat_id, text="?", reply_markup={"keyboard": [["a"]]})
    plain = await raw.ask("sendMessage", chat_id=saule.chat_id, text="x")

    async def refused(number: int, method: str = "editMessageText") -> str:
        return await raw.refused(method, chat_id=saule.chat_id, message_id=number, text="y", caption="y")

    assert await refused(own.id) == "Bad Request: message can't be edited"
    assert await refused(keyed["message_id"]) == "Bad Request: message can't be edited"
    assert await refused(999) == "Bad Request: message to edit not found"
    assert await refused(0) == "Bad Request: message identifier is not specified"
    words = await refused(plain["message_id"], "editMessageCaption")
    assert words == "Bad Request: there is no caption in the message to edit"
    words = await raw.refused(
        "editMessageReplyMarkup",
        chat_id=saule.chat_id,
        message_id=plain["message_id"],
        reply_markup={"keyboard": [["a"]]},
    )
    assert words == "Bad Request: inline keyboard expected"


async def test_messages_can_be_deleted_for_two_days(clock: MovableClock, raw: Raw, saule: Phone) -> None:
    old = await raw.ask("sendMessage", chat_id=saule.chat_id, text="old")
    clock.move(timedelta(hours=47))
    new = await raw.ask("sendMessage", chat_id=saule.chat_id, text="new")
    own = saule.say("own")
    clock.move(timedelta(hours=2))

    async def delete(number: int) -> dict[str, object]:
        return await raw.answer("deleteMessage", chat_id=saule.chat_id, message_id=number)

    late = await delete(old["message_id"])
    assert late["description"] == "Bad Request: message can't be deleted for everyone"
    assert (await delete(new["message_id"]))["ok"] is True
    assert (await delete(own.id))["ok"] is True
    again = await delete(own.id)
    assert again["description"] == "Bad Request: message to delete not found"
    assert [message.text for message in saule.messages] == ["/start", "old"]


async def test_many_are_deleted_at_once_and_what_is_gone_is_skipped(raw: Raw, saule: Phone) -> None:
    numbers = [
        (await raw.ask("sendMessage", chat_id=saule.chat_id, text="x"))["message_id"] for _ in range(3)
    ]
    assert await raw.ask("deleteMessages", chat_id=saule.chat_id, message_ids=[*numbers, 999])
    assert saule.last is None
    words = await raw.refused("deleteMessages", chat_id=saule.chat_id, message_ids=list(range(1, 102)))
    assert words == "Bad Request: too many message identifiers specified"


async def test_one_that_is_too_old_keeps_the_others_where_they_are(
    clock: MovableClock, raw: Raw, saule: Phone
) -> None:
    old = await raw.ask("sendMessage", chat_id=saule.chat_id, text="old")
    clock.move(timedelta(hours=49))
    new = await raw.ask("sendMessage", chat_id=saule.chat_id, text="new")
    own = saule.say("own")
    numbers = [old["message_id"], new["message_id"], own.id]

    words = await raw.refused("deleteMessages", chat_id=saule.chat_id, message_ids=numbers)

    assert words == "Bad Request: message can't be deleted for everyone"
    assert [message.text for message in saule.messages] == ["/start", "old", "new", "own"]
    assert await raw.ask("deleteMessages", chat_id=saule.chat_id, message_ids=numbers[1:])
    assert [message.text for message in saule.messages] == ["/start", "old"]


async def test_keys_go_with_the_message_that_brought_them(raw: Raw, saule: Phone) -> None:
    keys = {"keyboard": [["a key"]]}
    sent = await raw.ask("sendMessage", chat_id=saule.chat_id, text="x", reply_markup=keys)
    assert saule.keys == [["a key"]]
    await raw.ask("deleteMessage", chat_id=saule.chat_id, message_id=sent["message_id"])
    assert saule.keys == []
