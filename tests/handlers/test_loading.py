"""Who has most comes first; and on which morning a week is told."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.rules.loading import Load, heaviest_first, week_to_tell
from handlers.rules.office import Office
from handlers.rules.workdays import Workdays

ALMATY = ZoneInfo("Asia/Almaty")
OFFICE = Office(ALMATY, (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
MONDAY = date(2026, 11, 30)


def hers(code: str, held: int = 0, most: int = 3, tasks: int = 0, overdue: int = 0) -> Load:
    return Load(code, code, held, most, tasks, overdue, 0, rests=False, until=None, away=False)


def test_whoever_has_too_much_comes_first_then_what_is_overdue() -> None:
    team = [
        hers("nothing"),
        hers("tasks", tasks=4),
        hers("full", held=3),
        hers("over", held=2, most=1),
        hers("late", tasks=1, overdue=1),
        hers("half", held=2, most=4),
    ]
    assert [one.code for one in heaviest_first(team)] == ["over", "late", "full", "half", "tasks", "nothing"]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2026, 11, 29, 12, 0, tzinfo=ALMATY), None),  # Sunday
        (datetime(2026, 11, 30, 0, 30, tzinfo=ALMATY), None),
        (datetime(2026, 11, 30, 9, 59, tzinfo=ALMATY), None),
        (datetime(2026, 11, 30, 10, 0, tzinfo=ALMATY), MONDAY),
        (datetime(2026, 11, 30, 23, 59, tzinfo=ALMATY), MONDAY),
        (datetime(2026, 12, 1, 0, 1, tzinfo=ALMATY), MONDAY),
        (datetime(2026, 12, 1, 23, 59, tzinfo=ALMATY), MONDAY),
        (datetime(2026, 12, 2, 0, 0, tzinfo=ALMATY), None),
        # In Almaty it is Monday, 10:00, when it is 5:00 in UTC.
        (datetime(2026, 11, 30, 5, 0, tzinfo=UTC), MONDAY),
        (datetime(2026, 11, 30, 4, 59, tzinfo=UTC), None),
    ],
)
def test_a_week_is_told_from_the_opening_on_monday_until_tuesday_ends(
    at: datetime, told: date | None
) -> None:
    assert week_to_tell(OFFICE, at) == told


@pytest.mark.parametrize(
    ("day", "hour", "told"), [(30, 12, None), (1, 9, None), (1, 10, MONDAY), (2, 15, MONDAY), (3, 10, None)]
)
def test_where_monday_is_a_holiday_it_is_told_on_the_next_day(day: int, hour: int, told: date | None) -> None:
    closed = Office(
        ALMATY, OFFICE.hours, OFFICE.days, 7, "izdeu_bot", workdays=Workdays(off=frozenset({MONDAY}))
    )
    at = datetime(2026, 11 if day == 30 else 12, day, hour, tzinfo=ALMATY)
    assert week_to_tell(closed, at) == told


def test_a_week_without_a_working_day_is_not_told() -> None:
    week = frozenset(MONDAY + timedelta(days=later) for later in range(5))
    closed = Office(ALMATY, OFFICE.hours, OFFICE.days, 7, "izdeu_bot", workdays=Workdays(off=week))
    for later in range(7):
        at = datetime(2026, 11, 30, 12, tzinfo=ALMATY) + timedelta(days=later)
        assert week_to_tell(closed, at) is None
