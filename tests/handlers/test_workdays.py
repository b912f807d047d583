"""Working days: Nauryz, moved days, working weekends, and what the steward adds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.workdays import REPLY_DAYS, Workdays, read, read_days


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 24), 15, date(2026, 12, 15)),  # before Independence Day
        (date(2026, 11, 24), 16, date(2026, 12, 17)),  # which is the 16th
        (date(2025, 3, 20), 1, date(2025, 3, 26)),  # Nauryz 21–23 March, Saturday and Sunday moved to 24, 25
        (date(2026, 3, 20), 1, date(2026, 3, 26)),
        (date(2024, 12, 31), 1, date(2025, 1, 5)),  # a Sunday on which was worked for 3 January
        (date(2024, 12, 31), 2, date(2025, 1, 6)),
        (date(2024, 12, 31), 3, date(2025, 1, 8)),  # 7 January is Orthodox Christmas
        (date(2026, 5, 6), 1, date(2026, 5, 8)),  # between Defender's and Victory Day
        (date(2026, 5, 8), 1, date(2026, 5, 12)),  # Victory Day, a Saturday, is moved to Monday
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # 29 February
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # from a Saturday
    ],
)
def test_the_day_after_so_many(start: date, count: int, end: date) -> None:
    """The day on which it was sent does not count."""
    assert Workdays().after(start, count) == end


def test_what_the_steward_adds_goes_before_what_is_known() -> None:
    """A decree moves a day: Friday off, the Sunday after it worked."""
    moved = read(" 2026-11-27 ,+2026-11-29,")
    assert moved == Workdays(frozenset({date(2026, 11, 27)}), frozenset({date(2026, 11, 29)}))
    assert moved.after(date(2026, 11, 26), 1) == date(2026, 11, 29)
    assert Workdays().after(date(2026, 11, 26), 1) == date(2026, 11, 27)
    assert read("+2026-03-23").is_workday(date(2026, 3, 23))
    assert read("") == Workdays()


@pytest.mark.parametrize("written", ["Monday", "2027-02-29", "2027-01-04,+2027-01-04", "+"])
def test_what_is_no_calendar_is_refused(written: str) -> None:
    """Rather than counted wrongly."""
    with pytest.raises(ValueError):  # noqa: PT011 -- each has its own words, which nobody reads
        read(written)


@pytest.mark.parametrize("count", [0, -1, 1001])
def test_so_many_days_are_not_counted(count: int) -> None:
    """A loop without an end is none."""
    with pytest.raises(ValueError, match="between 1 and 1,000"):
        Workdays().after(date(2026, 1, 1), count)


def test_days_to_answer_can_be_set() -> None:
    """What is not named stays."""
    assert read_days("") == dict(REPLY_DAYS)
    assert read_days("court=30, un=90") == {**REPLY_DAYS, "court": 30, "un": 90}
    with pytest.raises(ValueError, match="post is no office"):
        read_days("post=3")


@given(st.dates(date(2010, 1, 1), date(2035, 1, 1)), st.integers(1, 90))
def test_so_many_working_days_lie_between(start: date, count: int) -> None:
    """Whatever the year: exactly as many, and the last is one."""
    end = Workdays().after(start, count)
    between = [start + timedelta(days=one) for one in range(1, (end - start).days + 1)]
    assert sum(map(Workdays().is_workday, between)) == count
    assert Workdays().is_workday(end)
