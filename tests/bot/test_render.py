"""A message of the outbox becomes exactly the request that Telegram documents."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.render import Call, Unspeakable, as_new, call_for, menu_for, without_markup
from handlers.saying import Button, Key, Spoken
from storage.records import Claimed, Lane

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
HELLO = Spoken("<b>Сәлем</b>", (), None, False)
NO_PREVIEW = {"is_disabled": True}


def claimed(kind: str, **body: Any) -> Claimed:
    return Claimed("0" * 32, "key", 42, None, "kk", Lane.REPLY, kind, 1, NOW, NOW, body)


def sent(call: Call) -> dict[str, Any]:
    """The fields that travel."""
    return {name: value for name, value in call.fields.items() if value is not None}


def test_a_text_is_html_without_previews():
    call = call_for(claimed("text"), HELLO)

    assert call.method == "sendMessage"
    assert sent(call) == {
        "chat_id": 42,
        "text": "<b>Сәлем</b>",
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
    }


def test_protected_and_quiet_are_said_to_telegram():
    fields = sent(call_for(claimed("text", protect=True, quiet=True), HELLO))

    assert fields["protect_content"] is True
    assert fields["disable_notification"] is True


def test_buttons_carry_tokens_or_links():
    spoken = Spoken(
        "?", ((Button("Иә", "t0ken.a", None),), (Button("Site", None, "https://example.org"),)), None, False
    )

    assert call_for(claimed("text"), spoken).fields["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Иә", "callback_data": "t0ken.a"}],
            [{"text": "Site", "url": "https://example.org"}],
        ]
    }


def test_a_contact_key_replaces_the_keyboard():
    spoken = Spoken("?", (), ((Key("My number", True),), (Key("Skip", False),)), False)

    assert call_for(claimed("text"), spoken).fields["reply_markup"] == {
        "keyboard": [[{"text": "My number", "request_contact": True}], [{"text": "Skip"}]],
        "resize_keyboard": True,
    }


def test_keys_are_taken_away():
    assert call_for(claimed("text"), Spoken("ok", (), None, True)).fields["reply_markup"] == {
        "remove_keyboard": True
    }


def test_an_edit_changes_words_and_buttons_of_its_message():
    spoken = Spoken("new", ((Button("Back", "t.b", None),),), None, False)
    call = call_for(claimed("edit", message_id=7), spoken)

    assert call.method == "editMessageText"
    assert sent(call) == {
        "chat_id": 42,
        "message_id": 7,
        "text": "new",
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": {"inline_keyboard": [[{"text": "Back", "callback_data": "t.b"}]]},
    }


def test_an_edit_without_words_takes_the_buttons_away():
    call = call_for(claimed("edit", message_id=7), Spoken(None, (), None, False))

    assert (call.method, sent(call)) == ("editMessageReplyMarkup", {"chat_id": 42, "message_id": 7})


def test_an_edit_of_a_message_that_is_gone_is_said_anew():
    call = as_new(claimed("edit", message_id=7), HELLO)

    assert (call.method, call.fields["text"]) == ("sendMessage", "<b>Сәлем</b>")
    assert "message_id" not in call.fields


def test_a_message_is_deleted():
    call = call_for(claimed("delete", message_id=7), Spoken(None, (), None, False))

    assert (call.method, sent(call)) == ("deleteMessage", {"chat_id": 42, "message_id": 7})


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("photo", "sendPhoto"),
        ("document", "sendDocument"),
        ("voice", "sendVoice"),
        ("audio", "sendAudio"),
        ("video", "sendVideo"),
    ],
)
def test_files_are_passed_on_by_telegrams_own_id(kind, method):
    with_words = call_for(claimed(kind, file="FILE"), HELLO)
    bare = call_for(claimed(kind, file="FILE"), Spoken(None, (), None, False))

    assert with_words.method == bare.method == method
    assert sent(with_words) == {"chat_id": 42, kind: "FILE", "caption": "<b>Сәлем</b>", "parse_mode": "HTML"}
    assert sent(bare) == {"chat_id": 42, kind: "FILE"}


def test_an_album_carries_its_words_on_the_first_picture():
    album = [{"kind": "photo", "file": "A"}, {"kind": "video", "file": "B"}]
    call = call_for(claimed("album", album=album), HELLO)

    assert call.method == "sendMediaGroup"
    assert call.fields["media"] == [
        {"type": "photo", "media": "A", "caption": "<b>Сәлем</b>", "parse_mode": "HTML"},
        {"type": "video", "media": "B"},
    ]


def test_a_menu_is_set_for_one_chat():
    call = menu_for(claimed("menu"), [("report", "Report somebody missing")])

    assert call == Call(
        "setMyCommands",
        {
            "scope": {"type": "chat", "chat_id": 42},
            "commands": [{"command": "report", "description": "Report somebody missing"}],
        },
    )


@pytest.mark.parametrize(("kind", "words"), [("carrier-pigeon", "hello"), ("text", None), ("text", "")])
def test_what_nobody_can_send_is_refused(kind, words):
    with pytest.raises(Unspeakable):
        call_for(claimed(kind), Spoken(words, (), None, False))


def test_plain_words_keep_what_the_markup_said():
    call = call_for(claimed("text"), Spoken("<b>A</b> &lt;b&gt; &amp; c", (), None, False))
    plain = without_markup(call)

    assert plain.fields["text"] == "A <b> & c"
    assert "parse_mode" not in plain.fields
    assert plain.fields["chat_id"] == 42
