"""When each scheduled job is due; claimed by whichever process ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, bindparam, select, update

from storage.statements import insert_new
from storage.store import Tx
from storage.tables import jobs

_make_known = insert_new(jobs, ["name", "next_at", "runs", "failures"])
_due = select(jobs.c.name).where(jobs.c.next_at <= bindparam("now")).order_by(jobs.c.next_at, jobs.c.name)
_ran = (
    update(jobs)
    .where(jobs.c.name == bindparam("job"))
    .values(
        last_at=bindparam("at"),
        last_ms=bindparam("ms"),
        next_at=bindparam("then"),
        trouble=bindparam("why"),
        runs=jobs.c.runs + 1,
        failures=jobs.c.failures + bindparam("failed", type_=Integer),
    )
)
_every = select(jobs).order_by(jobs.c.name)


@dataclass(frozen=True, slots=True)
class Job:
    """What `izdeu jobs` shows of one job."""

    name: str
    next_at: datetime
    last_at: datetime | None
    last_ms: int | None
    trouble: str | None
    runs: int
    failures: int


def make_known(tx: Tx, name: str, first_at: datetime) -> None:
    """A job that is new here is due at *first_at*; a known one keeps its time."""
    tx.execute(_make_known(tx), {"name": name, "next_at": first_at, "runs": 0, "failures": 0})


def due(tx: Tx, now: datetime) -> Sequence[str]:
    """Names of the jobs that are due."""
    return list(tx.execute(_due, {"now": now}).scalars())


def ran(tx: Tx, name: str, at: datetime, ms: int, next_at: datetime, trouble: str | None) -> None:
    """Note how a run ended and when the next is due."""
    failed = 1 if trouble else 0
    tx.execute(_ran, {"job": name, "at": at, "ms": ms, "then": next_at, "why": trouble, "failed": failed})


def every(tx: Tx) -> Sequence[Job]:
    """All jobs, by name."""
    rows = tx.execute(_every)
    return [Job(r.name, r.next_at, r.last_at, r.last_ms, r.trouble, r.runs, r.failures) for r in rows]
