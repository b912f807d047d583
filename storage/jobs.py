"""When each scheduled job is due; claimed by whichever process ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, null, select, update

from storage.statements import insert_new
from storage.store import Tx
from storage.tables import jobs

_make_known = insert_new(jobs, ["name", "next_at", "runs", "failures"])
_due = select(jobs.c.name).where(jobs.c.next_at <= bindparam("now")).order_by(jobs.c.next_at, jobs.c.name)
_this = jobs.c.name == bindparam("job")
_good = {
    "last_at": bindparam("at"),
    "last_ms": bindparam("ms"),
    "next_at": bindparam("then"),
    "trouble": bindparam("why"),
    "runs": jobs.c.runs + 1,
}
_ran = update(jobs).where(_this).values({**_good, "failing_since": null()})
_failed = (
    update(jobs)
    .where(_this)
    .values(
        {
            **_good,
            "failures": jobs.c.failures + 1,
            "failed_at": bindparam("at"),
            "failed_why": bindparam("why"),
            "failing_since": func.coalesce(jobs.c.failing_since, bindparam("at")),
        }
    )
)
_told = update(jobs).where(_this).values(told_at=bindparam("at"))
_find = select(jobs).where(_this)
_every = select(jobs).order_by(jobs.c.name)


@dataclass(frozen=True, slots=True)
class Job:
    """What `izdeu jobs` shows of one job.

    Attributes:
        trouble: Of the last run; None where it was good.
        failed_at: When it last failed, however often it was good since.
        failing_since: Since when no run was good; None where the last one was.
        told_at: When coordinators heard that it fails; None where they need not know.
    """

    name: str
    next_at: datetime
    last_at: datetime | None
    last_ms: int | None
    trouble: str | None
    runs: int
    failures: int
    failed_at: datetime | None = None
    failed_why: str | None = None
    failing_since: datetime | None = None
    told_at: datetime | None = None


def make_known(tx: Tx, name: str, first_at: datetime) -> None:
    """A job that is new here is due at *first_at*; a known one keeps its time."""
    tx.execute(_make_known(tx), {"name": name, "next_at": first_at, "runs": 0, "failures": 0})


def due(tx: Tx, now: datetime) -> Sequence[str]:
    """Names of the jobs that are due."""
    return list(tx.execute(_due, {"now": now}).scalars())


def ran(tx: Tx, name: str, at: datetime, ms: int, next_at: datetime, trouble: str | None) -> None:
    """Note how a run ended and when the next is due."""
    ended = {"job": name, "at": at, "ms": ms, "then": next_at, "why": trouble}
    tx.execute(_failed if trouble else _ran, ended)


def told(tx: Tx, name: str, at: datetime | None) -> None:
    """Coordinators heard that it fails; None: they heard that it works again."""
    tx.execute(_told, {"job": name, "at": at})


def find(tx: Tx, name: str) -> Job | None:
    """The one with this name."""
    row = tx.execute(_find, {"job": name}).first()
    return None if row is None else _job(row)


def every(tx: Tx) -> Sequence[Job]:
    """All jobs, by name."""
    return [_job(row) for row in tx.execute(_every)]


def _job(row: Any) -> Job:
    return Job(
        row.name,
        row.next_at,
        row.last_at,
        row.last_ms,
        row.trouble,
        row.runs,
        row.failures,
        row.failed_at,
        row.failed_why,
        row.failing_since,
        row.told_at,
    )
