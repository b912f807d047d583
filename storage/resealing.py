"""Every sealed column, in one table: to seal values anew after a rotation, and to find needless keys.

A column that can hold something personal stands here, with the key under which it is; the test
of this file asks for a decision about every column that there is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, union, union_all, update

from storage import audit as audit_log
from storage.errors import SealBroken
from storage.store import Tx
from storage.tables import (
    approvals,
    assignments,
    attachments,
    audiences,
    audit,
    broadcasts,
    cases,
    companion_links,
    companions,
    custody,
    drafts,
    entries,
    erasures,
    inbox,
    incidents,
    keyboards,
    matters,
    outbox,
    outings,
    people,
    profiles,
    prompts,
    talks,
    tasks,
    wellbeing,
    workspaces,
)


@dataclass(frozen=True, slots=True)
class Place:
    """The column `body` of one table.

    Attributes:
        name: What a row's seal is bound to, made from its primary key.
        report: Under whose key a row is; None for the house's.
        where: Which rows can still be opened; None: all.
    """

    table: Table
    name: Callable[[Any], str]
    report: Callable[[Any], str | None] = lambda _row: None
    where: ColumnElement[bool] | None = None


def _own_id(row: Any) -> str:
    return str(row.id)


_alive = union_all(select(drafts.c.id).where(drafts.c.state != "dropped"), select(cases.c.id))
# A line stays when its report is erased; its details are gone with the key.
_readable = or_(audit.c.report_id.is_(None), audit.c.report_id.in_(_alive))


PLACES: tuple[Place, ...] = (
    Place(inbox, lambda row: f"{row.bot_id}/{row.update_id}"),
    Place(outbox, _own_id),
    Place(people, _own_id),
    Place(profiles, lambda row: str(row.person_id)),
    Place(outings, _own_id),
    Place(companions, lambda row: f"{row.person_id}/{row.companion_id}"),
    Place(companion_links, lambda row: str(row.token_key)),
    Place(wellbeing, _own_id),
    Place(talks, lambda row: str(row.person_id)),
    Place(keyboards, lambda row: str(row.token_key)),
    Place(approvals, _own_id),
    Place(custody, _own_id),
    Place(workspaces, _own_id),
    Place(broadcasts, _own_id),
    Place(audiences, _own_id),
    Place(incidents, _own_id),
    Place(prompts, lambda row: f"{row.language}/{row.question}"),
    Place(drafts, _own_id, lambda row: row.case_id or row.id),
    Place(cases, _own_id, _own_id),
    Place(entries, _own_id, lambda row: row.case_id),
    Place(matters, _own_id, lambda row: row.case_id),
    Place(tasks, _own_id, lambda row: row.case_id),
    Place(assignments, _own_id, lambda row: row.case_id),
    Place(attachments, _own_id, lambda row: row.report_id),
    Place(audit, lambda row: str(row.number), lambda row: row.report_id, _readable),
)


def _old(place: Place, epoch: int) -> Any:
    body = place.table.c.body
    # The second byte of a sealed value; what is empty has none.
    old = and_(func.length(body) > 1, func.substr(body, 2, 1) != bytes((epoch,)))
    return old if place.where is None else and_(old, place.where)


def left(tx: Tx, epoch: int) -> int:
    """How many values are sealed with another epoch than this."""
    return sum(
        tx.connection.execute(
            select(func.count()).select_from(place.table).where(_old(place, epoch))
        ).scalar_one()
        for place in PLACES
    )


def reseal(tx: Tx, place: Place, epoch: int, limit: int, skipped: int = 0) -> tuple[int, int]:
    """Seal up to *limit* old values of one table with the newest keys.

    Args:
        skipped: How many to leave out, by primary key: what does not open stays as it is.

    Returns:
        How many rows were looked at, and how many of them do not open.
    """
    table = place.table
    keys = list(table.primary_key.columns)
    question = select(table).where(_old(place, epoch)).order_by(*keys).limit(limit).offset(skipped)
    rows, broken = tx.connection.execute(question).all(), 0
    for row in rows:
        where = {"table": table.name, "column": "body", "row": place.name(row)}
        try:
            vault = tx.vault.of(place.report(row))
            sealed = vault.seal(vault.open(row.body, **where), **where)
        except SealBroken:
            broken += 1
            continue
        # A value that somebody has written meanwhile is newer than ours, and is seen again if it must be.
        this = [column == getattr(row, column.name) for column in keys]
        if table is audit:
            audit_log.reseal(tx, row.number, sealed)  # its line proves that the keys' owner did it
        else:
            tx.connection.execute(update(table).where(*this, table.c.body == row.body).values(body=sealed))
    return len(rows), broken


def orphans(tx: Tx, names: Sequence[str], before: datetime) -> list[str]:
    """Which of these keys belong to no report: their transaction was rolled back, or they were half erased.

    Args:
        before: A younger one may belong to a transaction that is still open.
    """
    needed = union(
        select(drafts.c.id).where(drafts.c.state != "dropped"),
        select(cases.c.id),
        select(attachments.c.report_id).where(attachments.c.report_id.is_not(None)),
        select(erasures.c.report_id).where(erasures.c.state == "pending"),
    )
    known = set(tx.connection.execute(needed).scalars())
    return [name for name in names if name not in known and _made_at(name) < before]


def _made_at(report_id: str) -> datetime:
    # Our ids begin with the time, in milliseconds.
    return datetime.fromtimestamp(int(report_id[:12], 16) / 1000, UTC)
