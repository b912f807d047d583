"""The clock of the house: due times stand in the database, APScheduler only ticks.

One process ticks at a time. A job that fails is noted and tried again; the others do not
feel it. After any downtime a due job runs once.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from time import perf_counter

import structlog

from bot.failing import report
from bot.jobs import JOBS, Job
from bot.leading import Leadership
from bot.logs import Once
from bot.metrics import age
from bot.parts import Parts
from storage import jobs
from storage.errors import StoreTrouble
from storage.store import Tx

TICK = 1.0  # seconds
_FIRST_RETRY = timedelta(seconds=10)
_LAST_RETRY = timedelta(minutes=15)

_log = structlog.get_logger(__name__)


class Schedule:
    """Ticks while this process leads.

    Args:
        table: The jobs; the hotline's own unless a test brings others.
    """

    def __init__(self, house: Parts, leadership: Leadership, table: Sequence[Job] = JOBS) -> None:
        self._house = house
        self._leadership = leadership
        self._table: Mapping[str, Job] = {job.name: job for job in table}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._failed: dict[str, int] = {}
        self._well: set[str] = set()  # of which nobody was told that they fail
        self._rung = asyncio.Event()
        self._leads = False
        self._trouble = Once(_log, "schedule")

    @property
    def busy(self) -> bool:
        """Whether a job runs in this process now."""
        return bool(self._running)

    async def run(self) -> None:
        """Tick whenever this process leads, until cancelled."""
        await self._leadership.run(self._lead)

    def clock_moved(self) -> None:
        """The time jumped (a rehearsal's clock): what became due runs now."""
        self._rung.set()

    def hurry(self, name: str) -> None:
        """Run a job now, beside its due times, if this process ticks and it is not running."""
        if self._leads and name not in self._running:
            self._start(self._table[name], self._house.clock.now())

    async def _lead(self) -> None:
        # Imported here: a command that does not tick need not pay for it.
        from apscheduler.schedulers.asyncio import (  # type: ignore[import-untyped]  # it brings no types
            AsyncIOScheduler,
        )

        self._well.clear()  # another process may have led meanwhile
        await self._make_known()
        ticker = AsyncIOScheduler(timezone=UTC)
        ticker.add_job(
            self._ring, "interval", seconds=TICK, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        ticker.start()
        self._leads = True
        try:
            while True:
                await self._rung.wait()
                self._rung.clear()
                await self.tick()
        finally:
            self._leads = False
            ticker.shutdown(wait=False)
            for task in self._running.values():
                task.cancel()

    async def _ring(self) -> None:
        self._rung.set()

    async def _make_known(self) -> None:
        while True:
            try:
                await self._house.store.write(self._make_all_known)
                return
            except StoreTrouble as error:
                self._trouble.trouble(str(error))
                await asyncio.sleep(TICK)

    def _make_all_known(self, tx: Tx) -> None:
        now = self._house.clock.now()
        for job in self._table.values():
            jobs.make_known(tx, job.name, job.when.after(now, self._house.settings.zone))

    async def tick(self) -> None:
        """Start what is due and not running."""
        try:
            known = await self._house.store.read(jobs.every)
            self._trouble.over()
        except StoreTrouble as error:
            self._trouble.trouble(str(error))
            return
        now = self._house.clock.now()
        for row in known:
            job = self._table.get(row.name)
            if job is not None and row.next_at <= now and row.name not in self._running:
                self._start(job, row.next_at)

    def _start(self, job: Job, due_at: datetime) -> None:
        self._running[job.name] = asyncio.create_task(self._run(job, due_at), name=f"job {job.name}")

    async def _run(self, job: Job, due_at: datetime) -> None:
        try:
            began, now = perf_counter(), self._house.clock.now()
            next_at, trouble = await self._try(job, now)
            milliseconds = round((perf_counter() - began) * 1000)
            self._house.metrics.job_lag[job.name] = age(self._house.clock.now(), due_at)
            await self._house.store.write(
                lambda tx: jobs.ran(tx, job.name, now, milliseconds, next_at, trouble)
            )
            await self._report(job, now, well=trouble is None)
        except StoreTrouble as error:
            # Not noted, so still due: it runs again, which every job bears.
            self._trouble.trouble(str(error))
        finally:
            # Not before it is noted, or the next tick would find it due.
            del self._running[job.name]

    async def _report(self, job: Job, now: datetime, *, well: bool) -> None:
        if well and job.name in self._well:
            return
        if await report(self._house, job, now) and well:
            self._well.add(job.name)
        elif not well:
            self._well.discard(job.name)

    async def _try(self, job: Job, now: datetime) -> tuple[datetime, str | None]:
        """Run a job: when it is due next, and what went wrong."""
        next_at = job.when.after(now, self._house.settings.zone)
        try:
            await job.run(self._house, now)
        except Exception as error:  # one job's defect must not stop the others
            if isinstance(error, StoreTrouble):
                _log.warning("job put off", job=job.name, trouble=str(error))
            else:
                _log.exception("job failed", job=job.name)
            self._house.metrics.job_failures[job.name] += 1
            failed = self._failed[job.name] = self._failed.get(job.name, 0) + 1
            retry = min(_LAST_RETRY, _FIRST_RETRY * 2.0 ** min(failed - 1, 10))
            return min(next_at, now + retry), type(error).__name__
        self._failed.pop(job.name, None)
        return next_at, None
