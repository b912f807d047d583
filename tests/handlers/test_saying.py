"""What is kept in the outbox is put into words only when it is sent, in the reader's language."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.saying import (
    Button,
    Key,
    Part,
    Short,
    Spoken,
    labelled,
    labelled_msg,
    lines,
    msg,
    raw,
    speak,
)
from locales.catalog import Catalog, strip_marks

CATALOG = Catalog(
    {
        "en": {
            "told": "told = <b>{ $what }</b>",
            "files": "files = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n  }",
            "label-name": "label-name = Name & rank",
            "button-of": "button-of = Message of { $day }",
            "unknown": "unknown = not known",
        },
        "ug": {
            "told": "told = <b>{ $what }</b>",
            "button-of": "button-of = ئۇچۇر: { $day }",
            "unknown": "unknown = نامەلۇم",
        },
    }
)
ALMATY = ZoneInfo("Asia/Almaty")


def spoken(body: Mapping[str, Any], language: str | None = "en") -> Spoken:
    """*body* in words, after it was kept as JSON."""
    return speak(CATALOG, ALMATY, json.loads(json.dumps(body)), language)


def said(*parts: Part, language: str = "en") -> str:
    """The text of a message of *parts*, without the marks that isolate its arguments."""
    html = spoken({"parts": parts}, language).html
    assert html is not None
    return strip_marks(html)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("K7Q-4MC", "K7Q-4MC"),
        ("<i>", "&lt;i&gt;"),
        (date(2026, 11, 24), "24 November 2026"),
        (Short(date(2026, 11, 24)), "24 Nov"),
        (datetime(2026, 11, 24, 20, 30, tzinfo=UTC), "25 November 2026, 01:30"),
        (21, "21"),
        (msg("unknown"), "not known"),
        (("A", msg("unknown"), "B"), "A, not known and B"),
    ],
    ids=["words", "markup", "day", "short day", "moment", "count", "message", "list"],
)
def test_an_argument_comes_back_as_what_it_was(value: object, shown: str) -> None:
    """Also through the database, where it is JSON."""
    assert said(msg("told", what=value)) == f"<b>{shown}</b>"


def test_a_count_chooses_its_form() -> None:
    assert said(lines([msg("files", n=1), msg("files", n=2)])) == "1 file\n2 files"


def test_the_same_body_is_said_in_the_language_of_each_reader() -> None:
    """A body that names a language goes before what the reader chose; without both it is English."""
    body = {"parts": [msg("unknown")]}

    assert spoken(body, "ug").html == "نامەلۇم"
    assert spoken({**body, "language": "en"}, "ug").html == "not known"
    assert spoken(body, None).html == "not known"


def test_a_day_on_a_button_is_short_in_every_language() -> None:
    body = {"keyboard": [[{"text": msg("button-of", day=Short(date(2026, 11, 24))), "data": "token"}]]}

    assert spoken(body, "en") == Spoken(None, ((Button("Message of 24 Nov", "token", None),),), None, False)
    assert spoken(body, "ug").buttons == ((Button("ئۇچۇر: 11-ئاي 24", "token", None),),)


def test_somebodys_own_words_stay_her_own() -> None:
    """No markup, no Fluent, no mark of theirs reaches the sentence around them."""
    assert said(raw("<b>{ $what }</b>\0\ud800")) == "&lt;b&gt;{ $what }&lt;/b&gt;\ufffd"
    assert said(labelled("label-name", "Erlan")) == "<b>Name & rank</b>\nErlan"
    assert said(labelled_msg("label-name", msg("unknown"))) == "<b>Name & rank</b>\nnot known"
    assert spoken({"keyboard": [[{"text": raw("<Erlan>"), "url": "https://t.me/x"}]]}).buttons == (
        (Button("<Erlan>", None, "https://t.me/x"),),
    )


def test_keys_lie_over_the_keyboard_until_they_are_taken_away() -> None:
    keys = [[{"text": msg("unknown"), "contact": True}]]

    assert spoken({"parts": [], "reply_keyboard": keys}).keys == ((Key("not known", True),),)
    taken = spoken({"parts": [raw("a"), raw("b")], "reply_keyboard": "remove"})
    assert (taken.keys, taken.remove_keys) == (None, True)
    assert taken.html == "\u2068a\u2069\n\n\u2068b\u2069"


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("Ерлан\ud83d", "Ерлан\ufffd"),
        ("Ерлан\0\x1b", "Ерлан"),
        ("Ер\nлан \t Сейітұлы", "Ер лан Сейітұлы"),
        ("\u202eнапрЕ\u2069\u2066", "напрЕ"),
        ("\u200b\u3164", "…"),
        ("", "…"),
    ],
)
def test_a_name_on_a_button_is_one_line_that_can_be_sent(named, shown):
    """Telegram refuses a whole message for one label that it cannot read or show."""
    assert spoken({"keyboard": [[{"text": raw(named), "data": "t"}]]}).buttons[0][0].text == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\u2067ئېركىن\u2069 left", "\u2067ئېركىن\u2069 left"),
        ("left\u2069\u2067 right", "left right"),
        ("\u2067never closed", "never closed"),
        ("one\r\ntwo\0", "one\ntwo"),
    ],
)
def test_marks_in_somebodys_words_stay_where_they_are_closed(typed, shown):
    assert spoken({"parts": [raw(typed)]}).html == f"\u2068{shown}\u2069"
