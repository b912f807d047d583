"""Everything that happens by the clock: one table, one function a job.

A new job is a module with `run(house, now)` and one row here.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.jobs import (
    assigning,
    audit_head,
    backup,
    broadcasts,
    caring,
    clearing,
    erase,
    examine_files,
    fetch_attachments,
    lapsing,
    outings,
    promises,
    purge,
    reminding,
    resting,
    retention,
    rotate_keys,
    topics,
    watching,
    weekly,
)
from bot.parts import Parts


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again; what was missed is not made up for."""

    period: timedelta

    def after(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The next time, aware, after *now*."""
        return now + self.period


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at an hour of the office."""

    at: time

    def after(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The next time, aware, after *now*."""
        here = now.astimezone(zone)
        day = here.date()
        while (then := datetime.combine(day, self.at, zone)) <= here:
            day += timedelta(days=1)
        return then.astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the table.

    Attributes:
        run: Gets the house and the time; may run twice for one due time, never at once.
        told_after: When it has failed for so long coordinators hear of it; None: it tells them itself.
        at_night: They hear of it at night, too.
    """

    name: str
    when: Every | Daily
    run: Callable[[Parts, datetime], Awaitable[None]]
    told_after: timedelta | None = timedelta(minutes=5)  # what is over by itself needs nobody
    at_night: bool = False


JOBS: tuple[Job, ...] = (
    # Whoever is out is asked at her minute.
    Job("outings", Every(timedelta(seconds=15)), outings.run, timedelta(minutes=1), at_night=True),
    Job("promises", Every(timedelta(minutes=5)), promises.run),
    Job("resting", Every(timedelta(minutes=10)), resting.run),
    Job("lapsing", Every(timedelta(minutes=10)), lapsing.run),
    Job("watching", Every(timedelta(minutes=5)), watching.run),
    Job("topics", Every(timedelta(minutes=1)), topics.run),
    Job("assigning", Every(timedelta(minutes=1)), assigning.run),
    Job("reminding", Every(timedelta(minutes=1)), reminding.run),
    Job("caring", Every(timedelta(minutes=10)), caring.run),
    Job("clearing", Every(timedelta(minutes=5)), clearing.run),
    Job("broadcasts", Every(timedelta(seconds=5)), broadcasts.run),
    Job("fetch-attachments", Every(timedelta(seconds=15)), fetch_attachments.run),
    # Looks whether the day's is done, so that one missed at its hour is made up for.
    Job("backup", Every(timedelta(minutes=10)), backup.run, told_after=None),
    Job("examine-files", Every(timedelta(seconds=15)), examine_files.run),
    Job("audit-head", Every(timedelta(minutes=10)), audit_head.run),
    # Looks whether the week's is told, so that one missed on Monday morning is made up for.
    Job("weekly", Every(timedelta(minutes=10)), weekly.run),
    Job("erase", Every(timedelta(seconds=15)), erase.run),
    Job("rotate-keys", Every(timedelta(minutes=1)), rotate_keys.run),
    Job("retention", Daily(time(4, 0)), retention.run),
    Job("purge", Daily(time(4, 30)), purge.run),
)
