"""The machine's time and the time that a rehearsal moves."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import MovableClock, SystemClock

A_MOMENT = timedelta(seconds=5)


@pytest.mark.parametrize("clock", [SystemClock(), MovableClock()])
def test_an_unmoved_clock_tells_the_time_of_the_machine_in_utc(clock):
    before, told, after = datetime.now(UTC), clock.now(), datetime.now(UTC)

    assert before <= told <= after + timedelta(microseconds=1)
    assert told.tzinfo is UTC


def test_a_moved_clock_goes_on_from_there():
    clock = MovableClock()
    before = clock.now()

    clock.move(timedelta(days=3))
    clock.move(timedelta(hours=-1))

    first, second = clock.now(), clock.now()
    assert timedelta() <= first - (before + timedelta(days=3, hours=-1)) < A_MOMENT
    assert first <= second


def test_a_clock_may_start_at_any_time_and_still_tells_utc():
    start = datetime(2027, 3, 28, 1, 59, tzinfo=timezone(timedelta(hours=5)))

    told = MovableClock(start).now()

    assert timedelta() <= told - start < A_MOMENT
    assert told.tzinfo is UTC


def test_a_clock_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2027, 3, 28))


def test_whoever_waits_for_a_time_hears_of_each_move_and_already_sees_it():
    clock = MovableClock()
    begun, heard = clock.now(), []
    clock.on_move(lambda: heard.append(("delivery", clock.now() - begun > timedelta(hours=1))))
    clock.on_move(lambda: heard.append(("schedule", clock.now() - begun > timedelta(hours=1))))

    clock.move(timedelta(hours=2))

    assert heard == [("delivery", True), ("schedule", True)]
