"""`izdeu jobs`: what runs by the clock, as a table for a terminal."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.settings import Settings
from storage import jobs, migrate
from storage.store import Store
from storage.vault import KEY_BYTES, Vault

_HEAD = ("job", "last run", "took", "next run", "lag", "runs", "failures", "last failure", "")


def jobs_table(settings: Settings, now: datetime) -> Iterator[str]:
    """One line a job, times in the office's zone.

    Raises:
        StoreTrouble: The database cannot be reached, or is of another version.
    """
    migrate.check(settings.database_url)
    # Nothing sealed is read, so any key will do and nobody is asked for the passphrase.
    store = Store(settings.database_url, Vault(os.urandom(KEY_BYTES)))
    try:
        known = store.write_now(jobs.every)
    finally:
        store.close()
    yield from _aligned([_HEAD, *(_row(job, settings.zone, now) for job in known)])


def _row(job: jobs.Job, zone: ZoneInfo, now: datetime) -> tuple[str, ...]:
    lag = max(0, round((now - job.next_at).total_seconds()))
    return (
        job.name,
        _time(job.last_at, zone),
        "" if job.last_ms is None else f"{job.last_ms} ms",
        _time(job.next_at, zone),
        f"{lag} s" if lag else "",
        str(job.runs),
        str(job.failures),
        "" if job.failed_at is None else f"{_time(job.failed_at, zone)} {job.failed_why or ''}",
        "" if job.failing_since is None else f"fails since {_time(job.failing_since, zone)}",
    )


def _time(at: datetime | None, zone: ZoneInfo) -> str:
    return "never" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
