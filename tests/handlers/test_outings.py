"""When whoever is out is asked, reminded, and when others hear: the rule, and the times that people write."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.family.outing import time_of_day
from handlers.rules.outings import LATE, STEP, TOO_LATE, Said, turn

UNTIL = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
MINUTES = st.integers(min_value=0, max_value=5 * 24 * 60).map(lambda count: timedelta(minutes=count))


def test_in_good_time_she_is_asked_reminded_twice_and_then_others_hear() -> None:
    said, look_at, heard = None, UNTIL, []
    while look_at is not None:
        step = turn(said, UNTIL, look_at, reachable=True)
        heard.append((step.said, (look_at - UNTIL) // timedelta(minutes=1), step.late))
        said, look_at = step.said, step.look_at
    assert heard == [
        (Said.ASKED, 0, False),
        (Said.REMINDED, 10, False),
        (Said.REMINDED_TWICE, 20, False),
        (Said.ALARMED, 30, False),
    ]


@given(st.lists(MINUTES, min_size=6, max_size=6))
def test_whatever_stood_still_in_between_others_hear(downtimes: list[timedelta]) -> None:
    """Each word once, in its order; half an hour after the machine stood again at the latest."""
    said, now, heard = None, UNTIL, []
    for downtime in downtimes:
        began = now = now + downtime
        step = turn(said, UNTIL, now, reachable=True)
        heard.append(step.said)
        if step.look_at is None:
            break
        assert step.look_at - now <= STEP
        said, now = step.said, max(now, step.look_at)
        assert now >= began
    order = list(Said)
    assert heard[-1] is Said.ALARMED
    assert [order.index(one) for one in heard] == sorted({order.index(one) for one in heard})
    if (
        all(downtime < LATE for downtime in downtimes[:4])
        and sum(downtimes[:4], timedelta()) < TOO_LATE - 3 * STEP
    ):
        assert heard == order, "nobody is alarmed about before she was asked and reminded"


@given(MINUTES)
def test_who_cannot_be_asked_is_not_waited_for(late: timedelta) -> None:
    assert turn(None, UNTIL, UNTIL + late, reachable=False).said is Said.ALARMED


@pytest.mark.parametrize(
    ("text", "hour", "minute", "days"),
    [
        ("18:00", 18, 0, 0),
        ("18.30", 18, 30, 0),
        ("в 18:00", 18, 0, 0),
        ("18点30", 18, 30, 0),
        ("сағат 20", 20, 0, 0),
        ("٢٠:١٥", 20, 15, 0),
        ("09:00", 9, 0, 1),
        ("0:30", 0, 30, 1),
    ],
)
def test_a_time_is_the_next_one_of_its_name(text: str, hour: int, minute: int, days: int) -> None:
    here = datetime(2026, 11, 24, 17, 0, tzinfo=ZoneInfo("Asia/Almaty"))
    found = time_of_day(text, here)
    assert found == datetime(2026, 11, 24 + days, hour, minute, tzinfo=here.tzinfo)


@pytest.mark.parametrize("text", ["", "later", "25:00", "18:75", "18:00-19:00", "2026-11-24", "1 2 3", "123"])
def test_what_is_no_time_is_asked_again(text: str) -> None:
    assert time_of_day(text, datetime(2026, 11, 24, 17, 0, tzinfo=ZoneInfo("Asia/Almaty"))) is None
