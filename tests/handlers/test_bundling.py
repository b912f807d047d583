"""Whatever is said arrives: in messages that Telegram takes, whole, and in its order."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.bundling import bundled
from handlers.saying import Part, heading, labelled, labelled_msg, lines, msg, raw, row, speak, units
from locales.catalog import Catalog, strip_marks

TAKEN = 4_096  # UTF-16 units, core.telegram.org/bots/api#sendmessage
CATALOG = Catalog({"en": {"label-name": "label-name = Full name", "told": "told = Kept."}})

words = st.text(st.sampled_from("aя家ئ🕯 \n"), min_size=1, max_size=6_000).filter(str.strip)
small = st.text(st.sampled_from("aя家"), min_size=1, max_size=900)
things = st.lists(
    st.lists(small.map(raw), min_size=1, max_size=4).map(lambda said: row(said, 1)), min_size=1, max_size=12
).map(lines)
parts = st.one_of(
    words.map(raw),
    words.map(lambda text: labelled("label-name", text)),
    words.map(lambda text: labelled_msg("label-name", raw(text))),
    things.map(lambda said: labelled_msg("label-name", said)),
    st.just(msg("told")),
)


def said(bundle: list[Part]) -> str:
    """A message as its reader sees it."""
    html = speak(CATALOG, ZoneInfo("Asia/Almaty"), {"parts": bundle}, "en").html
    assert html is not None
    return strip_marks(html).replace("<b>", "").replace("</b>", "")


def only(text: str, kept: str) -> str:
    """The letters of *text* that people wrote."""
    return "".join(letter for letter in text if letter in kept)


@given(st.lists(parts, min_size=1, max_size=30))
def test_every_message_is_taken_and_no_word_is_lost(told: list[Part]) -> None:
    """Forty answers of four hundred letters are no message; neither is a list of twelve long things."""
    messages = [said(bundle) for bundle in bundled(told)]
    assert all(0 < units(text) <= TAKEN for text in messages)
    assert only("".join(messages), "я家ئ🕯") == only(said(told), "я家ئ🕯")


@pytest.mark.parametrize("count", [1, 12, 40])
def test_short_answers_stay_in_one_message_and_long_ones_do_not(count: int) -> None:
    """What fits is not taken apart."""
    short = [labelled_msg("label-name", raw("Yerlan")) for _ in range(min(count, 12))]
    assert len(bundled(short)) == 1
    long = [labelled_msg("label-name", raw("a" * 400)) for _ in range(count)]
    assert len(bundled(long)) == -(-count // 7)


def test_a_title_stands_with_what_it_is_over() -> None:
    """Not at the end of one message, with its answers in the next."""
    told = [raw("a" * 2_990), heading(raw("Title")), raw("b" * 400)]
    assert bundled(told) == [told[:1], told[1:]]
