"""What is to be erased, and what is left of it afterwards: that something was, when, and by whose role.

The rows of a report go in one transaction, and a row here is written in it. After the commit
the report's key is destroyed and its files are removed; then the row is done, and names nothing
any more. A crash in between leaves it pending, and the job goes on from there.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.records import Erasure
from storage.statements import word
from storage.store import Tx
from storage.tables import erasures

_this = erasures.c.id == bindparam("erasure")
_asked = erasures.c.state.in_([word("asked"), word("approved")])
_add = erasures.insert()
_by_id = select(erasures).where(_this, _asked).with_for_update()
_asked_for = select(erasures).where(erasures.c.report_id == bindparam("report"), _asked).with_for_update()
_every_asked = select(erasures).where(_asked).order_by(erasures.c.at).limit(bindparam("most"))
_pending = (
    select(erasures)
    .where(erasures.c.state == word("pending"))
    .order_by(erasures.c.at, erasures.c.id)
    .limit(bindparam("most"))
)
_approve = (
    update(erasures)
    .where(_this, erasures.c.state == word("asked"))
    .values(state=word("approved"), approved_by=bindparam("coordinator"))
)
_begin = (
    update(erasures)
    .where(_this, _asked)
    .values(
        state=word("pending"),
        at=bindparam("when"),
        by_role=bindparam("role"),
        asked_by=None,
        approved_by=None,
    )
)
_take_back = delete(erasures).where(_this, _asked)
_done = (
    update(erasures)
    .where(_this, erasures.c.state == word("pending"))
    .values(state=word("done"), report_id=None, asked_by=None, approved_by=None)
)
_counts = select(erasures.c.state, func.count()).group_by(erasures.c.state)


def _new(
    kind: str, state: str, now: datetime, by: str | None, report_id: str | None, asked_by: str | None
) -> dict[str, Any]:
    return {
        "id": secrets.token_hex(16),
        "kind": kind,
        "state": state,
        "at": now,
        "by_role": by,
        "report_id": report_id,
        "asked_by": asked_by,
    }


def _erasure(row: Any) -> Erasure:
    return Erasure(
        row.id, row.kind, row.state, row.at, row.by_role, row.report_id, row.asked_by, row.approved_by
    )


def begin(tx: Tx, kind: str, report_id: str | None, now: datetime, *, by: str) -> None:
    """The rows of something go in this transaction; what must follow is pending from its commit on.

    Args:
        kind: "draft" or "case".
        report_id: Whose key must be destroyed; None where it shares its key with what stays.
        by: The role of whoever wanted it, or "clock".
    """
    asked = asked_for(tx, report_id) if report_id is not None else None
    if asked is not None:
        tx.execute(_begin, {"erasure": asked.id, "when": now, "role": by})
        return
    tx.execute(_add, _new(kind, "done" if report_id is None else "pending", now, by, report_id, None))


def ask(tx: Tx, report_id: str, asked_by: str, now: datetime) -> str:
    """Somebody wants a sent report erased; returns the id of her wish, which waits for coordinators."""
    row = _new("case", "asked", now, None, report_id, asked_by)
    tx.execute(_add, row)
    return str(row["id"])


def asked_for(tx: Tx, report_id: str) -> Erasure | None:
    """The wish to erase this report; nobody else changes it before this transaction ends."""
    row = tx.execute(_asked_for, {"report": report_id}).first()
    return None if row is None else _erasure(row)


def by_id(tx: Tx, erasure_id: str) -> Erasure | None:
    """A wish that waits; as `asked_for`."""
    row = tx.execute(_by_id, {"erasure": erasure_id}).first()
    return None if row is None else _erasure(row)


def every_asked(tx: Tx, limit: int) -> Sequence[Erasure]:
    """Wishes that wait for coordinators, the oldest first."""
    return [_erasure(row) for row in tx.execute(_every_asked, {"most": limit})]


def approve(tx: Tx, erasure_id: str, coordinator_id: str) -> bool:
    """The first yes. False where somebody was faster, or the wish was taken back."""
    return tx.execute(_approve, {"erasure": erasure_id, "coordinator": coordinator_id}).rowcount == 1


def take_back(tx: Tx, erasure_id: str) -> bool:
    """It is to be kept after all. False where it is erased already, or was never asked for."""
    return tx.execute(_take_back, {"erasure": erasure_id}).rowcount == 1


def pending(tx: Tx, limit: int) -> Sequence[Erasure]:
    """What is gone from the tables and whose key must be destroyed."""
    return [_erasure(row) for row in tx.execute(_pending, {"most": limit})]


def done(tx: Tx, erasure_id: str) -> None:
    """Key and files are gone; what is left names nothing."""
    tx.execute(_done, {"erasure": erasure_id})


def counts(tx: Tx) -> dict[str, int]:
    """How many are in each state."""
    return dict(tx.execute(_counts).all())
