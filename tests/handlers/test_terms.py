"""When a term ends: month ends, leap years, beginnings that are known in part."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.intake.fields import day_value
from handlers.rules.deadlines import Rung
from handlers.rules.terms import LENGTHS, Ends, Unit, ends, is_backward, last_day, rungs

D, M, Y = Unit.DAYS, Unit.MONTHS, Unit.YEARS


def days() -> st.SearchStrategy[date]:
    """Any day of a lifetime."""
    return st.dates(date(1950, 1, 1), date(2050, 1, 1))


@pytest.mark.parametrize(
    ("start", "count", "unit", "last"),
    [
        (date(2025, 3, 1), 15, D, date(2025, 3, 15)),
        (date(2025, 3, 1), 1, D, date(2025, 3, 1)),
        (date(2024, 2, 20), 15, D, date(2024, 3, 5)),
        (date(2025, 2, 20), 15, D, date(2025, 3, 6)),
        (date(2025, 1, 15), 6, M, date(2025, 7, 14)),
        (date(2025, 8, 1), 6, M, date(2026, 1, 31)),
        (date(2025, 1, 31), 1, M, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, M, date(2024, 2, 29)),
        (date(2024, 1, 30), 1, M, date(2024, 2, 29)),
        (date(2025, 1, 29), 1, M, date(2025, 2, 28)),
        (date(2024, 1, 29), 1, M, date(2024, 2, 28)),
        (date(2025, 12, 1), 2, M, date(2026, 1, 31)),
        (date(2024, 2, 29), 1, Y, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, Y, date(2028, 2, 28)),
        (date(2018, 5, 10), 7, Y, date(2025, 5, 9)),
        (date(2025, 3, 31), 3, M, date(2025, 6, 30)),
    ],
)
def test_the_last_day(start: date, count: int, unit: Unit, last: date) -> None:
    """The first day counts."""
    assert last_day(start, count, unit) == last


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("2025-03-14", Ends(date(2025, 3, 28), date(2025, 3, 28))),
        ("2025-03", Ends(date(2025, 3, 15), date(2025, 4, 14))),
        ("2025-03-03/2025-03-10", Ends(date(2025, 3, 17), date(2025, 3, 24))),
        ("2025", Ends(date(2025, 1, 15), date(2026, 1, 14))),
        ("../2025-03", None),
        ("2025-03/..", None),
    ],
)
def test_a_beginning_that_is_known_in_part_gives_a_range(start: str, found: Ends | None) -> None:
    """Fifteen days, from the earliest to the latest; nothing where one of them is open."""
    assert ends({"start": day_value(start), "count": 15, "unit": "days"}) == found


def test_an_expected_end_goes_before_what_is_counted() -> None:
    """And without either nothing is known."""
    body = {"start": day_value("2025-03-14"), "count": 15, "unit": "days", "end": day_value("2025-04")}
    assert ends(body) == Ends(date(2025, 4, 1), date(2025, 4, 30))
    assert ends({"start": day_value("2025-03-14"), "count": None, "unit": None}) is None
    assert ends({"start": None, "end": None}) is None


def test_an_end_before_the_beginning_is_seen_only_where_it_is_certain() -> None:
    """March may still end after 14 March."""
    assert is_backward(day_value("2025-03-14"), day_value("2025-03-13"))
    assert not is_backward(day_value("2025-03-14"), day_value("2025-03-14"))
    assert not is_backward(day_value("2025-03-14"), day_value("2025-03"))
    assert not is_backward(day_value("../2025-03"), day_value("2025-01"))
    assert not is_backward(None, day_value("2025-01"))


def test_who_hears_when() -> None:
    """The owner by the earliest end, the family after the latest, the team two days after the question."""
    term = Ends(date(2025, 3, 15), date(2025, 4, 14))
    assert rungs(term, None) == [Rung("soon", date(2025, 3, 12)), Rung("asked", date(2025, 4, 15))]
    assert rungs(term, date(2025, 4, 20))[2] == Rung("unanswered", date(2025, 4, 22))
    assert rungs(None, None) == []


def test_the_lengths_on_buttons_are_what_they_say() -> None:
    """15-days is fifteen days."""
    assert all(name == f"{count}-{unit}" for name, (count, unit) in LENGTHS.items())


@given(days(), days(), st.integers(1, 400), st.sampled_from(list(Unit)))
def test_who_is_held_later_is_held_as_long_or_longer(one: date, other: date, count: int, unit: Unit) -> None:
    """No later beginning has an earlier end, and twelve months are a year."""
    first, last = sorted((one, other))
    assert last_day(first, count, unit) <= last_day(last, count, unit)
    assert last_day(one, 12, M) == last_day(one, 1, Y)
