"""What is said arrives as it was written, whatever stands in the arguments."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from locales.catalog import (
    BadArgument,
    Catalog,
    Count,
    Day,
    Listing,
    MissingText,
    Moment,
    ShortDay,
    TooLong,
    strip_marks,
)

Say = Callable[..., Catalog]


def test_a_message_keeps_its_markup_and_loses_that_of_its_argument(say: Say) -> None:
    catalog = say(en="hello = <b>Hello</b>, { $name }.")

    assert (
        catalog.text("en", "hello", name="<i>A & B</i>")
        == "<b>Hello</b>, \u2068&lt;i&gt;A &amp; B&lt;/i&gt;\u2069."
    )


def test_a_message_without_arguments_is_rendered_once(say: Say) -> None:
    catalog = say(en="thanks = Thank you.\n    We read it.")

    assert catalog.text("en", "thanks") == "Thank you.\nWe read it."
    assert catalog.text("en", "thanks") is catalog.text("en", "thanks")


def test_an_argument_may_have_any_name(say: Say) -> None:
    catalog = say(en="m = { $code } { $self } { $message_id }")

    assert strip_marks(catalog.text("en", "m", code="K7Q-4M2", self="a", message_id="b")) == "K7Q-4M2 a b"


def test_what_looks_like_fluent_in_an_argument_stays_as_typed(say: Say) -> None:
    catalog = say(en="m = { $a } { $b }")

    assert strip_marks(catalog.text("en", "m", a="{ $b }", b="\ue000a\ue001")) == "{ $b } \ue000a\ue001"


def test_an_argument_cannot_turn_the_line_around_or_break_the_sending(say: Say) -> None:
    catalog = say(en="m = [{ $a }]")

    assert catalog.text("en", "m", a="x\u2069\u202ey\0z\ud800") == "[\u2068xyz\ufffd\u2069]"


def test_an_address_holds_no_marks_and_cannot_be_left(say: Say) -> None:
    catalog = say(en='m = <a href="{ $url }">{ $name }</a>')

    said = catalog.text("en", "m", url='https://example.org/?a="b"', name='"A"')

    assert said == '<a href="https://example.org/?a=&quot;b&quot;">\u2068"A"\u2069</a>'


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 дней"), (1, "1 день"), (2, "2 дня"), (5, "5 дней"), (21, "21 день"), (1234567, "1234567 дней")],
)
def test_a_count_chooses_its_form_and_is_not_grouped(say: Say, count: int, said: str) -> None:
    catalog = say(
        ru="days = { $n ->\n"
        " [one] { $n } день\n [few] { $n } дня\n [many] { $n } дней\n *[other] { $n } дня\n }"
    )

    assert catalog.text("ru", "days", n=Count(count)) == said
    assert catalog.text("ru", "days", n=Count(count)) == said


def test_a_word_chooses_a_wording(say: Say) -> None:
    catalog = say(
        en="s = { $situation ->\n [missing] Missing\n [released] Released\n *[unknown] Not known\n }."
    )

    said = [catalog.text("en", "s", situation=word) for word in ("missing", "released", "<b>")]

    assert said == ["Missing.", "Released.", "Not known."]


DAYS = {
    "en": "5 July 2026",
    "ru": "5 июля 2026 года",
    "kk": "2026 жылғы 5 шілде",
    "kk_Arab": "2026-جىلعى 5-شىلدە",
    "zh_Hans": "2026年7月5日",
    "ug": "2026-يىلى 7-ئاينىڭ 5-كۈنى",
}


@pytest.mark.parametrize(("code", "said"), DAYS.items())
def test_days_and_times_are_in_words(say: Say, code: str, said: str) -> None:
    catalog, code = say(**{code: "d = { $day }\nm = { $at }"}), code.replace("_", "-")
    at = datetime(2026, 7, 4, 19, 5, tzinfo=UTC).astimezone(ZoneInfo("Asia/Almaty"))

    assert strip_marks(catalog.text(code, "d", day=Day(date(2026, 7, 5)))) == said
    comma = {"zh-Hans": " ", "kk-Arab": "، ", "ug": "، "}.get(code, ", ")
    assert strip_marks(catalog.text(code, "m", at=Moment(at))) == f"{said}{comma}00:05"


SHORT_DAYS = {
    "en": "5 Jul",
    "ru": "05.07",
    "kk": "05.07",
    "kk_Arab": "5-شىل",
    "zh_Hans": "7月5日",
    "ug": "7-ئاي 5",
}


@pytest.mark.parametrize(("code", "said"), SHORT_DAYS.items())
def test_a_short_day_fits_a_button(say: Say, code: str, said: str) -> None:
    catalog, code = say(**{code: "button-day = { $day }\nd = { $day }"}), code.replace("_", "-")
    day = ShortDay(date(2026, 7, 5))

    assert catalog.plain(code, "button-day", day=day) == said
    assert catalog.text(code, "d", day=day) == f"\u2068{said}\u2069"


LISTS = {
    "en": "A, B and C",
    "ru": "A, B и C",
    "kk": "A, B және C",
    "kk_Arab": "A، B جانە C",
    "zh_Hans": "A、B和C",
    "ug": "A، B ۋە C",
}


@pytest.mark.parametrize(("code", "said"), LISTS.items())
def test_lists_are_joined_as_the_language_joins_them(say: Say, code: str, said: str) -> None:
    catalog, code = say(**{code: "l = { $names }"}), code.replace("_", "-")

    assert strip_marks(catalog.text(code, "l", names=Listing(("A", "B", "C")))) == said
    assert catalog.text(code, "l", names=Listing(("<A>",))) == "\u2068&lt;A&gt;\u2069"
    assert catalog.text(code, "l", names=Listing(())) == "—"


def test_a_button_is_plain_and_holds_no_marks(say: Say) -> None:
    catalog = say(ug="button-take = { $code } نى ئېلىش\ntoast = <b>{ $code }</b> نى &lt;باشقىسى&gt; ئالدى")

    assert catalog.plain("ug", "button-take", code="K7Q-4M2") == "K7Q-4M2 نى ئېلىش"
    assert catalog.plain("ug", "toast", code="K7Q") == "\u2068K7Q\u2069 نى <باشقىسى> ئالدى"


def test_a_sentence_of_one_direction_needs_no_marks_in_plain(say: Say) -> None:
    assert say(en="toast = Taken by { $name }").plain("en", "toast", name="<Aida>") == "Taken by <Aida>"


def test_messages_and_terms_stand_in_each_other(say: Say) -> None:
    catalog = say(en="-bot = Izdeu\nwelcome = { -bot }: { greeting }\ngreeting = Hello, { $name }")

    assert strip_marks(catalog.text("en", "welcome", name="Aida")) == "Izdeu: Hello, Aida"
    assert catalog.ids("en") == {"welcome", "greeting"}


@pytest.mark.parametrize(
    ("args", "why"),
    [
        ({}, "takes ['n', 'name'], was given []"),
        ({"name": "a", "n": Count(1), "x": "b"}, "was given ['n', 'name', 'x']"),
        ({"name": 5, "n": Count(1)}, "name is of no kind that can be shown"),
        ({"name": Count(True), "n": Count(1)}, "name is of no kind that can be shown"),
        ({"name": "a", "n": "1"}, "n must be a Count"),
        ({"name": "a", "n": Count(10**9 + 1)}, "n must be a Count"),
        ({"name": Moment(datetime(2026, 7, 5)), "n": Count(1)}, "name is of no kind"),  # naive on purpose
        ({"name": Listing(("a", 5)), "n": Count(1)}, "name is of no kind"),  # type: ignore[arg-type]  # wrong on purpose
    ],
)
def test_a_wrong_argument_is_refused_never_rendered(say: Say, args: dict[str, Any], why: str) -> None:
    catalog = say(en="m = { $name }: { $n ->\n    [one] one\n   *[other] { $n }\n  }")

    with pytest.raises(BadArgument) as refused:
        catalog.text("en", "m", **args)

    assert why in str(refused.value)


def test_testimony_does_not_go_through_messages(say: Say) -> None:
    catalog = say(en="m = { $a }")

    assert catalog.text("en", "m", a="&" * 2_000) == "\u2068" + "&amp;" * 2_000 + "\u2069"
    with pytest.raises(TooLong):
        catalog.text("en", "m", a="a" * 2_001)
    with pytest.raises(TooLong):
        catalog.text("en", "m", a=Listing(("a" * 1_001, "a" * 1_000)))


@pytest.mark.parametrize("message_id", ["absent", "bad", "dangling", "cycle", "called", "both", "-term"])
def test_what_cannot_be_said_is_missing(say: Say, message_id: str) -> None:
    catalog = say(
        en="bad = { $ }\ndangling = { absent }\ncycle = { cycle }\ncalled = { NUMBER($n) }\n"
        "both = { $w } { $w ->\n    [a] A\n   *[b] B\n  }\n-term = Term"
    )

    with pytest.raises(MissingText):
        catalog.text("en", message_id, **({"w": "a"} if message_id == "both" else {}))
    with pytest.raises(MissingText):
        catalog.plain("de", message_id)


def test_several_files_make_one_language(write: Callable[..., Any]) -> None:
    write("a", en="one = One\n")
    catalog = Catalog.load(write("b", en="# Two\n\n### Parts\n\ntwo =\n    Two\n    lines\n"))

    assert catalog.ids("en") == {"one", "two"}
    assert catalog.text("en", "two") == "Two\nlines"
    assert catalog.has("en", "one")
    assert not catalog.has("ru", "one")
    assert not catalog.has("de", "one")


def test_what_was_typed_is_compared_without_marks() -> None:
    assert strip_marks("\u200f\u2068+7 701\u2069 000\ufeff") == "+7 701 000"
    assert strip_marks("نا\u200cم") == "نا\u200cم", "a joiner belongs to the spelling"
