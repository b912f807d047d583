"""What a bot sends is shown, or refused in Telegram's words."""

import json

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.sandbox.phones import Phone
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


async def test_a_message_is_shown_with_its_formatting_and_buttons(bot: telegram.Bot, saule: Phone) -> None:
    buttons = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Иә", callback_data="y"), InlineKeyboardButton("Жоқ", callback_data="n")],
            [InlineKeyboardButton("🔗", url="https://example.org/a")],
        ]
    )

    sent = await bot.send_message(
        saule.chat_id, "😀 <b>Сәлем</b> &amp; x", parse_mode="HTML", reply_markup=buttons
    )

    assert saule.last is not None
    assert (sent.message_id, sent.text, sent.chat.id) == (saule.last.id, "😀 Сәлем & x", saule.chat_id)
    assert [(each.type, each.offset, each.length) for each in sent.entities] == [("bold", 3, 5)]
    assert saule.last.html == "😀 <b>Сәлем</b> &amp; x"
    assert saule.last.labels == [["Иә", "Жоқ"], ["🔗"]]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"text": "x", "parse_mode": "Word"}, "Bad Request: unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "ä<blink>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "blink" at byte offset 2',
        ),
        (
            {"text": "<b>x</i>", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Unmatched end tag at byte offset 4, "
            'expected "</b>", found "</i>"',
        ),
        (
            {"text": "x</i>", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Unexpected end tag at byte offset 1",
        ),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 1}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        (
            {"text": "x", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "message_thread_id": 4}, "Bad Request: message thread not found"),
        ({"text": "x", "reply_markup": "no"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": []}, "Bad Request: object expected as reply markup"),
    ],
)
async def test_a_message_that_telegram_would_not_send(
    raw: Raw, saule: Phone, fields: dict[str, object], words: str
) -> None:
    assert await raw.refused("sendMessage", **{"chat_id": saule.chat_id, **fields}) == words
    assert saule.heard == []


async def test_the_longest_text_counts_in_utf16_after_its_tags_are_gone(raw: Raw, saule: Phone) -> None:
    text = f"<b>{'😀' * 2048}</b>"

    await raw.ask("sendMessage", chat_id=saule.chat_id, text=text, parse_mode="HTML")

    assert saule.last is not None
    assert saule.last.text == "😀" * 2048


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "ә" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "  ", "callback_data": "x"}, "Bad Request: inline keyboard button text must be non-empty"),
        (
            {"text": "x", "url": "nowhere"},
            "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x"},
            "Bad Request: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
    ],
)
async def test_a_button_that_telegram_would_not_take(
    raw: Raw, saule: Phone, button: dict[str, str], words: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert await raw.refused("sendMessage", chat_id=saule.chat_id, text="x", reply_markup=markup) == words


async def test_the_longest_callback_data_is_64_bytes(raw: Raw, saule: Phone) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "ә" * 32}]]}
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="x", reply_markup=markup)
    assert saule.last is not None
    assert saule.last.rows == markup["inline_keyboard"]


async def test_a_reply_keyboard_stays_until_it_is_taken_away(bot: telegram.Bot, saule: Phone) -> None:
    await bot.send_message(saule.chat_id, "?", reply_markup=ReplyKeyboardMarkup([["Бір", "Екі"]]))
    await bot.send_message(saule.chat_id, "!")
    assert saule.keys == [["Бір", "Екі"]]
    assert saule.key("Екі").text == "Екі"

    await bot.send_message(saule.chat_id, ".", reply_markup=ReplyKeyboardRemove())
    assert saule.keys == []


async def test_nobody_is_written_to_who_did_not_begin_or_who_blocked(
    raw: Raw, world: World, saule: Phone
) -> None:
    shuhua = world.phone("shuhua")
    unasked = await raw.refused("sendMessage", chat_id=shuhua.chat_id, text="x")
    saule.block()
    blocked = await raw.refused("sendMessage", chat_id=saule.chat_id, text="x")
    saule.unblock()
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="again")

    assert unasked == "Forbidden: bot can't initiate conversation with a user"
    assert blocked == "Forbidden: bot was blocked by the user"
    assert [each.text for each in saule.heard] == ["again"]


async def test_forms_and_json_and_query_mean_the_same(raw: Raw, saule: Phone) -> None:
    address = f"{raw.url}/bot{raw.token}/SENDMESSAGE"
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    fields = {"chat_id": str(saule.chat_id), "text": "ні+ %&=", "reply_markup": json.dumps(markup)}

    await raw.session.post(address, data=fields)
    await raw.session.post(address, json={**fields, "chat_id": saule.chat_id, "reply_markup": markup})
    await raw.session.get(address, params=fields)

    shown = [message for message in saule.messages if not message.out]
    assert [(message.text, message.labels) for message in shown] == [("ні+ %&=", [["x"]])] * 3


async def test_text_that_is_no_unicode_is_refused(raw: Raw, saule: Phone) -> None:
    address = f"{raw.url}/bot{raw.token}/sendMessage"
    for body in (b"chat_id=1&text=%ff", b"chat_id=1&text=\xff"):
        answer = await raw.session.post(
            address, data=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
        assert (await answer.json())["description"] == "Bad Request: strings must be encoded in UTF-8"
    refused = await raw.refused("sendMessage", chat_id=saule.chat_id, text="a\ud800b")
    assert refused == "Bad Request: strings must be encoded in UTF-8"


async def test_copies_and_forwards(raw: Raw, world: World, saule: Phone) -> None:
    vera = world.phone("vera")
    vera.start()
    said = saule.say("Осы сөз")

    copy = await raw.ask("copyMessage", chat_id=vera.chat_id, from_chat_id=saule.chat_id, message_id=said.id)
    forward = await raw.ask(
        "forwardMessage", chat_id=vera.chat_id, from_chat_id=saule.chat_id, message_id=said.id
    )
    missing = await raw.refused(
        "copyMessage", chat_id=vera.chat_id, from_chat_id=saule.chat_id, message_id=99
    )

    assert set(copy) == {"message_id"}
    assert forward["forward_origin"]["sender_user"]["first_name"] == "Сәуле"
    assert [each.text for each in vera.heard] == ["Осы сөз", "Осы сөз"]
    assert missing == "Bad Request: message to copy not found"


async def test_protected_messages_are_not_passed_on(raw: Raw, saule: Phone) -> None:
    sent = await raw.ask("sendMessage", chat_id=saule.chat_id, text="x", protect_content=True)
    assert saule.last is not None
    assert saule.last.protected
    words = await raw.refused(
        "forwardMessage", chat_id=saule.chat_id, from_chat_id=saule.chat_id, message_id=sent["message_id"]
    )
    assert words == "Bad Request: message has protected content and can't be forwarded"


async def test_places_contacts_and_what_the_bot_is_doing(bot: telegram.Bot, saule: Phone) -> None:
    await bot.send_location(saule.chat_id, 43.2, 76.9)
    await bot.send_contact(saule.chat_id, "+77000000999", "Hotline")
    assert [message.kind for message in saule.messages[-2:]] == ["location", "contact"]

    await bot.send_chat_action(saule.chat_id, "typing")
    assert saule.typing == "typing"
    await bot.send_message(saule.chat_id, "x")
    assert saule.typing is None
