"""Due jobs run once, also after a downtime or when the clock is moved; a failing one disturbs no other."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from bot.jobs import JOBS, Daily, Every, Job
from bot.leading import Leadership
from bot.schedule import Schedule
from locales.catalog import Catalog
from locales.languages import CODES
from storage import jobs
from storage.locks import Roles
from tests.bot.conftest import until

ALMATY = ZoneInfo("Asia/Almaty")
HOUR = timedelta(hours=1)


@dataclass
class Parts:
    """What a schedule needs of a house."""

    store: object
    clock: object
    metrics: object
    settings: object
    hotline: object = None
    delivery: object = None


@dataclass
class Rounds:
    """Coordinators, as far as a failing job concerns them."""

    told: list[tuple[str, str]] = field(default_factory=list)
    night: bool = False
    deaf: bool = False

    def job_failing(self, _tx, now, name, since, *, at_night):
        if self.deaf:
            raise LookupError
        if self.night and not at_night:
            return False
        self.told.append(("fails", name))
        return True

    def job_works(self, _tx, now, name):
        self.told.append(("works", name))
        return True


class Count:
    """A job that counts its runs, and fails as often as told."""

    def __init__(self, failures=0):
        self.runs, self.failures = [], failures

    async def __call__(self, house, now):
        self.runs.append(now)
        if self.failures:
            self.failures -= 1
            raise ValueError


@pytest.fixture
def house(store, clock, metrics):
    woken = SimpleNamespace(wake=lambda: None)
    return Parts(store, clock, metrics, SimpleNamespace(zone=ALMATY), SimpleNamespace(rounds=Rounds()), woken)


@pytest.fixture
def told(house):
    """What coordinators heard."""
    return house.hotline.rounds.told


@asynccontextmanager
async def ticking(house, roles, *table):
    schedule = Schedule(house, Leadership(roles, "tick", look_every=0.05), table)
    house.clock.on_move(schedule.clock_moved)
    task = asyncio.create_task(schedule.run())
    await until(lambda: schedule._leads)
    try:
        yield schedule
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def known(house):
    return {row.name: row for row in await house.store.read(jobs.every)}


async def test_a_job_runs_when_its_time_has_come_and_not_before(house, roles, clock):
    count = Count()
    async with ticking(house, roles, Job("count", Every(HOUR), count)) as schedule:
        await schedule.tick()
        assert count.runs == []

        clock.move(HOUR)
        await until(lambda: len(count.runs) == 1)
        await until(lambda: not schedule._running)
        await schedule.tick()

    assert len(count.runs) == 1
    row = (await known(house))["count"]
    assert (row.runs, row.failures, row.trouble) == (1, 0, None)
    assert row.next_at - row.last_at == HOUR


async def test_after_a_long_downtime_a_job_runs_once(house, roles, clock):
    first, second = Count(), Count()
    async with ticking(house, roles, Job("count", Every(HOUR), first)):
        pass
    clock.move(timedelta(days=3))

    async with ticking(house, roles, Job("count", Every(HOUR), second)) as schedule:
        await schedule.tick()
        await until(lambda: second.runs and not schedule._running)
        await schedule.tick()

    assert (len(first.runs), len(second.runs)) == (0, 1)


async def test_a_failing_job_is_noted_and_tried_again_and_the_others_run(house, roles, clock, metrics):
    bad, good = Count(failures=1), Count()
    async with ticking(
        house, roles, Job("bad", Every(HOUR), bad), Job("good", Every(HOUR), good)
    ) as schedule:
        clock.move(HOUR)
        await until(lambda: bad.runs and good.runs and not schedule._running)
        row = (await known(house))["bad"]
        assert (row.failures, row.trouble) == (1, "ValueError")
        assert row.next_at - row.last_at == timedelta(seconds=10)

        clock.move(timedelta(seconds=11))
        await until(lambda: len(bad.runs) == 2 and not schedule._running)

    row = (await known(house))["bad"]
    assert (row.runs, row.failures, row.trouble) == (2, 1, None)
    assert metrics.job_failures == {"bad": 1}
    assert len(good.runs) == 1


async def runs(schedule, clock, job, times):
    """So many more runs of a job that is tried again, one after the other."""
    for _ in range(times):
        before = len(job.runs)
        clock.move(timedelta(minutes=16))  # longer than any wait for the next attempt
        await until(lambda before=before: len(job.runs) > before and not schedule._running)


async def test_a_job_that_goes_on_failing_is_told_once_and_once_when_it_works(house, roles, clock, told):
    bad, good = Count(failures=5), Count()
    table = Job("bad", Every(HOUR), bad), Job("good", Every(HOUR), good)
    async with ticking(house, roles, *table) as schedule:
        clock.move(HOUR)
        await until(lambda: len(bad.runs) == 1 and not schedule._running)
        assert told == []  # it may be over by itself
        await runs(schedule, clock, bad, 2)
        assert told == [("fails", "bad")]
    # Another process, or the same after a restart, knows that it was told.
    async with ticking(house, roles, *table) as schedule:
        await runs(schedule, clock, bad, 2)
        assert told == [("fails", "bad")]
        await runs(schedule, clock, bad, 1)
        assert told == [("fails", "bad"), ("works", "bad")]
        clock.move(HOUR)
        await until(lambda: len(bad.runs) == 7 and not schedule._running)

    assert told == [("fails", "bad"), ("works", "bad")]
    assert len(good.runs) >= 2
    row = (await known(house))["bad"]
    assert (row.failing_since, row.told_at, row.failed_why) == (None, None, "ValueError")
    assert row.failed_at is not None


async def test_it_fails_again_and_is_told_again(house, roles, clock, told):
    bad = Count(failures=2)
    async with ticking(house, roles, Job("bad", Every(timedelta(minutes=1)), bad)) as schedule:
        await runs(schedule, clock, bad, 4)
        bad.failures = 2
        await runs(schedule, clock, bad, 3)

    assert told == [("fails", "bad"), ("works", "bad")] * 2


async def test_what_is_over_by_itself_or_tells_itself_is_not_told(house, roles, clock, told):
    short, own = Count(failures=1), Count(failures=4)
    table = Job("short", Every(HOUR), short), Job("own", Every(HOUR), own, told_after=None)
    async with ticking(house, roles, *table) as schedule:
        clock.move(HOUR)
        await until(lambda: short.runs and own.runs and not schedule._running)
        await runs(schedule, clock, own, 4)

    assert len(short.runs) >= 2
    assert told == []


async def test_at_night_it_waits_unless_somebody_may_be_in_danger(house, roles, clock, told):
    house.hotline.rounds.night = True
    bad, grave = Count(failures=9), Count(failures=9)
    table = Job("bad", Every(HOUR), bad), Job("grave", Every(HOUR), grave, HOUR / 60, at_night=True)
    async with ticking(house, roles, *table) as schedule:
        clock.move(HOUR)
        await until(lambda: bad.runs and grave.runs and not schedule._running)
        await runs(schedule, clock, bad, 2)
        assert told == [("fails", "grave")]
        house.hotline.rounds.night = False
        await runs(schedule, clock, bad, 1)

    assert told == [("fails", "grave"), ("fails", "bad")]


async def test_where_it_cannot_be_told_the_others_run_and_it_is_told_later(house, roles, clock, told):
    house.hotline.rounds.deaf = True
    bad, good = Count(failures=9), Count()
    async with ticking(
        house, roles, Job("bad", Every(HOUR), bad), Job("good", Every(HOUR), good)
    ) as schedule:
        clock.move(HOUR)
        await until(lambda: bad.runs and not schedule._running)
        await runs(schedule, clock, bad, 3)
        assert (await known(house))["bad"].told_at is None
        house.hotline.rounds.deaf = False
        await runs(schedule, clock, bad, 2)

    assert told == [("fails", "bad")]
    assert good.runs


def test_every_job_that_is_told_of_has_words_in_every_language():
    catalog = Catalog.load()
    for job in JOBS:
        if job.told_after is not None:
            assert all(catalog.plain(code, f"job-{job.name}") for code in CODES)


async def test_a_job_in_a_hurry_does_not_wait_for_its_time(house, roles):
    count = Count()
    async with ticking(house, roles, Job("count", Every(HOUR), count)) as schedule:
        schedule.hurry("count")
        await until(lambda: count.runs)


async def test_a_slow_job_is_not_run_twice_at_once(house, roles, clock):
    gate, runs = asyncio.Event(), []

    async def slow(_house, now):
        runs.append(now)
        await gate.wait()

    async with ticking(house, roles, Job("slow", Every(HOUR), slow)) as schedule:
        clock.move(HOUR)
        await until(lambda: runs)
        clock.move(2 * HOUR)
        await schedule.tick()
        schedule.hurry("slow")
        assert len(runs) == 1
        gate.set()


async def test_only_one_process_ticks(database, house, roles, clock):
    others, first, second = Roles(database), Count(), Count()
    async with ticking(house, roles, Job("count", Every(HOUR), first)):
        waiting = Schedule(
            house, Leadership(others, "tick", look_every=0.02), (Job("count", Every(HOUR), second),)
        )
        task = asyncio.create_task(waiting.run())
        clock.move(HOUR)
        await until(lambda: first.runs)
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    others.close()

    assert second.runs == []


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ((2026, 11, 1, 9, 0), (2026, 11, 1, 23, 30)),  # 14:00 in Almaty: tonight's 04:30 is tomorrow
        ((2026, 11, 1, 23, 29), (2026, 11, 1, 23, 30)),
        ((2026, 11, 1, 23, 30), (2026, 11, 2, 23, 30)),
    ],
)
def test_a_daily_job_goes_by_the_offices_hour(now, then):
    daily = Daily(time(4, 30))

    assert daily.after(datetime(*now, tzinfo=UTC), ALMATY) == datetime(*then, tzinfo=UTC)


def test_a_daily_job_keeps_its_hour_across_daylight_saving():
    zone, daily = ZoneInfo("Europe/Berlin"), Daily(time(4, 30))
    before = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)

    first = daily.after(before, zone)
    second = daily.after(first, zone)

    assert [one.astimezone(zone).time() for one in (first, second)] == [time(4, 30)] * 2
    assert second - first == timedelta(days=1)


def test_every_job_of_the_hotline_has_a_name_of_its_own():
    names = [job.name for job in JOBS]

    assert len(set(names)) == len(names)
    assert all(len(name) <= 24 for name in names)  # what the table's column takes
