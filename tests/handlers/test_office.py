"""Hours and promises: what is said can be kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.family import habits
from handlers.saying import msg
from tests.handlers.made import NOON, OFFICE, a_person

FRIDAY_EVENING = datetime(2026, 11, 27, 14, 30, tzinfo=UTC)  # 19:30 in Almaty


def test_open_at_noon_closed_on_friday_evening() -> None:
    """Hours are the office's own, not the server's."""
    assert OFFICE.is_open(NOON)
    assert not OFFICE.is_open(FRIDAY_EVENING)


def test_after_friday_evening_comes_monday_morning() -> None:
    """The next time when somebody reads is a real one."""
    assert OFFICE.opens(FRIDAY_EVENING).isoformat() == "2026-11-30T10:00:00+05:00"


def test_promise_falls_on_an_office_day_and_not_later() -> None:
    """Seven days after a Sunday is a Sunday: the promise is for the Friday before."""
    assert OFFICE.promise(NOON) == date(2026, 12, 1)
    assert OFFICE.promise(datetime(2026, 11, 29, 7, tzinfo=UTC)) == date(2026, 12, 4)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))
def test_a_promise_is_always_ahead_and_within_its_days(now: datetime) -> None:
    """At any hour of any day."""
    ahead = OFFICE.promise(now) - OFFICE.today(now)
    assert timedelta(0) < ahead <= timedelta(days=7)
    assert OFFICE.opens(now) >= now.replace(microsecond=0) - timedelta(seconds=1)


@pytest.mark.parametrize(("hour", "pushed"), [(3, False), (4, True), (15, True), (16, False), (22, False)])
def test_nobody_is_woken(hour: int, pushed: bool) -> None:
    """From 09:00 until 21:00 in Almaty, which is 04:00 until 16:00 in UTC."""
    assert OFFICE.may_push(datetime(2026, 11, 24, hour, 30, tzinfo=UTC)) is pushed


CITIES = [ZoneInfo(zone) for zone in habits.CITIES.values()]


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), st.sampled_from(CITIES)
)
def test_nobody_is_woken_where_she_lives(now: datetime, zone: ZoneInfo) -> None:
    """In every city that can be chosen, on every day of a change of clocks, too."""
    when = OFFICE.next_push(now, zone)
    assert now <= when <= now + timedelta(hours=13)
    assert 9 <= when.astimezone(zone).hour < 21
    assert OFFICE.next_push(when, zone) == when


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), st.sampled_from(CITIES)
)
def test_that_nothing_is_new_is_said_in_the_afternoon_of_the_office_and_at_her_daytime(
    now: datetime, zone: ZoneInfo
) -> None:
    """So that all that is due on one day is said together, on that day."""
    when = OFFICE.next_word(now, zone)
    assert now <= when <= now + timedelta(hours=26)
    assert OFFICE.words_are_due(when)
    assert 9 <= when.astimezone(zone).hour < 21
    noon = datetime.combine(OFFICE.today(now), time(12), OFFICE.zone)
    due = OFFICE.next_word(noon, zone)
    assert OFFICE.today(due) == OFFICE.today(noon)
    assert due.astimezone(zone).date() == OFFICE.today(noon)


def test_where_all_who_are_told_sleep_nobody_reads_yet() -> None:
    """The office is open at noon in Almaty; to whoever is told in New York it is two at night."""
    awake, asleep = a_person("vera"), replace(a_person("olga"), zone="America/New_York")
    assert OFFICE.reading_part(NOON, [asleep, awake]) == msg("reads-now")
    part = OFFICE.reading_part(NOON, [asleep])
    assert part == msg("reads-from", at=datetime(2026, 11, 24, 19, tzinfo=OFFICE.zone))
    assert OFFICE.absence(NOON, [asleep]) == (part,)
    assert OFFICE.absence(NOON, [awake]) == ()
