"""Whatever is written, the reader does not break; and what the hotline says of a date, it understands."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.dates.calendar import OLDEST
from handlers.dates.reader import DateReading, read_date
from handlers.dates.words import LEXICON
from locales import partial
from locales.languages import CODES
from tests.dates.corpus import HARD, LANGUAGES, TODAY, rows

WRITTEN = sorted({row.written for file in (*LANGUAGES, HARD) for row in rows(file)})
WORDS = sorted({" ".join(words) for words in LEXICON})
todays = st.dates(date(2024, 1, 1), date(2040, 12, 31))
numbers = st.one_of(st.integers(0, 40), st.integers(1800, 2100), st.integers(0, 99999)).map(str)
pieces = st.one_of(
    st.sampled_from(WORDS), numbers, st.sampled_from(list(".,-/:;–年月日前~'")), st.text(max_size=3)
)
jumbles = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " ", "-"])), max_size=9).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
joined = st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=3).map(" ".join)


def holds(read: DateReading, today: date) -> None:
    """Options or a trouble; whole EDTF, nothing wholly to come."""
    assert bool(read.options) == (read.trouble is None)
    assert len(read.options) <= 4
    assert len(set(read.options)) == len(read.options)
    for option in read.options:
        known = partial.parse(option)
        assert known.first is None or known.first.year >= OLDEST
        assert known.first is None or known.first <= today
        for code in CODES:
            assert partial.in_words(code, option)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), jumbles, joined), todays, st.booleans())
def test_never_breaks_and_never_foretells(text: str, today: date, birth: bool) -> None:
    """Any text, on any day."""
    holds(read_date(text, today, birth=birth), today)


@settings(max_examples=150, deadline=None)
@given(st.dates(date(OLDEST, 1, 1), TODAY), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_what_is_said_back_is_understood(day: date, form: str) -> None:
    """A day, a month and a year in each language's words are read as the same."""
    edtf = day.strftime(form).rjust(len(day.strftime(form)), "0")
    for code in CODES:
        for birth in (False, True):
            read = read_date(partial.in_words(code, edtf), TODAY, birth=birth)
            assert read.options == (edtf,), partial.in_words(code, edtf)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "edtf",
    [
        "2025-21",
        "2025-22",
        "2025-23",
        "2024-24",
        "198X",
        "1980~",
        "2025-07~",
        "2025-07-14~",
        "2025-07?",
        "2025-03-03/2025-03-10",
        "2024-03/2024-05",
        "2018/2019",
        "../2025-03",
        "../2025-03-14",
        "../2018",
        "2025-03/..",
        "2025-03-14/..",
        "2018/..",
        "2025-21/..",
    ],
)
def test_what_is_said_back_of_the_rest_is_understood(code: str, edtf: str) -> None:
    """Seasons, decades, about, perhaps, from and to, before, since."""
    assert read_date(partial.in_words(code, edtf), TODAY).options == (edtf,)


@pytest.mark.parametrize("file", LANGUAGES)
def test_every_day_of_a_year_is_read(file: str) -> None:
    """With the name of each month, and each number of a day."""
    for offset in range(366):
        day = date(2024, 1, 1) + timedelta(days=offset)
        assert read_date(partial.in_words(file, day.isoformat()), TODAY).options == (day.isoformat(),)


def test_a_story_is_not_searched_for_dates() -> None:
    """Who tells a long story is asked for the one date."""
    assert read_date("14 марта 2025 года " * 50, TODAY) == DateReading(trouble="unclear")
