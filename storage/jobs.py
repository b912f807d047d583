"""When each scheduled job is due; claimed by whichever process ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.store import Tx
from storage.tables import jobs


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
    insert = sqlite.insert(jobs) if tx.sqlite else postgresql.insert(jobs)
    tx.connection.execute(
        insert.values(name=name, next_at=first_at, runs=0, failures=0).on_conflict_do_nothing()
    )


def due(tx: Tx, now: datetime) -> Sequence[str]:
    """Names of the jobs that are due."""
    return (
        tx.connection.execute(select(jobs.c.name).where(jobs.c.next_at <= now).order_by(jobs.c.next_at))
        .scalars()
        .all()
    )


def ran(tx: Tx, name: str, at: datetime, ms: int, next_at: datetime, trouble: str | None) -> None:
    """Note how a run ended and when the next is due."""
    tx.connection.execute(
        update(jobs)
        .where(jobs.c.name == name)
        .values(
            last_at=at,
            last_ms=ms,
            next_at=next_at,
            trouble=trouble,
            runs=jobs.c.runs + 1,
            failures=jobs.c.failures + (1 if trouble else 0),
        )
    )


def every(tx: Tx) -> Sequence[Job]:
    """All jobs, by name."""
    rows = tx.connection.execute(select(jobs).order_by(jobs.c.name))
    return [Job(r.name, r.next_at, r.last_at, r.last_ms, r.trouble, r.runs, r.failures) for r in rows]
